import type { Bin } from '../state/timeline-bins.ts';

export const FOLD = 22;
const MAX_BIN = 52;
export const PITCH = 12.5;
const LEAST_BIN = 30;
/** The widest that a busy bin becomes, and the rows of shapes in it: about fifty; with more, all bins become bars. */
const MOST_BIN = 84;
export const ROWS = 8;

/** A bin with its distance from the inline start and its width, in pixels. */
export interface Placed extends Bin {
  readonly x: number;
  readonly w: number;
}

/**
 * Bins side by side, at the inline end of the room; folds take a fixed width. A bin with many events is given what its
 * shapes need as far as there is room, by `totals`, which do not change with the filters.
 */
export function place(bins: readonly Bin[], totals: Int32Array, room: number): Placed[] {
  const folds = bins.filter(({ folded }) => folded).length;
  const free = room - folds * FOLD;
  const even = Math.min(MAX_BIN, free / Math.max(1, bins.length));
  const needs = bins.map((_, at) =>
    Math.max(LEAST_BIN, Math.min(MOST_BIN, Math.ceil((totals[at] ?? 0) / ROWS) * PITCH + 6)),
  );
  const fits = bins.every((_, at) => (totals[at] ?? 0) <= ROWS * Math.floor((MOST_BIN + 4) / PITCH));
  const needed = fits ? needs.reduce((sum, need) => sum + need, 0) : Number.POSITIVE_INFINITY;
  const spare = (free - needed) / Math.max(1, bins.length);
  const widths =
    needed <= free ? needs.map((need) => Math.max(need, Math.min(MAX_BIN, need + spare))) : needs.map(() => even);
  const used = widths.reduce((sum, width) => sum + width, 0) + folds * FOLD;
  let x = Math.max(0, room - used);
  return bins.map((bin, at) => {
    if (bin.folded) x += FOLD;
    const placed = { ...bin, x, w: widths[at]! };
    x += widths[at]!;
    return placed;
  });
}
