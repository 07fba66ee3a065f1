import type { Position } from 'geojson';

/** The ring of a rectangle, counter-clockwise. */
export const ringOf = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
