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

type Add = (value: number) => void;

/** Mentions per value of a column among those that pass but for one dimension; -1 counts for the last entry. One plain loop: it reads a million rows. */
function countMentions(mask: Uint16Array, keep: number, column: Int32Array, size: number): Int32Array {
  const counts = new Int32Array(size + 1);
  for (let row = 0; row < mask.length; row++) if ((mask[row]! & keep) === 0) counts[column[row]! + 1]!++;
  const [none = 0] = counts;
  const shifted = counts.slice(1);
  if (none > 0 && size > 0) shifted[size - 1]! += none;
  return shifted;
}

/** The same for a column of sets of bits: each set that occurs is counted, then taken apart. */
function countSets(mask: Uint16Array, keep: number, column: Int32Array, take: (set: number, add: Add) => void, size: number): Int32Array {
  const sets = new Map<number, number>();
  for (let row = 0; row < mask.length; row++) {
    const set = column[row]!;
    if (set !== 0 && (mask[row]! & keep) === 0) sets.set(set, (sets.get(set) ?? 0) + 1);
  }
  const counts = new Int32Array(size);
  for (const [set, count] of sets)
    take(set, (value) => {
      counts[value]! += count;
    });
  return counts;
}

/** Events per value, each counted once a value however often it is told. */
function countEvents(dimension: Dimension, size: number, valuesOf: (row: number, add: Add) => void): Int32Array {
  const { eventMask } = results.value;
  const table = columns.value;
  const keep = ~CrossFilter.bit(dimension);
  const events = new Int32Array(size);
  if (!table) return events;
  const counted = new Int32Array(size).fill(-1);
  let joined = -1;
  const add = (value: number) => {
    if (counted[value] === joined) return;
    counted[value] = joined;
    events[value]!++;
  };
  for (const row of table.events.byJoined) {
    joined = table.events.joined[row]!;
    if ((eventMask[row]! & keep) === 0) valuesOf(row, add);
  }
  return events;
}

const none = (size: number): FacetCounts => ({ mentions: new Int32Array(size), events: new Int32Array(size) });

const bits = (set: number, add: Add) => {
  for (let bit = 0; set >>> bit !== 0; bit++) if ((set >>> bit) & 1) add(bit);
};

type ValueColumn = 'sense' | 'document' | 'speaker' | 'place';

/** A facet of a dimension that each mention has one value of. */
function valueFacet(dimension: Dimension, column: ValueColumn, size: number, ofEvent: (row: number, add: Add) => void): FacetCounts {
  const table = columns.value;
  if (!table) return none(size);
  const { mentionMask } = results.value;
  return {
    mentions: countMentions(mentionMask, ~CrossFilter.bit(dimension), table.mentions[column], size),
    events: countEvents(dimension, size, ofEvent),
  };
}

/** A facet of a dimension that each mention has a set of values of. */
function setFacet(
  dimension: Dimension,
  column: 'kinds' | 'factualities',
  size: number,
  take: (set: number, add: Add) => void,
  ofEvent: (row: number, add: Add) => void,
): FacetCounts {
  const table = columns.value;
  if (!table) return none(size);
  const { mentionMask } = results.value;
  return {
    mentions: countSets(mentionMask, ~CrossFilter.bit(dimension), table.mentions[column], take, size),
    events: countEvents(dimension, size, ofEvent),
  };
}

const KINDS = 32;
const SENSE_VALUES = 8;

export const kindFacet = computed<FacetCounts>(() =>
  setFacet('what', 'kinds', KINDS, bits, (row, add) => add(columns.value!.events.kind[row]!)),
);

/** The same per group; a mention that several kinds of one group cover is counted once. */
export const groupFacet = computed<FacetCounts>(() => {
  const groupsOf = Int32Array.from({ length: KINDS }, (_, kind) => groupIndexOf(KIND_IDS[kind] ?? 'other'));
  const take = (set: number, add: Add) => {
    let groups = 0;
    bits(set, (kind) => {
      groups |= 1 << groupsOf[kind]!;
    });
    bits(groups, add);
  };
  return setFacet('what', 'kinds', GROUP_IDS.length, take, (row, add) => add(columns.value!.events.group[row]!));
});

export const factualityFacet = computed<FacetCounts>(() =>
  setFacet('factuality', 'factualities', FACTUALITIES.length, bits, (row, add) =>
    add(columns.value!.events.factuality[row]!),
  ),
);

export const senseFacet = computed<FacetCounts>(() =>
  valueFacet('sense', 'sense', SENSE_VALUES, (row, add) => bits(columns.value!.events.senses[row]!, add)),
);

export const documentFacet = computed<FacetCounts>(() =>
  valueFacet('document', 'document', atlas.value?.documents.length ?? 0, (row, add) =>
    add(columns.value!.events.document[row]!),
  ),
);

/** The last entry is the article's own voice. */
export const speakerFacet = computed<FacetCounts>(() => {
  const size = (atlas.value?.speakers.length ?? 0) + 1;
  return valueFacet('who', 'speaker', size, (row, add) => {
    const speaker = columns.value!.events.speaker[row]!;
    add(speaker < 0 ? size - 1 : speaker);
  });
});

/** Per place, all that lies in it included. */
export const regionFacet = computed<FacetCounts>(() => {
  const places = atlas.value?.places ?? [];
  const table = columns.value;
  if (!table) return { mentions: new Int32Array(0), events: new Int32Array(0) };
  // one more entry takes what has no place
  const own = valueFacet('where', 'place', places.length + 1, (row, add) => {
    const place = table.events.place[row]!;
    if (place >= 0) add(place);
  });
  const mentions = own.mentions.slice(0, places.length);
  const events = own.events.slice(0, places.length);
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
  const count = (mask: Uint16Array, confidence: Int32Array) => {
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
