import type { DateExpression } from '../model/date-expression.ts';
import type { Event } from '../model/event.ts';

/** The date of a happening: nearest in its clause, in its passage, from what was told just before, of the document. */
export function dateOf(
  dates: readonly DateExpression[],
  trigger: number,
  start: number,
  end: number,
  options: {
    readonly context: string | null;
    readonly document: string | null;
    readonly fresh: boolean;
    readonly taken: ReadonlySet<DateExpression>;
  },
): { date: string | null; dateBasis: Event['dateBasis'] } {
  const usable = dates.filter((date) => date.type !== 'duration' && date.edtf !== null && !options.taken.has(date));
  const inside = nearestDate(
    usable.filter((date) => date.start >= start && date.end <= end),
    trigger,
  );
  if (inside !== null) return { date: inside.edtf, dateBasis: 'passage' };
  // a date at the head of the sentence dates all of it
  const leading = usable.filter((date) => date.end <= start);
  const lead = leading[leading.length - 1];
  if (lead !== undefined) return { date: lead.edtf, dateBasis: 'passage' };
  if (options.context !== null) return { date: options.context, dateBasis: 'context' };
  if (options.fresh && options.document !== null) return { date: options.document, dateBasis: 'document' };
  return { date: null, dateBasis: null };
}

function nearestDate(dates: readonly DateExpression[], trigger: number): DateExpression | null {
  let best: DateExpression | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const date of dates) {
    const gap = date.start >= trigger ? date.start - trigger : (trigger - date.end) * 1.5;
    if (gap < least) {
      least = gap;
      best = date;
    }
  }
  return best;
}
