import { type Atlas, NO_DAY } from '../../core/model/atlas.ts';
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

export function toColumns(atlas: Atlas): Columns {
  const { mentions: m, events: e, documents } = atlas;
  const count = m.document.length;
  const published = (side: 'firstDay' | 'lastDay', of: readonly number[]) =>
    Int32Array.from(of, (d) => documents[d]?.[side] ?? NO_DAY);
  const merged = mergeTellings(atlas);
  const kinds = new Int32Array(count);
  const factualities = new Int32Array(count);
  const eventSenses = new Uint8Array(e.length);
  const eventConfidence = new Uint8Array(e.length);
  const senseCount = SENSES.length;
  for (let row = 0; row < count; row++) {
    const covering = m.events[row];
    if (!covering) continue;
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
  const byPlace = groupRows(m.place, atlas.places.length);
  return {
    mentions: {
      count,
      document: Int32Array.from(m.document),
      place: Int32Array.from(m.place),
      start: Int32Array.from(m.start),
      end: Int32Array.from(m.end),
      passage: Int32Array.from(m.passage),
      sense: Int32Array.from(m.sense),
      confidence: Int32Array.from(m.confidence),
      speaker: Int32Array.from(m.speaker),
      firstDay: Int32Array.from(m.firstDay),
      lastDay: Int32Array.from(m.lastDay),
      publishedFirst: published('firstDay', m.document),
      publishedLast: published('lastDay', m.document),
      kinds,
      factualities,
    },
    events: {
      count: e.length,
      document: Int32Array.from(e, (event) => event.document),
      speaker: Int32Array.from(e, (event) => event.speaker),
      ...merged,
      factuality: Uint8Array.from(e, (event) => FACTUALITIES.indexOf(event.factuality)),
      publishedFirst: Int32Array.from(e, (event) => documents[event.document]?.firstDay ?? NO_DAY),
      publishedLast: Int32Array.from(e, (event) => documents[event.document]?.lastDay ?? NO_DAY),
      senses: eventSenses,
      confidence: eventConfidence,
    },
    firstMention,
    ...byPlace,
  };
}

/** What the tellings of one event share: its kind, its place (the first that is known) and the narrowest of its dates. */
function mergeTellings({ events, joinedEvents, places }: Atlas) {
  const size = joinedEvents.length;
  const placeIds = new Map(places.map((place, index) => [place.id, index]));
  const placeOf = Int32Array.from(joinedEvents, ({ placeId }) =>
    placeId === null ? -1 : (placeIds.get(placeId) ?? -1),
  );
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
  const kindOf = (joined: number, own: string) => joinedEvents[joined]?.kind ?? own;
  return {
    joined: Int32Array.from(events, (event) => event.joined),
    byJoined: Int32Array.from(events.keys()).sort((a, b) => events[a]!.joined - events[b]!.joined || a - b),
    kind: Int32Array.from(events, (event) => kindBit(kindOf(event.joined, event.kind))),
    group: Uint8Array.from(events, (event) => groupIndexOf(kindOf(event.joined, event.kind))),
    place: Int32Array.from(events, (event) => placeOf[event.joined] ?? -1),
    firstDay: Int32Array.from(events, (event) => first[event.joined] ?? NO_DAY),
    lastDay: Int32Array.from(events, (event) => last[event.joined] ?? NO_DAY),
  };
}

/** Rows grouped by value in one pass; rows of -1 are left out. */
function groupRows(
  values: readonly number[],
  groups: number,
): { firstOfPlace: Int32Array; mentionsByPlace: Int32Array } {
  const first = new Int32Array(groups + 1);
  for (const value of values) if (value >= 0) first[value + 1]!++;
  for (let group = 0; group < groups; group++) first[group + 1]! += first[group]!;
  const rows = new Int32Array(first[groups]!);
  const next = first.slice();
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value >= 0) rows[next[value]!++] = row;
  }
  return { firstOfPlace: first, mentionsByPlace: rows };
}
