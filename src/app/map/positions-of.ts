import type { Geometry, Position } from 'geojson';

/** Every position of a geometry. */
export function positionsOf(geometry: Geometry): Position[] {
  return 'coordinates' in geometry ? flat(geometry.coordinates) : geometry.geometries.flatMap(positionsOf);
}

function flat(value: unknown): Position[] {
  if (!Array.isArray(value)) return [];
  return typeof value[0] === 'number' ? [value as Position] : value.flatMap(flat);
}
