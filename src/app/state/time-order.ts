import { NO_DAY } from '../../core/model/atlas.ts';

/**
 * The dated rows of a table in order of their first and of their last day, so that moving one end of a stretch of time
 * touches only the rows that it passes over.
 */
export interface TimeOrder {
  readonly byFirst: Int32Array;
  readonly firstDays: Int32Array;
  readonly byLast: Int32Array;
  readonly lastDays: Int32Array;
  readonly undated: Int32Array;
}

export function orderByTime(first: Int32Array, last: Int32Array): TimeOrder {
  const undated: number[] = [];
  for (let row = 0; row < first.length; row++) if (first[row] === NO_DAY) undated.push(row);
  const dated = first.length - undated.length;
  const byFirst = sortRows(first, first, dated);
  const byLast = sortRows(last, first, dated);
  return {
    byFirst,
    firstDays: byFirst.map((row) => first[row]!),
    byLast,
    lastDays: byLast.map((row) => last[row]!),
    undated: Int32Array.from(undated),
  };
}

const DIGITS = 16;
const VALUES = 1 << DIGITS;

/**
 * Rows by their day, equal ones in their order: a counting sort for the lower and then for the upper digits of the day.
 * Linear, and a text that names the year 1 costs no more than one that does not.
 */
function sortRows(days: Int32Array, first: Int32Array, dated: number): Int32Array {
  let least = Number.POSITIVE_INFINITY;
  let rows = new Int32Array(dated);
  let at = 0;
  for (let row = 0; row < days.length; row++) {
    if (first[row] === NO_DAY) continue;
    least = Math.min(least, days[row]!);
    rows[at++] = row;
  }
  for (const shift of [0, DIGITS]) {
    const digit = (row: number) => ((days[row]! - least) >>> shift) & (VALUES - 1);
    const starts = new Int32Array(VALUES + 1);
    for (const row of rows) starts[digit(row) + 1]!++;
    for (let value = 0; value < VALUES; value++) starts[value + 1]! += starts[value]!;
    const sorted = new Int32Array(dated);
    for (const row of rows) sorted[starts[digit(row)]!++] = row;
    rows = sorted;
  }
  return rows;
}

/** How many of the sorted days lie before `day`, or with `inclusive` on it or before. */
export function countBefore(days: Int32Array, day: number, inclusive: boolean): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (days[middle]! < day || (inclusive && days[middle] === day)) low = middle + 1;
    else high = middle;
  }
  return low;
}
