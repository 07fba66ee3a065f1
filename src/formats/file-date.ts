import { daysInMonth } from '../core/calendar/days.ts';
import { parseEdtf } from '../core/calendar/edtf.ts';
import { arabicFileDate } from './arabic-file-date.ts';
import { printable } from './printable.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** French months that do not begin as the English ones, without accents: many papers of the Maghreb date so. */
const FRENCH: Readonly<Record<string, number>> = { fevr: 2, avri: 4, mai: 5, juin: 6, juil: 7, aout: 8 };
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?(?=$|[T\s,])/;
const DENSE = /^(?:D:)?(\d{4})(\d\d)(\d\d)(?=$|\d{2}|[TZ+\s-])/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?=$|[T\s,])/;
const DAY_MONTH = /^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th|er)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})(?!\d)/;
const MONTH_DAY = /^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/;

export type DayOrder = 'day-first' | 'month-first' | null;

/**
 * A date as files and pages write it, as EDTF to the day: ISO 8601 and EDTF itself, RFC 2822, PDF (`D:2023…`), English,
 * French and Arabic words (Hijri dates too), day and month in figures where they cannot be confused or `order` says which
 * comes first. The date is taken as written; a time of day and its zone are dropped. Null for anything else.
 */
export function fileDate(written: string, order: DayOrder = null): string | null {
  const text = westernDigits(written.slice(0, 100)).trim();
  if (!/T\d/.test(text) && parseEdtf(text)) return text;
  const arabic = arabicFileDate(text);
  if (arabic) return arabic;
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return day(yearFirst[1], yearFirst[3], yearFirst[4]);
  const dense = DENSE.exec(text);
  if (dense) return day(dense[1], dense[2], dense[3]);
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast) {
    const [, a = '', b = '', year] = yearLast;
    if (Number(a) > 12 || a === b || order === 'day-first') return day(year, b, a);
    if (Number(b) > 12 || order === 'month-first') return day(year, a, b);
    return null;
  }
  const lower = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const dayMonth = DAY_MONTH.exec(lower);
  if (dayMonth) return day(dayMonth[3], monthOf(dayMonth[2]), dayMonth[1]);
  const monthDay = MONTH_DAY.exec(lower);
  if (monthDay) return day(monthDay[3], monthOf(monthDay[1]), monthDay[2]);
  return null;
}

/** Which comes first in a column of dates in figures, where some value of it tells; null when none does or they disagree. */
export function dayOrder(values: Iterable<string>): DayOrder {
  let order: DayOrder = null;
  for (const value of values) {
    const match = YEAR_LAST.exec(westernDigits(value.slice(0, 100)).trim());
    if (!match) continue;
    const found: DayOrder = Number(match[1]) > 12 ? 'day-first' : Number(match[2]) > 12 ? 'month-first' : null;
    if (found === null) continue;
    if (order !== null && order !== found) return null;
    order = found;
  }
  return order;
}

/** What is the matter with a date that `fileDate` gives up, and what to write: goes on behind "the date", without a full stop. */
export function dateFault(written: string): string {
  const [, day = '', month = '', year = ''] = YEAR_LAST.exec(westernDigits(written.slice(0, 100)).trim()) ?? [];
  const [a, b] = [day.padStart(2, '0'), month.padStart(2, '0')];
  if (Number(day) >= 1 && Number(day) <= 12 && Number(month) >= 1 && Number(month) <= 12)
    return `"${printable(written)}" could be two days: day or month first? Write ${year}-${b}-${a} or ${year}-${a}-${b}`;
  return `"${printable(written)}" is not understood: write it as 2023-09-19`;
}

function day(year: string | undefined, month: string | undefined, date: string | undefined): string | null {
  const y = Number(year);
  const m = Number(month);
  if (!(m >= 1 && m <= 12)) return null;
  const head = `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}`;
  if (date === undefined) return head;
  const d = Number(date);
  return d >= 1 && d <= daysInMonth(y, m) ? `${head}-${String(d).padStart(2, '0')}` : null;
}

function monthOf(word = ''): string | undefined {
  const index = FRENCH[word.slice(0, 4)] ?? MONTHS.indexOf(word.slice(0, 3)) + 1;
  return index === 0 ? undefined : String(index);
}

/** Arabic-Indic and Persian digits as Western ones. */
function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.charCodeAt(0) - (digit < '۰' ? 0x660 : 0x6f0)) % 10));
}
