import type { DateValue } from './date-value.ts';
import { addMonths, civilOf, daysInMonth } from './days.ts';
import { dayEdtf, edtfDays, monthEdtf, rangeEdtf, yearEdtf } from './edtf.ts';

/**
 * The interval from the value of one expression to that of another; null for an end that is not told. A second end
 * that would lie before the first is moved on where its words leave it open.
 */
export function joinEdtf(
  from: DateValue | null,
  to: DateValue | null,
  first: string | null,
  last: string | null,
): string | null {
  let [a, b] = [first, last];
  // from Wednesday to Friday: the second lies on or after the first
  const one = a ? edtfDays(a) : null;
  const two = b ? edtfDays(b) : null;
  if (from && to && one && two && two[0] < one[0]) {
    if (to.kind === 'weekday' && to.turn === null) b = dayEdtf(one[0] + ((two[0] - one[0]) % 7) + 7);
    else if (from.kind === 'weekday' && from.turn === null) a = dayEdtf(two[0] - 7 + ((one[0] - two[0]) % 7 || 7));
    else if (to.kind === 'date' && to.year === null && to.turn === null) b = nextYear(b ?? '');
    else if (from.kind === 'date' && from.year === null && from.turn === null) a = nextYear(a ?? '', -1);
    else return null;
  }
  const clean = (edtf: string | null) => (edtf && /[X/{]|-2[1-4]$/.test(edtf) ? ends(edtf) : null);
  const [left, right] = [clean(a), clean(b)];
  const start = left ? left[0] : a;
  const end = right ? right[1] : b;
  if (a?.startsWith('XXXX') || b?.startsWith('XXXX')) return null;
  const [opens, closes] = [edtfDays(start ?? ''), edtfDays(end ?? '')];
  if (opens && closes && opens[0] > closes[1]) return null;
  if (start === null) return `/${end}`;
  if (end === null) return `${start}/..`;
  return `${start}/${end}`;
}

/** First and last part of a value that cannot stand in an interval as it is. */
function ends(edtf: string): readonly [string, string] | null {
  const days = edtfDays(edtf);
  if (!days) return null;
  const slash = edtf.indexOf('/');
  if (slash > 0) return [edtf.slice(0, slash), edtf.slice(slash + 1)];
  const a = civilOf(days[0]);
  const b = civilOf(days[1]);
  if (days[1] - days[0] > 366) return [yearEdtf(a.year), yearEdtf(b.year)];
  if (a.day === 1 && b.day === daysInMonth(b.year, b.month))
    return [monthEdtf(a.year, a.month), monthEdtf(b.year, b.month)];
  return [dayEdtf(days[0]), dayEdtf(days[1])];
}

function nextYear(edtf: string, years = 1): string {
  const days = edtfDays(edtf);
  if (!days) return edtf;
  return rangeEdtf(addMonths(days[0], 12 * years), addMonths(days[1] + 1, 12 * years) - 1);
}
