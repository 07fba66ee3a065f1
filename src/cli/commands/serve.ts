import { createReadStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';
import { build } from '../jobs/build-site.ts';
import { finishExchanges } from '../jobs/exchange.ts';
import { coresOf } from '../jobs/sources.ts';
import { NO_POLICY } from '../site-policy.ts';
import { UsageError } from '../usage-error.ts';
import type { Command } from './command.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.geojson': 'application/geo+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.bin': 'application/octet-stream',
  '.ico': 'image/x-icon',
  '.pmtiles': 'application/vnd.pmtiles',
};
const COMPRESSED = new Set([
  '.html',
  '.js',
  '.mjs',
  '.css',
  '.json',
  '.geojson',
  '.svg',
  '.bin',
  '.webmanifest',
  '.txt',
]);
const FIRST_PORT = 4180;
const PORTS_TRIED = 40;

export const serveCommand: Command = {
  help: `mawdi serve FOLDER [--port NUMBER]

Serves a site made by "mawdi build" on 127.0.0.1 and prints its address. A folder of documents is built first, into a
temporary folder. Ends with Ctrl-C.

  --port NUMBER  the port (default: the first free one from ${FIRST_PORT})

Exit codes: 0 ended by Ctrl-C; 2 the call was wrong.

Examples:
  mawdi serve my-site
  mawdi serve my-articles --port 8080
`,
  async run(words) {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { port: { type: 'string' } },
    });
    const [folder, ...more] = positionals;
    if (!folder || more.length > 0) throw new UsageError('say "mawdi serve FOLDER"');
    if (!existsSync(folder)) throw new UsageError(`no such folder: ${folder}`);
    const port = values.port === undefined ? null : Number(values.port);
    if (port !== null && (!Number.isInteger(port) || port < 0 || port > 65535))
      throw new UsageError(`--port "${values.port}" is not a port`);
    let site = resolve(folder);
    let temporary: string | null = null;
    if (!existsSync(join(site, 'index.html'))) {
      temporary = mkdtempSync(join(tmpdir(), 'mawdi-'));
      site = join(temporary, 'site');
      await build(folder, site, {
        dataOnly: false,
        corrections: [],
        cores: coresOf(undefined),
        cached: false,
        quiet: true,
        policy: NO_POLICY,
      });
    }
    if (!temporary) finishExchanges(site);
    const server = await listen(site, port);
    const address = server.address();
    process.stdout.write(
      `Mawdi is at http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}/\n`,
    );
    await new Promise<void>((done) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
    });
    server.closeAllConnections();
    server.close();
    if (temporary) rmSync(temporary, { recursive: true, force: true });
    return 0;
  },
};

async function listen(site: string, port: number | null): Promise<Server> {
  for (let tried = 0; ; tried++) {
    const server = createServer((request, response) =>
      answer(site, request.method ?? 'GET', request.url ?? '/', request.headers, response),
    );
    try {
      await new Promise<void>((done, fail) => {
        server.once('error', fail);
        server.listen(port ?? FIRST_PORT + tried, '127.0.0.1', () => done());
      });
      return server;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      if (port !== null || tried >= PORTS_TRIED)
        throw new UsageError(`port ${port ?? FIRST_PORT + tried} is taken: choose another with --port`);
    }
  }
}

/** Names under which this server may be asked: under another one a page elsewhere could read what lies here (DNS rebinding). */
const OWN_NAMES = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i;

function answer(
  site: string,
  method: string,
  url: string,
  { 'accept-encoding': encodings = '', host = '', range }: IncomingHttpHeaders,
  response: ServerResponse,
): void {
  if (method !== 'GET' && method !== 'HEAD') {
    response.writeHead(405).end();
    return;
  }
  if (!OWN_NAMES.test(host)) {
    response.writeHead(421, { 'content-type': 'text/plain; charset=utf-8' }).end('Ask for 127.0.0.1 or localhost\n');
    return;
  }
  let path: string;
  try {
    const asked = decodeURIComponent(url.split(/[?#]/)[0] ?? '/');
    if (asked.includes('\0')) throw new URIError('no file is called so');
    path = normalize(join(site, asked));
  } catch {
    response.writeHead(400).end();
    return;
  }
  if (path !== site && !path.startsWith(site + sep)) {
    response.writeHead(403).end();
    return;
  }
  let stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory()) {
    path = join(path, 'index.html');
    stats = statSync(path, { throwIfNoEntry: false });
  }
  if (!stats?.isFile()) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
    return;
  }
  const extension = extname(path).toLowerCase();
  const part = range === undefined ? null : partOf(range, stats.size);
  if (part === 'none') {
    response.writeHead(416, { 'content-range': `bytes */${stats.size}` }).end();
    return;
  }
  const gzip = !part && COMPRESSED.has(extension) && String(encodings).includes('gzip') && stats.size > 1024;
  const immutable = /[/\\]assets[/\\]/.test(path);
  response.writeHead(part ? 206 : 200, {
    'content-type': TYPES[extension] ?? 'application/octet-stream',
    'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
    ...(part ? { 'content-range': `bytes ${part.start}-${part.end}/${stats.size}` } : {}),
    ...(gzip ? { 'content-encoding': 'gzip' } : { 'content-length': part ? part.end - part.start + 1 : stats.size }),
  });
  if (method === 'HEAD') {
    response.end();
    return;
  }
  const stream = createReadStream(path, part ?? {});
  stream.on('error', () => response.destroy());
  if (gzip) stream.pipe(createGzip()).pipe(response);
  else stream.pipe(response);
}

/** The bytes that a single range asks for, the last included; `none` where there are none, null for what is no such range. */
function partOf(range: string, size: number): { readonly start: number; readonly end: number } | 'none' | null {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(range.trim());
  if (!asked || (asked[1] === '' && asked[2] === '')) return null;
  const start = asked[1] === '' ? Math.max(0, size - Number(asked[2])) : Number(asked[1]);
  const end = asked[1] === '' || asked[2] === '' ? size - 1 : Math.min(Number(asked[2]), size - 1);
  return start > end || start >= size ? 'none' : { start, end };
}
