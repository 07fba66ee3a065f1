import { formatNumber, messages } from '../i18n/locale.ts';
import { announce } from '../panels/live-region.tsx';
import { Icon } from '../parts/icon.tsx';
import { select } from '../state/actions.ts';
import { selection } from '../state/app-state.ts';
import { editedStory } from './edited-story.ts';
import { keepStory, ownStories } from './own-stories.ts';
import { captureStep } from './story-actions.ts';

/** While a story is being made: one button on the map that takes what is on the screen, and the way back to the story. */
export function StoryRecorder() {
  const address = editedStory.value;
  const story = address === null ? undefined : ownStories.value[address];
  if (address === null || !story || selection.value?.type === 'stories') return null;
  const t = messages.value.stories;
  const capture = () => {
    keepStory(address, { ...story, steps: [...story.steps, { title: {}, text: {}, ...captureStep() }] });
    announce(t.editor.captured(formatNumber(story.steps.length + 1)));
  };
  return (
    <div class="story-recorder">
      <button type="button" class="take-button is-main" onClick={capture}>
        <Icon name="plus" size={14} />
        {t.editor.capture}
      </button>
      <button type="button" class="text-button" onClick={() => select({ type: 'stories' })}>
        {t.editor.title} <span class="count">{formatNumber(story.steps.length)}</span>
      </button>
    </div>
  );
}
