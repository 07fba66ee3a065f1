import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '../../bench/seeded.ts';
import { anchorOf } from '../../src/core/correction/anchor.ts';
import { formatCorrections } from '../../src/formats/corrections.ts';
import { freshFolder, mawdi, removeFolders, startMawdi } from './run-mawdi.ts';
import { atlasOf, contents, documentOf, filesOfBuild } from './site-files.ts';

afterAll(removeFolders);

const TEXT = 'قالت وزارة الدفاع في باكو أمس إن القوات تقدمت نحو ستيباناكيرت في ناغورنو كاراباخ. وهذا ما نفته أرمينيا.';

let folder = '';
let texts = '';
const site = () => join(folder, 'site');
const build = (...words: string[]) => mawdi(['build', texts, '--out', site(), '--data-only', ...words]);

beforeAll(async () => {
  folder = freshFolder('mawdi jobs ');
  texts = join(folder, 'texts');
  mkdirSync(texts);
  for (let at = 0; at < 10; at++) writeFileSync(join(texts, `d${at}.txt`), `${TEXT}\nالخبر رقم ${at}.`);
  const lines = Array.from({ length: 30 }, (_, at) =>
    JSON.stringify({ id: at === 7 ? 'd1' : `l${at}`, text: `${TEXT} ${at}`, date: '2023-09-20' }),
  );
  writeFileSync(join(texts, 'many.jsonl'), `${lines.join('\n')}\n{"broken":\n`);
  expect((await build('--jobs', '3')).code).toBe(1);
}, 240_000);

const passed = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** Whether a site in a folder is being exchanged just now. */
const isExchanging = (folder: string) =>
  readdirSync(folder).some((name) => name.includes('.mawdi-new') && existsSync(join(folder, name, '.mawdi-exchange')));

/** Waits for the moment in which a build exchanges its site, or for its end. */
async function exchangeIn(folder: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null && !isExchanging(folder)) await new Promise((done) => setImmediate(done));
}

/** Waits until what exchanges a site has done so: it outlives the build by some milliseconds. */
async function settled(folder: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    await passed(25);
    if (!isExchanging(folder)) return;
  }
}

describe('mawdi build', () => {
  it('gives the same for any number of cores, in the order of the corpus', { timeout: 240_000 }, async () => {
    const one = join(folder, 'one');
    const ran = await mawdi(['build', texts, '--out', one, '--data-only', '--jobs', '1', '--no-cache']);
    expect(ran.code).toBe(1);
    expect(contents(one)).toEqual(contents(site()));
    const ids = (await atlasOf(one)).documents.map(({ id }) => id);
    expect(ids.slice(0, 12)).toEqual(['d0', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7', 'd8', 'd9', 'l0', 'l1']);
    expect(ids[17]).toBe('d1-2');
  });

  it('reads only what has changed', { timeout: 240_000 }, async () => {
    const before = contents(site());
    const again = await build();
    expect(again.stderr).toMatch(/40 documents \(40 as before\)/);
    expect(contents(site())).toEqual(before);
    const file = join(site(), (await atlasOf(site())).documents[2]?.file ?? '');
    const { ino, mtimeMs } = statSync(file);

    const now = new Date();
    utimesSync(join(texts, 'd3.txt'), now, now);
    expect((await build()).stderr).toMatch(/\(40 as before\)/);

    writeFileSync(join(texts, 'd3.txt'), 'زار الوفد تبليسي.');
    expect((await build()).stderr).toMatch(/\(39 as before\)/);
    expect((await documentOf(site(), 'd3')).analysis.mentions.map(({ placeId }) => placeId)).toEqual(['tbilisi']);
    expect(statSync(file)).toMatchObject({ ino, mtimeMs });
    const fresh = join(folder, 'fresh');
    await mawdi(['build', texts, '--out', fresh, '--data-only', '--no-cache']);
    expect(contents(site())).toEqual(contents(fresh));

    writeFileSync(file, 'somebody else wrote here');
    await build();
    expect(contents(site())).toEqual(contents(fresh));
    writeFileSync(join(site(), 'mentions.geojson'), 'and here');
    await build();
    expect(contents(site())).toEqual(contents(fresh));
  });

  it('applies corrections, there and nowhere else, and tells those that no longer fit', {
    timeout: 240_000,
  }, async () => {
    const before = contents(site());
    const start = TEXT.indexOf('باكو');
    const correction = {
      document: 'd4',
      ...anchorOf(TEXT, { start, end: start + 4 }),
      scope: 'here',
      action: { type: 'place', placeId: 'yerevan' },
    } as const;
    const file = join(folder, 'corrections.json');
    writeFileSync(
      file,
      formatCorrections([
        correction,
        { ...correction, document: 'gone' },
        { ...correction, document: 'd5', quote: 'ليس هنا' },
      ]),
    );
    const ran = await build('--corrections', file);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(/no document is called "gone"/);
    expect(ran.stderr).toMatch(/d5\.txt: warning: .*\[correction-lost\]/);
    const after = contents(site());
    const changed = [...after].filter(([name, bytes]) => before.get(name) !== bytes).map(([name]) => name);
    const [d4, d5] = (await atlasOf(site())).documents.filter(({ id }) => id === 'd4' || id === 'd5');
    expect(changed.filter((name) => name.startsWith('documents/')).sort()).toEqual([d4?.file, d5?.file].sort());
    expect((await documentOf(site(), 'd4')).analysis.mentions[0]?.placeId).toBe('yerevan');
    writeFileSync(file, '{"format":"something"}');
    expect((await build('--corrections', file)).code).toBe(2);
  });

  it('leaves a whole site, the old one or the new, whenever it is killed, and nothing beside it', {
    timeout: 300_000,
  }, async () => {
    await build();
    const random = seeded(20260101);
    const begun = performance.now();
    await build('--no-cache');
    const whole = performance.now() - begun;
    let exchanged = 0;
    for (let round = 0; round < 8; round++) {
      const old = await filesOfBuild(site());
      for (let at = 0; at < 10; at++) writeFileSync(join(texts, `d${at}.txt`), `${TEXT}\nالخبر ${at} مرة ${round}.`);
      const child = startMawdi(['build', texts, '--out', site(), '--data-only'], {
        stdio: ['ignore', 'ignore', 'ignore'],
      });
      const ended = new Promise<number | null>((done) => child.once('exit', done));
      // by chance it would seldom be hit in the moment in which it exchanges the site
      const moment = round % 2 === 0 ? passed(random() * whole) : exchangeIn(folder, child);
      await moment;
      child.kill(round % 3 === 2 ? 'SIGTERM' : 'SIGKILL');
      await ended;
      await settled(folder);
      const left = await filesOfBuild(site());
      const fresh = join(folder, `fresh-${round}`);
      await mawdi(['build', texts, '--out', fresh, '--data-only', '--no-cache']);
      const isOld = left.get('atlas.json') === old.get('atlas.json');
      if (!isOld) exchanged++;
      expect(left).toEqual(isOld ? old : await filesOfBuild(fresh));
      await build();
      expect(contents(site())).toEqual(contents(fresh));
    }
    expect(exchanged).toBeGreaterThan(0);
    expect(readdirSync(folder).filter((name) => name.includes('.mawdi-new'))).toEqual([]);
  });

  it('refuses to build into what it reads', async () => {
    const ran = await mawdi(['build', texts, '--out', join(texts, 'site'), '--data-only']);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(/choose a folder outside/);
    expect((await build('--jobs', 'many')).code).toBe(2);
  });
});

describe('mawdi evaluate', () => {
  it('takes corrections for gold', { timeout: 120_000 }, async () => {
    const start = TEXT.indexOf('باكو');
    const file = join(folder, 'gold.json');
    writeFileSync(
      file,
      formatCorrections([
        {
          document: 'd4',
          ...anchorOf(TEXT, { start, end: start + 4 }),
          scope: 'here',
          action: { type: 'place', placeId: 'yerevan' },
        },
      ]),
    );
    const ran = await mawdi(['evaluate', file, '--corpus', texts, '--json']);
    expect(ran.code).toBe(0);
    const { scores, misses } = JSON.parse(ran.stdout) as {
      scores: { name: string; right: number; cases: number }[];
      misses: { what: string }[];
    };
    const places = scores.find(({ name }) => name === 'place ids right');
    expect(places && places.cases - places.right).toBe(1);
    expect(misses.map(({ what }) => what).join()).toMatch(/yerevan/);
  });
});

describe('every command', () => {
  it.each(['analyse', 'build', 'serve', 'evaluate', 'explain', 'gazetteer', 'formats'])(
    '%s has a help with exit codes and an example',
    async (command) => {
      const ran = await mawdi([command, '--help']);
      expect(ran.code).toBe(0);
      expect(ran.stdout).toMatch(/Exit codes/);
      expect(ran.stdout).toMatch(/Examples?:/);
      expect((await mawdi([command, '--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    },
  );

  it('lists the formats', async () => {
    const ran = await mawdi(['formats']);
    for (const word of ['.docx', '.pdf', '.zip', 'geojson', 'kml']) expect(ran.stdout).toContain(word);
  });
});
