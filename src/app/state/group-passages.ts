import { type Atlas, NO_DAY } from '../../core/model/atlas.ts';
import type { Columns } from './columns.ts';

/** The mentions of one passage that are read together. */
export interface PassageGroup {
  readonly document: number;
  readonly passage: number;
  readonly speaker: number;
  readonly rows: readonly number[];
}

/** Order of documents by date, undated last, ties as in the corpus. */
export function byDate(atlas: Atlas): (a: number, b: number) => number {
  const dayOf = (document: number) => {
    const day = atlas.documents[document]?.firstDay ?? NO_DAY;
    return day === NO_DAY ? Number.MAX_SAFE_INTEGER : day;
  };
  return (a, b) => dayOf(a) - dayOf(b) || a - b;
}

/** Rows of mentions gathered by passage, the oldest document first, in the order of the text within it. */
export function groupPassages(atlas: Atlas, { mentions: m }: Columns, rows: readonly number[]): PassageGroup[] {
  const order = byDate(atlas);
  const sorted = [...rows].sort((a, b) => order(m.document[a]!, m.document[b]!) || m.start[a]! - m.start[b]!);
  const groups: { document: number; passage: number; speaker: number; rows: number[] }[] = [];
  for (const row of sorted) {
    const last = groups.at(-1);
    if (last && last.document === m.document[row] && last.passage === m.passage[row]) last.rows.push(row);
    else groups.push({ document: m.document[row]!, passage: m.passage[row]!, speaker: m.speaker[row]!, rows: [row] });
  }
  return groups;
}
