import type { ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { formatRange } from '../i18n/dates.ts';
import { direction, messages } from '../i18n/locale.ts';
import { changeFilters } from '../state/actions.ts';
import { filters } from '../state/app-state.ts';
import { beginGesture, endGesture } from '../state/history.ts';
import { stop } from '../state/play.ts';
import type { Bin } from '../state/timeline-bins.ts';
import { daysBetween, movedEdge, stretchOf, wholeStretch } from './timeline-brush.ts';
import { Labels } from './timeline-labels.tsx';
import { FOLD, PITCH, place, ROWS } from './timeline-layout.ts';
import { bars, type Stacks, sameBin, shapes, sum } from './timeline-stacks.tsx';
import { UNDATED, Undated } from './timeline-undated.tsx';

interface ChartProps {
  readonly bins: readonly Bin[];
  readonly stacks: ReadonlySignal<Stacks>;
  readonly width: number;
  /** One line of 56 px, without shapes and labels. */
  readonly small: boolean;
}

const PLOT = 92;
const AXIS = 38;
const SMALL_PLOT = 40;

interface Drag {
  readonly mode: 'new' | 'move' | 'from' | 'to';
  /** Where the chart stood when it began: to ask again at each step would lay out the page. */
  readonly box: DOMRect;
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

/** What was drawn of the bins last, and all that it was drawn by. */
interface Drawn {
  readonly by: readonly unknown[];
  readonly stacks: Stacks;
  readonly marks: readonly JSX.Element[];
}

export function TimelineChart({ bins, stacks: stacked, width, small }: ChartProps) {
  const t = messages.value;
  const stacks = stacked.value;
  const svg = useRef<SVGSVGElement>(null);
  const drag = useRef<Drag | null>(null);
  const rtl = direction.value === 'rtl';
  const plot = small ? SMALL_PLOT : PLOT;
  const height = small ? SMALL_PLOT + 2 : PLOT + AXIS;
  const undated = (stacks.totals[bins.length] ?? 0) > 0 && !small;
  const room = width - (undated ? UNDATED + 12 : 4);
  const placed = useMemo(() => place(bins, stacks.totals, room), [bins, stacks.totals, room]);
  const fx = (x: number, w = 0) => (rtl ? width - x - w : x);
  const { when } = filters.value;
  const range = when?.range ?? null;
  const stretch = stretchOf(placed, range);
  const shown = stretch !== null;
  const { first: firstIn, last: lastIn } = stretch ?? wholeStretch(placed);

  const binAt = (clientX: number, box: DOMRect): number => {
    const x = rtl ? box.right - clientX : clientX - box.left;
    let best = 0;
    for (let at = 0; at < placed.length; at++) if (x >= placed[at]!.x - (placed[at]!.folded ? FOLD / 2 : 0)) best = at;
    return best;
  };
  const keep = (a: number, b: number) => {
    const next = daysBetween(placed, a, b);
    const now = filters.peek().when;
    if (now?.range?.from === next.from && now.range.to === next.to) return;
    changeFilters({ when: { range: next, undated: now?.undated ?? false } });
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || placed.length === 0) return;
    stop();
    const box = svg.current!.getBoundingClientRect();
    const at = binAt(event.clientX, box);
    const mode = (event.target as Element).getAttribute('data-drag') as 'move' | 'from' | 'to' | null;
    drag.current = { mode: mode ?? 'new', at, box, start: mode ? firstIn : at, end: mode ? lastIn : at };
    svg.current!.setPointerCapture(event.pointerId);
    beginGesture();
    if (!mode) keep(at, at);
  };
  const onPointerMove = (event: PointerEvent) => {
    const now = drag.current;
    if (!now) return;
    const at = binAt(event.clientX, now.box);
    if (now.mode === 'new') keep(now.at, at);
    else if (now.mode === 'from') keep(Math.min(at, now.end), now.end);
    else if (now.mode === 'to') keep(now.start, Math.max(at, now.start));
    else {
      const size = now.end - now.start;
      const start = Math.max(0, Math.min(placed.length - 1 - size, now.start + at - now.at));
      keep(start, start + size);
    }
  };
  const onPointerUp = () => {
    if (!drag.current) return;
    drag.current = null;
    endGesture();
  };
  const onKey = (edge: 'from' | 'to') => (event: KeyboardEvent) => {
    const forward = rtl ? 'ArrowLeft' : 'ArrowRight';
    const step =
      event.key === forward || event.key === 'ArrowUp'
        ? 1
        : ['ArrowLeft', 'ArrowRight', 'ArrowDown'].includes(event.key)
          ? -1
          : 0;
    const jump = event.key === 'Home' ? -placed.length : event.key === 'End' ? placed.length : 0;
    if (event.key === 'Escape' || event.key === 'Delete') {
      event.stopPropagation();
      changeFilters({ when: null });
      return;
    }
    if (step + jump === 0) return;
    event.preventDefault();
    // what is kept now, not what was drawn last: keys may come faster than the picture
    const held = stretchOf(placed, filters.peek().when?.range ?? null) ?? wholeStretch(placed);
    const { first, last } = movedEdge(placed, held, edge, step + jump);
    keep(first, last);
  };

  const most = Math.max(1, ...placed.map((_, at) => sum(stacks, at)));
  const asBars = small || placed.some((bin, at) => (stacks.totals[at] ?? 0) > ROWS * Math.floor((bin.w + 4) / PITCH));
  const draw = (at: number, x: number, w: number) => (
    <g key={at}>{asBars ? bars(stacks, at, fx(x, w), w, plot, most, small) : shapes(stacks, at, fx(x, w), w, plot)}</g>
  );
  // a step of the brush changes the marks of a bin or two: those of the others stay the same ones, which nobody need compare
  const last = useRef<Drawn | null>(null);
  const before = last.current;
  const by = [placed, plot, most, asBars, small, rtl];
  const same = before !== null && by.every((value, at) => value === before.by[at]);
  const marks = placed.map((bin, at) =>
    same && sameBin(before.stacks, stacks, at) ? before.marks[at]! : draw(at, bin.x, bin.w),
  );
  last.current = { by, stacks, marks };
  const handle = (edge: 'from' | 'to') => {
    const at = edge === 'from' ? firstIn : lastIn;
    const bin = placed[at];
    if (!bin) return null;
    const x = fx(edge === 'from' ? bin.x : bin.x + bin.w);
    return (
      <g
        class={`handle${shown ? '' : ' is-idle'}`}
        tabindex={0}
        role="slider"
        aria-orientation="horizontal"
        aria-label={edge === 'from' ? t.time.brushStart : t.time.brushEnd}
        aria-valuemin={0}
        aria-valuemax={placed.length - 1}
        aria-valuenow={at}
        aria-valuetext={formatRange(bin.from, bin.to, 'long')}
        onKeyDown={onKey(edge)}
      >
        {shown && <line x1={x} x2={x} y1={0} y2={plot} />}
        {!small && <rect class="grip" x={x - 4} y={plot / 2 - 13} width={8} height={26} rx={3} />}
        <rect
          class="target"
          data-drag={shown ? edge : undefined}
          x={x - (small ? 14 : 12)}
          y={0}
          width={small ? 28 : 24}
          height={plot}
        />
      </g>
    );
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing holds no fieldset
    <svg
      ref={svg}
      class={`chart${asBars ? ' has-bars' : ''}`}
      width={width}
      height={height}
      role="group"
      aria-label={t.time.chart}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
    >
      <rect class="ground" x={0} y={0} width={width} height={plot} />
      {shown && (
        <rect
          class="brush"
          data-drag="move"
          x={fx(placed[firstIn]!.x, placed[lastIn]!.x + placed[lastIn]!.w - placed[firstIn]!.x)}
          y={0}
          width={placed[lastIn]!.x + placed[lastIn]!.w - placed[firstIn]!.x}
          height={plot}
        />
      )}
      <g class="marks">{marks}</g>
      {placed.map((bin, at) => (
        <g key={`${bin.from}:${bin.to}`}>
          {!small && bin.folded && (
            <text class="fold" x={fx(bin.x - FOLD / 2)} y={plot + 4} text-anchor="middle">
              <title>{t.time.folded}</title>
              {'//'}
            </text>
          )}
          <line
            class={`base${shown && at >= firstIn && at <= lastIn ? ' is-in' : ''}`}
            x1={fx(bin.x + (small ? 0 : 1))}
            x2={fx(bin.x + bin.w - (small ? 0 : 1))}
            y1={plot}
            y2={plot}
          />
        </g>
      ))}
      {!small && (
        <Labels placed={placed} fx={fx} firstIn={shown ? firstIn : -1} lastIn={shown ? lastIn : -1} plot={plot} />
      )}
      {undated && <Undated stacks={stacks} x={width - UNDATED} fx={fx} plot={plot} scaledBy={asBars ? most : null} />}
      {handle('from')}
      {handle('to')}
    </svg>
  );
}
