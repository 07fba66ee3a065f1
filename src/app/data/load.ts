import { type Signal, signal } from '@preact/signals';
import type { FeatureCollection } from 'geojson';
import type { Atlas, DocumentFile } from '../../core/model/atlas.ts';
import { atlas, loadError, shapes } from '../state/app-state.ts';
import { prepareCounts } from '../state/counts.ts';
import { nextTask, pause } from '../state/next-task.ts';

/** Address of a file of the data folder, relative to the page. */
export function dataUrl(file: string): string {
  return new URL(`data/${file}`, document.baseURI).href;
}

export async function fetchJson<T>(file: string): Promise<T> {
  const response = await fetch(dataUrl(file));
  if (!response.ok) throw new Error(`${file}: ${response.status} ${response.statusText}`);
  return (await response.json()) as T;
}

/** Where the documents of the atlas come from when they are not the site's own. */
export interface DocumentSource {
  readonly read: (file: string) => Promise<DocumentFile>;
  /** An address that the workers know how to read. */
  readonly address: (file: string) => string;
}

let source: DocumentSource | null = null;

/** Address of a document's file for a worker. */
export function documentAddress(file: string): string {
  return source ? source.address(file) : dataUrl(file);
}

/** Takes documents from elsewhere, or (null) from the site again. With `refresh` those that are open stay until they are read anew. */
export function takeDocumentsFrom(next: DocumentSource | null, { refresh }: { readonly refresh: boolean }): void {
  source = next;
  if (!refresh) documents.clear();
  else for (const [file, state] of documents) readInto(file, state);
}

/** The site's atlas, in one file or in parts. */
export async function fetchAtlas(): Promise<Atlas> {
  const content = await fetchJson<Partial<Atlas>>('atlas.json');
  if (content.format === 'mawdi-atlas' && content.version === 1) return packed(content as Atlas);
  // only a large corpus comes in parts
  const { readAtlas } = await import('../../core/packing/read-atlas.ts');
  return packed(await readAtlas(content, fetchJson, pause));
}

const NONE: readonly number[] = [];

/** The same atlas with its mentions in typed columns, which take half the memory and which no collection of garbage walks through. */
async function packed(read: Atlas): Promise<Atlas> {
  const { events, ...columns } = read.mentions;
  const typed: Partial<Record<keyof typeof columns, Int32Array>> = {};
  for (const name of Object.keys(columns) as (keyof typeof columns)[]) {
    const column = columns[name];
    if (!(column instanceof Int32Array)) await pause();
    typed[name] = column instanceof Int32Array ? column : new Int32Array(column);
  }
  await pause();
  // hardly a mention has an event: one list for all that have none instead of one each
  const covering = events.map((own) => (own.length === 0 ? NONE : own));
  return { ...read, mentions: { ...(typed as Record<keyof typeof columns, Int32Array>), events: covering } };
}

export async function loadAtlas(): Promise<void> {
  loadError.value = null;
  try {
    const site = await fetchAtlas();
    await prepareCounts(site);
    atlas.value = site;
  } catch (error) {
    loadError.value = error instanceof Error ? error.message : String(error);
    return;
  }
  try {
    shapes.value = await fetchJson<FeatureCollection>('shapes.geojson');
  } catch {
    // Without shapes places are still points and names.
    shapes.value = { type: 'FeatureCollection', features: [] };
  }
}

export type DocumentState = DocumentFile | 'loading' | 'failed';

const documents = new Map<string, Signal<DocumentState>>();

/** The file of a document, fetched once when it is first asked for. */
export function documentFile(file: string): Signal<DocumentState> {
  const known = documents.get(file);
  if (known && known.peek() !== 'failed') return known;
  const state = known ?? signal<DocumentState>('loading');
  documents.set(file, state);
  wanted.push(() => readInto(file, state));
  if (wanted.length === 1) nextTask(readWanted);
  return state;
}

/** A place may ask for the files of a hundred documents at once: as many at a time as a block of script bears. */
const ASKING_MS = 4;
let wanted: (() => void)[] = [];

function readWanted(): void {
  const until = performance.now() + ASKING_MS;
  let at = 0;
  while (at < wanted.length && performance.now() < until) wanted[at++]!();
  wanted = wanted.slice(at);
  if (wanted.length > 0) nextTask(readWanted);
}

function readInto(file: string, state: Signal<DocumentState>): void {
  const from = source;
  const current = () => from === source && documents.get(file) === state;
  (from ? from.read(file) : fetchJson<DocumentFile>(file)).then(
    (loaded) => {
      if (current()) state.value = loaded;
    },
    () => {
      if (current()) state.value = 'failed';
    },
  );
}
