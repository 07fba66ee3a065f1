import type { EventKind, Factuality } from './event.ts';
import type { Sense } from './mention.ts';
import type { PlaceKind } from './place.ts';
import type { Span } from './span.ts';

/** A file of corrections, as the explorer exports it and the command line applies it. */
export interface CorrectionsFile {
  readonly format: 'mawdi-corrections';
  readonly version: 1;
  readonly corrections: readonly Correction[];
}

/**
 * What a person says of a stretch of text. It is tied to the words and to where they stood, so that it finds them again
 * when the text has changed a little. Of two corrections of the same thing the later holds.
 */
export interface Correction extends Span {
  /** Id of the document in which it was made. */
  readonly document: string;
  /** The words, exactly: `text.slice(start, end)` when it was made. */
  readonly quote: string;
  /** A few letters before and after them, to tell places with the same words apart. */
  readonly before?: string;
  readonly after?: string;
  /** Only there, or wherever the corpus has these words. */
  readonly scope: 'here' | 'corpus';
  readonly action: CorrectionAction;
  /** What the person wished to remark. */
  readonly note?: string;
}

export type CorrectionAction =
  /** The words name this place of the gazetteer: another than was found, or one that was missed. */
  | { readonly type: 'place'; readonly placeId: string; readonly sense?: Sense }
  /** They name a place that the gazetteer lacks: it joins the corpus's own gazetteer. */
  | { readonly type: 'new-place'; readonly place: OwnPlace; readonly sense?: Sense }
  | { readonly type: 'not-a-place' }
  /** The value of a date expression; null for words that are no date. */
  | { readonly type: 'date'; readonly edtf: string | null }
  /** Mends the event that is reported there; what is left out stays as it was found. */
  | {
      readonly type: 'event';
      /** Kind of the event that is meant, where several are reported in the same words. */
      readonly was?: EventKind;
      readonly kind?: EventKind;
      readonly date?: string | null;
      readonly placeId?: string | null;
      /** The speaker as written in the document; null for the article's own voice. */
      readonly attributedTo?: string | null;
      readonly factuality?: Factuality;
    }
  | { readonly type: 'not-an-event'; readonly was?: EventKind };

/** A place of the corpus's own gazetteer. Its id begins with `own:`, so that it never stands for another. */
export interface OwnPlace {
  readonly id: string;
  readonly kind: PlaceKind;
  /** Names by language, the preferred one first. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** GeoJSON: longitude first. */
  readonly geometry: OwnGeometry;
  /** Ids of the places it lies in, nearest first. */
  readonly parents?: readonly string[];
}

export type OwnGeometry =
  | { readonly type: 'Point'; readonly coordinates: readonly [number, number] }
  | { readonly type: 'LineString'; readonly coordinates: readonly (readonly [number, number])[] };
