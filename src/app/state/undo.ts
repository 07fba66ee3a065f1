import { effect, signal } from '@preact/signals';
import { filters } from './app-state.ts';
import type { Filters } from './filters.ts';
import { inGesture } from './history.ts';

/** Filters that were left behind, for undo, and those that undo has left, for redo. A drag or a play is one step. */
const MOST = 100;
const past = signal<readonly Filters[]>([]);
const future = signal<readonly Filters[]>([]);

export const canUndo = () => past.value.length > 0;
export const canRedo = () => future.value.length > 0;

let before: Filters | null = null;
let own = false;
let dragging = false;

/** Watches the filters; returns a function that stops it. */
export function watchFilters(): () => void {
  return effect(() => {
    const now = filters.value;
    if (before !== null && now !== before && !own) {
      const drags = inGesture();
      if (!(drags && dragging)) past.value = [...past.peek().slice(1 - MOST), before];
      dragging = drags;
      if (future.peek().length > 0) future.value = [];
    } else if (!own) dragging = false;
    before = now;
  });
}

function go(from: typeof past, to: typeof past): void {
  const next = from.peek().at(-1);
  if (!next) return;
  const now = filters.peek();
  from.value = from.peek().slice(0, -1);
  to.value = [...to.peek(), now];
  own = true;
  filters.value = next;
  own = false;
}

export const undo = () => go(past, future);
export const redo = () => go(future, past);
