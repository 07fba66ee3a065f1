import { batch, signal } from '@preact/signals';
import { forgetStory, keepStory, ownStories, restoreStory } from './own-stories.ts';
import type { Story, StoryStep } from './story.ts';

/** A step or a story that was deleted, with the place (from 0) where it stood. */
export type Deleted =
  | { readonly address: string; readonly at: number; readonly step: StoryStep }
  | { readonly address: string; readonly at: number; readonly story: Story };

/** What was deleted last, as long as it can be brought back. */
export const justDeleted = signal<Deleted | null>(null);

export function deleteStep(address: string, at: number): void {
  const story = ownStories.peek()[address];
  const step = story?.steps[at];
  if (!story || !step) return;
  batch(() => {
    keepStory(address, { ...story, steps: story.steps.filter((_, index) => index !== at) });
    justDeleted.value = { address, at, step };
  });
}

export function deleteStory(address: string): void {
  const story = ownStories.peek()[address];
  if (!story) return;
  const at = Object.keys(ownStories.peek()).indexOf(address);
  batch(() => {
    forgetStory(address);
    justDeleted.value = { address, at, story };
  });
}

/** Brings back what was deleted last, to where it stood; gives that place. */
export const restoreDeleted = (): number =>
  batch(() => {
    const last = justDeleted.peek();
    justDeleted.value = null;
    return last ? restore(last) : -1;
  });

function restore(last: Deleted): number {
  if ('story' in last) return restoreStory(last.address, last.story, last.at);
  const story = ownStories.peek()[last.address];
  if (!story) return -1;
  // steps may have gone from the end meanwhile
  const at = Math.min(last.at, story.steps.length);
  keepStory(last.address, { ...story, steps: [...story.steps.slice(0, at), last.step, ...story.steps.slice(at)] });
  return at;
}
