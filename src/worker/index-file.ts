import { gunzipped } from '../formats/gunzip.ts';

/** The bytes of an index of a site whose data lie at `data`; `onBytes` is told how many of how many have come. */
export async function fetchIndex(
  data: string,
  name: 'world' | 'small',
  onBytes?: (done: number, all: number) => void,
): Promise<ArrayBuffer> {
  const url = `${data}gazetteer/${name}.bin.gz`;
  const bytes = await fetchBytes(url, onBytes);
  void keepForOffline(new URL('../', data).href, url, bytes);
  return bytes;
}

async function fetchBytes(url: string, onBytes?: (done: number, all: number) => void): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok || !response.body)
    throw new Error(`the index of names could not be fetched (${response.status} ${response.statusText})`);
  const all = Number(response.headers.get('content-length')) || 0;
  const parts: Uint8Array[] = [];
  let done = 0;
  const reader = response.body.getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    parts.push(step.value);
    done += step.value.length;
    onBytes?.(done, Math.max(all, done));
  }
  const bytes = new Uint8Array(done);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return gunzipped(bytes);
}

/**
 * Where the site has been kept for the time without a network (`offline.ts`), the index is kept with it: this worker may
 * have begun before the one that keeps what is fetched.
 */
async function keepForOffline(scope: string, url: string, bytes: ArrayBuffer): Promise<void> {
  try {
    const installed = (await caches.keys()).some((name) => name.startsWith(`mawdi ${scope} `));
    const opened = installed ? await caches.open(`mawdi ${scope} opened`) : null;
    if (opened && !(await opened.match(url))) await opened.put(url, new Response(bytes));
  } catch {
    // no caches here, or no room in them: the index is asked of the network again
  }
}
