import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { combineGazetteers } from '../core/gazetteer/combine.ts';
import { type Gazetteer, openGazetteer } from '../core/gazetteer/gazetteer.ts';
import { readIndexFile } from './gazetteer-index-file.ts';
import { addedIndexPaths } from './gazetteer-store.ts';

const here = dirname(fileURLToPath(import.meta.url));

/** Where the package's own files lie: beside the built command line (`dist/site`), or in `public` when run from source. */
export function siteFolder(): string {
  const built = resolve(here, '../site');
  return existsSync(built) ? built : resolve(here, '../../public');
}

export const indexPath = (name: 'world' | 'small' | 'sample') => join(siteFolder(), 'data', 'gazetteer', `${name}.bin`);

/** The world index with everything that the person added. */
export function loadGazetteer(): Gazetteer {
  return combineGazetteers([openIndex(indexPath('world')), ...addedIndexPaths().map(openIndex)]);
}

/** Opens an index file. Throws a UsageError that says what to do when it is missing or damaged. */
export const openIndex = (path: string): Gazetteer => openGazetteer(readIndexFile(path, ArrayBuffer));
