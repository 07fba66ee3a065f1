import type { CalendarDate, DateValue, UnitValue } from '../../calendar/date-value.ts';
import { isDate } from '../../calendar/days.ts';
import { type Found, isCounted, isWhole, numberAt, precededBy, type View, wordAt } from './dates-scan.ts';
import {
  BARE_WEEKDAYS,
  DATE_NAME_HEADS,
  DEMONSTRATIVES,
  DOUBTFUL_MONTHS,
  GENERAL_HEADS,
  HIJRI_MONTHS,
  MONTHS,
  NOT_YEAR_HEADS,
  PARTS,
  TO,
  TURNS,
  UNIT_FORMS,
  WEEKDAYS,
  YEAR_NOUNS,
  YEAR_PREPOSITIONS,
  YEAR_WORDS,
  YEARS_WORDS,
} from './dates-words.ts';
import { readYearInPairs } from './numbers.ts';
import { readWord } from './particles.ts';

/** Dates of the calendar: days, months and years, in words and digits. */

const EMPTY: CalendarDate = {
  kind: 'date',
  calendar: 'gregorian',
  year: null,
  month: null,
  day: null,
  weekday: null,
  said: null,
  turn: null,
};

export const calendarDate = (parts: Partial<CalendarDate>): CalendarDate => ({ ...EMPTY, ...parts });

const isComma = (word: string) => word === '،' || word === ',';
const isDash = (word: string) => word === '-' || word === '–' || word === '—' || word === '−';

/** A relative unit such as العام الماضي, هذا الشهر, الشهر نفسه, at a token; only the given unit. */
export function relativeUnit(view: View, index: number, unit: 'month' | 'year' | 'week'): Found<UnitValue> | null {
  const first = wordAt(view, index);
  const pointer = DEMONSTRATIVES.get(first);
  const at = pointer ? index + 1 : index;
  const form = UNIT_FORMS.get(wordAt(view, at));
  if (form?.unit !== unit || form.number !== 'one' || !form.definite) return null;
  if (pointer) {
    const anchor = pointer === 'this' ? 'document' : 'context';
    return { value: { kind: 'unit', unit, shift: 0, anchor }, from: index, to: at + 1 };
  }
  return turnOfUnit(view, index, unit);
}

/** المدير العام السابق: the adjective, no year. */
const isGeneral = (view: View, index: number) =>
  ['preceding', 'this'].includes(TURNS.get(wordAt(view, index + 1)) ?? '') &&
  wordAt(view, index) === 'العام' && precededBy(view, index, GENERAL_HEADS);

function turnOfUnit(view: View, index: number, unit: UnitValue['unit']): Found<UnitValue> | null {
  const unitValue = (shift: number, anchor: UnitValue['anchor'], to: number): Found<UnitValue> => ({
    value: { kind: 'unit', unit, shift, anchor },
    from: index,
    to,
  });
  if (isGeneral(view, index)) return null;
  let at = index + 1;
  if (wordAt(view, at) === 'ما') at++;
  const twice = wordAt(view, at) === 'قبل' ? 'last' : wordAt(view, at) === 'بعد' ? 'next' : null;
  if (twice && TURNS.get(wordAt(view, at + 1)) === twice)
    return unitValue(twice === 'last' ? -2 : 2, 'document', at + 2);
  switch (TURNS.get(wordAt(view, index + 1))) {
    case 'last':
      return unitValue(-1, 'document', index + 2);
    case 'next':
      return unitValue(1, 'document', index + 2);
    case 'this':
      return unitValue(0, 'document', index + 2);
    case 'same':
      return unitValue(0, 'context', index + 2);
    case 'following':
      return unitValue(1, 'context', index + 2);
    case 'preceding':
      return unitValue(-1, 'context', index + 2);
    default:
      return null;
  }
}

export { turnOfUnit };

interface Year {
  readonly year: number;
  readonly calendar: 'gregorian' | 'islamic' | null;
  readonly to: number;
}

/** م, هـ, ق.م, قبل الميلاد behind a year. */
export function eraAt(view: View, index: number, year: number): Year {
  const word = wordAt(view, index);
  if (word === 'م' || word === 'ميلادي' || word === 'ميلاديه' || word === 'للميلاد')
    return { year, calendar: 'gregorian', to: index + 1 };
  if (word === 'ه' || word === 'هجري' || word === 'هجريه' || word === 'للهجره')
    return { year, calendar: 'islamic', to: index + 1 };
  // the dot may end the passage
  if (word === 'ق' && wordAt(view, index + 1) === '.' && (wordAt(view, index + 2) === 'م' || index + 2 >= view.to))
    return { year: 1 - year, calendar: 'gregorian', to: Math.min(index + 3, view.to) };
  const before = word === 'قبل' && wordAt(view, index + 1) === 'الميلاد';
  if (before || (word === 'بعد' && wordAt(view, index + 1) === 'الميلاد'))
    return { year: before ? 1 - year : year, calendar: 'gregorian', to: index + 2 };
  return { year, calendar: null, to: index };
}

const isPlausibleYear = (value: number) => value >= 1000 && value <= 2200;

/** A year number; behind the word for year (`said`) any number will do, elsewhere only one of four digits. */
export function yearAt(view: View, index: number, said: boolean): Year | null {
  const number = numberAt(view, index);
  if (!number || number.ordinal) return null;
  if (said && number.words && number.value < 100) {
    const pairs = readYearInPairs((at) => wordAt(view, at), index);
    if (pairs) return { year: pairs.value, calendar: null, to: pairs.to };
  }
  const { value } = number;
  const era = eraAt(view, number.to, value);
  if (era.calendar !== null && value > 0) return era;
  if (said) {
    if (value < 1 || value > 3000 || (value < 100 && number.words)) return null;
    // عام 48, عام 67: a year of the last hundred
    if (number.digits === 2) return { ...era, year: value > 30 ? 1900 + value : 2000 + value };
    return era;
  }
  if (!isPlausibleYear(value) || (!number.words && number.digits !== 4)) return null;
  return isCounted(view, number.to) ? null : era;
}

const dateOfYear = ({ year, calendar }: Year): CalendarDate =>
  calendarDate({ year, calendar: calendar === 'islamic' ? 'islamic' : 'gregorian' });

/** عام 1994, للعام 2024, عامي 1992 و1994. */
export function yearPhrase(view: View, index: number): Found | null {
  const word = wordAt(view, index);
  if (YEARS_WORDS.has(word)) {
    const first = yearAt(view, index + 1, false);
    if (!first) return null;
    const items: DateValue[] = [dateOfYear(first)];
    let to = first.to;
    let ranged = false;
    while (to < view.to) {
      const sign = wordAt(view, to);
      const next = sign === 'و' || isComma(sign) || isDash(sign) || TO.has(sign) ? yearAt(view, to + 1, false) : null;
      if (!next) break;
      if (isDash(sign) || TO.has(sign)) ranged = true;
      items.push(dateOfYear(next));
      to = next.to;
    }
    if (items.length === 1) return { value: items[0] as DateValue, from: index, to };
    const value: DateValue =
      ranged && items.length === 2
        ? { kind: 'range', from: items[0] ?? null, to: items[1] ?? null }
        : { kind: 'list', items };
    return { value, from: index, to };
  }
  if (!YEAR_WORDS.has(word)) return null;
  // عام ,1972: a comma on the wrong side
  const slipped = isComma(wordAt(view, index + 1)) && yearAt(view, index + 2, false);
  const year = slipped || yearAt(view, index + 1, true);
  if (!year || (UNIT_FORMS.has(wordAt(view, year.to)) && !YEAR_WORDS.has(wordAt(view, year.to)))) return null;
  return { value: dateOfYear(year), from: index, to: year.to };
}

/** A number of four digits that the words around it show to be a year: في 2020, حرب 2020, (1994). */
export function bareYear(view: View, index: number, licensed: boolean): Found<CalendarDate> | null {
  if (!isWhole(view, index)) return null;
  const year = yearAt(view, index, false);
  if (!year) return null;
  const found = { value: dateOfYear(year), from: index, to: year.to };
  if (year.calendar !== null || licensed) return found;
  if (year.year < 1600 || year.year > 2100 || precededBy(view, index, NOT_YEAR_HEADS)) return null;
  const next = wordAt(view, year.to);
  if (next === 'و' || TO.has(next) || isDash(next)) {
    const other = numberAt(view, year.to + 1);
    if (other && !other.words && (!isPlausibleYear(other.value) || isCounted(view, other.to))) return null;
  }
  const before = index > view.from ? (view.text.tokens[index - 1]?.folded ?? '') : '';
  if (before === '(' && next === ')') return found;
  if (before.length === 1 && 'بلك'.includes(before) && !view.text.tokens[index]?.spaced) return found;
  if (before === 'و' && index > view.from + 1 && wordAt(view, index - 2).match(/^\d{4}$/)) return found;
  if (precededBy(view, index, YEAR_PREPOSITIONS)) return found;
  for (let at = index - 1; at >= view.from && at >= index - 3; at--) {
    const token = view.text.tokens[at];
    if (token?.type !== 'word') break;
    if (precededBy(view, at + 1, YEAR_NOUNS)) return found;
    if (YEAR_NOUNS.has(token.folded.replace(/^ال/, ''))) return found;
  }
  return null;
}

interface Month {
  readonly month: number;
  readonly calendar: 'gregorian' | 'islamic';
  readonly to: number;
  readonly doubtful: boolean;
  readonly name: string;
}

function monthName(view: View, index: number): Month | null {
  const word = wordAt(view, index);
  const pair = `${word} ${wordAt(view, index + 1)}`;
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
  if (!other || other.month !== month.month || other.calendar !== month.calendar) return month.to;
  if (sign !== '(') return other.to;
  return wordAt(view, other.to) === ')' ? other.to + 1 : month.to;
}

/** The year behind a month: 2023, من عام 2023, الماضي, من العام المقبل. */
function yearTail(view: View, index: number): { readonly date: Partial<CalendarDate>; readonly to: number } | null {
  let at = index;
  const turn = TURNS.get(wordAt(view, at));
  if (turn === 'last' || turn === 'next' || turn === 'this') return { date: { turn }, to: at + 1 };
  if (turn === 'same') return null;
  if (isComma(wordAt(view, at))) at++;
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
  if (month.name === 'اب' && !licensed) {
    const token = view.text.tokens[at];
    if (!token || !view.text.text.slice(token.start, token.end).includes('آ')) return null;
  }
  let to = doubled(view, month);
  if (to > month.to) sure = true;
  let day: number | null = null;
  if (!licensed) {
    const number = numberAt(view, to);
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
  if (month.name === 'صفر' && !tail && wordAt(view, index) !== 'شهر' && !precededBy(view, at, new Set(['في'])))
    return null;
  if (!licensed && (month.name === 'رمضان' || month.name === 'شعبان' || month.name === 'رجب') && !sure && !tail) {
    if (!precededBy(view, at, new Set(['في', 'خلال', 'شهر', 'منذ', 'قبل', 'بعد', 'هذا']))) return null;
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

interface Day {
  readonly value: number;
  readonly to: number;
}

function dayNumber(view: View, index: number): Day | null {
  if (wordAt(view, index) === 'اول' && monthName(view, index + 1)) return { value: 1, to: index + 1 };
  const number = numberAt(view, index);
  if (!number || number.value < 1 || number.value > 31) return null;
  if (!number.words && number.digits > 2) return null;
  return number;
}

/** The month behind a day: a name, or الشهر المقبل with من or في. */
function monthBehindDay(view: View, index: number): Found<CalendarDate> | null {
  let at = index;
  const sign = wordAt(view, at);
  if ((sign === '.' || sign === '/') && !view.text.tokens[at]?.spaced) at++;
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
      next = dayNumber(view, to + 1);
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
  if (dates.length === 1) return { value: single, from: index, to: month.to };
  const value: DateValue =
    joint === 'range' && dates.length === 2
      ? { kind: 'range', from: single, to: last }
      : { kind: 'list', items: dates };
  return { value, from: index, to: month.to };
}

const LICENCE = new Set([
  'في',
  'يوم',
  'بتاريخ',
  'تاريخ',
  'منذ',
  'قبل',
  'بعد',
  'حتي',
  'مورخ',
  'الي',
  'من',
  'بين',
  'عند',
]);
const SEPARATORS = '/-.–';

/** 20/9/2023, 2023-09-20, 20.9.2023, 9/2023, 20/9 (in words of time), 16/04/21, 2022/2023. */
export function numericDate(view: View, index: number): Found | null {
  const { tokens } = view.text;
  const parts: string[] = [];
  let at = index;
  const separator = wordAt(view, index + 1);
  if (separator === '' || !SEPARATORS.includes(separator)) return null;
  while (at < view.to && tokens[at]?.type === 'number' && (at === index || !tokens[at]?.spaced)) {
    parts.push(wordAt(view, at));
    at++;
    if (wordAt(view, at) !== separator || tokens[at]?.spaced || tokens[at + 1]?.type !== 'number') break;
    if (tokens[at + 1]?.spaced) break;
    at++;
  }
  const before = index > view.from && !tokens[index]?.spaced ? wordAt(view, index - 1) : '';
  if (parts.length < 2 || parts.length > 3 || (before !== '' && '/-.:+#'.includes(before))) return null;
  if (before !== '' && tokens[index - 1]?.script === 'latn') return null;
  const [a = 0, b = 0, c = 0] = parts.map(Number);
  const [la = 0, lb = 0, lc = 0] = parts.map((part) => part.length);
  const day = (year: number, month: number, date: number) =>
    isDate(year, month, date) ? [calendarDate({ year, month, day: date })] : [];
  const found = (value: DateValue, to = at): Found => ({ value, from: index, to });
  if (parts.length === 3) {
    let options: CalendarDate[] = [];
    if (la === 4 && lb <= 2 && lc <= 2) options = [...day(a, b, c), ...day(a, c, b)];
    else if (lc === 4 && la <= 2 && lb <= 2) options = [...day(c, b, a), ...day(c, a, b)];
    else if (la <= 2 && lb === 2 && lc === 2) {
      const century = (year: number) => (year > 50 ? 1900 : 2000) + year;
      const either = [...day(century(c), b, a), ...day(century(a), b, c), ...day(century(c), a, b)];
      if (either.length > 0 && separator !== '.') return found({ kind: 'either', options: either });
    }
    const [first] = options;
    if (!first || isCounted(view, at)) return null;
    if (first.year !== null && (first.year as number) < 1700) {
      // 4/3/1445: a Hijri year
      if ((first.year as number) < 1300 || (first.year as number) > 1500) return null;
      const era = eraAt(view, at, first.year as number);
      return found({ ...first, calendar: 'islamic' }, era.to);
    }
    const era = eraAt(view, at, first.year as number);
    return found(era.calendar === 'islamic' ? { ...first, calendar: 'islamic' } : first, era.to);
  }
  const years = (year: number) => year >= 1700 && year <= 2100;
  if (la === 4 && lb === 4 && separator !== '.') {
    if (!years(a) || !years(b) || a >= b || (separator === '/' && b !== a + 1) || isCounted(view, at)) return null;
    return found({ kind: 'range', from: calendarDate({ year: a }), to: calendarDate({ year: b }) });
  }
  if (separator === '/' || (separator !== '.' && lb === 2 && b < 13)) {
    if (la === 4 && years(a) && lb <= 2 && b >= 1 && b <= 12) return found(calendarDate({ year: a, month: b }));
    if (lb === 4 && years(b) && la <= 2 && a >= 1 && a <= 12) return found(calendarDate({ year: b, month: a }));
  }
  if (separator === '.' || la > 2 || lb > 2 || isCounted(view, at)) return null;
  // a day and a month: only where the words speak of time, or where no other reading is left
  const options = [...day(2000, b, a), ...day(2000, a, b)].map((date) => ({ ...date, year: null }));
  const [first] = options;
  const comma = isComma(wordAt(view, at)) ? at + 1 : at;
  const year = comma > at ? numberAt(view, comma) : null;
  const isYear =
    year && !year.words && (year.digits === 4 ? years(year.value) : year.digits === 2 && year.to >= view.to);
  const sure = isYear || precededBy(view, index, LICENCE) || isWeekday(view, index - 1);
  if (!first || (!sure && (separator !== '/' || options.length > 1 || (a === 24 && b === 7)))) return null;
  if (separator !== '/' && (options.length > 1 || !sure)) return null;
  if (isYear) {
    const value = year.digits === 4 ? year.value : 2000 + year.value;
    return found({ ...first, year: value }, year.to);
  }
  return found(first);
}

/** يوم 27, في الحادي والعشرين.: a day of the month that is spoken of. */
export function dayOfMonth(view: View, index: number): Found<CalendarDate> | null {
  const number = numberAt(view, index);
  if (!number || number.value < 1 || number.value > 31 || isCounted(view, number.to)) return null;
  const ends = number.to >= view.to || view.text.tokens[number.to]?.type !== 'word';
  const behindDay = precededBy(view, index, new Set(['يوم']));
  const inWords = number.words && number.ordinal && number.value > 10 && ends;
  const introduced = view.preposition !== '' || precededBy(view, index, new Set(['في', 'الي', 'منذ', 'حتي']));
  const inDigits = !number.words && number.digits === 2 && behindDay && (ends || !isCounted(view, number.to));
  if (!(inWords && (introduced || behindDay)) && !inDigits) return null;
  const next = wordAt(view, number.to);
  if (UNIT_FORMS.has(next) || ':/%-'.includes(next || ' ')) return null;
  const month: UnitValue = { kind: 'unit', unit: 'month', shift: 0, anchor: 'context' };
  return { value: calendarDate({ month, day: number.value }), from: index, to: number.to };
}

function isWeekday(view: View, index: number): boolean {
  const word = index >= view.from ? wordAt(view, index) : '';
  return WEEKDAYS.has(word) || BARE_WEEKDAYS.has(word);
}
