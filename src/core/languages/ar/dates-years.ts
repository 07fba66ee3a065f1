import { calendarDate } from '../../calendar/calendar-date.ts';
import type { CalendarDate, DateValue, UnitValue } from '../../calendar/date-value.ts';
import { type Found, isCounted, isWhole, numberAt, precededBy, type View, wordAt } from './dates-scan.ts';
import { NOT_YEAR_HEADS, YEAR_NOUNS, YEAR_PREPOSITIONS } from './dates-surroundings.ts';
import {
  DEMONSTRATIVES,
  GENERAL_HEADS,
  OUTWARD,
  OUTWARD_LINKS,
  TO,
  TURNS,
  UNIT_FORMS,
  YEAR_WORDS,
  YEARS_WORDS,
} from './dates-words.ts';
import { readYearInPairs } from './numbers.ts';

/** Years, and whole units counted from the document's: عام 1994, في 2020, الشهر الماضي. */

export const isComma = (word: string) => word === '،' || word === ',';
export const isDash = (word: string) => word === '-' || word === '–' || word === '—' || word === '−';

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
  wordAt(view, index) === 'العام' &&
  precededBy(view, index, GENERAL_HEADS);

export function turnOfUnit(view: View, index: number, unit: UnitValue['unit']): Found<UnitValue> | null {
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

interface Year {
  readonly year: number;
  readonly calendar: 'gregorian' | 'islamic' | null;
  readonly to: number;
}

/** م, هـ, ق.م, قبل الميلاد behind a year. */
export function eraAt(view: View, index: number, year: number, said = true): Year {
  const word = wordAt(view, index);
  // 11 م is an hour, 1500 م a distance
  if (word === 'م' && !said && (year < 1000 || (year % 100 === 0 && view.text.tokens[index]?.spaced)))
    return { year, calendar: null, to: index };
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
  const era = eraAt(view, number.to, value, said);
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
    // عامي 836 و892
    const construct = word === 'عامي' || word === 'سنتي';
    const first = yearAt(view, index + 1, construct);
    if (!first) return null;
    const items: DateValue[] = [dateOfYear(first)];
    let to = first.to;
    let ranged = false;
    while (to < view.to) {
      const sign = wordAt(view, to);
      const next =
        sign === 'و' || isComma(sign) || isDash(sign) || TO.has(sign) ? yearAt(view, to + 1, construct) : null;
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

/** 2012 أو بعده, عام 2012 وما بعده, 1990 وما قبلها: two words that open a date to one side. */
export function outward(view: View, index: number): 'after' | 'before' | null {
  return OUTWARD_LINKS.has(wordAt(view, index)) ? (OUTWARD.get(wordAt(view, index + 1)) ?? null) : null;
}

/** A number of four digits that the words around it show to be a year: في 2020, حرب 2020, (1994). */
export function bareYear(view: View, index: number, licensed: boolean): Found<CalendarDate> | null {
  if (!isWhole(view, index)) return null;
  const year = yearAt(view, index, false);
  if (!year) return null;
  const found = { value: dateOfYear(year), from: index, to: year.to };
  if (year.calendar !== null || licensed) return found;
  if (outward(view, year.to) !== null && isPlausibleYear(year.year)) return found;
  if (year.year < 1600 || year.year > 2100 || precededBy(view, index, NOT_YEAR_HEADS)) return null;
  const next = wordAt(view, year.to);
  if (next === 'و' || TO.has(next) || isDash(next)) {
    const other = numberAt(view, year.to + 1);
    if (other && !other.words && (!isPlausibleYear(other.value) || isCounted(view, other.to))) return null;
  }
  const before = index > view.from ? (view.text.tokens[index - 1]?.folded ?? '') : '';
  if (before === '(' && isDash(next)) {
    // (1939 - 1945)
    const other = yearAt(view, year.to + 1, false);
    if (other && other.year > year.year && wordAt(view, other.to) === ')') return found;
  }
  if (before === '(' && next === ')') {
    const named = precededBy(view, index - 1, NOT_YEAR_HEADS);
    return named || year.year < 1800 || isCounted(view, year.to + 1) ? null : found;
  }
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
