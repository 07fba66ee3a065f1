import { useSignal } from '@preact/signals';
import { formatNumber, messages } from '../i18n/locale.ts';
import { placeName } from '../i18n/names.ts';
import { atlas } from '../state/app-state.ts';
import { results } from '../state/counts.ts';
import { beyondView } from './beyond-view.ts';
import { PanelHead } from './panel-head.tsx';
import { StateLink } from './state-link.tsx';

/** Rows that stand there at first, and so many more at a time. */
const SHOWN = 100;

/** The table that says what the map says: each place that is left, how often it is named, its events, and whether the map shows it now. */
export function PlacesPanel() {
  const t = messages.value;
  const shown = useSignal(SHOWN);
  const corpus = atlas.value;
  const { placeCounts, placeEvents, unplaced } = results.value;
  if (!corpus) return null;
  const { outside, undrawable } = beyondView();
  const [away, never] = [new Set(outside), new Set(undrawable)];
  const rows = [...corpus.places.keys()]
    .filter((index) => placeCounts[index]! > 0)
    .sort((a, b) => placeCounts[b]! - placeCounts[a]! || a - b);
  const where = (index: number) =>
    never.has(index) ? t.beyond.never : away.has(index) ? t.beyond.away : t.beyond.here;
  return (
    <article>
      <PanelHead path={[{ label: t.overview.corpus }]} title={t.overview.places} small />
      <table class="places-table">
        <caption>{t.beyond.caption(t.places(rows.length), formatNumber(rows.length - away.size - never.size))}</caption>
        <thead>
          <tr>
            <th scope="col">{t.overview.places}</th>
            <th scope="col">{t.columnsMentions}</th>
            <th scope="col">{t.columnsEvents}</th>
            <th scope="col">{t.map}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown.value).map((index) => {
            const place = corpus.places[index]!;
            const holder = corpus.places[place.ancestors[0] ?? -1];
            return (
              <tr key={place.id}>
                <th scope="row">
                  <StateLink to={{ type: 'place', id: place.id }}>{placeName(place)}</StateLink>
                  {holder && <span class="choice-note">{placeName(holder)}</span>}
                </th>
                <td>{formatNumber(placeCounts[index]!)}</td>
                <td>{formatNumber(placeEvents[index]!)}</td>
                <td class="quiet">{where(index)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {rows.length > shown.value && (
        <button type="button" class="text-button" onClick={() => (shown.value += SHOWN)}>
          {t.showMore(rows.length - shown.value)}
        </button>
      )}
      {unplaced > 0 && (
        <p class="note">
          {t.beyond.unplaced}: {formatNumber(unplaced)} <StateLink to={{ type: 'beyond' }}>{t.show}</StateLink>
        </p>
      )}
    </article>
  );
}
