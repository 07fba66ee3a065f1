import { calledFor, NoticeTeller } from '../tell.ts';
import type { CacheWriter } from './build-cache.ts';
import type { Gathering } from './gather-blocks.ts';
import type { KeptDocument, KeptFile, KeptSource } from './kept.ts';
import { isRun, type Kept, type StoredRun } from './kept-runs.ts';
import type { Finished } from './line.ts';
import { openProgress } from './progress-bar.ts';
import type { Resources } from './resources.ts';
import { keepSiteFile, writeSiteFile } from './site-file.ts';
import { listSources } from './sources.ts';
import type { Staging } from './staging.ts';
import { openList, type PackedList } from './stored.ts';
import { workThrough } from './work-through.ts';

export interface Reading {
  readonly folder: string;
  readonly staging: Staging;
  /** The data folder in the site: `data/` or nothing. */
  readonly data: string;
  readonly resources: Resources;
  readonly kept: Kept;
  readonly cache: CacheWriter;
  readonly gathering: Gathering;
  readonly cores: number;
  readonly quiet: boolean;
}

export interface Read {
  readonly ids: DocumentIds;
  /** Numbers of the corrections that were applied somewhere. */
  readonly corrected: Set<number>;
  reused: number;
  failed: boolean;
}

/** Reads and analyses what has changed, takes over what has not, and writes a file for each document. */
export async function readDocuments(reading: Reading): Promise<Read> {
  const { folder, staging, data, resources, kept, cache, gathering, cores, quiet } = reading;
  const sources = listSources([folder]);
  const read: Read = { ids: new DocumentIds(), corrected: new Set(), reused: 0, failed: false };
  const progress = openProgress('Reading', sources.length);
  const teller = new NoticeTeller(progress.say, quiet);
  let documents: KeptDocument[] = [];
  let finished = 0;
  const reuse = (file: KeptFile) => keepSiteFile(staging, data, file);
  const tell = ({ id, notices, corrected }: KeptDocument, path: string | null) => {
    if (notices.length > 0) teller.tell(calledFor(id, path, folder), notices);
    if (notices.some(({ severity }) => severity === 'error')) read.failed = true;
    for (const [index, applied] of corrected) if (applied) read.corrected.add(index);
  };
  const take = async (document: KeptDocument, digest: Uint8Array | null, path: string | null) => {
    tell(document, path);
    if (!document.digestHash) return;
    read.ids.add(document.id);
    const closing = gathering.add(document, digest);
    if (closing) await closing;
  };
  const takeAgain = (document: KeptDocument, path: string | null) => {
    if (document.digestHash) read.reused++;
    return take(document, null, path);
  };
  const end = (source: KeptSource | null) => {
    if (source) cache.add(source);
    const blocks = gathering.filled();
    if (blocks.length > 0) cache.endRun(blocks);
    progress.step(++finished);
  };
  const takeSource = async (source: KeptSource) => {
    for (const document of source.documents) await takeAgain(document, source.name);
    end(source);
  };
  const takeRun = async (run: StoredRun) => {
    const { made, files } = run.run.value;
    if (made === null || !gathering.addRun(made)) {
      for (const source of kept.sourcesOf(run).values()) await takeSource(source);
      return;
    }
    for (const [name, document] of made.told) tell(document, name);
    read.ids.addAll(made.ids, made.documents);
    read.reused += made.documents;
    cache.addRun(run);
    finished += files;
    progress.step(finished);
  };
  for await (const item of workThrough(sources, { product: 'site', cores, resources, hashed: true, kept, reuse })) {
    if ('again' in item) {
      for (const one of item.again) await (isRun(one) ? takeRun(one) : takeSource(one));
    } else if ('source' in item) {
      end(item.source && { ...item.source, documents });
      documents = [];
    } else if (item.kept) {
      documents.push(item.kept);
      await takeAgain(item.kept, item.path);
    } else {
      const document = keep(item, staging, data);
      documents.push(document);
      await take(document, item.done.digest, item.path);
    }
  }
  progress.end();
  teller.end();
  await gathering.end();
  return read;
}

/** The ids of the documents of a site. */
class DocumentIds {
  private readonly lists: PackedList[] = [];
  private readonly known = new Set<string>();
  private count = 0;

  get size(): number {
    return this.count;
  }

  add(id: string): void {
    this.addAll(id, 1);
  }

  addAll(ids: PackedList, count: number): void {
    this.lists.push(ids);
    this.count += count;
  }

  has(id: string): boolean {
    for (const list of this.lists.splice(0)) for (const one of openList(list)) this.known.add(one);
    return this.known.has(id);
  }
}

/** Writes the file of a document and tells what is kept of it. */
function keep({ done, ownId, key }: Extract<Finished, { kept: null }>, staging: Staging, data: string): KeptDocument {
  const { id, notices, corrected, bytes, name, digestHash } = done;
  const file = bytes ? writeSiteFile(staging, data, `documents/${name}.json`, bytes) : null;
  return { id, ownId, key, notices, corrected, digestHash, file };
}
