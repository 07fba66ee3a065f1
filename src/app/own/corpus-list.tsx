import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type CorpusSummary, SITE } from '../../worker/analysis-messages.ts';
import { formatDay } from '../i18n/dates.ts';
import { messages } from '../i18n/locale.ts';
import { dayOf } from '../state/days.ts';
import { exportCorpus, remove, rename, reread, show } from './own-actions.ts';
import { adding, own } from './own-state.ts';
import { takeFocus } from './take-focus.ts';

const boxId = (id: string) => `own-shown-${id}`;

/** What is kept, and what of it is on the map: any of them together. */
export function CorpusList() {
  const o = messages.value.own;
  const { corpora, shown } = own.value;
  if (corpora.length === 0) return null;
  const toggle = (id: string, on: boolean) => {
    const order = [SITE, ...corpora.map((corpus) => corpus.id)];
    void show(order.filter((one) => (one === id ? on : shown.includes(one))));
  };
  const box = (id: string) => (
    <input
      id={boxId(id)}
      type="checkbox"
      checked={shown.includes(id)}
      disabled={adding.value || (shown.length === 1 && shown.includes(id))}
      onChange={(event) => toggle(id, event.currentTarget.checked)}
    />
  );
  return (
    <section class="block">
      <h3>{o.collections}</h3>
      <p class="quiet">{o.collectionsHint}</p>
      <ul class="own-corpora">
        <li>
          <label class="check" for={boxId(SITE)}>
            {box(SITE)}
            <span>{o.siteCorpus}</span>
          </label>
        </li>
        {corpora.map((corpus) => (
          <Corpus key={corpus.id} corpus={corpus} box={box(corpus.id)} />
        ))}
      </ul>
    </section>
  );
}

function Corpus({
  corpus: { id, title, documents, created, outdated },
  box,
}: {
  readonly corpus: CorpusSummary;
  readonly box: preact.JSX.Element;
}) {
  const t = messages.value;
  const o = t.own;
  const renaming = useSignal(false);
  const name = title || o.unnamed;
  const at = new Date(created);
  const day = formatDay(dayOf(at.getFullYear(), at.getMonth() + 1, at.getDate()));
  const again = useRef<HTMLButtonElement>(null);
  /** Whether the button is to have the focus back that the form took from it. */
  const closed = useRef(false);
  const close = () => {
    closed.current = true;
    renaming.value = false;
  };
  useLayoutEffect(() => {
    if (!renaming.value && closed.current) again.current?.focus();
    closed.current = false;
  }, [renaming.value]);
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget as HTMLFormElement).get('name') ?? '').trim();
    close();
    if (typed !== '' && typed !== title) void rename(id, typed);
  };
  const giveUp = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  return (
    <li>
      <label class="check" for={boxId(id)}>
        {box}
        <span class="own-corpus">
          <bdi>{name}</bdi>
          <span class="quiet">
            {t.documents(documents)} · {o.created(day)}
          </span>
        </span>
      </label>
      {outdated && (
        <p class="own-outdated quiet">
          {o.outdated}{' '}
          <button
            type="button"
            class="text-button"
            aria-label={`${o.reread}: ${name}`}
            disabled={adding.value}
            onClick={() => void reread(id)}
          >
            {o.reread}
          </button>
        </p>
      )}
      {renaming.value ? (
        <form class="own-search" onSubmit={save} onKeyDown={(event) => event.key === 'Escape' && giveUp(event)}>
          <input name="name" defaultValue={name} aria-label={o.newName} dir="auto" maxLength={200} ref={takeFocus} />
          <button type="submit" class="chip">
            {o.save}
          </button>
          <button type="button" class="chip" onClick={giveUp}>
            {o.cancel}
          </button>
        </form>
      ) : (
        <div class="own-row">
          <button
            type="button"
            class="text-button"
            ref={again}
            aria-label={`${o.rename}: ${name}`}
            onClick={() => (renaming.value = true)}
          >
            {o.rename}
          </button>
          <button
            type="button"
            class="text-button"
            aria-label={`${o.export}: ${name}`}
            title={o.exportHint}
            onClick={() => void exportCorpus(id, name)}
          >
            {o.export}
          </button>
          <button
            type="button"
            class="text-button"
            aria-label={`${o.remove}: ${name}`}
            disabled={adding.value}
            onClick={() => void remove(id, name)}
          >
            {o.remove}
          </button>
        </div>
      )}
    </li>
  );
}
