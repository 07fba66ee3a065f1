/**
 * What each weight of place recognition is worth: `npx tsx bench/place-weights.ts GOLD.jsonl …` takes one weight after
 * the other away, halves it and raises it by half, and prints how F1 over exact spans and the share of right places move
 * on the gold given (texts in it, demonyms left out). A weight that moves nothing has no case there; one that is better
 * elsewhere than where it stands should move. `--fit` goes on in small steps as long as the sum of both grows, and
 * prints what it found: a proposal to be read, for a few dozen texts prove little.
 */
import { readFileSync } from 'node:fs';
import { gazetteerOf, loadResources } from '../src/cli/jobs/resources.ts';
import { languageOf } from '../src/core/languages/registry.ts';
import { IS_PLACE, WHICH_PLACE } from '../src/core/resolution/weights.ts';
import type { Gold } from '../src/core/scoring/gold.ts';
import { recognise } from '../src/core/stages/recognise.ts';
import { resolve } from '../src/core/stages/resolve.ts';
import { detectLanguage } from '../src/core/text/detect-language.ts';
import { readText } from '../src/core/text/tokenised-text.ts';

const fit = process.argv.includes('--fit');
const files = process.argv.slice(2).filter((word) => !word.startsWith('--'));
if (files.length === 0) throw new Error('name gold files: npx tsx bench/place-weights.ts GOLD.jsonl …');

const gazetteer = gazetteerOf(loadResources());
const cases = files
  .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as Gold)
  .flatMap((gold) => {
    const language = languageOf(gold.lang ?? detectLanguage(gold.text ?? ''));
    if (gold.text === undefined || !gold.mentions || !language) return [];
    const text = readText(gold.text, language.sentences);
    const wanted = gold.mentions.filter(({ sense }) => sense !== 'demonym');
    return [{ text, language, wanted, proposals: recognise(text, gazetteer, language.names) }];
  });

interface Measured {
  readonly f1: number;
  readonly right: number;
}

function measure(): Measured {
  let hits = 0;
  let found = 0;
  let wantedCount = 0;
  let right = 0;
  let placed = 0;
  for (const { text, language, wanted, proposals } of cases) {
    const mine = resolve(text, proposals, gazetteer, language.names).value.filter(({ sense }) => sense !== 'demonym');
    const bySpan = new Map(mine.map((mention) => [`${mention.start} ${mention.end}`, mention]));
    found += mine.length;
    wantedCount += wanted.length;
    for (const { start, end, placeId } of wanted) {
      const mention = bySpan.get(`${start} ${end}`);
      if (!mention) continue;
      hits++;
      if (typeof placeId !== 'string') continue;
      placed++;
      if (mention.placeId === placeId) right++;
    }
  }
  return { f1: (2 * hits) / Math.max(1, found + wantedCount), right: right / Math.max(1, placed) };
}

const tables: readonly (readonly [string, Record<string, number>])[] = [
  ['is-place', IS_PLACE as unknown as Record<string, number>],
  ['which-place', WHICH_PLACE as unknown as Record<string, number>],
];
const FACTORS = [0, 0.5, 1.5] as const;
const signed = (value: number) => `${value >= 0 ? '+' : ''}${(value * 1000).toFixed(1)}`.padStart(8);

const base = measure();
process.stdout.write(
  `${cases.length} texts: F1 ${base.f1.toFixed(4)}, right place ${base.right.toFixed(4)}\nchange in thousandths, F1 and right place\n`,
);
process.stdout.write(`${'weight'.padEnd(30)}${FACTORS.map((factor) => `× ${factor}`.padStart(17)).join('')}\n`);
for (const [table, weights] of tables)
  for (const [name, weight] of Object.entries(weights)) {
    const cells = FACTORS.map((factor) => {
      weights[name] = weight * factor;
      const { f1, right } = measure();
      return ` ${signed(f1 - base.f1)}${signed(right - base.right)}`;
    });
    weights[name] = weight;
    process.stdout.write(`${`${table}.${name} ${weight}`.padEnd(30)}${cells.join('')}\n`);
  }

if (fit) {
  let best = base.f1 + base.right;
  for (const [table, weights] of tables)
    for (const [name, start] of Object.entries(weights))
      for (const factor of [0.8, 1.25]) {
        for (;;) {
          const before = weights[name] ?? 0;
          weights[name] = before * factor;
          const { f1, right } = measure();
          if (f1 + right <= best || Math.abs(weights[name] ?? 0) > Math.abs(start) * 4) {
            weights[name] = before;
            break;
          }
          best = f1 + right;
          process.stdout.write(`${table}.${name} ${(weights[name] ?? 0).toFixed(2)}: ${best.toFixed(4)}\n`);
        }
      }
}
