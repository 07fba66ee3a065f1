/** A half-open range of UTF-16 code units in a document's text exactly as it was given: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
