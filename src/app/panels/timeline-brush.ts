import type { DayRange } from '../state/filters.ts';
import type { Bin } from '../state/timeline-bins.ts';

/** The first and the last bin of a stretch of bins, both in it. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/**
 * The bins that a range of days covers, `null` when it covers none. Where a year and its months stand side by side, the
 * months say where the range begins and ends.
 */
export function stretchOf(bins: readonly Bin[], range: DayRange | null): Stretch | null {
  if (!range) return null;
  const first = bins.findIndex((bin) => !bin.vague && bin.to >= (range.from ?? Number.NEGATIVE_INFINITY));
  const last = bins.findLastIndex((bin) => !bin.vague && bin.from <= (range.to ?? Number.POSITIVE_INFINITY));
  return first >= 0 && last >= first ? { first, last } : null;
}

/** All of the bins, from the first to the last that can be an edge. */
export function wholeStretch(bins: readonly Bin[]): Stretch {
  return { first: Math.max(0, bins.findIndex(isEdge)), last: Math.max(0, bins.findLastIndex(isEdge)) };
}

/** The days from the start of one bin to the end of another, whichever comes first; bins between them do not stretch it. */
export function daysBetween(bins: readonly Bin[], a: number, b: number): { from: number; to: number } {
  const first = Math.max(0, Math.min(a, b));
  const last = Math.min(bins.length - 1, Math.max(a, b));
  return { from: bins[first]!.from, to: bins[last]!.to };
}

/** A vague bin is no edge: a handle that was moved onto it would fall back to the finer bins inside it and never get past. */
const isEdge = (bin: Bin) => !bin.vague;

/** Moves one edge of a stretch by some bins, counting only those that can be an edge, and never past the other edge. */
export function movedEdge(bins: readonly Bin[], stretch: Stretch, edge: 'from' | 'to', steps: number): Stretch {
  const edges = bins.flatMap((bin, at) => (isEdge(bin) ? [at] : []));
  const now = edges.indexOf(edge === 'from' ? stretch.first : stretch.last);
  const wanted = edges[Math.max(0, Math.min(edges.length - 1, now + steps))] ?? 0;
  return edge === 'from'
    ? { first: Math.min(wanted, stretch.last), last: stretch.last }
    : { first: stretch.first, last: Math.max(wanted, stretch.first) };
}
