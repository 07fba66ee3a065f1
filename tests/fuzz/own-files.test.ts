/** Files that a person is handed by somebody else: corrections, and an exported corpus. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../../src/cli/gazetteer-index.ts';
import { analyse } from '../../src/core/analyse.ts';
import { parseEdtf } from '../../src/core/calendar/edtf.ts';
import { applyCorrections } from '../../src/core/correct.ts';
import { ownEntries } from '../../src/core/correction/own-places.ts';
import { combineGazetteers } from '../../src/core/gazetteer/combine.ts';
import { compileGazetteer } from '../../src/core/gazetteer/compile.ts';
import { openGazetteer } from '../../src/core/gazetteer/gazetteer.ts';
import { parseCorrections } from '../../src/formats/corrections.ts';
import { parseCorpusFile } from '../../src/worker/analysis-exchange.ts';

const SEED = 20231120;
const TEXT = 'قال وزير الدفاع في باكو يوم 19 سبتمبر 2023 إن 25 جنديا قتلوا في ستيباناكيرت.\nوعاد الوفد إلى باكو.';
const at = (quote: string) => ({ quote, start: TEXT.indexOf(quote), end: TEXT.indexOf(quote) + quote.length });
const action = fc.constantFrom<object>(
  { type: 'place', placeId: 'yerevan', sense: 'government' },
  {
    type: 'new-place',
    place: { id: 'own:x-1', kind: 'city', names: { ar: ['س'] }, geometry: { type: 'Point', coordinates: [1, 2] } },
  },
  {
    type: 'new-place',
    place: {
      id: 'own:y',
      kind: 'road',
      names: { en: ['y'] },
      geometry: {
        type: 'LineString',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    },
  },
  { type: 'not-a-place' },
  { type: 'date', edtf: '2023-09' },
  { type: 'event', was: 'casualties', kind: 'attack', date: null, attributedTo: 'س', factuality: 'negated' },
  { type: 'not-an-event' },
);
const entry = fc
  .tuple(fc.constantFrom('باكو', 'ستيباناكيرت', '19 سبتمبر 2023', 'قتلوا'), fc.constantFrom('here', 'corpus'), action)
  .map(([quote, scope, made]) => ({ document: 'a', ...at(quote), scope, action: made }));
/** Values that are not what is expected: of other types, without measure, with names that objects have of themselves. */
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    1e308,
    -1,
    0.5,
    '',
    '\u202e',
    '../../x',
    '<script>',
    'own:',
    '__proto__',
    'constructor',
    [],
    {},
    null,
    'x'.repeat(20_000),
    { __proto__: null, type: 'place' },
  ),
);

/** A value with one of the fields inside it replaced. */
function damage(value: unknown, path: readonly number[], by: unknown): unknown {
  if (typeof value !== 'object' || value === null || path.length === 0) return by;
  const keys = Object.keys(value);
  const key = keys[(path[0] ?? 0) % Math.max(1, keys.length)];
  if (key === undefined) return by;
  const inner = damage((value as Record<string, unknown>)[key], path.slice(1), by);
  return Array.isArray(value)
    ? value.map((one, index) => (String(index) === key ? inner : one))
    : { ...value, [key]: inner };
}

const world = loadGazetteer();
const found = analyse({ id: 'a', text: TEXT }, world);

describe('corrections of somebody else', () => {
  it('are taken or refused one by one, and leave an analysis that is true to its text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(entry, fc.option(fc.tuple(fc.array(fc.nat(9), { maxLength: 5 }), odd))), { maxLength: 8 }),
        (made) => {
          const entries = made.map(([whole, damaged]) => (damaged ? damage(whole, ...damaged) : whole));
          const file = JSON.stringify({ format: 'mawdi-corrections', version: 1, corrections: entries });
          const { corrections, faults } = parseCorrections(file);
          expect(corrections.length + faults.length).toBe(entries.length);
          const own = ownEntries(corrections);
          const gazetteer = own.length > 0 ? combineGazetteers([world, openGazetteer(compileGazetteer(own))]) : world;
          const { analysis, applied } = applyCorrections(found, TEXT, corrections, gazetteer);
          expect(applied).toHaveLength(corrections.length);
          for (const { start, end, surface, placeId } of analysis.mentions) {
            expect(TEXT.slice(start, end)).toBe(surface);
            if (placeId !== null) expect(gazetteer.indexOf(placeId)).toBeGreaterThanOrEqual(0);
          }
          for (const { edtf } of analysis.dates) if (edtf !== null) expect(parseEdtf(edtf)).not.toBeNull();
        },
      ),
      { seed: SEED },
    );
  });

  it('cut short or with bytes changed are refused whole', () => {
    const file = JSON.stringify({
      format: 'mawdi-corrections',
      version: 1,
      corrections: [{ document: 'a', ...at('باكو'), scope: 'here', action: { type: 'not-a-place' } }],
    });
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.string({ maxLength: 3 }), (cut, put) => {
        const { corrections, faults } = parseCorrections(file.slice(0, cut) + put);
        expect(corrections).toEqual([]);
        expect(faults).toHaveLength(1);
      }),
      { seed: SEED },
    );
  });
});

describe('an exported corpus of somebody else', () => {
  it('gives documents with the fields that are known, or faults', () => {
    const whole = {
      format: 'mawdi-corpus',
      version: 1,
      title: 't',
      titles: { ar: 'ع' },
      description: '',
      descriptions: {},
      documents: [
        {
          id: 'a',
          text: 'x',
          title: 't',
          date: '2023',
          dateBasis: 'given',
          url: 'https://example.org/',
          titles: { en: 'e' },
          lang: 'ar',
        },
      ],
      corrections: [],
    };
    const known = new Set([
      'id',
      'text',
      'title',
      'titles',
      'source',
      'author',
      'dateNote',
      'lang',
      'date',
      'dateBasis',
      'url',
    ]);
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 4 }), odd, (path, by) => {
        const read = parseCorpusFile(JSON.stringify(damage(whole, path, by)) ?? '');
        for (const document of read.documents) {
          expect(typeof document.id).toBe('string');
          expect(typeof document.text).toBe('string');
          expect(Object.keys(document).filter((name) => !known.has(name))).toEqual([]);
          if (document.url !== undefined) expect(document.url).toMatch(/^https?:/);
          expect(document.title ?? '').not.toMatch(/[\u202a-\u202e]/);
        }
        expect(Object.getPrototypeOf({})).toBe(Object.prototype);
      }),
      { seed: SEED },
    );
  });
});
