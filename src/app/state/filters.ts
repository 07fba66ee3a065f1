import type { EventKind, Factuality } from '../../core/model/event.ts';
import { SENSES, type Sense } from '../../core/model/mention.ts';

/** A closed range of days since 1970-01-01; `null` on a side for "without end". */
export interface DayRange {
  readonly from: number | null;
  readonly to: number | null;
}

/** `range: null` with `undated: true` leaves only what has no date. */
export interface WhenFilter {
  readonly range: DayRange | null;
  /** Whether undated material passes as well. */
  readonly undated: boolean;
}

/** `[west, south, east, north]` in degrees. */
export type Bounds = readonly [number, number, number, number];

/** A shape on the map that the place's point must lie in. */
export type AreaFilter =
  | { readonly type: 'box'; readonly bounds: Bounds }
  | { readonly type: 'polygon'; readonly ring: readonly (readonly [number, number])[] }
  | { readonly type: 'radius'; readonly centre: readonly [number, number]; readonly km: number };

/** The article's own voice, among speaker ids. */
export const ARTICLE = '-';

/** One value of this says all that narrows the view. Lists are "any of"; an empty list does not narrow. */
export interface Filters {
  readonly when: WhenFilter | null;
  /** Which time `when` and the timeline speak of: that of the event or that of the publication. */
  readonly timeOf: 'event' | 'publication';
  /** Ids of places; each takes what lies in it. */
  readonly where: readonly string[];
  readonly area: AreaFilter | null;
  readonly what: readonly EventKind[];
  /** Ids of speakers, `ARTICLE` for the article's own voice. */
  readonly who: readonly string[];
  readonly documents: readonly string[];
  /** `null` is the default: every sense but demonym, since a people is not a location. */
  readonly senses: readonly Sense[] | null;
  /** Per cent; 0 does not narrow. */
  readonly minConfidence: number;
  readonly factuality: readonly Factuality[];
}

export const NO_FILTERS: Filters = {
  when: null,
  timeOf: 'event',
  where: [],
  area: null,
  what: [],
  who: [],
  documents: [],
  senses: null,
  minConfidence: 0,
  factuality: [],
};

export const DEFAULT_SENSES: readonly Sense[] = SENSES.filter((sense) => sense !== 'demonym');

/** The dimensions of the cross-filter, in the order of the chips. The index of a dimension is its bit in the masks. */
export const DIMENSIONS = ['when', 'where', 'what', 'who', 'document', 'sense', 'sureness', 'factuality'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Whether a dimension narrows the view. The default senses do not count as narrowing. */
export function isSet(filters: Filters, dimension: Dimension): boolean {
  switch (dimension) {
    case 'when':
      return filters.when !== null;
    case 'where':
      return filters.where.length > 0 || filters.area !== null;
    case 'what':
      return filters.what.length > 0;
    case 'who':
      return filters.who.length > 0;
    case 'document':
      return filters.documents.length > 0;
    case 'sense':
      return filters.senses !== null;
    case 'sureness':
      return filters.minConfidence > 0;
    case 'factuality':
      return filters.factuality.length > 0;
  }
}

/** The filters without one dimension. */
export function without(filters: Filters, dimension: Dimension): Filters {
  switch (dimension) {
    case 'when':
      return { ...filters, when: null };
    case 'where':
      return { ...filters, where: [], area: null };
    case 'what':
      return { ...filters, what: [] };
    case 'who':
      return { ...filters, who: [] };
    case 'document':
      return { ...filters, documents: [] };
    case 'sense':
      return { ...filters, senses: null };
    case 'sureness':
      return { ...filters, minConfidence: 0 };
    case 'factuality':
      return { ...filters, factuality: [] };
  }
}

export function activeDimensions(filters: Filters): Dimension[] {
  return DIMENSIONS.filter((dimension) => isSet(filters, dimension));
}

/** Adds or removes one value of a list. */
export function toggled<T>(list: readonly T[], value: T): readonly T[] {
  return list.includes(value) ? list.filter((other) => other !== value) : [...list, value];
}
