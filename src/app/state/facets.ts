import { computed } from '@preact/signals';
import { NO_DAY } from '../../core/model/atlas.ts';
import { atlas, filters } from './app-state.ts';
import { FACTUALITIES, type Sets } from './columns.ts';
import { columns, results } from './counts.ts';
import { CrossFilter, countJoined } from './cross-filter.ts';
import { civilOf, dayOf } from './days.ts';
import type { Dimension } from './filters.ts';
import { GROUP_IDS, groupIndexOf, KIND_IDS } from './kind-groups.ts';
import { anchorOf } from './timeline-bins.ts';

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

/** The same for sets of values: each set that occurs is counted, then taken apart. */
function countSets(
  mask: Uint16Array,
  keep: number,
  { of, sets }: Sets,
  take: (set: number, add: Add) => void,
  size: number,
): Int32Array {
  const counts = new Int32Array(size);
  countMentions(mask, keep, of, sets.length).forEach((count, at) => {
    if (count > 0)
      take(sets[at]!, (value) => {
        counts[value]! += count;
      });
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
function valueFacet(
  dimension: Dimension,
  column: ValueColumn,
  size: number,
  ofEvent: (row: number, add: Add) => void,
): FacetCounts {
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

/** Mentions that pass but for their sureness, at least so sure: entry 70 for those of 70 per cent and more. */
const surenessTally = computed<Int32Array>(() => {
  const table = columns.value;
  const { mentionMask } = results.value;
  if (!table) return new Int32Array(102);
  const counts = countMentions(mentionMask, ~CrossFilter.bit('sureness'), table.mentions.confidence, 102);
  for (let at = 100; at >= 0; at--) counts[at]! += counts[at + 1]!;
  return counts;
});

/** Mentions and events that would be left at each threshold of sureness. */
export function surenessLeft(min: number): { mentions: number; events: number } {
  const table = columns.value;
  const { eventMask } = results.value;
  if (!table) return { mentions: 0, events: 0 };
  const keep = ~CrossFilter.bit('sureness');
  return {
    mentions: surenessTally.value[min] ?? 0,
    events: countJoined(
      table,
      (row) => (eventMask[row]! & keep) === 0 && (min === 0 || table.events.confidence[row]! >= min),
    ),
  };
}

const timeOf = computed(() => filters.value.timeOf);
/** Days outside are counted at the edge: nobody is asked for them. */
const LEAST_DAY = dayOf(1000);
const MOST_DAY = dayOf(2200);
const clamped = (day: number) => Math.max(LEAST_DAY, Math.min(MOST_DAY, day));

/** Of the dated mentions that pass but for their time: how many start, and how many end, on a day or before it. */
const timeTally = computed(() => {
  const table = columns.value;
  const { mentionMask } = results.value;
  const nothing = { from: 0, started: new Int32Array(1), ended: new Int32Array(1) };
  if (!table) return nothing;
  const { of, first, last } = table.mentions.time[timeOf.value];
  let [from, to] = [MOST_DAY, LEAST_DAY];
  for (let span = 0; span < first.length; span++) {
    if (first[span] === NO_DAY) continue;
    from = Math.min(from, clamped(first[span]!));
    to = Math.max(to, clamped(last[span]!));
  }
  if (from > to) return nothing;
  const started = new Int32Array(to - from + 1);
  const ended = new Int32Array(to - from + 1);
  const counts = countMentions(mentionMask, ~CrossFilter.bit('when'), of, first.length);
  for (let span = 0; span < first.length; span++) {
    if (counts[span] === 0 || first[span] === NO_DAY) continue;
    started[clamped(first[span]!) - from]! += counts[span]!;
    ended[clamped(last[span]!) - from]! += counts[span]!;
  }
  for (let day = 1; day < started.length; day++) {
    started[day]! += started[day - 1]!;
    ended[day]! += ended[day - 1]!;
  }
  return { from, started, ended };
});

/** What the other filters leave between two days from the year 1000 on, undated rows apart. */
export function rangeLeft(from: number, to: number): { mentions: number; events: number } {
  const table = columns.value;
  const { eventMask } = results.value;
  if (!table) return { mentions: 0, events: 0 };
  const { from: begin, started, ended } = timeTally.value;
  const upTo = (counts: Int32Array, day: number) =>
    day < begin ? 0 : (counts[Math.min(counts.length - 1, day - begin)] ?? 0);
  const { events: e } = table;
  const published = timeOf.value === 'publication';
  const first = published ? e.publishedFirst : e.firstDay;
  const last = published ? e.publishedLast : e.lastDay;
  const keep = ~CrossFilter.bit('when');
  return {
    // what has started by the last day and has not ended before the first
    mentions: upTo(started, to) - upTo(ended, from - 1),
    events: countJoined(
      table,
      (row) => (eventMask[row]! & keep) === 0 && last[row]! >= from && first[row]! <= to && first[row]! !== NO_DAY,
    ),
  };
}

/** Years in which something starts, the latest first; independent of the filters. */
export const startYears = computed<readonly number[]>(() => {
  const table = columns.value;
  if (!table) return [];
  const { first, last } = table.mentions.time[timeOf.value];
  const years = new Set<number>();
  first.forEach((day, span) => {
    if (day !== NO_DAY) years.add(civilOf(anchorOf(day, last[span]!)).year);
  });
  return [...years].sort((a, b) => b - a);
});
