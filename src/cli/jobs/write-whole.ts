import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlaceTable } from '../../core/assembly/place-table.ts';
import { SpeakerTable } from '../../core/assembly/speaker-table.ts';
import { ownLines } from '../../core/correction/own-places.ts';
import { isStateIn } from '../../core/join-digests.ts';
import { speakerAliases } from '../../core/joining/speaker-aliases.ts';
import type { AtlasPlace, AtlasSpeaker } from '../../core/model/atlas.ts';
import type { AtlasHead, PackedBlock, PackedJoined, PackedNames } from '../../core/model/atlas-file.ts';
import type { Correction, OwnGeometry } from '../../core/model/correction.ts';
import { packRows } from '../../core/packing/packed-rows.ts';
import { unpackAtlas } from '../../core/packing/read-atlas.ts';
import { speakerGlosser } from '../../core/speaker-glosses.ts';
import { placeFeature, type Shapes } from '../../formats/geojson.ts';
import { geoJsonFaults } from '../../formats/validate-geojson.ts';
import { placeShapes, shapeBounds, writeBaseMap, writeShapes } from '../base-map.ts';
import { builtBaseMap } from '../built-base-map.ts';
import { writeStories } from '../write-stories.ts';
import { joinFamilies } from './join-families.ts';
import type { KeptFamily, KeptFile, KeptWhole } from './kept.ts';
import { LayerFile } from './layer-file.ts';
import { contentName, writeSiteFile } from './site-file.ts';
import { listFiles } from './staging.ts';
import { Stored } from './stored.ts';
import type { WholeWork } from './whole.ts';
import { writeLayers } from './write-layers.ts';

/** A corpus of at most so many documents has its whole atlas in one file, which is read in one go. */
const IN_ONE_FILE = 256;

/** Files of the data that belong to documents, blocks and families; the gazetteer and a built base map are put there apart. */
const OF_SOME = /^(?:atlas|documents|translations|gazetteer)\//;

/** Writes what is made of all documents together. */
export async function writeWhole(work: WholeWork): Promise<Pick<KeptWhole, 'counts' | 'files' | 'inside'>> {
  const { corpus, blocks, staging, data, before } = work;
  const folder = join(staging.folder, data);
  mkdirSync(folder, { recursive: true });
  const aliases = aliasesOf(work);
  const families = joinFamilies(
    blocks,
    aliases,
    work.cache,
    before?.inside.value.families ?? {},
    work.gazetteer,
    staging,
    data,
    (done, all) => work.step('Joining', done, all),
  );
  const { places, speakers } = tables(work, aliases);
  const shapes = shapesOf(work.corrections);
  const { layers, written } = writeLayers({
    ...work,
    families,
    aliases,
    speakerNames: new Map(speakers.map(({ id, names }) => [id, names[0] ?? ''])),
    shapes: () => shapes,
    before: before?.inside.value.layers ?? [],
    files: new Map(before?.files.map((file) => [file.name, file])),
    step: (done, all) => work.step('Layers', done, all),
  });
  await writePlaces(work, places, shapes);
  const names = writeAtlas(work, places, speakers, families);
  writeShapes(
    folder,
    places.map(({ id }) => id),
  );
  const lines = ownLines(work.corrections);
  if (lines.size > 0) addShapes(join(folder, 'shapes.geojson'), places, lines);
  if (builtBaseMap() === null) writeBaseMap(folder);
  writeStories(corpus, folder, work.say);
  await written;
  return {
    counts: {
      documents: sum(blocks.map(({ documents }) => documents)),
      places: places.length,
      mentions: sum(blocks.map(({ mentions }) => mentions)),
      events: sum(Object.values(families).map(({ count }) => count)),
    },
    files: [
      ...listFiles(folder)
        .filter((name) => name === names || !OF_SOME.test(name))
        .map((name) => {
          const { size, mtimeMs } = statSync(join(folder, name));
          return { name, size, mtimeMs };
        }),
      ...familyFiles(families),
    ],
    inside: Stored.of({ layers, families }),
  };
}

const familyFiles = (families: Readonly<Record<string, KeptFamily>>): KeptFile[] =>
  Object.values(families).map(({ file }) => file);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Speakers that some document names by the family name alone. */
const aliasesOf = ({ blocks, gazetteer }: WholeWork) =>
  speakerAliases(
    blocks.flatMap(({ inside }) =>
      inside.value.speakers.flatMap(([speakerId, names]) => names.map((attributedTo) => ({ speakerId, attributedTo }))),
    ),
    isStateIn(gazetteer()),
  );

/** The places and speakers of all blocks, in the order in which the corpus names them. */
function tables(
  { blocks, gazetteer, corrections }: WholeWork,
  aliases: ReadonlyMap<string, string>,
): { places: AtlasPlace[]; speakers: AtlasSpeaker[] } {
  const bounds = shapeBounds();
  for (const [id, line] of ownLines(corrections)) bounds.set(id, boxOf(line));
  const places = new PlaceTable(gazetteer(), (id) => bounds.get(id) ?? null);
  const speakers = new SpeakerTable(aliases);
  for (const block of blocks) {
    for (const { id, surfaces } of block.inside.value.places) {
      places.add(id);
      for (const [surface, times] of surfaces) places.add(id, surface, times);
    }
    speakers.addDocument(
      block.inside.value.speakers.flatMap(([id, names]) =>
        (names.length > 0 ? names : ['']).map((name) => [id, name] as const),
      ),
    );
  }
  return { places: places.finish(), speakers: speakers.list(speakerGlosser(gazetteer())) };
}

/** Gives the name of the file that has the names of places and speakers, where the atlas lies in parts. */
function writeAtlas(
  { told, blocks, staging, data }: WholeWork,
  places: readonly AtlasPlace[],
  speakers: readonly AtlasSpeaker[],
  families: Readonly<Record<string, KeptFamily>>,
): string | null {
  const names: PackedNames = { places: packRows(places), speakers: packRows(speakers) };
  const read = <Part>({ name }: KeptFile) => JSON.parse(readFileSync(staging.pathOf(data + name), 'utf8')) as Part;
  if (sum(blocks.map(({ documents }) => documents)) <= IN_ONE_FILE) {
    const joined = familyFiles(families).map((file) => read<PackedJoined>(file));
    const packed = blocks.map(({ file }) => read<PackedBlock>(file));
    writeSiteFile(staging, data, 'atlas.json', JSON.stringify(unpackAtlas(told, names, packed, joined)));
    return null;
  }
  const content = JSON.stringify(names);
  const head: AtlasHead = {
    format: 'mawdi-atlas',
    version: 2,
    ...told,
    names: writeSiteFile(staging, data, `atlas/${contentName(content)}.json`, content).name,
    blocks: blocks.map(({ file }) => file.name),
    joined: familyFiles(families).map(({ name }) => name),
  };
  writeSiteFile(staging, data, 'atlas.json', JSON.stringify(head));
  return head.names;
}

async function writePlaces(
  { blocks, staging, data }: WholeWork,
  places: readonly AtlasPlace[],
  shapes: Shapes,
): Promise<void> {
  const counts = new Map<string, number>();
  const passages = new Map<string, string[]>();
  for (const block of blocks)
    for (const place of block.inside.value.places) {
      if (place.mentions === 0) continue;
      counts.set(place.id, (counts.get(place.id) ?? 0) + place.mentions);
      const known = passages.get(place.id);
      if (known) known.push(place.passages);
      else passages.set(place.id, [place.passages]);
    }
  const layer = new LayerFile(join(staging.folder, data, 'places.geojson'));
  for (const place of places) {
    const mentions = counts.get(place.id);
    if (mentions === undefined) continue;
    const feature = placeFeature(place, places, { mentions, passages: [] }, shapes);
    const faults = geoJsonFaults({ type: 'FeatureCollection', features: [feature] });
    if (faults.length > 0) throw new Error(`layer places is not valid GeoJSON: ${faults.join('; ')}`);
    const [head = '', tail = ''] = JSON.stringify(feature).split(/"passages":\[\](.*)/s);
    layer.addText(`${head}"passages":[${passages.get(place.id)?.join(',')}]${tail}`);
  }
  await layer.close();
}

type Line = Extract<OwnGeometry, { type: 'LineString' }>;

const geometryOf = ({ coordinates }: Line): GeoJSON.LineString => ({
  type: 'LineString',
  coordinates: coordinates.map((position) => [...position]),
});

function shapesOf(corrections: readonly Correction[]): Shapes {
  const shapes = placeShapes();
  for (const [id, line] of ownLines(corrections)) shapes.set(id, geometryOf(line));
  return shapes;
}

function boxOf({ coordinates }: Line): [number, number, number, number] {
  const lons = coordinates.map(([lon]) => lon);
  const lats = coordinates.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** Adds the lines that corrections drew to the shapes of a site. */
function addShapes(path: string, places: readonly AtlasPlace[], lines: ReadonlyMap<string, Line>): void {
  const collection = JSON.parse(readFileSync(path, 'utf8')) as GeoJSON.FeatureCollection;
  for (const { id, kind } of places) {
    const line = lines.get(id);
    if (!line) continue;
    const properties = { id, kind, precision: 'drawn', source: 'A correction of this corpus' };
    collection.features.push({ type: 'Feature', id, properties, geometry: geometryOf(line) });
  }
  writeFileSync(path, `${JSON.stringify(collection)}\n`);
}
