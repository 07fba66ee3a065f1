import type { Span } from './span.ts';

/** A stretch of text that a speaker answers for. What no claim covers is the article's own voice. Claims may nest; the innermost holds. */
export interface Claim extends Span {
  /** The speaker in the document's own words, in the fullest form that the document gives. */
  readonly attributedTo: string;
  /** Equal for speakers that are the same, over documents too. */
  readonly speakerId: string;
  /** Quoted word for word, or told in the article's words. */
  readonly direct: boolean;
  /** The words that name the speaker here. */
  readonly speaker: Span;
}
