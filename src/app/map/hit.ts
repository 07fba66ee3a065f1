import type { Map as MapLibre, PointLike } from 'maplibre-gl';
import type { AtlasPlace } from '../../core/model/atlas.ts';
import type { CorpusIndex } from './corpus-index.ts';
import { radiusOf } from './corpus-layers.ts';

/** Half of the least size of a target. */
const REACH = 12;
const LABELS = [
  'selected-label',
  'selected-area-label',
  'selected-country-label',
  'place-labels',
  'area-labels',
  'country-labels',
  'vague-labels',
  'figures',
  'halves',
];
const LINES = ['routes', 'range-lines', 'proposed-glow'];

export interface HitContext {
  readonly places: readonly AtlasPlace[];
  readonly index: CorpusIndex;
  readonly counts: Int32Array;
  readonly hasArea: (place: number) => boolean;
}

/** The places under a point of the screen, the one most likely meant first: circles, labels, lines, then areas. */
export function placesAt(
  map: MapLibre,
  x: number,
  y: number,
  { places, index, counts, hasArea }: HitContext,
): number[] {
  const box: [PointLike, PointLike] = [
    [x - REACH, y - REACH],
    [x + REACH, y + REACH],
  ];
  const layers = (names: readonly string[]) => names.filter((name) => map.getLayer(name));
  const idsOf = (names: readonly string[], area: [PointLike, PointLike] | PointLike) =>
    map.queryRenderedFeatures(area as PointLike, { layers: layers(names) }).map(({ id }) => Number(id));
  const found = new Set<number>();
  for (const at of idsOf(['fan-circles'], box)) found.add(at);
  if (found.size > 0) return [...found];
  const circles = [...new Set(idsOf(['circles'], box))].filter((at) => counts[at]! > 0);
  const gap = (at: number) => {
    const { lon, lat } = places[at]!;
    const point = map.project([lon!, lat!]);
    return Math.hypot(point.x - x, point.y - y) - radiusOf(counts[at]!, index.scale);
  };
  const near = circles.map((at) => ({ at, gap: gap(at) })).filter(({ gap: distance }) => distance <= REACH);
  near.sort((a, b) => (a.gap <= 0 && b.gap <= 0 ? counts[a.at]! - counts[b.at]! : a.gap - b.gap));
  for (const { at, gap: distance } of near) if (distance <= 2) found.add(at);
  for (const at of idsOf(LABELS, [x, y])) if (at < places.length) found.add(at);
  for (const { at } of near) found.add(at);
  for (const at of idsOf(LINES, [
    [x - 8, y - 8],
    [x + 8, y + 8],
  ]))
    if (counts[at]! > 0) found.add(at);
  if (found.size === 0) for (const at of areasAt(map, x, y, places, counts, hasArea)) found.add(at);
  return [...found];
}

const extent = ({ bbox }: AtlasPlace) =>
  bbox ? Math.abs((bbox[2] - bbox[0]) * (bbox[3] - bbox[1])) : Number.POSITIVE_INFINITY;

/** Soft areas under a point, the smallest first. */
function areasAt(
  map: MapLibre,
  x: number,
  y: number,
  places: readonly AtlasPlace[],
  counts: Int32Array,
  hasArea: (place: number) => boolean,
): number[] {
  const features = map.getLayer('area-hit') ? map.queryRenderedFeatures([x, y], { layers: ['area-hit'] }) : [];
  const ids = [...new Set(features.map(({ id }) => Number(id)))].filter((at) => counts[at]! > 0 && hasArea(at));
  return ids.sort((a, b) => extent(places[a]!) - extent(places[b]!));
}
