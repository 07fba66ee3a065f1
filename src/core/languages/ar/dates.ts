import type { CalendarDate, Lean } from '../../calendar/date-value.ts';
import { byForm } from '../../text/forms.ts';
import type { TokenisedText } from '../../text/tokenised-text.ts';
import type { DateReading, DateRules } from '../date-rules.ts';
import { stretch } from './dates-amounts.ts';
import { duration } from './dates-durations.ts';
import { offset } from './dates-offsets.ts';
import { point } from './dates-point.ts';
import { closedRange, daysBehindMonth, isRangeEnd, rangeOf, secondOf } from './dates-ranges.ts';
import {
  type Found,
  isStarter,
  numberAt,
  precededBy,
  startOf,
  type View,
  viewsAfterAnd,
  viewsAt,
  wordAt,
} from './dates-scan.ts';
import { FUTURE_WORDS, NOT_FUTURE, PAST_WORDS, PLAN_VERBS, PUBLICATION_WORDS } from './dates-surroundings.ts';
import { APPROXIMATE, BEGINNING, SINCE, TO, UNTIL, WHOLE } from './dates-words.ts';
import { bareYear, isDash, outward, yearPhrase } from './dates-years.ts';
import { readWord } from './particles.ts';

/**
 * How Arabic tells time. One pass over the tokens; at each, the readings of the word (with and without attached
 * particles) are tried, and the first expression that fits is taken. The span keeps عام, the weekday, أمس, اليوم,
 * ليلة and شهر, and leaves out the prepositions before it and يوم; only قبل and بعد stay before a length of time.
 */
export const arabicDates: DateRules = { read };

function read(text: TokenisedText, from: number, to: number): readonly DateReading[] {
  const readings: DateReading[] = [];
  let index = from;
  while (index < to) {
    const token = text.tokens[index];
    let next = index + 1;
    if (token === undefined || token.type === 'sign' || (token.type === 'word' && beginning(token) === 'nothing')) {
      index = next;
      continue;
    }
    const skipped = timeOfDay(text, index, to);
    if (skipped > index) {
      index = skipped;
      continue;
    }
    for (const view of viewsAt(text, from, to, index)) {
      if (token.type === 'word' && !isStarter(view.word)) continue;
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

/** Whether a word, in any reading, can begin an expression; `hour`: the time of day. */
const beginning = byForm((folded): 'date' | 'hour' | 'nothing' => {
  if (folded === 'الساعه' || folded === 'بالساعه') return 'hour';
  return readWord(folded).some(({ stem }) => isStarter(stem)) ? 'date' : 'nothing';
});

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
  const word = wordAt(view, index);
  if (word === 'من' || word === 'بين' || word === 'مابين' || (word === 'ما' && wordAt(view, index + 1) === 'بين'))
    return closedRange(view, index);
  if (SINCE.has(word)) return since(view, index);
  if (BEGINNING.has(word)) return wordAt(view, index + 1) === 'من' ? since(view, index + 1) : null;
  if (UNTIL.has(word)) return until(view, index);
  if (word === 'غايه') return wordAt(view, index - 1) === 'الي' ? until(view, index) : null;
  if (WHOLE.has(word)) {
    // طيلة الأربع سنوات الماضية
    const past = stretch(view, index + 1);
    if (past) return past;
    // طوال يوم الأربعاء is the day
    const day = wordAt(view, index + 1) === 'يوم' ? point(view, index + 2) : null;
    if (day) return day;
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
  const way = outward(view, first.to);
  if (way !== null && isRangeEnd(first.value)) {
    const [from, to] = way === 'after' ? [first.value, null] : [null, first.value];
    return { value: { kind: 'range', from, to }, from: first.from, to: first.to + 2 };
  }
  const sign = wordAt(view, first.to);
  if (sign === 'تقريبا' && first.value.kind === 'date')
    return { value: { kind: 'approximate', of: first.value }, from: first.from, to: first.to + 1 };
  if (isDash(sign) || TO.has(sign)) {
    const second = secondOf(view, first, first.to + 1);
    if (second && second.to > first.to)
      return { value: rangeOf(first.value, second.value), from: first.from, to: second.to };
  }
  return weekdayPair(view, first) ?? monthRow(view, first) ?? daysBehindMonth(view, first) ?? first;
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
  // عام 1400هـ/1980م
  const slashed = wordAt(view, at) === '/';
  const linked = slashed || ['الموافق', 'الموافقه', 'الموافقين', '='].includes(wordAt(view, at));
  if (!linked && !bracket) return null;
  if (linked) at++;
  if (wordAt(view, at) === 'ل') at++;
  const second = point(view, at);
  if (first.value.kind !== 'date' || second?.value.kind !== 'date') return null;
  const [a, b] = [first.value, second.value];
  if (a.calendar === b.calendar)
    return linked && !bracket && !slashed ? { value: withYear(a, b), from: first.from, to: second.to } : null;
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

const TWO_DAYS = new Set(['يومي', 'ليلتي']);

/** يومي السبت والأحد, يومي السبت والأحد الماضيين: one expression, as two days of a month are. */
function weekdayPair(view: View, first: Found): Found | null {
  const { value } = first;
  if (value.kind !== 'weekday' || value.turn !== null || !precededBy(view, first.from, TWO_DAYS)) return null;
  for (const rest of viewsAfterAnd(view, first.to)) {
    const second = point(rest, rest.head);
    if (second?.value.kind !== 'weekday') continue;
    const { turn, week } = second.value;
    const items = [{ ...value, turn, week: value.week ?? week }, second.value];
    return { value: { kind: 'list', items }, from: first.from, to: second.to };
  }
  return null;
}

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

const isPlan = (word: string) =>
  PLAN_VERBS.has(word.replace(/^[وف](?=[يت])/, '').replace(/(?<=\p{L}{4})(?:ه|ها|هم)$/u, ''));

/** Which way a word leans; `plan`: by the word before it, `first-person`: perhaps, by its hamza. */
const leaning = byForm((word): 'past' | 'future' | 'plan' | 'first-person' | 'none' => {
  if (FUTURE_WORDS.has(word)) return 'future';
  if (PAST_WORDS.has(word) || (word[0] === 'و' && PAST_WORDS.has(word.slice(1)))) return 'past';
  if (isPlan(word)) return 'plan';
  if (FUTURE_VERB.test(word) && !NOT_FUTURE.test(word.replace(/^[وف]/, ''))) return 'future';
  return /^[وف]?سا/.test(word) ? 'first-person' : 'none';
});

function leanOf(text: TokenisedText, index: number): Lean {
  const token = text.tokens[index];
  if (token?.type !== 'word') return null;
  const lean = leaning(token);
  if (lean === 'past' || lean === 'future') return lean;
  if (lean === 'plan') return PAST_WORDS.has(text.tokens[index - 1]?.folded ?? '') ? 'past' : 'future';
  if (lean === 'none') return null;
  return FUTURE_FIRST_PERSON.test(text.text.slice(token.start, token.end)) ? 'future' : null;
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
