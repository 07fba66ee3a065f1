import type { Columns } from '../state/columns.ts';
import { results } from '../state/counts.ts';
import { CrossFilter } from '../state/cross-filter.ts';
import { GROUP_IDS } from '../state/kind-groups.ts';
import type { BinPlan } from '../state/timeline-bins.ts';
import { PITCH, ROWS } from './timeline-layout.ts';

const GLYPH = 10.5;
const RISE = 11;

export interface Stacks {
  readonly bright: Int32Array;
  readonly pale: Int32Array;
  readonly groups: number;
  /** All events per bin, whatever the filters. */
  readonly totals: Int32Array;
}

/** Events per bin and group, those that pass and those that only the stretch of time leaves out. The last bin is the undated one. */
export function stackEvents(
  table: Columns['events'] | undefined,
  { bins, binOf }: BinPlan,
  totals: Int32Array,
): Stacks {
  const { eventMask } = results.value;
  const groups = GROUP_IDS.length;
  const bright = new Int32Array((bins.length + 1) * groups);
  const pale = new Int32Array((bins.length + 1) * groups);
  if (!table) return { bright, pale, groups, totals };
  const keep = ~CrossFilter.bit('when');
  const { byJoined: rows, joined: joinedOf, group: groupOf } = table;
  for (let at = 0; at < rows.length; ) {
    const joined = joinedOf[rows[at]!]!;
    const group = groupOf[rows[at]!]!;
    let best = 2;
    for (; at < rows.length && joinedOf[rows[at]!] === joined; at++) {
      const mask = eventMask[rows[at]!]!;
      best = mask === 0 ? 0 : best > 1 && (mask & keep) === 0 ? 1 : best;
    }
    const bin = binOf[joined]!;
    if (best === 2 || bin === -2) continue;
    const cell = (bin < 0 ? bins.length : bin) * groups + group;
    if (best === 0) bright[cell]!++;
    else pale[cell]!++;
  }
  return { bright, pale, groups, totals };
}

/** Whether a bin holds the same events in both. */
export function sameBin(a: Stacks, b: Stacks, bin: number): boolean {
  if (a.groups !== b.groups) return false;
  for (let at = bin * a.groups; at < (bin + 1) * a.groups; at++)
    if (a.bright[at] !== b.bright[at] || a.pale[at] !== b.pale[at]) return false;
  return true;
}

export function sum({ bright, pale, groups }: Stacks, bin: number): number {
  let all = 0;
  for (let at = bin * groups; at < (bin + 1) * groups; at++) all += (bright[at] ?? 0) + (pale[at] ?? 0);
  return all;
}

/** One shape an event, stacked by kind from below. */
export function shapes({ bright, pale, groups }: Stacks, bin: number, x: number, w: number, plot: number) {
  const all: { group: number; pale: boolean }[] = [];
  for (let group = 0; group < groups; group++) {
    const cell = bin * groups + group;
    for (let count = 0; count < (bright[cell] ?? 0); count++) all.push({ group, pale: false });
    for (let count = 0; count < (pale[cell] ?? 0); count++) all.push({ group, pale: true });
  }
  const columns = Math.max(2, Math.ceil(all.length / ROWS));
  const used = Math.min(columns, Math.max(1, all.length));
  const pitch = Math.min(PITCH, (w + 4) / used);
  const left = x + (w - used * pitch) / 2 + (pitch - GLYPH) / 2;
  return all.map(({ group, pale: isPale }, at) => (
    <use
      key={`${bin}:${at}`}
      href={`#k-${GROUP_IDS[group]}`}
      class={`k-${GROUP_IDS[group]}${isPale ? ' is-pale' : ''}`}
      x={left + (at % columns) * pitch}
      y={plot - 3 - (Math.floor(at / columns) + 1) * RISE}
      width={GLYPH}
      height={GLYPH}
    />
  ));
}

/** The same in bars of the same hues and order, on one scale for all bins. */
export function bars(
  { bright, pale, groups }: Stacks,
  bin: number,
  x: number,
  w: number,
  plot: number,
  most: number,
  small: boolean,
) {
  const scale = (plot - 6) / most;
  const inset = Math.min(4, w * 0.14);
  let y = plot - 1;
  const out = [];
  for (const [counts, isPale] of [
    [bright, false],
    [pale, true],
  ] as const) {
    for (let group = 0; group < groups; group++) {
      const count = counts[bin * groups + group] ?? 0;
      if (count === 0) continue;
      const h = Math.max(1, count * scale);
      y -= h;
      out.push(
        <rect
          key={`${bin}:${group}:${isPale}`}
          class={`${small ? 'plain' : `k-${GROUP_IDS[group]}`}${isPale ? ' is-pale' : ''}`}
          x={x + inset}
          y={y}
          width={Math.max(1, w - 2 * inset)}
          height={h}
        />,
      );
    }
  }
  return out;
}
