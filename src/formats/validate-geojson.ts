import gjv from 'geojson-validation';

const TYPES = new Set([
  'FeatureCollection',
  'Feature',
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
]);
const MAX_FAULTS = 20;

/**
 * Faults of a GeoJSON object against RFC 7946, at most twenty, each with the path to it. geojson-validation checks
 * types, members and nesting; it is guarded here against inputs that make it throw or nod (unknown types, null rings),
 * and what it does not look at is checked beside it: finite positions within bounds, right-hand rings, no `crs`, boxes.
 */
export function geoJsonFaults(value: unknown): string[] {
  const faults: string[] = [];
  checkObject(value, '$', faults);
  if (faults.length > 0) return faults.slice(0, MAX_FAULTS);
  try {
    const messages = gjv.valid(value, true);
    if (Array.isArray(messages)) faults.push(...messages.map((message) => `$: ${message}`));
  } catch (error) {
    faults.push(`$: geojson-validation could not read it (${error instanceof Error ? error.message : 'unknown'})`);
  }
  return faults.slice(0, MAX_FAULTS);
}

function checkObject(value: unknown, path: string, faults: string[]): void {
  if (faults.length >= MAX_FAULTS) return;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    faults.push(`${path}: not an object`);
    return;
  }
  const object = value as Record<string, unknown>;
  if (typeof object.type !== 'string' || !TYPES.has(object.type)) {
    faults.push(`${path}: unknown type ${JSON.stringify(object.type)}`);
    return;
  }
  if ('crs' in object) faults.push(`${path}: "crs" was removed from GeoJSON`);
  if (object.bbox !== undefined) checkBox(object.bbox, `${path}.bbox`, faults);
  switch (object.type) {
    case 'FeatureCollection':
      if (!Array.isArray(object.features)) faults.push(`${path}: no features`);
      else
        object.features.forEach((feature, index) => {
          checkObject(feature, `${path}.features[${index}]`, faults);
        });
      break;
    case 'Feature':
      if (!('properties' in object)) faults.push(`${path}: no properties`);
      if (object.geometry !== null) checkObject(object.geometry, `${path}.geometry`, faults);
      break;
    case 'GeometryCollection':
      if (!Array.isArray(object.geometries)) faults.push(`${path}: no geometries`);
      else
        object.geometries.forEach((geometry, index) => {
          checkObject(geometry, `${path}.geometries[${index}]`, faults);
        });
      break;
    default:
      checkCoordinates(object.type, object.coordinates, `${path}.coordinates`, faults);
  }
}

function checkCoordinates(type: string, value: unknown, path: string, faults: string[]): void {
  const each = (kind: string, least: number) => {
    if (!Array.isArray(value) || value.length < least) faults.push(`${path}: a ${type} needs ${least} or more`);
    else
      value.forEach((part, index) => {
        checkCoordinates(kind, part, `${path}[${index}]`, faults);
      });
  };
  if (type === 'Point') checkPosition(value, path, faults);
  else if (type === 'LineString') each('Point', 2);
  else if (type === 'MultiPoint') each('Point', 0);
  else if (type === 'MultiLineString') each('LineString', 0);
  else if (type === 'MultiPolygon') each('Polygon', 0);
  else if (type === 'Polygon') {
    if (!Array.isArray(value) || value.length === 0) faults.push(`${path}: a polygon needs a ring`);
    else
      value.forEach((ring, index) => {
        checkRing(ring, index === 0, `${path}[${index}]`, faults);
      });
  }
}

function checkPosition(value: unknown, path: string, faults: string[]): void {
  if (
    !Array.isArray(value) ||
    value.length < 2 ||
    value.length > 3 ||
    !value.every((number) => typeof number === 'number' && Number.isFinite(number))
  ) {
    faults.push(`${path}: not a position`);
    return;
  }
  const [lon, lat] = value as [number, number];
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90) faults.push(`${path}: [${lon}, ${lat}] lies outside the earth`);
}

function checkRing(value: unknown, outer: boolean, path: string, faults: string[]): void {
  if (!Array.isArray(value) || value.length < 4) {
    faults.push(`${path}: a ring needs four positions`);
    return;
  }
  const before = faults.length;
  value.forEach((position, index) => {
    checkPosition(position, `${path}[${index}]`, faults);
  });
  if (faults.length > before) return;
  const ring = value as [number, number][];
  const first = ring[0] as [number, number];
  const last = ring[ring.length - 1] as [number, number];
  if (first[0] !== last[0] || first[1] !== last[1]) faults.push(`${path}: the ring is not closed`);
  if (signedArea(ring) > 0 !== outer)
    faults.push(`${path}: ${outer ? 'an outer ring runs counter-clockwise' : 'a hole runs clockwise'}`);
}

/** Twice the signed area of a ring in degrees; positive for counter-clockwise. */
export function signedArea(ring: readonly (readonly number[])[]): number {
  let sum = 0;
  for (let at = 0; at + 1 < ring.length; at++) {
    const a = ring[at] as readonly number[];
    const b = ring[at + 1] as readonly number[];
    sum += (a[0] ?? 0) * (b[1] ?? 0) - (b[0] ?? 0) * (a[1] ?? 0);
  }
  return sum;
}

function checkBox(value: unknown, path: string, faults: string[]): void {
  if (
    !Array.isArray(value) ||
    (value.length !== 4 && value.length !== 6) ||
    !value.every((number) => Number.isFinite(number))
  )
    faults.push(`${path}: not a box of four or six numbers`);
  else if ((value[1] as number) > (value[value.length === 4 ? 3 : 4] as number))
    faults.push(`${path}: south lies above north`);
}
