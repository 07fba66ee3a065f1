import { MAX_ARCHIVE_BYTES } from '../formats/limits.ts';
import { webAddress } from '../formats/metadata.ts';
import { documentId, printable } from '../formats/printable.ts';
import { type ReadDocument, refuse } from '../formats/read-document.ts';
import { formatOf, streamFile } from '../formats/readers.ts';

/** The whole answer must be there in this time. */
const FETCH_TIMEOUT_MS = 60_000;
const MAX_REDIRECTS = 5;

/** Whether an argument is an address to be fetched rather than a file. */
export function isWebAddress(argument: string): boolean {
  return /^https?:\/\//i.test(argument);
}

/**
 * The documents at a web address, which a person gave as an argument: nothing that stands inside a document is ever
 * fetched. Refuses what is not answered in time, grows beyond the limit of its format, or leads anywhere but to http(s).
 */
export async function* fetchDocument(address: string, timeoutMs = FETCH_TIMEOUT_MS): AsyncGenerator<ReadDocument> {
  const name = decodedPath(address);
  const id = documentId(name) || 'document';
  const fail = (reason: string) => refuse(id, 'not-fetched', `${printable(address)} was not read: ${reason}.`);
  let answer: Answer | string;
  try {
    answer = await request(address, AbortSignal.timeout(timeoutMs));
  } catch (error) {
    yield fail(reasonOf(error, timeoutMs));
    return;
  }
  if (typeof answer === 'string') {
    yield fail(answer);
    return;
  }
  const { bytes, url, mediaType, charset } = answer;
  // a page has no extension in its address, or one that says nothing of it (.php, .aspx)
  const fileName = formatOf(name) ? name : decodedPath(url);
  for await (const read of streamFile(fileName, bytes, { mediaType, charset, id })) {
    if (!read.document) yield read;
    else
      yield {
        ...read,
        document: {
          ...read.document,
          url: read.document.url ?? url,
          source: read.document.source ?? new URL(url).hostname,
        },
      };
  }
}

interface Answer {
  readonly bytes: Uint8Array;
  readonly url: string;
  readonly mediaType: string;
  readonly charset: string | undefined;
}

async function request(address: string, signal: AbortSignal): Promise<Answer | string> {
  let url = webAddress(address);
  for (let redirects = 0; url !== null; redirects++) {
    const response = await fetch(url, {
      redirect: 'manual',
      signal,
      headers: { accept: 'text/html, text/plain, application/pdf, */*;q=0.5' },
    });
    const location = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && location !== null) {
      await response.body?.cancel();
      if (redirects === MAX_REDIRECTS) return `it is passed on more than ${MAX_REDIRECTS} times`;
      url = webAddress(location, url);
      if (url === null) return 'it is passed on to something that is no web address';
      continue;
    }
    if (!response.ok) {
      await response.body?.cancel();
      return `the server answered ${response.status}`;
    }
    const type = response.headers.get('content-type') ?? '';
    const limit = (formatOf(decodedPath(address)) ?? formatOf(decodedPath(url), type))?.maxBytes ?? MAX_ARCHIVE_BYTES;
    const bytes = await bodyOf(response, limit);
    if (bytes === null) return `it is larger than ${limit} bytes`;
    return { bytes, url, mediaType: type, charset: /charset\s*=\s*"?([\w.:-]{1,40})/i.exec(type)?.[1] };
  }
  return 'it is no web address';
}

/** The body, unpacked, as long as it stays within the limit; null beyond it. */
async function bodyOf(response: Response, limit: number): Promise<Uint8Array | null> {
  if (!response.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > limit) return null;
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function decodedPath(address: string): string {
  try {
    const { pathname, hostname } = new URL(address);
    const last = decodeURIComponent(pathname).split('/').filter(Boolean).pop();
    return last ?? hostname;
  } catch {
    return 'document';
  }
}

function reasonOf(error: unknown, timeoutMs: number): string {
  if (error instanceof Error && error.name === 'TimeoutError')
    return `no whole answer within ${timeoutMs / 1000} seconds`;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : '';
  return printable(cause || (error instanceof Error ? error.message : 'unknown reason'));
}
