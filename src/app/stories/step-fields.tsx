import { formatNumber, messages } from '../i18n/locale.ts';
import { Icon } from '../parts/icon.tsx';
import { language } from '../state/app-state.ts';
import { fieldDirection } from './field-direction.ts';
import { sourceLabel } from './step-text.tsx';
import { type StoryStep, textIn } from './story.ts';
import { captureStep, passageOnScreen } from './story-actions.ts';

interface StepFieldsProps {
  readonly step: StoryStep;
  readonly at: number;
  readonly last: boolean;
  readonly onChange: (step: Partial<StoryStep>) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
  readonly onShow: () => void;
}

/** One step in the editor: its tools, its words and the passages that they rest on. */
export function StepFields({ step, at, last, onChange, onMove, onRemove, onShow }: StepFieldsProps) {
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
          dir={fieldDirection(step.title[lang], textIn(step.title, lang).lang || lang)}
          value={step.title[lang] ?? ''}
          placeholder={textIn(step.title, lang).text}
          onInput={(event) => onChange({ title: { ...step.title, [lang]: event.currentTarget.value } })}
        />
      </label>
      <label class="field">
        <span>{own.text}</span>
        <textarea
          rows={3}
          dir={fieldDirection(step.text[lang], lang)}
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
