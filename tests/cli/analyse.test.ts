import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { encodeLegacy } from '../formats/legacy-bytes.ts';
import { freshFolder, type Line, mawdi, removeFolders, startMawdi } from './run-mawdi.ts';

afterAll(removeFolders);

const TEXT = 'قالت وزارة الدفاع في باكو أمس إن القوات تقدمت نحو ستيباناكيرت في ناغورنو كاراباخ. وهذا ما نفته أرمينيا.';
const codes = (line: Line | undefined) => line?.notices.map(({ code }) => code);
const places = (line: Line | undefined) => line?.mentions.map(({ placeId }) => placeId);

function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = freshFolder('mawdi أخبار ');
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const truthful = (text: string, line: Line | undefined) => {
  for (const { start, end, surface } of [...(line?.mentions ?? []), ...(line?.dates ?? [])])
    expect(text.slice(start, end)).toBe(surface);
};

describe('mawdi analyse', () => {
  it('finds the places of a text and writes one line', async () => {
    const folder = folderOf({ 'a.txt': TEXT });
    const ran = await mawdi(['analyse', join(folder, 'a.txt'), '--date', '2023-09-20']);
    expect(ran.code).toBe(0);
    expect(ran.lines).toHaveLength(1);
    expect(ran.lines[0]).toMatchObject({ id: 'a', lang: 'ar', date: '2023-09-20', dateBasis: 'given' });
    expect(places(ran.lines[0])).toEqual(['baku', 'stepanakert', 'nagorno-karabakh', 'armenia']);
    expect(ran.lines[0]?.dates.map(({ edtf }) => edtf)).toEqual(['2023-09-19']);
    truthful(TEXT, ran.lines[0]);
  });

  it('says of an empty file that it is empty', async () => {
    const folder = folderOf({ 'empty.txt': '' });
    const ran = await mawdi(['analyse', join(folder, 'empty.txt')]);
    expect(ran.code).toBe(0);
    expect(ran.lines).toHaveLength(1);
    expect(codes(ran.lines[0])).toEqual(['empty-document']);
    expect(ran.stderr).toMatch(/empty\.txt: warning: .*\[empty-document\]$/m);
  });

  it('reads Windows-1256 and says so; offsets point into the decoded text', async () => {
    const folder = folderOf({ 'old.txt': encodeLegacy(TEXT, 'windows-1256') });
    const ran = await mawdi(['analyse', join(folder, 'old.txt')]);
    expect(ran.code).toBe(0);
    expect(codes(ran.lines[0])).toContain('not-utf8');
    expect(places(ran.lines[0])).toContain('baku');
    truthful(TEXT, ran.lines[0]);
  });

  it('goes on after what it cannot read, keeps the order, and tells by the exit code', async () => {
    const folder = folderOf({
      'a.txt': TEXT,
      'b.txt': Uint8Array.from({ length: 3000 }, (_, at) => (at * 7919) % 256),
      'c.txt': TEXT,
      'd/e.txt': TEXT,
      'ignored.xyz': 'x',
      '.hidden.txt': 'x',
    });
    symlinkSync(join(folder, 'nowhere'), join(folder, 'bb.txt'));
    mkdirSync(join(folder, 'ff.txt'));
    const ran = await mawdi(['analyse', folder]);
    expect(ran.code).toBe(1);
    expect(ran.lines.map(({ id }) => id)).toEqual(['a', 'b', 'bb', 'c', 'e']);
    expect(ran.lines.map((line) => line.mentions.length > 0)).toEqual([true, false, false, true, true]);
    expect(codes(ran.lines[1])).toEqual(['not-text']);
    expect(codes(ran.lines[2])).toEqual(['unreadable-file']);
    expect(ran.stderr).toMatch(/^.*\/b\.txt: error: .*\[not-text\]$/m);
    expect(ran.stderr).toMatch(/^bb: error: .*bb\.txt.*\[unreadable-file\]$/m);
  });

  it('knows what corpus.json says, and what it names in vain', async () => {
    const folder = folderOf({
      'a.txt': TEXT,
      'corpus.json': JSON.stringify({
        title: 'x',
        documents: [{ file: 'a.txt', id: 'first', date: '2023-09-20' }, { file: 'gone.txt' }],
      }),
    });
    const ran = await mawdi(['analyse', folder]);
    expect(ran.code).toBe(1);
    expect(ran.lines.map(({ id }) => id).sort()).toEqual(['first', 'gone.txt']);
    expect(ran.lines.find(({ id }) => id === 'first')).toMatchObject({ date: '2023-09-20' });
    expect(codes(ran.lines.find(({ id }) => id === 'gone.txt'))).toEqual(['missing-file']);
  });

  it.each([
    ['{', /corpus\.json: not JSON/],
    ['[]', /corpus\.json: expected an object/],
    ['{"title":5}', /corpus\.json: "title" must be a string/],
    ['{"documents":[{"file":"../x.txt"}]}', /documents\[0\]: "file" must be a path inside the folder/],
    ['{"documents":[{"file":"a.txt","dateBasis":"guessed"}]}', /documents\[0\]: "dateBasis" must be/],
  ])('refuses the settings %s', async (settings, message) => {
    const ran = await mawdi(['analyse', folderOf({ 'a.txt': TEXT, 'corpus.json': settings })]);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(message);
    expect(ran.stdout).toBe('');
  });

  it('reads JSON lines from standard input, a broken one among them', async () => {
    const input = `${JSON.stringify({ id: 'one', text: TEXT, date: '2023-09-20' })}\n{"id":"two","text":\n\n${JSON.stringify({ id: 'three', text: TEXT })}\r\n`;
    const ran = await mawdi(['analyse', '--jsonl', '-'], { input });
    expect(ran.code).toBe(1);
    expect(ran.lines.map(({ id }) => id)).toEqual(['one', 'line-2', 'three']);
    expect(codes(ran.lines[1])).toEqual(['bad-line']);
    expect(ran.lines[1]?.notices[0]?.message).toMatch(/^Line 2: not JSON/);
    expect(places(ran.lines[0])).toEqual(places(ran.lines[2]));
    expect(ran.lines[0]?.date).toBe('2023-09-20');
    expect(ran.stderr).toMatch(/^line-2: error: Line 2: not JSON/m);
  });

  it('gives the date of --date only to documents without one', async () => {
    const input = `${JSON.stringify({ id: 'a', text: TEXT, date: '2020-11-10' })}\n${JSON.stringify({ id: 'b', text: TEXT })}\n`;
    const ran = await mawdi(['analyse', '--jsonl', '-', '--date', '2023-09-20'], { input });
    expect(ran.code).toBe(0);
    expect(ran.lines.map(({ date }) => date)).toEqual(['2020-11-10', '2023-09-20']);
  });

  it('makes ids that stand twice unique, with a warning', async () => {
    const line = JSON.stringify({ id: 'a', text: TEXT });
    const ran = await mawdi(['analyse', '--jsonl', '-'], { input: `${line}\n${line}\n` });
    expect(ran.lines.map(({ id }) => id)).toEqual(['a', 'a-2']);
    expect(codes(ran.lines[1])).toContain('duplicate-id');
  });

  it('gives the same for one document whatever stands before it', async () => {
    const line = JSON.stringify({ id: 'x', text: TEXT });
    const other = JSON.stringify({ id: 'y', text: 'في طرابلس. وقالت ليبيا إنها قلقة.' });
    const alone = await mawdi(['analyse', '--jsonl', '-'], { input: `${line}\n` });
    const after = await mawdi(['analyse', '--jsonl', '-'], { input: `${other}\n${line}\n` });
    expect(after.lines[1]).toEqual(alone.lines[0]);
  });

  it('reads a text of 10 MB', { timeout: 300_000 }, async () => {
    const big = `${TEXT}\n`.repeat(Math.ceil(10_000_000 / Buffer.byteLength(`${TEXT}\n`)));
    const folder = folderOf({ 'big.txt': big });
    const ran = await mawdi(['analyse', join(folder, 'big.txt'), '--date', '2023-09-20']);
    expect(ran.stderr).not.toMatch(/fault of the program/);
    expect(ran.code).toBe(0);
    const [line] = ran.lines;
    expect(line?.mentions.length).toBeGreaterThan(100_000);
    truthful(big, line);
  });

  it.each([
    [[], /nothing to analyse/],
    [['--jsonl', 'file.jsonl'], /--jsonl takes "-"/],
    [['--colour'], /--colour/],
  ])('refuses the call %j with exit code 2', async (words, message) => {
    const ran = await mawdi(['analyse', ...words]);
    expect(ran.code).toBe(2);
    expect(ran.stdout).toBe('');
    expect(ran.stderr).toMatch(message);
    expect(ran.stderr).not.toMatch(/\n\s+at /);
  });

  it('goes on after a path that is not there', async () => {
    const folder = folderOf({ 'a.txt': TEXT, 'b.txt': TEXT });
    const ran = await mawdi(['analyse', join(folder, 'a.txt'), join(folder, 'gone.txt'), join(folder, 'b.txt')]);
    expect(ran.code).toBe(1);
    expect(ran.lines.map((line) => line?.id)).toEqual(['a', 'gone', 'b']);
    expect(ran.stderr).toMatch(/no such file or folder: .*gone\.txt/);
  });

  it('ends quietly when its reader goes away', async () => {
    const folder = folderOf(
      Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`${at}.txt`, `${TEXT}\n`.repeat(50)])),
    );
    const child = startMawdi(['analyse', folder], { stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.stdout?.once('data', () => child.stdout?.destroy());
    const code = await new Promise((done) => child.once('close', done));
    expect(code).toBe(0);
    expect(stderr).not.toMatch(/EPIPE|fault of the program/);
  });
});

describe('mawdi', () => {
  it('explains itself', async () => {
    const ran = await mawdi(['--help']);
    expect(ran.code).toBe(0);
    for (const command of ['analyse', 'build', 'serve', 'evaluate', 'explain', 'gazetteer'])
      expect(ran.stdout).toContain(`  ${command}`);
    expect((await mawdi(['analyse', '--help'])).stdout).toMatch(/--jsonl -[\s\S]*Exit codes/);
    expect((await mawdi(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    [['frobnicate'], /unknown command "frobnicate"/],
    [['constructor'], /unknown command "constructor"/],
  ])('refuses %j', async (words, message) => {
    const ran = await mawdi(words);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(message);
  });
});
