import type { Atlas, AtlasPlace, DocumentFile } from '../core/model/atlas.ts';
import { eventRows, LICENCE, mentionRows, type Quotation, type Selection } from './atlas-rows.ts';

/** The geometry of a place's shape, where it has one. */
export type Shapes = ReadonlyMap<string, GeoJSON.Geometry>;

export interface Layers {
  readonly places: GeoJSON.FeatureCollection;
  readonly mentions: GeoJSON.FeatureCollection;
  readonly events: GeoJSON.FeatureCollection;
}

export interface LayerOptions {
  readonly selection?: Selection;
  /** Whether mentions and events carry the whole passage, its source and licence, to stand alone outside the site. */
  readonly quoted?: boolean;
}

/**
 * RFC 7946 layers of an atlas: every selected mention and event and the places of the mentions, those without a location
 * with a null geometry. `documents` in the atlas's order.
 */
export function toGeoJson(
  atlas: Atlas,
  documents: readonly DocumentFile[],
  shapes: Shapes,
  { selection = {}, quoted = false }: LayerOptions = {},
): Layers {
  const named = new Map<AtlasPlace, { mentions: number; passages: Set<string> }>();
  const quote = (row: Quotation, place: AtlasPlace | null) =>
    quoted
      ? {
          quotation: row.passage,
          documentTitle: row.document.title,
          documentDate: row.document.date,
          source: row.document.source,
          url: row.document.url,
          placeSource: place?.source ?? null,
          licence: LICENCE,
        }
      : {};
  const mentions: GeoJSON.Feature[] = [];
  for (const row of mentionRows(atlas, documents, selection)) {
    const { place } = row;
    if (place) {
      const counted = named.get(place) ?? { mentions: 0, passages: new Set() };
      counted.mentions++;
      counted.passages.add(row.passageId);
      named.set(place, counted);
    }
    mentions.push(
      feature(row.id, place && geometryOf(place, shapes, true), {
        document: row.document.id,
        passage: row.passageId,
        start: row.start,
        end: row.end,
        surface: row.surface,
        placeId: place?.id ?? null,
        name: place ? place.names.en?.[0] : null,
        sense: row.sense,
        confidence: row.confidence,
        attributedTo: row.speaker,
        speakerId: row.speakerId,
        speakerName: row.speakerName,
        from: row.from,
        to: row.to,
        ...quote(row, place),
      }),
    );
  }
  const events: GeoJSON.Feature[] = [];
  for (const row of eventRows(atlas, documents, selection)) {
    const { event, place } = row;
    events.push(
      feature(row.id, place && geometryOf(place, shapes, true), {
        document: row.document.id,
        passage: row.passageId,
        start: row.start,
        end: row.end,
        text: row.text,
        kind: event.kind,
        plover: event.plover,
        placeId: place?.id ?? null,
        placeRole: event.placeRole,
        date: event.date,
        actors: event.actors,
        attributedTo: row.speaker,
        speakerId: row.speakerId,
        speakerName: row.speakerName,
        figures: event.figures,
        factuality: event.factuality,
        framing: event.framing,
        sameEventAs: atlas.joinedEvents[event.joined]?.id ?? null,
        ...quote(row, place),
      }),
    );
  }
  const places = atlas.places.flatMap((place) => {
    const counted = named.get(place);
    if (!counted) return [];
    const { mentions, passages } = counted;
    const found = placeFeature(place, atlas.places, { mentions, passages: [...passages] }, shapes);
    return quoted ? { ...found, properties: { ...found.properties, licence: LICENCE } } : found;
  });
  return { places: collection(places), mentions: collection(mentions), events: collection(events) };
}

/** A place with how often it is mentioned and where. `places` are those that its ancestors point at. */
export function placeFeature(
  place: AtlasPlace,
  places: readonly AtlasPlace[],
  { mentions, passages }: { readonly mentions: number; readonly passages: readonly string[] },
  shapes: Shapes,
): GeoJSON.Feature {
  return feature(place.id, geometryOf(place, shapes), {
    id: place.id,
    kind: place.kind,
    names: place.names,
    period: place.period || null,
    rank: place.rank,
    parents: place.ancestors.map((ancestor) => places[ancestor]?.id),
    mentions,
    passages,
    surfaces: place.surfaces,
    note: place.note,
    usage: place.usage || null,
    source: place.source,
  });
}

/** A place's own shape, or its point; with `light` a point even for areas, so that a thousand mentions do not repeat an outline. */
export function geometryOf(place: AtlasPlace, shapes: Shapes, light = false): GeoJSON.Geometry | null {
  if (place.geometry === 'none') return null;
  const shape = shapes.get(place.id);
  if (shape && !(light && place.geometry === 'area')) return shape;
  if (place.lat === null || place.lon === null) return null;
  return { type: 'Point', coordinates: [place.lon, place.lat] };
}

function feature(id: string, geometry: GeoJSON.Geometry | null, properties: Record<string, unknown>): GeoJSON.Feature {
  return { type: 'Feature', id, geometry: geometry as GeoJSON.Geometry, properties };
}

function collection(features: GeoJSON.Feature[]): GeoJSON.FeatureCollection {
  return { type: 'FeatureCollection', features };
}
