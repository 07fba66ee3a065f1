import type { Span } from './span.ts';

export type DateType = 'explicit' | 'underspecified' | 'relative' | 'duration';

/** An expression for a calendar time or span. `text.slice(start, end) === surface`. */
export interface DateExpression extends Span {
  readonly surface: string;
  readonly passage: number;
  /** EDTF (ISO 8601-2) value; null for a duration, and for a relative expression in a document without a date. */
  readonly edtf: string | null;
  readonly type: DateType;
  /** The same date as written in another calendar, e.g. `1445-03-04` with calendar `islamic`, when it was converted. */
  readonly original?: { readonly calendar: 'islamic'; readonly value: string };
}
