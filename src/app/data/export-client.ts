import type { ExportAnswer, ExportFormat, ExportRequest } from '../../worker/export-messages.ts';

export type { ChronologyWords, ExportFormat } from '../../worker/export-messages.ts';

let worker: Worker | null = null;
let serial = 0;
const waiting = new Map<number, { resolve: (content: string) => void; reject: (error: Error) => void }>();

/** Asks the worker, which is started by the first question, for the content of a file. */
export function makeExport(request: Omit<ExportRequest, 'serial'>): Promise<string> {
  if (!worker) {
    worker = new Worker(new URL('../../worker/export.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<ExportAnswer>) => {
      const asked = waiting.get(data.serial);
      waiting.delete(data.serial);
      if ('content' in data) asked?.resolve(data.content);
      else asked?.reject(new Error(data.fault));
    });
  }
  const own = ++serial;
  return new Promise((resolve, reject) => {
    waiting.set(own, { resolve, reject });
    worker?.postMessage({ ...request, serial: own } satisfies ExportRequest);
  });
}

/** Ending and type of the file of each format. */
export const FILE_TYPES: Readonly<Record<ExportFormat, readonly [name: string, type: string]>> = {
  'places-geojson': ['places.geojson', 'application/geo+json'],
  'mentions-geojson': ['mentions.geojson', 'application/geo+json'],
  'events-geojson': ['events.geojson', 'application/geo+json'],
  'mentions-csv': ['mentions.csv', 'text/csv'],
  'events-csv': ['events.csv', 'text/csv'],
  kml: ['places-and-events.kml', 'application/vnd.google-earth.kml+xml'],
  'linked-places': ['linked-places.jsonld', 'application/ld+json'],
  'chronology-md': ['chronology.md', 'text/markdown'],
  'chronology-csv': ['chronology.csv', 'text/csv'],
};

/** Hands a file over to the person; nothing leaves the computer. */
export function saveFile(name: string, type: string, content: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
