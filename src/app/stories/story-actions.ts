import { batch, effect } from '@preact/signals';
import { documentFile } from '../data/load.ts';
import { askMap, select, setView } from '../state/actions.ts';
import {
  atlas,
  chosenLabelLanguage,
  comparison,
  documentIndex,
  filters,
  follow,
  language,
  layers,
  mapBounds,
  type Selection,
  selection,
  storyIsBare,
  storyPlace,
  timelineZoom,
  walking,
} from '../state/app-state.ts';
import { currentState } from '../state/history.ts';
import { nextTask } from '../state/next-task.ts';
import { decodeState, encodeState } from '../state/url.ts';
import { freeScreen, stepCamera } from './step-camera.ts';
import type { Story, StoryStep } from './story.ts';

/** Shows a step: its state becomes that of the screen. How the page is dressed and its language stay. */
export function showStep(address: string, story: Story, at: number): void {
  const step = story.steps[Math.max(0, Math.min(story.steps.length - 1, at))];
  if (!step) return;
  batch(() => {
    storyPlace.value = { address, step: story.steps.indexOf(step) };
    storyIsBare.value = false;
    applyStep(step);
  });
}

function applyStep(step: StoryStep): void {
  const state = decodeState(step.state);
  batch(() => {
    filters.value = state.filters;
    selection.value = state.selection;
    chosenLabelLanguage.value = state.labels;
    layers.value = state.layers;
    timelineZoom.value = state.zoom;
    walking.value = state.walk;
    comparison.value = state.compare;
    follow.value = false;
    if (!state.view) askMap({ type: 'fit-results' });
    else {
      const camera = stepCamera(state.view, step.frame, freeScreen(innerWidth, innerHeight, language.peek() === 'ar'));
      // without a map yet the view is where it will open
      if (mapBounds.peek()) askMap({ type: 'fly', camera });
      else setView(camera);
    }
  });
}

/** Goes on with what the last step has left open, and puts the focus there. */
export function closeStory(): void {
  storyPlace.value = null;
  // after the card is gone and the panel is there again
  nextTask(focusReading);
}

function focusReading(): void {
  const panel = document.getElementById('reading');
  (panel?.querySelector<HTMLElement>('h2[tabindex="-1"]') ?? panel)?.focus({ preventScroll: true });
}

/** Leaves the story and opens what a step rests on. */
export function openSource(to: Selection): void {
  batch(() => {
    select(to);
    closeStory();
  });
}

/** What was open before the panel of stories: that is where one stands, not what one shows. */
let shown: Selection | null = null;
effect(() => {
  const chosen = selection.value;
  if (chosen?.type !== 'stories') shown = chosen;
});

/** What is on the screen, as a step without words. */
export function captureStep(): Pick<StoryStep, 'state' | 'frame' | 'sources'> {
  const now = currentState();
  const state = encodeState({
    ...now,
    selection: shown,
    language: null,
    theme: 'auto',
    story: null,
    embed: false,
    follow: false,
  });
  const map = document.querySelector('.map-area')?.getBoundingClientRect();
  const sources = passageOnScreen();
  if (!map || map.width < 100 || map.height < 100) return { state, sources };
  return { state, sources, frame: [Math.round(map.width), Math.round(map.height)] };
}

/** The sentence of the document that is open, or was before the panel of stories, at a mention. */
export function passageOnScreen(): StoryStep['sources'] {
  if (shown?.type !== 'document' || shown.mention === undefined) return [];
  const { id, mention } = shown;
  const record = atlas.peek()?.documents[documentIndex.peek().get(id) ?? -1];
  const file = record && documentFile(record.file).peek();
  if (typeof file !== 'object') return [];
  const passage = file.analysis.passages.find(({ start, end }) => start <= mention && mention < end);
  return passage ? [{ document: id, start: passage.start, end: passage.end }] : [];
}
