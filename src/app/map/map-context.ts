import { computed, signal } from '@preact/signals';
import type { Feature, FeatureCollection } from 'geojson';
import { NO_DAY } from '../../core/model/atlas.ts';
import { compared, isAbsent, rateOf } from '../data/compared.ts';
import { atlas, filters, layers, shapes } from '../state/app-state.ts';
import { columns, results } from '../state/counts.ts';
import { type CorpusIndex, focusCountries, indexCorpus } from './corpus-index.ts';
import type { LineFacts } from './line-facts.ts';
import { OPTIONAL_LAYERS, type OptionalLayer } from './map-layers.ts';

/** Forms of all places, and their geometry; anew only when the corpus is. */
export const corpusIndex = computed<CorpusIndex | null>(() =>
  atlas.value && columns.value ? indexCorpus(atlas.value, columns.value, shapes.value) : null,
);

/** Countries that the corpus is about, whatever the filters are: the ground does not change with them. */
export const focus = computed<ReadonlySet<string>>(() => {
  const index = corpusIndex.value;
  const table = columns.value;
  const corpus = atlas.value;
  if (!index || !table || !corpus) return new Set();
  const totals = new Int32Array(corpus.places.length);
  for (const place of table.mentions.place) if (place >= 0) totals[place]!++;
  return focusCountries(corpus, totals, index);
});

export const optionalLayers = computed(
  () =>
    Object.fromEntries(
      (Object.keys(OPTIONAL_LAYERS) as OptionalLayer[]).map((name) => [
        name,
        layers.value[name] ?? OPTIONAL_LAYERS[name],
      ]),
    ) as Record<OptionalLayer, boolean>,
);

/** Switches an optional layer; what equals the map's own default is not kept in the address. */
export function switchLayer(name: OptionalLayer, on: boolean): void {
  const next: Record<string, boolean> = { ...layers.value };
  if (OPTIONAL_LAYERS[name] === on) delete next[name];
  else next[name] = on;
  layers.value = next;
}

/** Mentions of each place that the map stands for: what the filters leave, or what the two sides of a comparison name together. */
export const mapCounts = computed<Int32Array>(() => {
  const both = compared.value;
  return both ? both.a.places.map((count, at) => count + both.b.places[at]!) : results.value.placeCounts;
});

/** What two sides are drawn by: mentions per thousand words of each place. */
export interface Rates {
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** The highest of all. */
  readonly most: number;
  /** Sides that name nothing: that they lack a place means nothing. */
  readonly absent: { readonly a: boolean; readonly b: boolean };
}

export const rates = computed<Rates | null>(() => {
  const both = compared.value;
  if (!both) return null;
  const [a, b] = [both.a, both.b].map((side) => Array.from(side.places, (_, place) => rateOf(side, place))) as [
    number[],
    number[],
  ];
  const most = a.reduce((best, rate, place) => Math.max(best, rate, b[place]!), 0);
  return { a, b, most, absent: { a: isAbsent(both.a), b: isAbsent(both.b) } };
});

const OPEN = 2_147_000_000;
/** A last day beyond this one has not come. */
const TODAY = 1_000_000;

/** Limits drawn by hand, once loaded. */
export const limits = signal<FeatureCollection | null>(null);

/** The outline of the former autonomous oblast orients at all times; other limits show in their own time. */
const ALWAYS = 'nkao-outline';

/** Ids of the limits whose period meets the timeline's range, in one string that changes only when they do; without a range those that stand today. */
const limitsMet = computed<string>(() => {
  const range = filters.value.when?.range;
  const [from, to] = [range?.from ?? NO_DAY + 1, range?.to ?? OPEN];
  const met = ({ properties }: Feature) => {
    const { id, first, last } = properties as { id: string; first: number; last: number };
    return id === ALWAYS || (range ? first <= to && last >= from : last > TODAY);
  };
  return (limits.value?.features ?? []).flatMap((limit) => (met(limit) ? [String(limit.properties?.id)] : [])).join();
});
export const shownLimits = computed<readonly string[]>(() => limitsMet.value.split(',').filter(Boolean));

/** Countries of the base map, once loaded, for the inset. */
export const outlines = signal<FeatureCollection | null>(null);

/** The camera as it moves, for the scale bar and the degrees; a new object at every frame of a movement. */
export interface Frame {
  readonly zoom: number;
  readonly bearing: number;
  readonly metresPerPixel: number;
  readonly meridians: readonly { readonly x: number; readonly lon: number }[];
  readonly step: number;
}
export const frame = signal<Frame | null>(null);

/** What the pointer or the keyboard points at. */
export interface Pointed {
  readonly place: number;
  readonly x: number;
  readonly y: number;
}
export const pointed = signal<Pointed | null>(null);

/** The line or area of the base map that the pointer is on, where no place is; in full once it was clicked. */
export interface PointedLine {
  readonly facts: LineFacts;
  readonly x: number;
  readonly y: number;
  readonly full: boolean;
}
export const pointedLine = signal<PointedLine | null>(null);

/** Whether a disputed boundary of the base map can be seen, for the legend. */
export const disputeInSight = signal(false);
