import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CorpusText } from '../../core/assemble.ts';
import type { Gazetteer } from '../../core/gazetteer/gazetteer.ts';
import type { Correction } from '../../core/model/correction.ts';
import { builtBaseMap } from '../built-base-map.ts';
import type { CacheWriter } from './build-cache.ts';
import type { Block } from './gather-blocks.ts';
import type { KeptWhole } from './kept.ts';
import { hashOf, keepSiteFile } from './site-file.ts';
import { listFiles, type Staging, stageFolder } from './staging.ts';

export interface WholeWork {
  /** The folder of the documents, with the stories told with them. */
  readonly corpus: string;
  readonly told: CorpusText;
  readonly blocks: readonly Block[];
  readonly gazetteer: () => Gazetteer;
  readonly corrections: readonly Correction[];
  readonly staging: Staging;
  /** The data folder in the site: `data/` or nothing. */
  readonly data: string;
  readonly cache: CacheWriter;
  readonly before: KeptWhole | null;
  readonly say: (line: string) => void;
  readonly step: (what: string, done: number, all: number) => void;
}

/** Makes what is made of all documents together, or takes it over where nothing that it is made of has changed. */
export async function makeWhole(work: WholeWork): Promise<KeptWhole> {
  const { corpus, told, blocks, staging, data, before } = work;
  const baseMap = builtBaseMap();
  if (baseMap !== null) stageFolder(staging, baseMap, `${data}base/`);
  const key = hashOf(JSON.stringify([told, stampsOf(join(corpus, 'stories')), blocks.map((block) => block.key)]));
  const kept = blocks.map(({ files: _files, ...block }) => block);
  if (before?.key === key && before.files.every((file) => keepSiteFile(staging, data, file)))
    return { ...before, blocks: kept };
  // a build that finds nothing new need not know how to make it
  const { writeWhole } = await import('./write-whole.ts');
  return { key, blocks: kept, ...(await writeWhole(work)) };
}

/** Sizes and times of the files under a folder, in order; none where there is no folder. */
function stampsOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return listFiles(folder)
    .sort()
    .map((name) => {
      const { size, mtimeMs } = statSync(join(folder, name));
      return `${name} ${size} ${mtimeMs}`;
    });
}
