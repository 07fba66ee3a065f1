import { type Atlas, NO_DAY } from '../../core/model/atlas.ts';
import { SENSES } from '../../core/model/mention.ts';
import { areaHolds } from './area.ts';
import { type Columns, FACTUALITIES } from './columns.ts';
import { ARTICLE, DEFAULT_SENSES, DIMENSIONS, type Dimension, type Filters, NO_FILTERS } from './filters.ts';
import { KIND_IDS } from './kind-groups.ts';

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

/**
 * The cross-filter. Each row of each table has a byte whose bits say which dimensions reject it: 0 passes, and a row
 * whose byte without bit d is 0 would pass if dimension d were cleared. A change of one dimension rewrites one bit of
 * each row, so that a step costs one pass over the columns concerned, without allocation.
 */
export class CrossFilter {
  readonly mentionMask: Uint8Array;
  readonly eventMask: Uint8Array;
  readonly #atlas: Atlas;
  readonly #columns: Columns;
  #now: Filters = { ...NO_FILTERS, senses: [...SENSES] };

  constructor(atlas: Atlas, columns: Columns) {
    this.#atlas = atlas;
    this.#columns = columns;
    this.mentionMask = new Uint8Array(columns.mentions.count);
    this.eventMask = new Uint8Array(columns.events.count);
  }

  apply(next: Filters): void {
    const now = this.#now;
    this.#now = next;
    if (next.when !== now.when || next.timeOf !== now.timeOf) this.#when(next);
    if (next.where !== now.where || next.area !== now.area) this.#where(next);
    if (next.what !== now.what) this.#bits(WHAT, bitsOf(next.what, KIND_IDS), 'kinds');
    if (next.factuality !== now.factuality)
      this.#bits(FACTUALITY, bitsOf(next.factuality, FACTUALITIES), 'factualities');
    if (next.who !== now.who) this.#who(next);
    if (next.documents !== now.documents) this.#documents(next);
    if (next.senses !== now.senses) this.#senses(next);
    if (next.minConfidence !== now.minConfidence) this.#sureness(next);
  }

  #when(next: Filters): void {
    const { mentions: m, events: e } = this.#columns;
    const published = next.timeOf === 'publication';
    this.#range(
      this.mentionMask,
      published ? m.publishedFirst : m.firstDay,
      published ? m.publishedLast : m.lastDay,
      next,
    );
    this.#range(
      this.eventMask,
      published ? e.publishedFirst : e.firstDay,
      published ? e.publishedLast : e.lastDay,
      next,
    );
  }

  #range(mask: Uint8Array, first: Int32Array, last: Int32Array, { when }: Filters): void {
    const keep = ~WHEN;
    if (!when) {
      for (let row = 0; row < mask.length; row++) mask[row]! &= keep;
      return;
    }
    const from = when.range ? (when.range.from ?? NO_DAY + 1) : 1;
    const to = when.range ? (when.range.to ?? 2147483647) : 0;
    const undated = when.undated ? 0 : WHEN;
    for (let row = 0; row < mask.length; row++) {
      const start = first[row]!;
      const bit = start === NO_DAY ? undated : start > to || last[row]! < from ? WHEN : 0;
      mask[row] = (mask[row]! & keep) | bit;
    }
  }

  #where(next: Filters): void {
    const { mentions: m, events: e } = this.#columns;
    const passes = this.#placesIn(next);
    const write = (mask: Uint8Array, places: Int32Array) => {
      for (let row = 0; row < mask.length; row++) {
        const place = places[row]!;
        const ok = passes === null || (place >= 0 && passes[place] === 1);
        mask[row] = ok ? mask[row]! & ~WHERE : mask[row]! | WHERE;
      }
    };
    write(this.mentionMask, m.place);
    write(this.eventMask, e.place);
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
    for (let row = 0; row < this.mentionMask.length; row++) {
      const ok = wanted === 0 || (sets[row]! & wanted) !== 0;
      this.mentionMask[row] = ok ? this.mentionMask[row]! & ~dimension : this.mentionMask[row]! | dimension;
    }
    for (let row = 0; row < this.eventMask.length; row++) {
      const ok = wanted === 0 || (wanted & (1 << values[row]!)) !== 0;
      this.eventMask[row] = ok ? this.eventMask[row]! & ~dimension : this.eventMask[row]! | dimension;
    }
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
    const write = (mask: Uint8Array, values: Int32Array) => {
      for (let row = 0; row < mask.length; row++) {
        const value = values[row]!;
        const ok = passes === null || (value < 0 ? none : passes[value] === 1);
        mask[row] = ok ? mask[row]! & ~bit : mask[row]! | bit;
      }
    };
    write(this.mentionMask, this.#columns.mentions[column]);
    write(this.eventMask, this.#columns.events[column]);
  }

  /** An event is measured by the mentions that it covers, and only when senses were chosen by a person. */
  #senses(next: Filters): void {
    const wanted = bitsOf(next.senses ?? DEFAULT_SENSES, SENSES);
    const { mentions: m, events: e } = this.#columns;
    for (let row = 0; row < this.mentionMask.length; row++) {
      const ok = (wanted & (1 << m.sense[row]!)) !== 0;
      this.mentionMask[row] = ok ? this.mentionMask[row]! & ~SENSE : this.mentionMask[row]! | SENSE;
    }
    for (let row = 0; row < this.eventMask.length; row++) {
      const ok = next.senses === null || (e.senses[row]! & wanted) !== 0;
      this.eventMask[row] = ok ? this.eventMask[row]! & ~SENSE : this.eventMask[row]! | SENSE;
    }
  }

  #sureness({ minConfidence: min }: Filters): void {
    const write = (mask: Uint8Array, confidence: Uint8Array) => {
      for (let row = 0; row < mask.length; row++) {
        mask[row] = min === 0 || confidence[row]! >= min ? mask[row]! & ~SURENESS : mask[row]! | SURENESS;
      }
    };
    write(this.mentionMask, this.#columns.mentions.confidence);
    write(this.eventMask, this.#columns.events.confidence);
  }

  /** How many rows would pass with one dimension cleared. */
  leftWithout(dimension: Dimension): Left {
    const keep = ~bitOf(dimension);
    let mentions = 0;
    for (let row = 0; row < this.mentionMask.length; row++) if ((this.mentionMask[row]! & keep) === 0) mentions++;
    return { mentions, events: countJoined(this.#columns, (row) => (this.eventMask[row]! & keep) === 0) };
  }

  /** The bit of a dimension in the masks. */
  static bit(dimension: Dimension): number {
    return bitOf(dimension);
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

function bitsOf<T>(chosen: readonly T[], all: readonly T[]): number {
  let bits = 0;
  for (const value of chosen) {
    const at = all.indexOf(value);
    if (at >= 0) bits |= 1 << at;
  }
  return bits;
}
