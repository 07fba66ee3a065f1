import type { MapCamera } from '../state/app-state.ts';

/** Pixels of the world's width at zoom 0. */
const WORLD = 512;
/** A step never comes closer than this on a large screen: there is no more to see. */
const CLOSEST = 0.6;

/** The part of a screen that the card leaves free, in pixels, and how far its middle lies above that of the screen, and right of it. */
export interface FreeScreen {
  readonly width: number;
  readonly height: number;
  readonly above: number;
  readonly right: number;
}

/** What the card takes of a wide screen at its inline start, and the width from which there is enough left beside it. */
const CARD = 496;
const WIDE = 1100;

/** On a narrow screen the card lies below the map; on a wide one beside what is shown: left, or right where one reads from right to left. */
export function freeScreen(width: number, height: number, rtl: boolean): FreeScreen {
  if (width >= WIDE) return { width: width - CARD, height, above: 0, right: rtl ? -CARD / 2 : CARD / 2 };
  if (width >= 720) return { width, height, above: 0, right: 0 };
  const free = height * 0.38;
  return { width, height: free, above: (height - free) / 2, right: 0 };
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
  const world = WORLD * 2 ** zoom;
  const lon = camera.lon - (free.right * 360) / world;
  if (free.above === 0) return { ...camera, lon, zoom };
  return { ...camera, lon, zoom, lat: latitude(mercator(camera.lat) - free.above / world) };
}
