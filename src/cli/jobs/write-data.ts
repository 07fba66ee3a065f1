import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assembleDigests, type CorpusText } from '../../core/assemble.ts';
import { type Digest, wordsOf } from '../../core/assembly/digest.ts';
import { ownLines } from '../../core/correction/own-places.ts';
import type { Gazetteer } from '../../core/gazetteer/gazetteer.ts';
import { asAnalysis } from '../../core/join-digests.ts';
import type { Atlas, DocumentFile, MentionColumns } from '../../core/model/atlas.ts';
import type { Correction, OwnGeometry } from '../../core/model/correction.ts';
import type { JoinedEvent } from '../../core/model/event.ts';
import { type Shapes, toGeoJson } from '../../formats/geojson.ts';
import { geoJsonFaults } from '../../formats/validate-geojson.ts';
import { placeShapes, shapeBounds, writeBaseMap, writeShapes } from '../base-map.ts';
import { TextFile, writeJson } from './json-file.ts';

/** Documents whose features are made, checked and written together. */
const DOCUMENTS_AT_A_TIME = 50;

/** Writes all that the site keeps of a corpus but the documents themselves: the atlas (as `finish` completes it), the layers, the shapes. */
export function writeData(
  data: string,
  corpus: CorpusText,
  digests: readonly Digest[],
  joined: readonly JoinedEvent[],
  gazetteer: Gazetteer,
  corrections: readonly Correction[],
  /** What is added to the atlas before it is written: the translations of its documents. */
  finish: (atlas: Atlas) => Atlas,
): Atlas {
  const lines = ownLines(corrections);
  const bounds = shapeBounds();
  for (const [id, line] of lines) bounds.set(id, boxOf(line));
  const atlas = finish(assembleDigests(corpus, digests, joined, gazetteer, (id) => bounds.get(id) ?? null));
  const shapes = placeShapes();
  for (const [id, line] of lines) shapes.set(id, geometryOf(line));
  writeLayers(data, atlas, digests, shapes);
  const file = new TextFile(join(data, 'atlas.json'));
  writeJson(file, atlas);
  file.close();
  writeShapes(
    data,
    atlas.places.map(({ id }) => id),
  );
  if (lines.size > 0) addShapes(join(data, 'shapes.geojson'), atlas, lines);
  writeBaseMap(data);
  return atlas;
}

/** Writes the layers a few documents at a time; together they are what `toGeoJson` makes of the whole. */
function writeLayers(data: string, atlas: Atlas, digests: readonly Digest[], shapes: Shapes): void {
  const mentions = new LayerFile(data, 'mentions');
  const events = new LayerFile(data, 'events');
  const named = new Map<string, GeoJSON.Feature>();
  for (const part of inParts(atlas)) {
    const files = new Map(part.documents.map((index) => [index, quotable(digests[index] as Digest)]));
    const documents = { length: digests.length } as DocumentFile[];
    for (const [index, file] of files) documents[index] = file;
    const layers = toGeoJson(part.atlas, documents, shapes);
    mentions.add(layers.mentions.features);
    events.add(layers.events.features);
    for (const place of layers.places.features) {
      const known = named.get(String(place.id))?.properties;
      if (known) {
        known.mentions += place.properties?.mentions;
        known.passages.push(...(place.properties?.passages ?? []));
      } else named.set(String(place.id), place);
    }
  }
  mentions.close();
  events.close();
  const places = new LayerFile(data, 'places');
  for (const { id } of atlas.places) {
    const place = named.get(id);
    if (place) places.add([place]);
  }
  places.close();
}

/** A document as far as a layer quotes it. */
function quotable(digest: Digest): DocumentFile {
  const analysis = asAnalysis(digest);
  // only `slice` is asked of the text, at offsets that the digest knows
  return { text: wordsOf(digest) as unknown as string, analysis };
}

/** The atlas in pieces of a few documents, each with its own mentions and events. */
function* inParts(atlas: Atlas): Generator<{ atlas: Atlas; documents: number[] }> {
  const { mentions, events } = atlas;
  let row = 0;
  let event = 0;
  for (let first = 0; first < atlas.documents.length; first += DOCUMENTS_AT_A_TIME) {
    const end = Math.min(first + DOCUMENTS_AT_A_TIME, atlas.documents.length);
    const [firstRow, firstEvent] = [row, event];
    while (row < mentions.document.length && (mentions.document[row] ?? 0) < end) row++;
    while (event < events.length && (events[event]?.document ?? 0) < end) event++;
    const columns = Object.fromEntries(
      Object.entries(mentions).map(([name, column]) => [name, column.slice(firstRow, row)]),
    );
    yield {
      atlas: { ...atlas, mentions: columns as unknown as MentionColumns, events: events.slice(firstEvent, event) },
      documents: Array.from({ length: end - first }, (_, at) => first + at),
    };
  }
}

/** A layer that is checked and written in pieces. */
class LayerFile {
  private readonly file: TextFile;
  private first = true;
  constructor(
    data: string,
    private readonly name: string,
  ) {
    this.file = new TextFile(join(data, `${name}.geojson`));
    this.file.write('{"type":"FeatureCollection","features":[');
  }

  add(features: readonly GeoJSON.Feature[]): void {
    if (features.length === 0) return;
    const faults = geoJsonFaults({ type: 'FeatureCollection', features });
    if (faults.length > 0) throw new Error(`layer ${this.name} is not valid GeoJSON: ${faults.join('; ')}`);
    this.file.write(`${this.first ? '' : ','}${JSON.stringify(features).slice(1, -1)}`);
    this.first = false;
  }

  close(): void {
    this.file.write(']}');
    this.file.close();
  }
}

type Line = Extract<OwnGeometry, { type: 'LineString' }>;

const geometryOf = ({ coordinates }: Line): GeoJSON.LineString => ({
  type: 'LineString',
  coordinates: coordinates.map((position) => [...position]),
});

function boxOf({ coordinates }: Line): [number, number, number, number] {
  const lons = coordinates.map(([lon]) => lon);
  const lats = coordinates.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** Adds the lines that corrections drew to the shapes of a site. */
function addShapes(path: string, atlas: Atlas, lines: ReadonlyMap<string, Line>): void {
  const collection = JSON.parse(readFileSync(path, 'utf8')) as GeoJSON.FeatureCollection;
  for (const { id, kind } of atlas.places) {
    const line = lines.get(id);
    if (!line) continue;
    const properties = { id, kind, precision: 'drawn', source: 'A correction of this corpus' };
    collection.features.push({ type: 'Feature', id, properties, geometry: geometryOf(line) });
  }
  writeFileSync(path, `${JSON.stringify(collection)}\n`);
}
