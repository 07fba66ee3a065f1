import { type Entry, NAME } from '../../src/core/gazetteer/entry.ts';

/** An entry of a gazetteer for tests: a point with these names, found by each of them. */
export function madeEntry(id: string, names: Entry['names'], more: Partial<Entry> = {}): Entry {
  return {
    id,
    kind: 'city',
    geometry: 'point',
    lat: 1,
    lon: 2,
    rank: 5,
    seat: false,
    population: 0,
    names,
    parents: [],
    country: '',
    period: '',
    source: 'test',
    note: {},
    usage: '',
    keys: Object.values(names).flatMap((all) => all.map((text) => ({ text, flags: NAME.preferred }))),
    ...more,
  };
}
