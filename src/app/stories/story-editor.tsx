import { batch } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { formatNumber, messages } from '../i18n/locale.ts';
import { announce } from '../panels/live-region.tsx';
import { PanelHead } from '../panels/panel-head.tsx';
import { Icon } from '../parts/icon.tsx';
import { language } from '../state/app-state.ts';
import { drawAtOnce } from './draw-at-once.ts';
import { editedStory } from './edited-story.ts';
import { fieldDirection } from './field-direction.ts';
import { printHandout } from './handout.tsx';
import { deleteStep, deleteStory, justDeleted, restoreDeleted } from './just-deleted.ts';
import { keepStory, ownStories } from './own-stories.ts';
import { saveStory } from './save-story.ts';
import { SiteOffer } from './site-offer.tsx';
import { StepFields } from './step-fields.tsx';
import { movedStep, type Story, type StoryStep, textIn } from './story.ts';
import { captureStep, showStep } from './story-actions.ts';
import { UndoOffer } from './undo-offer.tsx';

/** Where the focus goes once the steps are on the page as they are now: in the step (from 0), the first that is there. */
interface Wanted {
  readonly step: number;
  readonly controls: readonly string[];
}

/** One's own story, edited in place: every change is kept at once. */
export function StoryEditor({ address, story }: { readonly address: string; readonly story: Story }) {
  const t = messages.value;
  const words = t.stories;
  const own = words.editor;
  const list = useRef<HTMLOListElement>(null);
  const lang = language.value;
  const wanted = useRef<Wanted | null>(null);
  useLayoutEffect(() => {
    const now = wanted.current;
    wanted.current = null;
    const step = now && list.current?.querySelectorAll('.step-fields')[now.step];
    for (const control of (step && now?.controls) ?? []) {
      const found = step?.querySelector<HTMLElement>(control);
      if (found) return found.focus();
    }
  }, [story.steps]);
  // what was typed last may not be on the page yet
  const latest = () => ownStories.peek()[address] ?? story;
  const keep = (change: Partial<Story>) => keepStory(address, { ...latest(), ...change });
  const change = (at: number, step: Partial<StoryStep>) =>
    keep({ steps: latest().steps.map((one, index) => (index === at ? { ...one, ...step } : one)) });
  const move = (at: number, to: number) => {
    const { steps: before } = latest();
    const steps = movedStep(before, at, to);
    if (steps === before) return;
    // the focus goes along with the step
    const [key, other] = to < at ? ['up', 'down'] : ['down', 'up'];
    const able = (name: string) => `[data-move="${name}"]:not(:disabled)`;
    wanted.current = { step: to, controls: [able(key), able(other)] };
    drawAtOnce(() => keep({ steps }));
    announce(own.moved(formatNumber(to + 1)));
  };
  const capture = () => {
    const { steps } = latest();
    wanted.current = { step: steps.length, controls: ['input'] };
    drawAtOnce(() => keep({ steps: [...steps, { title: {}, text: {}, ...captureStep() }] }));
    announce(own.captured(formatNumber(steps.length + 1)));
  };
  const remove = (at: number) => {
    drawAtOnce(() => deleteStep(address, at));
    announce(own.removed);
  };
  const restore = () => {
    drawAtOnce(() =>
      batch(() => {
        wanted.current = { step: restoreDeleted(), controls: ['input'] };
      }),
    );
    announce(own.restored);
  };
  const deleted = justDeleted.value;
  const gone = deleted?.address === address && 'step' in deleted ? deleted : null;
  const items = story.steps.map((step, at) => (
    <li key={at}>
      <StepFields
        step={step}
        at={at}
        last={at === story.steps.length - 1}
        onChange={(next) => change(at, next)}
        onMove={(to) => move(at, to)}
        onRemove={() => remove(at)}
        onShow={() => showStep(address, story, at)}
      />
    </li>
  ));
  if (gone)
    items.splice(
      gone.at,
      0,
      <li key="deleted">
        <UndoOffer deleted={gone} onUndo={restore} />
      </li>,
    );
  return (
    <article class="stories story-editor">
      <PanelHead path={[{ label: words.title }]} title={own.title} small />
      <p class="story-actions">
        <button type="button" class="text-button" onClick={() => (editedStory.value = null)}>
          {own.back}
        </button>
      </p>
      <label class="field">
        <span>{own.storyTitle}</span>
        <input
          type="text"
          dir={fieldDirection(story.title[lang], textIn(story.title, lang).lang || lang)}
          value={story.title[lang] ?? ''}
          placeholder={textIn(story.title, lang).text}
          onInput={(event) => keep({ title: { ...story.title, [lang]: event.currentTarget.value } })}
        />
      </label>
      <p class="quiet">{own.languageNote(t.languages[lang] ?? lang)}</p>
      <div class="story-actions">
        <button
          type="button"
          class="take-button"
          disabled={story.steps.length === 0}
          onClick={() => showStep(address, story, 0)}
        >
          {words.present}
        </button>
        <button type="button" class="take-button" disabled={story.steps.length === 0} onClick={() => saveStory(story)}>
          {own.save}
        </button>
        <button
          type="button"
          class="take-button"
          disabled={story.steps.length === 0}
          onClick={() => void printHandout(address, story)}
        >
          {own.print}
        </button>
      </div>
      <SiteOffer story={story} />
      <ol class="step-list" ref={list}>
        {items}
      </ol>
      <div class="story-actions">
        <button type="button" class="take-button is-main" onClick={capture}>
          <Icon name="plus" size={14} />
          {own.capture}
        </button>
        <button
          type="button"
          class="text-button"
          onClick={() => {
            drawAtOnce(() => deleteStory(address));
            announce(own.removedStory);
          }}
        >
          {own.removeStory}
        </button>
      </div>
    </article>
  );
}
