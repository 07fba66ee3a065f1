import type { Column } from '../core/model/atlas.ts';
import type { OwnView } from './analysis-messages.ts';
import type { Piece, ViewHead, ViewList } from './view-messages.ts';

/** Records of one message. */
const RECORDS = 400;
/** A shape counts as a record for each so many positions of its outline. */
const POSITIONS = 40;

export interface ViewPieces {
  readonly pieces: Iterable<Piece>;
  readonly head: ViewHead;
  /** What is handed over with the head. */
  readonly transfer: ArrayBuffer[];
}

/** Makes of a view the messages that carry it. */
export function takeApart({ ids, atlas, shapes, origins, notices }: OwnView): ViewPieces {
  const { documents, places, speakers, events, joinedEvents, mentions, ...rest } = atlas;
  const { events: covered, ...numbers } = mentions;
  const entries = Object.entries(numbers).map(([name, column]) => [name, new Int32Array(column as Column)] as const);
  const first = new Int32Array(covered.length + 1);
  covered.forEach((some, row) => {
    first[row + 1] = (first[row] ?? 0) + some.length;
  });
  const covering = new Int32Array(first[covered.length] ?? 0);
  covered.forEach((some, row) => {
    covering.set(some, first[row]);
  });
  const lists = { documents, places, speakers, events, joinedEvents, origins, notices, features: shapes.features };
  return {
    pieces: piecesOf(lists),
    head: { ids, atlas: rest, columns: Object.fromEntries(entries) as unknown as ViewHead['columns'], first, covering },
    transfer: [...entries.map(([, column]) => column), first, covering].map(({ buffer }) => buffer),
  };
}

function* piecesOf(lists: Readonly<Record<ViewList, readonly unknown[]>>): Generator<Piece> {
  for (const [name, records] of Object.entries(lists)) {
    const list = name as ViewList;
    let from = 0;
    let weight = 0;
    for (let at = 0; at < records.length; at++) {
      weight += list === 'features' ? 1 + positions((records[at] as { geometry?: unknown }).geometry) / POSITIONS : 1;
      if (weight < RECORDS && at < records.length - 1) continue;
      yield { list, records: records.slice(from, at + 1) };
      from = at + 1;
      weight = 0;
    }
  }
}

function positions(value: unknown): number {
  if (Array.isArray(value))
    return typeof value[0] === 'number' ? 1 : value.reduce((sum, one) => sum + positions(one), 0);
  return value !== null && typeof value === 'object' && 'coordinates' in value ? positions(value.coordinates) : 0;
}
