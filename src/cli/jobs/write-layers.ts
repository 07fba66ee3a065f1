import { closeSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize } from 'node:v8';
import { type Digest, wordsOf } from '../../core/assembly/digest.ts';
import type { Gazetteer } from '../../core/gazetteer/gazetteer.ts';
import { asAnalysis } from '../../core/join-digests.ts';
import { meetingPlace } from '../../core/joining/where-to-look.ts';
import type { Atlas, DocumentFile } from '../../core/model/atlas.ts';
import type { JoinedEvent } from '../../core/model/event.ts';
import { type Shapes, toGeoJson } from '../../formats/geojson.ts';
import { blockAtlas } from './block.ts';
import type { CacheWriter } from './build-cache.ts';
import type { Block } from './gather-blocks.ts';
import type { KeptFamily, KeptFile, KeptLayer } from './kept.ts';
import { LAYER_HEAD, LayerFile } from './layer-file.ts';
import { hashOf } from './site-file.ts';
import type { Staging } from './staging.ts';

const LAYERS = ['mentions', 'events'] as const;

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

export interface WrittenLayers {
  readonly layers: readonly KeptLayer[];
  /** When it is done, all of them are written: what is as it was is still being copied. */
  readonly written: Promise<unknown>;
}

/** Writes the layers of mentions and events block by block; the bytes of a block that has not changed come from the old layer. */
export function writeLayers(work: LayerWork): WrittenLayers {
  const { blocks, staging, data } = work;
  const made = LAYERS.map((name) => new LayerFile(join(staging.folder, data, `${name}.geojson`)));
  const earlier = LAYERS.map((name) => openEarlier(work, `${name}.geojson`));
  const known = new Map<string, readonly [layer: KeptLayer, starts: readonly number[]]>();
  if (earlier.every((file) => file !== null)) {
    const at = LAYERS.map(() => LAYER_HEAD.length);
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
      for (const [at, name] of LAYERS.entries()) made[at]?.addFrom(earlier[at] as number, starts[at] ?? 0, layer[name]);
      return layer;
    }
    const [mentions = 0, events = 0] = featuresOf(block, index, work).map((features, at) =>
      (made[at] as LayerFile).add(LAYERS[at] ?? '', features),
    );
    return { key, mentions, events };
  });
  const written = Promise.all(made.map((file) => file.close())).finally(() => {
    for (const file of earlier) if (file !== null) closeSync(file);
  });
  // it is waited for at the end; until then a failure is not an unhandled one
  written.catch(() => {});
  return { layers, written };
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
      block.inside.value.speakers.map(([id]) => [aliases.get(id), speakerNames.get(aliases.get(id) ?? id)]),
      Object.keys(block.inside.value.families).map((family) => families[family]?.ids[index]),
    ]),
  );

function featuresOf(
  block: Block,
  index: number,
  { families, aliases, speakerNames, cache, gazetteer, shapes }: LayerWork,
) {
  const store = cache.block(block.key);
  const digests = store.digests.map((bytes) => deserialize(bytes) as Digest);
  const atlas = blockAtlas(digests, block.files(), store.translations, gazetteer(), aliases);
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
