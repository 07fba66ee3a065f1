import type { CalendarDate, DateValue, Turn } from '../../calendar/date-value.ts';
import { wordList } from '../word-list.ts';
import { dayAndMonth, monthPhrase } from './dates-calendar.ts';
import { numericDate } from './dates-numeric.ts';
import {
  type Found,
  isCounted,
  numberAt,
  type PointReader,
  precededBy,
  type View,
  viewsAfterAnd,
  viewsAt,
  wordAt,
} from './dates-scan.ts';
import {
  BARE_WEEKDAYS,
  DAY_PARTS_DEFINITE,
  DAY_WORDS,
  DEMONSTRATIVES,
  TURNS,
  UNIT_FORMS,
  WEEKDAY_NAME_HEADS,
  WEEKDAYS,
} from './dates-words.ts';
import { isComma, relativeUnit } from './dates-years.ts';

/** Days told from another: weekdays, yesterday and tomorrow, this and that. */

/** A date with its day, as it may follow a weekday: 19 سبتمبر 2023, 19/9, يناير الحادي والعشرين. */
function fullDate(view: View, index: number): Found<CalendarDate> | null {
  const found = numericDate(view, index) ?? dayAndMonth(view, index) ?? monthPhrase(view, index, false);
  if (found?.value.kind === 'either') {
    const [first] = found.value.options;
    return first ? { ...found, value: first } : null;
  }
  return found?.value.kind === 'date' && found.value.day !== null ? (found as Found<CalendarDate>) : null;
}

/** The same with a comma before it, behind الموافق, or in brackets. */
function dateBehind(view: View, index: number): Found<CalendarDate> | null {
  const sign = wordAt(view, index);
  if (sign === 'الموافق') return fullDate(view, wordAt(view, index + 1) === 'ل' ? index + 2 : index + 1);
  if (sign !== '(') return fullDate(view, isComma(sign) ? index + 1 : index);
  const inside = fullDate(view, index + 1);
  return inside && wordAt(view, inside.to) === ')' ? { ...inside, to: inside.to + 1 } : null;
}

const DAY = new Set(['يوم']);
const BOTH = new Set(['بين', 'هذين']);

/** الثلاثاء, الجمعة الماضي, الثلاثاء 19 سبتمبر 2023, الجمعة من الأسبوع الماضي, الأحد الأول من مايو. */
export function weekday(view: View, index: number, point: PointReader): Found | null {
  const word = wordAt(view, index);
  if (!WEEKDAYS.has(word) && !BARE_WEEKDAYS.has(word)) return null;
  const behindDay = precededBy(view, index, DAY);
  const number = WEEKDAYS.get(word) ?? (behindDay ? BARE_WEEKDAYS.get(word) : undefined);
  if (number === undefined) return null;
  if (precededBy(view, index, WEEKDAY_NAME_HEADS)) return null;
  if (behindDay && precededBy(view, index - 1, WEEKDAY_NAME_HEADS)) return null;
  if (word === 'الاثنين' && (wordAt(view, index + 1) === 'معا' || precededBy(view, index, BOTH)))
    if (!WEEKDAYS.has(wordAt(view, index + 1).slice(1))) return null;
  let to = index + 1;
  const named = TURNS.get(wordAt(view, to));
  const turn: Turn | null =
    named === 'last' || named === 'next' || named === 'this' ? named : named === 'following' ? 'next' : null;
  if (turn || named === 'preceding') to++;
  const date = dateBehind(view, to);
  if (date) return { value: { ...date.value, weekday: number }, from: index, to: date.to };
  const said = saidDay(view, to);
  if (said)
    return { value: { kind: 'day', shift: said.shift, weekday: number, anchor: 'document' }, from: index, to: said.to };
  const value = { kind: 'weekday', weekday: number, turn, week: null, dayOfMonth: null } as const;
  if (!turn) {
    const week = weekBehind(view, to);
    if (week) return { value: { ...value, week: week.value }, from: index, to: week.to };
    const at = wordAt(view, to) === 'في' ? to + 1 : to;
    const day = numberAt(view, at);
    if (day && day.value >= 1 && day.value <= 31 && !isCounted(view, day.to)) {
      if (day.ordinal && day.value <= 5 && at === to) {
        const inner = wordAt(view, day.to) === 'من' ? point(view, day.to + 1) : null;
        const of: DateValue = inner?.value ?? { kind: 'unit', unit: 'month', shift: 0, anchor: 'document' };
        return {
          value: { kind: 'nth', unit: 'weekday', weekday: number, n: day.value, of },
          from: index,
          to: inner?.to ?? day.to,
        };
      }
      const next = view.text.tokens[day.to];
      const ends =
        day.to >= view.to || next?.type !== 'word' || ['في', 'من', 'مع', 'عن', 'علي', 'الي'].includes(next.folded);
      if (ends && next?.folded !== ':' && (day.words ? day.ordinal || at > to : true) && day.digits !== 1)
        return { value: { ...value, dayOfMonth: day.value }, from: index, to: day.to };
    }
  }
  return { value, from: index, to };
}

function weekBehind(view: View, index: number): Found | null {
  const at = wordAt(view, index) === 'من' ? index + 1 : index;
  return relativeUnit(view, at, 'week');
}

function saidDay(view: View, index: number): { readonly shift: number; readonly to: number } | null {
  const word = wordAt(view, index);
  if (word === 'امس') return { shift: -1, to: index + 1 };
  if (word === 'غدا') return { shift: 1, to: index + 1 };
  return null;
}

const BEFORE_TOMORROW = wordList('يوم صباح مساء ظهر فجر ليلة عصر');
const UNTIL_OR_EVERY = new Set(['حتي', 'كل']);
const NEWSPAPERS = new Set([
  'روسيا',
  'المصري',
  'اخبار',
  'فلسطين',
  'العراق',
  'لبنان',
  'سوريا',
  'صحيفه',
  'جريده',
  'موقع',
  'مصر',
  'عمان',
  'البلاد',
]);
const DAY_NAMES = new Set([
  'العالمي',
  'الوطني',
  'الدولي',
  'السابع',
  'الختامي',
  'الافتتاحي',
  'الاخير',
  'الاولمبي',
  'الدراسي',
  'الواحد',
  'الموعود',
]);

/** أمس, أول من أمس, غدا, بعد غد, اليوم, with a weekday and a date behind. */
export function dayWord(view: View, index: number): Found | null {
  const word = wordAt(view, index);
  const next = wordAt(view, index + 1);
  let shift: number | undefined;
  let to = index + 1;
  if (word === 'اول' && (next === 'امس' || next === 'من')) {
    to = next === 'من' ? index + 3 : index + 2;
    if (wordAt(view, to - 1) !== 'امس') return null;
    shift = -2;
  } else if (word === 'بعد' && (next === 'غد' || next === 'الغد')) {
    [shift, to] = [2, index + 2];
  } else if (word === 'قبل' && (next === 'امس' || (next === 'يوم' && wordAt(view, index + 2) === 'امس'))) {
    [shift, to] = [-2, next === 'امس' ? index + 2 : index + 3];
  } else shift = DAY_WORDS.get(word);
  if (shift === undefined) return null;
  // حتى الأمس القريب is no day
  if (word === 'الامس' && (next === 'القريب' || next === 'البعيد')) return null;
  if (word === 'الغد' && ['#', '"', '«'].includes(wordAt(view, index - 1))) return null;
  if (word === 'غد' && !precededBy(view, index, BEFORE_TOMORROW)) return null;
  let anchor: 'document' | 'context' = 'document';
  if (word === 'اليوم' || word === 'الليله') {
    if (DAY_NAMES.has(next) || wordAt(view, index - 2) === 'مثل') return null;
    // مصر اليوم is a newspaper, في مصر اليوم 6 مايو is not
    if (precededBy(view, index, NEWSPAPERS) && !WEEKDAYS.has(next) && !dateBehind(view, index + 1)) return null;
    if (precededBy(view, index, UNTIL_OR_EVERY) && word === 'اليوم' && !WEEKDAYS.has(next)) return null;
    const turn = TURNS.get(next);
    if (turn === 'last' || turn === 'next') shift = turn === 'last' ? -1 : 1;
    else if (turn === 'following' || turn === 'preceding' || turn === 'same') {
      shift = turn === 'same' ? 0 : turn === 'following' ? 1 : -1;
      anchor = 'context';
    } else if (turn === 'recent') return null;
    if (turn) to++;
    else if (word === 'اليوم' && numberAt(view, index + 1)?.ordinal) return null;
  } else if (word === 'امس' && next === 'الاول') [shift, to] = [-2, index + 2];
  const day = { kind: 'day', shift, weekday: null, anchor } as const;
  const counted = anchor === 'context' && shift !== 0 ? dayBeside(view, index, to, shift > 0 ? 1 : -1) : null;
  if (counted) return counted;
  if (anchor === 'context') return { value: day, from: index, to };
  return withWeekday(view, { value: day, from: index, to }, shift);
}

/** اليوم التالي لـ9 نوفمبر 2020: counted from the date that it names. */
function dayBeside(view: View, index: number, to: number, direction: -1 | 1): Found | null {
  for (const rest of viewsAt(view.text, view.from, view.to, to)) {
    const joined = rest.preposition === 'ل' ? fullDate(rest, to) : null;
    const found = joined ?? (rest.word === 'ل' ? fullDate(view, to + 1) : null);
    if (!found) continue;
    const amounts = [{ unit: 'day', amount: 1 }] as const;
    return {
      value: { kind: 'offset', amounts, direction, anchor: found.value, exact: true },
      from: index,
      to: found.to,
    };
  }
  return null;
}

/** The weekday and the date that may stand behind a word for a day: اليوم الأربعاء 20 سبتمبر 2023. */
function withWeekday(view: View, found: Found, shift: number): Found {
  let { to } = found;
  const sign = wordAt(view, to);
  let at = isComma(sign) || sign === '(' ? to + 1 : to;
  if (wordAt(view, at) === 'يوم') at++;
  const named = WEEKDAYS.get(wordAt(view, at));
  let weekdayNumber: number | null = null;
  if (named !== undefined && (sign !== '(' || wordAt(view, at + 1) === ')')) {
    weekdayNumber = named;
    to = sign === '(' ? at + 2 : at + 1;
  }
  const date = dateBehind(view, to);
  if (date) return { value: { ...date.value, weekday: weekdayNumber, said: shift }, from: found.from, to: date.to };
  return { value: { kind: 'day', shift, weekday: weekdayNumber, anchor: 'document' }, from: found.from, to };
}

/** هذا الشهر, هذا الصيف, هذا المساء, ذلك العام, هذا الثلاثاء, هذا أغسطس. */
export function demonstrative(view: View, index: number, point: PointReader): Found | null {
  const pointer = DEMONSTRATIVES.get(wordAt(view, index));
  // في مثل هذا اليوم
  if (!pointer || wordAt(view, index - 1) === 'مثل') return null;
  let at = index + 1;
  if (wordAt(view, at) === 'يوم') at++;
  const word = wordAt(view, at);
  const anchor = pointer === 'this' ? 'document' : 'context';
  const day = { kind: 'day', shift: 0, weekday: null, anchor } as const;
  if (word === 'اليوم' || DAY_PARTS_DEFINITE.has(word)) return { value: day, from: index, to: at + 1 };
  const form = UNIT_FORMS.get(word);
  if (form) {
    if (form.number !== 'one' || !form.definite || ['second', 'minute', 'hour'].includes(form.unit)) return null;
    const unit = { value: { kind: 'unit', unit: form.unit, shift: 0, anchor }, from: index, to: at + 1 } as const;
    return pointer === 'this' && form.unit === 'week' ? weekWithDays(view, unit, point) : unit;
  }
  if (pointer !== 'this') return null;
  if (WEEKDAYS.has(word)) {
    const found = weekday(view, at, point);
    return found?.value.kind === 'weekday'
      ? { ...found, value: { ...found.value, turn: found.value.turn ?? 'this' }, from: index }
      : found && { ...found, from: index };
  }
  const month = monthPhrase(view, at, false);
  if (month) return { ...month, value: { ...month.value, turn: month.value.turn ?? 'this' }, from: index };
  return null;
}

/** A week, and the weekday or the weekdays in it that may stand behind: الأسبوع الماضي الأحد, … بين الجمعة والأحد. */
export function weekWithDays(view: View, found: Found, point: PointReader): Found {
  let at = found.to;
  const opener = wordAt(view, at);
  const inWeek = (day: Found | null): DateValue | null =>
    day?.value.kind === 'weekday' && !day.value.turn ? { ...day.value, week: found.value } : null;
  if (opener === 'بين' || opener === 'من') {
    const first = weekday(view, at + 1, point);
    const from = inWeek(first);
    if (!first || !from) return found;
    let second: Found | null = null;
    if (opener === 'من')
      second = ['الي', 'حتي'].includes(wordAt(view, first.to)) ? weekday(view, first.to + 1, point) : null;
    else for (const rest of viewsAfterAnd(view, first.to)) second = weekday(rest, rest.head, point);
    const to = inWeek(second);
    return second && to ? { value: { kind: 'range', from, to }, from: found.from, to: second.to } : found;
  }
  if (opener === 'يوم') at++;
  const day = weekday(view, at, point);
  const value = inWeek(day);
  return day && value ? { value, from: found.from, to: day.to } : found;
}
