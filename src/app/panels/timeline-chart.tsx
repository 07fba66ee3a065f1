import { useRef } from 'preact/hooks';
import { formatRange, monthName, yearName } from '../i18n/dates.ts';
import { direction, messages } from '../i18n/locale.ts';
import { changeFilters } from '../state/actions.ts';
import { filters } from '../state/app-state.ts';
import { civilOf } from '../state/days.ts';
import { beginGesture, endGesture } from '../state/history.ts';
import { GROUP_IDS } from '../state/kind-groups.ts';
import { stop } from '../state/play.ts';
import type { Bin } from '../state/timeline-bins.ts';

export interface Stacks {
  readonly bright: Int32Array;
  readonly pale: Int32Array;
  readonly groups: number;
  /** All events per bin, whatever the filters. */
  readonly totals: Int32Array;
}

interface ChartProps {
  readonly bins: readonly Bin[];
  readonly stacks: Stacks;
  readonly width: number;
  /** One line of 56 px, without shapes and labels. */
  readonly small: boolean;
}

const PLOT = 92;
const AXIS = 38;
const SMALL_PLOT = 40;
const UNDATED = 56;
const FOLD = 22;
const MAX_BIN = 52;
const GLYPH = 10.5;
const PITCH = 12.5;
const RISE = 11;
const LEAST_BIN = 30;
/** The widest that a busy bin becomes, and the rows of shapes in it: about fifty; with more, all bins become bars. */
const MOST_BIN = 84;
const ROWS = 8;

interface Placed extends Bin {
  readonly x: number;
  readonly w: number;
}

/**
 * Bins side by side, at the inline end of the room; folds take a fixed width. A bin with many events is given what its
 * shapes need as far as there is room, by `totals`, which do not change with the filters.
 */
function place(bins: readonly Bin[], totals: Int32Array, room: number): Placed[] {
  const folds = bins.filter(({ folded }) => folded).length;
  const free = room - folds * FOLD;
  const even = Math.min(MAX_BIN, free / Math.max(1, bins.length));
  const needs = bins.map((_, at) =>
    Math.max(LEAST_BIN, Math.min(MOST_BIN, Math.ceil((totals[at] ?? 0) / ROWS) * PITCH + 6)),
  );
  const fits = bins.every((_, at) => (totals[at] ?? 0) <= ROWS * Math.floor((MOST_BIN + 4) / PITCH));
  const needed = fits ? needs.reduce((sum, need) => sum + need, 0) : Number.POSITIVE_INFINITY;
  const spare = (free - needed) / Math.max(1, bins.length);
  const widths =
    needed <= free ? needs.map((need) => Math.max(need, Math.min(MAX_BIN, need + spare))) : needs.map(() => even);
  const used = widths.reduce((sum, width) => sum + width, 0) + folds * FOLD;
  let x = Math.max(0, room - used);
  return bins.map((bin, at) => {
    if (bin.folded) x += FOLD;
    const placed = { ...bin, x, w: widths[at]! };
    x += widths[at]!;
    return placed;
  });
}

export function TimelineChart({ bins, stacks, width, small }: ChartProps) {
  const t = messages.value;
  const svg = useRef<SVGSVGElement>(null);
  const drag = useRef<{ mode: 'new' | 'move' | 'from' | 'to'; at: number; start: number; end: number } | null>(null);
  const rtl = direction.value === 'rtl';
  const plot = small ? SMALL_PLOT : PLOT;
  const height = small ? SMALL_PLOT + 2 : PLOT + AXIS;
  const undated = sum(stacks, bins.length) > 0 && !small;
  const room = width - (undated ? UNDATED + 12 : 4);
  const placed = place(bins, stacks.totals, room);
  const fx = (x: number, w = 0) => (rtl ? width - x - w : x);
  const { when } = filters.value;
  const range = when?.range ?? null;
  const firstIn = range
    ? placed.findIndex((bin) => !bin.vague && bin.to >= (range.from ?? Number.NEGATIVE_INFINITY))
    : -1;
  const lastIn = range
    ? placed.findLastIndex((bin) => !bin.vague && bin.from <= (range.to ?? Number.POSITIVE_INFINITY))
    : -1;
  const shown = range !== null && firstIn >= 0 && lastIn >= firstIn;

  const binAt = (clientX: number): number => {
    const box = svg.current!.getBoundingClientRect();
    const x = rtl ? box.right - clientX : clientX - box.left;
    let best = 0;
    for (let at = 0; at < placed.length; at++) if (x >= placed[at]!.x - (placed[at]!.folded ? FOLD / 2 : 0)) best = at;
    return best;
  };
  const keep = (a: number, b: number) => {
    const from = Math.max(0, Math.min(a, b));
    const to = Math.min(placed.length - 1, Math.max(a, b));
    const next = { from: placed[from]!.from, to: Math.max(...placed.slice(from, to + 1).map((bin) => bin.to)) };
    const now = filters.peek().when;
    if (now?.range?.from === next.from && now.range.to === next.to) return;
    changeFilters({ when: { range: next, undated: now?.undated ?? false } });
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || placed.length === 0) return;
    stop();
    const at = binAt(event.clientX);
    const mode = (event.target as Element).getAttribute('data-drag') as 'move' | 'from' | 'to' | null;
    drag.current = { mode: mode ?? 'new', at, start: mode ? firstIn : at, end: mode ? lastIn : at };
    svg.current!.setPointerCapture(event.pointerId);
    beginGesture();
    if (!mode) keep(at, at);
  };
  const onPointerMove = (event: PointerEvent) => {
    const now = drag.current;
    if (!now) return;
    const at = binAt(event.clientX);
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
    const from = shown ? firstIn : 0;
    const to = shown ? lastIn : placed.length - 1;
    if (edge === 'from') keep(Math.max(0, Math.min(to, from + step + jump)), to);
    else keep(from, Math.min(placed.length - 1, Math.max(from, to + step + jump)));
  };

  const most = Math.max(1, ...placed.map((_, at) => sum(stacks, at)), sum(stacks, bins.length));
  const asBars = small || placed.some((bin, at) => (stacks.totals[at] ?? 0) > ROWS * Math.floor((bin.w + 4) / PITCH));
  const draw = (at: number, x: number, w: number) =>
    asBars ? bars(stacks, at, fx(x, w), w, plot, most, small) : shapes(stacks, at, fx(x, w), w, plot);
  const handle = (edge: 'from' | 'to') => {
    const at = edge === 'from' ? (shown ? firstIn : 0) : shown ? lastIn : placed.length - 1;
    const bin = placed[at];
    if (!bin) return null;
    const x = fx(edge === 'from' ? bin.x : bin.x + bin.w);
    return (
      <g
        class={`handle${shown ? '' : ' is-idle'}`}
        tabIndex={0}
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
      <g class="marks">{placed.map((bin, at) => draw(at, bin.x, bin.w))}</g>
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
      {undated && <Undated stacks={stacks} at={bins.length} x={width - UNDATED} fx={fx} plot={plot} draw={draw} />}
      {handle('from')}
      {handle('to')}
    </svg>
  );
}

function sum({ bright, pale, groups }: Stacks, bin: number): number {
  let all = 0;
  for (let at = bin * groups; at < (bin + 1) * groups; at++) all += (bright[at] ?? 0) + (pale[at] ?? 0);
  return all;
}

/** One shape an event, stacked by kind from below. */
function shapes({ bright, pale, groups }: Stacks, bin: number, x: number, w: number, plot: number) {
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
function bars(
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

interface LabelsProps {
  readonly placed: readonly Placed[];
  readonly fx: (x: number, w?: number) => number;
  readonly firstIn: number;
  readonly lastIn: number;
  readonly plot: number;
}

function Labels({ placed, fx, firstIn, lastIn, plot }: LabelsProps) {
  const wide = placed.every(({ w }) => w >= 26);
  const years: { year: number; label: string; from: number; to: number }[] = [];
  for (const bin of placed) {
    if (bin.unit !== 'month' && bin.unit !== 'day') continue;
    const { year, month } = civilOf(bin.from);
    const key = bin.unit === 'day' ? year * 12 + month : year;
    const last = years.at(-1);
    if (last && last.year === key && !bin.folded) last.to = bin.x + bin.w;
    else
      years.push({
        year: key,
        label: bin.unit === 'day' ? `${monthName(bin.from)} ${yearName(bin.from)}` : yearName(bin.from),
        from: bin.x,
        to: bin.x + bin.w,
      });
  }
  let free = Number.NEGATIVE_INFINITY;
  return (
    <g class="labels">
      {placed.map((bin, at) => {
        const text =
          bin.unit === 'month'
            ? monthName(bin.from)
            : bin.unit === 'day'
              ? String(civilOf(bin.from).day)
              : bin.unit === 'years'
                ? yearsLabel(bin)
                : yearName(bin.from);
        const size = text.length * 6.2 + 2;
        const middle = bin.x + bin.w / 2;
        if ((!wide && bin.unit === 'month') || middle - size / 2 < free) return null;
        free = middle + size / 2;
        return (
          <text
            key={bin.from + bin.unit}
            class={at >= firstIn && at <= lastIn ? 'is-in' : ''}
            x={fx(middle)}
            y={plot + 16}
            text-anchor="middle"
          >
            {text}
          </text>
        );
      })}
      {years.map(({ year, label, from, to }) => (
        <text key={`${year}:${from}`} class="year" x={fx((from + to) / 2)} y={plot + 32} text-anchor="middle">
          {label}
        </text>
      ))}
    </g>
  );
}

/** `1990s`, or `1990–93` where there is little room. */
function yearsLabel({ from, to }: Bin): string {
  const a = civilOf(from).year;
  const b = civilOf(to).year;
  return a % 10 === 0 && b === a + 9
    ? formatRange(from, to)
    : `${a}–${Math.floor(a / 100) === Math.floor(b / 100) ? String(b).slice(-2) : b}`;
}

interface UndatedProps {
  readonly stacks: Stacks;
  readonly at: number;
  readonly x: number;
  readonly fx: (x: number, w?: number) => number;
  readonly plot: number;
  readonly draw: (at: number, x: number, w: number) => unknown;
}

/** What has no date stands apart, and is kept or left out by a click of its own. */
function Undated({ stacks, at, x, fx, plot, draw }: UndatedProps) {
  const t = messages.value;
  const { when } = filters.value;
  const on = when === null || when.undated;
  const toggle = () => {
    if (!when) changeFilters({ when: { range: null, undated: true } });
    else if (when.undated && !when.range) changeFilters({ when: null });
    else changeFilters({ when: { ...when, undated: !when.undated } });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing holds no button
    <g
      class="undated"
      role="button"
      tabIndex={0}
      aria-pressed={on}
      aria-label={`${t.when.undated}: ${t.events(sum(stacks, at))}`}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={toggle}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        toggle();
      }}
    >
      <rect class="target" x={fx(x, UNDATED)} y={0} width={UNDATED} height={plot + 22} />
      {draw(at, x + 2, UNDATED - 4) as never}
      <line
        class={`base${when?.undated ? ' is-in' : ''}`}
        x1={fx(x + 2)}
        x2={fx(x + UNDATED - 2)}
        y1={plot}
        y2={plot}
      />
      <text x={fx(x + UNDATED / 2)} y={plot + 16} text-anchor="middle">
        {t.when.undated}
      </text>
    </g>
  );
}
