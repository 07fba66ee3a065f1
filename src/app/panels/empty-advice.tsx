import { messages } from '../i18n/locale.ts';
import { clearAllFilters, clearFilter } from '../state/actions.ts';
import { filters } from '../state/app-state.ts';
import { loosened } from '../state/counts.ts';
import { activeDimensions } from '../state/filters.ts';
import { filterValue } from './filter-value.ts';

/** What loosening each filter would give, the most first. */
export function EmptyAdvice() {
  const t = messages.value;
  const left = loosened.value;
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
