import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assembleDigests, type CorpusText, type Digest, wordsOf } from '../../core/assemble.ts';
import { ownLines } from '../../core/correct.ts';
import type { Gazetteer } from '../../core/gazetteer/gazetteer.ts';
import type { Analysis } from '../../core/model/analysis.ts';
import type { Atlas } from '../../core/model/atlas.ts';
import type { Correction, OwnGeometry } from '../../core/model/correction.ts';
import { join as joinEvents } from '../../core/stages/join.ts';
import { eventFeatures, mentionFeatures, placeFeatures } from '../../formats/geojson.ts';
import { geoJsonFaults } from '../../formats/validate-geojson.ts';
import { placeShapes, shapeBounds, writeBaseMap, writeShapes } from '../base-map.ts';
import { TextFile, writeJson } from './json-file.ts';

/** Features that are checked and written together. */
const FEATURES_AT_A_TIME = 500;

/** Writes all that the site keeps of a corpus but the documents themselves: the atlas, the layers, the shapes. */
export function writeData(
  data: string,
  corpus: CorpusText,
  digests: readonly Digest[],
  gazetteer: Gazetteer,
  corrections: readonly Correction[],
): Atlas {
  const ancestors = (id: string) => {
    const at = gazetteer.indexOf(id);
    return at < 0 ? [] : gazetteer.ancestors(at).map((ancestor) => gazetteer.place(ancestor).id);
  };
  const joined = joinEvents(digests.map(toJoin), { ancestors });
  const lines = ownLines(corrections);
  const bounds = shapeBounds();
  for (const [id, line] of lines) bounds.set(id, boxOf(line));
  const atlas = assembleDigests(corpus, digests, joined, gazetteer, (id) => bounds.get(id) ?? null);
  const shapes = placeShapes();
  for (const [id, line] of lines) shapes.set(id, geometryOf(line));
  const texts = digests.map((digest) => ({ text: lazily(() => wordsOf(digest)) }));
  writeLayer(data, 'places', placeFeatures(atlas, shapes));
  writeLayer(data, 'mentions', mentionFeatures(atlas, texts, shapes));
  writeLayer(data, 'events', eventFeatures(atlas, texts, shapes));
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

/** What the joining of events looks at. */
function toJoin({ document, lang, date, dateBasis, dateEvidence, events }: Digest): Analysis {
  return { id: document.id, lang, date, dateBasis, dateEvidence, passages: [], mentions: [], dates: [], claims: [], events, notices: [] };
}

/** The words of a document are sorted out when they are first asked for, and forgotten when another's are: layers go document by document. */
function lazily(make: () => { slice(start: number, end: number): string }): { slice(start: number, end: number): string } {
  const self = {
    slice(start: number, end: number): string {
      if (current?.self !== self) current = { self, words: make() };
      return current.words.slice(start, end);
    },
  };
  return self;
}
let current: { readonly self: unknown; readonly words: { slice(start: number, end: number): string } } | null = null;

function writeLayer(data: string, name: string, features: Iterable<GeoJSON.Feature>): void {
  const file = new TextFile(join(data, `${name}.geojson`));
  let part: GeoJSON.Feature[] = [];
  let first = true;
  const flush = () => {
    const collection = { type: 'FeatureCollection', features: part };
    const faults = geoJsonFaults(collection);
    if (faults.length > 0) throw new Error(`layer ${name} is not valid GeoJSON: ${faults.join('; ')}`);
    const text = JSON.stringify(part);
    if (part.length > 0) file.write(`${first ? '' : ','}${text.slice(1, -1)}`);
    first = false;
    part = [];
  };
  file.write('{"type":"FeatureCollection","features":[');
  for (const feature of features) if (part.push(feature) === FEATURES_AT_A_TIME) flush();
  if (part.length > 0) flush();
  file.write(']}');
  file.close();
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
