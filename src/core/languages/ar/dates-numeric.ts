import { calendarDate } from '../../calendar/calendar-date.ts';
import type { CalendarDate, DateValue } from '../../calendar/date-value.ts';
import { isDate } from '../../calendar/days.ts';
import { isHijriDate } from '../../calendar/hijri.ts';
import { type Found, isCounted, numberAt, precededBy, type View, wordAt } from './dates-scan.ts';
import { NOT_YEAR_HEADS } from './dates-surroundings.ts';
import { BARE_WEEKDAYS, WEEKDAYS } from './dates-words.ts';
import { eraAt, isComma } from './dates-years.ts';

/** Dates in digits and signs: 20/9/2023. */

const DASH_LICENCE = new Set(['يوم', 'بتاريخ', 'تاريخ', 'مورخ', 'عند', 'في']);
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
  // 29/ 2/ 1441: spaces are allowed where all three parts are there
  let spaced = false;
  while (at < view.to && tokens[at]?.type === 'number') {
    parts.push(wordAt(view, at));
    at++;
    if (wordAt(view, at) !== separator || tokens[at + 1]?.type !== 'number' || at + 1 >= view.to) break;
    if (tokens[at]?.spaced || tokens[at + 1]?.spaced) {
      // 1998 - 2005: years stand apart too
      const years = parts.length === 1 && parts[0]?.length === 4 && wordAt(view, at + 1).length === 4;
      if (separator !== '/' && !years) break;
      spaced = true;
    }
    at++;
  }
  const [one = '', two = '', three = ''] = parts;
  const spacedYears = parts.length === 2 && one.length === 4 && two.length === 4;
  if (spaced && !spacedYears && three.length !== 4) return null;
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
    const year = la === 4 ? a : c;
    const era = eraAt(view, at, year);
    if (isCounted(view, at)) return null;
    if (year >= 1300 && year <= 1500 && era.calendar !== 'gregorian') {
      // 4/3/1445: a Hijri year
      const date = la === 4 ? c : a;
      if (!isHijriDate(year, b, date)) return null;
      return found(calendarDate({ calendar: 'islamic', year, month: b, day: date }), era.to);
    }
    const [first] = options;
    return first && year >= 1700 ? found(first, era.to) : null;
  }
  const years = (year: number) => year >= 1700 && year <= 2100;
  if (la === 4 && lb === 4 && separator !== '.') {
    // 2006/2005 is written for 2005/2006
    if (precededBy(view, index, NOT_YEAR_HEADS)) return null;
    const [from, to] = separator === '/' && a === b + 1 ? [b, a] : [a, b];
    if (!years(a) || !years(b) || from >= to || (separator === '/' && to !== from + 1) || isCounted(view, at))
      return null;
    return found({ kind: 'range', from: calendarDate({ year: from }), to: calendarDate({ year: to }) });
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
  const sure =
    isYear || precededBy(view, index, separator === '/' ? LICENCE : DASH_LICENCE) || isWeekday(view, index - 1);
  if (!first || (!sure && (separator !== '/' || options.length > 1 || (a === 24 && b === 7)))) return null;
  if (separator !== '/' && (options.length > 1 || !sure)) return null;
  if (isYear) {
    // 08/12, 2015: only those who write the month first put a comma before the year
    const [american = first] = day(2000, a, b).map((date) => ({ ...date, year: null }));
    const value = year.digits === 4 ? year.value : 2000 + year.value;
    return found({ ...american, year: value }, year.to);
  }
  return found(first);
}

function isWeekday(view: View, index: number): boolean {
  const word = index >= view.from ? wordAt(view, index) : '';
  return WEEKDAYS.has(word) || BARE_WEEKDAYS.has(word);
}
