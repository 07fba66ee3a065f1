import { computed } from '@preact/signals';
import { NO_DAY } from '../../core/model/atlas.ts';
import { atlas, filters, placeIndex } from './app-state.ts';
import { type Columns, FACTUALITIES, toColumns } from './columns.ts';
import { CrossFilter, countJoined } from './cross-filter.ts';
import { DIMENSIONS, type Dimension } from './filters.ts';
import { GROUP_IDS, groupIndexOf, KIND_IDS } from './kind-groups.ts';

/** The typed columns of the corpus; `null` until it is loaded. */
export const columns = computed<Columns | null>(() => (atlas.value ? toColumns(atlas.value) : null));

const crossFilter = computed<CrossFilter | null>(() =>
  atlas.value && columns.value ? new CrossFilter(atlas.value, columns.value) : null,
);

/** What passes the filters. A new object at every step; the masks inside are shared and overwritten by the next step. */
export interface Results {
  /** 0 where the row passes; otherwise the bits of the dimensions that reject it. */
  readonly mentionMask: Uint16Array;
  readonly eventMask: Uint16Array;
  readonly mentions: number;
  readonly events: number;
  /** Mentions that pass, per place. The number on the map, in the panel and beside the passages. */
  readonly placeCounts: Int32Array;
  /** Mentions that pass and have no place. */
  readonly unplaced: number;
  /** Events (each counted once, however often it is told) that pass, per place. */
  readonly placeEvents: Int32Array;
  /** Per place, which groups of event kinds pass: bit i stands for `GROUP_IDS[i]`. */
  readonly placeEventKinds: Uint16Array;
  /** Events that pass, per group, in the order of `GROUP_IDS`, with the `what` filter disregarded. */
  readonly groupEvents: Int32Array;
  /** Mentions that pass, per document. */
  readonly documentCounts: Int32Array;
  readonly documents: number;
  readonly places: number;
}

const EMPTY: Results = {
  mentionMask: new Uint16Array(0),
  eventMask: new Uint16Array(0),
  mentions: 0,
  events: 0,
  placeCounts: new Int32Array(0),
  unplaced: 0,
  placeEvents: new Int32Array(0),
  placeEventKinds: new Uint16Array(0),
  groupEvents: new Int32Array(GROUP_IDS.length),
  documentCounts: new Int32Array(0),
  documents: 0,
  places: 0,
};

export const results = computed<Results>(() => {
  const corpus = atlas.value;
  const table = columns.value;
  const filter = crossFilter.value;
  if (!corpus || !table || !filter) return EMPTY;
  filter.apply(filters.value);
  const { mentionMask, eventMask } = filter;
  const { mentions, unplaced } = filter;
  const placeCounts = filter.placeCounts.slice();
  const documentCounts = filter.documentCounts.slice();
  const seen = Uint8Array.from(filter.documentCounts, (count) => (count > 0 ? 1 : 0));
  const placeEvents = new Int32Array(corpus.places.length);
  const placeEventKinds = new Uint16Array(corpus.places.length);
  const groupEvents = new Int32Array(GROUP_IDS.length);
  const exceptWhat = ~CrossFilter.bit('what');
  let events = 0;
  let lastEvent = -1;
  let lastOfGroup = -1;
  for (const row of table.events.byJoined) {
    const mask = eventMask[row]!;
    if ((mask & exceptWhat) !== 0) continue;
    const group = table.events.group[row]!;
    const joined = table.events.joined[row]!;
    if (joined !== lastOfGroup) groupEvents[group]!++;
    lastOfGroup = joined;
    if (mask !== 0) continue;
    seen[table.events.document[row]!] = 1;
    if (joined === lastEvent) continue;
    lastEvent = joined;
    events++;
    const place = table.events.place[row]!;
    if (place < 0) continue;
    placeEvents[place]!++;
    placeEventKinds[place]! |= 1 << group;
  }
  let documents = 0;
  for (const one of seen) documents += one;
  let places = 0;
  for (const count of placeCounts) if (count > 0) places++;
  return {
    mentionMask,
    eventMask,
    mentions,
    events,
    placeCounts,
    unplaced,
    placeEvents,
    placeEventKinds,
    groupEvents,
    documentCounts,
    documents,
    places,
  };
});

export const placeCounts = computed(() => results.value.placeCounts);
export const placeEventKinds = computed(() => results.value.placeEventKinds);

/** Places that can never be drawn (a notion, or a place whose position is not known), and mentions of none: passing mentions there. */
export const offMap = computed<number>(() => {
  const { placeCounts: counts, unplaced } = results.value;
  let sum = unplaced;
  atlas.value?.places.forEach((place, index) => {
    if (place.geometry === 'none' || place.lat === null) sum += counts[index] ?? 0;
  });
  return sum;
});

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

/** What would be left if one filter were cleared: for the advice on an empty result. */
export const loosened = computed(() => {
  void results.value;
  const filter = crossFilter.value;
  return new Map(
    DIMENSIONS.map((dimension) => [dimension, filter?.leftWithout(dimension) ?? { mentions: 0, events: 0 }]),
  );
});

/** The same for one place. */
export function loosenedFor(place: number): ReadonlyMap<Dimension, { mentions: number; events: number }> {
  const table = columns.value;
  const { mentionMask, eventMask } = results.value;
  const left = new Map<Dimension, { mentions: number; events: number }>();
  if (!table) return left;
  const rows = table.mentionsByPlace.subarray(table.firstOfPlace[place], table.firstOfPlace[place + 1]);
  for (const dimension of DIMENSIONS) {
    const keep = ~CrossFilter.bit(dimension);
    let mentions = 0;
    for (const row of rows) if ((mentionMask[row]! & keep) === 0) mentions++;
    const events = countJoined(table, (row) => table.events.place[row] === place && (eventMask[row]! & keep) === 0);
    left.set(dimension, { mentions, events });
  }
  return left;
}

/** Rows of the mentions of a place that pass, in order of document and offset. */
export function passingMentionsOf(place: number): number[] {
  const table = columns.value;
  const { mentionMask } = results.value;
  if (!table || place < 0) return [];
  const rows: number[] = [];
  for (let at = table.firstOfPlace[place]!; at < table.firstOfPlace[place + 1]!; at++) {
    const row = table.mentionsByPlace[at]!;
    if (mentionMask[row] === 0) rows.push(row);
  }
  return rows;
}

/** One event that passes, with the rows of those of its tellings that pass. */
export interface PassingEvent {
  readonly joined: number;
  readonly tellings: readonly number[];
}

/** Events that pass, optionally those of one place. */
export function passingEvents(place?: number): PassingEvent[] {
  const table = columns.value;
  const { eventMask } = results.value;
  const found: { joined: number; tellings: number[] }[] = [];
  if (!table) return found;
  const { byJoined, joined, place: placeColumn } = table.events;
  for (const row of byJoined) {
    if (eventMask[row] !== 0 || (place !== undefined && placeColumn[row] !== place)) continue;
    const last = found.at(-1);
    if (last && last.joined === joined[row]) last.tellings.push(row);
    else found.push({ joined: joined[row]!, tellings: [row] });
  }
  return found;
}

/** Number of all events of the corpus. */
export const allEvents = computed(() => atlas.value?.joinedEvents.length ?? 0);
export const allMentions = computed(() => atlas.value?.mentions.document.length ?? 0);

/** Index of a place by id, -1 when the corpus does not know it. */
export function placeOf(id: string | null): number {
  return id === null ? -1 : (placeIndex.value.get(id) ?? -1);
}
