/** What the explorer and its export worker say to each other. */
import type { Atlas } from '../core/model/atlas.ts';

export const EXPORT_FORMATS = [
  'places-geojson',
  'mentions-geojson',
  'events-geojson',
  'mentions-csv',
  'events-csv',
  'kml',
  'linked-places',
  'chronology-md',
  'chronology-csv',
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Words of a chronology in the language of the interface: `ChronologyWords` with tables in place of functions. */
export interface ChronologyVocabulary {
  readonly lang: string;
  readonly chronology: string;
  readonly undated: string;
  readonly placeUnknown: string;
  readonly article: string;
  readonly says: string;
  readonly differ: string;
  readonly figures: string;
  readonly factuality: Readonly<Record<'reported' | 'negated' | 'possible', string>>;
  readonly dateFromDocument: string;
  /** `#` stands for the number. */
  readonly placeSure: string;
  readonly sources: string;
  readonly licence: string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly about: Readonly<Record<string, string>>;
}

export interface ExportRequest {
  readonly serial: number;
  readonly format: ExportFormat;
  readonly atlas: Atlas;
  /** Rows of the mentions and indices of the events that pass. */
  readonly mentions: Uint32Array;
  readonly events: Uint32Array;
  /** Addresses of the documents' files, in the atlas's order. */
  readonly documents: readonly string[];
  readonly shapes: GeoJSON.FeatureCollection;
  readonly words: ChronologyVocabulary;
}

export type ExportAnswer =
  | { readonly serial: number; readonly content: string }
  | { readonly serial: number; readonly fault: string };
