import type { Name } from './names.ts';
import type { Speaker } from './speakers.ts';

/** A claim by tokens, `last` exclusive. */
export interface ClaimSpan {
  readonly first: number;
  last: number;
  speaker: Speaker;
  readonly name: Name;
  readonly direct: boolean;
}
