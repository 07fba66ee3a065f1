/** Files made to harm their reader: each is refused with a reason, in bounded time. */
import { describe, expect, it } from 'vitest';
import { ArchiveFault, readDirectory, unpack } from '../../src/formats/archive.ts';
import {
  BROWSER_MAX_MARKUP_BYTES,
  MAX_ATTRIBUTES,
  MAX_MARKUP_BYTES,
  MAX_MARKUP_DEPTH,
  MAX_MARKUP_NODES,
} from '../../src/formats/limits.ts';
import { documentId, printable } from '../../src/formats/printable.ts';
import { readFile, streamFile } from '../../src/formats/readers.ts';
import { archiveOf } from './make-archive.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const codes = async (name: string, content: string | Uint8Array) =>
  (await readFile(name, typeof content === 'string' ? utf8(content) : content)).flatMap(({ notices }) =>
    notices.map(({ code }) => code),
  );
const TEXT = 'قالت باكو إن القصف توقف.';

describe('hostile pages', () => {
  it.each<[string, string]>([
    ['nested without end', '<div>'.repeat(MAX_MARKUP_DEPTH + 50)],
    [
      'nested formatting that multiplies',
      Array.from({ length: 600 }, (_, at) => `<b a=${at}>`).join('') + '<p>x</p>'.repeat(10_000),
    ],
    ['elements without end', '<i></i>'.repeat(MAX_MARKUP_NODES + 1)],
    ['attributes without end', `<a ${Array.from({ length: MAX_ATTRIBUTES + 10 }, (_, at) => `a${at}`).join(' ')}>`],
    [
      'attributes behind a raw text element',
      `<script>if (a<b && c) "</scrip"</script><a ${'b c '.repeat(MAX_ATTRIBUTES)}>`,
    ],
  ])('%s', { timeout: 30_000 }, async (_, page) => {
    expect(await codes('a.html', page)).toEqual(['markup-too-complex']);
  });

  it('takes a long script for what it is', async () => {
    const [read] = await readFile(
      'a.html',
      utf8(`<script>if (a<b) { ${'x y '.repeat(5000)} }</script><main>${TEXT}</main>`),
    );
    expect(read?.document?.text).toBe(TEXT);
  });

  it.each([
    ['>'.repeat(50_000), 'close'],
    ['> '.repeat(50_000), 'spaced'],
  ])('reads what quotes within quotes say', async (marks) => {
    const [read] = await readFile('a.md', utf8(`${marks}${TEXT}`));
    expect(read?.document?.text).toBe(TEXT);
  });

  it('leaves the declarations of a page of XML out', async () => {
    const doctype = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd" [\n<!ENTITY a "b">\n]>';
    const [read] = await readFile(
      'a.html',
      utf8(`<?xml version="1.0"?>\n${doctype}<html><body><p>${TEXT}</p></body></html>`),
    );
    expect(read?.document?.text).toBe(TEXT);
  });

  it('refuses a page beyond the limit without parsing it', async () => {
    expect(await codes('a.html', new Uint8Array(MAX_MARKUP_BYTES + 1))).toEqual(['file-too-large']);
  });

  it('takes less of a page in a browser, in an archive too', async () => {
    const page = new Uint8Array(BROWSER_MAX_MARKUP_BYTES + 1).fill(32);
    const refused = async (name: string, bytes: Uint8Array) =>
      (await readFile(name, bytes, { inBrowser: true })).flatMap(({ notices }) => notices.map(({ code }) => code));
    expect(await refused('a.html', page)).toEqual(['file-too-large']);
    expect(await codes('a.html', page)).not.toContain('file-too-large');
    expect(await refused('a.zip', archiveOf({ 'a.html': page }))).toContain('bad-archive-entry');
  });

  it.each([
    ['unmatched end tags', `${'<div>'.repeat(400)}${'</span>'.repeat(200_000)}`],
    ['unclosed comments', '<!--'.repeat(200_000)],
    ['unclosed tags', '<a <b <i '.repeat(100)],
    ['entities', '&amp;&lt;&#x;&notit;'.repeat(100_000)],
  ])('%s are read in bounded time', { timeout: 30_000 }, async (_, page) => {
    const read = await readFile('a.html', utf8(page));
    expect(read).toHaveLength(1);
  });

  it.each([
    ['brackets', '['.repeat(50_000)],
    ['emphasis', '*a_'.repeat(30_000)],
    ['quotations', '>'.repeat(50_000)],
    ['links', '[a](<b'.repeat(20_000)],
    ['back ticks', Array.from({ length: 600 }, (_, at) => `e${'`'.repeat(at)}`).join('')],
    ['front matter of brackets', `---\na: ${'['.repeat(60_000)}\n---\n`],
  ])('Markdown of %s is read in bounded time', { timeout: 30_000 }, async (_, source) => {
    expect(await readFile('a.md', utf8(source))).toHaveLength(1);
  });
});

describe('hostile archives', () => {
  it('does not unpack what claims more than the limit of its format', async () => {
    // a 17 MB page of zeros packs to some 17 kB
    const archive = archiveOf({ 'bomb.html': new Uint8Array(MAX_MARKUP_BYTES + 1), 'a.txt': TEXT });
    expect(archive.length).toBeLessThan(100_000);
    const read = await readFile('a.zip', archive);
    expect(read.map(({ document, notices }) => document?.text ?? notices[0]?.code)).toEqual([
      TEXT,
      'bad-archive-entry',
    ]);
  });

  it('does not believe a size that is too small', () => {
    const archive = archiveOf({ 'a.txt': 'x'.repeat(100_000) });
    const view = new DataView(archive.buffer);
    const end = archive.length - 22;
    view.setUint32(view.getUint32(end + 16, true) + 24, 10, true);
    const [entry] = readDirectory(archive);
    expect(entry?.unpackedBytes).toBe(10);
    if (entry) expect(() => unpack(archive, entry, 1000)).toThrow(ArchiveFault);
  });

  it('does not reserve memory for a size that deflate cannot reach', () => {
    const archive = archiveOf({ 'a.txt': 'x' });
    new DataView(archive.buffer).setUint32(
      new DataView(archive.buffer).getUint32(archive.length - 6, true) + 24,
      0x7fffffff,
      true,
    );
    const [entry] = readDirectory(archive);
    if (entry) expect(() => unpack(archive, entry, 2 ** 32)).toThrow(ArchiveFault);
  });

  it.each(['../a.txt', '/etc/a.txt', 'b/../../a.txt', '..\\a.txt', 'C:\\a.txt'])(
    'refuses the name %s',
    async (name) => {
      expect(await codes('a.zip', archiveOf({ [name]: TEXT }))).toContain('unsafe-name');
    },
  );

  it('spells out a name with line breaks and directions', async () => {
    const [read] = await readFile('a.zip', archiveOf({ 'a\n\u001b[31m\u202eb.html': '<div>'.repeat(600) }));
    const id = read?.document ? read.document.id : read?.id;
    expect(id).toBe('a__[31m_b');
    expect(printable('a\n\u001b\u202e')).toBe('a\\u{a}\\u{1b}\\u{202e}');
  });

  it('refuses an archive in an archive, and a link', async () => {
    expect(await codes('a.zip', archiveOf({ 'b.zip': archiveOf({ 'a.txt': TEXT }) }))).toContain('nested-archive');
    const archive = archiveOf({ 'a.txt': '/etc/passwd' });
    const view = new DataView(archive.buffer);
    const at = view.getUint32(archive.length - 6, true);
    view.setUint8(at + 5, 3);
    view.setUint32(at + 38, 0xa1ff0000, true);
    expect(await codes('a.zip', archive)).toContain('link-left-out');
  });

  it('says that an encrypted file is', async () => {
    const archive = archiveOf({ 'a.txt': TEXT });
    const view = new DataView(archive.buffer);
    view.setUint16(view.getUint32(archive.length - 6, true) + 8, 1, true);
    const [read] = await readFile('a.zip', archive);
    expect(read?.notices[0]?.message).toMatch(/encrypted/);
  });

  it('reads ten thousand files one after the other', { timeout: 60_000 }, async () => {
    const files: Record<string, string> = {};
    for (let at = 0; at < 10_000; at++) files[`d${at % 100}/${at}.txt`] = `${TEXT} ${at}`;
    let count = 0;
    for await (const read of streamFile('a.zip', archiveOf(files))) if (read.document) count++;
    expect(count).toBe(10_000);
  });
});

describe('names', () => {
  it.each([
    ['a/b/c.txt', 'c'],
    ['c', 'c'],
    ['.txt', '.txt'],
    ['a\\b.tar.txt', 'b.tar'],
    ['..', 'document'],
    ['', 'document'],
    ['خبر.txt', 'خبر'],
    ['a\r\nSet-Cookie.txt', 'a__Set-Cookie'],
  ])('the id of %j is %j', (name, id) => {
    expect(documentId(name)).toBe(id);
  });
});
