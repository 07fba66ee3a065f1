import { readFileSync } from 'node:fs';
import { arabicEvents } from '../src/core/languages/ar/events.ts';
import { arabicSentences } from '../src/core/languages/ar/sentences.ts';
import { attribute } from '../src/core/stages/attribute.ts';
import { event } from '../src/core/stages/event.ts';
import { readText } from '../src/core/text/tokenised-text.ts';

/**
 * Scores "an event of this PLOVER class is reported" on sentences judged yes or no: one JSON object a line with `text` and
 * `event {type, accept, reject}`. Mentions and dates are left out: the words alone decide.
 *
 *     npx tsx bench/events-dev.ts SENTENCES.jsonl [--misses]
 */
interface Row {
  readonly id: string;
  readonly text: string;
  readonly event: { readonly type: string; readonly accept: number; readonly reject: number };
}

const [path, flag] = process.argv.slice(2);
if (path === undefined) throw new Error('give the path of a jsonl file');
const rows = readFileSync(path, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as Row);
const totals = new Map<string, { hit: number; extra: number; missed: number; right: number }>();
for (const row of rows) {
  const text = readText(row.text, arabicSentences);
  const claims = attribute(text, [], arabicEvents.speech).value;
  const events = event(text, [], [], claims, null, arabicEvents).value;
  const found = events.filter((one) => one.plover === row.event.type && one.factuality === 'reported');
  const expected = row.event.accept > row.event.reject;
  const total = totals.get(row.event.type) ?? { hit: 0, extra: 0, missed: 0, right: 0 };
  totals.set(row.event.type, total);
  if (expected && found.length > 0) total.hit++;
  else if (expected) total.missed++;
  else if (found.length > 0) total.extra++;
  else total.right++;
  if (flag === '--misses' && expected !== found.length > 0)
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
