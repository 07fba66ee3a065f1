import { addMonths, civilOf, dayOf, daysInMonth, isDate } from './days.ts';

/**
 * The part of EDTF (ISO 8601-2:2019, profile levels 0 and 1, and sets of level 2) that the project writes and reads:
 * `2023-09-19`, `2023-09`, `2023`, `199X`, `18XX`, `XXXX-09-27`, seasons `2016-22`, years before 0 and after 9999
 * (`-0499`, `Y12000`), qualifiers `? ~ %` at the end, intervals with open (`..`) and unknown (empty) sides, sets
 * `{a,b}` and `[a,b]`. A time of day after the date is read and dropped.
 */
export interface EdtfDate {
  readonly kind: 'date';
  /** Astronomical year with zeros for the unspecified digits; null for `XXXX`. */
  readonly year: number | null;
  /** How many digits of the year, from the right, are unspecified: 1 for a decade, 2 for a century. */
  readonly unspecified: 0 | 1 | 2 | 3 | 4;
  /** 1 to 12, or a season 21 to 24 (spring, summer, autumn, winter). */
  readonly month: number | null;
  readonly day: number | null;
  readonly uncertain: boolean;
  readonly approximate: boolean;
}

export interface EdtfInterval {
  readonly kind: 'interval';
  /** `open` is `..` (reaches on), `unknown` is the empty side. */
  readonly from: EdtfDate | 'open' | 'unknown';
  readonly to: EdtfDate | 'open' | 'unknown';
}

export interface EdtfSet {
  readonly kind: 'set';
  /** All of them, `{}`, or one of them, `[]`. */
  readonly all: boolean;
  readonly items: readonly EdtfDate[];
}

export type Edtf = EdtfDate | EdtfInterval | EdtfSet;

const DATE =
  /^(?:Y(-?\d{5,})|(-?)(\d{4}|\d{3}X|\d\dXX|\dXXX|XXXX))(?:-(\d\d|XX)(?:-(\d\d|XX))?)?(?:T[\d:.+Z-]*)?([?~%]?)$/;

function parseDate(text: string): EdtfDate | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const [, long, sign, digits = '', monthText, dayText, qualifier] = match;
  const unspecified = long === undefined ? digits.length - digits.replaceAll('X', '').length : 0;
  let year: number | null = null;
  if (long !== undefined) year = Number(long);
  else if (unspecified < 4) year = Number(digits.replaceAll('X', '0')) * (sign === '-' ? -1 : 1);
  const month = monthText === undefined || monthText === 'XX' ? null : Number(monthText);
  const day = dayText === undefined || dayText === 'XX' ? null : Number(dayText);
  if (month !== null && !((month >= 1 && month <= 12) || (month >= 21 && month <= 24))) return null;
  if (day !== null && (month === null || !isDate(year ?? 2000, month, day))) return null;
  if (unspecified > 0 && unspecified < 4 && month !== null) return null;
  return {
    kind: 'date',
    year,
    unspecified: unspecified as EdtfDate['unspecified'],
    month,
    day,
    uncertain: qualifier === '?' || qualifier === '%',
    approximate: qualifier === '~' || qualifier === '%',
  };
}

function parseSide(text: string): EdtfInterval['from'] | null {
  if (text === '') return 'unknown';
  if (text === '..') return 'open';
  return parseDate(text);
}

/** Reads an EDTF value; null when it is none of the forms above. */
export function parseEdtf(text: string): Edtf | null {
  const trimmed = text.trim();
  if (/^[{[].*[}\]]$/.test(trimmed)) {
    const items: EdtfDate[] = [];
    for (const part of trimmed.slice(1, -1).split(',')) {
      const item = parseDate(part.trim());
      if (!item) return null;
      items.push(item);
    }
    return { kind: 'set', all: trimmed[0] === '{', items };
  }
  const slash = trimmed.indexOf('/');
  if (slash < 0) return parseDate(trimmed);
  const from = parseSide(trimmed.slice(0, slash));
  const to = parseSide(trimmed.slice(slash + 1));
  if (from === null || to === null || (typeof from === 'string' && typeof to === 'string')) return null;
  return { kind: 'interval', from, to };
}

const pad = (value: number, width: number) => String(value).padStart(width, '0');

function formatYear(year: number): string {
  if (Math.abs(year) > 9999) return `Y${year}`;
  return `${year < 0 ? '-' : ''}${pad(Math.abs(year), 4)}`;
}

function formatDate(date: EdtfDate): string {
  let text = date.year === null ? 'XXXX' : formatYear(date.year);
  if (date.unspecified > 0 && date.unspecified < 4)
    text = text.slice(0, -date.unspecified) + 'X'.repeat(date.unspecified);
  if (date.month !== null) text += `-${pad(date.month, 2)}`;
  if (date.day !== null) text += `-${pad(date.day, 2)}`;
  const { uncertain, approximate } = date;
  return text + (uncertain && approximate ? '%' : uncertain ? '?' : approximate ? '~' : '');
}

export function formatEdtf(edtf: Edtf): string {
  if (edtf.kind === 'date') return formatDate(edtf);
  if (edtf.kind === 'set') {
    const items = edtf.items.map(formatDate).join(',');
    return edtf.all ? `{${items}}` : `[${items}]`;
  }
  const side = (value: EdtfInterval['from']) =>
    value === 'open' ? '..' : value === 'unknown' ? '' : formatDate(value);
  return `${side(edtf.from)}/${side(edtf.to)}`;
}

export const yearEdtf = (year: number) => formatYear(year);
export const monthEdtf = (year: number, month: number) => `${formatYear(year)}-${pad(month, 2)}`;
/** The decade by its first three digits: 199 is `199X`. */
export const decadeEdtf = (decade: number) => `${formatYear(decade * 10).slice(0, -1)}X`;

/** The 19th century is `18XX`, the 5th before our era `-04XX`; the last before our era has no such form. */
export function centuryEdtf(century: number): string {
  if (century > 0) return `${pad(century - 1, 2)}XX`;
  return century === -1 ? '-0099/0000' : `-${pad(-century - 1, 2)}XX`;
}

/** The third millennium is `2XXX`, the third before our era `-2XXX`. */
export function millenniumEdtf(millennium: number): string {
  if (millennium > 0) return `${millennium - 1}XXX`;
  return millennium === -1 ? '-0999/0000' : `-${-millennium - 1}XXX`;
}

export function dayEdtf(day: number): string {
  const { year, month, day: date } = civilOf(day);
  return `${monthEdtf(year, month)}-${pad(date, 2)}`;
}

/** The shortest EDTF for a closed range of days: a day, a month, a year, or an interval of months, years or days. */
export function rangeEdtf(first: number, last: number): string {
  if (first === last) return dayEdtf(first);
  const a = civilOf(first);
  const b = civilOf(last);
  if (a.day === 1 && b.day === daysInMonth(b.year, b.month)) {
    if (a.month === 1 && b.month === 12)
      return a.year === b.year ? yearEdtf(a.year) : `${yearEdtf(a.year)}/${yearEdtf(b.year)}`;
    const from = monthEdtf(a.year, a.month);
    const to = monthEdtf(b.year, b.month);
    return from === to ? from : `${from}/${to}`;
  }
  return `${dayEdtf(first)}/${dayEdtf(last)}`;
}

function dateDays(date: EdtfDate): readonly [number, number] | null {
  if (date.year === null) return null;
  if (date.unspecified > 0) {
    const span = 10 ** date.unspecified;
    const low = date.year < 0 ? date.year - span + 1 : date.year;
    return [dayOf(low), dayOf(low + span) - 1];
  }
  if (date.month === null) return [dayOf(date.year), dayOf(date.year + 1) - 1];
  if (date.month > 12) {
    // Northern seasons of whole months; winter reaches into the next year.
    const first = dayOf(date.year, (date.month - 20) * 3);
    return [first, addMonths(first, 3) - 1];
  }
  if (date.day === null) return [dayOf(date.year, date.month), dayOf(date.year, date.month + 1) - 1];
  const day = dayOf(date.year, date.month, date.day);
  return [day, day];
}

/**
 * First and last day (days since 1970-01-01, both included) of an EDTF value. An open or unknown side reaches no
 * further than the other one; a set reaches from its first to its last member. Null for what cannot be read and for
 * a date without a year.
 */
export function edtfDays(text: string): readonly [number, number] | null {
  const known = keptDays.get(text);
  if (known !== undefined) return known;
  const days = daysIn(text);
  if (keptDays.size < MAX_KEPT) keptDays.set(text, days);
  return days;
}

/** A document asks for the days of its few dates again and again. */
const keptDays = new Map<string, readonly [number, number] | null>();
const MAX_KEPT = 20_000;

function daysIn(text: string): readonly [number, number] | null {
  const edtf = parseEdtf(text);
  if (!edtf) return null;
  if (edtf.kind === 'date') return dateDays(edtf);
  const parts = edtf.kind === 'set' ? edtf.items : [edtf.from, edtf.to].filter((side) => typeof side !== 'string');
  let range: readonly [number, number] | null = null;
  for (const part of parts) {
    const days = dateDays(part);
    if (!days) return null;
    range = range ? [Math.min(range[0], days[0]), Math.max(range[1], days[1])] : days;
  }
  return range;
}
