import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Beside the built command line lies a base map that is already written; null where there is none yet. */
export function builtBaseMap(): string | null {
  const built = resolve(dirname(fileURLToPath(import.meta.url)), '../site/data/base');
  return existsSync(built) ? built : null;
}
