import type { DateValue, DecadeValue } from './date-value.ts';
import { civilOf } from './days.ts';
import { centuryEdtf, dayEdtf, decadeEdtf, edtfDays, millenniumEdtf } from './edtf.ts';
import { anchorDay, type Moment } from './moment.ts';
import { calendarEdtf } from './value-calendar.ts';
import { nthEdtf, partEdtf, seasonEdtf } from './value-parts.ts';
import { joinEdtf } from './value-range.ts';
import { offsetEdtf, stretchEdtf, unitEdtf } from './value-shift.ts';
import { weekdayEdtf } from './value-weekday.ts';

/** The EDTF value of an expression; null for a duration and for what cannot be known. */
export function edtfOf(value: DateValue, moment: Moment): string | null {
  switch (value.kind) {
    case 'date':
      return calendarEdtf(value, moment, edtfOf);
    case 'day': {
      const anchor = anchorDay(value.anchor, moment);
      return anchor === null ? null : dayEdtf(anchor + value.shift);
    }
    case 'weekday':
      return weekdayEdtf(value, moment, edtfOf);
    case 'unit':
      return unitEdtf(value, moment);
    case 'offset':
      return offsetEdtf(value, moment, edtfOf);
    case 'stretch':
      return stretchEdtf(value, moment);
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
      return decadeOf(value, moment);
    case 'century':
      return centuryEdtf(value.century);
    case 'millennium':
      return millenniumEdtf(value.millennium);
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
      const options = value.options.map((option) => calendarEdtf(option, moment, edtfOf));
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

function decadeOf({ decade, century }: DecadeValue, moment: Moment): string | null {
  if (century) {
    const edtf = edtfOf(century, moment);
    return edtf && /^-?\d\dXX$/.test(edtf) ? `${edtf.slice(0, -2)}${decade / 10}X` : null;
  }
  // the latest such decade that has begun; the nineties are those of 19xx where nothing is known
  const year = moment.today === null ? 1999 : civilOf(moment.today).year;
  const hundreds = Math.floor(year / 100) * 100;
  const first = hundreds + decade <= year ? hundreds + decade : hundreds - 100 + decade;
  return decadeEdtf(first / 10);
}
