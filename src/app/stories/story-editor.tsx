import { useRef } from 'preact/hooks';
import { formatNumber, messages } from '../i18n/locale.ts';
import { announce } from '../panels/live-region.tsx';
import { PanelHead } from '../panels/panel-head.tsx';
import { Icon } from '../parts/icon.tsx';
import { language } from '../state/app-state.ts';
import { editedStory } from './edited-story.ts';
import { printHandout } from './handout.tsx';
import { forgetStory, keepStory } from './own-stories.ts';
import { saveStory } from './save-story.ts';
import { sourceLabel } from './step-text.tsx';
import { movedStep, type Story, type StoryStep, textIn } from './story.ts';
import { captureStep, passageOnScreen, showStep } from './story-actions.ts';

/** One's own story, edited in place: every change is kept at once. */
export function StoryEditor({ address, story }: { readonly address: string; readonly story: Story }) {
  const t = messages.value;
  const words = t.stories;
  const own = words.editor;
  const list = useRef<HTMLOListElement>(null);
  const lang = language.value;
  const keep = (change: Partial<Story>) => keepStory(address, { ...story, ...change });
  const name = textIn(story.title, lang).text || words.untitled;
  const change = (at: number, step: Partial<StoryStep>) =>
    keep({ steps: story.steps.map((one, index) => (index === at ? { ...one, ...step } : one)) });
  const move = (at: number, to: number) => {
    const steps = movedStep(story.steps, at, to);
    if (steps === story.steps) return;
    keep({ steps });
    announce(own.moved(formatNumber(to + 1)));
    const key = to < at ? 'up' : 'down';
    // the focus goes along with the step
    requestAnimationFrame(() => {
      const item = list.current?.children[to];
      const wanted = item?.querySelector<HTMLButtonElement>(`[data-move="${key}"]:not(:disabled)`);
      (wanted ?? item?.querySelector<HTMLButtonElement>('[data-move]:not(:disabled)'))?.focus();
    });
  };
  const capture = () => {
    keep({ steps: [...story.steps, { title: {}, text: {}, ...captureStep() }] });
    announce(own.captured(formatNumber(story.steps.length + 1)));
    requestAnimationFrame(() => list.current?.lastElementChild?.querySelector('input')?.focus());
  };
  const remove = (at: number) => {
    keep({ steps: story.steps.filter((_, index) => index !== at) });
    announce(own.removed);
  };
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
          dir="auto"
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
      <ol class="step-list" ref={list}>
        {story.steps.map((step, at) => (
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
        ))}
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
            if (confirm(own.reallyRemove(name))) forgetStory(address);
          }}
        >
          {own.removeStory}
        </button>
      </div>
    </article>
  );
}

interface StepFieldsProps {
  readonly step: StoryStep;
  readonly at: number;
  readonly last: boolean;
  readonly onChange: (step: Partial<StoryStep>) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
  readonly onShow: () => void;
}

function StepFields({ step, at, last, onChange, onMove, onRemove, onShow }: StepFieldsProps) {
  const words = messages.value.stories;
  const own = words.editor;
  const lang = language.value;
  const open = passageOnScreen().length > 0;
  const number = formatNumber(at + 1);
  const tool = (label: string, icon: 'up' | 'down' | 'close', onClick: () => void, disabled = false) => (
    <button
      type="button"
      class="icon-button small"
      data-move={icon === 'close' ? undefined : icon}
      aria-label={`${label} (${number})`}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} size={14} />
    </button>
  );
  return (
    <fieldset class="step-fields">
      <legend class="visually-hidden">{words.goTo(number, textIn(step.title, lang).text || words.untitledStep)}</legend>
      <div class="step-tools">
        <strong>{number}</strong>
        <button type="button" class="text-button" onClick={onShow}>
          {own.show}
        </button>
        <button type="button" class="text-button" onClick={() => onChange({ ...captureStep(), sources: step.sources })}>
          {own.recapture}
        </button>
        <span class="step-moves">
          {tool(own.up, 'up', () => onMove(at - 1), at === 0)}
          {tool(own.down, 'down', () => onMove(at + 1), last)}
          {tool(own.remove, 'close', onRemove)}
        </span>
      </div>
      <label class="field">
        <span>{own.stepTitle}</span>
        <input
          type="text"
          dir="auto"
          value={step.title[lang] ?? ''}
          placeholder={textIn(step.title, lang).text}
          onInput={(event) => onChange({ title: { ...step.title, [lang]: event.currentTarget.value } })}
        />
      </label>
      <label class="field">
        <span>{own.text}</span>
        <textarea
          rows={3}
          dir="auto"
          value={step.text[lang] ?? ''}
          placeholder={own.textNote}
          onInput={(event) => onChange({ text: { ...step.text, [lang]: event.currentTarget.value } })}
        />
      </label>
      <div class="step-sources">
        {step.sources.map((source, index) => (
          <span key={index} class="step-source">
            {sourceLabel(source, index + 1)}
            <button
              type="button"
              class="icon-button small"
              aria-label={own.removePassage(formatNumber(index + 1))}
              onClick={() => onChange({ sources: step.sources.filter((_, one) => one !== index) })}
            >
              <Icon name="close" size={10} />
            </button>
          </span>
        ))}
        {open && (
          <button
            type="button"
            class="text-button"
            onClick={() => onChange({ sources: [...step.sources, ...passageOnScreen()] })}
          >
            {own.addPassage}
          </button>
        )}
      </div>
    </fieldset>
  );
}
