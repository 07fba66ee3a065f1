import type { Feature, FeatureCollection, Position } from 'geojson';
import { ownEntries } from '../core/correction/own-places.ts';
import { combineGazetteers } from '../core/gazetteer/combine.ts';
import { compileGazetteer } from '../core/gazetteer/compile.ts';
import { type Entry, NAME } from '../core/gazetteer/entry.ts';
import { type Gazetteer, openGazetteer } from '../core/gazetteer/gazetteer.ts';
import type { AtlasPlace } from '../core/model/atlas.ts';
import type { Correction } from '../core/model/correction.ts';
import { foldName } from '../core/text/fold.ts';
import { phoneticNameKey } from '../core/text/phonetic.ts';
import type { PlaceSummary } from './analysis-messages.ts';
import { fetchIndex } from './index-file.ts';

/** How many places a search gives. */
const MOST_FOUND = 24;

/** The index of names and the shapes of places that every site holds: fetched once, when they are first needed. */
export class Geography {
  readonly #data: string;
  #index: Promise<ArrayBuffer> | null = null;
  #world: Promise<Gazetteer> | null = null;
  #small: Promise<Gazetteer> | null = null;
  #shapes: Promise<readonly Feature[]> | null = null;

  /** `data` is the address of the site's data folder. */
  constructor(data: string) {
    this.#data = data;
  }

  /** The bytes of the index; `onBytes` is told how many of how many have come. */
  index(onBytes?: (done: number, all: number) => void): Promise<ArrayBuffer> {
    this.#index ??= fetchIndex(this.#data, 'world', onBytes).catch((error: unknown) => {
      this.#index = null;
      throw error;
    });
    return this.#index;
  }

  /** The gazetteer of well-known places, which is there soon; the world's where it has been fetched already. */
  small(): Promise<{ readonly gazetteer: Gazetteer; readonly whole: boolean }> {
    if (this.#world) return this.#world.then((gazetteer) => ({ gazetteer, whole: true }));
    this.#small ??= fetchIndex(this.#data, 'small').then(openGazetteer);
    return this.#small.then(
      (gazetteer) => ({ gazetteer, whole: false }),
      async () => {
        this.#small = null;
        return { gazetteer: await this.world(), whole: true };
      },
    );
  }

  world(): Promise<Gazetteer> {
    this.#world ??= this.index().then(openGazetteer, (error: unknown) => {
      this.#world = null;
      throw error;
    });
    return this.#world;
  }

  /** The world with the places that corrections have added, and those of the site that the world lacks. */
  async with(corrections: readonly Correction[], sitePlaces: readonly AtlasPlace[] = []): Promise<Gazetteer> {
    return withPlaces(await this.world(), corrections, sitePlaces);
  }

  /** The same with the well-known places alone, unless the world is there; `whole` tells which it is. */
  async soon(
    corrections: readonly Correction[],
    sitePlaces: readonly AtlasPlace[],
  ): Promise<{ readonly gazetteer: Gazetteer; readonly whole: boolean }> {
    const { gazetteer, whole } = await this.small();
    return { gazetteer: withPlaces(gazetteer, corrections, sitePlaces), whole };
  }

  shapes(): Promise<readonly Feature[]> {
    this.#shapes ??= fetchShapes(`${this.#data}base/shapes.geojson`);
    return this.#shapes;
  }

  /** The countries that hold a point, by the base map. */
  async countriesAt(lon: number, lat: number): Promise<string[]> {
    const features = await this.shapes();
    return features
      .filter(({ properties, geometry }) => properties?.kind === 'country' && holds(geometry, lon, lat))
      .map(({ id }) => String(id));
  }
}

/** A gazetteer with the places of corrections, and those of a site that it lacks. */
function withPlaces(
  known: Gazetteer,
  corrections: readonly Correction[],
  sitePlaces: readonly AtlasPlace[],
): Gazetteer {
  const own = new Map<string, Entry>(ownEntries(corrections).map((entry) => [entry.id, entry]));
  for (const place of sitePlaces)
    if (!own.has(place.id) && known.indexOf(place.id) < 0) own.set(place.id, entryOf(place, sitePlaces));
  return own.size === 0 ? known : combineGazetteers([known, openGazetteer(compileGazetteer(own.values()))]);
}

/** Without shapes places are still points and names. */
async function fetchShapes(url: string): Promise<readonly Feature[]> {
  const response = await fetch(url);
  return response.ok ? ((await response.json()) as FeatureCollection).features : [];
}

/** A place of the site's atlas that our index does not know (the site was made with a larger one). */
function entryOf(place: AtlasPlace, places: readonly AtlasPlace[]): Entry {
  const { id, kind, geometry, lat, lon, rank, names, country, period, source, note, usage } = place;
  return {
    id,
    kind,
    geometry,
    lat,
    lon,
    rank,
    seat: false,
    population: 0,
    names,
    parents: place.ancestors.flatMap((index) => places[index]?.id ?? []),
    country,
    period,
    source,
    note,
    usage,
    keys: Object.values(names).flatMap((list) =>
      list.map((text, nth) => ({ text, flags: nth === 0 ? NAME.preferred : 0 })),
    ),
  };
}

function holds(geometry: Feature['geometry'], lon: number, lat: number): boolean {
  const polygons =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  return polygons.some((rings) => rings.filter((ring) => ringHolds(ring, lon, lat)).length % 2 === 1);
}

function ringHolds(ring: readonly Position[], lon: number, lat: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi = 0, yi = 0] = ring[i] ?? [];
    const [xj = 0, yj = 0] = ring[j] ?? [];
    if (yi > lat !== yj > lat && lon < ((xj - xi) * (lat - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** What is shown of places to choose from; ids that the gazetteer lacks are left out. */
export function describePlaces(gazetteer: Gazetteer, ids: readonly string[]): PlaceSummary[] {
  return ids.flatMap((id) => {
    const at = gazetteer.indexOf(id);
    if (at < 0) return [];
    const { kind, names, lat, lon, rank } = gazetteer.place(at);
    const path = gazetteer
      .ancestors(at)
      .slice(0, 3)
      .map((ancestor) => gazetteer.place(ancestor).names);
    return [{ id: gazetteer.place(at).id, kind, names, lat, lon, path, rank }];
  });
}

/** The places of a name: those spelt so (with or without the article), then those that sound so; the best known first. */
export function findPlaces(gazetteer: Gazetteer, name: string, corrections: readonly Correction[]): PlaceSummary[] {
  const folded = foldName(name);
  if (folded === '') return [];
  const own = ownEntries(corrections)
    .filter(({ names }) => Object.values(names).some((list) => list.some((one) => foldName(one) === folded)))
    .map(({ id }) => id);
  const spellings = [folded, folded.startsWith('ال') ? folded.slice(2) : `ال${folded}`];
  const byRank = (places: readonly number[]) =>
    [...new Set(places)].sort(
      (a, b) => gazetteer.rank(b) - gazetteer.rank(a) || gazetteer.population(b) - gazetteer.population(a) || a - b,
    );
  const spelt = byRank(
    spellings
      .flatMap((spelling) => [...gazetteer.find(spelling), ...gazetteer.findPeople(spelling)])
      .map(({ place }) => place),
  );
  const heard = byRank(gazetteer.findSound(phoneticNameKey(folded)).map(({ place }) => place));
  const ids = [...spelt, ...heard].map((place) => gazetteer.place(place).id);
  return describePlaces(gazetteer, [...new Set([...own, ...ids])].slice(0, MOST_FOUND));
}
