import { basename, relative, resolve, sep } from 'node:path';
import type { Notice } from '../../core/model/notice.ts';
import { documentId } from '../../formats/printable.ts';
import { noticeLine } from '../tell.ts';
import type { CacheWriter } from './build-cache.ts';
import type { Gathering } from './gather-blocks.ts';
import type { KeptDocument, KeptSource } from './kept.ts';
import { openProgress, type Progress } from './progress-bar.ts';
import type { Resources } from './resources.ts';
import { keepSiteFile, writeSiteFile } from './site-file.ts';
import { listSources } from './sources.ts';
import type { Staging } from './staging.ts';
import { type Finished, workThrough } from './work-through.ts';

export interface Reading {
  readonly folder: string;
  readonly staging: Staging;
  /** The data folder in the site: `data/` or nothing. */
  readonly data: string;
  readonly resources: Resources;
  readonly kept: ReadonlyMap<string, KeptSource>;
  readonly cache: CacheWriter;
  readonly gathering: Gathering;
  readonly cores: number;
  readonly quiet: boolean;
}

export interface Read {
  readonly ids: Set<string>;
  /** Numbers of the corrections that were applied somewhere. */
  readonly corrected: Set<number>;
  reused: number;
  failed: boolean;
}

/** Reads and analyses what has changed, takes over what has not, and writes a file for each document. */
export async function readDocuments(reading: Reading): Promise<Read> {
  const { folder, staging, data, resources, kept, cache, gathering, cores, quiet } = reading;
  const sources = listSources([folder]);
  const read: Read = { ids: new Set(), corrected: new Set(), reused: 0, failed: false };
  const progress = openProgress('Reading', sources.length);
  let documents: KeptDocument[] = [];
  let finished = 0;
  const reuse = ({ file }: KeptDocument) => !file || keepSiteFile(staging, data, file);
  const take = (document: KeptDocument, digest: Uint8Array | null, path: string | null) => {
    if (document.notices.length > 0) tellAll(calledFor(document.id, path, folder), document.notices, progress, quiet);
    if (document.notices.some(({ severity }) => severity === 'error')) read.failed = true;
    for (const [index, applied] of document.corrected) if (applied) read.corrected.add(index);
    if (!document.digestHash) return;
    read.ids.add(document.id);
    gathering.add(document, digest);
  };
  const takeAgain = (document: KeptDocument, path: string | null) => {
    if (document.digestHash) read.reused++;
    take(document, null, path);
  };
  for await (const item of workThrough(sources, { product: 'site', cores, resources, hashed: true, kept, reuse })) {
    if ('again' in item) {
      for (const source of item.again) {
        for (const document of source.documents) takeAgain(document, source.name);
        cache.add(source);
      }
      finished += item.again.length;
      progress.step(finished);
    } else if ('source' in item) {
      if (item.source) cache.add({ ...item.source, documents });
      documents = [];
      progress.step(++finished);
    } else if (item.kept) {
      documents.push(item.kept);
      takeAgain(item.kept, item.path);
    } else {
      const document = keep(item, staging, data);
      documents.push(document);
      take(document, item.done.digest, item.path);
    }
  }
  progress.end();
  gathering.end();
  return read;
}

/** Writes the file of a document and tells what is kept of it. */
function keep({ done, ownId, key }: Extract<Finished, { kept: null }>, staging: Staging, data: string): KeptDocument {
  const { id, notices, corrected, bytes, name, digestHash } = done;
  const file = bytes ? writeSiteFile(staging, data, `documents/${name}.json`, bytes) : null;
  return { id, ownId, key, notices, corrected, digestHash, file };
}

/** What a person knows a document by: its file in the corpus, and its id where the file holds several. */
function calledFor(id: string, path: string | null, folder: string): string {
  if (path === null) return id;
  const file = relative(resolve(folder), resolve(path)).split(sep).join('/') || basename(path);
  return documentId(file) === id ? file : `${file}, ${id}`;
}

function tellAll(id: string, notices: readonly Notice[], progress: Progress, quiet: boolean): void {
  for (const notice of notices) if (!quiet || notice.severity === 'error') progress.say(noticeLine(id, notice));
}
