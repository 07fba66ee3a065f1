import type { LngLatBoundsLike, Map as MapLibre } from 'maplibre-gl';
import type { AtlasPlace } from '../../core/model/atlas.ts';
import { isPhone, language, sheetCover } from '../state/app-state.ts';
import type { Bounds } from '../state/filters.ts';
import type { CorpusIndex } from './corpus-index.ts';

const FLIGHT_MS = 900;
const CLOSEST_FIT = 9.5;
/** Room that the search box and the chips take at the top of a phone. */
const PHONE_TOP = 120;
/** Width of the controls at the inline end. */
const CONTROLS = 52;
/** The first view takes so much of what is mentioned; the rest is counted beyond it. */
const CORE = 0.85;

export const isStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
export const flightTime = () => (isStill() ? 0 : FLIGHT_MS);

interface Insets {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** What lies over the edges of the map. */
function insets(): Insets {
  const [left, right] = language.peek() === 'ar' ? [CONTROLS, 0] : [0, CONTROLS];
  const [top, bottom] = isPhone.peek() ? [PHONE_TOP, sheetCover.peek()] : [0, 0];
  return { top, bottom, left, right };
}

/** Shift of the point in question from the middle of the map, so that it stands in the middle of what is free. */
function freeOffset(): [number, number] {
  const { top, bottom, left, right } = insets();
  return [(left - right) / 2, (top - bottom) / 2];
}

export function fitBounds(
  map: MapLibre,
  [west, south, east, north]: Bounds,
  options: { readonly jump?: boolean } = {},
): void {
  const { top, bottom, left, right } = insets();
  const canvas = map.getContainer();
  const room = Math.min(canvas.clientWidth, canvas.clientHeight - top - bottom);
  const edge = Math.max(20, Math.min(96, room * 0.13));
  const box: LngLatBoundsLike = [west, south, west > east ? east + 360 : east, north];
  map.fitBounds(box, {
    padding: { top: top + edge, bottom: bottom + edge, left: left + edge, right: right + edge },
    maxZoom: CLOSEST_FIT,
    duration: options.jump ? 0 : flightTime(),
    bearing: map.getBearing(),
  });
}

/** The box of a place: its shape where it has one, else its point. */
function boundsOfPlace({ bbox, lon, lat }: AtlasPlace): Bounds | null {
  if (bbox) return bbox;
  return lon === null || lat === null ? null : [lon, lat, lon, lat];
}

export function boundsOfPlaces(places: readonly AtlasPlace[]): Bounds | null {
  let joined: [number, number, number, number] | null = null;
  for (const place of places) {
    const box = boundsOfPlace(place);
    if (!box || box[0] > box[2]) continue;
    joined = joined
      ? [
          Math.min(joined[0], box[0]),
          Math.min(joined[1], box[1]),
          Math.max(joined[2], box[2]),
          Math.max(joined[3], box[3]),
        ]
      : [...box];
  }
  return joined;
}

/** The box of all that is drawn more exactly than a country and passes; where nothing is, of the whole of the countries and regions. */
export function boundsOfResults(
  places: readonly AtlasPlace[],
  { forms }: CorpusIndex,
  counts: Int32Array,
): Bounds | null {
  const passing = places.filter((_, at) => counts[at]! > 0 && forms[at] !== 'none');
  const exact = passing.filter(
    (place) =>
      place.kind !== 'country' &&
      place.kind !== 'region' &&
      place.kind !== 'polity-historical' &&
      place.kind !== 'organisation-area',
  );
  if (exact.length === 0) return boundsOfPlaces(passing);
  return boundsOfPlaces(exact.map((place) => ({ ...place, bbox: null })));
}

/** The box in which most of the mentions lie, from the middle outwards: where a corpus opens. */
export function boundsOfCore(places: readonly AtlasPlace[], { forms }: CorpusIndex, counts: Int32Array): Bounds | null {
  const drawn = places.flatMap((place, at) =>
    (forms[at] === 'point' || forms[at] === 'line') && counts[at]! > 0 ? [{ place, weight: counts[at]! }] : [],
  );
  if (drawn.length === 0) return boundsOfResults(places, { forms } as CorpusIndex, counts);
  const total = drawn.reduce((sum, { weight }) => sum + weight, 0);
  const median = (pick: (place: AtlasPlace) => number) => {
    const sorted = drawn.map(({ place, weight }) => ({ value: pick(place), weight })).sort((a, b) => a.value - b.value);
    let sum = 0;
    for (const { value, weight } of sorted) {
      sum += weight;
      if (sum >= total / 2) return value;
    }
    return 0;
  };
  const lon = median((place) => place.lon!);
  const lat = median((place) => place.lat!);
  const squeeze = Math.cos((lat * Math.PI) / 180);
  const far = ({ lon: x, lat: y }: AtlasPlace) => Math.hypot((x! - lon) * squeeze, y! - lat);
  drawn.sort((a, b) => far(a.place) - far(b.place));
  const core: AtlasPlace[] = [];
  let sum = 0;
  let reach = 0.5;
  for (const { place, weight } of drawn) {
    const distance = far(place);
    // A leap away from all the rest is not followed, even when it leaves some mentions out.
    if (sum >= total * CORE || (sum >= total * 0.5 && distance > reach * 3)) break;
    core.push(place);
    sum += weight;
    reach = Math.max(reach, distance);
  }
  const box = boundsOfPlaces(core);
  if (!box) return null;
  const [west, south, east, north] = box;
  const spread = Math.max(0, 1.2 - (east - west)) / 2;
  return [west - spread, south - spread * 0.7, east + spread, north + spread * 0.7];
}

/** Brings a place into view. A shape is fitted; a point is flown to, closer only when the view is very wide. */
export function showPlace(map: MapLibre, place: AtlasPlace, { jump = false } = {}): void {
  const { lon, lat, bbox, kind } = place;
  if (bbox && kind !== 'city' && kind !== 'village') {
    fitBounds(map, bbox, { jump });
    return;
  }
  if (lon === null || lat === null) return;
  const { top, bottom } = insets();
  const { x, y } = map.project([lon, lat]);
  const { clientWidth, clientHeight } = map.getContainer();
  const margin = 48;
  const inView = x > margin && x < clientWidth - margin && y > top + margin && y < clientHeight - bottom - margin;
  const closeEnough = map.getZoom() >= 6;
  if (inView && closeEnough) return;
  map.flyTo({
    center: [lon, lat],
    zoom: closeEnough ? map.getZoom() : 7.5,
    offset: freeOffset(),
    duration: jump ? 0 : flightTime(),
  });
}
