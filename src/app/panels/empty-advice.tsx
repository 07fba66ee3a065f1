import { messages } from '../i18n/locale.ts';
import { clearAllFilters, clearFilter } from '../state/actions.ts';
import { filters, selection } from '../state/app-state.ts';
import { loosened, loosenedFor, results } from '../state/counts.ts';
import { activeDimensions } from '../state/filters.ts';
import { filterValue } from './filter-value.ts';

/** What loosening each filter would give, the most first: of the whole corpus, or of one place. */
export function EmptyAdvice({ place }: { readonly place?: number }) {
  const t = messages.value;
  const left = place === undefined ? loosened.value : loosenedFor(place);
  const choices = activeDimensions(filters.value)
    .map((dimension) => ({ dimension, ...(left.get(dimension) ?? { mentions: 0, events: 0 }) }))
    .sort((a, b) => b.mentions + b.events - a.mentions - a.events);
  if (choices.length === 0) return null;
  return (
    <div class="advice">
      <ul>
        {choices
          .filter(({ mentions, events }) => mentions + events > 0)
          .map(({ dimension, mentions, events }) => (
            <li key={dimension}>
              {t.empty.without}{' '}
              <button type="button" class="text-button" onClick={() => clearFilter(dimension)}>
                {t.filterNames[dimension]}: <bdi>{filterValue(dimension, filters.value)}</bdi>
              </button>{' '}
              {t.empty.thereAre(t.events(events), t.mentions(mentions))}
            </li>
          ))}
      </ul>
      {choices.every(({ mentions, events }) => mentions + events === 0) && <p>{t.empty.alone}</p>}
      <button type="button" class="text-button" onClick={clearAllFilters}>
        {t.clearAll}
      </button>
    </div>
  );
}

/** Above whatever is being read, when the filters leave nothing at all. A place says it of itself. */
export function EmptyNotice() {
  const t = messages.value;
  const { mentions, events } = results.value;
  if (mentions + events > 0 || activeDimensions(filters.value).length === 0 || selection.value?.type === 'place')
    return null;
  return (
    <section class="empty-notice">
      <p class="empty-title">{t.empty.title}</p>
      <EmptyAdvice />
    </section>
  );
}
