import { computed } from '@preact/signals';
import { type Atlas, NO_DAY } from '../../core/model/atlas.ts';
import { atlas, filters, placeIndex } from './app-state.ts';
import { type Columns, columnSteps, toColumns } from './columns.ts';
import { CrossFilter, type Left, leftWithoutEach } from './cross-filter.ts';
import { prepareSpans } from './event-spans.ts';
import type { Dimension } from './filters.ts';
import { byDate } from './group-passages.ts';
import { GROUP_IDS } from './kind-groups.ts';
import { pause } from './next-task.ts';

const madeColumns = new WeakMap<Atlas, Columns>();
const madeFilters = new WeakMap<Atlas, CrossFilter>();

function columnsOf(corpus: Atlas): Columns {
  const made = madeColumns.get(corpus) ?? toColumns(corpus);
  madeColumns.set(corpus, made);
  return made;
}

function filterOf(corpus: Atlas): CrossFilter {
  const made = madeFilters.get(corpus) ?? new CrossFilter(corpus, columnsOf(corpus));
  madeFilters.set(corpus, made);
  return made;
}

/** Makes what counting needs of a corpus that is to be shown, in tasks of which none grows long. */
export async function prepareCounts(corpus: Atlas): Promise<void> {
  await pause();
  if (!madeColumns.has(corpus)) {
    const steps = columnSteps(corpus);
    let step = steps.next();
    for (; !step.done; step = steps.next()) await pause();
    madeColumns.set(corpus, step.value);
    await pause();
  }
  filterOf(corpus);
  await pause();
  prepareSpans(columnsOf(corpus).events, corpus.joinedEvents.length, filters.peek().timeOf);
  await pause();
}

/** The typed columns of the corpus; `null` until it is loaded. */
export const columns = computed<Columns | null>(() => (atlas.value ? columnsOf(atlas.value) : null));

const crossFilter = computed<CrossFilter | null>(() => (atlas.value ? filterOf(atlas.value) : null));

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
  // plain loops over typed columns: `from` with a function takes as long as all of the rest
  const seen = new Uint8Array(documentCounts.length);
  for (let at = 0; at < seen.length; at++) seen[at] = documentCounts[at]! > 0 ? 1 : 0;
  const placeEvents = new Int32Array(corpus.places.length);
  const placeEventKinds = new Uint16Array(corpus.places.length);
  const groupEvents = new Int32Array(GROUP_IDS.length);
  const exceptWhat = ~CrossFilter.bit('what');
  let events = 0;
  let lastEvent = -1;
  let lastOfGroup = -1;
  const { byJoined, group: groupOf, joined: joinedOf, document: documentOf, place: placeOfEvent } = table.events;
  for (let at = 0; at < byJoined.length; at++) {
    const row = byJoined[at]!;
    const mask = eventMask[row]!;
    if ((mask & exceptWhat) !== 0) continue;
    const group = groupOf[row]!;
    const joined = joinedOf[row]!;
    if (joined !== lastOfGroup) groupEvents[group]!++;
    lastOfGroup = joined;
    if (mask !== 0) continue;
    seen[documentOf[row]!] = 1;
    if (joined === lastEvent) continue;
    lastEvent = joined;
    events++;
    const place = placeOfEvent[row]!;
    if (place < 0) continue;
    placeEvents[place]!++;
    placeEventKinds[place]! |= 1 << group;
  }
  let documents = 0;
  for (let at = 0; at < seen.length; at++) documents += seen[at]!;
  let places = 0;
  for (let at = 0; at < placeCounts.length; at++) if (placeCounts[at]! > 0) places++;
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

/** What would be left if one filter were cleared: for the advice on an empty result. */
export const loosened = computed<ReadonlyMap<Dimension, Left>>(() => {
  void results.value;
  return crossFilter.value?.leftWithoutEach() ?? new Map();
});

/** The same for one place. */
export function loosenedFor(place: number): ReadonlyMap<Dimension, Left> {
  const table = columns.value;
  const { mentionMask, eventMask } = results.value;
  return table ? leftWithoutEach(table, mentionMask, eventMask, place) : new Map();
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

/** Number of places that are mentioned at all. */
export const allPlaces = computed<number>(() => {
  const table = columns.value;
  let count = 0;
  if (table)
    for (let place = 0; place + 1 < table.firstOfPlace.length; place++)
      if (table.firstOfPlace[place + 1]! > table.firstOfPlace[place]!) count++;
  return count;
});

/** Documents in order of their dates, undated last. */
export const documentOrder = computed<readonly number[]>(() =>
  atlas.value ? [...atlas.value.documents.keys()].sort(byDate(atlas.value)) : [],
);

/** The first and the last day of any document; `null` when none is dated. */
export const documentSpan = computed<{ readonly from: number; readonly to: number } | null>(() => {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const { firstDay, lastDay } of atlas.value?.documents ?? []) {
    if (firstDay === NO_DAY) continue;
    from = Math.min(from, firstDay);
    to = Math.max(to, lastDay);
  }
  return from <= to ? { from, to } : null;
});

/** Groups of kinds that any event is of. */
export const presentGroups = computed<ReadonlySet<number>>(() => new Set(columns.value?.events.group));

/** Number of all events of the corpus. */
export const allEvents = computed(() => atlas.value?.joinedEvents.length ?? 0);
export const allMentions = computed(() => atlas.value?.mentions.document.length ?? 0);

/** Index of a place by id, -1 when the corpus does not know it. */
export function placeOf(id: string | null): number {
  return id === null ? -1 : (placeIndex.value.get(id) ?? -1);
}
