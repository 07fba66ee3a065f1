import type { ChildProcess } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshFolder, mawdi, removeFolders, startMawdi } from './run-mawdi.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let server: ChildProcess;
let port = 0;

/** Asks with the path exactly as written: `fetch` would tidy it first. */
const ask = (
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
) =>
  new Promise<Answer>((done, fail) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('latin1');
      response.on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asked.once('error', fail);
    asked.end();
  });

beforeAll(async () => {
  const folder = freshFolder();
  const site = join(folder, 'site');
  mkdirSync(join(site, 'data'), { recursive: true });
  mkdirSync(join(site, 'assets'));
  writeFileSync(join(site, 'index.html'), '<!doctype html><title>x</title>');
  writeFileSync(
    join(site, 'data/places.geojson'),
    JSON.stringify({ type: 'FeatureCollection', features: [], more: 'x'.repeat(3000) }),
  );
  writeFileSync(join(site, 'assets/a.js'), 'export {};');
  writeFileSync(join(site, 'اسم.txt'), 'x');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  mkdirSync(join(folder, 'site-secret'));
  writeFileSync(join(folder, 'site-secret/x.txt'), 'secret');
  symlinkSync(join(folder, 'gone'), join(site, 'dangling.txt'));
  server = startMawdi(['serve', site, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  port = await new Promise<number>((done, fail) => {
    server.once('exit', () => fail(new Error('the server ended')));
    server.stdout?.on('data', (chunk: Buffer) => {
      const found = chunk.toString().match(/http:\/\/127\.0\.0\.1:(\d+)\//);
      if (found) done(Number(found[1]));
    });
  });
}, 60_000);

afterAll(async () => {
  if (server.exitCode === null) {
    const ended = new Promise((done) => server.once('exit', done));
    server.kill('SIGTERM');
    await ended;
  }
  removeFolders();
});

describe('mawdi serve', () => {
  it.each([
    ['/', 200, 'text/html; charset=utf-8'],
    ['/?place=baku', 200, 'text/html; charset=utf-8'],
    ['/index.html', 200, 'text/html; charset=utf-8'],
    ['/data/places.geojson', 200, 'application/geo+json'],
    ['/assets/a.js', 200, 'text/javascript'],
    ['/%D8%A7%D8%B3%D9%85.txt', 200, undefined],
    ['/nowhere', 404, undefined],
    ['/data/', 404, undefined],
    ['/dangling.txt', 404, undefined],
    ['/../secret.txt', 403, undefined],
    ['/%2e%2e/secret.txt', 403, undefined],
    ['/..%2fsecret.txt', 403, undefined],
    ['/data/../../secret.txt', 403, undefined],
    ['/../site-secret/x.txt', 403, undefined],
    ['//etc/passwd', 404, undefined],
    ['/%zz', 400, undefined],
    ['/index.html%00.png', 400, undefined],
  ])('%s: %i', async (path, status, type) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(answer.body).not.toContain('secret');
    if (type) expect(answer.headers['content-type']).toBe(type);
  });

  it('stays up after all that', async () => {
    expect((await ask('/')).status).toBe(200);
  });

  it.each([
    ['localhost:4180', 200],
    ['[::1]:4180', 200],
    // a name of somebody else that was made to lead here: its page must not read what lies here
    ['evil.example', 421],
    ['127.0.0.1.evil.example', 421],
  ])('asked under the name %s: %i', async (host, status) => {
    expect((await ask('/', { headers: { host } })).status).toBe(status);
  });

  it('answers HEAD without a body and refuses other methods', async () => {
    expect(await ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
    expect((await ask('/', { method: 'POST' })).status).toBe(405);
    expect((await ask('/', { method: 'DELETE' })).status).toBe(405);
  });

  it('packs what can be packed, for those who take it', async () => {
    const packed = await ask('/data/places.geojson', { headers: { 'accept-encoding': 'gzip' } });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.body.length).toBeLessThan(1000);
    expect((await ask('/data/places.geojson')).headers['content-encoding']).toBeUndefined();
  });

  it('lets the browser guess no types', async () => {
    expect((await ask('/')).headers['x-content-type-options']).toBe('nosniff');
  });

  it('tells a port that is taken, and a folder that is not there', async () => {
    const taken = await mawdi(['serve', freshFolderWithSite(), '--port', String(port)]);
    expect(taken.code).toBe(2);
    expect(taken.stderr).toMatch(/port \d+ is taken/);
    expect((await mawdi(['serve', 'nowhere'])).stderr).toMatch(/no such folder: nowhere/);
    expect((await mawdi(['serve', 'seeds', '--port', 'x'])).code).toBe(2);
  });

  it('gives the part of a file that is asked for, as an archive of tiles is read', async () => {
    const whole = (await ask('/index.html')).body;
    const part = await ask('/index.html', { headers: { range: 'bytes=2-5' } });
    expect(part).toMatchObject({ status: 206, body: whole.slice(2, 6) });
    expect(part.headers['content-range']).toBe(`bytes 2-5/${whole.length}`);
    expect((await ask('/index.html', { headers: { range: 'bytes=-3' } })).body).toBe(whole.slice(-3));
    expect((await ask('/index.html', { headers: { range: 'bytes=4-' } })).body).toBe(whole.slice(4));
    expect((await ask('/index.html', { headers: { range: `bytes=${whole.length}-` } })).status).toBe(416);
    // what is no single range is answered in full
    expect((await ask('/index.html', { headers: { range: 'bytes=0-1,3-4' } })).status).toBe(200);
  });
});

function freshFolderWithSite(): string {
  const folder = freshFolder();
  writeFileSync(join(folder, 'index.html'), 'x');
  return folder;
}
