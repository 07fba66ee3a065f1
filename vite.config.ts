import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig, type Plugin, transformWithOxc, type UserConfig } from 'vite';
import { listFiles } from './src/cli/jobs/staging.ts';
import { writeOfflineList } from './src/cli/offline-list.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Changes with everything that decides how a document is read: the analysis, the readers of files, the index of names. */
function analysisVersion(): string {
  const hash = createHash('sha256');
  const index = here('public/data/gazetteer/world.bin');
  const sources = ['src/core', 'src/formats'].flatMap((folder) =>
    readdirSync(here(folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
  );
  for (const path of [...sources.sort(), ...(existsSync(index) ? [index] : [])]) hash.update(readFileSync(path));
  return hash.digest('base64url').slice(0, 16);
}

/** Builds the service worker beside the page and writes the list of the site's files into it. */
function offline(): Plugin {
  const source = here('src/worker/offline.ts');
  let site = '';
  return {
    name: 'mawdi-offline',
    apply: 'build',
    configResolved(config) {
      site = config.build.outDir;
    },
    async generateBundle() {
      // the marks that the list is put between are comments, which a minifier would drop
      const { code } = await transformWithOxc(readFileSync(source, 'utf8'), source, { sourcemap: false });
      this.emitFile({
        type: 'asset',
        fileName: 'offline.js',
        source: code.replace(/FILES = \[\]/, 'FILES = /*FILES*/[]/*END*/'),
      });
    },
    closeBundle() {
      const worker = join(site, 'offline.js');
      writeOfflineList(worker, worker, listFiles(site), (file) => join(site, file));
    },
  };
}

/** While developing, styles are put into the page by script and a socket tells of changes: the policy is for what is built. */
function openPolicy(): Plugin {
  return {
    name: 'mawdi-open-policy',
    apply: 'serve',
    transformIndexHtml: (html) => html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''),
  };
}

/** Makes the command of the package runnable. */
function runnable(): Plugin {
  return { name: 'mawdi-runnable', closeBundle: () => chmodSync(here('dist/cli/mawdi.js'), 0o755) };
}

/** Writes the types of the library beside it. */
function declarations(): Plugin {
  const folder = here('dist/lib/types');
  return {
    name: 'mawdi-declarations',
    closeBundle() {
      cpSync(here('src/schemas'), here('dist/schemas'), { recursive: true });
      const options =
        '--declaration --emitDeclarationOnly --noEmit false --stripInternal --target es2022 --module esnext --moduleResolution bundler --lib es2023,dom --types node,geojson --strict --noUncheckedIndexedAccess --skipLibCheck --allowImportingTsExtensions --verbatimModuleSyntax';
      const ambient = readdirSync(here('src/formats'))
        .filter((name) => name.endsWith('.d.ts'))
        .map((name) => here(`src/formats/${name}`));
      const compiler = here('node_modules/typescript/bin/tsc');
      execFileSync(
        process.execPath,
        [
          compiler,
          '--ignoreConfig',
          ...options.split(' '),
          '--rootDir',
          here('src'),
          '--outDir',
          folder,
          here('src/library-node.ts'),
          ...ambient,
        ],
        {
          cwd: here('.'),
          stdio: 'inherit',
        },
      );
      copyFileSync(here('node_modules/@types/geojson/index.d.ts'), join(folder, 'geojson-types.d.ts'));
      // a consumer finds `./model/span.js` beside `./model/span.d.ts`, but no `.ts`, and need not have the types of GeoJSON
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.name.endsWith('.d.ts')) continue;
        const path = join(entry.parentPath, entry.name);
        const up = relative(entry.parentPath, folder) || '.';
        const types = readFileSync(path, 'utf8')
          .replace(/(['"])(\.{1,2}\/[^'"]+)\.ts\1/g, '$1$2.js$1')
          .replace(/\bGeoJSON\.(\w+)/g, `import('${up}/geojson-types.js').$1`);
        writeFileSync(path, types);
      }
    },
  };
}

/**
 * The map library by itself: it changes seldomer than our own code, and what is ours can be weighed. What the first view
 * needs in one piece: a dozen small ones, shared with what is fetched later, would be a tenth heavier.
 */
const PIECES = [
  { name: 'maplibre', test: /node_modules\/maplibre-gl\// },
  {
    name: 'first',
    test: /src\/app\/(state|panels|parts|data)\/(?!chronology-page|lists\.|places-panel|event-view|event-telling|differences-table|figures-table|words-for-it|told-differently|filter-sections|filter-where|filter-when|choice-list|finder|facets|found-names|document-reader|reader-foot|walk-bar|tellings-bar)|src\/app\/(own\/dropped-files|stories\/((edited|printed)-story|site-documents))\.ts|src\/app\/i18n\/(locale|dates|names|plural|side-name)\.ts|node_modules\/@?preact\//,
  },
  // likewise of the map
  {
    name: 'map',
    test: /src\/app\/map\/(?!tool-hand|tool-bar|picture|read-base-map|archive-layers|base-map-form|compare-key|pick-hand).*\.tsx?$/,
  },
];

/**
 * `vite build` makes the explorer in dist/site; `vite build --mode cli` the command line, all that it needs included;
 * `vite build --mode library` what `import 'mawdi'` gives.
 */
export default defineConfig(({ mode }): UserConfig => {
  if (mode === 'cli')
    return {
      publicDir: false,
      build: {
        ssr: true,
        outDir: here('dist/cli'),
        emptyOutDir: true,
        target: 'node20',
        rolldownOptions: {
          input: {
            mawdi: here('src/cli/mawdi.ts'),
            'analysis-worker': here('src/cli/jobs/analysis-worker.ts'),
            'mover-process': here('src/cli/jobs/mover-process.ts'),
          },
          // the pool looks for its worker beside itself, a build for its mover
          output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
      ssr: { noExternal: true },
      plugins: [runnable()],
    };
  if (mode === 'library')
    return {
      publicDir: false,
      build: {
        outDir: here('dist/lib'),
        emptyOutDir: true,
        target: 'es2022',
        minify: false,
        // for any runtime: of Node only what is made for Node asks for its modules
        lib: { entry: { mawdi: here('src/library.ts'), node: here('src/library-node.ts') }, formats: ['es'] },
        rolldownOptions: {
          external: /^node:/,
          output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
      plugins: [declarations()],
    };
  return {
    root: here('src/app'),
    publicDir: here('public'),
    base: './',
    plugins: [preact(), openPolicy(), offline()],
    define: { 'import.meta.env.MAWDI_ANALYSIS': JSON.stringify(analysisVersion()) },
    worker: { format: 'es' },
    build: {
      outDir: here('dist/site'),
      emptyOutDir: true,
      target: 'es2022',
      chunkSizeWarningLimit: 1500,
      // every browser that knows es2022 and the map's WebGL 2 preloads by itself
      modulePreload: { polyfill: false },
      rolldownOptions: { output: { codeSplitting: { groups: PIECES } } },
    },
    server: { host: '127.0.0.1', port: 4173 },
  };
});
