import { PLACE_KINDS } from '../model/place.ts';
import { foldName } from '../text/fold.ts';
import { phoneticNameKey } from '../text/phonetic.ts';
import { Column } from './column.ts';
import { type Entry, NAME } from './entry.ts';
import {
  FLAGS_AT,
  GEOMETRIES,
  hashKey,
  MAX_NAMES,
  MAX_PLACES,
  NO_COORDINATE,
  NUMBER_OF_ID,
  numberOfId,
  PARENTS_AT,
  TRAIT,
} from './layout.ts';
import { StringWriter } from './packed-strings.ts';
import { type Parts, writeIndex } from './write-index.ts';

/** How many words of a long name are looked for at most. */
const MAX_WORDS = 12;

/**
 * Compiles entries into the binary index that `openGazetteer` reads. Deterministic: the same entries in the same order
 * give the same bytes. Cost and memory grow with the number of names and no faster; entries are drawn one by one and
 * not kept. Throws a RangeError for more than 16,777,216 places.
 */
export function compileGazetteer(entries: Iterable<Entry>): ArrayBuffer {
  const compiler = new Compiler();
  for (const entry of entries) compiler.add(entry);
  return writeIndex(compiler.finish());
}

class Compiler {
  private count = 0;
  private readonly strings = new StringWriter();
  private readonly places = new Column(Uint32Array);
  private readonly lists = new Column(Uint32Array);
  private readonly low = new Column(Uint32Array);
  private readonly high = new Column(Uint32Array);
  private readonly owner = new Column(Uint32Array);
  private readonly name = new Column(Uint32Array);
  private readonly origins = new Map<string, number>();
  private readonly firstWords = new Map<string, number>();

  add(entry: Entry): void {
    const place = this.count++;
    if (place >= MAX_PLACES)
      throw new RangeError(`more than ${MAX_PLACES} places in one gazetteer: split it into several`);
    // an origin lies in the lists too, before the place's own
    const origin = this.origin(entry);
    const lists = this.lists.length;
    const names = namesOf(entry);
    const parents = entry.parents.slice(0, MAX_NAMES);
    this.lists.push(names.length | (parents.length << PARENTS_AT));
    for (const text of [...names.flat(), ...parents]) this.lists.push(this.strings.add(text));
    for (const word of [
      this.strings.add(entry.id),
      (PLACE_KINDS.indexOf(entry.kind) << TRAIT.kind) |
        (GEOMETRIES.indexOf(entry.geometry) << TRAIT.geometry) |
        (entry.rank << TRAIT.rank) |
        (entry.seat ? 1 << TRAIT.seat : 0),
      entry.lat === null ? NO_COORDINATE : Math.round(entry.lat * 1e6),
      entry.lon === null ? NO_COORDINATE : Math.round(entry.lon * 1e6),
      entry.population,
      origin,
      lists,
    ])
      this.places.push(word);
    for (const id of new Set([entry.id, ...(entry.aliases ?? [])])) this.addKey(`#${id}`, place, '', 0);
    this.addNames(entry, place);
  }

  finish(): Parts {
    for (const [word, length] of this.firstWords) this.addKey(`>${word}`, length, '', 0);
    const { strings, places, lists, low, high, owner, name } = this;
    return { strings: strings.bytes, places, lists, keys: { low, high, owner, name } };
  }

  private origin({ id, country, period, source }: Entry): number {
    const number = numberOfId(id);
    const shared = number === '' ? source : source.replace(number, NUMBER_OF_ID);
    const key = JSON.stringify([country, period, shared]);
    const known = this.origins.get(key);
    if (known !== undefined) return known;
    const at = this.lists.length;
    for (const text of [country, period, shared]) this.lists.push(this.strings.add(text));
    this.origins.set(key, at);
    return at;
  }

  private addNames(entry: Entry, place: number): void {
    const seen = new Set<string>();
    for (const { text, flags } of entry.keys) {
      const folded = foldName(text);
      if (folded === '') continue;
      const people = (flags & (NAME.demonym | NAME.people)) !== 0;
      const spelt = people ? `@${folded}` : folded;
      if (seen.has(spelt)) continue;
      seen.add(spelt);
      this.addKey(spelt, place, text, flags);
      if (people) continue;
      const words = folded.split(' ');
      if (words.length > 1) {
        const first = words[0] ?? '';
        if ((this.firstWords.get(first) ?? 1) < words.length)
          this.firstWords.set(first, Math.min(words.length, MAX_WORDS));
        if (words.length <= 3) this.addKey(words.join(''), place, text, flags | NAME.joined);
      }
      if (!/\p{Script=Arabic}/u.test(folded)) continue;
      const sound = phoneticNameKey(folded);
      const soundKey = `~${sound}`;
      if (sound === '' || seen.has(soundKey)) continue;
      seen.add(soundKey);
      this.addKey(soundKey, place, text, flags | NAME.sound);
    }
  }

  private addKey(key: string, place: number, text: string, flags: number): void {
    const [low, high] = hashKey(key);
    this.low.push(low);
    this.high.push(high);
    this.owner.push(place | (flags << FLAGS_AT));
    this.name.push(this.strings.add(text));
  }
}

/** What is shown of a place in a language: its names, then notes and the usage of its names under keys of their own. */
function namesOf({ names, note, usage }: Entry): [string, string][] {
  const found = Object.entries(names).flatMap(([language, texts]) =>
    texts.map((text): [string, string] => [language, text]),
  );
  for (const [language, text] of Object.entries(note)) found.push([`note_${language}`, text]);
  if (usage) found.push(['usage', usage]);
  return found.slice(0, MAX_NAMES);
}
