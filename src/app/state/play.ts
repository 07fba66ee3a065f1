import { signal } from '@preact/signals';
import { changeFilters } from './actions.ts';
import { filters } from './app-state.ts';
import { beginGesture, endGesture } from './history.ts';
import type { Bin } from './timeline-bins.ts';

export const playing = signal(false);

const STEP_MS = 900;
let timer: ReturnType<typeof setInterval> | undefined;

/** Steps the stretch of time through the bins, one at a time, until the last one or until it is stopped. */
export function play(bins: readonly Bin[]): void {
  stop();
  const fine = bins.filter(({ vague }) => !vague);
  if (fine.length === 0) return;
  beginGesture();
  playing.value = true;
  const range = filters.peek().when?.range ?? null;
  const start = range ? fine.findIndex((bin) => bin.to >= (range.from ?? bin.from)) : -1;
  const end = range ? fine.findLastIndex((bin) => bin.from <= (range.to ?? bin.to)) : -1;
  const size = start < 0 || end < start || (start === 0 && end === fine.length - 1) ? 1 : end - start + 1;
  let at = end >= fine.length - 1 || start < 0 ? -1 : start;
  const step = () => {
    at++;
    if (at + size > fine.length) {
      stop();
      return;
    }
    changeFilters({ when: { range: { from: fine[at]!.from, to: fine[at + size - 1]!.to }, undated: false } });
  };
  step();
  timer = setInterval(step, STEP_MS);
}

export function stop(): void {
  if (timer !== undefined) {
    clearInterval(timer);
    timer = undefined;
    endGesture();
  }
  playing.value = false;
}
