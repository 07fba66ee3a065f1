import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const TEXT = 'قالت وزارة الدفاع في باكو أمس إن القوات تقدمت نحو ستيباناكيرت.';
/** What `npm run build` makes; without it there is no package to look at. */
const built =
  existsSync(join(root, 'dist/lib/node.js')) && existsSync(join(root, 'dist/site/data/gazetteer/world.bin'));

let folder = '';
const npm = (words: string[], cwd: string) =>
  execFileSync('npm', words, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const run = (file: string, words: string[]) => {
  const { status, stdout, stderr } = spawnSync(file, words, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '', MAWDI_HOME: join(folder, 'home') },
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
};
const mawdi = (...words: string[]) => run(join(folder, 'node_modules/.bin/mawdi'), words);
const node = (code: string) => run(process.execPath, ['--input-type=module', '-e', code]);

describe.skipIf(!built)('the package, installed in an empty folder without a network', () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mawdi package '));
    const [packed] = JSON.parse(npm(['pack', '--ignore-scripts', '--json', '--pack-destination', folder], root)) as {
      filename: string;
      size: number;
    }[];
    expect(packed?.size).toBeLessThan(40_000_000);
    writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
    npm(
      ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', join(folder, packed?.filename ?? '')],
      folder,
    );
    mkdirSync(join(folder, 'my-articles'));
    writeFileSync(join(folder, 'my-articles/a.txt'), TEXT);
    writeFileSync(
      join(folder, 'my-articles/b.html'),
      `<!doctype html><html lang="ar"><title>خبر</title><article><p>${TEXT}</p></article>`,
    );
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('depends on nothing', () => {
    const manifest = JSON.parse(readFileSync(join(folder, 'node_modules/mawdi/package.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    expect(manifest.dependencies).toBeUndefined();
    expect(mawdi('--version').stdout.trim()).toBe(manifest.version);
  });

  it('builds, analyses, evaluates, explains, asks and adds', { timeout: 240_000 }, () => {
    const made = mawdi('build', 'my-articles', '--out', 'site');
    expect(made.stderr).toMatch(/^2 documents/m);
    expect(made.status).toBe(0);
    for (const file of [
      'index.html',
      'offline.js',
      'manifest.webmanifest',
      'data/atlas.json',
      'data/places.geojson',
      'data/gazetteer/world.bin.gz',
      'data/gazetteer/small.bin.gz',
    ])
      expect(existsSync(join(folder, 'site', file)), file).toBe(true);
    expect(mawdi('build', 'my-articles', '--out', 'site').stderr).toMatch(/\(2 as before\)/);

    const line = JSON.parse(mawdi('analyse', 'my-articles/a.txt', '--date', '2023-09-20').stdout) as {
      mentions: { placeId: string }[];
    };
    expect(line.mentions.map(({ placeId }) => placeId)).toEqual(['baku', 'stepanakert']);
    writeFileSync(join(folder, 'gold.jsonl'), JSON.stringify({ id: 'a', text: TEXT, mentions: line.mentions }));
    expect(mawdi('evaluate', 'gold.jsonl').stdout).toMatch(/places, exact span, F1 +1\.000/);
    expect(mawdi('explain', 'my-articles/a.txt', '--at', String(TEXT.indexOf('باكو'))).stdout).toMatch(/ACCEPTED/);
    expect(mawdi('formats').stdout).toMatch(/\.docx/);
    expect(mawdi('gazetteer', 'find', 'باكو').stdout).toMatch(/^baku\t/m);
    writeFileSync(join(folder, 'own.csv'), 'name,lat,lon\nZzyzxburg,10.5,20.5\n');
    expect(mawdi('gazetteer', 'add', 'own.csv').stderr).toBe('');
    expect(mawdi('gazetteer', 'find', 'Zzyzxburg').status).toBe(0);
    expect(mawdi('gazetteer', 'compile').status).toBe(2);
  });

  it('is a library too', { timeout: 120_000 }, () => {
    const ran = node(`
      import { analyse, applyCorrections, loadGazetteer, parseCorrections, readDocuments, toGeoJson } from 'mawdi';
      import { readFileSync } from 'node:fs';
      import { createRequire } from 'node:module';
      const gazetteer = await loadGazetteer();
      const [{ document }] = await readDocuments('b.html', readFileSync('my-articles/b.html'));
      const analysis = analyse(document, gazetteer);
      const schemas = ['analysis', 'corpus', 'corrections', 'story'].map((name) => createRequire(import.meta.url)('mawdi/schemas/' + name + '.json').title);
      console.log(JSON.stringify({ places: analysis.mentions.map(({ placeId }) => placeId), schemas, kinds: [applyCorrections, parseCorrections, toGeoJson].map((one) => typeof one) }));
    `);
    expect(ran.stderr).toBe('');
    expect(JSON.parse(ran.stdout)).toEqual({
      places: ['baku', 'stepanakert'],
      schemas: ['The analysis of a document', 'A corpus', 'Corrections', 'A story'],
      kinds: ['function', 'function', 'function'],
    });
  });

  it('asks a bundler or a browser for nothing of Node', () => {
    const entry = readFileSync(join(folder, 'node_modules/mawdi/dist/lib/mawdi.js'), 'utf8');
    const parts = [...entry.matchAll(/from "\.\/([^"]+)"/g)].map(([, name]) =>
      readFileSync(join(folder, 'node_modules/mawdi/dist/lib', name ?? ''), 'utf8'),
    );
    for (const source of [entry, ...parts]) expect(source).not.toMatch(/(?:from|import)\s*["']node:/);
  });

  it.each(['bundler', 'nodenext'])(
    'has types for a consumer that resolves as %s',
    { timeout: 120_000 },
    (resolution) => {
      writeFileSync(
        join(folder, 'consumer.ts'),
        `import { analyse, loadGazetteer, toGeoJson, type Analysis, type Correction, type Gazetteer } from 'mawdi';
       const gazetteer: Gazetteer = await loadGazetteer();
       const analysis: Analysis = analyse({ id: 'a', text: 'x' }, gazetteer);
       export const first: number | undefined = analysis.mentions[0]?.start;
       export const corrections: Correction[] = [];
       export const layers: ReturnType<typeof toGeoJson>['places']['type'] = 'FeatureCollection';
       // @ts-expect-error: an id is a string
       analyse({ id: 1, text: 'x' }, gazetteer);
      `,
      );
      const module = resolution === 'bundler' ? 'esnext' : 'nodenext';
      const ran = run(process.execPath, [
        join(root, 'node_modules/typescript/bin/tsc'),
        '--ignoreConfig',
        '--noEmit',
        '--strict',
        '--target',
        'es2022',
        '--lib',
        'es2023,dom',
        '--types',
        '',
        '--module',
        module,
        '--moduleResolution',
        resolution,
        'consumer.ts',
      ]);
      expect(ran.stdout).toBe('');
      expect(ran.status).toBe(0);
    },
  );
});
