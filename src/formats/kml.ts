import type { Atlas, AtlasPlace, DocumentFile } from '../core/model/atlas.ts';
import {
  eventRows,
  figuresLine,
  LICENCE,
  mentionRows,
  type Quotation,
  type Selection,
  sourceLine,
} from './atlas-rows.ts';
import { geometryOf, type Shapes } from './geojson.ts';
import { escapeXml } from './xml.ts';

/** Quotations in the balloon of one place. The rest is counted. */
const MAX_QUOTED = 200;

/**
 * KML 2.2 of what is selected: a folder of places with the passages that name them, and one of events with their time.
 * What has no location is left out, as a map must; the CSV has it.
 */
export function toKml(
  atlas: Atlas,
  documents: readonly DocumentFile[],
  shapes: Shapes,
  selection: Selection = {},
): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2">
<Document>
${element('name', atlas.title)}
${element('description', htmlText(`${atlas.description}\n${LICENCE}`))}
<Folder>
<name>Places</name>
${placesOf(atlas, documents, shapes, selection)}</Folder>
<Folder>
<name>Events</name>
${eventsOf(atlas, documents, shapes, selection)}</Folder>
</Document>
</kml>
`;
}

function placesOf(atlas: Atlas, documents: readonly DocumentFile[], shapes: Shapes, selection: Selection): string {
  const quoted = new Map<AtlasPlace, { count: number; lines: string[] }>();
  for (const row of mentionRows(atlas, documents, selection)) {
    if (!row.place) continue;
    const found = quoted.get(row.place) ?? { count: 0, lines: [] };
    quoted.set(row.place, found);
    found.count++;
    if (found.lines.length < MAX_QUOTED)
      found.lines.push(`“${row.passage}” (${cited(row)}; ${row.sense}, ${Math.round(row.confidence * 100)} %)`);
  }
  let kml = '';
  for (const [place, { count, lines }] of quoted) {
    const geometry = geometryOf(place, shapes);
    if (!geometry) continue;
    const more = count > lines.length ? [`… and ${count - lines.length} more`] : [];
    kml += placemark(nameOf(place), [...noteOf(place), ...lines, ...more], geometry, '', {
      id: place.id,
      kind: place.kind,
      mentions: count,
      source: place.source,
      licence: LICENCE,
    });
  }
  return kml;
}

function eventsOf(atlas: Atlas, documents: readonly DocumentFile[], shapes: Shapes, selection: Selection): string {
  let kml = '';
  for (const row of eventRows(atlas, documents, selection)) {
    const { event, place } = row;
    const geometry = place && geometryOf(place, shapes, true);
    if (!geometry) continue;
    kml += placemark(
      `${event.kind}: ${nameOf(place)}`,
      [`“${row.passage}” (${cited(row)})`],
      geometry,
      timeOf(row.from, row.to),
      {
        id: row.id,
        kind: event.kind,
        date: event.date,
        placeRole: event.placeRole,
        placeConfidence: row.placeConfidence,
        factuality: event.factuality,
        actors: event.actors.join('; '),
        figures: figuresLine(event),
        attributedTo: row.speaker,
        speakerId: row.speakerId,
        document: row.document.id,
        source: sourceLine(row.document),
        url: row.document.url,
        licence: LICENCE,
      },
    );
  }
  return kml;
}

const nameOf = (place: AtlasPlace) => [place.names.en?.[0], place.names.ar?.[0]].filter(Boolean).join(' · ');
const noteOf = (place: AtlasPlace) => [place.note.en, place.usage].filter((line): line is string => Boolean(line));
const cited = (row: Quotation) => `${row.speaker ?? 'the article'}; ${sourceLine(row.document)}`;

function placemark(
  name: string,
  paragraphs: readonly string[],
  geometry: GeoJSON.Geometry,
  time: string,
  data: Readonly<Record<string, string | number | null>>,
): string {
  const fields = Object.entries(data)
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]) => `<Data name="${escapeXml(key)}">${element('value', String(value))}</Data>`)
    .join('');
  return `<Placemark>${element('name', name)}${element('description', htmlText(paragraphs.join('\n')))}${time}<ExtendedData>${fields}</ExtendedData>${geometryKml(geometry)}</Placemark>\n`;
}

/** Readers of KML take a description for HTML: text is escaped once for that, and once more for the file. */
function htmlText(text: string): string {
  return escapeXml(text).replaceAll('\n', '<br>');
}

function element(name: string, content: string): string {
  return `<${name}>${escapeXml(content)}</${name}>`;
}

function timeOf(from: string | null, to: string | null): string {
  if (from === null || to === null || !/^\d{4}-/.test(from) || !/^\d{4}-/.test(to)) return '';
  if (from === to) return `<TimeStamp><when>${from}</when></TimeStamp>`;
  return `<TimeSpan><begin>${from}</begin><end>${to}</end></TimeSpan>`;
}

function geometryKml(geometry: GeoJSON.Geometry): string {
  const many = (parts: readonly string[]) => `<MultiGeometry>${parts.join('')}</MultiGeometry>`;
  switch (geometry.type) {
    case 'Point':
      return `<Point>${coordinates([geometry.coordinates])}</Point>`;
    case 'LineString':
      return `<LineString><tessellate>1</tessellate>${coordinates(geometry.coordinates)}</LineString>`;
    case 'Polygon': {
      const [outer = [], ...holes] = geometry.coordinates;
      const ring = (side: string, positions: readonly GeoJSON.Position[]) =>
        `<${side}BoundaryIs><LinearRing>${coordinates(positions)}</LinearRing></${side}BoundaryIs>`;
      return `<Polygon><tessellate>1</tessellate>${ring('outer', outer)}${holes.map((hole) => ring('inner', hole)).join('')}</Polygon>`;
    }
    case 'MultiPoint':
      return many(geometry.coordinates.map((part) => geometryKml({ type: 'Point', coordinates: part })));
    case 'MultiLineString':
      return many(geometry.coordinates.map((part) => geometryKml({ type: 'LineString', coordinates: part })));
    case 'MultiPolygon':
      return many(geometry.coordinates.map((part) => geometryKml({ type: 'Polygon', coordinates: part })));
    case 'GeometryCollection':
      return many(geometry.geometries.map(geometryKml));
  }
}

function coordinates(positions: readonly GeoJSON.Position[]): string {
  return `<coordinates>${positions.map(([lon, lat]) => `${lon},${lat}`).join(' ')}</coordinates>`;
}
