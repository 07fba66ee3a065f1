import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, isoOf, parseIso } from '../../src/app/state/days.ts';
import { planBins } from '../../src/app/state/timeline-bins.ts';
import { NO_DAY } from '../../src/core/model/atlas.ts';

const plan = (spans: readonly (readonly [number, number])[], width = 900) =>
  planBins(
    Int32Array.from(spans, ([from]) => from),
    Int32Array.from(spans, ([, to]) => to),
    width,
    null,
  );
const on = (iso: string) => {
  const days = parseIso(iso);
  if (!days) throw new Error(`${iso} is no date`);
  return [days.from, days.to] as const;
};

describe('the bins of the timeline', () => {
  it('are as coarse as what is known', () => {
    const { bins, binOf } = plan([
      on('2023-09-19'),
      on('2023-09'),
      on('2023'),
      [dayOf(1990), dayOf(2000) - 1],
      on('1923'),
      [NO_DAY, NO_DAY],
    ]);
    expect(bins.map(({ unit, from }) => `${unit} ${isoOf(from)}`)).toEqual([
      'year 1923-01-01',
      'years 1990-01-01',
      'year 2023-01-01',
      'month 2023-09-01',
    ]);
    expect([...binOf]).toEqual([3, 3, 2, 1, 0, -1]);
    expect(bins.map(({ folded }) => folded)).toEqual([false, true, true, false]);
    expect(bins.map(({ vague }) => vague)).toEqual([false, false, true, false]);
  });

  it('keep a short pause and fold a long one', () => {
    const { bins } = plan([on('2022-09'), on('2022-12'), on('2023-09')]);
    expect(bins).toHaveLength(5);
    expect(bins.filter(({ folded }) => folded)).toHaveLength(1);
  });

  it('put what has an open start where it ends', () => {
    const { bins, binOf } = plan([[-3_500_000, on('2023-09-19')[1]], on('2023-09-20')]);
    expect(bins).toHaveLength(1);
    expect([...binOf]).toEqual([0, 0]);
  });

  it('hold every dated span, whatever the width', () => {
    const span = fc
      .tuple(fc.integer({ min: dayOf(1800), max: dayOf(2030) }), fc.nat(4000))
      .map(([from, length]) => [from, from + length] as const);
    fc.assert(
      fc.property(
        fc.array(span, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 200, max: 1600 }),
        (spans, width) => {
          const { bins, binOf } = plan(spans, width);
          for (const bin of binOf) {
            expect(bin).toBeGreaterThanOrEqual(0);
            expect(bin).toBeLessThan(bins.length);
          }
          for (let at = 1; at < bins.length; at++) expect(bins[at]!.from).toBeGreaterThanOrEqual(bins[at - 1]!.from);
        },
      ),
    );
  });

  it('are days when a month is looked at', () => {
    const [from, to] = on('2023-09');
    const { bins } = planBins(Int32Array.of(on('2023-09-19')[0]), Int32Array.of(on('2023-09-19')[1]), 900, {
      from,
      to,
    });
    expect(bins).toHaveLength(30);
  });
});
