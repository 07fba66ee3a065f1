/**
 * What a site costs to build: `npm run bench -- builds`, or `npm run bench -- builds 500 5000` for corpora of these sizes.
 * Corpora are made from a seed; each is built with one core and with all, built again after one document has changed, and
 * again after nothing has. Time is that of the whole process, with its start; memory the most that it held.
 */
import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { madePath, writeCorpus } from './made-news.ts';

const COMMAND = fileURLToPath(new URL('../dist/cli/mawdi.js', import.meta.url));
const LOOK_MS = 20;

interface Run {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly megabytes: number;
}

/** Runs the built command line to its end. Memory and processor time are read where the system tells them. */
async function run(words: readonly string[]): Promise<Run> {
  const begun = performance.now();
  const child = spawn(process.execPath, [COMMAND, ...words], { stdio: ['ignore', 'ignore', 'pipe'] });
  let told = '';
  child.stderr.on('data', (chunk: Buffer) => {
    told += chunk.toString();
  });
  let kilobytes = 0;
  let ticks = 0;
  const look = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      kilobytes = Math.max(kilobytes, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      ticks = Number(fields[11]) + Number(fields[12]);
    } catch {
      // ended, or a system that does not tell
    }
  }, LOOK_MS);
  const code = await new Promise<number | null>((done) => child.once('close', done));
  clearInterval(look);
  if (code !== 0) throw new Error(`mawdi ${words.join(' ')} ended with ${code}: ${told.slice(-500)}`);
  return { seconds: (performance.now() - begun) / 1000, cpuSeconds: ticks / 100, megabytes: kilobytes / 1024 };
}

/** What the explorer reads before it shows something, as it lies there and compressed, in megabytes. */
function atlasSize(site: string): { plain: number; packed: number } {
  const files = [
    join(site, 'atlas.json'),
    ...(statSync(join(site, 'atlas.json')).size < 100_000
      ? readdirSync(join(site, 'atlas')).map((name) => join(site, 'atlas', name))
      : []),
  ].map((path) => readFileSync(path));
  const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0) / 1e6;
  return { plain: sum(files.map(({ length }) => length)), packed: sum(files.map((bytes) => gzipSync(bytes).length)) };
}

const shown = ({ seconds, cpuSeconds }: Run) => `${seconds.toFixed(1)} (${cpuSeconds.toFixed(1)})`;

/** Rows of the table: one a corpus. */
export async function byBuilds(sizes: readonly number[], seed: number): Promise<string[][]> {
  const rows: string[][] = [];
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'mawdi bench '));
    try {
      const texts = join(folder, 'texts');
      const site = join(folder, 'site');
      writeCorpus(texts, size, seed);
      const build = (...words: string[]) => run(['build', texts, '--out', site, '--data-only', '--quiet', ...words]);
      const one = await build('--jobs', '1', '--no-cache');
      const all = await build('--no-cache');
      appendFileSync(join(texts, madePath(Math.floor(size / 2))), '\nزار الوفد تبليسي.\n');
      const touched = await build();
      const nothing = await build();
      const { plain, packed } = atlasSize(site);
      rows.push([
        size.toLocaleString('en'),
        shown(one),
        shown(all),
        `× ${(one.seconds / all.seconds).toFixed(1)}`,
        Math.max(one.megabytes, all.megabytes).toFixed(0),
        shown(touched),
        `1/${(all.seconds / touched.seconds).toFixed(0)} (1/${(all.cpuSeconds / touched.cpuSeconds).toFixed(0)})`,
        shown(nothing),
        `${plain.toFixed(1)} (${packed.toFixed(1)})`,
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return rows;
}

export const BUILDS_TITLE = `Building sites (seconds, processor seconds in brackets; ${cpus().length} cores)`;
export const BUILDS_HEAD = [
  'documents',
  'one core',
  'all cores',
  'gain',
  'MB at most',
  'one changed',
  'of the whole',
  'nothing changed',
  'atlas, MB (gzip)',
];
