import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Gazetteer, openGazetteer } from '../core/gazetteer/gazetteer.ts';
import { UsageError } from './usage-error.ts';

const here = dirname(fileURLToPath(import.meta.url));

/** Where the package's own files lie: beside the built command line (`dist/site`), or in `public` when run from source. */
export function siteFolder(): string {
  const built = resolve(here, '../site');
  return existsSync(built) ? built : resolve(here, '../../public');
}

export const indexPath = (name: 'world' | 'sample') => join(siteFolder(), 'data', 'gazetteer', `${name}.bin`);

/** Opens the world index. Throws a UsageError that says what to do when it is missing or damaged. */
export function loadGazetteer(path = indexPath('world')): Gazetteer {
  if (!existsSync(path)) throw new UsageError(`no gazetteer index at ${path}: run "mawdi gazetteer compile" first`);
  const bytes = readFileSync(path);
  return openGazetteer(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
}
