import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize } from 'node:v8';
import { type Digest, wordsOf } from '../../core/assembly/digest.ts';
import type { Gazetteer } from '../../core/gazetteer/gazetteer.ts';
import { asAnalysis } from '../../core/join-digests.ts';
import { meetingPlace } from '../../core/joining/where-to-look.ts';
import type { Atlas, DocumentFile } from '../../core/model/atlas.ts';
import type { JoinedEvent } from '../../core/model/event.ts';
import { type Shapes, toGeoJson } from '../../formats/geojson.ts';
import { geoJsonFaults } from '../../formats/validate-geojson.ts';
import { blockAtlas } from './block.ts';
import type { CacheWriter } from './build-cache.ts';
import type { Block } from './gather-blocks.ts';
import type { KeptFamily, KeptFile, KeptLayer } from './kept.ts';
import { hashOf } from './site-file.ts';
import type { Staging } from './staging.ts';
import { TextFile } from './text-file.ts';

const LAYERS = ['mentions', 'events'] as const;
/** Bytes that are copied at a time, through one buffer. */
const CHUNK_BYTES = 1 << 20;
let chunk: Buffer | null = null;
const HEAD = '{"type":"FeatureCollection","features":[';

export interface LayerWork {
  readonly blocks: readonly Block[];
  readonly families: Readonly<Record<string, KeptFamily>>;
  readonly aliases: ReadonlyMap<string, string>;
  /** The fullest name of each speaker over the whole corpus. */
  readonly speakerNames: ReadonlyMap<string, string>;
  readonly cache: CacheWriter;
  readonly gazetteer: () => Gazetteer;
  readonly shapes: () => Shapes;
  readonly staging: Staging;
  readonly data: string;
  /** What the last build wrote, in order; its files, if they are as they were. */
  readonly before: readonly KeptLayer[];
  readonly files: ReadonlyMap<string, KeptFile>;
  readonly step: (done: number, all: number) => void;
}

/** Writes the layers of mentions and events block by block; the bytes of a block that has not changed come from the old layer. */
export function writeLayers(work: LayerWork): KeptLayer[] {
  const { blocks, staging, data } = work;
  const made = LAYERS.map((name) => new LayerFile(join(staging.folder, data, `${name}.geojson`)));
  const earlier = LAYERS.map((name) => openEarlier(work, `${name}.geojson`));
  const known = new Map<string, readonly [layer: KeptLayer, starts: readonly number[]]>();
  if (earlier.every((file) => file !== null)) {
    const at = LAYERS.map(() => HEAD.length);
    for (const layer of work.before) {
      known.set(layer.key, [layer, [...at]]);
      for (const [index, name] of LAYERS.entries()) at[index] = (at[index] ?? 0) + layer[name];
    }
  }
  const layers = blocks.map((block, index): KeptLayer => {
    const key = layerKey(
      block,
      index,
      made.map(({ isEmpty }) => isEmpty),
      work,
    );
    const kept = known.get(key);
    work.step(index + 1, blocks.length);
    if (kept) {
      const [layer, starts] = kept;
      for (const [at, name] of LAYERS.entries()) made[at]?.copy(earlier[at] as number, starts[at] ?? 0, layer[name]);
      return layer;
    }
    const [mentions = 0, events = 0] = featuresOf(block, index, work).map((features, at) =>
      (made[at] as LayerFile).add(LAYERS[at] ?? '', features),
    );
    return { key, mentions, events };
  });
  for (const file of made) file.close();
  for (const file of earlier) if (file !== null) closeSync(file);
  return layers;
}

function openEarlier({ staging, data, files }: LayerWork, name: string): number | null {
  const file = files.get(name);
  const path = join(staging.target, data, name);
  const stat = statSync(path, { throwIfNoEntry: false });
  return file && stat?.size === file.size && stat.mtimeMs === file.mtimeMs ? openSync(path, 'r') : null;
}

/** Changes with anything that the features of a block are made of. The first features of a layer have no comma before them. */
const layerKey = (
  block: Block,
  index: number,
  first: readonly boolean[],
  { speakerNames, aliases, families }: LayerWork,
) =>
  hashOf(
    JSON.stringify([
      first,
      block.key,
      block.speakers.map(([id]) => [aliases.get(id), speakerNames.get(aliases.get(id) ?? id)]),
      Object.keys(block.families).map((family) => families[family]?.ids[index]),
    ]),
  );

function featuresOf(
  block: Block,
  index: number,
  { families, aliases, speakerNames, cache, gazetteer, shapes }: LayerWork,
) {
  const store = cache.block(block.key);
  const digests = store.digests.map((bytes) => deserialize(bytes) as Digest);
  const atlas = blockAtlas(digests, block.files, store.translations, gazetteer(), aliases);
  const idsOf = new Map(
    Object.entries(families).map(([family, { ids }]) => [family, (ids[index] ?? '').split(' ').values()]),
  );
  const joinedIds = atlas.events.map(({ kind }) => idsOf.get(meetingPlace(kind))?.next().value ?? '');
  const whole: Atlas = {
    ...atlas,
    speakers: atlas.speakers.map(({ id, aliases: also, names }) => ({
      id,
      aliases: also,
      names: [speakerNames.get(id) ?? names[0] ?? ''].filter(Boolean),
    })),
    events: atlas.events.map((event, at) => ({ ...event, joined: at })),
    joinedEvents: joinedIds.map((id) => ({ id }) as JoinedEvent),
  };
  const { mentions, events } = toGeoJson(whole, digests.map(quotable), shapes());
  return [mentions.features, events.features];
}

/** A document as far as a layer quotes it. */
function quotable(digest: Digest): DocumentFile {
  const analysis = asAnalysis(digest);
  // only `slice` is asked of the text, at offsets that the digest knows
  return { text: wordsOf(digest) as unknown as string, analysis };
}

/** A layer that is checked and written in pieces. */
export class LayerFile {
  private readonly file: TextFile;
  private empty = true;
  get isEmpty(): boolean {
    return this.empty;
  }
  constructor(path: string) {
    this.file = new TextFile(path);
    this.file.write(HEAD);
  }

  /** Writes features; gives the number of bytes, with the comma before them. */
  add(name: string, features: readonly GeoJSON.Feature[]): number {
    if (features.length === 0) return 0;
    const faults = geoJsonFaults({ type: 'FeatureCollection', features });
    if (faults.length > 0) throw new Error(`layer ${name} is not valid GeoJSON: ${faults.join('; ')}`);
    return this.addText(JSON.stringify(features).slice(1, -1));
  }

  /** Writes features that are JSON already. */
  addText(text: string): number {
    const content = `${this.empty ? '' : ','}${text}`;
    this.empty = false;
    this.file.write(content);
    return Buffer.byteLength(content);
  }

  copy(from: number, start: number, bytes: number): void {
    if (bytes === 0) return;
    this.empty = false;
    chunk ??= Buffer.allocUnsafe(CHUNK_BYTES);
    for (let at = 0; at < bytes; ) {
      const read = readSync(from, chunk, 0, Math.min(chunk.length, bytes - at), start + at);
      if (read === 0) throw new Error('a layer of the old site was cut short while it was read');
      this.file.writeBytes(chunk.subarray(0, read));
      at += read;
    }
  }

  close(): void {
    this.file.write(']}');
    this.file.close();
  }
}
