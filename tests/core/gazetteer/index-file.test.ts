import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileGazetteer } from '../../../src/core/gazetteer/compile.ts';
import { type Entry, NAME } from '../../../src/core/gazetteer/entry.ts';
import { openGazetteer } from '../../../src/core/gazetteer/gazetteer.ts';
import { PLACE_KINDS } from '../../../src/core/model/place.ts';
import { foldName } from '../../../src/core/text/fold.ts';
import { SMALL_ENTRIES, smallGazetteer } from '../small-gazetteer.ts';

const arabicWord = fc.string({ unit: fc.constantFrom(...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'), minLength: 2, maxLength: 7 });
const name = fc.array(arabicWord, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

const entry = (index: number): fc.Arbitrary<Entry> =>
  fc
    .record({
      kind: fc.constantFrom(...PLACE_KINDS),
      geometry: fc.constantFrom('point' as const, 'line' as const, 'area' as const, 'none' as const),
      located: fc.boolean(),
      lat: fc.integer({ min: -900_000, max: 900_000 }).map((value) => value / 10_000),
      lon: fc.integer({ min: -1_800_000, max: 1_800_000 }).map((value) => value / 10_000),
      rank: fc.integer({ min: 1, max: 9 }),
      population: fc.nat(2_000_000_000),
      ar: fc.array(name, { minLength: 1, maxLength: 3 }),
      en: fc.string({ minLength: 1, maxLength: 20 }),
      seat: fc.boolean(),
      usage: fc.string({ maxLength: 30 }),
      note: fc.string({ minLength: 1, maxLength: 30 }),
      demonym: arabicWord,
      parent: fc.nat(Math.max(0, index - 1)),
    })
    .map(({ located, lat, lon, ar, en, note, demonym, parent, ...rest }) => ({
      ...rest,
      id: `place-${index}`,
      aliases: [`gn${index}`],
      lat: located ? lat : null,
      lon: located ? lon : null,
      names: { ar, en: [en] },
      parents: index === 0 ? [] : [`place-${parent}`],
      country: 'XX',
      period: '1991/2023',
      source: 'made up',
      note: { en: note },
      keys: [...ar.map((text) => ({ text, flags: NAME.preferred })), { text: demonym, flags: NAME.demonym }],
    }));

const entries = fc
  .integer({ min: 0, max: 25 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => entry(index))));

describe('gazetteer index', () => {
  it('gives back what went in', () => {
    fc.assert(
      fc.property(entries, (given) => {
        const gazetteer = openGazetteer(compileGazetteer(given));
        expect(gazetteer.size).toBe(given.length);
        given.forEach((place, index) => {
          const { keys, note, usage, aliases, ...plain } = place;
          for (const id of [place.id, ...(aliases ?? [])]) expect(gazetteer.indexOf(id)).toBe(index);
          const found = gazetteer.place(index);
          expect({ ...found, lat: null, lon: null }).toEqual({ ...plain, lat: null, lon: null });
          if (place.lat === null) expect(found.lat).toBeNull();
          else expect(found.lat).toBeCloseTo(place.lat, 5);
          if (place.lon === null) expect(found.lon).toBeNull();
          else expect(found.lon).toBeCloseTo(place.lon, 5);
          expect(gazetteer.note(index)).toEqual(note);
          expect(gazetteer.usage(index)).toBe(usage);
          for (const { text, flags } of keys) {
            const folded = foldName(text);
            const postings = flags & NAME.demonym ? gazetteer.findPeople(folded) : gazetteer.find(folded);
            expect(
              postings.map((posting) => posting.place),
              text,
            ).toContain(index);
            if (!(flags & NAME.demonym))
              expect(gazetteer.longest(folded.split(' ')[0] ?? '')).toBeGreaterThanOrEqual(folded.split(' ').length);
          }
        });
      }),
    );
  });

  it('is the same twice', () => {
    expect(new Uint8Array(compileGazetteer(SMALL_ENTRIES))).toEqual(new Uint8Array(compileGazetteer(SMALL_ENTRIES)));
  });

  it('knows nothing of names that were not put in', () => {
    for (const unknown of ['', ' ', 'لا مكان', '__proto__', 'constructor'])
      expect(smallGazetteer.find(unknown)).toEqual([]);
    expect(smallGazetteer.indexOf('nowhere')).toBe(-1);
    expect(smallGazetteer.longest('لا')).toBe(1);
  });

  it('finds a name written as one word, a demonym apart from a name, and a name by sound', () => {
    const ids = (postings: readonly { place: number }[]) => postings.map(({ place }) => smallGazetteer.place(place).id);
    expect(ids(smallGazetteer.find(foldName('قرهباغ')))).toContain('nagorno-karabakh');
    expect(ids(smallGazetteer.find(foldName('أذربيجاني')))).toEqual([]);
    expect(ids(smallGazetteer.findPeople(foldName('أذربيجاني')))).toEqual(['azerbaijan']);
    expect(ids(smallGazetteer.find('طرابلس'))).toEqual(['tripoli-lebanon', 'tripoli-libya']);
  });

  it('follows parents all the way up, nearest first, and survives a circle', () => {
    const ids = smallGazetteer
      .ancestors(smallGazetteer.indexOf('stepanakert'))
      .map((place) => smallGazetteer.place(place).id);
    expect(ids).toEqual(['nagorno-karabakh', 'azerbaijan', 'caucasus']);
    const [first, second] = [SMALL_ENTRIES[0], SMALL_ENTRIES[1]] as [Entry, Entry];
    const circle = openGazetteer(
      compileGazetteer([
        { ...first, parents: [second.id] },
        { ...second, parents: [first.id] },
      ]),
    );
    expect(circle.ancestors(0)).toEqual([1]);
  });
});

describe('a buffer that is no index', () => {
  const whole = compileGazetteer(SMALL_ENTRIES);
  const changed = (word: number, value: number) => {
    const copy = whole.slice(0);
    new Int32Array(copy)[word] = value;
    return copy;
  };

  it.each<[string, ArrayBuffer, RegExp]>([
    ['nothing', new ArrayBuffer(0), /0 bytes are too few.*mawdi gazetteer compile/],
    ['a few bytes', new ArrayBuffer(30), /30 bytes are too few/],
    [
      'something else',
      new TextEncoder().encode('<!doctype html>'.repeat(100)).buffer as ArrayBuffer,
      /not a gazetteer index/,
    ],
    ['another version', changed(1, 99), /version 99, but this program reads version \d+; build it again/],
    ['cut short', whole.slice(0, whole.byteLength - 4), /damaged or cut short/],
    ['too long', concat(whole, 4), /damaged or cut short/],
    ['a section outside the file', changed(4, 0x7ffffff0), /section places lies outside the file/],
    ['a section of negative length', changed(5, -1), /section places lies outside the file/],
    ['sections that do not fit', changed(3, 7), /do not fit together/],
  ])('%s is refused with a reason', (_, buffer, message) => {
    expect(() => openGazetteer(buffer)).toThrow(message);
  });

  it('never answers from outside of it, whatever words are damaged', () => {
    fc.assert(
      fc.property(fc.nat(whole.byteLength / 4 - 1), fc.integer(), (word, value) => {
        const copy = changed(word, value);
        try {
          const gazetteer = openGazetteer(copy);
          gazetteer.indexOf('baku');
          gazetteer.longest('باكو');
        } catch (error) {
          expect((error as Error).message).toMatch(/^gazetteer index: /);
        }
      }),
    );
  });
});

function concat(buffer: ArrayBuffer, more: number): ArrayBuffer {
  const longer = new Uint8Array(buffer.byteLength + more);
  longer.set(new Uint8Array(buffer));
  return longer.buffer;
}
