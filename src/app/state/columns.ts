import { type Atlas, type Column, NO_DAY } from '../../core/model/atlas.ts';
import { SENSES } from '../../core/model/mention.ts';
import { groupIndexOf, KIND_IDS } from './kind-groups.ts';

/** Stretches of days, each once, and which of them is a row's. What has no date has the stretch of `NO_DAY`. */
export interface Spans {
  readonly of: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** The time of what is told, and that of the telling: a stretch a document. */
export interface Times {
  readonly event: Spans;
  readonly publication: Spans;
}

/** Sets of bits, each once, and which of them is a row's. */
export interface Sets {
  readonly of: Int32Array;
  readonly sets: Int32Array;
}

/** Rows by value: those of value v are `rows.subarray(first[v], first[v + 1])`; without `rows` they stand together by themselves. */
export interface Groups {
  readonly first: Int32Array;
  readonly rows: Int32Array | null;
  /** Place and document of those rows, in their order: what reads many of them finds these side by side. */
  readonly of?: { readonly place: Int32Array; readonly document: Int32Array };
}

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
    readonly time: Times;
    /** Kinds and factualities of the events that cover the mention. */
    readonly kinds: Sets;
    readonly factualities: Sets;
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
    readonly group: Int32Array;
    readonly factuality: Int32Array;
    readonly firstDay: Int32Array;
    readonly lastDay: Int32Array;
    readonly publishedFirst: Int32Array;
    readonly publishedLast: Int32Array;
    readonly time: Times;
    /** Senses of the mentions that the event's passage covers, and the highest confidence among them. */
    readonly senses: Int32Array;
    readonly confidence: Int32Array;
  };
  /** Rows of mentions per document: `[firstMention[d], firstMention[d + 1])`. */
  readonly firstMention: Int32Array;
  /** Rows of mentions per place: `mentionsByPlace.slice(firstOfPlace[p], firstOfPlace[p + 1])`, in order of document and offset. */
  readonly firstOfPlace: Int32Array;
  readonly mentionsByPlace: Int32Array;
  /** Rows of mentions per stretch of the event's time. */
  readonly bySpan: Groups;
}

export const FACTUALITIES = ['reported', 'negated', 'possible'] as const;

const kindBit = (kind: string) => Math.max(0, (KIND_IDS as readonly string[]).indexOf(kind)) & 31;

/** A column of what is known of each row; a plain loop, many times as fast as `from` with a function. */
function int32(rows: number, value: (row: number) => number): Int32Array {
  const column = new Int32Array(rows);
  for (let row = 0; row < rows; row++) column[row] = value(row);
  return column;
}

const typed = (column: Column) => (column instanceof Int32Array ? column : new Int32Array(column));

export function toColumns(atlas: Atlas): Columns {
  const steps = columnSteps(atlas);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The same in steps, of which none takes long: whoever makes the columns of a large corpus can let the page live in between. */
export function* columnSteps(atlas: Atlas): Generator<undefined, Columns> {
  const { mentions: m, events: e, documents } = atlas;
  const count = m.document.length;
  const first = int32(documents.length, (d) => documents[d]!.firstDay);
  const last = int32(documents.length, (d) => documents[d]!.lastDay);
  const published = (side: Int32Array, of: Column) => int32(of.length, (row) => side[of[row]!] ?? NO_DAY);
  const timesOf = (of: Int32Array, from: Column, to: Column): Times => ({
    event: spansOf(from, to),
    publication: { of, first, last },
  });
  const document = int32(e.length, (row) => e[row]!.document);
  const merged = yield* mergeTellings(atlas);
  yield;
  const kinds = new Int32Array(count);
  const factualities = new Int32Array(count);
  const eventSenses = new Int32Array(e.length);
  const eventConfidence = new Int32Array(e.length);
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
  yield;
  const firstMention = new Int32Array(documents.length + 1);
  for (const d of m.document) firstMention[d + 1]!++;
  for (let d = 0; d < documents.length; d++) firstMention[d + 1]! += firstMention[d]!;
  const mentionDocument = typed(m.document);
  yield;
  const time = timesOf(mentionDocument, m.firstDay, m.lastDay);
  yield;
  const bySpan = groupRows(time.event.of, time.event.first.length);
  const place = typed(m.place);
  yield;
  const eventTime = timesOf(document, merged.firstDay, merged.lastDay);
  yield;
  const { first: firstOfPlace, rows: mentionsByPlace } = groupRows(m.place, atlas.places.length);
  yield;
  const inSpans = { place: inOrder(place, bySpan.rows), document: inOrder(mentionDocument, bySpan.rows) };
  yield;
  const sets = { kinds: setsOf(kinds), factualities: setsOf(factualities) };
  yield;
  return {
    mentions: {
      count,
      document: mentionDocument,
      place,
      start: typed(m.start),
      end: typed(m.end),
      passage: typed(m.passage),
      sense: typed(m.sense),
      confidence: typed(m.confidence),
      speaker: typed(m.speaker),
      time,
      ...sets,
    },
    events: {
      count: e.length,
      document,
      speaker: int32(e.length, (row) => e[row]!.speaker),
      ...merged,
      factuality: int32(e.length, (row) => FACTUALITIES.indexOf(e[row]!.factuality)),
      publishedFirst: published(first, document),
      publishedLast: published(last, document),
      time: eventTime,
      senses: eventSenses,
      confidence: eventConfidence,
    },
    firstMention,
    firstOfPlace,
    mentionsByPlace,
    bySpan: { ...bySpan, of: inSpans },
  };
}

/** The different stretches there are: neighbours are often dated alike, and a large corpus has few for its mentions. */
function spansOf(first: Column, last: Column): Spans {
  const of = new Int32Array(first.length);
  const seen = new Map<number, Map<number, number>>();
  const firsts: number[] = [];
  const lasts: number[] = [];
  for (let row = 0; row < first.length; row++) {
    const from = first[row]!;
    const to = from === NO_DAY ? NO_DAY : last[row]!;
    let ends = seen.get(from);
    if (!ends) {
      ends = new Map();
      seen.set(from, ends);
    }
    let span = ends.get(to);
    if (span === undefined) {
      span = firsts.push(from) - 1;
      lasts.push(to);
      ends.set(to, span);
    }
    of[row] = span;
  }
  return { of, first: Int32Array.from(firsts), last: Int32Array.from(lasts) };
}

/** Numbers the different sets of bits, in place. */
function setsOf(rows: Int32Array): Sets {
  const seen = new Map<number, number>();
  for (let row = 0; row < rows.length; row++) {
    const set = rows[row]!;
    let at = seen.get(set);
    if (at === undefined) {
      at = seen.size;
      seen.set(set, at);
    }
    rows[row] = at;
  }
  return { of: rows, sets: Int32Array.from(seen.keys()) };
}

/** What the tellings of one event share: its kind, its place (the first that is known) and the narrowest of its dates. */
function* mergeTellings({ events, joinedEvents, places }: Atlas) {
  const size = joinedEvents.length;
  const placeIds = new Map(places.map((place, index) => [place.id, index]));
  const placeOf = int32(size, (at) => placeIds.get(joinedEvents[at]!.placeId ?? '') ?? -1);
  const kindOf = int32(size, (at) => kindBit(joinedEvents[at]!.kind));
  const groupOf = int32(size, (at) => groupIndexOf(joinedEvents[at]!.kind));
  yield;
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
  yield;
  const rows = events.length;
  const joined = int32(rows, (row) => events[row]!.joined);
  const ofJoined = (column: Int32Array) => int32(rows, (row) => column[joined[row]!]!);
  yield;
  return {
    joined,
    byJoined: groupRows(joined, size).rows,
    kind: ofJoined(kindOf),
    group: int32(rows, (row) => groupOf[joined[row]!]!),
    place: ofJoined(placeOf),
    firstDay: ofJoined(first),
    lastDay: ofJoined(last),
  };
}

/** A column in the order of other rows. */
const inOrder = (column: Int32Array, rows: Int32Array) => int32(rows.length, (at) => column[rows[at]!]!);

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
