import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Proposal } from '../model/proposal.ts';
import type { DocumentContext } from './document-context.ts';
import { NOT_NESTED } from './nested.ts';
import { type PlaceOdds, placeOdds } from './place-odds.ts';
import { type Ranked, rankOptions } from './rank-options.ts';
import type { Surroundings } from './surroundings.ts';

/** Proposals by the token that they start with; by their last token. */
export interface ByToken {
  readonly startingAt: ReadonlyMap<number, readonly number[]>;
  readonly endingAt: ReadonlyMap<number, readonly number[]>;
}

export function byToken(proposals: readonly Proposal[]): ByToken {
  const startingAt = new Map<number, number[]>();
  const endingAt = new Map<number, number[]>();
  proposals.forEach(({ firstToken, lastToken }, index) => {
    push(startingAt, firstToken, index);
    push(endingAt, lastToken - 1, index);
  });
  return { startingAt, endingAt };
}

/** The proposals of a document as they look without their neighbours: what each may say of the others. */
export interface FirstLook extends ByToken {
  readonly proposals: readonly Proposal[];
  readonly around: readonly Surroundings[];
  /** Per proposal: the places it can mean, and the odds that it names one. */
  readonly ranked: readonly (readonly Ranked[])[];
  readonly odds: readonly PlaceOdds[];
  /** Per proposal: probability that it names a place; index of its best place, -1 for none. */
  readonly likely: Float64Array;
  readonly bestPlace: Int32Array;
  /** The likeliest name at a token with at least this probability; -1 for none. */
  readonly placeAt: (at: ReadonlyMap<number, readonly number[]>, token: number, threshold: number) => number;
}

export const logistic = (odds: number) => 1 / (1 + Math.exp(-odds));

/** @param before the same with another context: of what can mean one place only, the ranking is the same in any */
export function firstLook(
  proposals: readonly Proposal[],
  around: readonly Surroundings[],
  { startingAt, endingAt }: ByToken,
  context: DocumentContext,
  gazetteer: Gazetteer,
  before: FirstLook | null,
): FirstLook {
  const ranked: (readonly Ranked[])[] = [];
  const odds: PlaceOdds[] = [];
  const likely = new Float64Array(proposals.length);
  const bestPlace = new Int32Array(proposals.length).fill(-1);
  proposals.forEach((proposal, index) => {
    const here = around[index] as Surroundings;
    const known = before?.ranked[index];
    const places = known?.length === 1 ? known : rankOptions(proposal, here, NOT_NESTED, context, gazetteer);
    const own = placeOdds(proposal, here, places, NOT_NESTED, null, context, gazetteer);
    ranked.push(places);
    odds.push(own);
    likely[index] = logistic(own.odds);
    bestPlace[index] = places[0]?.place ?? -1;
  });
  const placeAt: FirstLook['placeAt'] = (map, token, threshold) => {
    let found = -1;
    for (const index of map.get(token) ?? [])
      if (
        proposals[index]?.match === 'name' &&
        (likely[index] ?? 0) >= threshold &&
        (found < 0 || (likely[index] ?? 0) > (likely[found] ?? 0))
      )
        found = index;
    return found;
  };
  return { proposals, around, ranked, odds, likely, bestPlace, startingAt, endingAt, placeAt };
}

function push(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
