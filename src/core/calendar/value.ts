import type { Amount, CalendarDate, DateValue, Lean, Unit } from './date-value.ts';
import { addMonths, civilOf, dayOf, isDate, mondayOf, weekdayOf } from './days.ts';
import { dayEdtf, edtfDays, monthEdtf, rangeEdtf, yearEdtf } from './edtf.ts';
import { dayOfHijri, hijriOf, isHijriDate } from './hijri.ts';
import { nthEdtf, partEdtf, seasonEdtf } from './value-parts.ts';
import { joinEdtf } from './value-range.ts';

/** What is known when an expression is valued. Days are days since 1970-01-01. */
export interface Moment {
  /** The document's date; null when it is not known to the day. */
  readonly today: number | null;
  /** The date that the text last spoke of, as EDTF. */
  readonly context: string | null;
  /** The year that the text speaks of here, for dates without one; stronger than the document's. */
  readonly contextYear: number | null;
  readonly lean: Lean;
}

/** The EDTF value of an expression; null for a duration and for what cannot be known. */
export function edtfOf(value: DateValue, moment: Moment): string | null {
  switch (value.kind) {
    case 'date':
      return calendarValue(value, moment);
    case 'day': {
      const anchor = anchorDay(value.anchor, moment);
      return anchor === null ? null : dayEdtf(anchor + value.shift);
    }
    case 'weekday':
      return weekdayValue(value.weekday, value.turn, value.week, value.dayOfMonth, moment);
    case 'unit':
      return unitValue(value.unit, value.shift, value.anchor, moment);
    case 'offset':
      return offsetValue(value.amounts, value.direction, value.anchor, value.exact, moment);
    case 'stretch': {
      const { today } = moment;
      if (today === null) return null;
      if (value.amount === null) return value.direction < 0 ? `/${dayEdtf(today)}` : `${dayEdtf(today)}/`;
      if (value.unit === 'decade' || value.unit === 'century') {
        const years = value.amount * (value.unit === 'decade' ? 10 : 100) * value.direction;
        const { year } = civilOf(today);
        return years < 0
          ? `${yearEdtf(year + years)}/${yearEdtf(year)}`
          : `${yearEdtf(year)}/${yearEdtf(year + years)}`;
      }
      const other = shifted(today, [{ unit: value.unit, amount: value.amount }], value.direction);
      return value.direction < 0 ? rangeEdtf(other, today) : rangeEdtf(today + 1, Math.max(other, today + 1));
    }
    case 'part': {
      const of = edtfOf(value.of, moment);
      return of === null ? null : partEdtf(value.part, of, moment.today);
    }
    case 'nth': {
      const of = edtfOf(value.of, moment);
      return of === null ? null : nthEdtf(value, of);
    }
    case 'season': {
      const { season, turn } = value;
      if (value.year === null)
        return moment.today === null ? null : seasonEdtf(season, turn, moment.lean, moment.today);
      const year = edtfOf(value.year, moment);
      return year && /^-?\d{4}$/.test(year) ? `${year}-${season}` : null;
    }
    case 'decade':
      return decadeValue(value.decade, value.century, moment);
    case 'century':
      return centuryEdtf(value.century);
    case 'range': {
      const from = value.from && edtfOf(value.from, moment);
      const to = value.to && edtfOf(value.to, moment);
      if ((value.from && from === null) || (value.to && to === null)) return null;
      return joinEdtf(value.from, value.to, from, to);
    }
    case 'list': {
      const items = value.items.map((item) => edtfOf(item, moment));
      return items.every((item) => item !== null && !item.includes('/')) ? `{${items.join(',')}}` : null;
    }
    case 'approximate': {
      const of = edtfOf(value.of, moment);
      return of === null || /[/{~?]/.test(of) ? of : `${of}~`;
    }
    case 'either': {
      const options = value.options.map((option) => calendarValue(option, moment));
      const { today } = moment;
      if (today === null) return options[0] ?? null;
      const far = (edtf: string | null) => Math.abs((edtfDays(edtf ?? '')?.[0] ?? Number.POSITIVE_INFINITY) - today);
      return options.reduce((best, option) => (far(option) < far(best) ? option : best), options[0] ?? null);
    }
    case 'converted':
      return edtfOf(value.gregorian, moment);
    case 'duration':
      return null;
  }
}

function anchorDay(anchor: 'document' | 'context', moment: Moment): number | null {
  if (anchor === 'document') return moment.today;
  const days = moment.context === null ? null : edtfDays(moment.context);
  return days ? days[0] : moment.today;
}

/** From so many years on, an offset is no nearer than the year. */
const MANY_YEARS = 5;

/** `today` moved by amounts of time, to the day; fractions of a unit by its usual length. */
function shifted(today: number, amounts: readonly Amount[], direction: -1 | 1): number {
  let day = today;
  const months: Partial<Record<Unit, number>> = { month: 1, quarter: 3, half: 6, year: 12, decade: 120, century: 1200 };
  const days: Partial<Record<Unit, number>> = { second: 0, minute: 0, hour: 1 / 24, day: 1, week: 7 };
  for (const { unit, amount } of amounts) {
    const inMonths = months[unit];
    if (inMonths === undefined) day += direction * Math.ceil(amount * (days[unit] ?? 0));
    else {
      const whole = Math.floor(amount * inMonths);
      day = addMonths(day, direction * whole) + direction * Math.round((amount * inMonths - whole) * 30);
    }
  }
  return day;
}

function offsetValue(
  amounts: readonly Amount[],
  told: -1 | 0 | 1,
  anchor: 'document' | 'context' | DateValue,
  exact: boolean,
  moment: Moment,
): string | null {
  let from: number | null;
  const direction = told === 0 ? (moment.lean === 'past' ? -1 : 1) : told;
  if (typeof anchor === 'string') {
    // "three weeks later" in a story of the past is counted from what was told last, or not known
    const story = told > 0 && !exact && moment.lean === 'past' && anchor === 'document';
    if (story && (moment.context === null || amounts.some(({ unit }) => !['day', 'week', 'month'].includes(unit))))
      return null;
    from = anchorDay(story ? 'context' : anchor, moment);
  } else {
    const edtf = edtfOf(anchor, moment);
    from = edtf === null ? null : (edtfDays(edtf)?.[0] ?? null);
  }
  if (from === null) return null;
  const day = shifted(from, amounts, direction);
  const [first] = amounts;
  if (exact || !first || first.unit === 'day' || first.unit === 'week') return dayEdtf(day);
  // months and years ago: about that day; many years ago: about that year
  if (first.unit === 'year' && first.amount > 3000) return null;
  const years = first.unit === 'year' ? first.amount : first.unit === 'month' ? 0 : MANY_YEARS;
  return years >= MANY_YEARS ? `${yearEdtf(civilOf(day).year)}~` : `${dayEdtf(day)}~`;
}

/** A whole unit of the calendar around a day, moved by so many units. */
function unitDays(unit: Unit, day: number, shift: number): readonly [number, number] | null {
  const { year, month } = civilOf(day);
  switch (unit) {
    case 'day':
      return [day + shift, day + shift];
    case 'week':
      return [mondayOf(day) + 7 * shift, mondayOf(day) + 7 * shift + 6];
    case 'month':
      return [dayOf(year, month + shift), dayOf(year, month + shift + 1) - 1];
    case 'quarter': {
      const first = Math.floor((month - 1) / 3) * 3 + 1 + shift * 3;
      return [dayOf(year, first), dayOf(year, first + 3) - 1];
    }
    case 'half': {
      const first = month <= 6 ? 1 : 7;
      return [dayOf(year, first + shift * 6), dayOf(year, first + shift * 6 + 6) - 1];
    }
    case 'year':
      return [dayOf(year + shift), dayOf(year + shift + 1) - 1];
    default:
      return null;
  }
}

function unitValue(unit: Unit, shift: number, anchor: 'document' | 'context', moment: Moment): string | null {
  const day = anchorDay(anchor, moment);
  if (day === null) return null;
  const { year } = civilOf(day);
  if (unit === 'decade') return `${yearEdtf(Math.floor(year / 10) * 10 + shift * 10).slice(0, -1)}X`;
  if (unit === 'century') return centuryEdtf(Math.floor(year / 100) + 1 + shift);
  const days = unitDays(unit, day, shift);
  return days && rangeEdtf(days[0], days[1]);
}

/** The 19th century is `18XX`; the 5th before our era runs from 500 to 401 BCE. */
function centuryEdtf(century: number): string {
  if (century > 0) return `${String(century - 1).padStart(2, '0')}XX`;
  const first = century * 100 + 1;
  return `${yearEdtf(first)}/${yearEdtf(first + 99)}`;
}

function decadeValue(decade: number, century: DateValue | null, moment: Moment): string | null {
  if (century) {
    const edtf = edtfOf(century, moment);
    return edtf && /^\d\dXX$/.test(edtf) ? `${edtf.slice(0, 2)}${decade / 10}X` : null;
  }
  // the latest such decade that has begun; the nineties are those of 19xx where nothing is known
  const year = moment.today === null ? 1999 : civilOf(moment.today).year;
  const hundreds = Math.floor(year / 100) * 100;
  const first = hundreds + decade <= year ? hundreds + decade : hundreds - 100 + decade;
  return `${String(first / 10)}X`;
}

function weekdayValue(
  weekday: number,
  turn: 'last' | 'next' | 'this' | null,
  week: DateValue | null,
  dayOfMonth: number | null,
  moment: Moment,
): string | null {
  if (week) {
    const edtf = edtfOf(week, moment);
    const days = edtf === null ? null : edtfDays(edtf);
    return days && dayEdtf(mondayOf(days[0]) + weekday - 1);
  }
  const { today } = moment;
  if (today === null) return null;
  if (dayOfMonth !== null) {
    const { year, month } = civilOf(today);
    const fits = (shift: number) => {
      const first = civilOf(dayOf(year, month + shift));
      if (!isDate(first.year, first.month, dayOfMonth)) return null;
      const day = dayOf(first.year, first.month, dayOfMonth);
      return weekdayOf(day) === weekday ? day : null;
    };
    const day = fits(0) ?? fits(moment.lean === 'future' ? 1 : -1) ?? fits(moment.lean === 'future' ? -1 : 1);
    if (day !== null) return dayEdtf(day);
  }
  const back = (weekdayOf(today) - weekday + 7) % 7;
  if (turn === 'last') return dayEdtf(today - (back === 0 ? 7 : back));
  const on = (7 - back) % 7;
  if (turn === 'next') return dayEdtf(today + (on === 0 ? 7 : on));
  if (turn === 'this') return dayEdtf(mondayOf(today) + weekday - 1);
  return dayEdtf(moment.lean === 'future' ? today + on : today - back);
}

/** The days of a month or a day in a year, in the calendar of the date; null when there is no such day. */
function daysIn(date: CalendarDate, year: number): readonly [number, number] | null {
  const month = date.month as number | null;
  if (date.calendar === 'islamic') {
    if (month === null) return [dayOfHijri(year), dayOfHijri(year + 1) - 1];
    if (date.day === null) return [dayOfHijri(year, month), dayOfHijri(year, month + 1) - 1];
    if (!isHijriDate(year, month, date.day)) return null;
    const day = dayOfHijri(year, month, date.day);
    return [day, day];
  }
  if (month === null) return [dayOf(year), dayOf(year + 1) - 1];
  if (date.day === null) return [dayOf(year, month), dayOf(year, month + 1) - 1];
  if (!isDate(year, month, date.day)) return null;
  const day = dayOf(year, month, date.day);
  return [day, day];
}

function calendarValue(date: CalendarDate, moment: Moment): string | null {
  if (typeof date.year === 'object' && date.year !== null) {
    const edtf = edtfOf(date.year, moment);
    const days = edtf === null ? null : edtfDays(edtf);
    return days ? calendarValue({ ...date, year: civilOf(days[0]).year }, moment) : null;
  }
  if (typeof date.month === 'object' && date.month !== null) {
    const edtf = edtfOf(date.month, moment);
    const days = edtf === null ? null : edtfDays(edtf);
    if (!days) return null;
    const { month: monthOf } = date;
    // "the 27th" told of the past is the last one
    const bare = monthOf.anchor === 'context' && moment.context === null && moment.today !== null;
    const ahead = bare && date.day !== null && days[0] + date.day - 1 > (moment.today ?? 0);
    const { year, month } = civilOf(ahead && moment.lean === 'past' ? days[0] - 1 : days[0]);
    if (date.day === null) return monthEdtf(year, month);
    return isDate(year, month, date.day) ? dayEdtf(dayOf(year, month, date.day)) : null;
  }
  const { year } = date;
  if (year !== null) {
    if (date.calendar === 'gregorian' && date.month === null) return yearEdtf(year);
    // رمضان 2001: a Hijri month in a Gregorian year
    const hijri = date.calendar === 'islamic' && year > 1600 ? hijriYearIn(date, year) : year;
    const days = daysIn(date, hijri);
    return days && rangeEdtf(days[0], days[1]);
  }
  if (date.famousYear !== null) {
    const known = daysIn(date, date.famousYear);
    if (known && (moment.today === null || known[0] <= moment.today)) return rangeEdtf(known[0], known[1]);
  }
  const said = date.said !== null && moment.today !== null ? moment.today + date.said : null;
  const chosen = yearOf(date, said ?? moment.today, moment);
  if (chosen === null) return unknownYear(date);
  const days = daysIn(date, chosen);
  return days && rangeEdtf(days[0], days[1]);
}

function unknownYear(date: CalendarDate): string | null {
  if (date.calendar === 'islamic' || typeof date.month !== 'number' || date.turn !== null) return null;
  const month = `XXXX-${String(date.month).padStart(2, '0')}`;
  return date.day === null ? month : `${month}-${String(date.day).padStart(2, '0')}`;
}

function hijriYearIn(date: CalendarDate, gregorian: number): number {
  const first = hijriOf(dayOf(gregorian)).year;
  const days = daysIn(date, first);
  return days && days[0] >= dayOf(gregorian) ? first : first + 1;
}

/**
 * A date without a year that lies ahead by no more than this is taken for the coming one when its last occurrence is
 * ten months past or more: the news tells a year when it speaks of so long ago.
 */
const NEAR_AHEAD_DAYS = 45;
const LONG_PAST_DAYS = 300;

function yearOf(date: CalendarDate, today: number | null, moment: Moment): number | null {
  if (date.turn === null && moment.contextYear !== null && date.calendar === 'gregorian') return moment.contextYear;
  if (today === null) return null;
  const now = date.calendar === 'islamic' ? hijriOf(today).year : civilOf(today).year;
  const candidates: { year: number; first: number; last: number }[] = [];
  for (let year = now - 4; year <= now + 1; year++) {
    const days = daysIn(date, year);
    if (!days) continue;
    if (date.weekday !== null && date.day !== null && weekdayOf(days[0]) !== date.weekday) continue;
    candidates.push({ year, first: days[0], last: days[1] });
  }
  // a weekday that fits no year nearby is a slip of the writer
  if (candidates.length === 0) return date.weekday === null ? null : yearOf({ ...date, weekday: null }, today, moment);
  const before = candidates.filter(({ first, last }) => (date.turn === 'last' ? last < today : first <= today)).at(-1);
  const after = candidates.find(({ first, last }) => (date.turn === 'next' ? first > today : last >= today));
  if (date.turn === 'this')
    return candidates.some(({ year }) => year === now) ? now : ((before ?? after)?.year ?? null);
  if (date.turn === 'last') return before?.year ?? null;
  if (date.turn === 'next') return after?.year ?? null;
  if (moment.lean === 'future') return (after ?? before)?.year ?? null;
  if (before && after && moment.lean === null) {
    const near = after.first - today <= NEAR_AHEAD_DAYS && today - before.last >= LONG_PAST_DAYS;
    if (near) return after.year;
  }
  return (before ?? after)?.year ?? null;
}
