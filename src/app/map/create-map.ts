/// <reference types="vite/client" />
import { Map as MapLibre, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { MapCamera } from '../state/app-state.ts';
import { mustBeAllowed } from './allowed-hosts.ts';
import { isStill } from './camera.ts';
import { FONT_FACES } from './fonts.ts';
import { drawsInSoftware } from './graphics.ts';
import { type Dress, mapLayers } from './map-layers.ts';
import { SOURCES } from './map-sources.ts';

setWorkerUrl(workerUrl);

export function createMap(container: HTMLElement, dress: Dress, camera: MapCamera | null, help: string): MapLibre {
  const fades = !isStill() && !drawsInSoftware();
  return new MapLibre({
    container,
    style: {
      version: 8,
      'font-faces': FONT_FACES,
      sources: structuredClone(SOURCES),
      layers: mapLayers(dress),
      projection: { type: dress.on.globe ? 'globe' : 'mercator' },
      transition: { duration: fades ? 120 : 0, delay: 0 },
    },
    validateStyle: false,
    center: camera ? [camera.lon, camera.lat] : [46.5, 40],
    zoom: camera?.zoom ?? 5,
    bearing: camera?.bearing ?? 0,
    minZoom: 0.5,
    maxZoom: 15,
    maxPitch: 0,
    pitchWithRotate: false,
    attributionControl: false,
    fadeDuration: fades ? 160 : 0,
    locale: { 'Map.Title': help },
    // edges of lines, circles and letters are smoothed by their own shaders: four samples a pixel would cost twice the time and show nowhere
    canvasContextAttributes: { preserveDrawingBuffer: true, antialias: false },
    renderWorldCopies: true,
    refreshExpiredTiles: false,
    collectResourceTiming: false,
    // the worker that fetches tiles is not held by the policy of the page: no tile of another base map asks a host that may not be asked
    transformRequest: (url) => {
      mustBeAllowed(url);
      return { url };
    },
    clickTolerance: 5,
  });
}

type Values = Readonly<Record<string, unknown>>;

/** The layers are our own and typed: to check them again the map would write out its whole style at each change. */
export const UNCHECKED = { validate: false };

/** Hands the map only what differs between two dresses. */
export function redress(map: MapLibre, before: Dress, after: Dress): void {
  const old = new Map(mapLayers(before).map((layer) => [layer.id, layer]));
  for (const layer of mapLayers(after)) {
    const was = old.get(layer.id);
    if (!was || !map.getLayer(layer.id)) continue;
    const differing = (a: Values = {}, b: Values = {}) =>
      [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
        (key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]),
      );
    const [wasPaint, paint] = [was.paint as Values, layer.paint as Values];
    const [wasLayout, layout] = [was.layout as Values, layer.layout as Values];
    for (const key of differing(wasPaint, paint))
      map.setPaintProperty(layer.id, key as never, paint?.[key] as never, UNCHECKED);
    for (const key of differing(wasLayout, layout))
      map.setLayoutProperty(layer.id, key as never, layout?.[key] as never, UNCHECKED);
    if (
      layer.type !== 'background' &&
      was.type !== 'background' &&
      'filter' in layer &&
      'filter' in was &&
      JSON.stringify(was.filter) !== JSON.stringify(layer.filter)
    )
      map.setFilter(layer.id, layer.filter, UNCHECKED);
  }
  if (before.on.globe !== after.on.globe) map.setProjection({ type: after.on.globe ? 'globe' : 'mercator' });
}
