import type { Span } from '../model/span.ts';

/** Letters by which attached particles may lengthen a word. */
const CLITICS = 3;

/** Spans found and expected, found too much, and missed. */
export interface Counts {
  hits: number;
  extra: number;
  missed: number;
}

export const zero = (): Counts => ({ hits: 0, extra: 0, missed: 0 });
/** Share of the letters of two spans that both cover. */
export const shared = (a: Span, b: Span) =>
  (Math.min(a.end, b.end) - Math.max(a.start, b.start)) / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
export const same = (a: Span, b: Span) => a.start === b.start && a.end === b.end;
export const overlapping = (a: Span, b: Span) => a.start < b.end && b.start < a.end;
/** The same word with or without attached particles: ends alike, starts at most three letters apart. */
export const nearly = (a: Span, b: Span) => a.end === b.end && Math.abs(a.start - b.start) <= CLITICS;

/** Counts a case; tells whether it was wrong. */
export function tally(pair: number[], ok: boolean): boolean {
  pair[1] = (pair[1] ?? 0) + 1;
  if (ok) pair[0] = (pair[0] ?? 0) + 1;
  return !ok;
}

/** Pairs what was found with gold, one to one: the most alike first where `likeness` tells, else in order of the text. */
export function match<Mine extends Span, Theirs extends Span>(
  found: readonly Mine[],
  gold: readonly Theirs[],
  alike: (mine: Mine, theirs: Theirs) => boolean,
  counts: Counts,
  missed?: (span: Theirs) => void,
  extra?: (span: Mine) => void,
  likeness?: (mine: Mine, theirs: Theirs) => number,
): [Mine, Theirs][] {
  const open = new Set(gold.map((_, index) => index));
  const taken = new Map<number, number>();
  if (likeness === undefined)
    for (const [at, mine] of found.entries()) {
      for (const index of open) {
        if (!alike(mine, gold[index] as Theirs)) continue;
        open.delete(index);
        taken.set(at, index);
        break;
      }
    }
  else {
    const possible = found.flatMap((mine, at) =>
      gold.flatMap((theirs, index) => (alike(mine, theirs) ? [{ at, index, value: likeness(mine, theirs) }] : [])),
    );
    possible.sort((a, b) => b.value - a.value || a.at - b.at || a.index - b.index);
    for (const { at, index } of possible) {
      if (taken.has(at) || !open.has(index)) continue;
      open.delete(index);
      taken.set(at, index);
    }
  }
  const pairs: [Mine, Theirs][] = [];
  for (const [at, mine] of found.entries()) {
    const index = taken.get(at);
    if (index === undefined) {
      counts.extra++;
      extra?.(mine);
    } else {
      counts.hits++;
      pairs.push([mine, gold[index] as Theirs]);
    }
  }
  for (const index of open) {
    counts.missed++;
    missed?.(gold[index] as Theirs);
  }
  return pairs;
}
