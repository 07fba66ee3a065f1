import type { CalendarDate, DateValue, Lean } from '../../calendar/date-value.ts';
import type { TokenisedText } from '../../text/tokenised-text.ts';
import type { DateReading, DateRules } from '../date-rules.ts';
import { duration, offset } from './dates-amounts.ts';
import { point } from './dates-point.ts';
import { type Found, isCounted, numberAt, startOf, type View, viewsAfterAnd, viewsAt, wordAt } from './dates-scan.ts';
import {
  APPROXIMATE,
  FUTURE_WORDS,
  NOT_FUTURE,
  PAST_WORDS,
  PUBLICATION_WORDS,
  SINCE,
  STARTERS,
  TO,
  UNTIL,
  WHOLE,
} from './dates-words.ts';
import { bareYear, isDash, yearAt, yearPhrase } from './dates-years.ts';
import { beginsNumber } from './numbers.ts';

/**
 * How Arabic tells time. One pass over the tokens; at each, the readings of the word (with and without attached
 * particles) are tried, and the first expression that fits is taken. The span keeps عام, the weekday, أمس, اليوم,
 * ليلة and شهر, and leaves out في, منذ, يوم, خلال; a closed range keeps من and بين, which are half of it.
 */
export const arabicDates: DateRules = { read };

function read(text: TokenisedText, from: number, to: number): readonly DateReading[] {
  const readings: DateReading[] = [];
  let index = from;
  while (index < to) {
    const skipped = timeOfDay(text, index, to);
    if (skipped > index) {
      index = skipped;
      continue;
    }
    let next = index + 1;
    for (const view of viewsAt(text, from, to, index)) {
      if (!STARTERS.has(view.word) && text.tokens[index]?.type === 'word' && !beginsNumber(view.word)) continue;
      const found = expression(view, index);
      if (!found) continue;
      const start = startOf(view, found.from);
      const end = text.tokens[found.to - 1]?.end ?? start;
      const publication = isPublication(text, from, found.from);
      readings.push({ start, end, value: found.value, lean: leanAround(text, from, to, found), publication });
      next = found.to;
      break;
    }
    index = next;
  }
  return readings;
}

/** 12:30, الساعة 8, الساعة الثامنة: index past it. Hours are no days. */
function timeOfDay(text: TokenisedText, index: number, to: number): number {
  const token = text.tokens[index];
  if (token?.type === 'number') {
    let at = index;
    while (at + 2 < to && text.tokens[at + 1]?.folded === ':' && text.tokens[at + 2]?.type === 'number') at += 2;
    return at === index ? index : at + 1;
  }
  if (token?.folded !== 'الساعه' && token?.folded !== 'بالساعه') return index;
  const next = text.tokens[index + 1];
  if (next?.type === 'number' && index + 1 < to) return Math.max(index + 2, timeOfDay(text, index + 1, to));
  const view = viewsAt(text, index, to, index)[0];
  const number = view && numberAt(view, index + 1);
  return number?.ordinal ? number.to : index;
}

function expression(view: View, index: number): Found | null {
  if (view.text.tokens[index]?.type === 'sign') return null;
  const word = wordAt(view, index);
  if (word === 'من' || word === 'بين' || word === 'مابين' || (word === 'ما' && wordAt(view, index + 1) === 'بين'))
    return closedRange(view, index);
  if (SINCE.has(word)) return since(view, index);
  if (UNTIL.has(word)) return until(view, index);
  if (WHOLE.has(word)) {
    const found = duration(view, index + 1, true);
    return found && { ...found, from: index };
  }
  if (word === 'قبل' || word === 'بعد') {
    // قبل أمس and بعد غد before قبل يومين
    const found = point(view, index) ?? offset(view, index, point);
    if (found) return found;
  }
  if (APPROXIMATE.has(word)) {
    const inner = yearPhrase(view, index + 1);
    if (inner?.value.kind === 'date')
      return { value: { kind: 'approximate', of: inner.value }, from: index, to: inner.to };
  }
  const first = point(view, index);
  if (!first) return offset(view, index, point) ?? duration(view, index, false);
  return continued(view, first);
}

/** A date with what makes it a range, a row or the same date in another calendar. */
function continued(view: View, first: Found): Found {
  const converted = equalDate(view, first);
  if (converted) return converted;
  const sign = wordAt(view, first.to);
  if (sign === 'تقريبا' && first.value.kind === 'date')
    return { value: { kind: 'approximate', of: first.value }, from: first.from, to: first.to + 1 };
  if (isDash(sign) || TO.has(sign)) {
    const second = secondOf(view, first, first.to + 1);
    if (second && second.to > first.to)
      return { value: rangeOf(first.value, second.value), from: first.from, to: second.to };
  }
  return monthRow(view, first) ?? daysBehindMonth(view, first) ?? first;
}

/** شهر نوفمبر بين 19 و20, نوفمبر من 19 إلى 20. */
function daysBehindMonth(view: View, first: Found): Found | null {
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

/** The end of a range whose start is known: a bare number is a year behind a year. */
function secondOf(view: View, first: Found, index: number): Found | null {
  const isYear = first.value.kind === 'date' && first.value.month === null;
  if (isYear) {
    const year = bareYear(view, index, true);
    if (year) return year;
  }
  // من يوم الاثنين إلى يوم الجمعة
  const at = wordAt(view, index) === 'يوم' || wordAt(view, index) === 'في' ? index + 1 : index;
  const second = point(view, at);
  if (!second) return null;
  return isRangeEnd(second.value) ? second : null;
}

const isRangeEnd = (value: DateValue) =>
  ['date', 'day', 'weekday', 'unit', 'season', 'decade', 'century', 'either', 'part', 'nth', 'converted'].includes(
    value.kind,
  );

/** The year or the month that only one end of a range names holds for both. */
function rangeOf(from: DateValue, to: DateValue): DateValue {
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

/** من 1990 إلى 1994, من الاثنين إلى الجمعة, بين 1992 و1994, بين عامي 1992 و1994, ما بين يونيو وأغسطس 2006. */
function closedRange(view: View, index: number): Found | null {
  const between = wordAt(view, index) !== 'من';
  let at = wordAt(view, index) === 'ما' ? index + 2 : index + 1;
  if (between && ['الفتره'].includes(wordAt(view, at))) at++;
  if (['يوم', 'يومي', 'شهري', 'تاريخ', 'في'].includes(wordAt(view, at))) at++;
  const first = point(view, at) ?? yearInRange(view, at);
  if (!first) return null;
  if (first.value.kind === 'range') return { ...first, from: index };
  if (between && first.value.kind === 'list' && first.value.items.length === 2) {
    const [from = null, to = null] = first.value.items;
    return { value: { kind: 'range', from, to }, from: index, to: first.to };
  }
  if (!isRangeEnd(first.value)) return null;
  if (!between || isDash(wordAt(view, first.to))) {
    const sign = wordAt(view, first.to);
    if (!TO.has(sign) && !isDash(sign)) return null;
    const second = secondOf(view, first, first.to + 1);
    return second && { value: rangeOf(first.value, second.value), from: index, to: second.to };
  }
  for (const rest of viewsAfterAnd(view, first.to)) {
    const isYear = first.value.kind === 'date' && first.value.month === null;
    const head = ['يوم', 'شهر'].includes(wordAt(rest, rest.head)) ? rest.head + 1 : rest.head;
    const second = (isYear ? bareYear(rest, rest.head, true) : null) ?? point(rest, head);
    if (second && isRangeEnd(second.value) && (second.value.kind === 'date') === (first.value.kind === 'date'))
      return { value: rangeOf(first.value, second.value), from: index, to: second.to };
  }
  return null;
}

/** A year in من … إلى …, with both ends years. */
function yearInRange(view: View, index: number): Found | null {
  const year = yearAt(view, index, false);
  if (!year || year.year > 2100) return null;
  const sign = wordAt(view, year.to);
  const other = sign === 'و' || TO.has(sign) || isDash(sign) ? yearAt(view, year.to + 1, false) : null;
  if (!other || other.year <= year.year || isCounted(view, other.to)) return null;
  return bareYear(view, index, true);
}

/** منذ عام 1994 reaches on; منذ 1994 حتى 2000 does not; منذ يومين is two days ago. The span leaves منذ out. */
function since(view: View, index: number): Found | null {
  const ago = offset(view, index, point);
  if (ago) return ago;
  let at = index + 1;
  if (['يوم', 'شهر'].includes(wordAt(view, at)) && point(view, at + 1)) at++;
  const first = point(view, at) ?? bareYear(view, at, true);
  if (!first) return null;
  const { kind } = first.value;
  if (kind === 'stretch' || kind === 'range' || kind === 'list' || kind === 'duration') return first;
  const whole = continued(view, first);
  if (whole.value.kind === 'range') return whole;
  return { value: { kind: 'range', from: whole.value, to: null }, from: whole.from, to: whole.to };
}

/** حتى 2020, حتى نهاية العام: the start is not known. The span leaves حتى out. */
function until(view: View, index: number): Found | null {
  let at = index + 1;
  if (wordAt(view, at) === 'يوم' && point(view, at + 1)) at++;
  const first = point(view, at) ?? bareYear(view, at, false);
  if (!first || !isRangeEnd(first.value)) return first;
  return { value: { kind: 'range', from: null, to: first.value }, from: first.from, to: first.to };
}

/** 4 ربيع الأول 1445 هـ الموافق 19 سبتمبر 2023. */
function equalDate(view: View, first: Found): Found | null {
  let at = first.to;
  if (wordAt(view, at) === '،' || wordAt(view, at) === ',') at++;
  const bracket = wordAt(view, at) === '(';
  if (bracket) at++;
  const linked = ['الموافق', 'الموافقه', 'الموافقين', '='].includes(wordAt(view, at));
  if (!linked && !bracket) return null;
  if (linked) at++;
  if (wordAt(view, at) === 'ل') at++;
  const second = point(view, at);
  if (first.value.kind !== 'date' || second?.value.kind !== 'date') return null;
  const [a, b] = [first.value, second.value];
  if (a.calendar === b.calendar)
    return linked && !bracket ? { value: withYear(a, b), from: first.from, to: second.to } : null;
  const closes = bracket && wordAt(view, second.to) === ')';
  if (bracket && !closes) return null;
  const islamic = a.calendar === 'islamic' ? a : b;
  const gregorian = a.calendar === 'islamic' ? b : a;
  return {
    value: { kind: 'converted', islamic, gregorian },
    from: first.from,
    to: closes ? second.to + 1 : second.to,
  };
}

const withYear = (a: CalendarDate, b: CalendarDate): CalendarDate => (a.year === null ? b : a);

/** سبتمبر وأكتوبر 2020, 27 سبتمبر و9 نوفمبر 2020: a row of which only the last names the year is one expression. */
function monthRow(view: View, first: Found): Found | null {
  const { value } = first;
  if (value.kind !== 'date' || value.year !== null || value.turn !== null || typeof value.month !== 'number')
    return null;
  for (const rest of viewsAfterAnd(view, first.to)) {
    const second = point(rest, rest.head);
    if (second?.value.kind !== 'date') continue;
    const other = second.value;
    const alike = (other.day === null) === (value.day === null) && typeof other.month === 'number';
    if (!alike || other.calendar !== value.calendar || (other.year === null && other.turn === null)) continue;
    const items = [{ ...value, year: other.year, turn: other.turn }, other];
    return { value: { kind: 'list', items }, from: first.from, to: second.to };
  }
  return null;
}

/** نشر في, تاريخ النشر, آخر تحديث within the three words before. */
function isPublication(text: TokenisedText, from: number, index: number): boolean {
  for (let at = Math.max(from, index - 4); at < index; at++)
    if (PUBLICATION_WORDS.has(text.tokens[at]?.folded ?? '')) return true;
  return false;
}

const FUTURE_VERB = /^[وف]?س[يتن]\p{L}{3,}$/u;
const FUTURE_FIRST_PERSON = /^[وف]?سأ\p{L}{2,}$/u;

function leanOf(text: TokenisedText, index: number): Lean {
  const token = text.tokens[index];
  if (token?.type !== 'word') return null;
  const word = token.folded;
  if (FUTURE_WORDS.has(word)) return 'future';
  if (PAST_WORDS.has(word) || (word[0] === 'و' && PAST_WORDS.has(word.slice(1)))) return 'past';
  if (FUTURE_FIRST_PERSON.test(text.text.slice(token.start, token.end))) return 'future';
  if (FUTURE_VERB.test(word) && !NOT_FUTURE.test(word.replace(/^[وف]/, ''))) return 'future';
  return null;
}

/**
 * What the nearest word with a tense says: twelve words back, then four on. "After two weeks" with a sentence going on
 * behind it tells a story unless a verb says otherwise.
 */
function leanAround(text: TokenisedText, from: number, to: number, found: Found): Lean {
  const near = nearestLean(text, from, to, found);
  const value = found.value.kind === 'approximate' ? found.value.of : found.value;
  if (near !== null || value.kind !== 'offset' || value.direction !== 1 || value.exact) return near;
  return found.to < to && text.tokens[found.to]?.type !== 'sign' ? 'past' : null;
}

function nearestLean(text: TokenisedText, from: number, to: number, found: Found): Lean {
  for (let at = found.from - 1; at >= from && at >= found.from - 12; at--) {
    const lean = leanOf(text, at);
    if (lean) return lean;
  }
  for (let at = found.to; at < to && at < found.to + 4; at++) {
    const lean = leanOf(text, at);
    if (lean) return lean;
  }
  return null;
}
