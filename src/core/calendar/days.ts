/**
 * Day arithmetic in the proleptic Gregorian calendar. A day is a whole number of days since 1970-01-01; years are
 * astronomical (0 is 1 BCE). The algorithms are Howard Hinnant's (chrono-compatible low-level date algorithms).
 */
export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** The day of a civil date. Months and days may overflow: month 13 is January of the next year. */
export function dayOf(year: number, month = 1, day = 1): number {
  const months = year * 12 + month - 1;
  const realYear = Math.floor(months / 12);
  const realMonth = months - realYear * 12 + 1;
  const shifted = realMonth <= 2 ? realYear - 1 : realYear;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (realMonth + (realMonth > 2 ? -3 : 9)) + 2) / 5);
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468 + day - 1;
}

export function civilOf(day: number): CivilDate {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

export function daysInMonth(year: number, month: number): number {
  return dayOf(year, month + 1) - dayOf(year, month);
}

/** 1 for Monday to 7 for Sunday, as in ISO 8601. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of the week that the day lies in. */
export function mondayOf(day: number): number {
  return day - weekdayOf(day) + 1;
}

/** The same day of the month so many months later; the last day of the month where there is no such day. */
export function addMonths(day: number, months: number): number {
  const { year, month, day: date } = civilOf(day);
  const first = civilOf(dayOf(year, month + months));
  return dayOf(first.year, first.month, Math.min(date, daysInMonth(first.year, first.month)));
}

export function isDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}
