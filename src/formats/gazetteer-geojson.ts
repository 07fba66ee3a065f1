import { idOfName, type ListedPlace, languageOfName } from './listed-place.ts';

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/**
 * Places of a GeoJSON FeatureCollection, with properties `id name name_ar kind rank country period`, or of Linked Places
 * JSON-LD (the same with `@id`, `names[].toponym`, `when`). Each feature gives a place or a fault.
 */
export function* readGeoJsonPlaces(value: unknown, source: string): Generator<ListedPlace | string> {
  if (!isObject(value) || value.type !== 'FeatureCollection' || !Array.isArray(value.features)) {
    yield 'not a GeoJSON FeatureCollection';
    return;
  }
  for (const [index, feature] of value.features.entries()) {
    if (!isObject(feature)) {
      yield `features[${index}] is not an object`;
      continue;
    }
    const properties = isObject(feature.properties) ? feature.properties : {};
    const at = centre(feature.geometry);
    if (!at) {
      yield `features[${index}] has no geometry`;
      continue;
    }
    const names: { text: string; language: string }[] = [];
    const add = (name: unknown, language = '') => {
      const found = text(name).trim();
      if (found && !names.some((known) => known.text === found))
        names.push({ text: found, language: language || languageOfName(found) });
    };
    add(properties.name ?? properties.title);
    for (const [key, name] of Object.entries(properties))
      if (/^name[_:](ar|en|hy|az|ru)$/.test(key)) add(name, key.slice(5));
    if (Array.isArray(feature.names))
      for (const name of feature.names) if (isObject(name)) add(name.toponym, text(name.lang).slice(0, 2));
    yield {
      id: (text(feature['@id']) || text(feature.id) || text(properties.id) || idOfName(names[0]?.text ?? ''))
        .replace(/^https?:\/\//, '')
        .replace(/\s+/g, '-'),
      names,
      kind: text(properties.kind),
      lat: at[1],
      lon: at[0],
      rank: Number(properties.rank) || 0,
      country: text(properties.country) || (Array.isArray(properties.ccodes) ? text(properties.ccodes[0]) : ''),
      period: text(properties.period),
      source,
    };
  }
}

/** The mean of all positions of a geometry: a point that stands for it. */
function centre(geometry: unknown): [number, number] | null {
  let lon = 0;
  let lat = 0;
  let count = 0;
  const visit = (value: unknown, depth: number): void => {
    if (!Array.isArray(value) || depth > 6) return;
    if (typeof value[0] === 'number' && typeof value[1] === 'number') {
      lon += value[0];
      lat += value[1];
      count++;
    } else for (const part of value) visit(part, depth + 1);
  };
  if (isObject(geometry)) {
    visit(geometry.coordinates, 0);
    if (Array.isArray(geometry.geometries))
      for (const part of geometry.geometries) if (isObject(part)) visit(part.coordinates, 0);
  }
  return count === 0 ? null : [lon / count, lat / count];
}
