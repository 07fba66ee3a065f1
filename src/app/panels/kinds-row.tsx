import type { EventKind } from '../../core/model/event.ts';
import { formatNumber, messages } from '../i18n/locale.ts';
import { changeFilters } from '../state/actions.ts';
import { filters } from '../state/app-state.ts';
import { presentGroups, results } from '../state/counts.ts';
import { GROUP_IDS, KIND_GROUPS, type KindGroup } from '../state/kind-groups.ts';
import { Glyph } from './glyph.tsx';

/** Whether all, some or none of a group's kinds are chosen. */
export function groupState(group: KindGroup, chosen: readonly EventKind[]): 'all' | 'some' | 'none' {
  const members: readonly EventKind[] = KIND_GROUPS[group];
  const count = members.filter((kind) => chosen.includes(kind)).length;
  return count === 0 ? 'none' : count === members.length ? 'all' : 'some';
}

export function toggleGroup(group: KindGroup): void {
  const chosen = filters.peek().what;
  const members: readonly EventKind[] = KIND_GROUPS[group];
  const rest = chosen.filter((kind) => !members.includes(kind));
  changeFilters({ what: groupState(group, chosen) === 'all' ? rest : [...rest, ...members] });
}

/** The kinds above the timeline: a key to the shapes, a count each, and the filter *What*. */
export function KindsRow() {
  const t = messages.value;
  const { what } = filters.value;
  const counts = results.value.groupEvents;
  const present = presentGroups.value;
  return (
    <fieldset class="kinds-row" aria-label={t.filterNames.what}>
      {GROUP_IDS.map((group, index) => {
        const state = groupState(group, what);
        if (!present.has(index) && group === 'other' && state === 'none') return null;
        return (
          <button
            key={group}
            type="button"
            class={`kind${what.length > 0 && state === 'none' ? ' is-off' : ''}${counts[index] === 0 ? ' is-none' : ''}`}
            aria-pressed={state === 'all' ? 'true' : state === 'some' ? 'mixed' : 'false'}
            onClick={() => toggleGroup(group)}
          >
            <Glyph group={group} size={12} />
            <span>{t.groups[group]}</span>
            <span class="count">{formatNumber(counts[index]!)}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
