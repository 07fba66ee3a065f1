import type { Amount, OffsetValue, StretchValue, Unit, UnitValue } from './date-value.ts';
import { addMonths, civilOf, dayOf, mondayOf } from './days.ts';
import { centuryEdtf, dayEdtf, decadeEdtf, edtfDays, rangeEdtf, yearEdtf } from './edtf.ts';
import { anchorDay, type EdtfOf, type Moment } from './moment.ts';

/** Times counted from another: so many units before or after it, and whole units of the calendar around it. */

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

export function offsetEdtf(value: OffsetValue, moment: Moment, edtfOf: EdtfOf): string | null {
  const { amounts, anchor, exact } = value;
  let from: number | null;
  const direction = value.direction === 0 ? (moment.lean === 'past' ? -1 : 1) : value.direction;
  if (typeof anchor === 'string') {
    // "three weeks later" in a story of the past is counted from what was told last, or not known
    const story = value.direction > 0 && !exact && moment.lean === 'past' && anchor === 'document';
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

/**
 * "The past three months" end today, the coming ones begin tomorrow. Decades are whole ones, as "the past decade" is:
 * the two past decades of 2016 are the nineties and the noughties.
 */
export function stretchEdtf({ unit, amount, direction }: StretchValue, { today }: Moment): string | null {
  if (today === null) return null;
  if (amount === null) return direction < 0 ? `/${dayEdtf(today)}` : `${dayEdtf(today)}/`;
  const years = unit === 'decade' ? 10 : unit === 'century' ? 100 : null;
  if (years !== null) {
    const current = Math.floor(civilOf(today).year / years) * years;
    const first = direction < 0 ? current - amount * years : current + years;
    return `${yearEdtf(first)}/${yearEdtf(first + amount * years - 1)}`;
  }
  const other = shifted(today, [{ unit, amount }], direction);
  return direction < 0 ? rangeEdtf(other, today) : rangeEdtf(today + 1, Math.max(other, today + 1));
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

export function unitEdtf({ unit, shift, anchor }: UnitValue, moment: Moment): string | null {
  const day = anchorDay(anchor, moment);
  if (day === null) return null;
  const { year } = civilOf(day);
  if (unit === 'decade') return decadeEdtf(Math.floor(year / 10) + shift);
  if (unit === 'century') return centuryEdtf(Math.floor(year / 100) + 1 + shift);
  const days = unitDays(unit, day, shift);
  return days && rangeEdtf(days[0], days[1]);
}
