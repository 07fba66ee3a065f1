import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** `vite build` makes the explorer in dist/site; `vite build --mode cli` makes the command line and the library. */
export default defineConfig(({ mode }) =>
  mode === 'cli'
    ? {
        publicDir: false as const,
        build: {
          ssr: true,
          outDir: here('dist/cli'),
          emptyOutDir: true,
          target: 'node20',
          rolldownOptions: { input: { mawdi: here('src/cli/mawdi.ts') } },
        },
        ssr: { noExternal: true },
      }
    : {
        root: here('src/app'),
        publicDir: here('public'),
        base: './',
        plugins: [preact()],
        worker: { format: 'es' as const },
        build: { outDir: here('dist/site'), emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 1500 },
        server: { host: '127.0.0.1', port: 4173 },
      },
);
