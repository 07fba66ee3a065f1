import { PLACE_KINDS, type Place, type PlaceKind } from '../model/place.ts';
import {
  FORMAT_VERSION,
  GEOMETRIES,
  hashKey,
  MAGIC,
  NO_COORDINATE,
  PLACE_WORDS,
  POSTING_WORDS,
  SEAT,
  SECTIONS,
} from './layout.ts';

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
  const headerWords = 4 + SECTIONS.length * 2;
  if (buffer.byteLength < headerWords * 4)
    throw new Error(
      `gazetteer index: ${buffer.byteLength} bytes are too few; build it again with "mawdi gazetteer compile"`,
    );
  const header = new Int32Array(buffer, 0, headerWords);
  if (header[0] !== MAGIC)
    throw new Error(
      'gazetteer index: this is not a gazetteer index (wrong first bytes); build it with "mawdi gazetteer compile"',
    );
  if (header[1] !== FORMAT_VERSION)
    throw new Error(
      `gazetteer index: version ${header[1]}, but this program reads version ${FORMAT_VERSION}; build it again with "mawdi gazetteer compile"`,
    );
  if (header[2] !== buffer.byteLength)
    throw new Error(
      `gazetteer index: ${buffer.byteLength} bytes instead of ${header[2]}: the file is damaged or cut short; build it again`,
    );
  const section = (name: (typeof SECTIONS)[number]) => {
    const at = 4 + SECTIONS.indexOf(name) * 2;
    const start = header[at] ?? 0;
    const length = header[at + 1] ?? 0;
    const width = name === 'stringUnits' ? 2 : 4;
    if (start < headerWords * 4 || length < 0 || start + length * width > buffer.byteLength)
      throw new Error(`gazetteer index: section ${name} lies outside the file: it is damaged; build it again`);
    return { start, length };
  };
  const words = (name: (typeof SECTIONS)[number]) => {
    const { start, length } = section(name);
    return new Int32Array(buffer, start, length);
  };
  const places = words('places');
  const lists = words('lists');
  const table = words('table');
  const postings = words('postings');
  const stringOffsets = words('stringOffsets');
  const unitsAt = section('stringUnits');
  const units = new Uint16Array(buffer, unitsAt.start, unitsAt.length);
  const slots = table.length / 3;
  const size = header[3] ?? 0;
  if (size * PLACE_WORDS !== places.length || (slots & (slots - 1)) !== 0 || slots === 0)
    throw new Error('gazetteer index: the sections do not fit together: it is damaged; build it again');

  const string = (index: number): string => {
    const start = stringOffsets[index] ?? 0;
    const end = stringOffsets[index + 1] ?? start;
    let text = '';
    for (let at = start; at < end; at++) text += String.fromCharCode(units[at] ?? 0);
    return text;
  };
  const first = (key: string): number => {
    const [low, high] = hashKey(key);
    let slot = (low >>> 0) & (slots - 1);
    for (let probes = 0; probes < slots; probes++) {
      const posting = table[slot * 3 + 2] ?? -1;
      if (posting === -1) return -1;
      if (table[slot * 3] === low && table[slot * 3 + 1] === high) return posting;
      slot = (slot + 1) & (slots - 1);
    }
    return -1;
  };
  const lookUp = (key: string): readonly Posting[] => {
    let at = first(key);
    if (at < 0) return NONE;
    const found: Posting[] = [];
    for (;;) {
      const flags = postings[at * POSTING_WORDS + 2] ?? 0;
      found.push({
        place: postings[at * POSTING_WORDS] ?? 0,
        name: string(postings[at * POSTING_WORDS + 1] ?? 0),
        flags: flags & 0x7fffffff,
      });
      if (flags >= 0) return found;
      at++;
    }
  };
  const word = (place: number, offset: number) => places[place * PLACE_WORDS + offset] ?? 0;
  const coordinate = (value: number) => (value === NO_COORDINATE ? null : value / 1e6);
  const kind = (place: number): PlaceKind => PLACE_KINDS[word(place, 1) & 0xff] ?? 'other';
  const pairs = (place: number) => {
    const found: [string, string][] = [];
    for (let at = word(place, 8); at < word(place, 9); at += 2)
      found.push([string(lists[at] ?? 0), string(lists[at + 1] ?? 0)]);
    return found;
  };
  const parentIds = (place: number) => {
    const found: string[] = [];
    for (let at = word(place, 9); at < word(place, 10); at++) found.push(string(lists[at] ?? 0));
    return found;
  };
  const indexOf = (id: string) => {
    const at = first(`#${id}`);
    return at < 0 ? -1 : (postings[at * POSTING_WORDS] ?? -1);
  };
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
    longest(text) {
      const at = first(`>${text}`);
      return at < 0 ? 1 : (postings[at * POSTING_WORDS] ?? 1);
    },
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
        id: string(word(index, 0)),
        kind: kind(index),
        geometry: GEOMETRIES[(word(index, 1) >> 8) & 0xff] ?? 'point',
        lat: coordinate(word(index, 2)),
        lon: coordinate(word(index, 3)),
        rank: (word(index, 1) >> 16) & 0xff,
        seat: (word(index, 1) & SEAT) !== 0,
        population: word(index, 4),
        country: string(word(index, 5)),
        period: string(word(index, 6)),
        source: string(word(index, 7)),
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
    rank: (index) => (word(index, 1) >> 16) & 0xff,
    seat: (index) => (word(index, 1) & SEAT) !== 0,
    population: (index) => word(index, 4),
    lat: (index) => coordinate(word(index, 2)),
    lon: (index) => coordinate(word(index, 3)),
    country: (index) => string(word(index, 5)),
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
