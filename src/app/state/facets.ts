import { computed } from '@preact/signals';
import { NO_DAY } from '../../core/model/atlas.ts';
import { atlas, filters } from './app-state.ts';
import { FACTUALITIES } from './columns.ts';
import { columns, results } from './counts.ts';
import { CrossFilter, countJoined } from './cross-filter.ts';
import type { Dimension } from './filters.ts';
import { GROUP_IDS, groupIndexOf, KIND_IDS } from './kind-groups.ts';

/** Two numbers beside a choice: what choosing it alone in its filter would leave. */
export interface FacetCounts {
  readonly mentions: Int32Array;
  readonly events: Int32Array;
}

/** Counts per value of one dimension, with that dimension disregarded. For `who` the last entry is the article's own voice. */
function facet(
  dimension: Dimension,
  size: number,
  mentionValue: (row: number, add: (value: number) => void) => void,
  eventValue: (row: number, add: (value: number) => void) => void,
): FacetCounts {
  const { mentionMask, eventMask } = results.value;
  const keep = ~CrossFilter.bit(dimension);
  const mentions = new Int32Array(size);
  const events = new Int32Array(size);
  const addMention = (value: number) => {
    mentions[value]!++;
  };
  const counted = new Int32Array(size).fill(-1);
  let joined = -1;
  const addEvent = (value: number) => {
    if (counted[value] === joined) return;
    counted[value] = joined;
    events[value]!++;
  };
  for (let row = 0; row < mentionMask.length; row++)
    if ((mentionMask[row]! & keep) === 0) mentionValue(row, addMention);
  const table = columns.value;
  if (!table) return { mentions, events };
  for (const row of table.events.byJoined) {
    joined = table.events.joined[row]!;
    if ((eventMask[row]! & keep) === 0) eventValue(row, addEvent);
  }
  return { mentions, events };
}

const bits = (set: number, add: (value: number) => void) => {
  for (let bit = 0; set >>> bit !== 0; bit++) if ((set >>> bit) & 1) add(bit);
};

export const kindFacet = computed<FacetCounts>(() => {
  const table = columns.value;
  if (!table) return { mentions: new Int32Array(32), events: new Int32Array(32) };
  return facet(
    'what',
    32,
    (row, add) => bits(table.mentions.kinds[row]!, add),
    (row, add) => add(table.events.kind[row]!),
  );
});

/** The same per group; a mention that several kinds of one group cover is counted once. */
export const groupFacet = computed<FacetCounts>(() => {
  const table = columns.value;
  const size = GROUP_IDS.length;
  if (!table) return { mentions: new Int32Array(size), events: new Int32Array(size) };
  const groupsOf = Int32Array.from({ length: 32 }, (_, kind) => groupIndexOf(KIND_IDS[kind] ?? 'other'));
  return facet(
    'what',
    size,
    (row, add) => {
      let groups = 0;
      bits(table.mentions.kinds[row]!, (kind) => {
        groups |= 1 << groupsOf[kind]!;
      });
      bits(groups, add);
    },
    (row, add) => add(table.events.group[row]!),
  );
});

export const factualityFacet = computed<FacetCounts>(() => {
  const table = columns.value;
  const size = FACTUALITIES.length;
  if (!table) return { mentions: new Int32Array(size), events: new Int32Array(size) };
  return facet(
    'factuality',
    size,
    (row, add) => bits(table.mentions.factualities[row]!, add),
    (row, add) => add(table.events.factuality[row]!),
  );
});

export const senseFacet = computed<FacetCounts>(() => {
  const table = columns.value;
  if (!table) return { mentions: new Int32Array(8), events: new Int32Array(8) };
  return facet(
    'sense',
    8,
    (row, add) => add(table.mentions.sense[row]!),
    (row, add) => bits(table.events.senses[row]!, add),
  );
});

export const documentFacet = computed<FacetCounts>(() => {
  const size = atlas.value?.documents.length ?? 0;
  const table = columns.value;
  if (!table) return { mentions: new Int32Array(size), events: new Int32Array(size) };
  return facet(
    'document',
    size,
    (row, add) => add(table.mentions.document[row]!),
    (row, add) => add(table.events.document[row]!),
  );
});

/** The last entry is the article's own voice. */
export const speakerFacet = computed<FacetCounts>(() => {
  const size = (atlas.value?.speakers.length ?? 0) + 1;
  const table = columns.value;
  if (!table) return { mentions: new Int32Array(size), events: new Int32Array(size) };
  const at = (speaker: number) => (speaker < 0 ? size - 1 : speaker);
  return facet(
    'who',
    size,
    (row, add) => add(at(table.mentions.speaker[row]!)),
    (row, add) => add(at(table.events.speaker[row]!)),
  );
});

/** Per place, all that lies in it included. */
export const regionFacet = computed<FacetCounts>(() => {
  const places = atlas.value?.places ?? [];
  const table = columns.value;
  if (!table) return { mentions: new Int32Array(0), events: new Int32Array(0) };
  const own = facet(
    'where',
    places.length,
    (row, add) => table.mentions.place[row]! >= 0 && add(table.mentions.place[row]!),
    (row, add) => table.events.place[row]! >= 0 && add(table.events.place[row]!),
  );
  const mentions = own.mentions.slice();
  const events = own.events.slice();
  places.forEach((place, index) => {
    for (const ancestor of place.ancestors) {
      mentions[ancestor]! += own.mentions[index]!;
      events[ancestor]! += own.events[index]!;
    }
  });
  return { mentions, events };
});

/** Mentions and events that would be left at each threshold of sureness. */
export function surenessLeft(min: number): { mentions: number; events: number } {
  const table = columns.value;
  const { mentionMask, eventMask } = results.value;
  if (!table) return { mentions: 0, events: 0 };
  const keep = ~CrossFilter.bit('sureness');
  const count = (mask: Uint16Array, confidence: Uint8Array) => {
    let rows = 0;
    for (let row = 0; row < mask.length; row++)
      if ((mask[row]! & keep) === 0 && (min === 0 || confidence[row]! >= min)) rows++;
    return rows;
  };
  return {
    mentions: count(mentionMask, table.mentions.confidence),
    events: countJoined(
      table,
      (row) => (eventMask[row]! & keep) === 0 && (min === 0 || table.events.confidence[row]! >= min),
    ),
  };
}

/** What the other filters leave between two days, undated rows apart. */
export function rangeLeft(from: number, to: number): { mentions: number; events: number } {
  const table = columns.value;
  const { mentionMask, eventMask } = results.value;
  if (!table) return { mentions: 0, events: 0 };
  const keep = ~CrossFilter.bit('when');
  const published = filters.value.timeOf === 'publication';
  const { mentions: m, events: e } = table;
  const within = (mask: Uint16Array, first: Int32Array, last: Int32Array) => (row: number) =>
    (mask[row]! & keep) === 0 && last[row]! >= from && first[row]! <= to && first[row]! !== NO_DAY;
  const mention = within(
    mentionMask,
    published ? m.publishedFirst : m.firstDay,
    published ? m.publishedLast : m.lastDay,
  );
  const event = within(eventMask, published ? e.publishedFirst : e.firstDay, published ? e.publishedLast : e.lastDay);
  let mentions = 0;
  for (let row = 0; row < m.count; row++) if (mention(row)) mentions++;
  return { mentions, events: countJoined(table, event) };
}
