import { NO_DAY } from '../../core/model/atlas.ts';
import { formatNumber, messages } from '../i18n/locale.ts';
import { atlas } from '../state/app-state.ts';
import { columns, type PassingEvent, passingEvents, placeCounts, results } from '../state/counts.ts';
import { groupPassages, type PassageGroup } from '../state/group-passages.ts';
import { beyondView } from './beyond-view.ts';
import { EventRow } from './event-row.tsx';
import { DocumentList } from './overview.tsx';
import { PanelHead } from './panel-head.tsx';
import { PassageGroups } from './passage-groups.tsx';
import { PlaceRow } from './place-card.tsx';
import { UndatedNotice } from './undated-notice.tsx';

export function DocumentsPanel() {
  const t = messages.value;
  return (
    <article>
      <PanelHead path={[{ label: t.overview.corpus }]} title={t.overview.documents} small />
      <DocumentList />
    </article>
  );
}

/** Rows shown at most. */
const MOST = 500;

/** The list that says what the timeline says: every event that passes, oldest first, undated last. */
export function EventsPanel() {
  const t = messages.value;
  const days = columns.value?.events.firstDay;
  const order = (row: number | undefined) => {
    const day = row === undefined ? NO_DAY : (days?.[row] ?? NO_DAY);
    return day === NO_DAY ? Number.MAX_SAFE_INTEGER : day;
  };
  const events = passingEvents().sort((a, b) => order(a.tellings[0]) - order(b.tellings[0]));
  const isUndated = ({ tellings }: PassingEvent) => order(tellings[0]) === Number.MAX_SAFE_INTEGER;
  const undatedCount = events.filter(isUndated).length;
  const shown = events.slice(0, MOST);
  const [dated, undated] = [shown.filter((event) => !isUndated(event)), shown.filter(isUndated)];
  return (
    <article>
      <PanelHead path={[{ label: t.overview.corpus }]} title={t.event.events} small />
      <p class="meta">
        {t.event.list} <span class="count">{formatNumber(events.length)}</span>
      </p>
      <UndatedNotice />
      {events.length === 0 && <p>{t.event.none}</p>}
      {[dated, undated].map(
        (part, at) =>
          part.length > 0 && (
            <section key={at}>
              {at === 1 && (
                <div class="block-head">
                  <h3>{t.undated}</h3>
                  <span class="count">{formatNumber(undatedCount)}</span>
                </div>
              )}
              <ul class="event-list">
                {part.map((event) => (
                  <EventRow key={event.joined} event={event} withPlace />
                ))}
              </ul>
            </section>
          ),
      )}
    </article>
  );
}

/** Passages that name what no place was found for, as far as a list can hold them. */
function unplacedPassages(): PassageGroup[] {
  const corpus = atlas.value;
  const table = columns.value;
  const { mentionMask } = results.value;
  const rows: number[] = [];
  if (!corpus || !table) return [];
  const { place } = table.mentions;
  for (let row = 0; row < place.length && rows.length < MOST; row++)
    if (place[row]! < 0 && mentionMask[row] === 0) rows.push(row);
  return groupPassages(corpus, table, rows);
}

export function BeyondPanel() {
  const t = messages.value;
  const { outside, undrawable } = beyondView();
  const counts = placeCounts.value;
  const { unplaced } = results.value;
  const list = (title: string, places: readonly number[]) =>
    places.length > 0 && (
      <section class="block">
        <h3>{title}</h3>
        <ul class="place-list">
          {places.map((index) => (
            <PlaceRow key={index} index={index} count={counts[index]!} />
          ))}
        </ul>
      </section>
    );
  return (
    <article>
      <PanelHead path={[{ label: t.map }]} title={t.beyond.title} small />
      {outside.length + undrawable.length + unplaced === 0 && <p>{t.beyond.none}</p>}
      {list(t.beyond.outside, outside)}
      {list(t.beyond.undrawable, undrawable)}
      {unplaced > 0 && (
        <section class="block">
          <h3>
            {t.beyond.unplaced} <span class="count">{formatNumber(unplaced)}</span>
          </h3>
          <PassageGroups groups={unplacedPassages()} />
        </section>
      )}
    </article>
  );
}

export function AboutPanel() {
  const t = messages.value;
  const { aboutText: a } = t;
  const list = (title: string, lines: readonly string[]) => (
    <section class="block">
      <h3>{title}</h3>
      <ul class="tips">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
  return (
    <article>
      <PanelHead path={[{ label: t.appName }]} title={t.about} small />
      <p class="lead">{a.lead}</p>
      {list(a.howTitle, a.how)}
      {list(a.notTitle, a.not)}
      {list(a.sourcesTitle, a.sources)}
      <section class="block">
        <h3>{a.keysTitle}</h3>
        <dl class="names">
          {a.keys.map(([key, what]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </section>
    </article>
  );
}
