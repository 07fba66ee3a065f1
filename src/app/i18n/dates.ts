import { NO_DAY } from '../../core/model/atlas.ts';
import { civilOf, dateOf, dayOf } from '../state/days.ts';
import { locale, messages } from './locale.ts';

const cache = new Map<string, Intl.DateTimeFormat>();

/** A part of a date in the language of the interface. */
function part(day: number, options: Intl.DateTimeFormatOptions): string {
  const key = `${locale.value}|${JSON.stringify(options)}`;
  let format = cache.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale.value, { ...options, timeZone: 'UTC' });
    cache.set(key, format);
  }
  return format.format(dateOf(day));
}

export const monthName = (day: number, style: 'short' | 'long' = 'short') => part(day, { month: style });
export const yearName = (day: number) =>
  part(day, { year: 'numeric', ...(civilOf(day).year <= 0 ? { era: 'short' } : {}) });
const dayNumber = (day: number) => String(civilOf(day).day);

/** Days further away than this from now stand for an open side of a range. */
const OPEN = 2_900_000;
const FIRST_YEAR = -4000;
/** `Date` knows no days further away. */
const CALENDAR = 99_000_000;

const isOpenStart = (day: number) => day < -OPEN || civilOf(day).year < FIRST_YEAR;
const isOpenEnd = (day: number) => day > OPEN;

/** `19 Sep 2023`, or with the full name of the month. */
export function formatDay(day: number, style: 'short' | 'long' = 'short'): string {
  return `${dayNumber(day)} ${monthName(day, style)} ${yearName(day)}`;
}

/**
 * The shortest true way to write a closed range of days: `2023`, `1990s`, `Sep 2023`, `19 Sep 2023`, `19–20 Sep 2023`,
 * `Jul–Dec 2023`, `Nov 2023 – Jan 2024`, `until 19 Sep 2023`.
 */
export function formatRange(first: number, last: number, style: 'short' | 'long' = 'short'): string {
  const t = messages.value.when;
  if (first === NO_DAY) return messages.value.undated;
  // a text may name a year before all calendars: both ends can lie there
  if (isOpenStart(first)) return isOpenEnd(last) || last < -CALENDAR ? '…' : t.until(formatDay(last, style));
  if (isOpenEnd(last)) return first > CALENDAR ? '…' : t.since(formatDay(first, style));
  if (first === last) return formatDay(first, style);
  const a = civilOf(first);
  const b = civilOf(last);
  const monthStart = a.day === 1;
  const monthEnd = last + 1 === dayOf(b.year, b.month + 1);
  const wholeYears = monthStart && a.month === 1 && monthEnd && b.month === 12;
  if (wholeYears) {
    if (a.year === b.year) return yearName(first);
    if (a.year % 10 === 0 && b.year === a.year + 9) return t.decade(a.year);
    return `${yearName(first)}–${yearName(last)}`;
  }
  if (monthStart && monthEnd) {
    if (a.year === b.year && a.month === b.month) return `${monthName(first, style)} ${yearName(first)}`;
    if (a.year === b.year) return `${monthName(first, style)}${gap()}${monthName(last, style)} ${yearName(last)}`;
    return `${monthName(first, style)} ${yearName(first)} – ${monthName(last, style)} ${yearName(last)}`;
  }
  if (a.year === b.year && a.month === b.month) return `${a.day}–${b.day} ${monthName(last, style)} ${yearName(last)}`;
  if (a.year === b.year)
    return `${a.day} ${monthName(first, style)} – ${b.day} ${monthName(last, style)} ${yearName(last)}`;
  return `${formatDay(first, style)} – ${formatDay(last, style)}`;
}

/** Names of months in Arabic are long words: they take spaces around the dash. */
const gap = () => (locale.value.startsWith('ar') ? ' – ' : '–');

/** A date as the texts give it: its days, with `≈` where the EDTF says that it is approximate or uncertain, and told where a side is open. */
export function formatDate(
  edtf: string | null,
  first: number,
  last: number,
  style: 'short' | 'long' = 'short',
): string {
  const range = formatRange(first, last, style);
  if (!edtf || first === NO_DAY) return range;
  const { about, until, since } = messages.value.when;
  const shown = /[~?%]/.test(edtf) ? about(range) : range;
  if (/^(?:\.\.)?\//.test(edtf)) return until(shown);
  return /\/(?:\.\.)?$/.test(edtf) ? since(shown) : shown;
}
