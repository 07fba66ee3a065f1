import type { WeekdayValue } from './date-value.ts';
import { civilOf, dayOf, isDate, mondayOf, weekdayOf } from './days.ts';
import { dayEdtf, edtfDays } from './edtf.ts';
import type { EdtfOf, Moment } from './moment.ts';

/** The day that a weekday means: of the week that is told, the nearest one back or on, or the one with that number. */
export function weekdayEdtf(value: WeekdayValue, moment: Moment, edtfOf: EdtfOf): string | null {
  const { weekday, turn, week, dayOfMonth } = value;
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
