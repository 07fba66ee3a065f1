import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madePath, writeCorpus } from '../../bench/made-news.ts';
import { loadGazetteer } from '../../src/cli/gazetteer-index.ts';
import { assembleAtlas } from '../../src/core/assemble.ts';
import type { Analysed } from '../../src/core/assembly/digest.ts';
import { placesOf } from '../../src/core/join-digests.ts';
import type { DocumentFile } from '../../src/core/model/atlas.ts';
import type { AtlasHead } from '../../src/core/model/atlas-file.ts';
import { join as joinEvents } from '../../src/core/stages/join.ts';
import { freshFolder, mawdi, removeFolders } from './run-mawdi.ts';
import { atlasOf, contents } from './site-files.ts';

const COUNT = 420;
let folder = '';
const texts = () => join(folder, 'texts');
const site = () => join(folder, 'site');
const build = (out: string, ...words: string[]) =>
  mawdi(['build', texts(), '--out', out, '--data-only', '--quiet', ...words]);

beforeAll(async () => {
  folder = freshFolder('mawdi large ');
  writeCorpus(texts(), COUNT, 7);
  expect((await build(site())).code).toBe(0);
}, 240_000);
afterAll(removeFolders);

describe('a corpus whose atlas lies in parts', () => {
  it('has the atlas that all its documents together make', { timeout: 240_000 }, async () => {
    const head = JSON.parse(readFileSync(join(site(), 'atlas.json'), 'utf8')) as AtlasHead;
    expect(head.version).toBe(2);
    expect(head.blocks.length).toBeGreaterThan(1);
    const atlas = await atlasOf(site());
    const analysed = atlas.documents.map(({ id, title, source, dateNote, file }): Analysed => {
      const { text, analysis } = JSON.parse(readFileSync(join(site(), file), 'utf8')) as DocumentFile;
      const described = { id, text, title, ...(source === null ? {} : { source }) };
      return { document: dateNote === null ? described : { ...described, dateNote }, analysis };
    });
    const gazetteer = loadGazetteer();
    const joined = joinEvents(
      analysed.map(({ analysis }) => analysis),
      placesOf(gazetteer),
    );
    const boxes = new Map(atlas.places.map(({ id, bbox }) => [id, bbox]));
    const whole = assembleAtlas(atlas, analysed, joined, gazetteer, (id) => boxes.get(id) ?? null);
    expect(atlas.joinedEvents).toEqual(whole.joinedEvents);
    expect(atlas.places).toEqual(whole.places);
    expect(atlas.speakers).toEqual(whole.speakers);
    expect(atlas.mentions).toEqual(whole.mentions);
    expect(atlas.events).toEqual(whole.events);
    expect(atlas.documents.map((document) => ({ ...document, file: '' }))).toEqual(
      whole.documents.map((document) => ({ ...document, file: '' })),
    );
  });

  it('is the same after a change as when it is made anew, and changes no more than it must', {
    timeout: 240_000,
  }, async () => {
    const before = contents(site());
    writeFileSync(
      join(texts(), madePath(20)),
      '---\ndate: 2020-05-01\n---\nزار وفد من باكو مدينة تبليسي يوم الجمعة.\n',
    );
    writeFileSync(join(texts(), '000/news-000010-b.txt'), 'ودعت الأمم المتحدة إلى انسحاب فوري من شوشة.');
    expect((await build(site())).stderr).toMatch(/421 documents \(419 as before\)/);
    const after = contents(site());
    const fresh = join(folder, 'fresh');
    await build(fresh, '--no-cache', '--jobs', '1');
    expect(after).toEqual(contents(fresh));
    const made = [...after.keys()].filter((name) => !before.has(name));
    expect(made.filter((name) => name.startsWith('documents/'))).toHaveLength(2);
    const head = JSON.parse(readFileSync(join(site(), 'atlas.json'), 'utf8')) as AtlasHead;
    expect(head.blocks.filter((name) => before.has(name)).length).toBeGreaterThan(0);
  });
});
