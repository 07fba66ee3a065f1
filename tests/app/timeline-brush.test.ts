import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween, movedEdge, stretchOf, wholeStretch } from '../../src/app/panels/timeline-brush.ts';
import { isoOf, parseIso } from '../../src/app/state/days.ts';
import { planBins } from '../../src/app/state/timeline-bins.ts';

const on = (iso: string) => {
  const days = parseIso(iso);
  if (!days) throw new Error(`${iso} is no date`);
  return days;
};
const binsOf = (...dates: readonly string[]) =>
  planBins(
    Int32Array.from(dates, (date) => on(date).from),
    Int32Array.from(dates, (date) => on(date).to),
    900,
    null,
  ).bins;

/** A year that is only known as such stands among its months. */
const MIXED = binsOf('2022-11', '2022-12', '2023', '2023-01', '2023-02', '2023-03');

function press(bins: typeof MIXED, edge: 'from' | 'to', steps: readonly number[]) {
  let range: { from: number; to: number } | null = null;
  const seen: string[] = [];
  for (const step of steps) {
    const { first, last } = movedEdge(bins, stretchOf(bins, range) ?? wholeStretch(bins), edge, step);
    range = daysBetween(bins, first, last);
    seen.push(isoOf(edge === 'from' ? range.from : range.to).slice(0, 7));
  }
  return seen;
}

describe('the handles of the timeline', () => {
  it('pass a bin that holds a whole year among its months, in both directions', () => {
    expect(MIXED.some(({ vague }) => vague)).toBe(true);
    expect(press(MIXED, 'to', [-1, -1, -1, -1, 1])).toEqual(['2023-02', '2023-01', '2022-12', '2022-11', '2022-12']);
    expect(press(MIXED, 'from', [1, 1, 1, -1, -1])).toEqual(['2022-12', '2023-01', '2023-02', '2023-01', '2022-12']);
  });

  it('do not pass each other', () => {
    expect(press(MIXED, 'from', [99, 1])).toEqual(['2023-03', '2023-03']);
    expect(press(MIXED, 'to', [-99, -1])).toEqual(['2022-11', '2022-11']);
  });

  it('move with every step until they stand at an end, whatever is dated how', () => {
    const year = fc.integer({ min: 2018, max: 2024 });
    const date = fc.oneof(
      year.map(String),
      fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([one, month]) => `${one}-${String(month).padStart(2, '0')}`),
    );
    fc.assert(
      fc.property(fc.array(date, { minLength: 2, maxLength: 30 }), (dates) => {
        const bins = binsOf(...dates);
        const edges = bins.filter(({ vague }) => !vague);
        const steps = edges.map(() => -1);
        const seen = press(bins, 'to', steps.slice(1));
        expect(seen).toEqual(
          edges
            .slice(0, -1)
            .reverse()
            .map(({ to }) => isoOf(to).slice(0, 7)),
        );
      }),
    );
  });
});
