import { type Atlas, type Column, NO_DAY } from '../../core/model/atlas.ts';
import { SENSES } from '../../core/model/mention.ts';
import { groupIndexOf, KIND_IDS } from './kind-groups.ts';

/** Mentions and events in typed columns, with what the cross-filter needs precomputed per row. Bits: kinds by `KIND_IDS`, groups by `GROUP_IDS`, factuality by `FACTUALITIES`. */
export interface Columns {
  readonly mentions: {
    readonly count: number;
    // all of one type, so that one compiled loop serves every column
    readonly document: Int32Array;
    readonly place: Int32Array;
    readonly start: Int32Array;
    readonly end: Int32Array;
    readonly passage: Int32Array;
    readonly sense: Int32Array;
    readonly confidence: Int32Array;
    readonly speaker: Int32Array;
    readonly firstDay: Int32Array;
    readonly lastDay: Int32Array;
    readonly publishedFirst: Int32Array;
    readonly publishedLast: Int32Array;
    /** Kinds and factualities of the events that cover the mention. */
    readonly kinds: Int32Array;
    readonly factualities: Int32Array;
  };
  /**
   * One row a telling. Kind, place and days are those of the joined event, so that one event has one shape, one place
   * and one date however often it is told; document, speaker, factuality and publication are the telling's own.
   */
  readonly events: {
    readonly count: number;
    readonly joined: Int32Array;
    /** Rows in order of their joined event: what counts each event once. */
    readonly byJoined: Int32Array;
    readonly document: Int32Array;
    readonly place: Int32Array;
    readonly speaker: Int32Array;
    readonly kind: Int32Array;
    readonly group: Uint8Array;
    readonly factuality: Uint8Array;
    readonly firstDay: Int32Array;
    readonly lastDay: Int32Array;
    readonly publishedFirst: Int32Array;
    readonly publishedLast: Int32Array;
    /** Senses of the mentions that the event's passage covers, and the highest confidence among them. */
    readonly senses: Uint8Array;
    readonly confidence: Uint8Array;
  };
  /** Rows of mentions per document: `[firstMention[d], firstMention[d + 1])`. */
  readonly firstMention: Int32Array;
  /** Rows of mentions per place: `mentionsByPlace.slice(firstOfPlace[p], firstOfPlace[p + 1])`, in order of document and offset. */
  readonly firstOfPlace: Int32Array;
  readonly mentionsByPlace: Int32Array;
}

export const FACTUALITIES = ['reported', 'negated', 'possible'] as const;

const kindBit = (kind: string) => Math.max(0, (KIND_IDS as readonly string[]).indexOf(kind)) & 31;

/** A column of what is known of each row; a plain loop, many times as fast as `from` with a function. */
function int32(rows: number, value: (row: number) => number): Int32Array {
  const column = new Int32Array(rows);
  for (let row = 0; row < rows; row++) column[row] = value(row);
  return column;
}

function uint8(rows: number, value: (row: number) => number): Uint8Array {
  const column = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) column[row] = value(row);
  return column;
}

const typed = (column: Column) => (column instanceof Int32Array ? column : new Int32Array(column));

export function toColumns(atlas: Atlas): Columns {
  const { mentions: m, events: e, documents } = atlas;
  const count = m.document.length;
  const first = int32(documents.length, (d) => documents[d]!.firstDay);
  const last = int32(documents.length, (d) => documents[d]!.lastDay);
  const published = (side: Int32Array, of: Column) => int32(of.length, (row) => side[of[row]!] ?? NO_DAY);
  const document = int32(e.length, (row) => e[row]!.document);
  const merged = mergeTellings(atlas);
  const kinds = new Int32Array(count);
  const factualities = new Int32Array(count);
  const eventSenses = new Uint8Array(e.length);
  const eventConfidence = new Uint8Array(e.length);
  const senseCount = SENSES.length;
  for (let row = 0; row < count; row++) {
    const covering = m.events[row];
    if (!covering || covering.length === 0) continue;
    for (const index of covering) {
      const event = e[index];
      if (!event) continue;
      kinds[row]! |= 1 << (merged.kind[index] ?? 0);
      factualities[row]! |= 1 << FACTUALITIES.indexOf(event.factuality);
      const sense = m.sense[row] ?? 0;
      if (sense < senseCount) eventSenses[index]! |= 1 << sense;
      eventConfidence[index] = Math.max(eventConfidence[index]!, m.confidence[row] ?? 0);
    }
  }
  const firstMention = new Int32Array(documents.length + 1);
  for (const d of m.document) firstMention[d + 1]!++;
  for (let d = 0; d < documents.length; d++) firstMention[d + 1]! += firstMention[d]!;
  const { first: firstOfPlace, rows: mentionsByPlace } = groupRows(m.place, atlas.places.length);
  return {
    mentions: {
      count,
      document: typed(m.document),
      place: typed(m.place),
      start: typed(m.start),
      end: typed(m.end),
      passage: typed(m.passage),
      sense: typed(m.sense),
      confidence: typed(m.confidence),
      speaker: typed(m.speaker),
      firstDay: typed(m.firstDay),
      lastDay: typed(m.lastDay),
      publishedFirst: published(first, m.document),
      publishedLast: published(last, m.document),
      kinds,
      factualities,
    },
    events: {
      count: e.length,
      document,
      speaker: int32(e.length, (row) => e[row]!.speaker),
      ...merged,
      factuality: uint8(e.length, (row) => FACTUALITIES.indexOf(e[row]!.factuality)),
      publishedFirst: published(first, document),
      publishedLast: published(last, document),
      senses: eventSenses,
      confidence: eventConfidence,
    },
    firstMention,
    firstOfPlace,
    mentionsByPlace,
  };
}

/** What the tellings of one event share: its kind, its place (the first that is known) and the narrowest of its dates. */
function mergeTellings({ events, joinedEvents, places }: Atlas) {
  const size = joinedEvents.length;
  const placeIds = new Map(places.map((place, index) => [place.id, index]));
  const placeOf = int32(size, (at) => placeIds.get(joinedEvents[at]!.placeId ?? '') ?? -1);
  const kindOf = int32(size, (at) => kindBit(joinedEvents[at]!.kind));
  const groupOf = uint8(size, (at) => groupIndexOf(joinedEvents[at]!.kind));
  const first = new Int32Array(size).fill(NO_DAY);
  const last = new Int32Array(size).fill(NO_DAY);
  for (const { joined, place, firstDay, lastDay } of events) {
    if (placeOf[joined] === -1) placeOf[joined] = place;
    if (firstDay === NO_DAY) continue;
    if (first[joined] === NO_DAY || lastDay - firstDay < last[joined]! - first[joined]!) {
      first[joined] = firstDay;
      last[joined] = lastDay;
    }
  }
  const rows = events.length;
  const joined = int32(rows, (row) => events[row]!.joined);
  const ofJoined = (column: Int32Array) => int32(rows, (row) => column[joined[row]!]!);
  return {
    joined,
    byJoined: groupRows(joined, size).rows,
    kind: ofJoined(kindOf),
    group: uint8(rows, (row) => groupOf[joined[row]!]!),
    place: ofJoined(placeOf),
    firstDay: ofJoined(first),
    lastDay: ofJoined(last),
  };
}

/** Rows grouped by value in one pass; rows of -1 are left out. */
function groupRows(values: Column, groups: number): { first: Int32Array; rows: Int32Array } {
  const first = new Int32Array(groups + 1);
  for (const value of values) if (value >= 0) first[value + 1]!++;
  for (let group = 0; group < groups; group++) first[group + 1]! += first[group]!;
  const rows = new Int32Array(first[groups]!);
  const next = first.slice();
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value >= 0) rows[next[value]!++] = row;
  }
  return { first, rows };
}
