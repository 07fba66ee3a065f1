import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { messages } from '../i18n/locale.ts';
import { Icon } from '../parts/icon.tsx';
import { Popover } from '../parts/popover.tsx';
import { clearAllFilters, clearFilter } from '../state/actions.ts';
import { filters, language } from '../state/app-state.ts';
import { activeDimensions, DIMENSIONS, type Dimension, isSet } from '../state/filters.ts';
import { AllFilters } from './all-filters.tsx';
import { filterValue } from './filter-value.ts';
import { bringSections, FilterSection } from './later-section.tsx';

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

/**
 * The filters as chips: each opens its choices, and one that is set says what it is set to and is cleared by its ×. Where
 * they do not fit on one line, one button opens all of them, so that none is out of sight.
 */
export function FilterBar() {
  const t = messages.value;
  const active = activeDimensions(filters.value);
  const bar = useRef<HTMLFieldSetElement>(null);
  const crowded = useCrowded(bar, `${language.value} ${active.join()}`);
  return (
    <fieldset
      ref={bar}
      class={`filter-bar${crowded ? ' is-crowded' : ''}`}
      aria-label={t.filters}
      onPointerOver={bringSections}
      onFocusIn={bringSections}
    >
      {crowded ? (
        <AllFilters />
      ) : (
        <>
          {DIMENSIONS.filter((dimension) => !RARE.includes(dimension) || active.includes(dimension)).map(
            (dimension) => (
              <FilterChip key={dimension} dimension={dimension} />
            ),
          )}
          {RARE.some((dimension) => !active.includes(dimension)) && <MoreFilters />}
          {active.length > 1 && (
            <button
              type="button"
              class="icon-button clear-all"
              title={t.clearAll}
              aria-label={t.clearAll}
              onClick={clearAllFilters}
            >
              <Icon name="close" />
            </button>
          )}
        </>
      )}
    </fieldset>
  );
}

/** What is open would go with its button when the bar folds or unfolds: that waits until it is closed. */
const OPEN = 'dialog[open], :popover-open';

/** Whether a line of controls is wider than its room; asked anew when what stands in it (`key`) or the room changes. */
function useCrowded(bar: RefObject<HTMLElement | null>, key: string): boolean {
  /** The width that the line would need; `null` while it fits. */
  const needed = useSignal<number | null>(null);
  useLayoutEffect(() => {
    if (!bar.current?.querySelector(OPEN)) needed.value = null;
  }, [key]);
  // the letters of the first moment may be wider than those that come
  useLayoutEffect(() => {
    const again = () => {
      if (!bar.current?.querySelector(OPEN)) needed.value = null;
    };
    document.fonts.addEventListener('loadingdone', again);
    return () => document.fonts.removeEventListener('loadingdone', again);
  }, []);
  useLayoutEffect(() => {
    const element = bar.current;
    if (!element) return;
    const measure = () => {
      if (element.querySelector(OPEN)) return;
      const { scrollWidth, clientWidth } = element;
      if (needed.peek() === null) {
        if (scrollWidth > clientWidth + 1) needed.value = scrollWidth;
      } else if (needed.peek()! <= clientWidth) needed.value = null;
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // neither event bubbles
    element.addEventListener('toggle', measure, { capture: true });
    element.addEventListener('close', measure, { capture: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('toggle', measure, { capture: true });
      element.removeEventListener('close', measure, { capture: true });
    };
  }, [key, needed.value === null]);
  return needed.value !== null;
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
        title={set ? filterValue(dimension, filters.value) : undefined}
        buttonClass="chip"
        button={
          set ? (
            <span class="chip-text">
              <span class="chip-name">{name}: </span>
              <bdi>{filterValue(dimension, filters.value)}</bdi>
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
