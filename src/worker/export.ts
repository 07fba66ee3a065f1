import type { DocumentFile } from '../core/model/atlas.ts';
import { chronologyCsv } from '../formats/chronology-csv.ts';
import { chronologyMarkdown } from '../formats/chronology-markdown.ts';
import { eventsCsv, mentionsCsv } from '../formats/csv.ts';
import { toGeoJson } from '../formats/geojson.ts';
import { toKml } from '../formats/kml.ts';
import { toLinkedPlaces } from '../formats/linked-places.ts';
import { isOwn, readDocumentFile } from './document-file.ts';
import type { ExportAnswer, ExportRequest } from './export-messages.ts';

/** Makes the files that a person takes away, off the main thread. */

const files = new Map<string, DocumentFile>();

async function fileAt(url: string): Promise<DocumentFile> {
  const known = files.get(url);
  if (known) return known;
  const file = await readDocumentFile(url);
  // one's own may be corrected meanwhile
  if (!isOwn(url)) files.set(url, file);
  return file;
}

/** The files of the documents that have something selected; the others stay holes that nothing asks for. */
async function selectedFiles({ atlas, mentions, events, documents }: ExportRequest): Promise<DocumentFile[]> {
  const wanted = new Set<number>();
  for (const row of mentions) wanted.add(atlas.mentions.document[row] ?? -1);
  for (const index of events) wanted.add(atlas.events[index]?.document ?? -1);
  const read: DocumentFile[] = new Array(documents.length);
  for (const at of wanted) {
    const url = documents[at];
    if (url !== undefined) read[at] = await fileAt(url);
  }
  return read;
}

async function make(request: ExportRequest): Promise<string> {
  const { atlas, format } = request;
  const selection = { mentions: new Set(request.mentions), events: new Set(request.events) };
  const documents = await selectedFiles(request);
  const shapes = new Map(
    request.shapes.features.flatMap(({ id, geometry }) =>
      id === undefined || !geometry ? [] : [[String(id), geometry] as const],
    ),
  );
  switch (format) {
    case 'places-geojson':
    case 'mentions-geojson':
    case 'events-geojson': {
      const layers = toGeoJson(atlas, documents, shapes, { selection, quoted: true });
      return JSON.stringify(layers[format.replace('-geojson', '') as keyof typeof layers]);
    }
    case 'mentions-csv':
      return mentionsCsv(atlas, documents, selection);
    case 'events-csv':
      return eventsCsv(atlas, documents, selection);
    case 'kml':
      return toKml(atlas, documents, shapes, selection);
    case 'linked-places':
      return toLinkedPlaces(atlas, documents, shapes, selection);
    case 'chronology-csv':
      return chronologyCsv(atlas, documents, selection, request.words);
    case 'chronology-md':
      return chronologyMarkdown(atlas, documents, selection, request.words);
  }
}

addEventListener('message', ({ data }: MessageEvent<ExportRequest>) => {
  const { serial } = data;
  const answer = (message: ExportAnswer) => postMessage(message);
  make(data).then(
    (content) => answer({ serial, content }),
    (error: unknown) => answer({ serial, fault: error instanceof Error ? error.message : String(error) }),
  );
});
