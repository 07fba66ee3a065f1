import { useSignal } from '@preact/signals';
import { useNarrowed } from '../data/found-names.ts';
import { messages } from '../i18n/locale.ts';
import { placeName } from '../i18n/names.ts';
import { Icon } from '../parts/icon.tsx';
import { changeFilters } from '../state/actions.ts';
import { atlas, filters, mapBounds } from '../state/app-state.ts';
import { regionFacet } from '../state/facets.ts';
import { toggled } from '../state/filters.ts';
import { type Choice, ChoiceList } from './choice-list.tsx';
import { Finder } from './finder.tsx';

const MOST_FOUND = 60;

/** Regions in regions, opened level by level; a search in them; and the stretch of the map that is seen. */
export function FilterWhere() {
  const t = messages.value;
  const { field, entries } = useNarrowed('places');
  const opened = useSignal<ReadonlySet<number>>(new Set(initiallyOpen()));
  const corpus = atlas.value;
  const left = regionFacet.value;
  const { where, area } = filters.value;
  const bounds = mapBounds.value;
  if (!corpus) return null;
  const children = new Map<number, number[]>();
  corpus.places.forEach((place, index) => {
    const parent = place.ancestors[0] ?? -1;
    children.set(parent, [...(children.get(parent) ?? []), index]);
  });
  const weight = (index: number) => left.mentions[index]! + left.events[index]!;
  const choice = (index: number, indent: number, before?: preact.ComponentChildren): Choice => {
    const place = corpus.places[index]!;
    return {
      id: place.id,
      label: placeName(place),
      indent,
      before,
      checked: where.includes(place.id),
      mentions: left.mentions[index]!,
      events: left.events[index]!,
      onToggle: () => changeFilters({ where: toggled(where, place.id) }),
    };
  };
  const toggle = (index: number) => {
    const next = new Set(opened.value);
    if (!next.delete(index)) next.add(index);
    opened.value = next;
  };
  const rows: Choice[] = [];
  const walk = (parent: number, indent: number) => {
    const list = (children.get(parent) ?? []).filter(
      (index) => weight(index) > 0 || where.includes(corpus.places[index]!.id),
    );
    for (const index of list.sort((a, b) => weight(b) - weight(a))) {
      const inner = (children.get(index) ?? []).some((child) => weight(child) > 0);
      const isOpen = opened.value.has(index);
      const name = placeName(corpus.places[index]);
      rows.push(
        choice(
          index,
          indent,
          inner ? (
            <button
              type="button"
              class="twist"
              aria-expanded={isOpen}
              aria-label={t.where.expand(name)}
              onClick={() => toggle(index)}
            >
              <Icon name={isOpen ? 'down' : 'next'} size={12} />
            </button>
          ) : (
            <span class="twist" />
          ),
        ),
      );
      if (inner && isOpen) walk(index, indent + 1);
    }
  };
  if (entries === null) walk(-1, 0);
  else for (const index of entries.slice(0, MOST_FOUND)) rows.push(choice(index, 0));
  return (
    <>
      <Finder label={t.where.find} {...field} />
      <label class="check">
        <input
          type="checkbox"
          checked={area?.type === 'box'}
          disabled={!bounds && !area}
          onChange={(event) =>
            changeFilters({
              area:
                event.currentTarget.checked && bounds
                  ? {
                      type: 'box',
                      bounds: bounds.map((side) => Number(side.toFixed(3)) + 0) as unknown as typeof bounds,
                    }
                  : null,
            })
          }
        />
        {t.where.seen}
      </label>
      <p class="hint">{t.where.note}</p>
      <ChoiceList choices={rows} label={t.filterNames.where} />
    </>
  );
}

/** What holds a chosen place is open from the start, and so is a single root. */
function initiallyOpen(): number[] {
  const corpus = atlas.peek();
  if (!corpus) return [];
  const open = corpus.places.flatMap((place) => (filters.peek().where.includes(place.id) ? place.ancestors : []));
  const roots = corpus.places.flatMap((place, index) => (place.ancestors.length === 0 ? [index] : []));
  const left = regionFacet.peek();
  const busiest = roots.sort((a, b) => left.mentions[b]! - left.mentions[a]!)[0];
  return busiest === undefined ? open : [...open, busiest];
}
