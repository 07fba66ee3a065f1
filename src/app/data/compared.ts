import { computed } from '@preact/signals';
import { type Comparison, comparison } from '../state/app-state.ts';
import { type Side, sides } from '../state/sides.ts';
import { wordsOfSide } from './side-words.ts';

/** One side of a comparison with what its counts are measured against. */
export interface ComparedSide extends Side {
  /** Words of the side; `null` while its texts are still on the way. */
  readonly words: number | null;
}

export interface Compared {
  readonly chosen: Comparison;
  readonly a: ComparedSide;
  readonly b: ComparedSide;
}

/** Both sides once both are chosen: what the panel and the map show. */
export const compared = computed<Compared | null>(() => {
  const chosen = comparison.value;
  const both = sides.value;
  if (!chosen || !both?.a || !both.b) return null;
  return {
    chosen,
    a: { ...both.a, words: wordsOfSide(chosen, chosen.a, both.a) },
    b: { ...both.b, words: wordsOfSide(chosen, chosen.b, both.b) },
  };
});

/** Mentions of a place per thousand words of a side; 0 while the words are being counted. */
export const rateOf = ({ places, words }: ComparedSide, place: number): number =>
  words ? (1000 * places[place]!) / words : 0;

/** Whether a side names nothing at all that passes: then that it does not name a place means nothing. */
export const isAbsent = ({ mentions, events }: Side): boolean => mentions + events === 0;
