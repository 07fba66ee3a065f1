import type { AreaFilter } from './filters.ts';

const EARTH_RADIUS_KM = 6371.0088;
const RADIANS = Math.PI / 180;

/** Great-circle distance on the mean sphere, in kilometres. */
export function distanceKm(lonA: number, latA: number, lonB: number, latB: number): number {
  const dLat = (latB - latA) * RADIANS;
  const dLon = (lonB - lonA) * RADIANS;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Whether a point lies in the area; a box whose west is greater than its east crosses the antimeridian. */
export function areaHolds(area: AreaFilter, lon: number, lat: number): boolean {
  if (area.type === 'radius') return distanceKm(lon, lat, area.centre[0], area.centre[1]) <= area.km;
  if (area.type === 'box') {
    const [west, south, east, north] = area.bounds;
    if (lat < south || lat > north) return false;
    return west <= east ? lon >= west && lon <= east : lon >= west || lon <= east;
  }
  let inside = false;
  const { ring } = area;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i]!;
    const [xj, yj] = ring[j]!;
    if (yi > lat !== yj > lat && lon < ((xj - xi) * (lat - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** Width along the middle parallel and height of a box. */
export function boxSizeKm([west, south, end, north]: readonly [number, number, number, number]): [number, number] {
  const east = end < west ? end + 360 : end;
  const middle = Math.cos(((south + north) / 2) * RADIANS);
  return [EARTH_RADIUS_KM * (east - west) * RADIANS * middle, EARTH_RADIUS_KM * (north - south) * RADIANS];
}

/** Area of a ring on the sphere, by the formula of Chamberlain and Duquette. */
export function ringSquareKm(ring: readonly (readonly [number, number])[]): number {
  let sum = 0;
  ring.forEach(([lon, lat], at) => {
    const [nextLon, nextLat] = ring[(at + 1) % ring.length]!;
    sum += (nextLon - lon) * RADIANS * (2 + Math.sin(lat * RADIANS) + Math.sin(nextLat * RADIANS));
  });
  return (Math.abs(sum) * EARTH_RADIUS_KM ** 2) / 2;
}
