import type { Atlas, DocumentFile } from '../core/model/atlas.ts';
import { NO_DAY } from '../core/model/atlas.ts';
import { SENSES } from '../core/model/mention.ts';

/** The geometry of a place's shape, where it has one. */
export type Shapes = ReadonlyMap<string, GeoJSON.Geometry>;

export interface Layers {
  readonly places: GeoJSON.FeatureCollection;
  readonly mentions: GeoJSON.FeatureCollection;
  readonly events: GeoJSON.FeatureCollection;
}

/** RFC 7946 layers of an atlas: every place, mention and event, those without a location with a null geometry. `documents` in the atlas's order. */
export function toGeoJson(atlas: Atlas, documents: readonly DocumentFile[], shapes: Shapes): Layers {
  const counts = new Int32Array(atlas.places.length);
  const passages: Set<string>[] = atlas.places.map(() => new Set());
  const { mentions } = atlas;
  mentions.place.forEach((place, row) => {
    if (place < 0) return;
    counts[place] = (counts[place] ?? 0) + 1;
    passages[place]?.add(passageId(atlas, mentions.document[row] ?? 0, mentions.passage[row] ?? 0));
  });
  return {
    places: collection(
      atlas.places.flatMap((place, index) => {
        if (counts[index] === 0) return [];
        return feature(place.id, geometryOf(atlas, index, shapes), {
          id: place.id,
          kind: place.kind,
          names: place.names,
          period: place.period || null,
          rank: place.rank,
          parents: place.ancestors.map((ancestor) => atlas.places[ancestor]?.id),
          mentions: counts[index],
          passages: [...(passages[index] ?? [])],
          surfaces: place.surfaces,
          note: place.note,
          usage: place.usage || null,
          source: place.source,
        });
      }),
    ),
    mentions: collection(
      mentions.place.map((place, row) => {
        const document = mentions.document[row] ?? 0;
        const start = mentions.start[row] ?? 0;
        const end = mentions.end[row] ?? 0;
        return feature(
          `${atlas.documents[document]?.id}:${start}`,
          place < 0 ? null : geometryOf(atlas, place, shapes, true),
          {
            document: atlas.documents[document]?.id,
            passage: passageId(atlas, document, mentions.passage[row] ?? 0),
            start,
            end,
            surface: documents[document]?.text.slice(start, end),
            placeId: place < 0 ? null : atlas.places[place]?.id,
            name: place < 0 ? null : atlas.places[place]?.names.en?.[0],
            sense: SENSES[mentions.sense[row] ?? 0],
            confidence: (mentions.confidence[row] ?? 0) / 100,
            attributedTo: atlas.speakers[mentions.speaker[row] ?? -1]?.names[0] ?? null,
            from: day(mentions.firstDay[row] ?? NO_DAY),
            to: day(mentions.lastDay[row] ?? NO_DAY),
          },
        );
      }),
    ),
    events: collection(
      atlas.events.map((event) =>
        feature(
          `${atlas.documents[event.document]?.id}:${event.id}`,
          event.place < 0 ? null : geometryOf(atlas, event.place, shapes, true),
          {
            document: atlas.documents[event.document]?.id,
            passage: passageId(atlas, event.document, event.passage),
            start: event.start,
            end: event.end,
            text: documents[event.document]?.text.slice(event.start, event.end),
            kind: event.kind,
            plover: event.plover,
            placeId: atlas.places[event.place]?.id ?? null,
            placeRole: event.placeRole,
            date: event.date,
            actors: event.actors,
            attributedTo: atlas.speakers[event.speaker]?.names[0] ?? null,
            speakerId: atlas.speakers[event.speaker]?.id ?? null,
            figures: event.figures,
            factuality: event.factuality,
            framing: event.framing,
            sameEventAs: atlas.joinedEvents[event.joined]?.id ?? null,
          },
        ),
      ),
    ),
  };
}

const passageId = (atlas: Atlas, document: number, passage: number) => `${atlas.documents[document]?.id}#${passage}`;

/** A place's own shape, or its point; with `light` a point even for areas, so that a thousand mentions do not repeat an outline. */
function geometryOf(atlas: Atlas, index: number, shapes: Shapes, light = false): GeoJSON.Geometry | null {
  const place = atlas.places[index];
  if (!place || place.geometry === 'none') return null;
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

/** ISO date of a day number, null for an undated one. */
function day(number: number): string | null {
  return number === NO_DAY ? null : new Date(number * 86_400_000).toISOString().slice(0, 10);
}
