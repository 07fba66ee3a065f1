import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Proposal } from '../model/proposal.ts';
import type { DocumentContext } from './document-context.ts';
import { NOT_NESTED } from './nested.ts';
import { type PlaceOdds, placeOdds } from './place-odds.ts';
import { type Ranked, rankOptions } from './rank-options.ts';
import type { Surroundings } from './surroundings.ts';

/** The proposals of a document as they look without their neighbours: what each may say of the others. */
export interface FirstLook {
  readonly proposals: readonly Proposal[];
  readonly around: readonly Surroundings[];
  /** Per proposal: the places it can mean, and the odds that it names one. */
  readonly ranked: readonly (readonly Ranked[])[];
  readonly odds: readonly PlaceOdds[];
  /** Per proposal: probability that it names a place; index of its best place, -1 for none. */
  readonly likely: Float64Array;
  readonly bestPlace: Int32Array;
  /** Proposals by the token that they start with; by their last token. */
  readonly startingAt: ReadonlyMap<number, readonly number[]>;
  readonly endingAt: ReadonlyMap<number, readonly number[]>;
  /** The likeliest name at a token with at least this probability; -1 for none. */
  readonly placeAt: (at: ReadonlyMap<number, readonly number[]>, token: number, threshold: number) => number;
}

export const logistic = (odds: number) => 1 / (1 + Math.exp(-odds));

export function firstLook(
  proposals: readonly Proposal[],
  around: readonly Surroundings[],
  context: DocumentContext,
  gazetteer: Gazetteer,
): FirstLook {
  const startingAt = new Map<number, number[]>();
  const endingAt = new Map<number, number[]>();
  const ranked: Ranked[][] = [];
  const odds: PlaceOdds[] = [];
  const likely = new Float64Array(proposals.length);
  const bestPlace = new Int32Array(proposals.length).fill(-1);
  proposals.forEach((proposal, index) => {
    push(startingAt, proposal.firstToken, index);
    push(endingAt, proposal.lastToken - 1, index);
    const here = around[index] as Surroundings;
    const places = rankOptions(proposal, here, NOT_NESTED, context, gazetteer);
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
