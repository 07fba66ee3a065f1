import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { formatNumber, messages } from '../i18n/locale.ts';
import { Icon } from '../parts/icon.tsx';
import { clearAllFilters, clearFilter } from '../state/actions.ts';
import { filters } from '../state/app-state.ts';
import { results } from '../state/counts.ts';
import { activeDimensions, DIMENSIONS } from '../state/filters.ts';
import { filterValue } from './filter-value.ts';
import { FilterSection } from './later-section.tsx';

/** The chips that are set, and one button for all filters, on a phone. */
export function PhoneFilters() {
  const t = messages.value;
  return (
    <fieldset class="phone-filters" aria-label={t.filters}>
      <AllFilters />
    </fieldset>
  );
}

/** Where there is little room: one button for all filters, which says how many are set, and the chips of those that are. */
export function AllFilters() {
  const t = messages.value;
  const dialog = useRef<HTMLDialogElement>(null);
  const open = useSignal(false);
  const show = () => {
    open.value = true;
    dialog.current?.showModal();
  };
  const active = activeDimensions(filters.value);
  return (
    <>
      <button type="button" class="chip all-filters" aria-haspopup="dialog" onClick={show}>
        <Icon name="filter" />
        {t.filters}
        {active.length > 0 && <span class="filter-count">{formatNumber(active.length)}</span>}
      </button>
      {active.map((dimension) => (
        <button key={dimension} type="button" class="chip is-set" onClick={() => clearFilter(dimension)}>
          <bdi>{filterValue(dimension, filters.value)}</bdi>
          <span class="visually-hidden"> · {t.clearOne(t.filterNames[dimension])}</span>
          <Icon name="close" size={12} />
        </button>
      ))}
      <dialog ref={dialog} class="filter-dialog" aria-label={t.filters} onClose={() => (open.value = false)}>
        <div class="dialog-head">
          <h2>{t.filters}</h2>
          <button type="button" class="icon-button" aria-label={t.close} onClick={() => dialog.current?.close()}>
            <Icon name="close" />
          </button>
        </div>
        {open.value && <Sections />}
        <div class="dialog-foot">
          <button type="button" class="text-button" onClick={clearAllFilters}>
            {t.clearAll}
          </button>
          <button type="button" class="chip is-set" onClick={() => dialog.current?.close()}>
            <Left />
          </button>
        </div>
      </dialog>
    </>
  );
}

/** Every filter with what it is set to; there only while it can be seen, since all its choices are counted. */
function Sections() {
  const t = messages.value;
  return (
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
  );
}

function Left() {
  const t = messages.value;
  const { mentions, events } = results.value;
  return (
    <>
      {t.mentions(mentions)} · {t.events(events)}
    </>
  );
}
