import { cpSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { freshFolder, mawdi, removeFolders } from './run-mawdi.ts';

afterAll(removeFolders);

const tables = fileURLToPath(new URL('../../geo/gazetteer', import.meta.url));
const HEAD = '# source: made up\n# licence: MIT\nid\tkind\tlat\tlon\tar\tparents\n';

describe('mawdi gazetteer', () => {
  it('finds the tables of the project sound', async () => {
    const ran = await mawdi(['gazetteer', 'check']);
    expect(ran.stderr).toBe('');
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(/^\d{4,} rows, 0 faults\n$/);
  });

  it('rejects bad rows with file and line', async () => {
    const folder = freshFolder();
    mkdirSync(join(folder, 'geo'));
    cpSync(tables, join(folder, 'geo/gazetteer'), { recursive: true });
    writeFileSync(
      join(folder, 'geo/gazetteer/zz-bad.tsv'),
      `${HEAD}new-place\ttown\t40\t46\tمكان\tazerbaijan\nbaku\tcity\t40\t49\tباكو\tazerbaijan\nother-place\tcity\t40\t49\tمكان آخر\tatlantis\n`,
    );
    const ran = await mawdi(['gazetteer', 'check'], { cwd: folder });
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('geo/gazetteer/zz-bad.tsv:4: unknown kind "town"\n');
    expect(ran.stderr).toMatch(
      /geo\/gazetteer\/zz-bad\.tsv:5: id "baku" stands already at geo\/gazetteer\/\S+\.tsv:\d+\n/,
    );
    expect(ran.stderr).toContain('geo/gazetteer/zz-bad.tsv:6: unknown parent "atlantis"\n');
    expect(ran.stdout).toMatch(/rows, 3 faults/);
  });

  it('says what a name can mean', async () => {
    const ran = await mawdi(['gazetteer', 'find', 'خانكندي']);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(/^stepanakert\tcity\t39\.8/m);
    const unknown = await mawdi(['gazetteer', 'find', 'لامكانأبدا']);
    expect(unknown.code).toBe(1);
    expect(unknown.stderr).toMatch(/no place is called "لامكانأبدا"/);
  });

  it('refuses what it does not know', async () => {
    expect((await mawdi(['gazetteer'])).code).toBe(2);
    expect((await mawdi(['gazetteer', 'burn'])).code).toBe(2);
  });
});

describe('mawdi gazetteer add', () => {
  const row = (id: number | string, name: string, lat: number, other = '') =>
    [
      id,
      name,
      name,
      other,
      lat,
      45.5,
      'P',
      'PPL',
      'AZ',
      '',
      '',
      '',
      '',
      '',
      900,
      '',
      10,
      'Asia/Baku',
      '2020-01-01',
    ].join('\t');
  const FILES: Readonly<Record<string, string>> = {
    'dump.txt': `${row(99000001, 'Qarmaqeri', 40.1, 'Qermeqeri,قرمقيري')}\n${row('x', 'Bad', 40)}\n${row(99000002, 'Far', 140)}\ntoo short\n`,
    'places.csv': 'id,name,lat,lon,name_ar\nqarmaqeri,"Qarmaqeri, old",40.1,45.5,قرمقيري\nbad,Bad,here,45,\n',
    'places.geojson': JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          id: 'q',
          properties: { name: 'قرمقيري' },
          geometry: { type: 'Point', coordinates: [45.5, 40.1] },
        },
        { type: 'Feature', properties: {}, geometry: null },
      ],
    }),
    'places.jsonld': JSON.stringify({
      type: 'FeatureCollection',
      '@context': 'https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld',
      features: [
        {
          '@id': 'https://example.org/q',
          type: 'Feature',
          properties: { title: 'Qarmaqeri' },
          names: [{ toponym: 'قرمقيري', lang: 'ar' }],
          geometry: { type: 'Point', coordinates: [45.5, 40.1] },
        },
      ],
    }),
  };

  it.each(Object.keys(FILES))('%s: adds, finds, lists and removes', async (file) => {
    const folder = freshFolder();
    writeFileSync(join(folder, file), FILES[file] ?? '');
    const at = { cwd: folder, env: { MAWDI_HOME: join(folder, 'home') } };
    const added = await mawdi(['gazetteer', 'add', file, '--name', 'mine'], at);
    expect(added.stdout, added.stderr).toMatch(/^mine: 1 places added/);
    if (file === 'places.csv') expect(added.stderr).toContain('places.csv:3: position NaN, 45 is not on the earth');
    expect((await mawdi(['gazetteer', 'find', 'قرمقيري'], at)).stdout).toMatch(/40\.1\t45\.5/);
    expect((await mawdi(['gazetteer', 'list'], at)).stdout).toMatch(/^mine\t1 places\tadded from /m);
    expect((await mawdi(['gazetteer', 'remove', 'mine'], at)).code).toBe(0);
    expect((await mawdi(['gazetteer', 'find', 'قرمقيري'], at)).code).toBe(1);
    expect((await mawdi(['gazetteer', 'remove', 'mine'], at)).code).toBe(2);
  });

  it('reports, passes over and counts bad lines, and takes names of alternateNamesV2', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'dump.txt'), FILES['dump.txt'] ?? '');
    writeFileSync(
      join(folder, 'names.txt'),
      '1\t99000001\tar\tقرية مستعارة\t1\t\t\t\n2\t99000001\tlink\thttps://example.org\n3\t5\tar\tغيرها\n',
    );
    const at = { cwd: folder, env: { MAWDI_HOME: join(folder, 'home') } };
    const added = await mawdi(['gazetteer', 'add', 'dump.txt', '--alternate-names', 'names.txt'], at);
    expect(added.code).toBe(1);
    expect(added.stdout).toBe('dump: 1 places added, 0 known already, 3 lines skipped\n');
    expect(added.stderr).toContain('dump.txt:2: "x" is not a GeoNames id; skipped\n');
    expect(added.stderr).toContain('dump.txt:3: position 140, 45.5 is not on the earth; skipped\n');
    expect(added.stderr).toContain('dump.txt:4: 1 columns instead of 19; skipped\n');
    expect((await mawdi(['gazetteer', 'find', 'قرية مستعارة'], at)).stdout).toMatch(
      /^gn99000001\t.*\tGeoNames 99000001$/m,
    );
  });

  it('a damaged index is refused with a reason', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'dump.txt'), FILES['dump.txt'] ?? '');
    const at = { cwd: folder, env: { MAWDI_HOME: join(folder, 'home') } };
    await mawdi(['gazetteer', 'add', 'dump.txt'], at);
    truncateSync(join(folder, 'home/gazetteers/dump.bin'), 100);
    const ran = await mawdi(['gazetteer', 'find', 'قرمقيري'], at);
    expect(ran.code).not.toBe(0);
    expect(ran.stderr).toMatch(/gazetteer index: 100 bytes instead of \d+/);
  });
});
