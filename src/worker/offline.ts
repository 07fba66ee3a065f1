/**
 * The service worker of an installed site: built to `offline.js` beside `index.html`, with the list of the site's files
 * written into it by `src/cli/offline-list.ts`. It keeps those files, and whatever else of the site is opened, so that
 * the explorer works with the network off. It knows only addresses under its own folder, so that it serves on any host
 * and sub-path, and asks for nothing beyond it.
 */
interface Lifetime extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lifetime {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface OfflineScope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lifetime) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
}

const worker = globalThis as unknown as OfflineScope;
const FILES: readonly (readonly [path: string, hash: string])[] = /*FILES*/ [] /*END*/;
const { scope } = worker.registration;
const PREFIX = `mawdi ${scope} `;
const version = stamp(FILES.map(([path, hash]) => `${path} ${hash}`).join('\n'));
const CACHE = PREFIX + version;
/** What was opened beside the listed files: documents of a large corpus, the index of names. */
const OPENED = `${PREFIX}opened`;
const HASH_HEADER = 'x-mawdi-hash';
/** A network that is there but does not answer is treated as none. */
const PATIENCE_MS = 4000;
const AT_A_TIME = 6;

worker.addEventListener('install', (event) => {
  event.waitUntil(keepAll().then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetOld().then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope) || request.headers.has('range')) return;
  event.respondWith(answer(request, event));
});

/** Fetches the listed files; those that an earlier version kept with the same hash are taken from there. */
async function keepAll(): Promise<void> {
  const cache = await caches.open(CACHE);
  const earlier = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE && name !== OPENED);
  const waiting = [...FILES];
  const keep = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [path, hash] = next;
      const url = new URL(path, scope).href;
      const known = (await cache.match(url)) ?? (await firstMatch(earlier, url));
      if (known?.headers.get(HASH_HEADER) === hash) {
        await cache.put(url, known);
        continue;
      }
      const fresh = await fetch(new Request(url, { cache: 'no-cache' }));
      if (!fresh.ok) throw new Error(`${path}: ${fresh.status}`);
      await cache.put(url, await marked(fresh, hash));
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, keep));
}

async function firstMatch(names: readonly string[], url: string): Promise<Response | undefined> {
  for (const name of names) {
    const found = await (await caches.open(name)).match(url);
    if (found) return found;
  }
  return undefined;
}

/** An answer that carries the hash it is listed with. */
async function marked(response: Response, hash: string): Promise<Response> {
  const headers = new Headers(response.headers);
  headers.set(HASH_HEADER, hash);
  headers.delete('content-encoding');
  headers.delete('content-length');
  return new Response(await response.blob(), { status: response.status, headers });
}

/** Of the older versions the last stays: a page that was opened with it may still ask for a part of itself. */
async function forgetOld(): Promise<void> {
  const versions = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE && name !== OPENED);
  await Promise.all(versions.slice(0, -1).map((name) => caches.delete(name)));
}

/** Files whose names carry their hash come from the cache; all others from the network while there is one, so that an update shows at once. */
async function answer(request: Request, event: Fetching): Promise<Response> {
  const url = addressOf(request);
  const path = url.slice(scope.length);
  if (path.startsWith('assets/')) return (await kept(url)) ?? fetch(request);
  const network = fetch(request);
  try {
    const fresh = await soon(network);
    if (fresh.ok && fresh.type === 'basic' && !isListed(path)) event.waitUntil(keepOpened(url, fresh.clone()));
    if (fresh.ok || fresh.status < 500) return fresh;
    return (await kept(url)) ?? fresh;
  } catch {
    // where nothing is kept, a slow network is better than none
    return (await kept(url)) ?? network;
  }
}

const isListed = (path: string) => FILES.some(([listed]) => listed === path);

/** The address under which a file is kept: without what follows it, and the page itself under its name. */
function addressOf({ url }: Request): string {
  const bare = url.split(/[?#]/)[0] ?? url;
  return bare === scope ? `${scope}index.html` : bare;
}

async function kept(url: string): Promise<Response | undefined> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX)).reverse();
  return firstMatch([CACHE, ...names.filter((name) => name !== CACHE)], url);
}

async function keepOpened(url: string, response: Response): Promise<void> {
  try {
    await (await caches.open(OPENED)).put(url, response);
  } catch {
    // no room is left: it is read from the network next time
  }
}

function soon(response: Promise<Response>): Promise<Response> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error('no answer from the network')), PATIENCE_MS);
    response.then(done, fail).finally(() => clearTimeout(timer));
  });
}

/** A short stamp of a text (FNV-1a). */
function stamp(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
