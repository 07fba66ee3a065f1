import { edtfDays, parseEdtf } from '../calendar/edtf.ts';

/** First and last day, both included. */
export type Days = readonly [number, number];

/** How far an open side reaches: the months before, since then. */
export const OPEN_DAYS = 370;

/** Days of an EDTF value in which a happening may lie; an open side reaches a year. Null for what cannot be read. */
export function joiningDays(edtf: string): Days | null {
  const days = edtfDays(edtf);
  if (days === null || !edtf.includes('/')) return days;
  const value = parseEdtf(edtf);
  if (value?.kind !== 'interval') return days;
  return [
    typeof value.from === 'string' ? days[0] - OPEN_DAYS : days[0],
    typeof value.to === 'string' ? days[1] + OPEN_DAYS : days[1],
  ];
}

/** Whether two ranges of days meet when each may be off by `slack` days. */
export function overlapDays(a: Days, b: Days, slack: number): boolean {
  return a[0] <= b[1] + slack && b[0] <= a[1] + slack;
}
