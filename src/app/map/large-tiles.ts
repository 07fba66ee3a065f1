import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { SOURCES, type SourceName } from './map-sources.ts';

/** Steps of zoom by which the tiles of a source are coarser than the map: of 2,048 pixels and not of 512, and exact to a quarter of one. */
const COARSER = 2;
/** Labels are laid out anew at each step of a filter, and hold only what is in view: one tile or two, exact to half a pixel. */
const COARSER_LABELS = 3;
/** Names along a line are spaced by the stretched tile, so that most rivers would have none. */
const NAMED_LINES: ReadonlySet<string> = new Set<SourceName>(['water', 'lines']);

/**
 * Keeps the tiles of the map's own sources large. Each tile of each source is cut, sent, stencilled and drawn by itself
 * and brings frames of its own when it comes. Beyond the last zoom of a source MapLibre stretches its tiles and lays
 * them out for the zoom of the map, so that zoom is moved with the map.
 */
export function keepTilesLarge(map: MapLibre): void {
  const sources = Object.entries(SOURCES).filter(([name]) => !NAMED_LINES.has(name));
  let level = -1;
  const keep = () => {
    const next = Math.floor(map.getZoom());
    if (next === level) return;
    level = next;
    for (const [name, { maxzoom = 0 }] of sources) {
      const source = map.getSource<GeoJSONSource>(name);
      const coarser = name === 'labels' ? COARSER_LABELS : COARSER;
      if (source) source.maxzoom = Math.max(0, Math.min(maxzoom, level - coarser));
    }
  };
  map.on('zoom', keep);
  keep();
}
