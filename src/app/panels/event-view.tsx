import { NO_DAY } from '../../core/model/atlas.ts';
import { formatDate, formatRange } from '../i18n/dates.ts';
import { messages } from '../i18n/locale.ts';
import { eventTitle, languageOf, placeName, tellingVoice } from '../i18n/names.ts';
import { atlas, joinedIndex, placeIndex } from '../state/app-state.ts';
import { columns } from '../state/counts.ts';
import { byDate } from '../state/group-passages.ts';
import { groupOf } from '../state/kind-groups.ts';
import { correctionSlots } from './correction-slots.ts';
import { FiguresTable } from './figures-table.tsx';
import { Glyph } from './glyph.tsx';
import { PanelHead } from './panel-head.tsx';
import { DocumentLine, Passage } from './passage.tsx';
import { StateLink } from './state-link.tsx';

/** One event of the world: when, where, who; the figures and words of each speaker; every telling of it. */
export function EventView({ id }: { readonly id: string }) {
  const t = messages.value;
  const corpus = atlas.value;
  const index = joinedIndex.value.get(id);
  const joined = index === undefined ? undefined : corpus?.joinedEvents[index];
  if (!corpus || index === undefined || !joined)
    return <PanelHead path={[{ label: t.event.events, to: { type: 'events' } }]} title={t.event.unknown} />;
  const order = byDate(corpus);
  const tellings = [...corpus.events.keys()]
    .filter((row) => corpus.events[row]!.joined === index)
    .sort(
      (a, b) =>
        order(corpus.events[a]!.document, corpus.events[b]!.document) ||
        corpus.events[a]!.start - corpus.events[b]!.start,
    );
  const first = tellings[0];
  const days = columns.value?.events;
  const from = (first !== undefined && days?.firstDay[first]) || NO_DAY;
  const to = (first !== undefined && days?.lastDay[first]) || NO_DAY;
  const best = tellings
    .map((row) => corpus.events[row]!)
    .find((event) => event.firstDay === from && event.lastDay === to);
  const documents = new Set(tellings.map((row) => corpus.events[row]!.document));
  const place = joined.placeId ? corpus.places[placeIndex.value.get(joined.placeId) ?? -1] : undefined;
  const actors = [...new Set(tellings.flatMap((row) => corpus.events[row]!.actors))];
  const group = groupOf(joined.kind);
  return (
    <article class="event-view">
      <PanelHead
        path={[{ label: t.event.events, to: { type: 'events' } }, { label: t.groups[group] }]}
        title={eventTitle(joined)}
        small
        before={<Glyph group={group} size={20} />}
      />
      <p class="meta">
        <strong>{from === NO_DAY ? t.undated : formatDate(best?.date ?? null, from, to, 'long')}</strong>
        {best?.dateBasis && (
          <>
            <span class="dot">·</span>
            {t.eventDateBasis[best.dateBasis]}
          </>
        )}
        <span class="dot">·</span>
        {t.event.toldBy(documents.size, corpus.documents.length)}
      </p>
      {place && (
        <p class="meta">
          <StateLink to={{ type: 'place', id: place.id }}>{placeName(place)}</StateLink>
          <span class="dot">·</span>
          {t.placeKinds[place.kind]}
        </p>
      )}
      {actors.length > 0 && (
        <dl class="names">
          <div>
            <dt>{t.event.actors}</dt>
            <dd class="actors">
              {actors.slice(0, 8).map((actor) => (
                <bdi key={actor} lang={languageOf(actor)}>
                  {actor}
                </bdi>
              ))}
            </dd>
          </div>
        </dl>
      )}
      <FiguresTable tellings={tellings} />
      <WordsForIt tellings={tellings} />
      <section class="block passages">
        <div class="block-head">
          <h3>{t.event.tellings}</h3>
          <span class="count">
            {t.event.tellingsCount(tellings.length)} {t.inDocuments(documents.size)}
          </span>
          <span class="order">{t.overview.oldestFirst}</span>
        </div>
        {tellings.map((row, at) => (
          <Telling
            key={row}
            row={row}
            withDocument={corpus.events[row]!.document !== corpus.events[tellings[at - 1] ?? -1]?.document}
          />
        ))}
      </section>
    </article>
  );
}

function Telling({ row, withDocument }: { readonly row: number; readonly withDocument: boolean }) {
  const t = messages.value;
  const corpus = atlas.value;
  const event = corpus?.events[row];
  const Mend = correctionSlots.value?.Telling;
  const table = columns.value;
  if (!corpus || !event || !table) return null;
  const { mentions: m, firstMention } = table;
  const rows: number[] = [];
  for (let at = firstMention[event.document]!; at < firstMention[event.document + 1]!; at++)
    if (m.passage[at] === event.passage && event.place >= 0 && m.place[at] === event.place) rows.push(at);
  const joined = corpus.joinedEvents[event.joined];
  const sure =
    joined?.tellings.find((one) => one.eventId === event.id && one.documentId === corpus.documents[event.document]?.id)
      ?.sure !== false;
  const same = event.firstDay === table.events.firstDay[row] && event.lastDay === table.events.lastDay[row];
  const dated = event.firstDay === NO_DAY || same ? null : formatRange(event.firstDay, event.lastDay);
  return (
    <div class="passage-group">
      {withDocument && (
        <DocumentLine document={event.document} mention={rows[0] === undefined ? event.start : m.start[rows[0]]} />
      )}
      {(event.factuality !== 'reported' || !sure) && (
        <p class="factuality">
          {event.factuality === 'negated' ? t.event.denied : event.factuality === 'possible' ? t.event.possible : ''}
          {!sure && ` ${t.event.unsure}`}
        </p>
      )}
      <Passage document={event.document} passage={event.passage} rows={rows} speaker={event.speaker} at={event.start} />
      {dated && <p class="quiet">{dated}</p>}
      {Mend && <Mend row={row} />}
    </div>
  );
}

/** What each source calls it, in equal cells. */
function WordsForIt({ tellings }: { readonly tellings: readonly number[] }) {
  const t = messages.value;
  const corpus = atlas.value;
  if (!corpus) return null;
  const seen = new Set<string>();
  const words = tellings.flatMap((row) => {
    const event = corpus.events[row]!;
    return event.framing.flatMap((text) => {
      const key = `${text}|${event.speaker}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [
        {
          text,
          speaker: tellingVoice(row),
          document: corpus.documents[event.document]!,
          start: event.start,
          key,
        },
      ];
    });
  });
  if (words.length === 0) return null;
  return (
    <section class="block">
      <div class="block-head">
        <h3>{t.event.wordsFor}</h3>
        <span class="count">{t.event.asWritten}</span>
      </div>
      <ul class="words-for">
        {words.map(({ text, speaker, document, start, key }) => (
          <li key={key} lang={languageOf(text)} dir="auto">
            <StateLink class="words" to={{ type: 'document', id: document.id, mention: start }}>
              {text}
            </StateLink>
            <span class="words-foot">
              <bdi lang={speaker.lang}>{speaker.text}</bdi>
              <bdi class="quiet">{formatDate(document.date, document.firstDay, document.lastDay)}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
