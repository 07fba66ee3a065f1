import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/cli/corpus.ts';
import { fetchDocument } from '../../src/cli/fetch-document.ts';
import type { ReadDocument } from '../../src/formats/read-document.ts';
import { archiveOf } from '../formats/make-archive.ts';
import { freshFolder, removeFolders } from './run-mawdi.ts';

afterAll(removeFolders);

const TEXT = 'قالت باكو إن القصف توقف.';

function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = freshFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

async function all(reads: AsyncIterable<ReadDocument>): Promise<ReadDocument[]> {
  const found: ReadDocument[] = [];
  for await (const read of reads) found.push(read);
  return found;
}

const ids = (reads: readonly ReadDocument[]) => reads.map((read) => read.document?.id ?? `!${read.notices[0]?.code}`);

describe('a folder', () => {
  it('gives every format in the order of the paths, and says what it passed over', async () => {
    const folder = folderOf({
      'b.txt': TEXT,
      'a/z.md': `# ${TEXT}`,
      'a/y.HTML': `<p>${TEXT}</p>`,
      'c.csv': `id,text\nc1,${TEXT}\nc2,${TEXT}\n`,
      'd.jsonl': `${JSON.stringify({ id: 'd1', text: TEXT })}\r\n\r\n${JSON.stringify({ id: 'd2', text: TEXT })}`,
      'e.zip': archiveOf({ 'e1.txt': TEXT, 'deep/e2.md': TEXT }),
      'picture.jpg': 'x',
      'other.jpg': 'x',
      README: 'x',
      '.hidden.txt': 'x',
      '.git/a.txt': 'x',
      'corpus.json': '{}',
    });
    const reads = await all(readCorpus([folder]));
    expect(ids(reads)).toEqual(['y', 'z', 'b', 'c1', 'c2', 'd1', 'd2', 'e2', 'e1', '!files-passed-over']);
    expect(reads.at(-1)?.notices).toMatchObject([
      { severity: 'info', message: expect.stringContaining('.jpg (2), no extension (1)') },
    ]);
    for (const { document } of reads.slice(0, -1)) expect(document?.text.trim()).toBe(TEXT);
  });

  it('lets corpus.json overrule what a file says of itself', async () => {
    const folder = folderOf({
      'a.md': `---\ntitle: own\ndate: 2020-01-01\nsource: own\n---\n${TEXT}`,
      'corpus.json': JSON.stringify({
        documents: [{ file: 'a.md', id: 'A', title: 'given', date: '20/09/2023' }, { file: 'gone.txt' }],
      }),
    });
    const reads = await all(readCorpus([folder]));
    expect(ids(reads)).toEqual(['!missing-file', 'A']);
    expect(reads[1]?.document).toMatchObject({ title: 'given', date: '2023-09-20', source: 'own' });
  });

  it('takes a path of corpus.json however it is written, and gives no id to a file that is missing', async () => {
    const folder = folderOf({
      'a.txt': TEXT,
      'sub/b.txt': TEXT,
      'corpus.json': JSON.stringify({
        documents: [{ file: './a.txt', title: 'A' }, { file: 'sub\\b.txt', title: 'B' }, { file: 'gone/a.txt' }],
      }),
    });
    const reads = await all(readCorpus([folder]));
    expect(reads.map((read) => read.document?.id ?? read.notices[0]?.message)).toEqual([
      `corpus.json names gone/a.txt, which is not in ${folder}.`,
      'a',
      'b',
    ]);
    expect(reads.map(({ document }) => document?.title)).toEqual([undefined, 'A', 'B']);
  });

  it('is not left by a link, and no pipe is waited for', async () => {
    const outside = folderOf({ 'secret.txt': 'x' });
    const folder = folderOf({ 'a.txt': TEXT });
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'out.txt'));
    symlinkSync(outside, join(folder, 'folder.txt'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'nowhere.txt'));
    symlinkSync(join(folder, 'a.txt'), join(folder, 'inside.txt'));
    symlinkSync(folder, join(folder, 'circle'));
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    const reads = await all(readCorpus([folder]));
    expect(ids(reads).filter((id) => id !== '!link-left-out')).toEqual(['a', 'inside', '!unreadable-file']);
    expect(ids(reads).filter((id) => id === '!link-left-out')).toHaveLength(4);
    expect(ids(await all(readCorpus([join(folder, 'pipe.txt')])))).toEqual(['!link-left-out']);
  });

  it('spells out names with line breaks', async () => {
    const folder = folderOf({ 'a\n\u001b[31mb.txt': new Uint8Array(2000), 'a\r\nb.xyz': 'x' });
    const reads = await all(readCorpus([folder]));
    for (const read of reads) {
      expect(read.document === null && read.id).not.toMatch(/\p{Cc}/u);
      for (const { message } of read.notices) expect(message).not.toMatch(/\p{Cc}/u);
    }
  });

  it('reads JSON Lines without holding the file', async () => {
    const line = `${JSON.stringify({ text: TEXT.repeat(400) })}\n`;
    const folder = folderOf({ 'a.jsonl': `\ufeff${line.repeat(2000)}{"text":` });
    let count = 0;
    let last: ReadDocument | null = null;
    for await (const read of readCorpus([join(folder, 'a.jsonl')])) {
      count++;
      last = read;
    }
    expect(count).toBe(2001);
    expect(last).toMatchObject({ document: null, id: 'a-2001' });
  });
});

describe('a web address', () => {
  let server: Server | null = null;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
    server = null;
  });

  async function serve(answer: RequestListener): Promise<string> {
    server = createServer(answer);
    await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it('gives the document at it, by the media type and encoding of the answer', async () => {
    const base = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' });
      response.end(gzipSync(`<title>خبر</title><main><p>${TEXT}</p></main>`));
    });
    const [read] = await all(readCorpus([`${base}/news/article.php?id=5`]));
    expect(read?.document).toEqual({
      id: 'article',
      text: TEXT,
      title: 'خبر',
      url: `${base}/news/article.php?id=5`,
      source: '127.0.0.1',
    });
  });

  it('is passed on, but not without end and not to a file', async () => {
    const base = await serve((request, response) => {
      const to: Record<string, string> = { '/a': '/b.txt', '/round': '/round', '/file': 'file:///etc/passwd' };
      const location = to[request.url ?? ''];
      if (location) response.writeHead(302, { location }).end();
      else response.writeHead(200, { 'content-type': 'text/plain' }).end(TEXT);
    });
    expect(ids(await all(fetchDocument(`${base}/a`)))).toEqual(['a']);
    expect(ids(await all(fetchDocument(`${base}/round`)))).toEqual(['!not-fetched']);
    expect(ids(await all(fetchDocument(`${base}/file`)))).toEqual(['!not-fetched']);
  });

  it.each<[string, RequestListener, RegExp]>([
    ['says that it is not there', (_, response) => response.writeHead(404).end(), /answered 404/],
    [
      'never ends',
      (_, response) => response.writeHead(200, { 'content-type': 'text/plain' }).write('x'),
      /within 0\.5 seconds/,
    ],
    [
      'grows without end',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        const more = () => {
          while (response.write(Buffer.alloc(1 << 20, 'x')));
          response.once('drain', more);
        };
        more();
      },
      /larger than 16777216 bytes|within/,
    ],
    ['breaks off', (request) => request.socket.destroy(), /was not read/],
  ])('that %s is told of', async (_, answer, message) => {
    const base = await serve(answer);
    const [read] = await all(fetchDocument(`${base}/a`, message.source.includes('larger') ? 20_000 : 500));
    expect(read).toMatchObject({ document: null, id: 'a', notices: [{ code: 'not-fetched' }] });
    expect(read?.notices[0]?.message).toMatch(message);
  });

  it('with an extension that is not read is refused with the list of those that are', async () => {
    const base = await serve((_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('x'));
    expect(ids(await all(fetchDocument(`${base}/a.png`)))).toEqual(['!unknown-format']);
  });
});
