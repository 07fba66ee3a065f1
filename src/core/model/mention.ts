import type { PlaceKind } from './place.ts';
import type { Span } from './span.ts';

/** How a place name is meant. The rules for doubtful cases stand in the annotation guide, `tests/gold/README.md`. */
export const SENSES = ['literal', 'metonymic', 'associative', 'demonym', 'embedded'] as const;
export type Sense = (typeof SENSES)[number];

/** A place that a mention could mean and does not, with what was left for it of the confidence. */
export interface Candidate {
  readonly placeId: string;
  /** Its preferred name, English where there is one. */
  readonly name: string;
  /** ISO 3166-1 code of the country it lies in, or empty. */
  readonly country: string;
  readonly confidence: number;
}

/** A span that names a place, with the place it means. `text.slice(start, end) === surface`. */
export interface Mention extends Span {
  readonly surface: string;
  readonly sense: Sense;
  /** Index of the passage that it stands in. */
  readonly passage: number;
  /** Id of the place in the gazetteer; null when the name is a place's but it is honestly not known which. */
  readonly placeId: string | null;
  /** English name of the place (the surface when there is none). */
  readonly name: string;
  readonly kind: PlaceKind | null;
  readonly lat: number | null;
  readonly lon: number | null;
  /** Calibrated: of the mentions given 0.9, nine in ten are right. */
  readonly confidence: number;
  /** Why: `code` or `code:value`, worded for people by the interface (see `src/core/model/evidence.ts`). */
  readonly evidence: readonly string[];
  readonly candidates: readonly Candidate[];
}
