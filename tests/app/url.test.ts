import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Selection } from '../../src/app/state/app-state.ts';
import { dayOf } from '../../src/app/state/days.ts';
import { decodeState, EMPTY_STATE, encodeState, type UrlState } from '../../src/app/state/url.ts';
import { EVENT_KINDS, type EventKind } from '../../src/core/model/event.ts';
import { SENSES } from '../../src/core/model/mention.ts';

const id = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });
const day = fc.option(fc.integer({ min: dayOf(-3000), max: dayOf(9000) }), { nil: null });
const degrees = fc.integer({ min: -1_800_000, max: 1_800_000 }).map((value) => value / 10_000);
const unique = <T>(arbitrary: fc.Arbitrary<T>) => fc.uniqueArray(arbitrary, { maxLength: 4 });

const selection: fc.Arbitrary<Selection | null> = fc.oneof(
  fc.constant(null),
  fc.record({ type: fc.constant('place' as const), id }),
  fc.record({ type: fc.constant('document' as const), id }),
  fc.record({ type: fc.constant('document' as const), id, mention: fc.nat() }),
  fc.record({ type: fc.constant('event' as const), id }),
  fc.constantFrom<Selection>(
    { type: 'beyond' },
    { type: 'about' },
    { type: 'documents' },
    { type: 'events' },
    { type: 'chronology' },
    { type: 'chronology', by: 'speaker' },
    { type: 'compare' },
    { type: 'stories' },
  ),
);

const northing = degrees.map((value) => value / 2);
const point = fc.tuple(degrees, northing);
const box = fc
  .tuple(point, point)
  .map(([[west, a], [east, b]]): [number, number, number, number] => [west, Math.min(a, b), east, Math.max(a, b)]);
/** A stretch of days, open at either end. */
const range = fc
  .record({ from: day, to: day })
  .map(({ from, to }) => (from !== null && to !== null && to < from ? { from: to, to: from } : { from, to }));

const state: fc.Arbitrary<UrlState> = fc.record({
  filters: fc.record({
    when: fc.oneof(
      fc.constant(null),
      fc.record({ range, undated: fc.boolean() }),
      fc.record({ range: fc.constant(null), undated: fc.boolean() }),
    ),
    timeOf: fc.constantFrom('event' as const, 'publication' as const),
    where: unique(id),
    area: fc.oneof(
      fc.constant(null),
      fc.record({ type: fc.constant('box' as const), bounds: box }),
      fc.record({ type: fc.constant('radius' as const), centre: point, km: fc.nat(5000) }),
      fc.record({
        type: fc.constant('polygon' as const),
        ring: fc.array(point, { minLength: 3, maxLength: 6 }),
      }),
    ),
    what: unique(fc.constantFrom(...(Object.keys(EVENT_KINDS) as EventKind[]))),
    who: unique(id),
    documents: unique(id),
    senses: fc.oneof(fc.constant(null), unique(fc.constantFrom(...SENSES))),
    minConfidence: fc.integer({ min: 0, max: 100 }),
    factuality: unique(fc.constantFrom('reported' as const, 'negated' as const, 'possible' as const)),
  }),
  selection,
  language: fc.constantFrom('ar' as const, 'en' as const, null),
  theme: fc.constantFrom('light' as const, 'dark' as const, 'auto' as const),
  labels: fc.constantFrom('ar' as const, 'hy' as const, 'text' as const, null),
  view: fc.oneof(
    fc.constant(null),
    fc.record({
      lon: degrees,
      lat: fc.integer({ min: -900_000, max: 900_000 }).map((value) => value / 10_000),
      zoom: fc.integer({ min: 0, max: 2400 }).map((z) => z / 100),
      bearing: fc.integer({ min: -1800, max: 1800 }).map((b) => b / 10),
    }),
  ),
  layers: fc.dictionary(fc.stringMatching(/^[a-z][a-z-]{0,8}$/), fc.boolean(), { maxKeys: 3, noNullPrototype: true }),
  base: fc.option(
    fc.constantFrom('', './maps/a.pmtiles', 'https://maps.example.org/a style.json?x=1&y=#2', 'خريطة.json'),
    { nil: null },
  ),
  follow: fc.boolean(),
  zoom: fc.oneof(fc.constant(null), range),
  embed: fc.boolean(),
  walk: fc.boolean(),
  translations: fc.boolean(),
  compare: fc.option(
    fc.record({
      by: fc.constantFrom('document' as const, 'speaker' as const, 'period' as const),
      a: fc.oneof(fc.constant(''), id),
      b: fc.oneof(fc.constant(''), id),
    }),
    { nil: null },
  ),
  story: fc.option(fc.record({ address: id, step: fc.nat(200) }), { nil: null }),
});

describe('the address', () => {
  it('restores every state exactly', () => {
    fc.assert(
      fc.property(state, (one) => {
        expect(decodeState(encodeState(one))).toEqual(one);
      }),
      { numRuns: 500 },
    );
  });

  it('is empty for the state that says nothing', () => {
    expect(encodeState(EMPTY_STATE)).toBe('');
    expect(decodeState('')).toEqual(EMPTY_STATE);
  });

  it('survives the browser, which may escape what we do not', () => {
    const chosen: UrlState = {
      ...EMPTY_STATE,
      filters: { ...EMPTY_STATE.filters, who: ['وزارة الدفاع, باكو', 'a/b:c'] },
    };
    const url = new URL(`http://127.0.0.1/#${encodeState(chosen)}`);
    expect(decodeState(url.hash)).toEqual(chosen);
  });

  it('reads nonsense as defaults and never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void decodeState(text)));
    expect(decodeState('#when=soon&sure=abc&view=1,x&what=party&lang=tlh&place=')).toEqual(EMPTY_STATE);
  });

  it('is readable', () => {
    const filters = {
      ...EMPTY_STATE.filters,
      when: { range: { from: dayOf(2023, 9, 1), to: dayOf(2023, 9, 30) }, undated: false },
      what: ['accusation' as const],
    };
    expect(
      encodeState({ ...EMPTY_STATE, filters, selection: { type: 'place', id: 'stepanakert' }, language: 'en' }),
    ).toBe('place=stepanakert&when=2023-09-01..2023-09-30&what=accusation&lang=en');
  });
});
