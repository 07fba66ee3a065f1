import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { combineGazetteers } from '../core/gazetteer/combine.ts';
import { type Gazetteer, openGazetteer } from '../core/gazetteer/gazetteer.ts';
import { readIndexFile } from './gazetteer-index-file.ts';
import { addedIndexPaths } from './gazetteer-store.ts';
import { UsageError } from './usage-error.ts';

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

export const openIndex = (path: string): Gazetteer => openGazetteer(readIndex(path, ArrayBuffer));

/**
 * The bytes of an index file that can be opened, in a buffer of the kind asked for. Throws a UsageError that says what to
 * do when it is missing or damaged.
 */
export function readIndex<Kind extends ArrayBuffer | SharedArrayBuffer>(
  path: string,
  Kind: new (size: number) => Kind,
): Kind {
  const index = readIndexFile(path, Kind);
  try {
    // typed arrays read a shared buffer as they read any other; opening costs nothing
    openGazetteer(index as ArrayBuffer);
  } catch (error) {
    const name = basename(path, '.bin');
    const advice = addedIndexPaths().includes(path)
      ? `"mawdi gazetteer remove ${name}" takes it away, "mawdi gazetteer add" brings it again`
      : 'install mawdi again (or run "mawdi gazetteer compile" in the folder of its sources)';
    throw new UsageError(`${path}: ${error instanceof Error ? error.message : ''}: ${advice}`);
  }
  return index;
}
