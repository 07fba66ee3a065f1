import { useSignal } from '@preact/signals';
import { NO_DAY } from '../../core/model/atlas.ts';
import { documentFile } from '../data/load.ts';
import { formatDate } from '../i18n/dates.ts';
import { directionOf, formatNumber, messages } from '../i18n/locale.ts';
import { documentTitle, eventTitle, speakerName } from '../i18n/names.ts';
import { select } from '../state/actions.ts';
import { atlas, language, selection } from '../state/app-state.ts';
import { columns, type PassingEvent, passingEvents } from '../state/counts.ts';
import { byDate } from '../state/group-passages.ts';
import { groupOf } from '../state/kind-groups.ts';
import { Speakers } from './differences-table.tsx';
import { Glyph } from './glyph.tsx';
import { PanelHead } from './panel-head.tsx';
import { SpeakerLine } from './speaker-line.tsx';
import { SpeakerName } from './speaker-name.tsx';
import { StateLink } from './state-link.tsx';
import { toldDifferently } from './told-differently.ts';
import { Translated } from './translated.tsx';
import { UndatedNotice } from './undated-notice.tsx';

const AT_ONCE = 100;

/** The events that pass, by time, each told as its passages tell it: something to read, to print and to hand out. */
export function ChronologyPage() {
  const t = messages.value;
  const words = t.takeAway.chronology;
  const shown = useSignal(AT_ONCE);
  const days = columns.value?.events;
  const events = passingEvents();
  const dayOf = ({ tellings }: PassingEvent) => {
    const day = days?.firstDay[tellings[0] ?? -1] ?? NO_DAY;
    return day === NO_DAY ? Number.MAX_SAFE_INTEGER : day;
  };
  const lastOf = ({ tellings }: PassingEvent) => days?.lastDay[tellings[0] ?? -1] ?? NO_DAY;
  events.sort((a, b) => dayOf(a) - dayOf(b) || lastOf(a) - lastOf(b) || a.joined - b.joined);
  const tellings = events.reduce((sum, event) => sum + event.tellings.length, 0);
  const chosen = selection.value;
  const bySpeaker = chosen?.type === 'chronology' && chosen.by === 'speaker';
  const parts = bySpeaker ? partsBySpeaker(events) : [{ speaker: null, events }];
  return (
    <article class="chronology">
      <PanelHead path={[{ label: t.event.events, to: { type: 'events' } }]} title={words.title} small />
      <p class="lead">{words.lead(t.events(events.length), t.event.tellingsCount(tellings))}</p>
      {events.length > 0 && (
        <div class="chronology-tools no-print">
          <fieldset aria-label={words.order}>
            {([false, true] as const).map((speaker) => (
              <label key={String(speaker)} class={`chip${bySpeaker === speaker ? ' is-set' : ''}`}>
                <input
                  type="radio"
                  name="chronology-order"
                  class="visually-hidden"
                  checked={bySpeaker === speaker}
                  onChange={() => select(speaker ? { type: 'chronology', by: 'speaker' } : { type: 'chronology' })}
                />
                {speaker ? words.bySpeaker : words.byDate}
              </label>
            ))}
          </fieldset>
          <button type="button" class="text-button" onClick={() => window.print()}>
            {t.takeAway.print}
          </button>
        </div>
      )}
      <UndatedNotice />
      {parts.map((part) => {
        const listed = part.events.slice(0, shown.value);
        const dates = listed.map(dateOf);
        const name = part.speaker === null ? null : speakerName(part.speaker);
        return (
          <section key={part.speaker ?? 'all'}>
            {name && (
              <h3 class="chronology-speaker">
                <SpeakerName name={name} /> <span class="count">{t.events(part.events.length)}</span>
              </h3>
            )}
            <ol class="chronology-list">
              {listed.map((event, at) => (
                <Entry key={event.joined} event={event} date={dates[at] === dates[at - 1] ? null : dates[at]!} />
              ))}
            </ol>
          </section>
        );
      })}
      {events.length > shown.value && (
        <p class="block-end no-print">
          <button type="button" class="text-button" onClick={() => (shown.value += AT_ONCE)}>
            {words.more(formatNumber(Math.min(AT_ONCE, events.length - shown.value)))}
          </button>
        </p>
      )}
    </article>
  );
}

/** The events of each speaker, told only in that speaker's tellings; who says most first. */
function partsBySpeaker(
  events: readonly PassingEvent[],
): { readonly speaker: number; readonly events: PassingEvent[] }[] {
  const corpus = atlas.value;
  const parts = new Map<number, PassingEvent[]>();
  for (const event of events) {
    const own = new Map<number, number[]>();
    for (const row of event.tellings) {
      const speaker = corpus?.events[row]?.speaker ?? -1;
      own.set(speaker, [...(own.get(speaker) ?? []), row]);
    }
    for (const [speaker, tellings] of own) {
      const part = parts.get(speaker) ?? [];
      parts.set(speaker, part);
      part.push({ joined: event.joined, tellings });
    }
  }
  return [...parts]
    .map(([speaker, own]) => ({ speaker, events: own }))
    .sort((a, b) => b.events.length - a.events.length || a.speaker - b.speaker);
}

function dateOf({ joined, tellings }: PassingEvent): string {
  const corpus = atlas.value;
  const days = columns.value?.events;
  const first = tellings[0] ?? -1;
  const from = days?.firstDay[first] ?? NO_DAY;
  const to = days?.lastDay[first] ?? NO_DAY;
  if (from === NO_DAY) return messages.value.undated;
  const best = tellings
    .map((row) => corpus?.events[row])
    .find((event) => event && event.firstDay === from && event.lastDay === to);
  return formatDate(best?.date ?? corpus?.joinedEvents[joined]?.date ?? null, from, to, 'long');
}

function Entry({ event, date }: { readonly event: PassingEvent; readonly date: string | null }) {
  const corpus = atlas.value;
  const joined = corpus?.joinedEvents[event.joined];
  if (!corpus || !joined) return null;
  const order = byDate(corpus);
  const tellings = [...event.tellings].sort(
    (a, b) => order(corpus.events[a]!.document, corpus.events[b]!.document) || a - b,
  );
  return (
    <li class={date === null ? 'chronology-entry' : 'chronology-entry is-dated'}>
      {date !== null && <h3 class="chronology-date">{date}</h3>}
      <h4 class="chronology-title">
        <Glyph group={groupOf(joined.kind)} size={13} />
        <StateLink to={{ type: 'event', id: joined.id }}>{eventTitle(joined)}</StateLink>
      </h4>
      <ul>
        {tellings.map((row) => (
          <Telling key={row} row={row} />
        ))}
      </ul>
      {toldDifferently(joined, tellings).map(({ about, label, said }) => (
        <p key={about} class="chronology-source">
          <strong>
            {messages.value.takeAway.chronology.differ} ({label}):
          </strong>{' '}
          {said.map(({ value, speakers }, at) => (
            <span key={value.text}>
              {at > 0 && (language.value === 'ar' ? '؛ ' : '; ')}
              <bdi lang={value.lang}>{value.text}</bdi> (<Speakers speakers={speakers} />)
            </span>
          ))}
        </p>
      ))}
    </li>
  );
}

function Telling({ row }: { readonly row: number }) {
  const t = messages.value;
  const corpus = atlas.value;
  const event = corpus?.events[row];
  const record = event && corpus?.documents[event.document];
  if (!event || !record) return null;
  const file = documentFile(record.file).value;
  const title = documentTitle(record);
  const span = typeof file === 'object' ? file.analysis.passages[event.passage] : undefined;
  const quote = typeof file === 'object' && span ? file.text.slice(span.start, span.end) : '…';
  return (
    <li class="chronology-telling">
      <blockquote lang={record.lang} dir={directionOf(record.lang)}>
        {quote}
      </blockquote>
      {span && <Translated document={event.document} start={span.start} end={span.end} noted />}
      <p class="chronology-source">
        {event.factuality !== 'reported' && <strong>{t.factualities[event.factuality]} · </strong>}
        <SpeakerLine document={event.document} speaker={event.speaker} />
        <span class="dot">·</span>
        <StateLink to={{ type: 'document', id: record.id, mention: event.start }}>
          <bdi lang={title.lang === language.value ? undefined : title.lang}>{title.text}</bdi>
        </StateLink>
        <span class="dot">·</span>
        <span>{formatDate(record.date, record.firstDay, record.lastDay)}</span>
      </p>
    </li>
  );
}
