import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the list goes in the built service worker (`src/worker/offline.ts`). */
const LIST = /\/\*FILES\*\/[\s\S]*?\/\*END\*\//;
/** Files of `data` that are kept from the first visit on, as far as they fit; what is beyond is kept when it is opened. */
const KEPT_AT_ONCE_BYTES = 24_000_000;
/** Never kept at once: the large index that only a person's own documents need, and the layers that are made to be taken away. */
const LATER = /^data\/(?:gazetteer\/|(?:mentions|events|places)\.geojson$)/;

/** A file that is kept from the first visit on: its path and a hash. */
type Listed = readonly [path: string, hash: string];

/**
 * Writes the list of a site's files into its service worker `offline.js`, so that the worker changes whenever one of
 * them does and the browser fetches what is new. A site without a worker stays as it is.
 */
export function writeOfflineList(site: string): void {
  const path = join(site, 'offline.js');
  if (!existsSync(path)) return;
  const source = readFileSync(path, 'utf8');
  if (!LIST.test(source)) throw new Error(`${path}: the place for the list of files is missing`);
  const list = JSON.stringify(listFiles(site)).replaceAll('</', '<\\/');
  // a file of its own: the old one may share its bytes with the site that is still served
  writeFileSync(
    `${path}.new`,
    source.replace(LIST, () => `/*FILES*/${list}/*END*/`),
  );
  renameSync(`${path}.new`, path);
}

function listFiles(site: string): Listed[] {
  const files = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath ?? entry.path, entry.name)
        .slice(site.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((file) => file !== 'offline.js' && !file.split('/').some((part) => part.startsWith('.')))
    .sort(byPath);
  let room = KEPT_AT_ONCE_BYTES;
  return files.flatMap((file): Listed[] => {
    const { size } = statSync(join(site, file));
    const needed = file === 'data/atlas.json' || !/^(?:data\/|[^/]+\.png$)/.test(file);
    const kept = needed || (file.startsWith('data/') && !LATER.test(file) && size <= room);
    if (kept && !needed) room -= size;
    // what is not kept needs no entry: it is kept when it is opened, and asked for anew when there is a network
    return kept ? [[file, hashOf(join(site, file))]] : [];
  });
}

/** The documents come last: of them as many as fit. */
const byPath = (a: string, b: string) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1);
const rankOf = (file: string) => (file.startsWith('data/documents/') ? 1 : 0);

const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('base64url').slice(0, 16);
