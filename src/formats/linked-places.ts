import type { Atlas, AtlasPlace, DocumentFile } from '../core/model/atlas.ts';
import type { PlaceKind } from '../core/model/place.ts';
import {
  type EventRow,
  eventRows,
  LICENCE,
  type MentionRow,
  mentionRows,
  type Quotation,
  type Selection,
  sourceLine,
} from './atlas-rows.ts';
import { geometryOf, type Shapes } from './geojson.ts';

const CONTEXT = 'https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld';
/** Terms of ours beside those of the format: what a passage says of a place, and who says it. */
const OWN_TERMS = {
  mawdi: 'urn:mawdi:',
  attestations: { '@id': 'mawdi:attestation', '@container': '@set' },
  events: { '@id': 'mawdi:event', '@container': '@set' },
};

/**
 * Concepts of the Getty Art & Architecture Thesaurus by our kinds of place, after the list of feature types that is
 * published with the Linked Places format (June 2023). A kind that has none there goes by its own name alone.
 */
const TYPES: Partial<Record<PlaceKind, readonly [identifier: string, label: string]>> = {
  country: ['aat:300128207', 'nation'],
  'polity-historical': ['aat:300417385', 'polity'],
  region: ['aat:300182722', 'region (geographic)'],
  state: ['aat:300000774', 'province'],
  district: ['aat:300000705', 'district'],
  city: ['aat:300008389', 'city'],
  village: ['aat:300008372', 'village'],
  neighbourhood: ['aat:300000745', 'neighborhood'],
  river: ['aat:300008707', 'river'],
  lake: ['aat:300008680', 'lake'],
  sea: ['aat:300008694', 'sea'],
  ocean: ['aat:300008687', 'ocean'],
  gulf: ['aat:300132315', 'gulf'],
  canal: ['aat:300006075', 'canal'],
  island: ['aat:300008791', 'island'],
  mountain: ['aat:300008795', 'mountain'],
  range: ['aat:300386831', 'mountain range'],
  pass: ['aat:300259572', 'pass'],
  valley: ['aat:300008761', 'valley'],
  desert: ['aat:300008916', 'desert'],
  road: ['aat:300008217', 'road'],
  railway: ['aat:300008591', 'railroad'],
  port: ['aat:300120599', 'port'],
  airport: ['aat:300000681', 'airport'],
  base: ['aat:300000455', 'military base'],
};

/**
 * Linked Places (LPF 1.1), GeoJSON and JSON-LD at once: each selected place with its names, kind, period, what it lies
 * in, the spellings of the corpus with the documents that have them, and every passage with its speaker and sureness.
 * Coordinates in WGS 84. A place without a location has an empty list of geometries.
 */
export function toLinkedPlaces(
  atlas: Atlas,
  documents: readonly DocumentFile[],
  shapes: Shapes,
  selection: Selection = {},
): string {
  const mentions = groupByPlace(mentionRows(atlas, documents, selection));
  const events = groupByPlace(eventRows(atlas, documents, selection));
  const features = atlas.places
    .filter((place) => mentions.has(place) || events.has(place))
    .map((place) => feature(atlas, place, shapes, mentions.get(place) ?? [], events.get(place) ?? []));
  return JSON.stringify({
    type: 'FeatureCollection',
    '@context': [CONTEXT, OWN_TERMS],
    title: atlas.title,
    license: LICENCE,
    features,
  });
}

function groupByPlace<Row extends { readonly place: AtlasPlace | null }>(rows: Iterable<Row>): Map<AtlasPlace, Row[]> {
  const groups = new Map<AtlasPlace, Row[]>();
  for (const row of rows) {
    if (!row.place) continue;
    const group = groups.get(row.place);
    if (group) group.push(row);
    else groups.set(row.place, [row]);
  }
  return groups;
}

const placeUri = (id: string) => `urn:mawdi:place:${encodeURIComponent(id)}`;

function feature(
  atlas: Atlas,
  place: AtlasPlace,
  shapes: Shapes,
  mentions: readonly MentionRow[],
  events: readonly EventRow[],
) {
  const when = whenOf(place.period);
  const geometry = geometryOf(place, shapes);
  const type = TYPES[place.kind];
  const geonames = /^gn(\d+)$/.exec(place.id)?.[1] ?? /GeoNames (\d+)/.exec(place.source)?.[1];
  return {
    '@id': placeUri(place.id),
    type: 'Feature',
    properties: {
      title: place.names.en?.[0] ?? place.id,
      ccodes: /^[A-Z]{2}$/.test(place.country) ? [place.country] : [],
      kind: place.kind,
      mentions: mentions.length,
      source: place.source,
      license: LICENCE,
    },
    ...(when ? { when } : {}),
    names: namesOf(place, mentions),
    types: [
      {
        ...(type ? { identifier: type[0], label: type[1] } : { label: place.kind }),
        sourceLabels: [{ label: place.kind, lang: 'en' }],
      },
    ],
    geometry: {
      type: 'GeometryCollection',
      geometries: geometry
        ? [
            {
              ...geometry,
              certainty: place.geometry === 'point' ? 'certain' : 'less-certain',
              citations: [{ label: place.source || 'Mawdi gazetteer' }],
            },
          ]
        : [],
    },
    ...(geonames ? { links: [{ type: 'closeMatch', identifier: `https://www.geonames.org/${geonames}` }] } : {}),
    relations: place.ancestors.slice(0, 1).flatMap((index) => {
      const parent = atlas.places[index];
      return parent
        ? [
            {
              relationType: 'gvp:broaderPartitive',
              relationTo: placeUri(parent.id),
              label: `in ${parent.names.en?.[0] ?? parent.id}`,
            },
          ]
        : [];
    }),
    descriptions: Object.entries(place.note).map(([lang, value]) => ({ value, lang })),
    attestations: mentions.map((row) => ({
      ...attested(row),
      surface: row.surface,
      sense: row.sense,
      confidence: row.confidence,
    })),
    events: events.map((row) => ({
      ...attested(row),
      kind: row.event.kind,
      date: row.event.date,
      placeRole: row.event.placeRole,
      placeConfidence: row.placeConfidence,
      factuality: row.event.factuality,
      actors: row.event.actors,
      figures: row.event.figures,
    })),
  };
}

function attested(row: Quotation & { readonly id: string; readonly from: string | null; readonly to: string | null }) {
  return {
    '@id': `urn:mawdi:passage:${encodeURIComponent(row.id)}`,
    value: row.passage,
    lang: row.document.lang,
    start: row.start,
    end: row.end,
    attributedTo: row.speaker,
    ...(row.from && row.to ? { when: { timespans: [{ start: { in: row.from }, end: { in: row.to } }] } } : {}),
    citations: [citation(row)],
  };
}

function citation({ document }: Quotation) {
  return {
    label: sourceLine(document),
    '@id': document.url ?? `urn:mawdi:document:${encodeURIComponent(document.id)}`,
  };
}

/** Names of the gazetteer, then the spellings of the corpus with the documents that have them. The format wants a citation for one at least. */
function namesOf(place: AtlasPlace, mentions: readonly MentionRow[]) {
  const recorded = Object.entries(place.names).flatMap(([lang, names]) =>
    names.map((toponym) => ({ toponym, lang, citations: [{ label: place.source || 'Mawdi gazetteer' }] })),
  );
  const written = new Map<string, Map<string, MentionRow>>();
  for (const row of mentions) {
    if (row.sense === 'demonym') continue;
    const found = written.get(row.surface) ?? new Map<string, MentionRow>();
    if (!found.has(row.document.id)) found.set(row.document.id, row);
    written.set(row.surface, found);
  }
  const known = new Set(recorded.map(({ toponym }) => toponym));
  return [
    ...recorded,
    ...[...written]
      .filter(([surface]) => !known.has(surface))
      .map(([toponym, rows]) => ({
        toponym,
        lang: [...rows.values()][0]?.document.lang ?? 'und',
        citations: [...rows.values()].map(citation),
      })),
  ];
}

/** `1923/1991`, `1991/`, `/1991` as the format's time spans, which must have a start. */
function whenOf(period: string) {
  const [from = '', to] = period.split('/');
  const start = from === '' || from === '..' ? null : from;
  const end = to === undefined || to === '' || to === '..' ? null : to;
  if (!start) return end ? { timespans: [{ start: { latest: end }, end: { in: end } }], label: `until ${end}` } : null;
  return { timespans: [{ start: { in: start }, ...(to === undefined ? {} : end ? { end: { in: end } } : {}) }] };
}
