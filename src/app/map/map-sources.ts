import type { FeatureCollection } from 'geojson';
import type { GeoJSONSourceSpecification } from 'maplibre-gl';

export const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };

const own = (more: Partial<GeoJSONSourceSpecification> = {}): GeoJSONSourceSpecification => ({
  type: 'geojson',
  data: NOTHING,
  // in pixels of a tile of 512; of a large one (`large-tiles.ts`) a fifth of a pixel on the map
  tolerance: 0.05,
  maxzoom: 12,
  ...more,
});

/** Where the layers take their geometry from: files of the base map, and what the corpus and the tools put on it. */
export const SOURCES = {
  countries: own({ promoteId: 'id', tolerance: 0 }),
  coasts: own({ tolerance: 0 }),
  /** The outlines of countries that are pointed at or chosen. */
  'lit-countries': own({ tolerance: 0 }),
  borders: own({ tolerance: 0 }),
  water: own({ promoteId: 'id', tolerance: 0.2 }),
  lines: own({ tolerance: 0.2 }),
  limits: own(),
  graticule: own({ tolerance: 0 }),
  orientation: own({ promoteId: 'id' }),
  shapes: own(),
  places: own({ tolerance: 0 }),
  labels: own({ tolerance: 0 }),
  fan: own({ tolerance: 0 }),
  drawing: own({ tolerance: 0 }),
  walk: own({ tolerance: 0 }),
} satisfies Record<string, GeoJSONSourceSpecification>;

export type SourceName = keyof typeof SOURCES;
