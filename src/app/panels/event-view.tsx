import { type AtlasEvent, NO_DAY } from '../../core/model/atlas.ts';
import { formatDate } from '../i18n/dates.ts';
import { messages } from '../i18n/locale.ts';
import { eventTitle, languageOf, placeName } from '../i18n/names.ts';
import { atlas, joinedIndex, placeIndex, selection } from '../state/app-state.ts';
import { columns } from '../state/counts.ts';
import { byDate } from '../state/group-passages.ts';
import { groupOf } from '../state/kind-groups.ts';
import { DifferencesTable } from './differences-table.tsx';
import { Telling } from './event-telling.tsx';
import { FiguresTable } from './figures-table.tsx';
import { Glyph } from './glyph.tsx';
import { PanelHead } from './panel-head.tsx';
import { DocumentLine } from './passage.tsx';
import { StateLink } from './state-link.tsx';
import { toldDifferently } from './told-differently.ts';
import { WordsForIt } from './words-for-it.tsx';

/** Differences that the small table shows. */
const SMALL: ReadonlySet<string> = new Set(['kind', 'date', 'place']);
/** How a date may be known, the surest first. */
const BASES: readonly AtlasEvent['dateBasis'][] = ['passage', 'context', 'document', null];

/** The event that is chosen. */
export function ChosenEvent() {
  const chosen = selection.value;
  return chosen?.type === 'event' ? <EventView key={chosen.id} id={chosen.id} /> : null;
}

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
  // the day that a passage states is better known than one taken from the document
  const best = tellings
    .map((row) => corpus.events[row]!)
    .filter((event) => event.firstDay === from && event.lastDay === to)
    .sort((a, b) => BASES.indexOf(a.dateBasis) - BASES.indexOf(b.dateBasis))[0];
  const documents = new Set(tellings.map((row) => corpus.events[row]!.document));
  const place = joined.placeId ? corpus.places[placeIndex.value.get(joined.placeId) ?? -1] : undefined;
  const actors = [...new Set(tellings.flatMap((row) => corpus.events[row]!.actors))];
  const group = groupOf(joined.kind);
  // figures and words for it have tables of their own
  const differences = toldDifferently(joined, tellings).filter(({ about }) => SMALL.has(about));
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
      <DifferencesTable differences={differences} />
      <WordsForIt tellings={tellings} />
      <section class="block passages">
        <div class="block-head">
          <h3>{t.event.tellings}</h3>
          <span class="count">
            {t.event.tellingsCount(tellings.length)} {t.inDocuments(documents.size)}
          </span>
          <span class="order">{t.overview.oldestFirst}</span>
        </div>
        <div class="side-by-side">
          {byDocument(tellings).map((own) => (
            <div key={own[0]} class="told-in">
              <DocumentLine document={corpus.events[own[0]!]!.document} mention={corpus.events[own[0]!]!.start} />
              {own.map((row) => (
                <Telling key={row} row={row} />
              ))}
            </div>
          ))}
        </div>
      </section>
    </article>
  );
}

/** The tellings of each document, in their order. */
function byDocument(tellings: readonly number[]): number[][] {
  const groups: number[][] = [];
  let before = -1;
  for (const row of tellings) {
    const document = atlas.value?.events[row]?.document ?? -1;
    if (document === before) groups.at(-1)?.push(row);
    else groups.push([row]);
    before = document;
  }
  return groups;
}
