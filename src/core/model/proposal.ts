import type { Span } from './span.ts';

/**
 * A text with more of them is refused, so that memory stays bounded: what follows takes some four kilobytes for each while it
 * works. A long book has ten thousand.
 */
export const MAX_PROPOSALS = 500_000;

/** A place that a proposal could mean, by index into the gazetteer. */
export interface Option {
  readonly place: number;
  /** The name that matched, as recorded. */
  readonly name: string;
  /** Bits of NAME (`src/core/gazetteer/entry.ts`). */
  readonly flags: number;
}

/** A stretch of text that may name a place: what `recognise` proposes and `resolve` accepts or drops. Proposals may overlap. */
export interface Proposal extends Span {
  readonly firstToken: number;
  /** One past the last token. */
  readonly lastToken: number;
  readonly surface: string;
  /** The folded name, particles removed: equal for mentions of one name. */
  readonly folded: string;
  readonly match: 'name' | 'sound' | 'people';
  /** The attached preposition, folded; '' for none. */
  readonly preposition: string;
  /** How many folded letters of attached particles were read off. */
  readonly skipped: number;
  /** The word, as it stands or without its particles, is an ordinary word too. */
  readonly common: boolean;
  readonly options: readonly Option[];
}
