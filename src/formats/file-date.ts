const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const EDTF_SIDE = /^(?:-?\d{4}|\d{3}X|\d\dXX)(?:-\d\d(?:-\d\d)?)?[?~%]?$/;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?(?=$|[T\s,])/;
const DENSE = /^(?:D:)?(\d{4})(\d\d)(\d\d)(?=$|\d{2}|[TZ+\s-])/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?=$|[T\s,])/;
const DAY_MONTH = /^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})(?!\d)/;
const MONTH_DAY = /^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/;

export type DayOrder = 'day-first' | 'month-first' | null;

/**
 * A date as files and pages write it, as EDTF to the day: ISO 8601 and EDTF itself, RFC 2822, PDF (`D:2023…`), English
 * words, day and month in figures where they cannot be confused or `order` says which comes first. The date is taken as
 * written; a time of day and its zone are dropped. Null for anything else.
 */
export function fileDate(written: string, order: DayOrder = null): string | null {
  const text = westernDigits(written.slice(0, 100)).trim();
  if (isEdtf(text)) return text;
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
  const lower = text.toLowerCase();
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

function isEdtf(text: string): boolean {
  const sides = text.split('/');
  if (sides.length > 2) return false;
  const [from = '', to] = sides;
  if (to === undefined) return EDTF_SIDE.test(from) && isPossible(from);
  const side = (part: string) => part === '' || part === '..' || (EDTF_SIDE.test(part) && isPossible(part));
  return (from !== '' || to !== '') && side(from) && side(to);
}

function isPossible(date: string): boolean {
  const match = /^-?(\d{4})-(\d\d)(?:-(\d\d))?/.exec(date);
  if (!match) return true;
  const month = Number(match[2]);
  if (match[3] === undefined) return (month >= 1 && month <= 12) || (month >= 21 && month <= 24);
  return day(match[1], match[2], match[3]) !== null;
}

function day(year: string | undefined, month: string | undefined, date: string | undefined): string | null {
  const y = Number(year);
  const m = Number(month);
  if (!(m >= 1 && m <= 12)) return null;
  const head = `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}`;
  if (date === undefined) return head;
  const d = Number(date);
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1] ?? 0;
  return d >= 1 && d <= days ? `${head}-${String(d).padStart(2, '0')}` : null;
}

function monthOf(word: string | undefined): string | undefined {
  const index = MONTHS.indexOf((word ?? '').slice(0, 3));
  return index < 0 ? undefined : String(index + 1);
}

/** Arabic-Indic and Persian digits as Western ones. */
function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.charCodeAt(0) - (digit < '۰' ? 0x660 : 0x6f0)) % 10));
}
