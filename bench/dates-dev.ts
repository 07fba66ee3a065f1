import { readFileSync } from 'node:fs';
import { edtfDays } from '../src/core/calendar/edtf.ts';
import { arabicDates } from '../src/core/languages/ar/dates.ts';
import { date } from '../src/core/stages/date.ts';
import { readText } from '../src/core/text/tokenised-text.ts';

/**
 * Scores dating on sentences with TIMEX values, one JSON object a line (`text`, `date`, `mentions` with `values` or with
 * `past` and `future`). Run: `npx tsx bench/dates-dev.ts FILE [-v]`. A case is right when one expression overlaps the
 * mention and covers the same days as one of its values.
 */
interface Resolution {
  readonly date?: string;
  readonly startDate?: string;
  readonly endDate?: string;
  readonly value?: string;
  readonly start?: string;
  readonly end?: string;
}
interface Case {
  readonly id: string;
  readonly text: string;
  readonly date?: string;
  readonly mentions: readonly (Resolution & {
    readonly start: number;
    readonly end: number;
    readonly surface: string;
    readonly type: string;
    readonly values?: readonly Resolution[];
    readonly past?: Resolution;
    readonly future?: Resolution;
  })[];
}

const [file = '', ...flags] = process.argv.slice(2);
const verbose = flags.includes('-v');
const rules = { furniture: [], abbreviations: new Set<string>() };
const counts = new Map<string, [number, number]>();
const spans = { found: 0, missed: 0, extra: 0 };
for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
  const item: Case = JSON.parse(line);
  const { value } = date(
    readText(item.text, rules),
    { id: item.id, text: item.text, ...(item.date ? { date: item.date } : {}) },
    arabicDates,
  );
  const used = new Set<number>();
  for (const mention of item.mentions) {
    const hits = value.dates.filter((one) => one.start < mention.end && one.end > mention.start);
    for (const hit of hits) used.add(hit.start);
    if (!['date', 'daterange', 'duration'].includes(mention.type)) continue;
    if (hits.length > 0) spans.found++;
    else {
      spans.missed++;
      if (verbose) console.log('MISS', item.id, item.text, '=>', mention.surface);
    }
    const wanted = (mention.values ?? [mention.past, mention.future]).flatMap((one) => {
      if (!one) return [];
      const first = one.value ?? one.date ?? one.start ?? one.startDate;
      const last = one.end ?? one.endDate;
      if (first === undefined || !/^\d{4}-\d\d-\d\d$/.test(first)) return [];
      const from = edtfDays(first)?.[0];
      const to = last && /^\d{4}-\d\d-\d\d$/.test(last) ? (edtfDays(last)?.[0] ?? 0) : from;
      return from === undefined || to === undefined ? [] : [[from, last ? to - 1 : to] as const];
    });
    if (wanted.length === 0) continue;
    const spec = `${mention.type}`;
    const count = counts.get(spec) ?? [0, 0];
    counts.set(spec, count);
    count[1]++;
    const right = hits.some((hit) => {
      const days = hit.edtf === null ? null : edtfDays(hit.edtf);
      // their ranges are half-open, but not all of them: the last day may be one off; an open range has one side
      const open = hit.edtf?.endsWith('/..') || hit.edtf?.startsWith('/');
      return (
        days !== null &&
        wanted.some(([from, to]) => {
          if (open) return days[0] === from || days[1] === to;
          return days[0] === from && (days[1] === to || (mention.type === 'daterange' && days[1] === to + 1));
        })
      );
    });
    if (right) count[0]++;
    else if (verbose)
      console.log(
        'WRONG',
        item.id,
        (item.date ?? '').slice(0, 10),
        item.text,
        '=>',
        mention.surface,
        JSON.stringify(mention.values ?? mention.past),
        '| ours',
        hits.map((hit) => `${hit.surface}=${hit.edtf}`).join(' ; '),
      );
  }
  const extra = value.dates.filter((one) => !used.has(one.start));
  spans.extra += extra.length;
  if (verbose) for (const one of extra) console.log('EXTRA', item.id, item.text, '=>', one.surface, one.edtf);
}
for (const [type, [right, all]] of counts) console.log(`${type}: ${right}/${all} = ${(right / all).toFixed(3)}`);
const [right, all] = [...counts.values()].reduce(([a, b], [c, d]) => [a + c, b + d] as const, [0, 0] as const);
console.log(`both: ${right}/${all} = ${(right / all).toFixed(3)}`);
console.log(spans);
