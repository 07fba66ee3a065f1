import { useSignal } from '@preact/signals';
import type { Correction, CorrectionAction } from '../../core/model/correction.ts';
import { messages } from '../i18n/locale.ts';
import { parseIso } from '../state/days.ts';
import { ScopeChoice } from './scope-choice.tsx';
import { takeFocus } from './take-focus.ts';

interface DateChooserProps {
  readonly words: string;
  /** How they were read, in EDTF; null for a date without a value. */
  readonly current: string | null;
  readonly isDate: boolean;
  readonly choose: (action: CorrectionAction, scope: Correction['scope']) => void;
  readonly close: () => void;
}

/** What date words mean: a value, or none. */
export function DateChooser({ words, current, isDate, choose, close }: DateChooserProps) {
  const o = messages.value.own;
  const scope = useSignal<Correction['scope']>('here');
  const wrong = useSignal(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const value = String(new FormData(event.currentTarget as HTMLFormElement).get('value') ?? '').trim();
    wrong.value = !isDateValue(value);
    if (!wrong.value) choose({ type: 'date', edtf: value }, scope.value);
  };
  return (
    <form
      class="own-form"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <h4>{o.dateTitle(words)}</h4>
      {current !== null && (
        <p class="quiet">
          {o.dateNow} <bdi dir="ltr">{current}</bdi>
        </p>
      )}
      <ScopeChoice scope={scope} />
      <label>
        <span>{o.date}</span>
        <input name="value" defaultValue={current ?? ''} aria-invalid={wrong.value} dir="ltr" ref={takeFocus} />
        <span class="quiet">{wrong.value ? <span role="alert">{o.dateWrong}</span> : o.valueHint}</span>
      </label>
      <div class="own-row">
        <button type="submit" class="chip is-set">
          {o.save}
        </button>
        {isDate && (
          <button type="button" class="chip" onClick={() => choose({ type: 'date', edtf: null }, scope.value)}>
            {o.notADate}
          </button>
        )}
        <button type="button" class="chip" onClick={close}>
          {o.cancel}
        </button>
      </div>
    </form>
  );
}

/** A day, a month, a year, or two of them with a stroke between. */
function isDateValue(value: string): boolean {
  const ends = value
    .split('/')
    .map((end) => (end === end.trim() && /^-?\d{4}(?:-\d\d){0,2}$/.test(end) ? parseIso(end) : null));
  const [from, to = from] = ends;
  return ends.length <= 2 && from != null && to != null && from.from <= to.to;
}
