import { formatNumber, messages } from '../i18n/locale.ts';
import { eventTitle } from '../i18n/names.ts';
import { Icon } from '../parts/icon.tsx';
import { select } from '../state/actions.ts';
import { atlas } from '../state/app-state.ts';
import { columns } from '../state/counts.ts';
import { byDate } from '../state/group-passages.ts';
import { StateLink } from './state-link.tsx';

/** The event that one went sideways along last: kept where several are told in one sentence. */
let along = -1;

/** Tellings of the event that is told where the reader stands, the oldest first, when there are others. */
function tellingsAt(
  document: number,
  mention: number,
): { readonly joined: number; readonly rows: number[]; readonly now: number } | null {
  const corpus = atlas.value;
  const table = columns.value;
  if (!corpus || !table) return null;
  const here = [...corpus.events.keys()].filter((row) => {
    const event = corpus.events[row]!;
    return (
      event.document === document &&
      event.start <= mention &&
      mention < event.end &&
      (corpus.joinedEvents[event.joined]?.tellings.length ?? 0) > 1
    );
  });
  if (here.length === 0) return null;
  const length = (row: number) => corpus.events[row]!.end - corpus.events[row]!.start;
  const order = byDate(corpus);
  const chosen =
    here.find((row) => corpus.events[row]!.joined === along) ?? here.sort((a, b) => length(a) - length(b) || a - b)[0]!;
  const { joined } = corpus.events[chosen]!;
  const rows = [...corpus.events.keys()]
    .filter((row) => corpus.events[row]!.joined === joined)
    .sort(
      (a, b) =>
        order(corpus.events[a]!.document, corpus.events[b]!.document) ||
        corpus.events[a]!.start - corpus.events[b]!.start,
    );
  return { joined, rows, now: rows.indexOf(chosen) };
}

/** Sideways from the sentence that is being read to the same event as others tell it. */
export function TellingsBar({
  document,
  mention,
}: {
  readonly document: number;
  readonly mention: number | undefined;
}) {
  const t = messages.value.compare;
  const corpus = atlas.value;
  const told = mention === undefined ? null : tellingsAt(document, mention);
  const joined = told && corpus?.joinedEvents[told.joined];
  if (!corpus || !told || !joined) return null;
  const go = (step: number) => {
    const event = corpus.events[told.rows[(told.now + step + told.rows.length) % told.rows.length]!]!;
    along = told.joined;
    select({ type: 'document', id: corpus.documents[event.document]!.id, mention: event.start });
  };
  return (
    <fieldset class="tellings-bar" aria-label={t.tellings}>
      <StateLink to={{ type: 'event', id: joined.id }}>{eventTitle(joined)}</StateLink>
      <span class="spring">{t.alsoTold(told.rows.length - 1)}</span>
      <button
        type="button"
        class="icon-button small"
        aria-label={t.previousTelling}
        title={t.previousTelling}
        onClick={() => go(-1)}
      >
        <span class="turn-back">
          <Icon name="next" size={14} />
        </span>
      </button>
      <span>
        {formatNumber(told.now + 1)} / {formatNumber(told.rows.length)}
      </span>
      <button
        type="button"
        class="icon-button small"
        aria-label={t.nextTelling}
        title={t.nextTelling}
        onClick={() => go(1)}
      >
        <Icon name="next" size={14} />
      </button>
    </fieldset>
  );
}
