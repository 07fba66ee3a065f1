import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/**
 * The commands read `public/data/gazetteer/world.bin`: made once before the tests where it is missing or older than a
 * table. Where it cannot be made the tests that need it fail, and the others still run.
 */
export default function setup(): void {
  const index = join(root, 'public/data/gazetteer/world.bin');
  const tables = join(root, 'geo/gazetteer');
  const newest = Math.max(...readdirSync(tables).map((file) => statSync(join(tables, file)).mtimeMs));
  const small = join(root, 'public/data/gazetteer/small.bin.gz');
  if (existsSync(small) && existsSync(`${index}.gz`) && existsSync(index) && statSync(index).mtimeMs >= newest) return;
  try {
    execFileSync(process.execPath, ['--import', 'tsx', 'src/cli/mawdi.ts', 'gazetteer', 'compile'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  } catch (error) {
    console.error(`the gazetteer index could not be made: ${error instanceof Error ? error.message : error}`);
  }
}
