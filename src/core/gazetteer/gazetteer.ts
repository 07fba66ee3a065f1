import { PLACE_KINDS, type Place, type PlaceKind } from '../model/place.ts';
import {
  FLAGS_AT,
  FORMAT_VERSION,
  GEOMETRIES,
  HEADER_WORDS,
  hashKey,
  MAGIC,
  MAX_NAMES,
  MAX_PLACES,
  NO_COORDINATE,
  NUMBER_OF_ID,
  numberOfId,
  PARENTS_AT,
  PLACE,
  PLACE_WORDS,
  POSTING_WORDS,
  SECTIONS,
  type Section,
  TRAIT,
} from './layout.ts';
import { readString } from './packed-strings.ts';

/** One name of one place under a key. */
export interface Posting {
  /** Index of the place. */
  readonly place: number;
  /** The name as the source spells it. */
  readonly name: string;
  /** Bits of NAME. */
  readonly flags: number;
}

/** A gazetteer that is read where it lies: opening it costs nothing, asking it a hash and a comparison. */
export interface Gazetteer {
  readonly size: number;
  /** Postings of a folded name (`foldName`); empty when unknown. */
  find(folded: string): readonly Posting[];
  /** Postings of a folded demonym. */
  findPeople(folded: string): readonly Posting[];
  /** Postings of a sound key (`phoneticNameKey`). */
  findSound(key: string): readonly Posting[];
  /** How many words the longest name has that starts with this folded word; 1 if none is longer. */
  longest(word: string): number;
  /** Index of a place by id, -1 when unknown. */
  indexOf(id: string): number;
  place(index: number): Place;
  note(index: number): Readonly<Record<string, string>>;
  usage(index: number): string;
  kind(index: number): PlaceKind;
  rank(index: number): number;
  seat(index: number): boolean;
  population(index: number): number;
  lat(index: number): number | null;
  lon(index: number): number | null;
  country(index: number): string;
  /** Indices of all places that it lies in. */
  ancestors(index: number): readonly number[];
}

const NONE: readonly Posting[] = [];
/** Answers kept, found or not: words come again and again. */
const MAX_KEPT = 100_000;

/**
 * Opens an index made by `compileGazetteer`. Throws an Error that says what is wrong and what to do when the buffer is
 * not one, is of another version, or is cut short.
 */
export function openGazetteer(buffer: ArrayBuffer): Gazetteer {
  const { size, places, lists, buckets, postings, strings } = sectionsOf(buffer);
  const mask = buckets.length - 2;
  const string = (start: number): string => readString(strings, start);

  /** Calls back with each posting of a key until it is told to stop. */
  const each = (key: string, visit: (posting: number) => boolean) => {
    const [low, high] = hashKey(key);
    const bucket = low & mask;
    const end = Math.min((buckets[bucket + 1] ?? 0) * POSTING_WORDS, postings.length);
    for (let at = (buckets[bucket] ?? end) * POSTING_WORDS; at < end; at += POSTING_WORDS)
      if (postings[at] === high && !visit(at)) return;
  };
  const placeAt = (posting: number) => (postings[posting + 1] ?? 0) & (MAX_PLACES - 1);
  const lookUp = (key: string): readonly Posting[] => {
    let found: Posting[] | null = null;
    each(key, (at) => {
      found ??= [];
      found.push({
        place: placeAt(at),
        name: string(postings[at + 2] ?? 0),
        flags: (postings[at + 1] ?? 0) >>> FLAGS_AT,
      });
      return true;
    });
    return found ?? NONE;
  };
  const firstPlace = (key: string, otherwise: number): number => {
    let found = otherwise;
    each(key, (at) => {
      found = placeAt(at);
      return false;
    });
    return found;
  };
  const word = (place: number, field: number) => places[place * PLACE_WORDS + field] ?? 0;
  const trait = (place: number, from: number) => (word(place, PLACE.traits) >>> from) & 0xff;
  const coordinate = (value: number) => ((value | 0) === NO_COORDINATE ? null : (value | 0) / 1e6);
  const kind = (place: number): PlaceKind => PLACE_KINDS[trait(place, TRAIT.kind)] ?? 'other';
  const seat = (place: number) => (trait(place, TRAIT.seat) & 1) === 1;
  const idOf = (place: number) => string(word(place, PLACE.id));
  /** Countries, periods and sources: few strings, asked for again and again. */
  const originCache = new Map<number, string>();
  const origin = (place: number, nth: number) => {
    const start = lists[word(place, PLACE.origin) + nth] ?? 0;
    let known = originCache.get(start);
    if (known === undefined) {
      known = string(start);
      originCache.set(start, known);
    }
    return known;
  };
  const source = (place: number) => origin(place, 2).replace(NUMBER_OF_ID, () => numberOfId(idOf(place)));
  const pairs = (place: number) => {
    const start = word(place, PLACE.lists);
    const count = (lists[start] ?? 0) & MAX_NAMES;
    const found: [string, string][] = [];
    for (let at = start + 1; at < start + 1 + count * 2; at += 2)
      found.push([string(lists[at] ?? 0), string(lists[at + 1] ?? 0)]);
    return found;
  };
  const parentIds = (place: number): string[] => {
    const start = word(place, PLACE.lists);
    const counts = lists[start] ?? 0;
    const first = start + 1 + (counts & MAX_NAMES) * 2;
    return Array.from(lists.subarray(first, first + (counts >>> PARENTS_AT)), string);
  };
  const indexOf = (id: string) => firstPlace(`#${id}`, -1);
  const placeCache = new Map<number, Place>();
  const ancestorCache = new Map<number, readonly number[]>();
  const findCache = new Map<string, readonly Posting[]>();

  const gazetteer: Gazetteer = {
    size,
    find(folded) {
      const known = findCache.get(folded);
      if (known) return known;
      const found = lookUp(folded);
      if (findCache.size < MAX_KEPT) findCache.set(folded, found);
      return found;
    },
    findPeople: (folded) => lookUp(`@${folded}`),
    findSound: (key) => (key === '' ? NONE : lookUp(`~${key}`)),
    longest: (text) => firstPlace(`>${text}`, 1),
    indexOf,
    place(index) {
      const known = placeCache.get(index);
      if (known) return known;
      const names: Record<string, string[]> = {};
      for (const [language, text] of pairs(index)) {
        if (language === 'usage' || language.startsWith('note_')) continue;
        names[language] ??= [];
        names[language].push(text);
      }
      const place: Place = {
        id: idOf(index),
        kind: kind(index),
        geometry: GEOMETRIES[trait(index, TRAIT.geometry)] ?? 'point',
        lat: coordinate(word(index, PLACE.lat)),
        lon: coordinate(word(index, PLACE.lon)),
        rank: trait(index, TRAIT.rank),
        seat: seat(index),
        population: word(index, PLACE.population),
        country: origin(index, 0),
        period: origin(index, 1),
        source: source(index),
        names,
        parents: parentIds(index),
      };
      if (placeCache.size < 50_000) placeCache.set(index, place);
      return place;
    },
    note: (index) =>
      Object.fromEntries(
        pairs(index)
          .filter(([language]) => language.startsWith('note_'))
          .map(([language, text]) => [language.slice(5), text]),
      ),
    usage: (index) => pairs(index).find(([language]) => language === 'usage')?.[1] ?? '',
    kind,
    rank: (index) => trait(index, TRAIT.rank),
    seat,
    population: (index) => word(index, PLACE.population),
    lat: (index) => coordinate(word(index, PLACE.lat)),
    lon: (index) => coordinate(word(index, PLACE.lon)),
    country: (index) => origin(index, 0),
    ancestors(index) {
      const known = ancestorCache.get(index);
      if (known) return known;
      const found: number[] = [];
      const queue = parentIds(index);
      while (queue.length > 0) {
        const parent = indexOf(queue.shift() ?? '');
        if (parent < 0 || parent === index || found.includes(parent)) continue;
        found.push(parent);
        queue.push(...parentIds(parent));
      }
      if (ancestorCache.size < 50_000) ancestorCache.set(index, found);
      return found;
    },
  };
  return gazetteer;
}

/** The sections of an index as views, after its head has been checked. */
function sectionsOf(buffer: ArrayBuffer) {
  if (buffer.byteLength < HEADER_WORDS * 4)
    throw new Error(
      `gazetteer index: ${buffer.byteLength} bytes are too few; build it again with "mawdi gazetteer compile"`,
    );
  const header = new Uint32Array(buffer, 0, HEADER_WORDS);
  if (header[0] !== MAGIC)
    throw new Error(
      'gazetteer index: this is not a gazetteer index (wrong first bytes); build it with "mawdi gazetteer compile"',
    );
  if (header[1] !== FORMAT_VERSION)
    throw new Error(
      `gazetteer index: version ${header[1]}, but this program reads version ${FORMAT_VERSION}; build it again with "mawdi gazetteer compile", or add it again with "mawdi gazetteer add"`,
    );
  if (header[2] !== buffer.byteLength)
    throw new Error(
      `gazetteer index: ${buffer.byteLength} bytes instead of ${header[2]}: the file is damaged or cut short; build it again`,
    );
  const section = <View>(
    name: Section,
    width: number,
    view: new (buffer: ArrayBuffer, start: number, length: number) => View,
  ) => {
    const at = 4 + SECTIONS.indexOf(name) * 2;
    const start = header[at] ?? 0;
    const length = header[at + 1] ?? 0;
    if (start < HEADER_WORDS * 4 || start % 4 !== 0 || start + length * width > buffer.byteLength)
      throw new Error(`gazetteer index: section ${name} lies outside the file: it is damaged; build it again`);
    return new view(buffer, start, length);
  };
  const words = (name: Section) => section(name, 4, Uint32Array);
  const found = {
    size: header[3] ?? 0,
    places: words('places'),
    lists: words('lists'),
    buckets: words('buckets'),
    postings: words('postings'),
    strings: section('strings', 1, Uint8Array),
  };
  const slots = found.buckets.length - 1;
  if (found.size * PLACE_WORDS !== found.places.length || slots < 1 || (slots & (slots - 1)) !== 0)
    throw new Error('gazetteer index: the sections do not fit together: it is damaged; build it again');
  return found;
}
