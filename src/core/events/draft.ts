import type { WordUse } from '../languages/event-rules.ts';
import type { Claim } from '../model/claim.ts';
import type { EventKind, Factuality } from '../model/event.ts';
import type { Hit } from './hit.ts';

/** An event before its place, date and figures are read. Tokens; `last` is exclusive. */
export interface Draft {
  readonly passage: number;
  readonly first: number;
  readonly last: number;
  /** The first trigger of a happening; null for an act of speech. */
  readonly trigger: Hit | null;
  readonly triggerAt: number;
  readonly triggerEnd: number;
  readonly kind: EventKind;
  readonly plover?: string | null | undefined;
  readonly factuality: Factuality;
  readonly claim: Claim | null;
  readonly actors: readonly string[];
  readonly hits: readonly Hit[];
  /** For speech: how its verb stands. */
  readonly use?: WordUse | undefined;
  /** For speech: where what is said begins. */
  readonly content?: number;
  /** Further stretches of the passage that tell of it. */
  readonly more?: readonly (readonly [number, number])[];
}

/** The innermost of some claims at an offset, by index; -1 for the article's own voice. */
export function innermost(claims: readonly Claim[], at: number): number {
  let best = -1;
  for (const [index, claim] of claims.entries()) {
    if (claim.start > at || claim.end <= at) continue;
    const known = claims[best];
    if (known === undefined || claim.start > known.start || (claim.start === known.start && claim.end <= known.end))
      best = index;
  }
  return best;
}
