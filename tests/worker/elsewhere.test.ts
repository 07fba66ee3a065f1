import { describe, expect, it } from 'vitest';
import { isWellKnown } from '../../src/cli/well-known-places.ts';
import { compileGazetteer } from '../../src/core/gazetteer/compile.ts';
import { type Entry, NAME } from '../../src/core/gazetteer/entry.ts';
import { openGazetteer } from '../../src/core/gazetteer/gazetteer.ts';
import type { PlaceKind } from '../../src/core/model/place.ts';
import { Elsewhere } from '../../src/worker/elsewhere.ts';
import { madeEntry } from './made-entry.ts';

const place = (id: string, kind: PlaceKind, rank: number, ar: string, en: string, more: Partial<Entry> = {}): Entry =>
  madeEntry(id, { ar: [ar], en: [en] }, { kind, rank, lat: 10, lon: 20, ...more });

const ENTRIES: readonly Entry[] = [
  place('italy', 'country', 8, 'إيطاليا', 'Italy'),
  place('rome', 'city', 7, 'روما', 'Rome', { seat: true, parents: ['italy'] }),
  place('roman', 'city', 4, 'رومان', 'Roman', { population: 50_000 }),
  place('milan', 'city', 6, 'ميلانو', 'Milan', {
    population: 1_300_000,
    parents: ['italy'],
    keys: [...['ميلانو', 'Milan'].map((text) => ({ text, flags: NAME.preferred })), { text: 'Mediolanum', flags: 0 }],
  }),
  place('mediterranean', 'sea', 8, 'البحر المتوسط', 'Mediterranean Sea'),
  place('utopia', 'region', 5, 'يوتوبيا', 'Utopia', { lat: null, lon: null }),
];

describe('places that the corpus does not name', () => {
  const elsewhere = new Elsewhere(openGazetteer(compileGazetteer(ENTRIES)), new Set(['italy']));

  it.each([
    ['rom', ['rome', 'roman']],
    ['ROME', ['rome']],
    ['رُوما', ['rome', 'roman']],
    ['المتوسط', ['mediterranean']],
    ['mediolanum', ['milan']],
    ['utopia', []],
    ['italy', []],
    ['r', []],
    ['', []],
  ])('finds what is meant by %s', (typed, ids) => {
    expect(elsewhere.find(typed).map(({ id }) => id)).toEqual(ids);
  });

  it('says what a place lies in', () => {
    expect(elsewhere.find('milan')[0]).toMatchObject({ kind: 'city', lat: 10, lon: 20, inside: { en: ['Italy'] } });
  });
});

describe('the small index', () => {
  it('holds what is no settlement, seats of governments and large cities', () => {
    expect(ENTRIES.filter(isWellKnown).map(({ id }) => id)).toEqual([
      'italy',
      'rome',
      'milan',
      'mediterranean',
      'utopia',
    ]);
  });
});
