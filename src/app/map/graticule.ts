import type { Feature, FeatureCollection } from 'geojson';
import type { Bounds } from '../state/filters.ts';

const STEPS = [30, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02];

/** Degrees between the lines: some four to eight of them on the screen. */
export function graticuleStep(zoom: number): number {
  const wanted = 360 / 2 ** (zoom + 1);
  return STEPS.find((step) => step <= wanted) ?? STEPS.at(-1)!;
}

/** Meridians and parallels of the view and a margin around it. */
export function graticule([west, south, east, north]: Bounds, step: number): FeatureCollection {
  const features: Feature[] = [];
  const from = west > east ? west - 360 : west;
  const line = (coordinates: [number, number][]) =>
    features.push({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } });
  const marginX = Math.min(60, (east - from) / 2);
  const marginY = (north - south) / 2;
  const bottom = Math.max(-85, south - marginY);
  const top = Math.min(85, north + marginY);
  const lats: number[] = [];
  for (let lat = Math.ceil(bottom / step) * step; lat <= top; lat += step) lats.push(lat);
  for (let lon = Math.ceil((from - marginX) / step) * step; lon <= east + marginX; lon += step)
    line(along(bottom, top).map((lat) => [lon, lat]));
  for (const lat of lats) line(along(from - marginX, east + marginX).map((lon) => [lon, lat]));
  return { type: 'FeatureCollection', features };
}

/** Points close enough that a line bends with the globe. */
function along(from: number, to: number): number[] {
  const parts = Math.max(1, Math.ceil((to - from) / 4));
  return Array.from({ length: parts + 1 }, (_, at) => from + ((to - from) * at) / parts);
}

/** `46°`, `46°30′`; west and south by letter. */
export function formatDegrees(value: number, [positive, negative]: readonly [string, string]): string {
  const turned = ((value + 540) % 360) - 180;
  const size = Math.abs(turned);
  const whole = Math.floor(size + 1e-6);
  const minutes = Math.round((size - whole) * 60);
  const letter = turned < 0 ? negative : positive;
  return `${whole}°${minutes > 0 ? `${String(minutes).padStart(2, '0')}′` : ''}${letter && size > 1e-6 ? `\u00a0${letter}` : ''}`;
}
