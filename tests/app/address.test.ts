import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  changeFilters,
  clearAllFilters,
  clearFilter,
  hoverPlace,
  select,
  selectPlace,
  setView,
} from '../../src/app/state/actions.ts';
import * as state from '../../src/app/state/app-state.ts';
import { dayOf } from '../../src/app/state/days.ts';
import { DIMENSIONS, NO_FILTERS, toggled } from '../../src/app/state/filters.ts';
import { currentState } from '../../src/app/state/history.ts';
import { decodeState, EMPTY_STATE, encodeState, isUnderstood } from '../../src/app/state/url.ts';
import { EVENT_KINDS, type EventKind } from '../../src/core/model/event.ts';
import { SENSES } from '../../src/core/model/mention.ts';
import { makeFixture } from './fixture.ts';

const { atlas } = makeFixture();
const pick = <T>(values: readonly T[]) => fc.constantFrom(...values);
const day = fc.integer({ min: dayOf(1800), max: dayOf(2030) });
const lon = fc.double({ min: -179.9, max: 179.9, noNaN: true });
const lat = fc.double({ min: -80, max: 80, noNaN: true });
const places = atlas.places.map(({ id }) => id);
const speakers = [...atlas.speakers.map(({ id }) => id), '-'];
const documents = atlas.documents.map(({ id }) => id);

/** All that a person can do, each with what the screen itself would hand on. */
const action: fc.Arbitrary<() => void> = fc.oneof(
  pick(places).map((id) => () => selectPlace(id)),
  fc.tuple(pick(documents), fc.option(fc.nat(5_000), { nil: undefined })).map(
    ([id, mention]) =>
      () =>
        select(mention === undefined ? { type: 'document', id } : { type: 'document', id, mention }),
  ),
  pick(atlas.joinedEvents.map(({ id }) => id)).map((id) => () => select({ type: 'event', id })),
  pick(['beyond', 'about', 'documents', 'events', 'places', 'chronology', 'compare', 'stories'] as const).map(
    (type) => () => select({ type }),
  ),
  fc.constant(() => select(null)),
  fc.tuple(day, day, fc.boolean()).map(
    ([a, b, undated]) =>
      () =>
        changeFilters({ when: { range: { from: Math.min(a, b), to: Math.max(a, b) }, undated } }),
  ),
  fc.tuple(fc.option(day, { nil: null }), fc.boolean()).map(
    ([from, undated]) =>
      () =>
        changeFilters({ when: { range: { from, to: null }, undated } }),
  ),
  fc.constant(() => changeFilters({ when: { range: null, undated: true } })),
  pick(['event', 'publication'] as const).map((timeOf) => () => changeFilters({ timeOf })),
  pick(places).map((id) => () => changeFilters({ where: toggled(state.filters.value.where, id) })),
  fc.tuple(lon, lat, fc.integer({ min: 1, max: 20_000 })).map(
    ([x, y, tenths]) =>
      () =>
        changeFilters({
          area: { type: 'radius', centre: [Number(x.toFixed(5)) + 0, Number(y.toFixed(5)) + 0], km: tenths / 10 },
        }),
  ),
  fc.tuple(lon, lat, lon, lat).map(
    ([west, a, east, b]) =>
      () =>
        changeFilters({
          area: {
            type: 'box',
            bounds: [west, Math.min(a, b), east, Math.max(a, b)].map(
              (side) => Number(side.toFixed(3)) + 0,
            ) as unknown as [number, number, number, number],
          },
        }),
  ),
  fc.array(fc.tuple(lon, lat), { minLength: 3, maxLength: 9 }).map(
    (ring) => () =>
      changeFilters({
        area: {
          type: 'polygon',
          ring: ring.map(([x, y]) => [Number(x.toFixed(5)) + 0, Number(y.toFixed(5)) + 0] as const),
        },
      }),
  ),
  pick(Object.keys(EVENT_KINDS) as EventKind[]).map(
    (kind) => () => changeFilters({ what: toggled(state.filters.value.what, kind) }),
  ),
  pick(speakers).map((id) => () => changeFilters({ who: toggled(state.filters.value.who, id) })),
  pick(documents).map((id) => () => changeFilters({ documents: toggled(state.filters.value.documents, id) })),
  pick(SENSES).map((sense) => () => changeFilters({ senses: toggled(state.filters.value.senses ?? SENSES, sense) })),
  pick([0, 50, 70, 80, 90, 95]).map((minConfidence) => () => changeFilters({ minConfidence })),
  pick(['reported', 'negated', 'possible'] as const).map(
    (one) => () => changeFilters({ factuality: toggled(state.filters.value.factuality, one) }),
  ),
  pick(DIMENSIONS).map((dimension) => () => clearFilter(dimension)),
  fc.constant(clearAllFilters),
  fc
    .tuple(lon, lat, fc.double({ min: 0.5, max: 15, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true }))
    .map(
      ([x, y, zoom, bearing]) =>
        () =>
          setView({ lon: x, lat: y, zoom, bearing }),
    ),
  pick(['ar', 'en'] as const).map((one) => () => {
    state.language.value = one;
  }),
  pick(['light', 'dark', 'auto'] as const).map((one) => () => {
    state.theme.value = one;
  }),
  pick(['ar', 'en', 'hy', 'az', 'ru', 'text', null] as const).map((one) => () => {
    state.chosenLabelLanguage.value = one;
  }),
  fc
    .tuple(
      pick(['rivers', 'ranges', 'globe', 'limits', 'towns', 'roads', 'railways', 'provinces', 'graticule', 'locator']),
      fc.boolean(),
    )
    .map(([name, on]) => () => {
      state.layers.value = { ...state.layers.value, [name]: on };
    }),
  pick(['', 'data/base-map/a.pmtiles', 'https://maps.example.org/style.json?a=1&b=2#c', null]).map((one) => () => {
    state.baseMap.value = one;
  }),
  fc.boolean().map((on) => () => {
    state.showTranslations.value = on;
  }),
  fc.boolean().map((on) => () => {
    state.embed.value = on;
  }),
  fc.constant(() => select({ type: 'chronology', by: 'speaker' })),
  fc.constant(() => select({ type: 'own' })),
  fc.constant(() => changeFilters({ when: { range: null, undated: false } })),
  fc.constant(() => changeFilters({ senses: [] })),
  fc.boolean().map((on) => () => {
    state.follow.value = on;
  }),
  fc.boolean().map((on) => () => {
    state.walking.value = on;
  }),
  fc.tuple(day, day).map(([a, b]) => () => {
    state.timelineZoom.value = { from: Math.min(a, b), to: Math.max(a, b) };
  }),
  fc.constant(() => {
    state.timelineZoom.value = null;
  }),
  fc
    .tuple(pick(['document', 'speaker', 'period'] as const), pick(documents), pick(['', '2023', '2022..2023-08']))
    .map(([by, a, b]) => () => {
      state.comparison.value = { by, a, b };
    }),
  fc.tuple(fc.webPath(), fc.nat(40)).map(([address, step]) => () => {
    state.storyPlace.value = address === '' ? null : { address, step };
  }),
  // not part of the address: must not disturb it
  fc.nat(10).map((place) => () => hoverPlace(place)),
);

describe('the address of any state that can be reached', () => {
  beforeEach(() => {
    state.atlas.value = atlas;
    state.filters.value = NO_FILTERS;
    state.selection.value = null;
  });

  it('restores that state exactly, after every action, and Back and Forward go through all of them', () => {
    fc.assert(
      fc.property(fc.array(action, { minLength: 1, maxLength: 12 }), (actions) => {
        const visited: { address: string; state: ReturnType<typeof currentState> }[] = [];
        for (const act of actions) {
          act();
          const now = currentState();
          const address = encodeState(now);
          expect(decodeState(address)).toEqual(now);
          // what the browser makes of it
          expect(decodeState(new URL(`http://127.0.0.1/atlas/#${address}`).hash)).toEqual(now);
          expect(isUnderstood(address)).toBe(true);
          visited.push({ address, state: now });
        }
        for (const step of [...visited].reverse().concat(visited)) {
          const back = decodeState(step.address);
          expect(back).toEqual(step.state);
          expect(encodeState(back)).toBe(step.address);
        }
      }),
    );
  });
});

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.stringMatching(/^[%&=#,.:!+\-0-9a-f]{0,24}$/),
  fc.constantFrom(
    '%',
    '%E0%A4%A',
    'NaN',
    'Infinity,0,1',
    '1e999',
    '..',
    '__proto__',
    'constructor',
    '-',
    '999999-99-99..',
    'box:',
    'polygon:1,2,3',
    'radius:0,0,-5',
    '\u202e',
    '🜚',
  ),
);
const key = fc.constantFrom(
  'place',
  'doc',
  'at',
  'event',
  'panel',
  'when',
  'time',
  'where',
  'area',
  'what',
  'who',
  'in',
  'sense',
  'sure',
  'fact',
  'view',
  'labels',
  'layers',
  'base',
  'span',
  'follow',
  'walk',
  'compare',
  'story',
  'step',
  'embed',
  'theme',
  'lang',
  'unknown',
);

describe('an address that is not ours', () => {
  it('never throws, and what is read of it is an address again', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(key, piece), { maxLength: 8 }), (pairs) => {
        const hash = pairs.map(([name, value]) => `${name}=${value}`).join('&');
        const read = decodeState(hash);
        expect(decodeState(encodeState(read))).toEqual(read);
        expect(typeof isUnderstood(hash)).toBe('boolean');
        if (read.view) {
          expect(Math.abs(read.view.lat)).toBeLessThanOrEqual(90);
          expect(read.view.zoom).toBeGreaterThanOrEqual(0);
          expect(read.view.zoom).toBeLessThanOrEqual(24);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('is told when a part of it could not be read', () => {
    expect(isUnderstood('')).toBe(true);
    expect(isUnderstood('#lang=en&view=46,40,7')).toBe(true);
    for (const wrong of [
      'when=soon',
      'view=1,x',
      'sure=abc',
      'what=party',
      'lang=tlh',
      'area=box:1,2',
      'area=box:500,500,-500,-500',
      'area=radius:0,0,-5',
      'area=radius:0,0,1e308',
      'area=polygon:0,0,1,1,2,900',
      'when=2023-12..2022-01',
      'panel=kitchen',
      'theme=pink',
      'view=0,95,3',
      'nonsense=1',
      'sense=x,literal',
    ])
      expect(isUnderstood(`${wrong}&lang=en`.replace('lang=tlh&lang=en', 'lang=tlh')), wrong).toBe(false);
    expect(decodeState('when=soon&sure=abc&view=0,95,3&what=party')).toEqual(EMPTY_STATE);
  });
});
