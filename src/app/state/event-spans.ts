import { NO_DAY } from '../../core/model/atlas.ts';
import type { Columns } from './columns.ts';
import type { Filters } from './filters.ts';
import { spansOf } from './timeline-bins.ts';

/** First and last day of each event. */
export interface EventSpans {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

const made = new WeakMap<Columns['events'], Map<Filters['timeOf'], EventSpans>>();

/** One span an event, or its first publication, whatever the filters; made once for a corpus. */
export function eventSpans(table: Columns['events'] | undefined, size: number, timeOf: Filters['timeOf']): EventSpans {
  const known = table && made.get(table)?.get(timeOf);
  if (known) return known;
  const first = new Int32Array(size).fill(NO_DAY);
  const last = new Int32Array(size).fill(NO_DAY);
  if (!table) return { first, last };
  const published = timeOf === 'publication';
  for (const row of table.byJoined) {
    const joined = table.joined[row]!;
    const from = published ? table.publishedFirst[row]! : table.firstDay[row]!;
    if (first[joined] !== NO_DAY && from >= first[joined]!) continue;
    first[joined] = from;
    last[joined] = published ? table.publishedLast[row]! : table.lastDay[row]!;
  }
  const spans = { first, last };
  made.set(table, (made.get(table) ?? new Map()).set(timeOf, spans));
  return spans;
}

/** Makes what the timeline asks for when a corpus is shown. */
export function prepareSpans(table: Columns['events'], size: number, timeOf: Filters['timeOf']): void {
  const { first, last } = eventSpans(table, size, timeOf);
  spansOf(first, last);
}
