import type { DateValue } from '../calendar/date-value.ts';
import { civilOf, dayOf, isDate, weekdayOf } from '../calendar/days.ts';
import { dayEdtf, edtfDays, monthEdtf, parseEdtf, yearEdtf } from '../calendar/edtf.ts';
import type { Moment } from '../calendar/moment.ts';
import { edtfOf } from '../calendar/value.ts';
import type { DateReading } from '../languages/date-rules.ts';
import type { DateBasis, Document } from '../model/document.ts';
import type { Notice } from '../model/notice.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';

/** An expression with the passage that it stands in. */
export interface Placed extends DateReading {
  readonly passage: number;
  readonly surface: string;
}

/** The document's own date, and what relative expressions are counted from. */
export interface OwnDate {
  readonly date: string | null;
  readonly basis: DateBasis;
  readonly evidence: string[];
  /** Days to count from: first and last that the date may be; null when nothing is to be counted from it. */
  readonly days: readonly [number, number] | null;
}

/** A date as a file gives it, without a time of day. */
export const givenDate = (date: string): string => date.trim().replace(/T.*$/, '');

export function settle(
  text: TokenisedText,
  document: Document,
  readings: readonly Placed[],
  notices: Notice[],
): OwnDate {
  const stated = statedDate(text, readings);
  if (document.date !== undefined && document.date.trim() !== '') {
    const given = givenDate(document.date);
    const days = edtfDays(given);
    // what the text says of itself is surer than what a file says of its making
    if (days && document.dateBasis === 'inferred' && stated) return stated;
    if (days) return { date: given, basis: document.dateBasis ?? 'given', evidence: [], days };
    notices.push({
      code: 'document-date-unreadable',
      severity: 'warning',
      message: `The document's date "${document.date}" is no EDTF value and was not used; write it like 2023-09-19.`,
    });
  }
  return stated ?? inferredDate(readings) ?? { date: null, basis: 'unknown', evidence: [], days: null };
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

const wordsIn = (text: string) => text.match(/\p{L}+/gu)?.length ?? 0;

/** A short line with the date set apart by signs: "Paris - 19 September 2023 | 12:30". */
const isHeading = (before: string, after: string) =>
  before.length + after.length <= 45 &&
  wordsIn(before + after) <= 5 &&
  /(?:^|[–—|:،,-])\s*$/.test(before) &&
  /^\s*(?:$|[–—|:،,-]|\d{1,2}:\d\d)/.test(after);

/** "Cairo, 19 September 2023 (Reuters) - …". */
const isDateline = (before: string, after: string) =>
  before.length <= 40 && wordsIn(before) <= 4 && /^\s*[([][^()[\]]{2,40}[)\]]\s*[-–—:]/.test(after);

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
    if (!passage) continue;
    if (atEdge && reading.end - reading.start >= 0.7 * (passage.end - passage.start))
      return own(`A line of the text is the date "${reading.surface}".`);
    const before = text.text.slice(passage.start, reading.start);
    const after = text.text.slice(reading.end, passage.end);
    if (reading.passage < EDGE_PASSAGES && (isHeading(before, after) || isDateline(before, after)))
      return own(`The text opens with the date "${reading.surface}".`);
  }
  return null;
}

/** As far as a weekday and a full date may stand from each other to be the same day. */
const NEAR_PASSAGES = 2;
/** A text whose latest date is older tells history, and was not written then. */
const OLDEST_NEWS_YEAR = 1900;

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
  for (const { value, surface, lean, passage } of readings) {
    if (value.kind !== 'weekday' || value.turn !== null || value.week !== null || lean === 'future' || !latest)
      continue;
    // one weekday in seven agrees by chance: only of what is told together
    if (weekdayOf(latest.day) !== value.weekday || Math.abs(passage - latest.reading.passage) > NEAR_PASSAGES) continue;
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
  if (year < OLDEST_NEWS_YEAR) return null;
  const later = latestYear(readings);
  if (later && later.year > year)
    return {
      date: `${yearEdtf(later.year)}~`,
      basis: 'inferred',
      evidence: [`The latest year that the text tells of as past is "${later.surface}".`],
      days: [dayOf(later.year), dayOf(later.year + 1) - 1 + LATER_DAYS],
    };
  const precise = parseEdtf(last.edtf);
  const date = precise?.kind === 'date' && precise.day !== null ? last.edtf : monthEdtf(year, month);
  return {
    date: `${date}~`,
    basis: 'inferred',
    evidence: [`The latest date that the text tells of as past is "${last.reading.surface}".`],
    // on that day or later: only what is the same at both ends is counted
    days: [last.last, last.last + (opensText(last.reading) ? DATELINE_DAYS : LATER_DAYS)],
  };
}

/** The latest year that the text names and does not speak of as to come. */
function latestYear(readings: readonly Placed[]): { readonly year: number; readonly surface: string } | null {
  let latest: { year: number; surface: string } | null = null;
  for (const { value, lean, surface } of readings)
    if (value.kind === 'date' && typeof value.year === 'number' && value.calendar === 'gregorian' && lean !== 'future')
      if (latest === null || value.year > latest.year) latest = { year: value.year, surface };
  return latest;
}

/**
 * "Today, Wednesday 20 September": the year in which that day is a Wednesday, if it is the latest year that the text
 * tells of as past or the next.
 */
function yearByWeekday(readings: readonly Placed[]): OwnDate | null {
  const latest = latestYear(readings)?.year ?? null;
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

function opensText({ value, passage }: Placed): boolean {
  return value.kind === 'date' && value.weekday !== null && value.day !== null && passage < EDGE_PASSAGES;
}
