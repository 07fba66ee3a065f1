/**
 * Writes the table of scores into the README: `npm run scores`. Runs `mawdi evaluate` on the gold files and puts the
 * figures, each with its number of cases, between the marks `<!-- scores -->` and `<!-- /scores -->`.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface Score {
  readonly name: string;
  readonly value: number;
  readonly right: number;
  readonly cases: number;
}

const root = fileURLToPath(new URL('../', import.meta.url));
/** The gold files, each with the head of its column. */
const FILES = [
  ['sample.jsonl', (documents) => `sample (${documents} documents)`],
  ['news.jsonl', (documents) => `other news (${documents} texts)`],
  ['news-2.jsonl', (documents) => `fresh news (${documents})`],
  ['news-held-out.jsonl', (documents) => `fresh news, held out until late (${documents})`],
] as const satisfies readonly (readonly [string, (documents: number) => string])[];
/** Which scores the README shows, and in which words. `F1` counts every span twice, found and to be found. */
const ROWS: readonly (readonly [string, string])[] = [
  ['places, exact span, F1', 'places: exact span, F1'],
  ['places, overlapping span, F1', 'places: overlapping span, F1'],
  ['demonyms, exact span, F1', 'names of peoples: exact span, F1'],
  ['place ids right', 'the right place, on found spans'],
  ['placed within 25 km', 'placed within 25 km, on found spans'],
  ['senses right', 'the right sense, on found spans'],
  ['dates, span, F1', 'dates: exact span, F1'],
  ['date values right', 'dates: the right value (EDTF)'],
  ['events, kind and passage, F1', 'events: kind and passage, F1'],
  ['event places right', 'events: the right place'],
  ['event dates right', 'events: the right date'],
  ['event speakers right', 'events: the right speaker'],
];

const columns = FILES.map(([file, head]) => {
  const written = execFileSync(
    process.execPath,
    ['--import', 'tsx', 'src/cli/mawdi.ts', 'evaluate', `tests/gold/${file}`, '--json'],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  );
  const { documents, scores } = JSON.parse(written) as { documents: number; scores: Score[] };
  return { head: head(documents), byName: new Map(scores.map((score) => [score.name, score])) };
});

const cell = (score: Score | undefined) =>
  score && score.cases > 0 ? `${score.value.toFixed(3)} (${score.cases})` : '–';
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = [
  row(['what', ...columns.map(({ head }) => head)]),
  row(['---', ...columns.map(() => '---:')]),
  ...ROWS.map(([name, words]) => row([words, ...columns.map(({ byName }) => cell(byName.get(name)))])),
].join('\n');
const readme = `${root}README.md`;
const before = readFileSync(readme, 'utf8');
const marks = /(<!-- scores -->\n)[\s\S]*?(\n<!-- \/scores -->)/;
if (!marks.test(before)) throw new Error('README.md: the marks <!-- scores --> and <!-- /scores --> are missing');
writeFileSync(
  readme,
  before.replace(marks, (_, open: string, close: string) => `${open}${table}${close}`),
);
process.stdout.write(`${table}\n`);
