import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { freshFolder, mawdi, removeFolders, startMawdi } from './run-mawdi.ts';
import { atlasOf } from './site-files.ts';

afterAll(removeFolders);

describe('mawdi build --watch', () => {
  it('builds again when something changes, waits out a broken corpus.json, and ends with its folder', {
    timeout: 120_000,
  }, async () => {
    const folder = freshFolder();
    const texts = join(folder, 'texts');
    const site = join(folder, 'site');
    mkdirSync(texts);
    writeFileSync(join(texts, 'a.txt'), 'قالت باكو إنها سترد.');
    const child = startMawdi(['build', texts, '--out', site, '--data-only', '--watch'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let told = '';
    let looked = 0;
    let wake = () => {};
    child.stderr?.on('data', (chunk: Buffer) => {
      told += chunk.toString();
      wake();
    });
    const ended = new Promise<number | null>((done) => child.once('exit', done));
    /** Waits for words that were not there before. */
    const hear = async (words: RegExp) => {
      for (;;) {
        const found = words.exec(told.slice(looked));
        if (found) {
          looked += found.index + found[0].length;
          return;
        }
        await new Promise<void>((done) => {
          wake = done;
        });
      }
    };
    const titles = async () => (await atlasOf(site)).documents.map(({ id }) => id);
    await hear(/watching .*\n/);
    expect(await titles()).toEqual(['a']);
    writeFileSync(join(texts, 'b.txt'), 'وصل الوفد إلى تبليسي.');
    await hear(/2 documents \(1 as before\)[\s\S]*watching .*\n/);
    expect(await titles()).toEqual(['a', 'b']);
    writeFileSync(join(texts, 'corpus.json'), '{"titel":"x"}');
    await hear(/"titel" is no setting[\s\S]*watching .*\n/);
    writeFileSync(join(texts, 'corpus.json'), '{"title":"خبر"}');
    await hear(/2 documents \(2 as before\)[\s\S]*watching .*\n/);
    expect((await atlasOf(site)).title).toBe('خبر');
    rmSync(texts, { recursive: true });
    await hear(/is gone: there is nothing left to watch/);
    // no bar where standard error is no terminal
    expect(told).not.toMatch(/[\r█░]/);
    expect(await ended).toBe(2);
  });
});

describe('mawdi build --watch, interrupted', () => {
  it('ends with the signal', { timeout: 60_000 }, async () => {
    const folder = freshFolder();
    const texts = join(folder, 'texts');
    mkdirSync(texts);
    const child = startMawdi(['build', texts, '--out', join(folder, 'site'), '--data-only', '--watch'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = new Promise<number | null>((done) => child.once('exit', done));
    // nothing is there yet: that is told and waited out
    await new Promise<void>((done) => {
      child.stderr?.on('data', (chunk: Buffer) => {
        if (/watching/.test(chunk.toString())) done();
      });
    });
    child.kill('SIGINT');
    expect(await ended).toBe(2);
  });
});

describe('what is told of a corpus', () => {
  it('is told once, and no more when it is mended', { timeout: 60_000 }, async () => {
    const folder = freshFolder();
    const texts = join(folder, 'texts');
    mkdirSync(texts);
    writeFileSync(join(texts, 'b.txt'), 'قالت باكو إنها سترد.');
    writeFileSync(join(texts, 'corpus.json'), '{"documents":[{"file":"a.txt"}]}');
    const build = () => mawdi(['build', texts, '--out', join(folder, 'site'), '--data-only']);
    const missing = ({ stderr }: { stderr: string }) => stderr.match(/missing-file/g)?.length ?? 0;
    expect(missing(await build())).toBe(1);
    expect(missing(await build())).toBe(1);
    writeFileSync(join(texts, 'corpus.json'), '{}');
    expect(missing(await build())).toBe(0);
  });
});
