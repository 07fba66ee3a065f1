import type { Span } from './span.ts';

/** Longer texts are refused, so that memory stays bounded: 32 million UTF-16 units, some 5,000 news texts in one file. */
export const MAX_TEXT = 32_000_000;

/** A document as a reader of files hands it over. `text` is never changed; every offset of the analysis points into it. */
export interface Document {
  readonly id: string;
  readonly text: string;
  /** BCP 47 language code; detected from the text when absent. */
  readonly lang?: string;
  /** Date of publication as EDTF, if it is known. */
  readonly date?: string;
  /** How the date is known, where the corpus says so; `given` otherwise. */
  readonly dateBasis?: DateBasis;
  /** What the date was read from, in words. */
  readonly dateNote?: string;
  readonly title?: string;
  /** Titles in other languages, by code. */
  readonly titles?: Readonly<Record<string, string>>;
  readonly source?: string;
  readonly author?: string;
  readonly url?: string;
}

export type DateBasis = 'given' | 'stated' | 'inferred' | 'unknown';

/** A sentence or a heading: the unit that is quoted, that a claim is attributed for, and that an event is reported in. */
export interface Passage extends Span {
  readonly index: number;
  /** Index of the paragraph (line) that the passage lies in. */
  readonly paragraph: number;
  /** Furniture of the page (reading time, ad marks, source links): shown, never analysed. */
  readonly furniture: boolean;
  readonly heading: boolean;
}
