import type { Lean, NthValue, PartValue, Turn, Unit } from './date-value.ts';
import { addMonths, civilOf, dayOf, mondayOf, weekdayOf } from './days.ts';
import { dayEdtf, edtfDays, rangeEdtf, yearEdtf } from './edtf.ts';

/**
 * Early, mid and late: the halves of a week, a month and a year, with their middle; the thirds of a decade and a
 * century, both ends approximate (early nineties: 1990~/1993~), and of what is shorter than a year. The start and the
 * end of a year are its first and its last month, of anything else its early and its late part.
 */
export function partEdtf(part: PartValue['part'], edtf: string, today: number | null): string | null {
  const days = edtfDays(edtf);
  if (!days || /^[/[{]|\/$/.test(edtf)) return days ? edtf : null;
  const [first, last] = days;
  if (part === 'week-of') return rangeEdtf(mondayOf(first), mondayOf(first) + 6);
  if (part === 'eve') return dayEdtf(first - 1);
  if (part === 'weekend') return rangeEdtf(mondayOf(first) + 5, mondayOf(first) + 6);
  if (part === 'before' || part === 'rest') {
    if (today === null) return null;
    if (today < first || today > last) return edtf;
    return part === 'before' ? `${dayEdtf(first)}/${dayEdtf(today)}` : `${dayEdtf(today)}/${dayEdtf(last)}`;
  }
  const length = last - first + 1;
  if (length <= 3) return edtf;
  const a = civilOf(first);
  const b = civilOf(last);
  if (length === 365 || length === 366) {
    const months = { start: [0, 1], early: [0, 6], mid: [3, 6], late: [6, 6], end: [11, 1] } as const;
    const [skip, count] = months[part];
    const from = addMonths(first, skip);
    return rangeEdtf(from, addMonths(from, count) - 1);
  }
  if (part === 'start' || part === 'end') return partEdtf(part === 'start' ? 'early' : 'late', edtf, today);
  if (length > 366) {
    const years = b.year - a.year + 1;
    if (years < 3) return edtf;
    const third = years / 3;
    const from = part === 'early' ? 0 : part === 'mid' ? Math.ceil(third) : Math.ceil(2 * third);
    const to = part === 'early' ? Math.ceil(third) - 1 : part === 'mid' ? Math.ceil(2 * third) - 1 : years - 1;
    return `${yearEdtf(a.year + from)}~/${yearEdtf(a.year + to)}~`;
  }
  if (length > 62) {
    const third = Math.round(length / 30.4 / 3);
    const firstMonth = part === 'early' ? 0 : part === 'mid' ? third : 2 * third;
    const from = dayOf(a.year, a.month + firstMonth);
    return rangeEdtf(from, addMonths(from, third) - 1);
  }
  if (length > 7) {
    if (part === 'early') return rangeEdtf(first, first + 14);
    return part === 'mid' ? rangeEdtf(first + 9, first + 19) : rangeEdtf(first + 15, last);
  }
  if (part === 'early') return rangeEdtf(first, first + 2);
  return part === 'mid' ? rangeEdtf(first + 2, first + 4) : rangeEdtf(first + 3, last);
}

/** The n-th unit or weekday of an EDTF value; null when it has none. */
export function nthEdtf({ unit, weekday, n }: NthValue, edtf: string): string | null {
  const days = edtfDays(edtf);
  if (!days) return null;
  const [first, last] = days;
  const within = (from: number, to: number) => (from >= first && to <= last && from <= to ? rangeEdtf(from, to) : null);
  if (unit === 'weekday') {
    const start = first + (((weekday ?? 1) - weekdayOf(first) + 7) % 7);
    const end = last - ((weekdayOf(last) - (weekday ?? 1) + 7) % 7);
    const day = n > 0 ? start + 7 * (n - 1) : end + 7 * (n + 1);
    return within(day, day);
  }
  if (unit === 'day') return n > 0 ? within(first + n - 1, first + n - 1) : within(last + n + 1, last + n + 1);
  if (unit === 'week') {
    // the weeks that begin in it; the last whole one from the end
    const monday = n > 0 ? mondayOf(first + 6) + 7 * (n - 1) : mondayOf(last - 6) + 7 * (n + 1);
    return monday >= first && monday <= last ? rangeEdtf(monday, monday + 6) : null;
  }
  const months: Partial<Record<Unit, number>> = { month: 1, quarter: 3, half: 6, year: 12, decade: 120 };
  const a = civilOf(first);
  const b = civilOf(last);
  const total = (b.year - a.year) * 12 + b.month - a.month + 1;
  let size = unit === 'third' ? total / 3 : months[unit];
  if (size === undefined) return null;
  // the half and the quarter of a century, a decade, a month
  if (unit === 'half' && total !== 12) size = total / 2;
  if (unit === 'quarter' && total > 12) size = total / 4;
  if (unit === 'half' && total === 1) return n === 1 ? within(first, first + 14) : within(first + 15, last);
  if (size % 1 !== 0) return null;
  const start = n > 0 ? dayOf(a.year, a.month + size * (n - 1)) : dayOf(a.year, a.month + total + size * n);
  const end = addMonths(start, size) - 1;
  const value = within(start, end);
  if (value !== null && unit === 'decade' && civilOf(start).year % 10 === 0)
    return `${yearEdtf(civilOf(start).year).slice(0, -1)}X`;
  return value;
}

/** The season of the year that the turn or the lean of the words asks for, around a day. */
export function seasonEdtf(season: number, turn: Turn | null, lean: Lean, today: number): string {
  const { year } = civilOf(today);
  const of = (y: number) => edtfDays(`${yearEdtf(y)}-${season}`) as readonly [number, number];
  const years = [year - 2, year - 1, year, year + 1, year + 2];
  const before = years.filter((y) => (turn === 'last' ? of(y)[1] < today : of(y)[0] <= today)).at(-1) ?? year;
  const after = years.find((y) => (turn === 'next' ? of(y)[0] > today : of(y)[1] >= today)) ?? year;
  if (turn === 'this') return `${yearEdtf(of(year - 1)[1] >= today ? year - 1 : year)}-${season}`;
  if (turn === 'next' || (turn === null && lean === 'future')) return `${yearEdtf(after)}-${season}`;
  return `${yearEdtf(before)}-${season}`;
}
