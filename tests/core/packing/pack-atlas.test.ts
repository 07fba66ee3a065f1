import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packColumn, packRows, unpackColumn, unpackRows } from '../../../src/core/packing/packed-rows.ts';
import { readAtlas, unpackAtlas } from '../../../src/core/packing/read-atlas.ts';

const again = <Value>(value: Value) => JSON.parse(JSON.stringify(value)) as Value;

describe('packed rows', () => {
  it('give every row back as it was, through JSON', () => {
    const field = fc.oneof(
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
      fc.constantFrom('قصف', 'هجوم', ''),
      fc.constant(null),
      fc.boolean(),
      fc.array(fc.string(), { maxLength: 2 }),
      fc.record({ ar: fc.string() }),
    );
    const row = fc.record({ a: field, b: fc.integer({ min: 0, max: 3 }), c: field }, { requiredKeys: ['b'] });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
        const plain = again(rows);
        expect(unpackRows(again(packRows(plain)))).toEqual(plain);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('write what repeats once, and what climbs by its steps', () => {
    expect(packColumn([5, 5, 5])).toEqual(['=', 5]);
    expect(packColumn([100_000, 100_001, 100_004])).toEqual(['+', [100_000, 1, 3]]);
    expect(packColumn(['a', 'b', 'a', 'a', 'b'])).toEqual(['#', ['a', 'b'], [0, 1, 0, 0, 1]]);
    expect(packColumn([1, undefined, 1])).toEqual(['#', [1], [0, -1, 0]]);
    expect(unpackColumn(['#', [1], [0, -1, 0]], 3)).toEqual([1, undefined, 1]);
  });
});

describe('readAtlas', () => {
  it('takes a whole atlas as it is, and refuses what it does not know', async () => {
    const none = packRows([]);
    const empty = unpackAtlas(
      { title: 't', titles: {}, description: '', descriptions: {} },
      { places: none, speakers: none },
      [],
      [],
    );
    const never = () => Promise.reject(new Error('asked for a part'));
    expect(await readAtlas(again(empty), never)).toEqual(empty);
    await expect(readAtlas({ format: 'mawdi-atlas', version: 3 }, never)).rejects.toThrow(/version 3/);
    await expect(readAtlas({ format: 'geojson' }, never)).rejects.toThrow(/not known/);
  });
});
