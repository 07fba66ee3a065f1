import type { DateValue } from '../../calendar/date-value.ts';
import { point } from './dates-point.ts';
import { type Found, isCounted, numberAt, type View, viewsAfterAnd, wordAt } from './dates-scan.ts';
import { TO, UNTIL_NOW } from './dates-words.ts';
import { bareYear, isDash, yearAt } from './dates-years.ts';

/** Closed ranges: من 1 إلى 5 مايو, بين 1992 و1994. */

/** The end of a range whose start is known: a bare number is a year behind a year. */
export function secondOf(view: View, first: Found, index: number): Found | null {
  const isYear = first.value.kind === 'date' && first.value.month === null;
  if (isYear) {
    const year = bareYear(view, index, true);
    if (year) return year;
  }
  // من يوم الاثنين إلى يوم الجمعة
  const at = ['يوم', 'في', 'غايه'].includes(wordAt(view, index)) ? index + 1 : index;
  const second = point(view, at);
  if (!second) return null;
  return isRangeEnd(second.value) ? second : null;
}

export const isRangeEnd = (value: DateValue) =>
  [
    'date',
    'day',
    'weekday',
    'unit',
    'season',
    'decade',
    'century',
    'millennium',
    'either',
    'part',
    'nth',
    'converted',
  ].includes(value.kind);

/** The year or the month that only one end of a range names holds for both. */
export function rangeOf(from: DateValue, to: DateValue): DateValue {
  if (from.kind === 'date' && to.kind === 'date') {
    const bothMonths = typeof from.month === 'number' && typeof to.month === 'number';
    if (bothMonths && from.year === null && from.turn === null && (to.year !== null || to.turn !== null)) {
      const wraps = (from.month as number) > (to.month as number) && typeof to.year === 'number';
      const year = wraps ? (to.year as number) - 1 : to.year;
      return { kind: 'range', from: { ...from, year, turn: to.turn, calendar: to.calendar }, to };
    }
    if (bothMonths && to.year === null && to.turn === null && typeof from.year === 'number') {
      const year = (to.month as number) < (from.month as number) ? from.year + 1 : from.year;
      return { kind: 'range', from, to: { ...to, year } };
    }
  }
  return { kind: 'range', from, to };
}

/** The span leaves من and بين out, as every preposition: من 1990 إلى 1994, من الاثنين إلى الجمعة, بين 1992 و1994, بين عامي 1992 و1994, ما بين يونيو وأغسطس 2006. */
export function closedRange(view: View, index: number): Found | null {
  const between = wordAt(view, index) !== 'من';
  let at = wordAt(view, index) === 'ما' ? index + 2 : index + 1;
  if (between && ['الفتره'].includes(wordAt(view, at))) at++;
  if (['يوم', 'يومي', 'شهري', 'تاريخ', 'في'].includes(wordAt(view, at))) at++;
  const first = point(view, at) ?? yearInRange(view, at);
  if (!first) return null;
  if (first.value.kind === 'range') return first;
  if (between && first.value.kind === 'list' && first.value.items.length === 2) {
    const [from = null, to = null] = first.value.items;
    return { value: { kind: 'range', from, to }, from: first.from, to: first.to };
  }
  if (!isRangeEnd(first.value)) return null;
  if (!between || isDash(wordAt(view, first.to))) {
    const sign = wordAt(view, first.to);
    if (!TO.has(sign) && !isDash(sign)) return null;
    // من 1990 حتى الآن
    if (TO.has(sign) && UNTIL_NOW.has(wordAt(view, first.to + 1)))
      return { value: { kind: 'range', from: first.value, to: null }, from: first.from, to: first.to };
    const second = secondOf(view, first, first.to + 1);
    return second && { value: rangeOf(first.value, second.value), from: first.from, to: second.to };
  }
  for (const rest of viewsAfterAnd(view, first.to)) {
    const isYear = first.value.kind === 'date' && first.value.month === null;
    const head = ['يوم', 'شهر'].includes(wordAt(rest, rest.head)) ? rest.head + 1 : rest.head;
    const second = (isYear ? bareYear(rest, rest.head, true) : null) ?? point(rest, head);
    if (second && isRangeEnd(second.value) && (second.value.kind === 'date') === (first.value.kind === 'date'))
      return { value: rangeOf(first.value, second.value), from: first.from, to: second.to };
  }
  return null;
}

/** A year in من … إلى …, with both ends years. */
function yearInRange(view: View, index: number): Found | null {
  const year = yearAt(view, index, false);
  if (!year || year.year > 2100) return null;
  const sign = wordAt(view, year.to);
  if (TO.has(sign) && UNTIL_NOW.has(wordAt(view, year.to + 1))) return bareYear(view, index, true);
  const other = sign === 'و' || TO.has(sign) || isDash(sign) ? yearAt(view, year.to + 1, false) : null;
  if (!other || other.year <= year.year || isCounted(view, other.to)) return null;
  return bareYear(view, index, true);
}

/** شهر نوفمبر بين 19 و20, نوفمبر من 19 إلى 20. */
export function daysBehindMonth(view: View, first: Found): Found | null {
  const { value, to } = first;
  if (value.kind !== 'date' || typeof value.month !== 'number' || value.day !== null) return null;
  const opener = wordAt(view, to);
  if (opener !== 'بين' && opener !== 'من') return null;
  const one = numberAt(view, to + 1);
  if (!one || one.value < 1 || one.value > 31) return null;
  const sign = wordAt(view, one.to);
  if (opener === 'بين' ? sign !== 'و' : !TO.has(sign)) return null;
  const two = numberAt(view, one.to + 1);
  if (!two || two.value <= one.value || two.value > 31 || isCounted(view, two.to)) return null;
  const range: DateValue = { kind: 'range', from: { ...value, day: one.value }, to: { ...value, day: two.value } };
  return { value: range, from: first.from, to: two.to };
}
