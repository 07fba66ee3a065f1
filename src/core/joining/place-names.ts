import type { Told } from './told.ts';

/** For each event the words by which its passage names its place; null where it does not. Near linear: both lists are in order. */
export function placeNames({ mentions, events }: Told): (string | null)[] {
  const byStart = [...mentions].sort((a, b) => a.start - b.start);
  return events.map(({ start, end, placeId }) => {
    if (placeId === null) return null;
    for (let at = firstFrom(byStart, start); at < byStart.length; at++) {
      const mention = byStart[at];
      if (mention === undefined || mention.end > end) break;
      if (mention.placeId === placeId) return mention.surface;
    }
    return null;
  });
}

function firstFrom(items: readonly { readonly start: number }[], start: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
