import type { Feature, FeatureCollection, Position } from 'geojson';
import type { Atlas } from '../../core/model/atlas.ts';
import type { Columns } from '../state/columns.ts';
import type { Bounds } from '../state/filters.ts';
import { radiusOf } from './corpus-layers.ts';

/** How a place is drawn. A country is its label; an area is a soft area and a label; a line a line and a label. */
export type Form = 'point' | 'line' | 'area' | 'country' | 'none';

/** Below this (per cent) for all of its mentions a place looks unsure. */
const UNSURE = 50;
const LARGEST = 46;

/** What the map knows of the places of a corpus before any filter. */
export interface CorpusIndex {
  readonly forms: readonly Form[];
  readonly unsure: Uint8Array;
  /** Pixels per square root of a mention. */
  readonly scale: number;
  /** Place by id of its country shape. */
  readonly countries: ReadonlyMap<string, number>;
  readonly points: FeatureCollection;
  readonly shapes: FeatureCollection;
  /** `[west, south, east, north]` of each soft area, by place. */
  readonly extents: ReadonlyMap<number, Bounds>;
  /** How much of its extent each soft area fills, 0 to 1. */
  readonly fills: ReadonlyMap<number, number>;
  /** Areas that have no agreed limit: they are filled only while they are small. */
  readonly vague: ReadonlySet<number>;
}

function formOf({ kind, geometry, lat }: Atlas['places'][number]): Form {
  if (geometry === 'none' || lat === null) return 'none';
  return kind === 'country' ? 'country' : geometry;
}

export function indexCorpus(atlas: Atlas, columns: Columns, shapes: FeatureCollection | null): CorpusIndex {
  const { places } = atlas;
  const totals = new Int32Array(places.length);
  const surest = new Uint8Array(places.length);
  const { place, confidence, count } = columns.mentions;
  for (let row = 0; row < count; row++) {
    const at = place[row]!;
    if (at < 0) continue;
    totals[at]!++;
    if (confidence[row]! > surest[at]!) surest[at] = confidence[row]!;
  }
  const forms = places.map(formOf);
  const unsure = Uint8Array.from(surest, (value, at) => (totals[at]! > 0 && value > 0 && value < UNSURE ? 1 : 0));
  let most = 1;
  forms.forEach((form, at) => {
    if (form === 'point') most = Math.max(most, totals[at]!);
  });
  const scale = Math.min(7, LARGEST / Math.sqrt(most));
  const ids = new Map(places.map(({ id }, at) => [id, at]));
  const points = forms.flatMap((form, at): Feature[] => {
    const { lon, lat } = places[at]!;
    if (form !== 'point' || lon === null || lat === null) return [];
    // Small circles lie over large ones, so that none is hidden for good.
    const order = -Math.round(radiusOf(totals[at]!, scale) * 10);
    return [
      {
        type: 'Feature',
        id: at,
        properties: { order, unsure: unsure[at] },
        geometry: { type: 'Point', coordinates: [lon, lat] },
      },
    ];
  });
  const drawn = (shapes?.features ?? []).flatMap((feature): Feature[] => {
    const at = ids.get(String(feature.id));
    if (at === undefined || forms[at] === 'country' || forms[at] === 'none') return [];
    const form = /Polygon/.test(feature.geometry.type) ? 'area' : 'line';
    return [{ ...feature, id: at, properties: { ...feature.properties, kind: places[at]!.kind, form } }];
  });
  const current = latest(drawn);
  return {
    forms,
    unsure,
    scale,
    countries: new Map(places.flatMap(({ id }, at) => (forms[at] === 'country' ? [[id, at] as const] : []))),
    points: { type: 'FeatureCollection', features: points },
    shapes: { type: 'FeatureCollection', features: current },
    vague: new Set(
      current.flatMap(({ id, properties }) => (properties?.precision === 'conventional' ? [Number(id)] : [])),
    ),
    extents: new Map(
      current.flatMap((feature) =>
        feature.properties?.form === 'area' ? [[Number(feature.id), extentOf(feature)] as const] : [],
      ),
    ),
    fills: new Map(
      current.flatMap((feature) =>
        feature.properties?.form === 'area' ? [[Number(feature.id), fillOf(feature)] as const] : [],
      ),
    ),
  };
}

function extentOf({ geometry }: Feature): Bounds {
  let [west, south, east, north] = [180, 90, -180, -90];
  const visit = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    if (typeof value[0] !== 'number') {
      value.forEach(visit);
      return;
    }
    const [x = 0, y = 0] = value as Position;
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  };
  if ('coordinates' in geometry) visit(geometry.coordinates);
  return [west, south, east, north];
}

/** Share of its extent that an area takes, by its outer rings. */
export function fillOf(feature: Feature): number {
  const { geometry } = feature;
  const polygons =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  let twice = 0;
  for (const [outer = []] of polygons) {
    let ring = 0;
    for (let at = 1; at < outer.length; at++) {
      const [a, b] = [outer[at - 1]!, outer[at]!];
      ring += a[0]! * b[1]! - b[0]! * a[1]!;
    }
    twice += Math.abs(ring);
  }
  const [west, south, east, north] = extentOf(feature);
  const extent = (east - west) * (north - south);
  return extent > 0 ? Math.min(1, twice / 2 / extent) : 1;
}

/** Of the shapes of one place that followed each other in time the last. */
function latest(features: readonly Feature[]): Feature[] {
  const best = new Map<number, Feature>();
  for (const feature of features) {
    const known = best.get(Number(feature.id));
    if (!known || String(feature.properties?.to ?? '~') >= String(known.properties?.to ?? '~'))
      best.set(Number(feature.id), feature);
  }
  return [...best.values()];
}

/** Countries that the corpus is about: those whose share of the mentions in them is not small. */
export function focusCountries(atlas: Atlas, totals: Int32Array, index: CorpusIndex): Set<string> {
  const weight = new Map<string, number>();
  atlas.places.forEach((place, at) => {
    if (index.forms[at] === 'none') return;
    const country =
      place.kind === 'country'
        ? place
        : place.ancestors.map((up) => atlas.places[up]!).find(({ kind }) => kind === 'country');
    if (country) weight.set(country.id, (weight.get(country.id) ?? 0) + totals[at]!);
  });
  const most = Math.max(1, ...weight.values());
  return new Set([...weight].filter(([, sum]) => sum >= most * 0.12).map(([id]) => id));
}
