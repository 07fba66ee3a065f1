import type { Anchor, DateValue, Lean } from './date-value.ts';
import { edtfDays } from './edtf.ts';

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

/** Values an expression inside of another. Handed in, since `value.ts` builds on what asks for it. */
export type EdtfOf = (value: DateValue, moment: Moment) => string | null;

/** The day that a relative expression is counted from; null when it is not known. */
export function anchorDay(anchor: Anchor, moment: Moment): number | null {
  if (anchor === 'document') return moment.today;
  const days = moment.context === null ? null : edtfDays(moment.context);
  return days ? days[0] : moment.today;
}
