import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeState, encodeState } from '../../src/app/state/url.ts';
import { cleanLine, cleanText } from '../../src/app/stories/clean-words.ts';
import { freeScreen, stepCamera } from '../../src/app/stories/step-camera.ts';
import { movedStep, parseStory, type Story, storyAddress, textParts, writeStory } from '../../src/app/stories/story.ts';

const textsOf = (words: fc.Arbitrary<string>) =>
  fc.dictionary(fc.constantFrom('en', 'ar'), words, { noNullPrototype: true });
const words = fc.string({ maxLength: 40 });
const titles = textsOf(words.map(cleanLine));
const texts = textsOf(words.map(cleanText));
const id = fc
  .string({ minLength: 1, maxLength: 20 })
  .map(cleanLine)
  .filter((one) => one !== '');
const source = fc.oneof(
  fc.record({ place: id }),
  fc
    .tuple(id, fc.nat(1e6), fc.integer({ min: 1, max: 500 }))
    .map(([document, start, length]) => ({ document, start, end: start + length })),
);
const size = fc.integer({ min: 100, max: 8000 });
const step = fc.record(
  {
    title: titles,
    text: texts,
    state: fc.string({ maxLength: 60 }),
    sources: fc.array(source, { maxLength: 4 }),
    frame: fc.tuple(size, size),
  },
  { requiredKeys: ['title', 'text', 'state', 'sources'], noNullPrototype: true },
);
const story = fc.record({
  format: fc.constant('mawdi-story' as const),
  version: fc.constant(1 as const),
  title: titles,
  steps: fc.array(step, { minLength: 1, maxLength: 5 }),
}) as fc.Arbitrary<Story>;

describe('a story as a file', () => {
  it('comes back as it was saved', () => {
    fc.assert(
      fc.property(story, (one) => {
        expect(parseStory(writeStory(one))).toEqual({ story: one });
      }),
    );
  });

  it('is refused with a reason when it is something else, and never throws', () => {
    fc.assert(fc.property(fc.json(), (text) => void parseStory(text)));
    fc.assert(fc.property(fc.string(), (text) => void parseStory(text)));
    const good = { format: 'mawdi-story', version: 1, title: { en: 'A' }, steps: [{ title: {}, text: {}, state: '' }] };
    const faults: readonly (readonly [unknown, object])[] = [
      [{ ...good, format: 'other' }, { code: 'not-a-story' }],
      [[], { code: 'not-a-story' }],
      [null, { code: 'not-a-story' }],
      [{ ...good, version: 2 }, { code: 'version' }],
      [{ ...good, title: 'A' }, { code: 'bad-title' }],
      [{ ...good, title: { en: 5 } }, { code: 'bad-title' }],
      [{ ...good, steps: [] }, { code: 'no-steps' }],
      [{ ...good, steps: {} }, { code: 'no-steps' }],
      [
        { ...good, steps: [good.steps[0], 5] },
        { code: 'bad-step', step: 2, field: 'step' },
      ],
      [
        { ...good, steps: [{ ...good.steps[0], state: 5 }] },
        { code: 'bad-step', step: 1, field: 'state' },
      ],
      [
        { ...good, steps: [{ ...good.steps[0], sources: [{ document: 'a', start: 5, end: 5 }] }] },
        { code: 'bad-step', step: 1, field: 'sources' },
      ],
      [
        { ...good, steps: [{ ...good.steps[0], frame: [1, 1] }] },
        { code: 'bad-step', step: 1, field: 'frame' },
      ],
      [{ ...good, steps: Array(201).fill(good.steps[0]) }, { code: 'too-large' }],
    ];
    for (const [value, fault] of faults) expect(parseStory(JSON.stringify(value))).toEqual({ fault });
    expect(parseStory('{')).toEqual({ fault: { code: 'not-json' } });
    expect(parseStory(`"${'a'.repeat(2_000_000)}"`)).toEqual({ fault: { code: 'too-large' } });
  });

  it('takes over nothing that it does not know', () => {
    const parsed = parseStory(
      '{"format":"mawdi-story","version":1,"title":{"en":"A","__proto__x":"b"},"steps":[{"title":{},"text":{},"state":"","evil":1}]}',
    );
    expect(parsed).toEqual({ fault: { code: 'bad-title' } });
    const more = parseStory(
      '{"format":"mawdi-story","version":1,"title":{},"more":1,"steps":[{"title":{},"text":{},"state":"","evil":1}]}',
    );
    expect(more).toEqual({
      story: { format: 'mawdi-story', version: 1, title: {}, steps: [{ title: {}, text: {}, state: '', sources: [] }] },
    });
  });

  it('keeps no marks that turn its words, in any of its texts', () => {
    const rows: readonly (readonly [string, string, string])[] = [
      // written | as a title | as a text
      ['the \u202eevil\u202c end', 'the evil end', 'the evil end'],
      ['\u2066a\u2069 \u2067b\u2068', 'a b', 'a b'],
      ['\u202aone\u202b \u202dtwo', 'one two', 'one two'],
      ['  two\nlines\u2028and\rmore ', 'two lines and more', '  two\nlines\nand\nmore '],
      ['a\u0000b\u001bc\td\u0085e', 'a b c d e', 'abc\td\ne'],
      // marks that only stand between letters are part of the writing
      ['می\u200cخواهم 5\u200f%', 'می\u200cخواهم 5\u200f%', 'می\u200cخواهم 5\u200f%'],
      ['قرية 👩\u200d👧', 'قرية 👩\u200d👧', 'قرية 👩\u200d👧'],
    ];
    for (const [written, title, text] of rows) {
      const one = { title: { en: written }, text: { en: written }, state: '' };
      const parsed = parseStory(
        JSON.stringify({ format: 'mawdi-story', version: 1, title: { ar: written }, steps: [one] }),
      );
      expect(parsed).toEqual({
        story: {
          format: 'mawdi-story',
          version: 1,
          title: { ar: title },
          steps: [{ title: { en: title }, text: { en: text }, state: '', sources: [] }],
        },
      });
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (any) => {
        expect(cleanLine(cleanLine(any))).toBe(cleanLine(any));
        expect(cleanText(cleanText(any))).toBe(cleanText(any));
      }),
    );
  });

  it('may lack steps only while it is being made', () => {
    const empty = JSON.stringify({ format: 'mawdi-story', version: 1, title: {}, steps: [] });
    expect(parseStory(empty)).toEqual({ fault: { code: 'no-steps' } });
    expect('story' in parseStory(empty, { unfinished: true })).toBe(true);
  });

  it('is only opened from the folder of the page', () => {
    const base = 'https://example.org/a/atlas/';
    const rows: readonly (readonly [string, string])[] = [
      ['stories/x.json', 'https://example.org/a/atlas/stories/x.json'],
      ['./data/../x.json?v=1', 'https://example.org/a/atlas/x.json?v=1'],
      ['/a/atlas/x.json', 'https://example.org/a/atlas/x.json'],
      ['https://example.org/a/atlas/data/stories/x%20y.json', 'https://example.org/a/atlas/data/stories/x%20y.json'],
    ];
    for (const [address, found] of rows)
      for (const page of [base, `${base}index.html`, `${base}?q=/b/#story=c`])
        expect(storyAddress(address, page), `${address} at ${page}`).toBe(found);
    expect(storyAddress('data/x.json', 'https://example.org/')).toBe('https://example.org/data/x.json');
    for (const address of [
      '/x.json',
      '/data/stories/x.json',
      '../x.json',
      '../../x.json',
      'data/../../x.json',
      '%2e%2e/x.json',
      'data/..%2f..%2f..%2fx.json',
      'data/..%5C..%5C..%5Cx.json',
      '..\\x.json',
      '/a/atlas',
      '/a/atlas-2/x.json',
      'https://example.org/x.json',
      'https://elsewhere.org/x.json',
      '//elsewhere.org/x.json',
      '\\\\elsewhere.org\\x.json',
      'http://example.org/x.json',
      'javascript:alert(1)',
      'data:application/json,{}',
      'blob:https://example.org/1',
      'file:///etc/passwd',
      'https://a:b@example.org/x.json',
      'https://example.org:444/x.json',
    ])
      expect(storyAddress(address, base), address).toBeNull();
  });
});

describe('steps', () => {
  it('change places without being lost', () => {
    fc.assert(
      fc.property(story, fc.nat(6), fc.integer({ min: -1, max: 6 }), ({ steps }, from, to) => {
        const moved = movedStep(steps, from, to);
        expect(moved).toHaveLength(steps.length);
        expect(new Set(moved)).toEqual(new Set(steps));
        if (from < steps.length && to >= 0 && to < steps.length) expect(moved[to]).toBe(steps[from]);
      }),
    );
  });

  it('point at their sources', () => {
    expect(textParts('One [1]. Two [2] [9].', 2)).toEqual([
      { words: 'One ' },
      { source: 1 },
      { words: '. Two ' },
      { source: 2 },
      { words: ' [9].' },
    ]);
    fc.assert(
      fc.property(fc.string(), fc.nat(3), (text, sources) => {
        const back = textParts(text, sources).map((part) => ('words' in part ? part.words : `[${part.source}]`));
        expect(back.join('').length).toBeLessThanOrEqual(text.length);
        if (!/\[0+\d/.test(text)) expect(back.join('')).toBe(text);
      }),
    );
  });

  it('show as much on a small screen, above the card', () => {
    const camera = { lon: 46.5, lat: 39.6, zoom: 9, bearing: 0 };
    // beside the card, on either side of it: what was in the middle stands in the middle of what is free
    const [left, right] = [false, true].map((rtl) => stepCamera(camera, [944, 900], freeScreen(1440, 900, rtl)));
    expect(left!.zoom).toBe(camera.zoom);
    expect(left!.lon).toBeLessThan(camera.lon);
    expect((left!.lon + right!.lon) / 2).toBeCloseTo(camera.lon);
    expect(stepCamera(camera, [1440, 900], freeScreen(720, 450, false)).zoom).toBeCloseTo(8);
    const phone = stepCamera(camera, [1440, 900], freeScreen(390, 844, false));
    expect(phone.zoom).toBeLessThan(9);
    expect(phone.lat).toBeLessThan(39.6);
  });
});

describe('the stories of the sample', () => {
  const root = fileURLToPath(new URL('../../seeds/', import.meta.url));
  const names = readdirSync(`${root}stories`);
  it('are two at least', () => expect(names.length).toBeGreaterThanOrEqual(2));

  for (const name of names)
    it(`${name}: every sentence rests on a source that is there, in both languages`, () => {
      const parsed = parseStory(readFileSync(`${root}stories/${name}`, 'utf8'));
      if (!('story' in parsed)) throw new Error(`${name}: ${parsed.fault.code}`);
      for (const { title, text, state, sources } of [...parsed.story.steps]) {
        for (const lang of ['en', 'ar']) {
          expect(title[lang]).toBeTruthy();
          const sentences = (text[lang] ?? '').split(/(?<=\.)\s+/);
          for (const sentence of sentences) expect(sentence, `${lang}: a source`).toMatch(/\[\d+\]/);
          for (const [, number] of (text[lang] ?? '').matchAll(/\[(\d+)\]/g))
            expect(sources[Number(number) - 1]).toBeDefined();
        }
        for (const one of sources) {
          if ('place' in one) continue;
          const document = readFileSync(`${root}${one.document}.txt`, 'utf8');
          const quote = document.slice(one.start, one.end);
          expect(quote).toHaveLength(one.end - one.start);
          expect(quote).toBe(quote.trim());
          expect(quote).not.toContain('\n');
        }
        // the state says what it says in the form that the explorer writes
        expect(decodeState(encodeState(decodeState(state)))).toEqual(decodeState(state));
        expect(decodeState(state).view).not.toBeNull();
      }
    });
});
