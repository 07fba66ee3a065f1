import { PLACE_KINDS, type PlaceGeometry } from '../model/place.ts';
import { foldName } from '../text/fold.ts';
import { phoneticNameKey } from '../text/phonetic.ts';
import { type Entry, NAME } from './entry.ts';
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

/** A growable column of 32-bit words, so that ten million names need no array of objects. */
class Column {
  private words = new Int32Array(1024);
  length = 0;
  push(word: number): void {
    if (this.length === this.words.length) {
      const grown = new Int32Array(this.words.length * 2);
      grown.set(this.words);
      this.words = grown;
    }
    this.words[this.length++] = word;
  }
  view(): Int32Array {
    return this.words.subarray(0, this.length);
  }
}

/** Strings as UTF-16, each once. */
class StringPool {
  private units = new Uint16Array(4096);
  private length = 0;
  readonly offsets = new Column();
  private readonly known = new Map<string, number>();
  add(text: string): number {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    if (this.length + text.length > this.units.length) {
      const grown = new Uint16Array(Math.max(this.units.length * 2, this.length + text.length));
      grown.set(this.units);
      this.units = grown;
    }
    for (let at = 0; at < text.length; at++) this.units[this.length + at] = text.charCodeAt(at);
    const index = this.offsets.length;
    this.offsets.push(this.length);
    this.length += text.length;
    if (this.known.size < 4_000_000) this.known.set(text, index);
    return index;
  }
  finish(): Uint16Array {
    this.offsets.push(this.length);
    return this.units.subarray(0, this.length);
  }
}

/**
 * Compiles entries into the binary index that `openGazetteer` reads. Deterministic: the same entries in the same order
 * give the same bytes. Memory grows with the number of names (some 40 bytes each beside the strings).
 */
export function compileGazetteer(entries: Iterable<Entry>): ArrayBuffer {
  const strings = new StringPool();
  const places = new Column();
  const lists = new Column();
  // parallel columns of name postings: two hashes of the key, place, name string, flags
  const low = new Column();
  const high = new Column();
  const owner = new Column();
  const name = new Column();
  const flagsColumn = new Column();
  const firstWords = new Map<string, number>();
  strings.add('');
  let count = 0;

  const addKey = (key: string, place: number, text: string, flags: number) => {
    const [a, b] = hashKey(key);
    low.push(a);
    high.push(b);
    owner.push(place);
    name.push(strings.add(text));
    flagsColumn.push(flags);
  };

  for (const entry of entries) {
    const place = count++;
    const namesStart = lists.length;
    for (const [language, texts] of Object.entries(entry.names)) {
      for (const text of texts) {
        lists.push(strings.add(language));
        lists.push(strings.add(text));
      }
    }
    for (const [language, text] of Object.entries(entry.note)) {
      lists.push(strings.add(`note_${language}`));
      lists.push(strings.add(text));
    }
    if (entry.usage) {
      lists.push(strings.add('usage'));
      lists.push(strings.add(entry.usage));
    }
    const parentsStart = lists.length;
    for (const parent of entry.parents) lists.push(strings.add(parent));
    places.push(strings.add(entry.id));
    places.push(
      PLACE_KINDS.indexOf(entry.kind) |
        (GEOMETRIES.indexOf(entry.geometry) << 8) |
        (entry.rank << 16) |
        (entry.seat ? SEAT : 0),
    );
    places.push(entry.lat === null ? NO_COORDINATE : Math.round(entry.lat * 1e6));
    places.push(entry.lon === null ? NO_COORDINATE : Math.round(entry.lon * 1e6));
    places.push(entry.population);
    places.push(strings.add(entry.country));
    places.push(strings.add(entry.period));
    places.push(strings.add(entry.source));
    places.push(namesStart);
    places.push(parentsStart);
    places.push(lists.length);
    for (const id of new Set([entry.id, ...(entry.aliases ?? [])])) addKey(`#${id}`, place, id, 0);

    const seen = new Set<string>();
    for (const key of entry.keys) {
      const folded = foldName(key.text);
      if (folded === '') continue;
      const people = key.flags & (NAME.demonym | NAME.people);
      const spelt = people ? `@${folded}` : folded;
      if (seen.has(spelt)) continue;
      seen.add(spelt);
      addKey(spelt, place, key.text, key.flags);
      if (people) continue;
      const words = folded.split(' ');
      if (words.length > 1) {
        const first = words[0] ?? '';
        if ((firstWords.get(first) ?? 1) < words.length) firstWords.set(first, Math.min(words.length, 12));
        if (words.length <= 3) addKey(words.join(''), place, key.text, key.flags | NAME.joined);
      }
      if (/\p{Script=Arabic}/u.test(folded)) {
        const sound = phoneticNameKey(folded);
        const soundKey = `~${sound}`;
        if (sound !== '' && !seen.has(soundKey)) {
          seen.add(soundKey);
          addKey(soundKey, place, key.text, key.flags | NAME.sound);
        }
      }
    }
  }
  for (const [word, length] of firstWords) addKey(`>${word}`, length, '', 0);

  return assemble(strings, places, lists, {
    low: low.view(),
    high: high.view(),
    owner: owner.view(),
    name: name.view(),
    flags: flagsColumn.view(),
  });
}

interface Postings {
  low: Int32Array;
  high: Int32Array;
  owner: Int32Array;
  name: Int32Array;
  flags: Int32Array;
}

/**
 * Lays an open-addressed table of keys over the postings, the postings of one key together, in the order in which they
 * were added. Three passes over the names, so the cost grows with their number and no faster.
 */
function assemble(strings: StringPool, places: Column, lists: Column, all: Postings): ArrayBuffer {
  const total = all.low.length;
  let slots = 16;
  while (slots < total * 1.4) slots *= 2;
  const table = new Int32Array(slots * 3).fill(-1);
  const slotOf = new Int32Array(total);
  const counts = new Int32Array(slots);
  for (let at = 0; at < total; at++) {
    const low = all.low[at] ?? 0;
    const high = all.high[at] ?? 0;
    let slot = (low >>> 0) & (slots - 1);
    while (counts[slot] !== 0 && (table[slot * 3] !== low || table[slot * 3 + 1] !== high))
      slot = (slot + 1) & (slots - 1);
    table[slot * 3] = low;
    table[slot * 3 + 1] = high;
    slotOf[at] = slot;
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  for (let slot = 0, start = 0; slot < slots; slot++) {
    const count = counts[slot] ?? 0;
    if (count === 0) continue;
    table[slot * 3 + 2] = start;
    start += count;
    counts[slot] = 0;
  }
  const postings = new Int32Array(total * POSTING_WORDS);
  for (let at = 0; at < total; at++) {
    const slot = slotOf[at] ?? 0;
    const nth = counts[slot] ?? 0;
    const row = (table[slot * 3 + 2] ?? 0) + nth;
    counts[slot] = nth + 1;
    postings[row * POSTING_WORDS] = all.owner[at] ?? 0;
    postings[row * POSTING_WORDS + 1] = all.name[at] ?? 0;
    postings[row * POSTING_WORDS + 2] = all.flags[at] ?? 0;
    // the sign bit of the flags says that the key goes on with the next posting
    if (nth > 0) postings[(row - 1) * POSTING_WORDS + 2] = (postings[(row - 1) * POSTING_WORDS + 2] ?? 0) | 0x80000000;
  }
  const units = strings.finish();
  const sections: Record<(typeof SECTIONS)[number], Int32Array | Uint16Array> = {
    places: places.view(),
    lists: lists.view(),
    table,
    postings,
    stringOffsets: strings.offsets.view(),
    stringUnits: units,
  };
  const headerWords = 4 + SECTIONS.length * 2;
  let bytes = headerWords * 4;
  const layout = SECTIONS.map((section) => {
    const start = bytes;
    bytes += Math.ceil(sections[section].byteLength / 4) * 4;
    return { section, start };
  });
  const buffer = new ArrayBuffer(bytes);
  const header = new Int32Array(buffer, 0, headerWords);
  header[0] = MAGIC;
  header[1] = FORMAT_VERSION;
  header[2] = bytes;
  header[3] = places.length / PLACE_WORDS;
  layout.forEach(({ section, start }, index) => {
    header[4 + index * 2] = start;
    header[5 + index * 2] = sections[section].length;
    const source = sections[section];
    if (source instanceof Uint16Array) new Uint16Array(buffer, start, source.length).set(source);
    else new Int32Array(buffer, start, source.length).set(source);
  });
  return buffer;
}

/** The geometry that a kind of place is drawn with. */
export function geometryOf(kind: Entry['kind'], located: boolean): PlaceGeometry {
  if (!located) return 'none';
  switch (kind) {
    case 'corridor':
    case 'road':
    case 'railway':
    case 'river':
    case 'canal':
    case 'range':
    case 'border':
    case 'pass':
      return kind === 'pass' ? 'point' : 'line';
    case 'country':
    case 'region':
    case 'state':
    case 'district':
    case 'lake':
    case 'sea':
    case 'gulf':
    case 'strait':
    case 'ocean':
    case 'desert':
    case 'valley':
    case 'island':
    case 'polity-historical':
    case 'organisation-area':
      return 'area';
    case 'other':
      return 'none';
    default:
      return 'point';
  }
}
