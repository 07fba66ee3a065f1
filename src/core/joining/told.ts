import type { Analysis } from '../model/analysis.ts';
import type { Span } from '../model/span.ts';

/** What joining asks of a document: what it tells, who speaks in it, and which words name which place there. An analysis has all of it. */
export interface Told extends Pick<Analysis, 'id' | 'lang' | 'date' | 'events'> {
  readonly mentions: readonly (Span & { readonly surface: string; readonly placeId: string | null })[];
  readonly claims: readonly { readonly speakerId: string; readonly attributedTo: string }[];
}

/** What joining asks of the gazetteer. */
export interface Places {
  /** Ids of what contains a place, nearest first. */
  readonly ancestors: (placeId: string) => readonly string[];
  /** Whether it is one spot (a town, a camp, a crossing) and not a region in which much happens on one day. */
  readonly isSpot: (placeId: string) => boolean;
  /** Whether it is a whole country, in which two battles of one week need not be one. */
  readonly isCountry: (placeId: string) => boolean;
  /** Whether an id is that of a state, a union or a region, which speak for themselves. */
  readonly isState: (id: string) => boolean;
  /** The state that a place stands for when it acts: Baku is Azerbaijan. */
  readonly stateOf: (placeId: string) => string;
}
