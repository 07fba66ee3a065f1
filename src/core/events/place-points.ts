import type { EventKind } from '../model/event.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import type { Hit } from './hit.ts';

/** What is to be placed. Offsets. */
export interface Located {
  /** Whether it is done on the ground, so that it follows on from what was told of the place before. */
  readonly onSite: boolean;
  /** A count over months or years: it befell the country, not the town named last. */
  readonly total: boolean;
  readonly passage: number;
  readonly trigger: number;
  readonly start: number;
  readonly end: number;
  /** For speech: where what is said begins. */
  readonly content: number;
  readonly happens: boolean;
  readonly kind: EventKind;
  /** Where the same sort of thing was last told to have happened, near before. */
  readonly last: string | null;
  /** Where what a definite noun refers to happened: دان الهجوم. */
  readonly referred: string | null;
  /** Whether someone says that it did not happen. */
  readonly denied: boolean;
  readonly skip: readonly (readonly [number, number])[];
  readonly hits: readonly Hit[];
  readonly own: readonly Hit[];
}

/** A place that may be the one of a happening; `loose` where the happening only touches it. */
export interface Point {
  readonly placeId: string;
  readonly start: number;
  readonly end: number;
  readonly loose: boolean;
  /** Whether it is a part of a country: a state, a region. */
  readonly part?: boolean;
  /** Where those who left went. */
  readonly goal?: boolean;
}

/** What a loose place must be nearer by to win, in characters. */
const LOOSE = 80;

/** The place nearest to the trigger; one after it counts as nearer than one before it. */
export function nearest(points: readonly Point[], trigger: number): Point | null {
  let best: Point | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const point of points) {
    const gap =
      (point.start >= trigger ? point.start - trigger : (trigger - point.end) * 1.5 + 10) + (point.loose ? LOOSE : 0);
    if (gap < least) {
      least = gap;
      best = point;
    }
  }
  return best;
}

/** The token that holds an offset, by bisection. */
export function tokenAt(text: TokenisedText, offset: number): number {
  let low = 0;
  let high = text.tokens.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((text.tokens[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function passageFinder(text: TokenisedText): (offset: number) => number {
  return (offset) => {
    let low = 0;
    let high = text.passages.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((text.passages[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
}
