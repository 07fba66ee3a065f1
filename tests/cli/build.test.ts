import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { Atlas, DocumentFile } from '../../src/core/model/atlas.ts';
import { geoJsonFaults } from '../../src/formats/validate-geojson.ts';
import { freshFolder, mawdi, removeFolders } from './run-mawdi.ts';

afterAll(removeFolders);

const seeds = fileURLToPath(new URL('../../seeds', import.meta.url));
const EXPLORER = fileURLToPath(new URL('../../dist/site/index.html', import.meta.url));
const read = <Value>(...path: string[]) => JSON.parse(readFileSync(join(...path), 'utf8')) as Value;

describe('mawdi build', () => {
  it('makes the data of the sample, into a folder with spaces', { timeout: 120_000 }, async () => {
    const out = join(freshFolder(), 'my site بيانات');
    const ran = await mawdi(['build', seeds, '--out', out, '--data-only']);
    expect(ran.stderr).not.toMatch(/error/);
    expect(ran.code).toBe(0);
    const atlas = read<Atlas>(out, 'atlas.json');
    expect(atlas.documents).toHaveLength(5);
    atlas.documents.forEach((document, index) => {
      const { text } = read<DocumentFile>(out, document.file);
      expect(text).toBe(readFileSync(join(seeds, `${document.id}.txt`), 'utf8'));
      atlas.mentions.document.forEach((owner, row) => {
        if (owner !== index) return;
        const place = atlas.places[atlas.mentions.place[row] ?? -1];
        const surface = text.slice(atlas.mentions.start[row], atlas.mentions.end[row]);
        expect(surface).not.toBe('');
        if (place) expect(place.surfaces).toContain(surface);
      });
    });
    for (const layer of ['places', 'mentions', 'events']) {
      const collection = read<GeoJSON.FeatureCollection>(out, `${layer}.geojson`);
      expect(geoJsonFaults(collection), layer).toEqual([]);
      expect(collection.features.length, layer).toBeGreaterThan(0);
      const passages = new Set(
        atlas.documents.flatMap(({ id, passages: count }) => Array.from({ length: count }, (_, at) => `${id}#${at}`)),
      );
      for (const { properties } of collection.features)
        for (const passage of [properties?.passages ?? properties?.passage].flat())
          expect(passages.has(String(passage)), `${layer}: ${passage}`).toBe(true);
    }
    const shapeOf = new Map(
      read<GeoJSON.FeatureCollection>(out, 'places.geojson').features.map(({ id, geometry }) => [id, geometry?.type]),
    );
    expect(shapeOf.get('stepanakert')).toBe('Point');
    expect(shapeOf.get('lachin-corridor')).toMatch(/LineString/);
    expect(shapeOf.get('nagorno-karabakh')).toMatch(/Polygon/);
    expect(shapeOf.get('the-west')).toBeUndefined();
  });

  it('is the same twice', { timeout: 120_000 }, async () => {
    const folder = freshFolder();
    await mawdi(['build', seeds, '--out', join(folder, 'one'), '--data-only']);
    await mawdi(['build', seeds, '--out', join(folder, 'two'), '--data-only']);
    for (const file of ['atlas.json', 'places.geojson', 'mentions.geojson', 'events.geojson'])
      expect(
        readFileSync(join(folder, 'one', file), 'utf8') === readFileSync(join(folder, 'two', file), 'utf8'),
        file,
      ).toBe(true);
  });

  it('replaces the old data, and keeps it when nothing can be read', async () => {
    const folder = freshFolder();
    const texts = join(folder, 'texts');
    mkdirSync(texts);
    const out = join(folder, 'site');
    mkdirSync(out);
    writeFileSync(join(out, 'old.txt'), 'old');
    const nothing = await mawdi(['build', texts, '--out', out, '--data-only']);
    expect(nothing.code).toBe(2);
    expect(nothing.stderr).toMatch(/no document could be read/);
    expect(readdirSync(out)).toEqual(['old.txt']);
    writeFileSync(join(texts, 'a.txt'), 'قالت باكو إنها سترد.');
    writeFileSync(join(texts, 'b.txt'), new Uint8Array(2000));
    const some = await mawdi(['build', texts, '--out', out, '--data-only']);
    expect(some.code).toBe(1);
    expect(read<Atlas>(out, 'atlas.json').documents.map(({ id }) => id)).toEqual(['a']);
    // with --data-only the folder is the user's: what is not ours stays
    expect(existsSync(join(out, 'old.txt'))).toBe(true);
    // nothing half-made is left beside it
    expect(readdirSync(folder).filter((name) => !name.startsWith('.'))).toEqual(['site', 'texts']);
  });

  it('takes a single file for a corpus, names files in what it tells, and leaves nothing beside what came to nothing', {
    timeout: 120_000,
  }, async () => {
    const folder = freshFolder();
    const file = join(folder, 'lines.jsonl');
    writeFileSync(file, '{"id":"one","text":"قالت باكو إنها سترد."}\n{"broken"\n');
    const ran = await mawdi(['build', file, '--out', join(folder, 'site'), '--data-only']);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(/^lines\.jsonl, lines-2: error: Line 2: not JSON/m);
    expect(read<Atlas>(folder, 'site', 'atlas.json').documents.map(({ id }) => id)).toEqual(['one']);
    // the same is told again when nothing is read anew
    const again = await mawdi(['build', file, '--out', join(folder, 'site'), '--data-only']);
    expect(again.stderr).toMatch(/^lines\.jsonl, lines-2: error: Line 2: not JSON/m);
    mkdirSync(join(folder, 'texts'));
    const nothing = await mawdi(['build', join(folder, 'texts'), '--out', join(folder, 'other'), '--data-only']);
    expect(nothing.stderr).toMatch(/no document could be read/);
    expect(readdirSync(folder).sort()).toEqual(['.site.mawdi-cache', 'lines.jsonl', 'site', 'texts']);
  });

  // `npm test` builds the explorer before; without it there is no whole site to make
  it.skipIf(!existsSync(EXPLORER))(
    'makes a whole site, and again when only its title or a story is new',
    {
      timeout: 120_000,
    },
    async () => {
      const folder = freshFolder();
      const texts = join(folder, 'texts');
      const site = join(folder, 'site');
      mkdirSync(join(texts, 'stories'), { recursive: true });
      writeFileSync(join(texts, 'a.txt'), 'قالت باكو إنها سترد.');
      const build = () => mawdi(['build', texts, '--out', site]);
      expect((await build()).code).toBe(0);
      writeFileSync(join(texts, 'corpus.json'), '{"title":"خبر"}');
      expect(await build()).toMatchObject({ code: 0, stderr: expect.stringMatching(/^1 document \(1 as before\), /) });
      expect(read<Atlas>(site, 'data', 'atlas.json').title).toBe('خبر');
      const story = '{"format":"mawdi-story","version":1,"title":{"en":"x"},"steps":[{"title":{"en":"x"}}]}';
      writeFileSync(join(texts, 'stories', 's.json'), story);
      expect((await build()).code).toBe(0);
      expect(readFileSync(join(site, 'data', 'stories', 's.json'), 'utf8')).toBe(story);
      expect(existsSync(join(site, 'index.html'))).toBe(true);
    },
  );

  it('says what is missing in the call', async () => {
    expect((await mawdi(['build'])).stderr).toMatch(/mawdi build FOLDER --out SITE/);
    expect((await mawdi(['build', seeds])).stderr).toMatch(/--out SITE is missing/);
    const gone = await mawdi(['build', 'no such folder', '--out', join(freshFolder(), 'x'), '--data-only']);
    expect(gone.code).toBe(2);
    expect(gone.stderr).toMatch(/no such file or folder/);
    const option = await mawdi(['build', seeds, '--out', 'x', '--job', '2']);
    expect(option.code).toBe(2);
    expect(option.stderr).toBe('mawdi: Unknown option \'--job\'; "mawdi build --help" lists the options\n');
  });
});
