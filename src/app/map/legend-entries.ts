import { computed } from '@preact/signals';
import { mapBounds } from '../state/app-state.ts';
import { type LineFacts, limitFacts } from './line-facts.ts';
import { disputeInSight, frame, limits, optionalLayers, shownLimits } from './map-context.ts';
import { mapMessages } from './map-messages.ts';
import { positionsOf } from './positions-of.ts';

/** Below this zoom the drawn limits are too small to be told apart. */
const FROM_ZOOM = 5;
const near = computed(() => (frame.value?.zoom ?? 0) >= FROM_ZOOM);

export interface LegendEntry {
  readonly facts: LineFacts;
  readonly area: boolean;
}

/** `1994–2020`, when the name itself does not say it; nothing for what still stands. */
function years(from: string, to: string): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  return /^\d{4}$/.test(last) ? (/^\d{4}$/.test(first) ? `${first}–${last}` : last) : '';
}

/** The limits that are drawn now and can be seen: the map at rest and what it shows say it, not each step of a filter. */
const limitsInSight = computed<readonly LegendEntry[]>(() => {
  const collection = limits.value;
  const bounds = mapBounds.value;
  if (!collection || !bounds || !optionalLayers.value.limits || !near.value) return [];
  const shown = new Set(shownLimits.value);
  const [west, south, east, north] = bounds;
  return collection.features.flatMap(({ properties, geometry }) => {
    const { id, from, to, area } = properties as { id: string; from: string; to: string; area: number };
    if (!shown.has(id)) return [];
    const seen = positionsOf(geometry).some(([x = 0, y = 0]) => x > west && x < east && y > south && y < north);
    if (!seen) return [];
    const facts = limitFacts(properties ?? {});
    const period = years(from, to);
    const name = period && !facts.name.includes(period.slice(-4)) ? `${facts.name} (${period})` : facts.name;
    return [{ facts: { ...facts, name }, area: area === 1 }];
  });
});

/** What is drawn dashed or tinted in the view, for the legend and the picture of the map. */
export function legendEntries(): LegendEntry[] {
  const { disputed, disputedNote, disputedSource } = mapMessages.value;
  const dispute = { name: disputed, kind: disputed, note: disputedNote, source: disputedSource };
  return [...limitsInSight.value, ...(disputeInSight.value ? [{ facts: dispute, area: false }] : [])];
}

/** What the legend says, as one text: it takes other room on the map when this changes. */
export const legendLines = computed(() =>
  legendEntries()
    .map(({ facts }) => facts.name)
    .join('\n'),
);
