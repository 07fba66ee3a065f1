import type { CalendarDate } from './date-value.ts';
import { civilOf, dayOf, isDate, weekdayOf } from './days.ts';
import { dayEdtf, edtfDays, monthEdtf, rangeEdtf, yearEdtf } from './edtf.ts';
import { dayOfHijri, hijriOf, isHijriDate } from './hijri.ts';
import type { EdtfOf, Moment } from './moment.ts';

/** Dates of a calendar, and the year that one without a year belongs to. */

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

export function calendarEdtf(date: CalendarDate, moment: Moment, edtfOf: EdtfOf): string | null {
  if (typeof date.year === 'object' && date.year !== null) {
    const edtf = edtfOf(date.year, moment);
    const days = edtf === null ? null : edtfDays(edtf);
    return days ? calendarEdtf({ ...date, year: civilOf(days[0]).year }, moment, edtfOf) : null;
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
    // a Hijri year by the two years that it touches
    if (days && date.month === null) return `${yearEdtf(civilOf(days[0]).year)}/${yearEdtf(civilOf(days[1]).year)}`;
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
