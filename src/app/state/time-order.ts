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

/** A counting sort where the days lie close together, as days do; else a comparing one. */
function sortRows(days: Int32Array, first: Int32Array, dated: number): Int32Array {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < days.length; row++) {
    if (first[row] === NO_DAY) continue;
    least = Math.min(least, days[row]!);
    most = Math.max(most, days[row]!);
  }
  const rows = new Int32Array(dated);
  const span = most - least + 1;
  if (!(span > 0 && span < 8_000_000)) {
    let at = 0;
    for (let row = 0; row < days.length; row++) if (first[row] !== NO_DAY) rows[at++] = row;
    return rows.sort((a, b) => days[a]! - days[b]!);
  }
  const starts = new Int32Array(span + 1);
  for (let row = 0; row < days.length; row++) if (first[row] !== NO_DAY) starts[days[row]! - least + 1]!++;
  for (let day = 0; day < span; day++) starts[day + 1]! += starts[day]!;
  for (let row = 0; row < days.length; row++) if (first[row] !== NO_DAY) rows[starts[days[row]! - least]!++] = row;
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
