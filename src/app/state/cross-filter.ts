import type { Atlas } from '../../core/model/atlas.ts';
import type { Columns, Groups } from './columns.ts';
import { DIMENSIONS, type Dimension, type Filters } from './filters.ts';
import { type Rejection, rejectionsOf } from './rejections.ts';

const bitOf = (dimension: Dimension) => 1 << DIMENSIONS.indexOf(dimension);

/** What one choice of a filter would leave. */
export interface Left {
  readonly mentions: number;
  readonly events: number;
}

/** Which filters a dimension stands for: it is looked at anew when one of them changes. */
const FILTERS_OF: Readonly<Record<Dimension, readonly (keyof Filters)[]>> = {
  when: ['when', 'timeOf'],
  where: ['where', 'area'],
  what: ['what'],
  who: ['who'],
  document: ['documents'],
  sense: ['senses'],
  sureness: ['minConfidence'],
  factuality: ['factuality'],
};

/** A change that touches more than one row in so many reads all of them: memory is fast in its own order only. */
const LEAP = 6;
const WARM_DOCUMENTS = 400;

/**
 * The cross-filter. Each row of each table has a number whose bits say which dimensions reject it: 0 passes, and a row
 * whose number without the bit of d is 0 would pass if dimension d were cleared. A change of one dimension rewrites its
 * bit, and the counts per place and document follow the rows that come and go, so that a step of a brush costs what
 * it moves over and not what the corpus holds.
 */
export class CrossFilter {
  readonly mentionMask: Uint16Array;
  readonly eventMask: Uint16Array;
  /** Mentions that pass, per place and per document, and in all. Kept up to date in place. */
  readonly placeCounts: Int32Array;
  readonly documentCounts: Int32Array;
  mentions: number;
  /** The same per place after those of no place, who stand first as the value -1 does everywhere. */
  readonly #placed: Int32Array;
  readonly #atlas: Atlas;
  readonly #columns: Columns;
  readonly #applied = new Map<Dimension, Rejection>();
  #now: Filters | null = null;

  constructor(atlas: Atlas, columns: Columns) {
    this.#atlas = atlas;
    this.#columns = columns;
    const { count, place, document } = columns.mentions;
    this.mentionMask = new Uint16Array(count);
    this.eventMask = new Uint16Array(columns.events.count);
    this.#placed = new Int32Array(atlas.places.length + 1);
    this.placeCounts = this.#placed.subarray(1);
    this.documentCounts = new Int32Array(atlas.documents.length);
    this.mentions = count;
    for (let row = 0; row < count; row++) {
      this.documentCounts[document[row]!]!++;
      this.#placed[place[row]! + 1]!++;
    }
    this.#warm();
  }

  /** Mentions that pass and have no place. */
  get unplaced(): number {
    return this.#placed[0]!;
  }

  apply(next: Filters): void {
    const now = this.#now;
    this.#now = next;
    for (const dimension of DIMENSIONS) {
      if (now && FILTERS_OF[dimension].every((key) => next[key] === now[key])) continue;
      const { mentions, events } = rejectionsOf(dimension, next, this.#atlas, this.#columns);
      this.#change(bitOf(dimension), mentions, this.#applied.get(dimension));
      this.#applied.set(dimension, mentions);
      this.#writeEvents(bitOf(dimension), events);
    }
  }

  /** Rewrites the rows of the values that are rejected now and were not, or the other way round. */
  #change(bit: number, next: Rejection, before: Rejection | undefined): void {
    const { table, groups } = next;
    if (before && before.column !== next.column) {
      this.#writeAll(bit, next, this.documentCounts.length);
      return;
    }
    const changed: number[] = [];
    let touched = 0;
    for (let at = 0; at < table.length; at++) {
      if (table[at] === (before ? before.table[at] : 0)) continue;
      changed.push(at - 1);
      if (groups && at > 0) touched += groups.first[at]! - groups.first[at - 1]!;
    }
    if (changed.length === 0) return;
    // rows without a value stand in no group
    if (!groups || changed[0] === -1 || touched * LEAP > this.mentionMask.length) {
      this.#writeAll(bit, next, this.documentCounts.length);
      return;
    }
    for (const value of changed) this.#writeGroup(bit, table[value + 1] === 1, groups, value);
  }

  /** Sets or clears one bit of the mentions of a group and keeps the counts; as plain a loop as the one below. */
  #writeGroup(bit: number, rejected: boolean, { first, rows, of }: Groups, value: number): void {
    const mask = this.mentionMask;
    const { place, document } = of ?? this.#columns.mentions;
    const ordered = of !== undefined;
    const placed = this.#placed;
    const { documentCounts } = this;
    const keep = ~bit;
    const set = rejected ? bit : 0;
    const end = first[value + 1]!;
    let all = 0;
    for (let at = first[value]!; at < end; at++) {
      const row = rows === null ? at : rows[at]!;
      const before = mask[row]!;
      const after = (before & keep) | set;
      mask[row] = after;
      if ((before === 0) === (after === 0)) continue;
      const step = after === 0 ? 1 : -1;
      all += step;
      const own = ordered ? at : row;
      documentCounts[document[own]!]! += step;
      placed[place[own]! + 1]! += step;
    }
    this.mentions += all;
  }

  /**
   * The one loop that reads every mention: plain, over typed columns of one type, without a call in it. A million rows
   * take a few milliseconds, where a closure a row takes ten times as long.
   */
  #writeAll(bit: number, { column, table }: Rejection, documents: number): void {
    const mask = this.mentionMask;
    const { place } = this.#columns.mentions;
    const { firstMention } = this.#columns;
    const placed = this.#placed;
    const { documentCounts } = this;
    const keep = ~bit;
    let all = 0;
    for (let at = 0; at < documents; at++) {
      let gained = 0;
      const end = firstMention[at + 1]!;
      for (let row = firstMention[at]!; row < end; row++) {
        const before = mask[row]!;
        const after = (before & keep) | (-table[column[row]! + 1]! & bit);
        mask[row] = after;
        // 1 for a row that comes, -1 for one that goes: without a branch, which a processor would guess wrong half the time
        const step = ((after - 1) >>> 31) - ((before - 1) >>> 31);
        gained += step;
        placed[place[row]! + 1]! += step;
      }
      documentCounts[at]! += gained;
      all += gained;
    }
    this.mentions += all;
  }

  #writeEvents(bit: number, { column, table }: Rejection): void {
    const mask = this.eventMask;
    const keep = ~bit;
    for (let row = 0; row < mask.length; row++) mask[row] = (mask[row]! & keep) | (-table[column[row]! + 1]! & bit);
  }

  /** Rejects and takes back a part of the rows, so that the first filter of a person finds the loops compiled. */
  #warm(): void {
    const column = this.#columns.mentions.place;
    const documents = Math.min(this.documentCounts.length, WARM_DOCUMENTS);
    const { firstMention, firstOfPlace, mentionsByPlace, bySpan } = this.#columns;
    const bit = bitOf('where');
    const size = this.#atlas.places.length + 1;
    for (let turn = 0; turn < 4; turn++) {
      this.#writeAll(bit, { column, table: new Uint8Array(size).fill(1), groups: null }, documents);
      this.#writeAll(bit, { column, table: new Uint8Array(size), groups: null }, documents);
    }
    for (const groups of [{ first: firstMention, rows: null }, { first: firstOfPlace, rows: mentionsByPlace }, bySpan])
      for (const rejected of [true, false])
        for (let value = 0; value < Math.min(documents, groups.first.length - 1); value++)
          this.#writeGroup(bit, rejected, groups, value);
  }

  /** How many rows would pass with each dimension cleared alone. */
  leftWithoutEach(): ReadonlyMap<Dimension, Left> {
    return leftWithoutEach(this.#columns, this.mentionMask, this.eventMask);
  }

  /** The bit of a dimension in the masks. */
  static bit(dimension: Dimension): number {
    return bitOf(dimension);
  }
}

/**
 * How many rows would pass with each dimension cleared alone, of all rows or of one place. A row would if that dimension is
 * the only one that rejects it, so that one look at each row answers for all of them.
 */
export function leftWithoutEach(
  { events, mentionsByPlace, firstOfPlace }: Columns,
  mentionMask: Uint16Array,
  eventMask: Uint16Array,
  place = -1,
): ReadonlyMap<Dimension, Left> {
  const bits = DIMENSIONS.map(bitOf);
  const rejected = new Int32Array(1 << DIMENSIONS.length);
  if (place < 0) for (let row = 0; row < mentionMask.length; row++) rejected[mentionMask[row]!]!++;
  else
    for (let at = firstOfPlace[place]!; at < firstOfPlace[place + 1]!; at++)
      rejected[mentionMask[mentionsByPlace[at]!]!]!++;
  const { byJoined, joined, place: placeOf } = events;
  const told = new Int32Array(DIMENSIONS.length);
  const last = new Int32Array(DIMENSIONS.length).fill(-1);
  for (let at = 0; at < byJoined.length; at++) {
    const row = byJoined[at]!;
    const mask = eventMask[row]!;
    // more than one bit: no dimension alone would let it pass
    if ((mask & (mask - 1)) !== 0 || (place >= 0 && placeOf[row] !== place)) continue;
    for (let dimension = 0; dimension < bits.length; dimension++) {
      if ((mask & ~bits[dimension]!) !== 0 || last[dimension] === joined[row]) continue;
      last[dimension] = joined[row]!;
      told[dimension]!++;
    }
  }
  return new Map(
    DIMENSIONS.map((dimension, at) => [
      dimension,
      { mentions: rejected[0]! + rejected[bits[at]!]!, events: told[at]! },
    ]),
  );
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
