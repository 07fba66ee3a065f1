import { useComputed, useSignal } from '@preact/signals';
import { yearName } from '../i18n/dates.ts';
import { messages } from '../i18n/locale.ts';
import { changeFilters } from '../state/actions.ts';
import { filters } from '../state/app-state.ts';
import { dayOf, isoOf, parseIso } from '../state/days.ts';
import { rangeLeft, startYears } from '../state/facets.ts';
import { type Choice, ChoiceList } from './choice-list.tsx';
import { UndatedNotice } from './undated-notice.tsx';

const MOST_YEARS = 16;

/** Typed dates, the years as presets, which time is meant, and what has no date. */
export function FilterWhen() {
  const t = messages.value;
  const { when, timeOf } = filters.value;
  const range = when?.range ?? null;
  const years = useComputed(() => startYears.value.slice(0, MOST_YEARS));
  const choices = years.value.map((year): Choice => {
    const from = dayOf(year);
    const to = dayOf(year + 1) - 1;
    return {
      id: String(year),
      label: yearName(from),
      checked: range?.from === from && range.to === to,
      ...rangeLeft(from, to),
      onToggle: () => changeFilters({ when: { range: { from, to }, undated: when?.undated ?? false } }),
    };
  });
  return (
    <>
      <TypedRange />
      <fieldset class="segments">
        <legend>{t.when.timeOf}</legend>
        {(['event', 'publication'] as const).map((time) => (
          <label key={time}>
            <input
              type="radio"
              name="time-of"
              checked={timeOf === time}
              onChange={() => changeFilters({ timeOf: time })}
            />
            <span>{time === 'event' ? t.when.event : t.when.publication}</span>
          </label>
        ))}
      </fieldset>
      <ChoiceList choices={choices} label={t.when.years} type="radio" />
      <UndatedNotice />
      <div class="popover-actions">
        <label class="check">
          <input
            type="checkbox"
            checked={when?.undated ?? true}
            disabled={when === null}
            onChange={(event) => when && changeFilters({ when: { ...when, undated: event.currentTarget.checked } })}
          />
          {t.when.withUndated}
        </label>
        <button
          type="button"
          class="text-button"
          onClick={() => changeFilters({ when: { range: null, undated: true } })}
        >
          {t.when.onlyUndated}
        </button>
      </div>
    </>
  );
}

function TypedRange() {
  const t = messages.value;
  const range = filters.value.when?.range ?? null;
  const from = useSignal<string | null>(null);
  const to = useSignal<string | null>(null);
  const error = useSignal('');
  const fromText = from.value ?? (range?.from == null ? '' : isoOf(range.from));
  const toText = to.value ?? (range?.to == null ? '' : isoOf(range.to));
  const apply = () => {
    const first = fromText.trim() === '' ? null : parseIso(fromText);
    const last = toText.trim() === '' ? null : parseIso(toText);
    if ((fromText.trim() !== '' && !first) || (toText.trim() !== '' && !last)) {
      error.value = t.when.invalid;
      return;
    }
    if (first && last && last.to < first.from) {
      error.value = t.when.reversed;
      return;
    }
    error.value = '';
    from.value = null;
    to.value = null;
    const undated = filters.value.when?.undated ?? false;
    changeFilters({
      when: first || last ? { range: { from: first?.from ?? null, to: last?.to ?? null }, undated } : null,
    });
  };
  const field = (label: string, value: string, set: (value: string) => void) => (
    <label>
      <span>{label}</span>
      <input
        type="text"
        dir="ltr"
        inputmode="numeric"
        placeholder="2023-09"
        value={value}
        aria-invalid={error.value !== ''}
        aria-describedby="when-hint"
        onInput={(event) => set(event.currentTarget.value)}
        onChange={apply}
        onKeyDown={(event) => event.key === 'Enter' && apply()}
      />
    </label>
  );
  return (
    <div class="typed-range">
      {field(t.when.from, fromText, (value) => (from.value = value))}
      {field(t.when.to, toText, (value) => (to.value = value))}
      <p id="when-hint" class={error.value ? 'hint is-error' : 'hint'} role={error.value ? 'alert' : undefined}>
        {error.value || t.when.hint}
      </p>
    </div>
  );
}
