import { type Atlas, NO_DAY } from '../../core/model/atlas.ts';
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
    for (let row = 0; row < this.eventMask.length; row++) {
      const start = first[row]!;
      const fails = start === NO_DAY ? next.when !== null && !next.when.undated : start > to || last[row]! < from;
      this.eventMask[row] = (this.eventMask[row]! & ~(WHEN | EARLY)) | (fails ? WHEN : 0);
    }
  }

  #move(order: TimeOrder, when: WhenFilter | null): void {
    const [from, to] = ends(when);
    const late = countBefore(order.firstDays, to, true);
    for (let at = this.#late; at < late; at++) this.#put(order.byFirst[at]!, WHEN, false);
    for (let at = late; at < this.#late; at++) this.#put(order.byFirst[at]!, WHEN, true);
    const early = countBefore(order.lastDays, from, false);
    for (let at = this.#early; at < early; at++) this.#put(order.byLast[at]!, EARLY, true);
    for (let at = early; at < this.#early; at++) this.#put(order.byLast[at]!, EARLY, false);
    this.#late = late;
    this.#early = early;
    for (const row of order.undated) this.#put(row, WHEN, when !== null && !when.undated);
  }

  #where(next: Filters): void {
    const { mentions: m, events: e } = this.#columns;
    const passes = this.#placesIn(next);
    const fails = (place: number) => passes !== null && (place < 0 || passes[place] !== 1);
    this.#write(
      WHERE,
      (row) => fails(m.place[row]!),
      (row) => fails(e.place[row]!),
    );
  }

  /** One byte a place: 1 where it lies in a chosen region and in the area. */
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
      return inRegion && inArea ? 1 : 0;
    });
  }

  /** Rows of mentions hold a set of values as bits, rows of events one value. */
  #bits(dimension: number, wanted: number, column: 'kinds' | 'factualities'): void {
    const { mentions: m, events: e } = this.#columns;
    const sets = m[column];
    const values = column === 'kinds' ? e.kind : e.factuality;
    this.#write(
      dimension,
      (row) => wanted !== 0 && (sets[row]! & wanted) === 0,
      (row) => wanted !== 0 && (wanted & (1 << values[row]!)) === 0,
    );
  }

  /** Rewrites one bit of every row of both tables. */
  #write(bit: number, mentionFails: (row: number) => boolean, eventFails: (row: number) => boolean): void {
    for (let row = 0; row < this.mentionMask.length; row++) this.#put(row, bit, mentionFails(row));
    const mask = this.eventMask;
    for (let row = 0; row < mask.length; row++) mask[row] = eventFails(row) ? mask[row]! | bit : mask[row]! & ~bit;
  }

  #who(next: Filters): void {
    const { speakers } = this.#atlas;
    const passes =
      next.who.length === 0 ? null : Uint8Array.from(speakers, ({ id }) => (next.who.includes(id) ? 1 : 0));
    const article = next.who.includes(ARTICLE);
    this.#byIndex(WHO, 'speaker', passes, article);
  }

  #documents(next: Filters): void {
    const { documents } = this.#atlas;
    const wanted = next.documents;
    const passes = wanted.length === 0 ? null : Uint8Array.from(documents, ({ id }) => (wanted.includes(id) ? 1 : 0));
    this.#byIndex(DOCUMENT, 'document', passes, false);
  }

  #byIndex(bit: number, column: 'speaker' | 'document', passes: Uint8Array | null, none: boolean): void {
    const { mentions: m, events: e } = this.#columns;
    const fails = (value: number) => passes !== null && (value < 0 ? !none : passes[value] !== 1);
    this.#write(
      bit,
      (row) => fails(m[column][row]!),
      (row) => fails(e[column][row]!),
    );
  }

  /** An event is measured by the mentions that it covers, and only when senses were chosen by a person. */
  #senses(next: Filters): void {
    const wanted = bitsOf(next.senses ?? DEFAULT_SENSES, SENSES);
    const { mentions: m, events: e } = this.#columns;
    this.#write(
      SENSE,
      (row) => (wanted & (1 << m.sense[row]!)) === 0,
      (row) => next.senses !== null && (e.senses[row]! & wanted) === 0,
    );
  }

  #sureness({ minConfidence: min }: Filters): void {
    const { mentions: m, events: e } = this.#columns;
    this.#write(
      SURENESS,
      (row) => m.confidence[row]! < min,
      (row) => min > 0 && e.confidence[row]! < min,
    );
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
