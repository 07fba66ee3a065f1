/** What the explorer and its export worker say to each other. */
import type { Atlas } from '../core/model/atlas.ts';
import type { ChronologyWords } from '../formats/chronology-words.ts';

export type ExportFormat =
  | 'places-geojson'
  | 'mentions-geojson'
  | 'events-geojson'
  | 'mentions-csv'
  | 'events-csv'
  | 'kml'
  | 'linked-places'
  | 'chronology-md'
  | 'chronology-csv';

export type { ChronologyWords } from '../formats/chronology-words.ts';

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
  readonly words: ChronologyWords;
}

export type ExportAnswer =
  | { readonly serial: number; readonly content: string }
  | { readonly serial: number; readonly fault: string };
