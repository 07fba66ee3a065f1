import type { CalendarDate } from './date-value.ts';

const EMPTY: CalendarDate = {
  kind: 'date',
  calendar: 'gregorian',
  year: null,
  month: null,
  day: null,
  weekday: null,
  said: null,
  turn: null,
  famousYear: null,
};

/** A date of which only some parts are said. */
export const calendarDate = (parts: Partial<CalendarDate>): CalendarDate => ({ ...EMPTY, ...parts });
