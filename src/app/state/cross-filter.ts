import { type Atlas, type AtlasSpeaker, NO_DAY } from '../../core/model/atlas.ts';
import { SENSES } from '../../core/model/mention.ts';
import { areaHolds } from './area.ts';
import { type Columns, FACTUALITIES } from './columns.ts';
import {
  ARTICLE,
  DEFAULT_SENSES,
  DIMENSIONS,
  type Dimension,
  type Filters,
  NO_FILTERS,
  type WhenFilter,
} from './filters.ts';
import { KIND_IDS } from './kind-groups.ts';
import { countBefore, orderByTime, type TimeOrder } from './time-order.ts';

const bitOf = (dimension: Dimension) => 1 << DIMENSIONS.indexOf(dimension);
const WHEN = bitOf('when');
const WHERE = bitOf('where');
const WHAT = bitOf('what');
const WHO = bitOf('who');
const DOCUMENT = bitOf('document');
const SENSE = bitOf('sense');
const SURENESS = bitOf('sureness');
const FACTUALITY = bitOf('factuality');

/** What one choice of a filter would leave. */
export interface Left {
  readonly mentions: number;
  readonly events: number;
}

/** A stretch of time rejects a row that starts after it (the bit of `when`) or ends before it (this one). */
const EARLY = 1 << DIMENSIONS.length;

/** A change of time that touches more than one row in so many reads all of them in their own order. */
const LEAP = 6;
const WARM_ROWS = 20_000;
const BYTE_VALUES = 256;
const MOST_DAY = 2_147_483_647;

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly undatedFail: boolean;
}

/**
 * The cross-filter. Each row of each table has a number whose bits say which dimensions reject it: 0 passes, and a row
 * whose number without the bits of d is 0 would pass if dimension d were cleared. A change of one dimension rewrites its
 * bits, and the counts per place and document follow the rows that come and go, so that a step of a brush costs what
 * it moves over and not what the corpus holds.
 */
export class CrossFilter {
  readonly mentionMask: Uint16Array;
  readonly eventMask: Uint16Array;
  /** Mentions that pass, per place and per document; in all; and without a place. Kept up to date in place. */
  readonly placeCounts: Int32Array;
  readonly documentCounts: Int32Array;
  mentions: number;
  unplaced = 0;
  readonly #atlas: Atlas;
  readonly #columns: Columns;
  readonly #orders: { event?: TimeOrder; publication?: TimeOrder } = {};
  #now: Filters = { ...NO_FILTERS, senses: [...SENSES] };
  /** How far the two ends of the stretch of time stand in the order of time. */
  #late = 0;
  #early = 0;

  constructor(atlas: Atlas, columns: Columns) {
    this.#atlas = atlas;
    this.#columns = columns;
    const { count, place, document } = columns.mentions;
    this.mentionMask = new Uint16Array(count);
    this.eventMask = new Uint16Array(columns.events.count);
    this.placeCounts = new Int32Array(atlas.places.length);
    this.documentCounts = new Int32Array(atlas.documents.length);
    this.mentions = count;
    for (let row = 0; row < count; row++) {
      this.documentCounts[document[row]!]!++;
      if (place[row]! < 0) this.unplaced++;
      else this.placeCounts[place[row]!]!++;
    }
    this.#late = this.#order('event').firstDays.length;
    this.#warm();
  }

  apply(next: Filters): void {
    const now = this.#now;
    this.#now = next;
    if (next.when !== now.when || next.timeOf !== now.timeOf) this.#when(next, now);
    if (next.where !== now.where || next.area !== now.area) this.#where(next);
    if (next.what !== now.what) this.#bits(WHAT, bitsOf(next.what, KIND_IDS), 'kinds');
    if (next.factuality !== now.factuality)
      this.#bits(FACTUALITY, bitsOf(next.factuality, FACTUALITIES), 'factualities');
    if (next.who !== now.who) this.#who(next);
    if (next.documents !== now.documents) this.#documents(next);
    if (next.senses !== now.senses) this.#senses(next);
    if (next.minConfidence !== now.minConfidence) this.#sureness(next);
  }

  /** Sets or clears one bit of a mention and keeps the counts. */
  #put(row: number, bit: number, rejected: boolean): void {
    const before = this.mentionMask[row]!;
    const after = rejected ? before | bit : before & ~bit;
    if (after === before) return;
    this.mentionMask[row] = after;
    if (before !== 0 && after !== 0) return;
    const step = after === 0 ? 1 : -1;
    const { place, document } = this.#columns.mentions;
    this.mentions += step;
    this.documentCounts[document[row]!]! += step;
    if (place[row]! < 0) this.unplaced += step;
    else this.placeCounts[place[row]!]! += step;
  }

  #order(time: Filters['timeOf']): TimeOrder {
    const { mentions: m } = this.#columns;
    this.#orders[time] ??=
      time === 'publication' ? orderByTime(m.publishedFirst, m.publishedLast) : orderByTime(m.firstDay, m.lastDay);
    return this.#orders[time];
  }

  #when(next: Filters, now: Filters): void {
    if (next.timeOf !== now.timeOf) {
      this.#move(this.#order(now.timeOf), null);
      this.#late = this.#order(next.timeOf).firstDays.length;
      this.#early = 0;
    }
    this.#move(this.#order(next.timeOf), next.when);
    const { events: e } = this.#columns;
    const published = next.timeOf === 'publication';
    const first = published ? e.publishedFirst : e.firstDay;
    const last = published ? e.publishedLast : e.lastDay;
    const [from, to] = ends(next.when);
    const undatedFail = next.when !== null && !next.when.undated;
    const mask = this.eventMask;
    for (let row = 0; row < mask.length; row++) {
      const start = first[row]!;
      const fails = start === NO_DAY ? undatedFail : start > to || last[row]! < from;
      mask[row] = (mask[row]! & ~(WHEN | EARLY)) | (fails ? WHEN : 0);
    }
  }

  /** A small step follows the order of time; a leap reads every row, since memory is fast in its own order only. */
  #move(order: TimeOrder, when: WhenFilter | null): void {
    const [from, to] = ends(when);
    const late = countBefore(order.firstDays, to, true);
    const early = countBefore(order.lastDays, from, false);
    const touched = Math.abs(late - this.#late) + Math.abs(early - this.#early);
    if (touched * LEAP > this.mentionMask.length && this.mentionMask.length > 0) {
      const { mentions: m } = this.#columns;
      const published = order === this.#orders.publication;
      const undatedFail = when !== null && !when.undated;
      this.#writeDays(
        published ? m.publishedFirst : m.firstDay,
        published ? m.publishedLast : m.lastDay,
        { from, to, undatedFail },
        this.mentionMask.length,
      );
    } else {
      for (let at = this.#late; at < late; at++) this.#put(order.byFirst[at]!, WHEN, false);
      for (let at = late; at < this.#late; at++) this.#put(order.byFirst[at]!, WHEN, true);
      for (let at = this.#early; at < early; at++) this.#put(order.byLast[at]!, EARLY, true);
      for (let at = early; at < this.#early; at++) this.#put(order.byLast[at]!, EARLY, false);
      for (const row of order.undated) this.#put(row, WHEN, when !== null && !when.undated);
    }
    this.#late = late;
    this.#early = early;
  }

  #where(next: Filters): void {
    const { mentions: m, events: e } = this.#columns;
    this.#byIndex(WHERE, m.place, e.place, this.#placesIn(next), true);
  }

  /** One byte a place: 1 where it lies outside the chosen regions or the area. */
  #placesIn({ where, area }: Filters): Uint8Array | null {
    if (where.length === 0 && !area) return null;
    const { places } = this.#atlas;
    const chosen = new Set<number>();
    places.forEach((place, index) => {
      if (where.includes(place.id)) chosen.add(index);
    });
    return Uint8Array.from(places, (place, index) => {
      const inRegion = where.length === 0 || chosen.has(index) || place.ancestors.some((a) => chosen.has(a));
      const inArea = !area || (place.lon !== null && place.lat !== null && areaHolds(area, place.lon, place.lat));
      return inRegion && inArea ? 0 : 1;
    });
  }

  /** Rows of mentions hold a set of values as bits, rows of events one value. */
  #bits(dimension: number, wanted: number, column: 'kinds' | 'factualities'): void {
    const { mentions: m, events: e } = this.#columns;
    this.#writeSets(dimension, m[column], wanted, this.mentionMask.length);
    const values = column === 'kinds' ? e.kind : e.factuality;
    this.#writeEvents(dimension, (row) => wanted !== 0 && (wanted & (1 << values[row]!)) === 0);
  }

  #writeEvents(bit: number, fails: (row: number) => boolean): void {
    const mask = this.eventMask;
    for (let row = 0; row < mask.length; row++) mask[row] = fails(row) ? mask[row]! | bit : mask[row]! & ~bit;
  }

  #who(next: Filters): void {
    const { mentions: m, events: e } = this.#columns;
    const { speakers } = this.#atlas;
    // a link may carry the id that one document gives
    const isNamed = ({ id, aliases }: AtlasSpeaker) => [id, ...aliases].some((one) => next.who.includes(one));
    const rejected = next.who.length === 0 ? null : Uint8Array.from(speakers, (one) => (isNamed(one) ? 0 : 1));
    this.#byIndex(WHO, m.speaker, e.speaker, rejected, !next.who.includes(ARTICLE));
  }

  #documents(next: Filters): void {
    const { mentions: m, events: e } = this.#columns;
    const { documents } = this.#atlas;
    const wanted = new Set(next.documents);
    const rejected = wanted.size === 0 ? null : Uint8Array.from(documents, ({ id }) => (wanted.has(id) ? 0 : 1));
    this.#byIndex(DOCUMENT, m.document, e.document, rejected, true);
  }

  /** `rejected` has one byte a value, `null` when the dimension does not narrow; -1 in a column stands for none. */
  #byIndex(
    bit: number,
    mentions: Int32Array,
    events: Int32Array,
    rejected: Uint8Array | null,
    rejectNone: boolean,
  ): void {
    // the first entry is that of -1
    const table = new Uint8Array((rejected?.length ?? 0) + 1);
    if (rejected) {
      table.set(rejected, 1);
      table[0] = rejectNone ? 1 : 0;
    }
    this.#writeTable(bit, mentions, rejected ? table : null, this.mentionMask.length);
    this.#writeEvents(bit, (row) => rejected !== null && table[events[row]! + 1] === 1);
  }

  /** An event is measured by the mentions that it covers, and only when senses were chosen by a person. */
  #senses(next: Filters): void {
    const wanted = bitsOf(next.senses ?? DEFAULT_SENSES, SENSES);
    const { mentions: m, events: e } = this.#columns;
    const table = Uint8Array.from({ length: BYTE_VALUES + 1 }, (_, at) => (wanted & (1 << (at - 1)) ? 0 : 1));
    this.#writeTable(SENSE, m.sense, table, this.mentionMask.length);
    this.#writeEvents(SENSE, (row) => next.senses !== null && (e.senses[row]! & wanted) === 0);
  }

  #sureness({ minConfidence: min }: Filters): void {
    const { mentions: m, events: e } = this.#columns;
    const table = Uint8Array.from({ length: BYTE_VALUES + 1 }, (_, at) => (at - 1 < min ? 1 : 0));
    this.#writeTable(SURENESS, m.confidence, table, this.mentionMask.length);
    this.#writeEvents(SURENESS, (row) => min > 0 && e.confidence[row]! < min);
  }

  // The three loops that read every mention. Each is one plain loop over typed columns of one type, without a call in
  // it: a million rows in a few milliseconds, where a closure a row takes ten times as long.

  /** Rewrites one bit by a table of values, `null` for no rejection; entry 0 is that of -1. */
  #writeTable(bit: number, column: Int32Array, table: Uint8Array | null, rows: number): void {
    const mask = this.mentionMask;
    const { place, document } = this.#columns.mentions;
    const { placeCounts, documentCounts } = this;
    const keep = ~bit;
    let gained = 0;
    let unplaced = 0;
    for (let row = 0; row < rows; row++) {
      const before = mask[row]!;
      const after = table !== null && table[column[row]! + 1] === 1 ? before | bit : before & keep;
      if (after === before) continue;
      mask[row] = after;
      if (before !== 0 && after !== 0) continue;
      const step = after === 0 ? 1 : -1;
      gained += step;
      documentCounts[document[row]!]! += step;
      const at = place[row]!;
      if (at < 0) unplaced += step;
      else placeCounts[at]! += step;
    }
    this.mentions += gained;
    this.unplaced += unplaced;
  }

  /** Rewrites one bit by sets of bits: a row is rejected that has none of those wanted, unless none is. */
  #writeSets(bit: number, column: Int32Array, wanted: number, rows: number): void {
    const mask = this.mentionMask;
    const { place, document } = this.#columns.mentions;
    const { placeCounts, documentCounts } = this;
    const keep = ~bit;
    let gained = 0;
    let unplaced = 0;
    for (let row = 0; row < rows; row++) {
      const before = mask[row]!;
      const after = wanted !== 0 && (column[row]! & wanted) === 0 ? before | bit : before & keep;
      if (after === before) continue;
      mask[row] = after;
      if (before !== 0 && after !== 0) continue;
      const step = after === 0 ? 1 : -1;
      gained += step;
      documentCounts[document[row]!]! += step;
      const at = place[row]!;
      if (at < 0) unplaced += step;
      else placeCounts[at]! += step;
    }
    this.mentions += gained;
    this.unplaced += unplaced;
  }

  /** Rewrites both bits of time. */
  #writeDays(first: Int32Array, last: Int32Array, { from, to, undatedFail }: Stretch, rows: number): void {
    const mask = this.mentionMask;
    const { place, document } = this.#columns.mentions;
    const { placeCounts, documentCounts } = this;
    // whole numbers of 32 bits: an infinite end would make every comparison one of doubles
    const least = Math.min(Math.max(from, NO_DAY), MOST_DAY) | 0;
    const most = Math.max(Math.min(to, MOST_DAY), NO_DAY) | 0;
    let gained = 0;
    let unplaced = 0;
    for (let row = 0; row < rows; row++) {
      const before = mask[row]!;
      const start = first[row]!;
      let after = before & ~(WHEN | EARLY);
      if (start === NO_DAY) after |= undatedFail ? WHEN : 0;
      else after |= (start > most ? WHEN : 0) | (last[row]! < least ? EARLY : 0);
      if (after === before) continue;
      mask[row] = after;
      if (before !== 0 && after !== 0) continue;
      const step = after === 0 ? 1 : -1;
      gained += step;
      documentCounts[document[row]!]! += step;
      const at = place[row]!;
      if (at < 0) unplaced += step;
      else placeCounts[at]! += step;
    }
    this.mentions += gained;
    this.unplaced += unplaced;
  }

  /** Rejects and takes back a part of the rows, so that the first filter of a person finds the loops compiled. */
  #warm(): void {
    const { mentions: m } = this.#columns;
    const rows = Math.min(m.count, WARM_ROWS);
    const none = new Uint8Array(this.#atlas.places.length + 1).fill(1);
    for (let turn = 0; turn < 4; turn++) {
      this.#writeTable(WHERE, m.place, none, rows);
      this.#writeTable(WHERE, m.place, null, rows);
      this.#writeSets(WHAT, m.kinds, -1, rows);
      this.#writeSets(WHAT, m.kinds, 0, rows);
      this.#writeDays(m.firstDay, m.lastDay, { from: 0, to: 0, undatedFail: true }, rows);
      this.#writeDays(
        m.firstDay,
        m.lastDay,
        { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, undatedFail: false },
        rows,
      );
    }
  }

  /** How many rows would pass with one dimension cleared. */
  leftWithout(dimension: Dimension): Left {
    const keep = ~CrossFilter.bit(dimension);
    let mentions = 0;
    for (let row = 0; row < this.mentionMask.length; row++) if ((this.mentionMask[row]! & keep) === 0) mentions++;
    return { mentions, events: countJoined(this.#columns, (row) => (this.eventMask[row]! & keep) === 0) };
  }

  /** The bits of a dimension in the masks. */
  static bit(dimension: Dimension): number {
    return dimension === 'when' ? WHEN | EARLY : bitOf(dimension);
  }
}

/** How many events have a telling that passes. */
export function countJoined({ events: { byJoined, joined } }: Columns, passes: (row: number) => boolean): number {
  let count = 0;
  let last = -1;
  for (const row of byJoined) {
    if (joined[row] === last || !passes(row)) continue;
    last = joined[row]!;
    count++;
  }
  return count;
}

/** The stretch of time as two days; what only keeps the undated keeps no day at all. */
function ends(when: WhenFilter | null): [number, number] {
  if (when && !when.range) return [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return [when?.range?.from ?? Number.NEGATIVE_INFINITY, when?.range?.to ?? Number.POSITIVE_INFINITY];
}

function bitsOf<T>(chosen: readonly T[], all: readonly T[]): number {
  let bits = 0;
  for (const value of chosen) {
    const at = all.indexOf(value);
    if (at >= 0) bits |= 1 << at;
  }
  return bits;
}
