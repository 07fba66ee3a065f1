import type { EventRules } from '../languages/event-rules.ts';
import type { Claim } from '../model/claim.ts';
import type { Event, EventKind } from '../model/event.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import type { PassageDates } from './dating.ts';
import type { Draft } from './draft.ts';
import type { Hit } from './hit.ts';
import type { Name, NameContext } from './names.ts';
import type { Setting } from './placing.ts';

/** Kinds that are acts of speech: their place is their topic. */
export const SPEECH: ReadonlySet<EventKind> = new Set(['statement', 'accusation', 'demand', 'threat']);

/** What a passage gives for placing and dating what it tells. */
export interface PassageFacts {
  readonly dates: PassageDates;
  readonly dateTokens: ReadonlySet<number>;
  /** All words of events, told or only named. */
  readonly hits: readonly Hit[];
  /** Stretches (offsets) that introduce a speaker: what they name is not where things happen. */
  readonly introductions: readonly (readonly [number, number])[];
  /** Whether a token lies in what someone is accused of. */
  readonly accused: (at: number) => boolean;
}

/**
 * An event with what it was made of. `spreads`: whether its date holds for a deed of the same sentence that is joined to
 * it, or for all that follows (in the war of 2020, …).
 */
export interface Built {
  readonly draft: Draft;
  readonly event: Event;
  readonly spreads: 'all' | 'joined' | null;
}

/** What is known of a document while its events are made. */
export interface EventSource {
  readonly text: TokenisedText;
  readonly rules: EventRules;
  readonly setting: Setting;
  readonly context: NameContext;
  readonly names: readonly Name[];
  readonly claims: readonly Claim[];
  readonly documentDate: string | null;
}
