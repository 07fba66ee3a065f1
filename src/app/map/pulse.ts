import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { atlas } from '../state/app-state.ts';
import { isStill } from './camera.ts';
import { NOTHING } from './map-sources.ts';

/** A ring that widens once, where a place lies. */
export function pulse(map: MapLibre, at: number, isFanned: () => boolean): void {
  const place = atlas.peek()?.places[at];
  if (!place || place.lon === null || place.lat === null || isStill()) return;
  const set = (data: FeatureCollection) => map.getSource<GeoJSONSource>('fan')?.setData(data);
  set({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        id: at,
        properties: { role: 'pulse' },
        geometry: { type: 'Point', coordinates: [place.lon, place.lat] },
      },
    ],
  });
  const start = performance.now();
  const step = (now: number) => {
    const t = Math.min(1, (now - start) / 700);
    if (!map.getLayer('pulse')) return;
    map.setPaintProperty('pulse', 'circle-radius', 8 + 26 * t);
    map.setPaintProperty('pulse', 'circle-stroke-opacity', 1 - t);
    if (t < 1) requestAnimationFrame(step);
    else if (!isFanned()) set(NOTHING);
  };
  requestAnimationFrame(step);
}
