import { computed } from '@preact/signals';
import { NO_DAY } from '../../core/model/atlas.ts';
import { atlas, type Comparison, comparison, documentIndex, filters, speakerIndex } from './app-state.ts';
import type { Columns } from './columns.ts';
import { columns, results } from './counts.ts';
import { CrossFilter } from './cross-filter.ts';
import { parseIso } from './days.ts';
import { ARTICLE, type DayRange, type Dimension } from './filters.ts';
import { GROUP_IDS } from './kind-groups.ts';

/** One side of a comparison: what of the corpus it is, and what it names. */
export interface Side {
  readonly mentions: number;
  readonly events: number;
  /** Mentions that pass the other filters, per place. */
  readonly places: Int32Array;
  /** The same whatever the other filters say: what tells silence from what is only left out. */
  readonly unfiltered: Int32Array;
  /** Events that pass, per group in the order of `GROUP_IDS`. */
  readonly groups: Int32Array;
  /** Rows of mentions of the side that pass, for the words around them. */
  readonly rows: readonly number[];
}

/** The stretch of time that a side of a comparison of periods names; `null` when it names none. */
export function periodOf(text: string): DayRange | null {
  const [from = '', to] = text.split('..');
  if (to === undefined) return from.trim() === '' ? null : parseIso(from);
  const first = from.trim() === '' ? { from: null } : parseIso(from);
  const last = to.trim() === '' ? { to: null } : parseIso(to);
  if (!first || !last || (first.from === null && last.to === null)) return null;
  if (first.from !== null && last.to !== null && first.from > last.to) return null;
  return { from: first.from, to: last.to };
}

/** The filter that a comparison stands in for: it is disregarded, the others hold for both sides. */
export const COMPARED_DIMENSION: Readonly<Record<Comparison['by'], Dimension>> = {
  document: 'document',
  speaker: 'who',
  period: 'when',
};

type Holds = (table: 'mentions' | 'events', row: number) => boolean;

/** Whether a row belongs to a side; `null` when the side names nothing that is there. */
function holdsOf({ by }: Comparison, value: string, table: Columns, published: boolean): Holds | null {
  if (value === '') return null;
  if (by === 'period') {
    const range = periodOf(value);
    if (!range) return null;
    const from = range.from ?? Number.NEGATIVE_INFINITY;
    const to = range.to ?? Number.POSITIVE_INFINITY;
    const timeOf = published ? 'publication' : 'event';
    return (kind, row) => {
      const days = table[kind].time[timeOf];
      const first = days.first[days.of[row]!]!;
      const last = days.last[days.of[row]!]!;
      // what has no date stands at the very beginning and belongs to no period
      return first !== NO_DAY && first <= to && last >= from;
    };
  }
  const index =
    by === 'document' ? documentIndex.value.get(value) : value === ARTICLE ? -1 : speakerIndex.value.get(value);
  if (index === undefined) return null;
  const column = by === 'document' ? 'document' : 'speaker';
  return (kind, row) => table[kind][column][row] === index;
}

function sideOf(chosen: Comparison, value: string): Side | null {
  const corpus = atlas.value;
  const table = columns.value;
  const { mentionMask, eventMask } = results.value;
  if (!corpus || !table) return null;
  const holds = holdsOf(chosen, value, table, filters.value.timeOf === 'publication');
  if (!holds) return null;
  const keep = ~CrossFilter.bit(COMPARED_DIMENSION[chosen.by]);
  const places = new Int32Array(corpus.places.length);
  const unfiltered = new Int32Array(corpus.places.length);
  const groups = new Int32Array(GROUP_IDS.length);
  const rows: number[] = [];
  for (let row = 0; row < mentionMask.length; row++) {
    if (!holds('mentions', row)) continue;
    const place = table.mentions.place[row]!;
    if (place >= 0) unfiltered[place]!++;
    if ((mentionMask[row]! & keep) !== 0) continue;
    rows.push(row);
    if (place >= 0) places[place]!++;
  }
  let events = 0;
  let last = -1;
  for (const row of table.events.byJoined) {
    if ((eventMask[row]! & keep) !== 0 || !holds('events', row) || table.events.joined[row] === last) continue;
    last = table.events.joined[row]!;
    events++;
    groups[table.events.group[row]!]!++;
  }
  return { mentions: rows.length, events, places, unfiltered, groups, rows };
}

/** Both sides of the comparison, each `null` until it is chosen. The map may draw `a.places` and `b.places` in two colours. */
export const sides = computed<{ readonly a: Side | null; readonly b: Side | null } | null>(() => {
  const chosen = comparison.value;
  return chosen && { a: sideOf(chosen, chosen.a), b: sideOf(chosen, chosen.b) };
});
