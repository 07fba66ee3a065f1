import { calendarDate } from '../../calendar/calendar-date.ts';
import type { CalendarDate, DateValue, UnitValue } from '../../calendar/date-value.ts';
import { firstWords } from '../word-list.ts';
import { type Found, isCounted, numberAt, precededBy, type View, wordAt } from './dates-scan.ts';
import { DATE_NAME_HEADS, FAMOUS_DAYS, YEAR_PREPOSITIONS } from './dates-surroundings.ts';
import {
  DEMONSTRATIVES,
  DOUBTFUL_MONTHS,
  FIRST_DAYS,
  HIJRI_MONTHS,
  MONTHS,
  PARTS,
  TO,
  TURNS,
  UNIT_FORMS,
  YEAR_WORDS,
} from './dates-words.ts';
import { isComma, isDash, relativeUnit, yearAt } from './dates-years.ts';
import { readWord } from './particles.ts';

/** Days and months by name: 19 سبتمبر 2023, شهر يوليو الماضي. */

interface Month {
  readonly month: number;
  readonly calendar: 'gregorian' | 'islamic';
  readonly to: number;
  readonly doubtful: boolean;
  readonly name: string;
}

const PAIR_BEGINNINGS = firstWords([...MONTHS.keys(), ...HIJRI_MONTHS.keys()]);

function monthName(view: View, index: number): Month | null {
  const word = wordAt(view, index);
  const pair = PAIR_BEGINNINGS.has(word) ? `${word} ${wordAt(view, index + 1)}` : '';
  for (const [names, calendar] of [
    [MONTHS, 'gregorian'],
    [HIJRI_MONTHS, 'islamic'],
  ] as const) {
    const two = names.get(pair);
    if (two !== undefined) return { month: two, calendar, to: index + 2, doubtful: false, name: pair };
    const one = names.get(word);
    if (one !== undefined)
      return { month: one, calendar, to: index + 1, doubtful: DOUBTFUL_MONTHS.has(word), name: word };
  }
  return null;
}

/** أيلول behind سبتمبر: with a slash, in brackets, or side by side. Index past it, or the same. */
function doubled(view: View, month: Month): number {
  const sign = wordAt(view, month.to);
  const at = sign === '/' || sign === '(' || sign === '\\' || isDash(sign) ? month.to + 1 : month.to;
  const other = monthName(view, at);
  if (!other || other.calendar !== month.calendar) return month.to;
  // in brackets it is the same month, even where the writer took the wrong name
  if (sign === '(') return wordAt(view, other.to) === ')' ? other.to + 1 : month.to;
  return other.month === month.month ? other.to : month.to;
}

/** The year behind a month: 2023, من عام 2023, الماضي, من العام المقبل. */
function yearTail(view: View, index: number): { readonly date: Partial<CalendarDate>; readonly to: number } | null {
  let at = index;
  const turn = TURNS.get(wordAt(view, at));
  if (turn === 'last' || turn === 'next' || turn === 'this') return { date: { turn }, to: at + 1 };
  if (turn === 'same') return null;
  // 20-أكتوبر-2023
  const joined = isDash(wordAt(view, at)) || wordAt(view, at) === '/';
  if (joined && !view.text.tokens[at]?.spaced && numberAt(view, at + 1)?.digits === 4) at++;
  else if (isComma(wordAt(view, at))) at++;
  else if (wordAt(view, at) === 'من' || wordAt(view, at) === 'في') at++;
  const folded = wordAt(view, at);
  // لعام 2023, للعام 2023, بعام
  const stem = folded[0] === 'ل' ? (readWord(folded).find(({ stem }) => YEAR_WORDS.has(stem))?.stem ?? folded) : folded;
  const said = YEAR_WORDS.has(stem);
  const year = yearAt(view, said ? at + 1 : at, said);
  if (year && (said || wordAt(view, index) !== 'من')) {
    const calendar = year.calendar === 'islamic' ? { calendar: 'islamic' as const } : {};
    return { date: { year: year.year, ...calendar }, to: year.to };
  }
  const relative = isComma(wordAt(view, index)) ? null : relativeUnit(view, at, 'year');
  return relative ? { date: { year: relative.value }, to: relative.to } : null;
}

const IN = new Set(['في']);
const DAY = new Set(['يوم']);
const DAY_LICENCE = new Set(['في', 'الي', 'منذ', 'حتي']);
/** رمضان, شعبان and رجب are given names too. */
const NAME_LICENCE = new Set(['في', 'خلال', 'شهر', 'منذ', 'قبل', 'بعد', 'هذا']);
const MONTH_LICENCE = new Set([
  ...YEAR_PREPOSITIONS,
  ...PARTS.keys(),
  ...DEMONSTRATIVES.keys(),
  'شهر',
  'شهري',
  'لشهر',
  'صباح',
  'يوم',
]);

/** سبتمبر, شهر سبتمبر/أيلول 2023, يوليو الماضي, سبتمبر 10, 2001. `licensed` when a day stands before. */
export function monthPhrase(view: View, index: number, licensed: boolean): Found<CalendarDate> | null {
  let at = index;
  let sure = licensed || view.preposition !== '';
  if (wordAt(view, at) === 'شهر') {
    at++;
    sure = true;
  }
  const month = monthName(view, at);
  if (!month) return null;
  // مدينة 6 أكتوبر
  const named = !licensed && view.text.tokens[at - 1]?.type === 'number' && at - 1 > view.from;
  if (named && precededBy(view, at - 1, DATE_NAME_HEADS)) return null;
  // مدينة السادس من أكتوبر
  if (!licensed && wordAt(view, at - 1) === 'من' && isNamedDay(view, at - 1)) return null;
  if (month.name === 'اب' && !licensed) {
    const token = view.text.tokens[at];
    if (!token || !view.text.text.slice(token.start, token.end).includes('آ')) return null;
  }
  let to = doubled(view, month);
  if (to > month.to) sure = true;
  let day: number | null = null;
  if (!licensed) {
    // أكتوبر-2, أكتوبر/2
    const sign = wordAt(view, to);
    const joined = (isDash(sign) || sign === '/') && !view.text.tokens[to]?.spaced;
    const number = numberAt(view, joined ? to + 1 : to);
    if (number && number.value >= 1 && number.value <= 31 && !isCounted(view, number.to)) {
      const next = wordAt(view, number.to);
      if (number.words ? number.ordinal || number.value > 0 : next === '' || isComma(next) || /^\d{4}$/.test(next)) {
        if (next !== ':' && !UNIT_FORMS.has(next)) {
          day = number.value;
          to = number.to;
        }
      }
    }
  }
  const tail = yearTail(view, to);
  if (tail) to = tail.to;
  if (!sure && month.doubtful && !tail && day === null && !precededBy(view, at, MONTH_LICENCE)) return null;
  if (month.name === 'صفر' && !tail && wordAt(view, index) !== 'شهر' && !precededBy(view, at, IN)) return null;
  if (!licensed && (month.name === 'رمضان' || month.name === 'شعبان' || month.name === 'رجب') && !sure && !tail) {
    if (!precededBy(view, at, NAME_LICENCE)) return null;
  }
  const value = calendarDate({
    month: month.month,
    calendar: month.calendar,
    day,
    ...tail?.date,
    ...(tail?.date.calendar ? { calendar: month.calendar } : {}),
  });
  return { value, from: index, to };
}

function isNamedDay(view: View, to: number): boolean {
  for (const from of [to - 1, to - 2])
    if (from > view.from && numberAt(view, from)?.to === to && precededBy(view, from, DATE_NAME_HEADS)) return true;
  return false;
}

const QUOTES = new Set(['«', '»', '"', '“', '”']);

interface Day {
  readonly value: number;
  readonly to: number;
}

function dayNumber(view: View, index: number): Day | null {
  if (FIRST_DAYS.has(wordAt(view, index))) {
    const linked = wordAt(view, index + 1) === 'من' ? index + 2 : index + 1;
    if (monthName(view, wordAt(view, linked) === 'شهر' ? linked + 1 : linked)) return { value: 1, to: index + 1 };
  }
  const number = numberAt(view, index);
  if (!number || number.value < 1 || number.value > 31) return null;
  if (!number.words && number.digits > 2) return null;
  // الأولى من رمضان: days are masculine; translations err in الثانية والعشرين only
  if (number.ordinal && number.value <= 10 && /(?:ه|الاولي)$/.test(wordAt(view, index))) return null;
  return number;
}

/** The month behind a day: a name, or الشهر المقبل with من or في. */
function monthBehindDay(view: View, index: number): Found<CalendarDate> | null {
  let at = index;
  const sign = wordAt(view, at);
  if ((sign === '.' || sign === '/' || isDash(sign)) && !view.text.tokens[at]?.spaced) at++;
  else if (sign === 'من' || sign === 'في') at++;
  const named = sign === 'في' ? null : monthPhrase(view, at, true);
  if (named) return named;
  // هذا is allowed bare: من 4 إلى 22 هذا الشهر
  const relative = relativeUnit(view, at, 'month');
  if (!relative) return null;
  return { value: calendarDate({ month: relative.value }), from: index, to: relative.to };
}

/**
 * 19 سبتمبر 2023, الحادي والعشرين من مارس, 13 و 14 سبتمبر, 1 إلى 5 مايو, 20 من الشهر المقبل: one or several days and
 * their month.
 */
export function dayAndMonth(view: View, index: number): Found | null {
  const first = dayNumber(view, index);
  if (!first) return null;
  if (index > view.from && precededBy(view, index, DATE_NAME_HEADS)) return null;
  const days = [first.value];
  let to = first.to;
  let joint: 'list' | 'range' = 'list';
  let month = monthBehindDay(view, to);
  while (!month && days.length < 10) {
    const sign = wordAt(view, to);
    let next: Day | null = null;
    if (sign === 'و' || isComma(sign) || sign === 'او') next = dayNumber(view, to + 1);
    else if (isDash(sign) || TO.has(sign)) {
      next = dayNumber(view, wordAt(view, to + 1) === 'غايه' ? to + 2 : to + 1);
      if (next) joint = 'range';
    } else if (sign.length > 3 && sign[0] === 'و') {
      next = dayNumber({ ...view, head: to, word: sign.slice(1), skip: 1 }, to);
    }
    if (!next) return null;
    days.push(next.value);
    to = next.to;
    month = monthBehindDay(view, to);
  }
  if (!month) return null;
  const date = month.value;
  const dates = days.map((day) => ({ ...date, day }));
  const single = dates[0];
  const last = dates[dates.length - 1];
  if (!single || !last) return null;
  if (dates.length === 1) {
    const yearless = single.year === null && single.turn === null;
    // «14 آذار» is the name of a movement
    if (yearless && QUOTES.has(wordAt(view, index - 1)) && QUOTES.has(wordAt(view, month.to))) return null;
    const known = yearless
      ? FAMOUS_DAYS.find(([m, d, , heads]) => m === single.month && d === single.day && precededBy(view, index, heads))
      : undefined;
    return { value: known ? { ...single, famousYear: known[2] } : single, from: index, to: month.to };
  }
  const value: DateValue =
    joint === 'range' && dates.length === 2
      ? { kind: 'range', from: single, to: last }
      : { kind: 'list', items: dates };
  return { value, from: index, to: month.to };
}

/** يوم 27, في الحادي والعشرين.: a day of the month that is spoken of. */
export function dayOfMonth(view: View, index: number): Found<CalendarDate> | null {
  const number = numberAt(view, index);
  if (!number || number.value < 1 || number.value > 31 || isCounted(view, number.to)) return null;
  const ends = number.to >= view.to || view.text.tokens[number.to]?.type !== 'word';
  const behindDay = precededBy(view, index, DAY);
  const inWords = number.words && number.ordinal && number.value > 10 && ends;
  const introduced = view.preposition !== '' || precededBy(view, index, DAY_LICENCE);
  // في 15. alone, at the end of what is said
  const last = number.to >= view.to || '.!؟?،,'.includes(wordAt(view, number.to));
  const inDigits = !number.words && number.digits === 2 && (behindDay || (last && precededBy(view, index, IN)));
  if (!(inWords && (introduced || behindDay)) && !inDigits) return null;
  const next = wordAt(view, number.to);
  if (UNIT_FORMS.has(next) || ':/%-'.includes(next || ' ')) return null;
  const month: UnitValue = { kind: 'unit', unit: 'month', shift: 0, anchor: 'context' };
  return { value: calendarDate({ month, day: number.value }), from: index, to: number.to };
}
