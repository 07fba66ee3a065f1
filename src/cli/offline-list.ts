import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';

/** Where the list goes in the built service worker (`src/worker/offline.ts`). */
const LIST = /\/\*FILES\*\/[\s\S]*?\/\*END\*\//;
/** Files of `data` that are kept from the first visit on, as far as they fit; what is beyond is kept when it is opened. */
const KEPT_AT_ONCE_BYTES = 24_000_000;
/** Never kept at once: the indexes of names, which only looking for places beyond the corpus and own documents need, and the layers that are made to be taken away. */
const LATER = /^data\/(?:gazetteer\/|(?:mentions|events|places)\.geojson$)/;
/** Without these the explorer does not open. */
const NEEDED = /^data\/atlas(?:\.json$|\/)/;

/** A file that is kept from the first visit on: its path and a hash. */
type Listed = readonly [path: string, hash: string];

/**
 * Writes a site's service worker with the list of its files, so that the worker changes whenever one of them does and
 * the browser fetches what is new. `pathOf` tells where a file lies now. A site without a worker gets none.
 */
export function writeOfflineList(
  worker: string,
  out: string,
  files: readonly string[],
  pathOf: (file: string) => string,
): void {
  if (!existsSync(worker)) return;
  const source = readFileSync(worker, 'utf8');
  if (!LIST.test(source)) throw new Error(`${worker}: the place for the list of files is missing`);
  const list = JSON.stringify(listed(files, pathOf)).replaceAll('</', '<\\/');
  writeFileSync(
    out,
    source.replace(LIST, () => `/*FILES*/${list}/*END*/`),
  );
}

function listed(files: readonly string[], pathOf: (file: string) => string): Listed[] {
  let room = KEPT_AT_ONCE_BYTES;
  const found: Listed[] = [];
  for (const file of files
    .filter((file) => file !== 'offline.js' && !file.split('/').some((part) => part.startsWith('.')))
    .sort(byPath)) {
    const needed = NEEDED.test(file) || !/^(?:data\/|[^/]+\.png$)/.test(file);
    if (!needed && (room <= 0 || LATER.test(file))) continue;
    const { size } = statSync(pathOf(file));
    // what is not kept needs no entry: it is kept when it is opened, and asked for anew when there is a network
    if (!needed && size > room) {
      // the rest of the documents is not looked at one by one
      if (rankOf(file) === 1) room = 0;
      continue;
    }
    if (!needed) room -= size;
    found.push([file, hashInName(file) ?? hashOf(pathOf(file))]);
  }
  return found;
}

/** The documents come last: of them as many as fit. */
const byPath = (a: string, b: string) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1);
const rankOf = (file: string) => (file.startsWith('data/documents/') ? 1 : 0);

/** The hash that a file named after its content has in its name. */
const hashInName = (file: string) => /\/([0-9a-f]{20})\.json$/.exec(file)?.[1] ?? null;

const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('base64url').slice(0, 16);
