const DAY_MS = 86_400_000;

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** Days since 1970-01-01 of a civil date; overflowing months and days carry on. */
export function dayOf(year: number, month = 1, day = 1): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.floor(date.getTime() / DAY_MS);
}

export function civilOf(day: number): CivilDate {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function dateOf(day: number): Date {
  return new Date(day * DAY_MS);
}

const pad = (value: number, width: number) => String(Math.abs(value)).padStart(width, '0');

/** `2023-09-19`; years before 0 and after 9999 as in ISO 8601 expanded form without the plus sign. */
export function isoOf(day: number): string {
  const { year, month, day: date } = civilOf(day);
  return `${year < 0 ? '-' : ''}${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

/** The first and last day of `2023`, `2023-09` or `2023-09-19`; `null` when it is none of these. */
export function parseIso(text: string): { readonly from: number; readonly to: number } | null {
  const match = /^\s*(-?\d{4,6})(?:-(\d{1,2})(?:-(\d{1,2}))?)?\s*$/.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  if (match[2] === undefined) return { from: dayOf(year), to: dayOf(year + 1) - 1 };
  const month = Number(match[2]);
  if (month < 1 || month > 12) return null;
  if (match[3] === undefined) return { from: dayOf(year, month), to: dayOf(year, month + 1) - 1 };
  const day = Number(match[3]);
  const at = dayOf(year, month, day);
  if (day < 1 || civilOf(at).month !== month) return null;
  return { from: at, to: at };
}
