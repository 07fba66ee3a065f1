import type { Gazetteer } from '../gazetteer/gazetteer.ts';

/** A place that the document names beyond doubt. */
export interface Anchor {
  readonly place: number;
  readonly token: number;
  readonly folded: string;
}

export interface SureName {
  readonly place: number;
  /** The first and the last token where it stands. */
  readonly first: number;
  readonly last: number;
}

interface AnchorPoint {
  readonly place: number;
  readonly lat: number;
  readonly lon: number;
}

/** What the sure places of a document say of the doubtful ones. */
export interface DocumentContext {
  readonly anchors: readonly Anchor[];
  /** Where those lie that are no wide places: what near can be said of. */
  readonly points: readonly AnchorPoint[];
  /** Share of the anchors that lie in each country (by code), 0 to 1. */
  readonly countries: ReadonlyMap<string, number>;
  /** Share of the anchors that lie in each first-level division (by place). */
  readonly states: ReadonlyMap<number, number>;
  /** Sure names with the place each means and the tokens where they stand. */
  readonly sureNames: ReadonlyMap<string, SureName>;
}

export const EMPTY_CONTEXT: DocumentContext = {
  anchors: [],
  points: [],
  countries: new Map(),
  states: new Map(),
  sureNames: new Map(),
};
const MAX_ANCHORS = 400;

export function documentContext(anchors: readonly Anchor[], gazetteer: Gazetteer): DocumentContext {
  const counts = new Map<string, number>();
  const states = new Map<number, number>();
  const sureNames = new Map<string, SureName>();
  const distinct: Anchor[] = [];
  const points: AnchorPoint[] = [];
  const seen = new Set<number>();
  let total = 0;
  for (const anchor of anchors) {
    const first = sureNames.get(anchor.folded)?.first ?? anchor.token;
    sureNames.set(anchor.folded, { place: anchor.place, first, last: anchor.token });
    const country = gazetteer.country(anchor.place);
    if (country) {
      counts.set(country, (counts.get(country) ?? 0) + 1);
      total++;
    }
    for (const place of [anchor.place, ...gazetteer.ancestors(anchor.place)])
      if (gazetteer.kind(place) === 'state') states.set(place, (states.get(place) ?? 0) + 1);
    if (!seen.has(anchor.place) && distinct.length < MAX_ANCHORS) {
      seen.add(anchor.place);
      distinct.push(anchor);
      const lat = gazetteer.lat(anchor.place);
      const lon = gazetteer.lon(anchor.place);
      if (lat !== null && lon !== null && !WIDE.has(gazetteer.kind(anchor.place)))
        points.push({ place: anchor.place, lat, lon });
    }
  }
  for (const [country, count] of counts) counts.set(country, count / Math.max(total, 3));
  for (const [state, count] of states) states.set(state, count / Math.max(total, 3));
  return { anchors: distinct, points, countries: counts, states, sureNames };
}

const EARTH_KM = 6371;
const RADIANS = Math.PI / 180;

/** Great-circle distance in kilometres between two points in degrees (haversine). */
export function distanceKm(latA: number, lonA: number, latB: number, lonB: number): number {
  const dLat = (latB - latA) * RADIANS;
  const dLon = (lonB - lonA) * RADIANS;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

const WIDE = new Set(['country', 'region', 'organisation-area', 'polity-historical', 'sea', 'ocean', 'other']);

/** Ids of anchors within `km` of a place, nearest first; wide places do not count as neighbours. */
export function neighbours(place: number, km: number, context: DocumentContext, gazetteer: Gazetteer): number[] {
  const lat = gazetteer.lat(place);
  const lon = gazetteer.lon(place);
  if (lat === null || lon === null) return [];
  const found: { place: number; km: number }[] = [];
  for (const anchor of context.points) {
    if (anchor.place === place || Math.abs(anchor.lat - lat) > km / 111) continue;
    const distance = distanceKm(lat, lon, anchor.lat, anchor.lon);
    if (distance <= km) found.push({ place: anchor.place, km: distance });
  }
  return found.sort((a, b) => a.km - b.km || a.place - b.place).map((neighbour) => neighbour.place);
}

/** How many anchors lie within each of two distances of a place (the larger first). Counts alone, for it is asked often. */
export function countNeighbours(
  place: number,
  [nearKm, closeKm]: readonly [number, number],
  context: DocumentContext,
  gazetteer: Gazetteer,
): { readonly near: number; readonly close: number } {
  const lat = gazetteer.lat(place);
  const lon = gazetteer.lon(place);
  let near = 0;
  let close = 0;
  if (lat === null || lon === null) return { near, close };
  for (const anchor of context.points) {
    if (anchor.place === place || Math.abs(anchor.lat - lat) > nearKm / 111) continue;
    const distance = distanceKm(lat, lon, anchor.lat, anchor.lon);
    if (distance <= nearKm) near++;
    if (distance <= closeKm) close++;
  }
  return { near, close };
}
