import { type Atlas, type AtlasSpeaker, NO_DAY } from '../../core/model/atlas.ts';
import { SENSES } from '../../core/model/mention.ts';
import { areaHolds } from './area.ts';
import { type Columns, FACTUALITIES, type Groups, type Spans } from './columns.ts';
import { ARTICLE, DEFAULT_SENSES, type Dimension, type Filters, type WhenFilter } from './filters.ts';
import { KIND_IDS } from './kind-groups.ts';

/**
 * What a dimension rejects of one table of rows: a column of numbers of values, and one byte a value, 1 where the filter
 * leaves it out. The first byte is that of -1, a row without a value. So every filter is the same few bytes to the loop
 * that applies it, whatever it means.
 */
export interface Rejection {
  readonly column: Int32Array;
  readonly table: Uint8Array;
  /** Rows by value, for the columns that have them: a small change then costs what it touches. */
  readonly groups: Groups | null;
}

interface Rejections {
  readonly mentions: Rejection;
  readonly events: Rejection;
}

const BYTE_VALUES = 256;
const KINDS = 32;

/** The table of so many values; `rejects` is asked for each, and `none` says what becomes of a row without one. */
function tableOf(size: number, rejects: ((value: number) => boolean) | null, none = false): Uint8Array {
  const table = new Uint8Array(size + 1);
  if (!rejects) return table;
  table[0] = none ? 1 : 0;
  for (let value = 0; value < size; value++) table[value + 1] = rejects(value) ? 1 : 0;
  return table;
}

const by = (column: Int32Array, table: Uint8Array, groups: Groups | null = null): Rejection => ({
  column,
  table,
  groups,
});

/** What one dimension of the filters rejects, of mentions and of events. */
export function rejectionsOf(dimension: Dimension, filters: Filters, atlas: Atlas, columns: Columns): Rejections {
  const { mentions: m, events: e } = columns;
  switch (dimension) {
    case 'when': {
      const { timeOf } = filters;
      const groups = timeOf === 'event' ? columns.bySpan : { first: columns.firstMention, rows: null };
      return {
        mentions: by(m.time[timeOf].of, outside(m.time[timeOf], filters.when), groups),
        events: by(e.time[timeOf].of, outside(e.time[timeOf], filters.when)),
      };
    }
    case 'where': {
      const table = tableOf(atlas.places.length, elsewhere(filters, atlas), true);
      const groups = { first: columns.firstOfPlace, rows: columns.mentionsByPlace };
      return { mentions: by(m.place, table, groups), events: by(e.place, table) };
    }
    case 'what': {
      const wanted = bitsOf(filters.what, KIND_IDS);
      const { of, sets } = m.kinds;
      return {
        mentions: by(
          of,
          lacking(sets.length, wanted, (at) => sets[at]!),
        ),
        events: by(
          e.kind,
          lacking(KINDS, wanted, (kind) => 1 << kind),
        ),
      };
    }
    case 'factuality': {
      const wanted = bitsOf(filters.factuality, FACTUALITIES);
      const { of, sets } = m.factualities;
      return {
        mentions: by(
          of,
          lacking(sets.length, wanted, (at) => sets[at]!),
        ),
        events: by(
          e.factuality,
          lacking(FACTUALITIES.length, wanted, (value) => 1 << value),
        ),
      };
    }
    case 'who': {
      const wanted = new Set(filters.who);
      // a link may carry the id that one document gives
      const isNamed = ({ id, aliases }: AtlasSpeaker) => wanted.has(id) || aliases.some((alias) => wanted.has(alias));
      const { speakers } = atlas;
      const rejects = wanted.size === 0 ? null : (value: number) => !isNamed(speakers[value]!);
      const table = tableOf(speakers.length, rejects, !wanted.has(ARTICLE));
      return { mentions: by(m.speaker, table), events: by(e.speaker, table) };
    }
    case 'document': {
      const wanted = new Set(filters.documents);
      const { documents } = atlas;
      const rejects = wanted.size === 0 ? null : (value: number) => !wanted.has(documents[value]!.id);
      const table = tableOf(documents.length, rejects, true);
      const groups = { first: columns.firstMention, rows: null };
      return { mentions: by(m.document, table, groups), events: by(e.document, table) };
    }
    case 'sense': {
      const wanted = bitsOf(filters.senses ?? DEFAULT_SENSES, SENSES);
      // an event is measured by the mentions that it covers, and only when senses were chosen by a person
      const rejects = filters.senses === null ? null : (set: number) => (set & wanted) === 0;
      return {
        mentions: by(
          m.sense,
          tableOf(BYTE_VALUES, (sense) => (wanted & (1 << sense)) === 0, true),
        ),
        events: by(e.senses, tableOf(BYTE_VALUES, rejects)),
      };
    }
    case 'sureness': {
      const { minConfidence: min } = filters;
      const table = tableOf(BYTE_VALUES, min > 0 ? (value) => value < min : null);
      return { mentions: by(m.confidence, table), events: by(e.confidence, table) };
    }
  }
}

/** Values whose set of bits has none of those wanted, unless none is. */
function lacking(size: number, wanted: number, setOf: (value: number) => number): Uint8Array {
  return tableOf(size, wanted === 0 ? null : (value) => (setOf(value) & wanted) === 0);
}

/** Stretches of time that lie outside the chosen one; what only keeps the undated keeps no day at all. */
function outside({ first, last }: Spans, when: WhenFilter | null): Uint8Array {
  if (!when) return tableOf(first.length, null);
  const { range, undated } = when;
  const from = range ? (range.from ?? Number.NEGATIVE_INFINITY) : Number.POSITIVE_INFINITY;
  const to = range ? (range.to ?? Number.POSITIVE_INFINITY) : Number.NEGATIVE_INFINITY;
  return tableOf(first.length, (span) => (first[span] === NO_DAY ? !undated : first[span]! > to || last[span]! < from));
}

/** Whether a place lies outside the chosen regions or the area; `null` when nothing is chosen. */
function elsewhere({ where, area }: Filters, { places }: Atlas): ((place: number) => boolean) | null {
  if (where.length === 0 && !area) return null;
  const wanted = new Set(where);
  const chosen = Uint8Array.from(places, ({ id }) => (wanted.has(id) ? 1 : 0));
  return (index) => {
    const { ancestors, lon, lat } = places[index]!;
    const inRegion = wanted.size === 0 || chosen[index] === 1 || ancestors.some((up) => chosen[up] === 1);
    const inArea = !area || (lon !== null && lat !== null && areaHolds(area, lon, lat));
    return !(inRegion && inArea);
  };
}

function bitsOf<T>(chosen: readonly T[], all: readonly T[]): number {
  let bits = 0;
  for (const value of chosen) {
    const at = all.indexOf(value);
    if (at >= 0) bits |= 1 << at;
  }
  return bits;
}
