import type { ComponentChildren } from 'preact';
import { formatNumber, messages } from '../i18n/locale.ts';

export interface Choice {
  readonly id: string;
  readonly label: ComponentChildren;
  readonly checked: boolean;
  readonly mixed?: boolean;
  readonly mentions: number;
  readonly events: number;
  readonly indent?: number;
  readonly before?: ComponentChildren;
  readonly note?: string;
  readonly onToggle: () => void;
}

/** Choices with what each would leave, in mentions and in events. */
export function ChoiceList({
  choices,
  label,
  type = 'checkbox',
}: {
  readonly choices: readonly Choice[];
  readonly label: string;
  readonly type?: 'checkbox' | 'radio';
}) {
  const t = messages.value;
  return (
    <fieldset class="choices" aria-label={label}>
      <div class="choice-head" aria-hidden="true">
        <span>{t.columnsMentions}</span>
        <span>{t.columnsEvents}</span>
      </div>
      {choices.map((choice) => (
        <div
          key={choice.id}
          class={`choice${choice.mentions + choice.events === 0 && !choice.checked ? ' is-none' : ''}`}
          style={{ paddingInlineStart: `${(choice.indent ?? 0) * 18}px` }}
        >
          {choice.before}
          <label>
            <input
              type={type}
              name={type === 'radio' ? label : undefined}
              checked={choice.checked}
              ref={(input) => {
                if (input) input.indeterminate = choice.mixed === true;
              }}
              onChange={choice.onToggle}
            />
            <span class="choice-label">
              {choice.label}
              {choice.note && <span class="choice-note">{choice.note}</span>}
            </span>
          </label>
          <span class="choice-count">
            {formatNumber(choice.mentions)} <span class="visually-hidden">{t.columnsMentions}</span>
          </span>
          <span class="choice-count">
            {formatNumber(choice.events)} <span class="visually-hidden">{t.columnsEvents}</span>
          </span>
        </div>
      ))}
    </fieldset>
  );
}
