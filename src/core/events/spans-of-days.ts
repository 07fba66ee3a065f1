import { edtfDays } from '../calendar/edtf.ts';

/** First and last day of an EDTF value, open ends infinite; null when it is not understood. */
export function daysOf(edtf: string): readonly [number, number] | null {
  const days = edtfDays(edtf);
  if (days === null) return null;
  return [days[0], days[1]];
}

/** Whether two ranges of days meet when each may be off by `slack` days. */
export function overlapDays(a: readonly [number, number], b: readonly [number, number], slack: number): boolean {
  return a[0] <= b[1] + slack && b[0] <= a[1] + slack;
}
