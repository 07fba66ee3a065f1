import type { DateValue } from '../calendar/date-value.ts';
import { civilOf, dayOf, isDate, weekdayOf } from '../calendar/days.ts';
import { dayEdtf, edtfDays, monthEdtf, parseEdtf } from '../calendar/edtf.ts';
import type { Moment } from '../calendar/moment.ts';
import { edtfOf } from '../calendar/value.ts';
import type { DateReading, DateRules } from '../languages/date-rules.ts';
import type { DateExpression, DateType } from '../model/date-expression.ts';
import type { DateBasis, Document } from '../model/document.ts';
import type { Notice } from '../model/notice.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';

export interface Dating {
  readonly dates: DateExpression[];
  /** The document's own date as EDTF; null when it is not known. */
  readonly date: string | null;
  readonly basis: DateBasis;
  /** What the date was found from, in words. */
  readonly evidence: string[];
}

interface Placed extends DateReading {
  readonly passage: number;
  readonly surface: string;
}

/**
 * Finds every expression for a time outside the furniture, settles the document's own date, and values each
 * expression. Where the document's date is not known to the day, what depends on the day stays null.
 */
export function date(text: TokenisedText, document: Document, rules: DateRules): { value: Dating; notices: Notice[] } {
  const notices: Notice[] = [];
  const readings: Placed[] = [];
  for (const passage of text.passages) {
    if (passage.furniture) continue;
    const from = text.firstToken[passage.index] ?? 0;
    const to = text.lastToken[passage.index] ?? 0;
    for (const reading of rules.read(text, from, to))
      readings.push({ ...reading, passage: passage.index, surface: text.text.slice(reading.start, reading.end) });
  }
  const own = settle(text, document, readings, notices);
  const dates = valueAll(readings, own);
  if (own.date === null && dates.some(({ type }) => type === 'relative'))
    notices.push({
      code: 'document-date-unknown',
      severity: 'info',
      message: 'Words such as "yesterday" have no value: the date of the document is not known. Give it to value them.',
    });
  return { value: { dates, date: own.date, basis: own.basis, evidence: own.evidence }, notices };
}

interface OwnDate {
  readonly date: string | null;
  readonly basis: DateBasis;
  readonly evidence: string[];
  /** Days to count from: first and last that the date may be; null when nothing is to be counted from it. */
  readonly days: readonly [number, number] | null;
}

function settle(text: TokenisedText, document: Document, readings: readonly Placed[], notices: Notice[]): OwnDate {
  if (document.date !== undefined && document.date.trim() !== '') {
    const given = document.date.trim().replace(/T.*$/, '');
    const days = edtfDays(given);
    if (days) return { date: given, basis: document.dateBasis ?? 'given', evidence: [], days };
    notices.push({
      code: 'document-date-unreadable',
      severity: 'warning',
      message: `The document's date "${document.date}" is no EDTF value and was not used; write it like 2023-09-19.`,
    });
  }
  const stated = statedDate(text, readings);
  if (stated) return stated;
  return inferredDate(readings) ?? { date: null, basis: 'unknown', evidence: [], days: null };
}

/** A line that is nothing but a date is the document's only this near to its beginning or end. */
const EDGE_PASSAGES = 3;

const NOWHERE: Moment = { today: null, context: null, contextYear: null, lean: null };

/** The day that an expression names in full, without any help; null for all others. */
function fullDay(value: DateValue): number | null {
  if (value.kind !== 'date' && value.kind !== 'converted') return null;
  const edtf = edtfOf(value, NOWHERE);
  const parsed = edtf === null ? null : parseEdtf(edtf);
  if (edtf === null || parsed?.kind !== 'date' || parsed.day === null || parsed.year === null) return null;
  return edtfDays(edtf)?.[0] ?? null;
}

/** "Today, Wednesday 20 September 2023"; "published on 19/9/2023"; a line that is nothing but a date. */
function statedDate(text: TokenisedText, readings: readonly Placed[]): OwnDate | null {
  for (const reading of readings) {
    const day = fullDay(reading.value);
    if (day === null) continue;
    const own = (evidence: string, at = day): OwnDate => ({
      date: dayEdtf(at),
      basis: 'stated',
      evidence: [evidence],
      days: [at, at],
    });
    const said = reading.value.kind === 'date' ? reading.value.said : null;
    if (said !== null) return own(`The text says "${reading.surface}".`, day - said);
    if (reading.publication) return own(`"${reading.surface}" stands behind a word for publication.`);
    const passage = text.passages[reading.passage];
    const atEdge = reading.passage < EDGE_PASSAGES || reading.passage >= text.passages.length - EDGE_PASSAGES;
    if (passage && atEdge && reading.end - reading.start >= 0.7 * (passage.end - passage.start))
      return own(`A line of the text is the date "${reading.surface}".`);
  }
  return null;
}

/**
 * From what the text says of days: a weekday called today, yesterday or tomorrow that agrees with a full date; a bare
 * weekday that agrees with the latest one; else the latest full date, from which nothing is counted but years.
 */
function inferredDate(readings: readonly Placed[]): OwnDate | null {
  const full = readings
    .map((reading) => ({ reading, day: fullDay(reading.value) }))
    .filter((entry): entry is { reading: Placed; day: number } => entry.day !== null && entry.reading.lean !== 'future')
    .sort((a, b) => b.day - a.day);
  const [latest] = full;
  for (const { value, surface } of readings) {
    if (value.kind !== 'day' || value.weekday === null || value.anchor !== 'document') continue;
    const match = full.find(({ day }) => weekdayOf(day) === value.weekday);
    if (!match || !latest || latest.day - match.day > 7) continue;
    const day = match.day - value.shift;
    if (latest.day > day + 1) continue;
    return {
      date: dayEdtf(day),
      basis: 'inferred',
      evidence: [`"${surface}" agrees with the weekday of "${match.reading.surface}".`],
      days: [day, day],
    };
  }
  for (const { value, surface, lean } of readings) {
    if (value.kind !== 'weekday' || value.turn !== null || value.week !== null || lean === 'future' || !latest)
      continue;
    if (weekdayOf(latest.day) !== value.weekday) continue;
    return {
      date: dayEdtf(latest.day),
      basis: 'inferred',
      evidence: [`"${surface}" agrees with the weekday of the latest date, "${latest.reading.surface}".`],
      days: [latest.day, latest.day],
    };
  }
  const byWeekday = yearByWeekday(readings);
  if (byWeekday) return byWeekday;
  const months = readings
    .filter(({ value, lean }) => value.kind === 'date' && lean !== 'future' && value.month !== null)
    .map((reading) => ({ reading, edtf: edtfOf(reading.value, NOWHERE) }))
    .filter(({ edtf }) => edtf !== null && edtfDays(edtf) !== null)
    .map(({ reading, edtf }) => ({ reading, edtf: edtf as string, last: edtfDays(edtf as string)?.[1] ?? 0 }))
    .sort((a, b) => b.last - a.last);
  const [last] = months;
  if (!last) return null;
  const { year, month } = civilOf(last.last);
  const precise = parseEdtf(last.edtf);
  const date = precise?.kind === 'date' && precise.day !== null ? last.edtf : monthEdtf(year, month);
  return {
    date: `${date}~`,
    basis: 'inferred',
    evidence: [`The latest date that the text tells of as past is "${last.reading.surface}".`],
    // on that day or later: only what is the same at both ends is counted
    days: [last.last, last.last + (isDateline(last.reading) ? DATELINE_DAYS : LATER_DAYS)],
  };
}

/**
 * "Today, Wednesday 20 September": the year in which that day is a Wednesday, if it is the latest year that the text
 * tells of as past or the next.
 */
function yearByWeekday(readings: readonly Placed[]): OwnDate | null {
  let latest: number | null = null;
  for (const { value, lean } of readings)
    if (value.kind === 'date' && typeof value.year === 'number' && value.calendar === 'gregorian' && lean !== 'future')
      latest = Math.max(latest ?? value.year, value.year);
  if (latest === null) return null;
  for (const { value, surface } of readings) {
    if (value.kind !== 'date' || value.year !== null || value.said === null || value.weekday === null) continue;
    if (typeof value.month !== 'number' || value.day === null || value.calendar !== 'gregorian') continue;
    for (const year of [latest, latest + 1]) {
      if (!isDate(year, value.month, value.day)) continue;
      const day = dayOf(year, value.month, value.day);
      if (weekdayOf(day) !== value.weekday) continue;
      const own = day - value.said;
      const evidence = `"${surface}" falls on that weekday in ${year}, and ${latest} is the latest year told of as past.`;
      return { date: dayEdtf(own), basis: 'inferred', evidence: [evidence], days: [own, own] };
    }
  }
  return null;
}

/** A text is written on the day that its opening names with the weekday, or the day after; else within some months. */
const DATELINE_DAYS = 1;
const LATER_DAYS = 120;

function isDateline({ value, passage }: Placed): boolean {
  return value.kind === 'date' && value.weekday !== null && value.day !== null && passage < EDGE_PASSAGES;
}

function typeOf(value: DateValue): DateType {
  switch (value.kind) {
    case 'duration':
      return 'duration';
    case 'date':
      if (typeof value.year === 'number') return 'explicit';
      if (value.year !== null || typeof value.month === 'object' || value.turn !== null)
        return value.month === null ? 'underspecified' : 'relative';
      return value.said !== null ? 'relative' : 'underspecified';
    case 'range': {
      const types = [value.from, value.to].filter((end) => end !== null).map(typeOf);
      return types.includes('relative') ? 'relative' : (types.find((type) => type !== 'explicit') ?? 'explicit');
    }
    case 'list': {
      const types = value.items.map(typeOf);
      return types.find((type) => type !== 'explicit') ?? 'explicit';
    }
    case 'part':
      return value.part === 'before' || value.part === 'rest' ? 'relative' : typeOf(value.of);
    case 'nth':
    case 'approximate':
      return typeOf(value.of);
    case 'season':
      return value.year ? typeOf(value.year) : value.turn ? 'relative' : 'underspecified';
    case 'decade':
      return value.century?.kind === 'century' ? 'explicit' : 'underspecified';
    case 'century':
    case 'millennium':
    case 'either':
    case 'converted':
      return 'explicit';
    default:
      return 'relative';
  }
}

/** How far a date without a year looks back for one: this many passages. */
const CONTEXT_PASSAGES = 1;
/** A date without a year that fell within these days before the document is the document's, whatever the context. */
const RECENT_DAYS = 60;

function valueAll(readings: readonly Placed[], own: OwnDate): DateExpression[] {
  const dates: DateExpression[] = [];
  const fallback = own.days === null ? nearestYears(readings) : null;
  let context: { edtf: string; passage: number } | null = null;
  let yearContext: { year: number; passage: number; monthly: boolean; end: number } | null = null;
  readings.forEach((reading, index) => {
    const { value, passage, start, end, surface, lean } = reading;
    const type = typeOf(value);
    const near = context && passage - context.passage <= 3 ? context.edtf : null;
    let contextYear: number | null = null;
    if (yearContext && passage - yearContext.passage <= CONTEXT_PASSAGES) {
      const { monthly, year } = yearContext;
      const close = passage === yearContext.passage && start - yearContext.end < 40;
      if (monthly || close) contextYear = year;
    }
    contextYear ??= fallback?.[index] ?? null;
    const moment = { context: near, contextYear, lean };
    const edtf = type === 'duration' ? null : atBothEnds(value, moment, own);
    const original = islamicOf(value, edtf);
    dates.push({ start, end, surface, passage, edtf, type, ...(original ? { original } : {}) });
    const parsed = edtf === null ? null : parseEdtf(edtf);
    if (edtf !== null && parsed?.kind === 'date' && parsed.year !== null) {
      if (parsed.unspecified === 0) context = { edtf, passage };
      if (type === 'explicit') yearContext = { year: parsed.year, passage, monthly: parsed.month !== null, end };
    }
  });
  return dates;
}

/** The value, if it is the same whichever day of its date the document was written on. */
function atBothEnds(value: DateValue, moment: Omit<Moment, 'today'>, own: OwnDate): string | null {
  if (own.days === null) return edtfOf(value, { ...moment, today: null });
  const [first, last] = own.days;
  const at = (today: number): string | null => {
    const byDocument = { ...moment, contextYear: null, today };
    if (moment.contextYear === null) return edtfOf(value, byDocument);
    const plain = edtfOf(value, byDocument);
    const days = plain === null ? null : edtfDays(plain);
    const recent = days !== null && days[0] <= today && days[1] >= today - RECENT_DAYS;
    return recent ? plain : edtfOf(value, { ...moment, today });
  };
  const early = at(first);
  if (first === last) return early;
  const late = at(last);
  return early === late ? early : edtfOf(value, { ...moment, today: null });
}

/** Without a date of the document: for each reading the year of the nearest date that has a month and a year. */
function nearestYears(readings: readonly Placed[]): (number | null)[] {
  const known = readings.map(({ value }) =>
    value.kind === 'date' && typeof value.year === 'number' && value.month !== null && value.calendar === 'gregorian'
      ? value.year
      : null,
  );
  const before: (number | null)[] = [];
  let year: number | null = null;
  for (const one of known) {
    year = one ?? year;
    before.push(year);
  }
  const nearest: (number | null)[] = [...before];
  year = null;
  for (let index = known.length - 1; index >= 0; index--) {
    year = known[index] ?? year;
    nearest[index] = before[index] ?? year;
  }
  return nearest;
}

/** The Hijri date as written, where the value comes from one. */
function islamicOf(value: DateValue, edtf: string | null): DateExpression['original'] | null {
  if (edtf === null) return null;
  const date = value.kind === 'converted' ? value.islamic : value;
  if (date.kind !== 'date' || date.calendar !== 'islamic') return null;
  const pad = (part: number, width: number) => String(part).padStart(width, '0');
  const year = typeof date.year === 'number' && date.year < 1600 ? pad(date.year, 4) : 'XXXX';
  const month = typeof date.month === 'number' ? `-${pad(date.month, 2)}` : '';
  const day = date.day === null ? '' : `-${pad(date.day, 2)}`;
  return { calendar: 'islamic', value: `${year}${month}${day}` };
}
