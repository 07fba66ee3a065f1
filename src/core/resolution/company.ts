import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import { countNeighbours, type DocumentContext } from './document-context.ts';
import { IS_PLACE } from './weights.ts';

/** Names this near vouch for each other. */
export const NEAR_KM = 250;
/** Names this close by, and this many of them, vouch fully. */
const CLOSE_KM = 70;
const CLOSE_NAMES = 2;
/** Share of the sure names from which on the document is about their country. */
const HOME_SHARE = 0.35;
/** Sure places from which on one that is far from all, in a country of none of them, is strange. */
const STRANGE_AMONG = 4;
const STRANGE_RANK = 5;

/** Whether a lesser place lies far from all sure places, in a country of none of them: an unknown namesake may be meant. */
export function isStrange(place: number, context: DocumentContext, gazetteer: Gazetteer): boolean {
  if (context.anchors.length < STRANGE_AMONG || gazetteer.rank(place) > STRANGE_RANK) return false;
  const country = gazetteer.country(place);
  if (country === '') return false;
  // the place is no witness for itself
  if (context.anchors.some((anchor) => anchor.place !== place && gazetteer.country(anchor.place) === country))
    return false;
  return countNeighbours(place, [NEAR_KM, CLOSE_KM], context, gazetteer).near === 0;
}

/** Whether no sure place lies close to a quarter in a country that the document is not about: other towns have quarters of the name (حي الروضة). */
export function isElsewhere(place: number, context: DocumentContext, gazetteer: Gazetteer): boolean {
  return (
    context.anchors.length >= STRANGE_AMONG &&
    gazetteer.rank(place) <= STRANGE_RANK &&
    (context.countries.get(gazetteer.country(place)) ?? 0) < HOME_SHARE &&
    countNeighbours(place, [CLOSE_KM, CLOSE_KM], context, gazetteer).near === 0
  );
}

/** What the sure places of the document say for a name: that some lie near, close by, or most in its country. */
export function companyOdds(place: number, common: boolean, context: DocumentContext, gazetteer: Gazetteer): number {
  const { near, close } = countNeighbours(place, [NEAR_KM, CLOSE_KM], context, gazetteer);
  const share = context.countries.get(gazetteer.country(place)) ?? 0;
  const home = share >= HOME_SHARE ? IS_PLACE.homeCountry : 0;
  if (near === 0) return common ? 0 : home;
  // an ordinary word is an ordinary word wherever the text is about
  if (common) return IS_PLACE.company;
  return IS_PLACE.company + IS_PLACE.closeCompany * Math.min(1, close / CLOSE_NAMES) + home;
}
