import type { Proposal } from '../model/proposal.ts';
import type { Ranked } from './rank-options.ts';
import type { Surroundings } from './surroundings.ts';

/** How `resolve` saw a proposal: what `mawdi explain` prints. */
export interface Judgement {
  readonly proposal: Proposal;
  readonly around: Surroundings;
  readonly ranked: readonly Ranked[];
  /** Probability that it names a place. */
  readonly isPlace: number;
  readonly evidence: readonly string[];
  readonly accepted: boolean;
  /** The name means its place without the kind word that stands before it. */
  readonly bare?: true;
}
