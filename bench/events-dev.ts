import { readFileSync } from 'node:fs';
import { gazetteerOf, loadResources } from '../src/cli/jobs/resources.ts';
import { analyse } from '../src/core/analyse.ts';

/**
 * Scores "an event of this PLOVER class is reported" on sentences judged yes or no: one JSON object a line with `text` and
 * `event {type, accept, reject}`. Each sentence is read as a document of its own, as `mawdi analyse` reads it.
 *
 *     npx tsx bench/events-dev.ts SENTENCES.jsonl [--even | --odd] [--misses]
 *
 * `--even` and `--odd` take every second line: rules are made by reading the misses of one half, and the other half,
 * of which only the totals are looked at, tells whether they hold.
 */
interface Row {
  readonly id: string;
  readonly text: string;
  readonly event: { readonly type: string; readonly accept: number; readonly reject: number };
}

const [path, ...flags] = process.argv.slice(2);
if (path === undefined) throw new Error('give the path of a jsonl file');
const half = flags.includes('--even') ? 0 : flags.includes('--odd') ? 1 : null;
const rows = readFileSync(path, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .filter((_, index) => half === null || index % 2 === half)
  .map((line) => JSON.parse(line) as Row);
const gazetteer = gazetteerOf(loadResources());
const totals = new Map<string, { hit: number; extra: number; missed: number; right: number }>();
for (const row of rows) {
  const { events } = analyse({ id: row.id, text: row.text, lang: 'ar' }, gazetteer);
  const found = events.filter((one) => one.plover === row.event.type && one.factuality === 'reported');
  const expected = row.event.accept > row.event.reject;
  const total = totals.get(row.event.type) ?? { hit: 0, extra: 0, missed: 0, right: 0 };
  totals.set(row.event.type, total);
  if (expected && found.length > 0) total.hit++;
  else if (expected) total.missed++;
  else if (found.length > 0) total.extra++;
  else total.right++;
  if (flags.includes('--misses') && expected !== found.length > 0)
    console.log(
      `${expected ? 'MISSED' : 'EXTRA'} ${row.event.type}\t${found.map((one) => `${one.kind}:${row.text.slice(one.trigger.start, one.trigger.end)}`).join(' ')}\t${row.text}`,
    );
}
for (const [type, { hit, extra, missed, right }] of totals) {
  const precision = hit / (hit + extra || 1);
  const recall = hit / (hit + missed || 1);
  console.log(
    `${type}: n ${hit + extra + missed + right}, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${((2 * precision * recall) / (precision + recall || 1)).toFixed(3)} (${hit} found, ${missed} missed, ${extra} extra)`,
  );
}
