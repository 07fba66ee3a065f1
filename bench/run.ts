/**
 * What Mawdi costs: `npm run bench`, or one table of it with `npm run bench -- length documents open gazetteer builds`.
 * Texts and gazetteers are made from a seed, so that every run measures the same work; each figure is the median of
 * several runs after one that warms up. Writes one table a question, ready for the README. What is measured is the built
 * package (`npm run build` first): run from its source, the analysis takes half as long again.
 */
import { existsSync, readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileGazetteer } from '../src/core/gazetteer/compile.ts';
import { type Entry, NAME } from '../src/core/gazetteer/entry.ts';
import type { Gazetteer } from '../src/core/gazetteer/gazetteer.ts';
import { foldName } from '../src/core/text/fold.ts';
import { BUILDS_HEAD, BUILDS_TITLE, byBuilds } from './builds.ts';
import { SAMPLE_LINES } from './sample-lines.ts';
import { pick, seeded } from './seeded.ts';

const BUILT = new URL('../dist/lib/node.js', import.meta.url);
if (!existsSync(BUILT)) throw new Error(`no built package at ${fileURLToPath(BUILT)}: run "npm run build" first`);
const { analyse, openGazetteer } = (await import(BUILT.href)) as typeof import('../src/library-node.ts');

const SEED = 20230919;
const root = fileURLToPath(new URL('../', import.meta.url));
const INDEX = join(root, 'public/data/gazetteer/world.bin');

function text(characters: number, random: () => number): string {
  let made = '';
  while (made.length < characters) made += `${pick(SAMPLE_LINES, random)}\n`;
  return made.slice(0, characters);
}

/** Median milliseconds of processor time of a piece of work, after one run that warms up: others may use the machine. */
function milliseconds(work: () => void, runs = 5): number {
  work();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

function table(title: string, head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  process.stdout.write(
    `\n${title}\n\n${line(cells[0] ?? [])}\n| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |\n`,
  );
  for (const row of cells.slice(1)) process.stdout.write(`${line(row)}\n`);
}

const count = (value: number) => Math.round(value).toLocaleString('en');
const short = (value: number) => (value >= 100 ? count(value) : value.toPrecision(3));

function readIndex(): ArrayBuffer {
  if (!existsSync(INDEX)) throw new Error(`no gazetteer index at ${INDEX}: run "npm run data" first`);
  const bytes = readFileSync(INDEX);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

/** The engine compiles the pipeline while it runs: a short text alone would measure that. */
function warmUp(gazetteer: Gazetteer): void {
  const random = seeded(SEED);
  for (let run = 0; run < 400; run++) analyse({ id: 'x', text: text(3_000, random), date: '2023-09-20' }, gazetteer);
}

/** Does a text ten times as long take ten times as long? */
function byLength(gazetteer: Gazetteer): void {
  const rows: (string | number)[][] = [];
  warmUp(gazetteer);
  let before = 0;
  for (const times of [1, 10, 100]) {
    const document = { id: 'x', text: text(5_000 * times, seeded(SEED)), date: '2023-09-20' };
    let mentions = 0;
    const time = milliseconds(
      () => {
        mentions = analyse(document, gazetteer).mentions.length;
      },
      times === 100 ? 3 : 7,
    );
    rows.push([
      `× ${times}`,
      count(document.text.length),
      count(mentions),
      short(time),
      short((time / document.text.length) * 1e6),
      before === 0 ? '' : `× ${(time / before).toFixed(1)}`,
    ]);
    before = time;
  }
  table('Length of a text', ['text', 'characters', 'mentions', 'ms', 'ms per million', 'of the row above'], rows);
}

/** How many news texts a second, one after the other on one core. */
function byDocuments(gazetteer: Gazetteer): void {
  warmUp(gazetteer);
  const rows: (string | number)[][] = [];
  for (const characters of [1_000, 3_000, 10_000]) {
    const random = seeded(SEED);
    const documents = Array.from({ length: Math.round(600_000 / characters) }, (_, at) => ({
      id: String(at),
      text: text(characters, random),
      date: '2023-09-20',
    }));
    const time = milliseconds(() => {
      for (const document of documents) analyse(document, gazetteer);
    }, 3);
    rows.push([
      `${count(characters)} characters`,
      documents.length,
      short(time),
      short((documents.length / time) * 1000),
    ]);
  }
  table('Documents', ['each of', 'documents', 'ms', 'a second'], rows);
}

/** What it costs to open the world index, and to ask it. */
function byOpening(index: ArrayBuffer): void {
  const open = milliseconds(() => {
    openGazetteer(index);
  }, 25);
  const gazetteer = openGazetteer(index);
  const words = [...new Set(SAMPLE_LINES.flatMap((line) => line.split(/\s+/).map(foldName)))].filter(Boolean);
  const ask = milliseconds(() => {
    for (const word of words) gazetteer.findPeople(word);
  });
  table(
    'The world index',
    ['places', 'MB', 'open, ms', 'look-ups a second'],
    [[count(gazetteer.size), (index.byteLength / 1e6).toFixed(1), short(open), count((words.length / ask) * 1000)]],
  );
}

const LETTERS = [...'ابتجحخدرزسشصضطعغفقكلمنهوي'];

function* madeEntries(size: number): Generator<Entry> {
  const random = seeded(SEED);
  const word = () => Array.from({ length: 4 + Math.floor(random() * 4) }, () => pick(LETTERS, random)).join('');
  for (let at = 0; at < size; at++) {
    const arabic = random() < 0.3 ? `${word()} ${word()}` : word();
    const latin = `Place ${at}`;
    yield {
      id: `made-${at}`,
      aliases: [],
      kind: 'village',
      geometry: 'point',
      lat: Math.round((random() * 180 - 90) * 1e4) / 1e4,
      lon: Math.round((random() * 360 - 180) * 1e4) / 1e4,
      rank: 1,
      population: 0,
      seat: false,
      names: { ar: [arabic], en: [latin] },
      parents: [],
      country: '',
      period: '',
      source: 'made',
      note: {},
      usage: '',
      keys: [
        { text: arabic, flags: NAME.preferred },
        { text: latin, flags: NAME.preferred },
      ],
    };
  }
}

/** Does a gazetteer a hundred times as large slow the reading down? */
function byGazetteer(world: Gazetteer): void {
  const rows: (string | number)[][] = [];
  warmUp(world);
  const document = { id: 'x', text: text(50_000, seeded(SEED)), date: '2023-09-20' };
  for (const size of [10_000, 100_000, 1_000_000, 10_000_000]) {
    const start = performance.now();
    const index = compileGazetteer(madeEntries(size));
    const compiled = performance.now() - start;
    const open = milliseconds(() => {
      openGazetteer(index);
    }, 25);
    const gazetteer = openGazetteer(index);
    const time = milliseconds(() => {
      analyse(document, gazetteer);
    });
    rows.push([count(size), short(compiled / 1000), (index.byteLength / 1e6).toFixed(1), short(open), short(time)]);
  }
  table(
    `Size of the gazetteer (made names; a text of ${count(document.text.length)} characters)`,
    ['places', 'compile, s', 'MB', 'open, ms', 'analyse, ms'],
    rows,
  );
}

const asked = new Set(process.argv.slice(2));
const sizes = [...asked].map(Number).filter((size) => Number.isInteger(size) && size > 0);
const wants = (name: string) => asked.size === 0 || asked.has(name);
process.stdout.write(
  `npm run bench${asked.size > 0 ? ` -- ${[...asked].join(' ')}` : ''}\nNode ${process.version}, ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, seed ${SEED}\n`,
);
const index = readIndex();
if (wants('length')) byLength(openGazetteer(index));
if (wants('documents')) byDocuments(openGazetteer(index));
if (wants('open')) byOpening(index);
if (wants('gazetteer')) byGazetteer(openGazetteer(index));
// minutes for the larger ones: only when it is asked for
if (asked.has('builds'))
  table(BUILDS_TITLE, BUILDS_HEAD, await byBuilds(sizes.length > 0 ? sizes : [5, 500, 1_000, 10_000], SEED));
