import type { Event } from '../model/event.ts';
import type { Span } from '../model/span.ts';

/** Finds the spans that cover another, in their order. Spans are sorted once: a page of a million mentions stays linear. */
export function eventCover(events: readonly Event[]): (span: Span) => number[] {
  const order = events.map((_, at) => at).sort((a, b) => (events[a]?.start ?? 0) - (events[b]?.start ?? 0));
  const longest = events.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  return (span) => {
    const found: number[] = [];
    for (let at = firstAfter(order, (index) => (events[index]?.start ?? 0) > span.start) - 1; at >= 0; at--) {
      const index = order[at] ?? 0;
      const event = events[index] as Event;
      if (event.start + longest < span.end) break;
      if (span.end <= event.end) found.push(index);
    }
    return found.sort((a, b) => a - b);
  };
}

/** The number of leading items for which the test fails; the test must hold for all after the first that passes. */
function firstAfter(items: readonly number[], test: (item: number) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(items[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Finds the innermost span that covers another. */
export function innermost<Claim extends Span>(claims: readonly Claim[]): (span: Span) => Claim | null {
  const order = claims.map((_, at) => at).sort((a, b) => (claims[a]?.start ?? 0) - (claims[b]?.start ?? 0) || a - b);
  const longest = claims.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  return (span) => {
    let found = -1;
    for (let at = firstAfter(order, (index) => (claims[index]?.start ?? 0) > span.start) - 1; at >= 0; at--) {
      const index = order[at] ?? 0;
      const claim = claims[index] as Claim;
      if (claim.start + longest < span.end) break;
      if (span.end > claim.end) continue;
      const length = claim.end - claim.start;
      const best = claims[found];
      if (!best || length < best.end - best.start || (length === best.end - best.start && index < found)) found = index;
    }
    return claims[found] ?? null;
  };
}
