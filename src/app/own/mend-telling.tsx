import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { CorrectionAction } from '../../core/model/correction.ts';
import { EVENT_KINDS, type EventKind, type Factuality } from '../../core/model/event.ts';
import { documentFile } from '../data/load.ts';
import { messages } from '../i18n/locale.ts';
import { atlas } from '../state/app-state.ts';
import { parseIso } from '../state/days.ts';
import { correct } from './own-actions.ts';
import { takeFocus } from './take-focus.ts';

const KINDS = Object.keys(EVENT_KINDS) as EventKind[];
const FACTUALITIES: readonly Factuality[] = ['reported', 'negated', 'possible'];

/** Mends kind, date, speaker or factuality of one telling of an event. */
export function MendTelling({ row }: { readonly row: number }) {
  const t = messages.value;
  const o = t.own;
  const open = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const wrongDate = useSignal(false);
  const event = atlas.value?.events[row];
  const record = event && atlas.value?.documents[event.document];
  if (!event || !record) return null;
  const close = () => {
    open.value = false;
    setTimeout(() => button.current?.focus(), 0);
  };
  if (!open.value)
    return (
      <button ref={button} type="button" class="text-button own-mend" onClick={() => (open.value = true)}>
        {o.mendEvent}
      </button>
    );
  const file = documentFile(record.file).value;
  if (typeof file !== 'object') return <p class="quiet">{t.loadingText}</p>;
  const told = file.analysis.events.find(({ id }) => id === event.id);
  const speaker = told?.attributedTo ?? '';
  const speakers = [
    ...new Set([...file.analysis.claims, ...file.analysis.events].flatMap(({ attributedTo }) => attributedTo ?? [])),
  ];
  const make = (action: CorrectionAction) => {
    close();
    void correct(event.document, file.text, { start: event.start, end: event.end }, action, 'here');
  };
  const submit = (submitted: SubmitEvent) => {
    submitted.preventDefault();
    const form = new FormData(submitted.currentTarget as HTMLFormElement);
    const value = (name: string) => String(form.get(name) ?? '').trim();
    const date = value('date');
    const sameDate = date === (event.date ?? '');
    wrongDate.value = !sameDate && date !== '' && parseIso(date) === null;
    if (wrongDate.value) return;
    const change = {
      ...(value('kind') === event.kind ? {} : { kind: value('kind') as EventKind }),
      ...(sameDate ? {} : { date: date === '' ? null : date }),
      ...(value('speaker') === speaker ? {} : { attributedTo: value('speaker') || null }),
      ...(value('factuality') === event.factuality ? {} : { factuality: value('factuality') as Factuality }),
    };
    if (Object.keys(change).length === 0) close();
    else make({ type: 'event', was: event.kind, ...change });
  };
  const list = `own-speakers-${row}`;
  return (
    <form
      class="own-form"
      aria-label={o.mendTitle}
      onSubmit={submit}
      onKeyDown={(pressed) => {
        if (pressed.key !== 'Escape') return;
        pressed.preventDefault();
        pressed.stopPropagation();
        close();
      }}
    >
      <h4>{o.mendTitle}</h4>
      <label>
        <span>{o.kind}</span>
        <select name="kind" ref={takeFocus}>
          {KINDS.map((kind) => (
            <option key={kind} value={kind} selected={kind === event.kind}>
              {t.kinds[kind]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{o.date}</span>
        <input name="date" defaultValue={event.date ?? ''} aria-invalid={wrongDate.value} dir="ltr" />
        <span class="quiet">{wrongDate.value ? <span role="alert">{o.dateWrong}</span> : o.dateHint}</span>
      </label>
      <label>
        <span>{o.speaker}</span>
        <input name="speaker" defaultValue={speaker} list={list} dir="auto" />
        <span class="quiet">{o.speakerHint}</span>
      </label>
      <datalist id={list}>
        {speakers.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <label>
        <span>{o.factuality}</span>
        <select name="factuality">
          {FACTUALITIES.map((one) => (
            <option key={one} value={one} selected={one === event.factuality}>
              {t.factualities[one]}
            </option>
          ))}
        </select>
      </label>
      <div class="own-row">
        <button type="submit" class="chip is-set">
          {o.save}
        </button>
        <button type="button" class="chip" onClick={() => make({ type: 'not-an-event', was: event.kind })}>
          {o.notAnEvent}
        </button>
        <button type="button" class="chip" onClick={close}>
          {o.cancel}
        </button>
      </div>
    </form>
  );
}
