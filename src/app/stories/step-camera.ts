import type { MapCamera } from '../state/app-state.ts';

/** Pixels of the world's width at zoom 0. */
const WORLD = 512;
/** A step never comes closer than this on a large screen: there is no more to see. */
const CLOSEST = 0.6;

/** The part of a screen that the card leaves free, in pixels, and how far its middle lies above that of the screen. */
export interface FreeScreen {
  readonly width: number;
  readonly height: number;
  readonly above: number;
}

/** On a narrow screen the card lies below the map; on a wide one beside what is shown. */
export function freeScreen(width: number, height: number): FreeScreen {
  if (width >= 720) return { width, height, above: 0 };
  const free = height * 0.38;
  return { width, height: free, above: (height - free) / 2 };
}

const mercator = (lat: number) => Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI);
const latitude = (y: number) => (Math.atan(Math.sinh(2 * Math.PI * y)) * 180) / Math.PI;

/** The camera from which a screen shows as much as the one that a step was taken from, in its free part. */
export function stepCamera(
  camera: MapCamera,
  frame: readonly [number, number] | undefined,
  free: FreeScreen,
): MapCamera {
  const change = frame
    ? Math.min(CLOSEST, Math.log2(Math.min(free.width / frame[0], Math.max(free.height, 1) / frame[1])))
    : 0;
  // a part of what a wide map shows at its sides may go, rather than all become small
  const zoom = camera.zoom + Math.max(change, -1.6);
  if (free.above === 0) return { ...camera, zoom };
  return { ...camera, zoom, lat: latitude(mercator(camera.lat) - free.above / (WORLD * 2 ** zoom)) };
}
