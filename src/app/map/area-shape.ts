import type { Feature, FeatureCollection } from 'geojson';
import type { AreaFilter } from '../state/filters.ts';

const CORNERS = 96;
const KM_PER_DEGREE = 111.195;

/** A circle on the ground as a ring of points, by the great-circle formula. */
export function circleRing([lon, lat]: readonly [number, number], km: number): [number, number][] {
  const radians = Math.PI / 180;
  const reach = (km / KM_PER_DEGREE) * radians;
  const phi = lat * radians;
  return Array.from({ length: CORNERS + 1 }, (_, at): [number, number] => {
    const bearing = (-2 * Math.PI * (at % CORNERS)) / CORNERS;
    const y = Math.asin(Math.sin(phi) * Math.cos(reach) + Math.cos(phi) * Math.sin(reach) * Math.cos(bearing));
    const x = Math.atan2(
      Math.sin(bearing) * Math.sin(reach) * Math.cos(phi),
      Math.cos(reach) - Math.sin(phi) * Math.sin(y),
    );
    return [lon + x / radians, y / radians];
  });
}

/** The area of the filter as it is drawn on the map. */
export function areaFeatures(area: AreaFilter | null): FeatureCollection {
  const ring = area && ringOf(area);
  const features: Feature[] = ring
    ? [{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }]
    : [];
  return { type: 'FeatureCollection', features };
}

function ringOf(area: AreaFilter): [number, number][] {
  if (area.type === 'radius') return circleRing(area.centre, area.km);
  if (area.type === 'polygon') return [...area.ring, area.ring[0]!].map(([x, y]) => [x, y]);
  const [west, south, end, north] = area.bounds;
  const east = west > end ? end + 360 : end;
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}
