import type { DateValue, Lean } from '../calendar/date-value.ts';
import type { Span } from '../model/span.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';

/** An expression for a time as a language reads it. The span holds the words of the expression without attached particles. */
export interface DateReading extends Span {
  readonly value: DateValue;
  readonly lean: Lean;
  /** It stands in words such as "published on": the document's own date. */
  readonly publication: boolean;
}

/** What dating must know of a language. */
export interface DateRules {
  /**
   * Every expression for a time in the tokens `[from, to)` of one passage, in order and without overlap. Linear in the
   * number of tokens. What is said only vaguely ("now", "recently", "since then") is not one.
   */
  readonly read: (text: TokenisedText, from: number, to: number) => readonly DateReading[];
}
