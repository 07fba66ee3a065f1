import { useRef } from 'preact/hooks';
import { messages } from '../i18n/locale.ts';
import { clearAllFilters, clearFilter } from '../state/actions.ts';
import { filters } from '../state/app-state.ts';
import { results } from '../state/counts.ts';
import { activeDimensions, DIMENSIONS, type Dimension, isSet } from '../state/filters.ts';
import { FilterSection } from './filter-sections.tsx';
import { filterValue } from './filter-value.ts';
import { Icon } from './icon.tsx';
import { Popover } from './popover.tsx';

/** Filters that stand behind *More* until they are set. */
const RARE: readonly Dimension[] = ['sense', 'sureness', 'factuality'];

function MoreFilters() {
  const t = messages.value;
  return (
    <Popover
      id="filter-more"
      label={t.more}
      buttonClass="chip"
      button={
        <>
          {t.more}
          <Icon name="down" size={12} />
        </>
      }
    >
      {() =>
        RARE.map((dimension) => (
          <div key={dimension} class="popover-part">
            <h2 class="popover-title">{t.filterNames[dimension]}</h2>
            <FilterSection dimension={dimension} />
          </div>
        ))
      }
    </Popover>
  );
}

/** The filters as chips: each opens its choices, and one that is set says what it is set to and is cleared by its ×. */
export function FilterBar() {
  const t = messages.value;
  const active = activeDimensions(filters.value);
  return (
    <fieldset class="filter-bar" aria-label={t.filters}>
      {DIMENSIONS.filter((dimension) => !RARE.includes(dimension) || active.includes(dimension)).map((dimension) => (
        <FilterChip key={dimension} dimension={dimension} />
      ))}
      {RARE.some((dimension) => !active.includes(dimension)) && <MoreFilters />}
      {active.length > 1 && (
        <button type="button" class="text-button clear-all" onClick={clearAllFilters}>
          {t.clearAll}
        </button>
      )}
    </fieldset>
  );
}

export function FilterChip({ dimension }: { readonly dimension: Dimension }) {
  const t = messages.value;
  const name = t.filterNames[dimension];
  const set = isSet(filters.value, dimension);
  return (
    <div class={`filter-chip is-${dimension}${set ? ' is-set' : ''}`}>
      <Popover
        id={`filter-${dimension}`}
        label={name}
        buttonClass="chip"
        button={
          set ? (
            <span class="chip-text">
              {name}: <bdi>{filterValue(dimension, filters.value)}</bdi>
            </span>
          ) : (
            <>
              {name}
              <Icon name="down" size={12} />
            </>
          )
        }
      >
        {() => (
          <>
            <h2 class="popover-title">{name}</h2>
            <FilterSection dimension={dimension} />
          </>
        )}
      </Popover>
      {set && (
        <button
          type="button"
          class="chip-clear"
          aria-label={t.clearOne(name)}
          title={t.clearOne(name)}
          onClick={() => clearFilter(dimension)}
        >
          <Icon name="close" size={12} />
        </button>
      )}
    </div>
  );
}

/** On a phone: the chips that are set, and one button for all filters. */
export function PhoneFilters() {
  const t = messages.value;
  const dialog = useRef<HTMLDialogElement>(null);
  const passing = results.value;
  return (
    <fieldset class="phone-filters" aria-label={t.filters}>
      {activeDimensions(filters.value).map((dimension) => (
        <button
          key={dimension}
          type="button"
          class="chip is-set"
          aria-label={t.clearOne(t.filterNames[dimension])}
          onClick={() => clearFilter(dimension)}
        >
          <bdi>{filterValue(dimension, filters.value)}</bdi>
          <Icon name="close" size={12} />
        </button>
      ))}
      <button type="button" class="chip" aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
        <Icon name="filter" />
        {t.filters}
      </button>
      <dialog ref={dialog} class="filter-dialog" aria-label={t.filters}>
        <div class="dialog-head">
          <h2>{t.filters}</h2>
          <button type="button" class="icon-button" aria-label={t.close} onClick={() => dialog.current?.close()}>
            <Icon name="close" />
          </button>
        </div>
        <div class="filter-dialog-body">
          {DIMENSIONS.map((dimension) => (
            <details key={dimension}>
              <summary>
                <span>{t.filterNames[dimension]}</span>
                <span class="quiet">
                  <bdi>{filterValue(dimension, filters.value)}</bdi>
                </span>
              </summary>
              <FilterSection dimension={dimension} />
            </details>
          ))}
        </div>
        <div class="dialog-foot">
          <button type="button" class="text-button" onClick={clearAllFilters}>
            {t.clearAll}
          </button>
          <button type="button" class="chip is-set" onClick={() => dialog.current?.close()}>
            {t.mentions(passing.mentions)} · {t.events(passing.events)}
          </button>
        </div>
      </dialog>
    </fieldset>
  );
}
