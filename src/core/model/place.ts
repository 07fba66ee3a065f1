/** The kinds of place, as the gazetteer tables spell them. Order is part of the index format: append only. */
export const PLACE_KINDS = [
  'country',
  'region',
  'state',
  'district',
  'city',
  'village',
  'neighbourhood',
  'camp',
  'corridor',
  'road',
  'railway',
  'river',
  'lake',
  'sea',
  'gulf',
  'strait',
  'canal',
  'island',
  'mountain',
  'range',
  'pass',
  'valley',
  'desert',
  'facility',
  'base',
  'crossing',
  'port',
  'airport',
  'border',
  'polity-historical',
  'organisation-area',
  'ocean',
  'other',
] as const;

export type PlaceKind = (typeof PLACE_KINDS)[number];

/** The geometry that a kind of place is drawn with; how precisely it is known is said by the shape itself. */
export type PlaceGeometry = 'point' | 'line' | 'area' | 'none';

/** An entry of the gazetteer. */
export interface Place {
  /** Stable and readable: it appears in links. */
  readonly id: string;
  readonly kind: PlaceKind;
  readonly geometry: PlaceGeometry;
  /** WGS 84 degrees of a point that stands for the place; null for a notion without a place. */
  readonly lat: number | null;
  readonly lon: number | null;
  /** How likely a bare name means this place: 1 (hamlet) to 9 (great power). */
  readonly rank: number;
  /** Whether it is the seat of a state's government: its bare name often stands for that. */
  readonly seat: boolean;
  readonly population: number;
  /** Names by language (`ar en hy az ru`), the preferred one first. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** Ids of the places it lies in, nearest first. */
  readonly parents: readonly string[];
  /** ISO 3166-1 alpha-2 code of the country it lies in or is, if any. */
  readonly country: string;
  /** EDTF interval of its existence, empty if unbounded. */
  readonly period: string;
  readonly source: string;
}
