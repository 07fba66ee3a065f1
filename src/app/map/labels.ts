import type { Feature, FeatureCollection } from 'geojson';
import type { AtlasPlace } from '../../core/model/atlas.ts';
import type { LabelLanguage } from '../state/app-state.ts';
import { townZoom } from './base-label-layers.ts';
import type { CorpusIndex } from './corpus-index.ts';
import { radiusOf } from './corpus-layers.ts';
import { halvesId, halvesOf } from './halves.ts';
import { blockId, plateId, ringId, seatId } from './images.ts';
import type { Rates } from './map-context.ts';
import { bothNamesOf, labelOf } from './map-names.ts';

/** At most so many labels are handed to the map: those in view with the highest counts. */
const MOST_LABELS = 260;
const FIGURE_FROM = 9;
/** From this zoom on a place that has two names shows both. */
const BOTH_NAMES_FROM = 7.8;
/** Most towns of the corpus that only help to orient, since nothing that is told of them passes. */
const MOST_TOWNS = 40;

/** A country of the base map that the corpus does not name. */
export interface QuietCountry {
  readonly id: string;
  readonly names: Readonly<Record<string, string>>;
  readonly rank: number;
}

export interface LabelInput {
  readonly places: readonly AtlasPlace[];
  readonly index: CorpusIndex;
  readonly counts: Int32Array;
  readonly kinds: Uint16Array;
  readonly selected: number;
  readonly labels: LabelLanguage;
  readonly zoom: number;
  readonly format: (value: number) => string;
  /** The two sides of a comparison that the map shows instead of counts. */
  readonly rates: Rates | null;
  readonly formatRate: (rate: number) => string;
  readonly rtl: boolean;
  /** Whether a point is on the screen or near it. */
  readonly sees: (lon: number, lat: number) => boolean;
  /** Where the label of a country stands; none if the country is out of sight. */
  readonly countryAt: ReadonlyMap<string, readonly [number, number]>;
  /** Where the name of a soft area stands, where it can be drawn. */
  readonly areaAt: ReadonlyMap<number, readonly [number, number]>;
  readonly quiet: readonly QuietCountry[];
  readonly images: (id: string) => void;
  /** Boxes of the screen that labels keep off, as their middle and their size in pixels. */
  readonly blocks: readonly {
    readonly at: readonly [number, number];
    readonly width: number;
    readonly height: number;
  }[];
}

const point = (
  id: number,
  coordinates: readonly [number, number],
  properties: Record<string, string | number>,
): Feature => ({
  type: 'Feature',
  id,
  properties,
  geometry: { type: 'Point', coordinates: [...coordinates] },
});

/** The labels of what is in sight: few enough to be made anew at each step of a filter. */
export function labelFeatures(input: LabelInput): FeatureCollection {
  const { places, index, counts, selected } = input;
  const seen: number[] = [];
  for (let at = 0; at < places.length; at++) {
    const form = index.forms[at];
    if (form === 'none' || (counts[at] === 0 && at !== selected)) continue;
    const { lon, lat, id } = places[at]!;
    if (form === 'country' ? input.countryAt.has(id) : input.areaAt.has(at) || input.sees(lon!, lat!)) seen.push(at);
  }
  seen.sort((a, b) => counts[b]! - counts[a]!);
  const chosen = seen.slice(0, MOST_LABELS);
  if (seen.indexOf(selected) >= MOST_LABELS) chosen.push(selected);
  const features = chosen.map((at) => labelFeature(at, input));
  const named = new Set(chosen.map((at) => places[at]!.id));
  const language = input.labels === 'text' ? 'ar' : input.labels;
  input.quiet.forEach(({ id, names, rank }, at) => {
    const position = input.countryAt.get(id);
    if (!position || named.has(id)) return;
    features.push(
      point(1_000_000 + at, position, {
        class: 'country',
        label: names[language] ?? names.en ?? '',
        tail: '',
        sort: 1000 - rank,
      }),
    );
  });
  // a town that the filters leave nothing of is still a town
  let towns = 0;
  for (let at = 0; at < places.length && towns < MOST_TOWNS; at++) {
    const { kind, lon, lat, rank, id } = places[at]!;
    if (counts[at] !== 0 || at === selected || index.forms[at] !== 'point' || kind !== 'city') continue;
    if (input.zoom < townZoom(rank) || named.has(id) || !input.sees(lon!, lat!)) continue;
    towns++;
    const label = labelOf(places[at]!, input.labels);
    features.push(point(at, [lon!, lat!], { class: 'town', label, tail: '', sort: 500 - rank }));
  }
  input.blocks.forEach(({ at, width, height }, order) => {
    const id = blockId(width, height);
    input.images(id);
    features.push(point(2_000_000 + order, at, { class: 'block', seat: id }));
  });
  return { type: 'FeatureCollection', features };
}

function labelFeature(at: number, input: LabelInput): Feature {
  const { places, index, counts, kinds, selected, labels, format, countryAt, areaAt, images } = input;
  const place = places[at]!;
  const form = index.forms[at]!;
  const count = counts[at]!;
  const radius = form === 'point' ? Math.max(radiusOf(count, index.scale), 5) : 0;
  const inside = form === 'point' && radius >= FIGURE_FROM;
  const properties: Record<string, string | number> = {
    class:
      form === 'point' ? 'place' : form === 'line' ? 'corridor' : form === 'area' && !areaAt.has(at) ? 'vague' : form,
    label:
      form === 'point' && (input.zoom >= BOTH_NAMES_FROM || at === selected)
        ? bothNamesOf(place, labels)
        : labelOf(place, labels),
    tail: inside || count === 0 ? '' : `\u00a0\u00a0${format(count)}`,
    sort: -count,
    offset:
      form === 'point'
        ? (radius + 8 + (at === selected ? 6 : 0)) / (labels === 'ar' || labels === 'text' ? 16 : 14.5)
        : 0.55,
  };
  if (at === selected) properties.selected = 1;
  if (inside) {
    const figure = format(count);
    properties.figure = figure;
    properties.figureSize = Math.min(14, Math.max(9, (radius * 2 - 5) / Math.max(1.1, figure.length * 0.56)));
  }
  if (form === 'point') {
    properties.r = radius;
    properties.seat = seatId(at === selected ? radius + 6 : radius);
    images(properties.seat);
  }
  if (index.unsure[at] && form === 'point') {
    properties.ring = ringId(radius);
    images(ringId(radius));
  }
  if (input.rates) compare(properties, at, form, input, input.rates);
  else if (kinds[at] && (form !== 'country' || at === selected)) {
    properties.plate = plateId(kinds[at]!);
    images(plateId(kinds[at]!));
  }
  const seat = form === 'country' ? countryAt.get(place.id) : areaAt.get(at);
  return point(at, seat ?? [place.lon!, place.lat!], properties);
}

/** Instead of one count both rates, and instead of a circle, or under the name of what has none, a disc of two halves. */
function compare(
  properties: Record<string, string | number>,
  at: number,
  form: CorpusIndex['forms'][number],
  { counts, selected, labels, images, rtl, formatRate }: LabelInput,
  rates: Rates,
): void {
  delete properties.figure;
  delete properties.ring;
  if (counts[at] === 0) return;
  const halves = halvesOf(at, rates);
  const id = halvesId(halves, rtl);
  images(id);
  const radius = Math.max(halves.a, halves.b);
  const figure = (rate: number, absent: boolean) => (rate > 0 ? formatRate(rate) : absent ? '–' : '0');
  properties.tail = `\u00a0\u00a0${figure(rates.a[at]!, rates.absent.a)} | ${figure(rates.b[at]!, rates.absent.b)}`;
  if (form === 'point') {
    properties.halves = id;
    properties.r = radius;
    properties.seat = seatId(at === selected ? radius + 6 : radius);
    properties.offset = (radius + 8 + (at === selected ? 6 : 0)) / (labels === 'ar' || labels === 'text' ? 16 : 14.5);
    images(String(properties.seat));
  } else properties.plate = id;
}
