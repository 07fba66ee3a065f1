import type { Map as MapLibre } from 'maplibre-gl';
import { graticuleStep } from './graticule.ts';
import { frame, optionalLayers } from './map-context.ts';

const EQUATOR_M = 40_075_016.686;

/** Keeps what the scale bar and the degrees at the top need, at every frame of a movement. */
export function readFrame(map: MapLibre): void {
  const { lat } = map.getCenter();
  const zoom = map.getZoom();
  const step = graticuleStep(zoom);
  const top: { x: number; lon: number }[] = [];
  const { clientWidth } = map.getContainer();
  if (Math.abs(map.getBearing()) < 1 && optionalLayers.peek().graticule) {
    const west = map.unproject([0, 8]).lng;
    const east = map.unproject([clientWidth, 8]).lng;
    const globe = optionalLayers.peek().globe && zoom < 5;
    if (!globe && east - west < 350)
      for (let lon = Math.ceil(west / step) * step; lon <= east; lon += step)
        top.push({ x: map.project([lon, map.unproject([clientWidth / 2, 8]).lat]).x, lon });
  }
  frame.value = {
    zoom,
    bearing: map.getBearing(),
    metresPerPixel: (EQUATOR_M * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** zoom),
    meridians: top,
    step,
  };
}
