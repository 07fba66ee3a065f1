import { NO_DAY } from '../../core/model/atlas.ts';
import { formatRange, monthName, yearName } from '../i18n/dates.ts';
import { direction, messages } from '../i18n/locale.ts';
import { atlas } from '../state/app-state.ts';
import { columns, type PassingEvent } from '../state/counts.ts';
import { civilOf, dayOf } from '../state/days.ts';
import { GROUP_IDS } from '../state/kind-groups.ts';

const WIDTH = 384;
const BOX = 11;

/**
 * When the events of a place happened, on one line: a filled box for a day, a dashed one for a span. The line covers the
 * stretch that holds the closest-lying events; older ones are kept in the list below it.
 */
export function DayStrip({ events }: { readonly events: readonly PassingEvent[] }) {
  const table = columns.value?.events;
  if (!table || !atlas.value) return null;
  const dated = events
    .map(({ tellings }) => tellings[0]!)
    .filter((row) => table.firstDay[row]! !== NO_DAY && table.lastDay[row]! - table.firstDay[row]! < 3660)
    .map((row) => ({ row, from: table.firstDay[row]!, to: table.lastDay[row]! }))
    .sort((a, b) => a.from - b.from);
  const spans = densest(dated).filter(
    ({ row, from, to }, at, all) =>
      all.findIndex((one) => one.from === from && one.to === to && table.group[one.row] === table.group[row]) === at,
  );
  if (spans.length === 0) return null;
  const first = spans[0]!.from;
  const last = Math.max(...spans.map(({ to }) => to));
  const [from, to] = frame(first, last);
  const scale = WIDTH / (to - from + 1);
  const rtl = direction.value === 'rtl';
  const x = (day: number, width = 0) => (rtl ? WIDTH - (day - from) * scale - width : (day - from) * scale);
  const levels: number[] = [];
  return (
    <svg
      class="day-strip"
      viewBox={`0 0 ${WIDTH} 62`}
      role="img"
      aria-label={`${messages.value.place.dayStrip}: ${formatRange(first, last)}`}
    >
      {spans.map(({ row, from: start, to: end }) => {
        const width = Math.max(BOX, (end - start + 1) * scale);
        const left = (start - from) * scale;
        let level = levels.findIndex((taken) => taken <= left);
        if (level < 0) level = levels.push(0) - 1;
        levels[level] = left + width + 1;
        if (level > 2) return null;
        const span = end > start;
        const group = GROUP_IDS[table.group[row]!]!;
        return (
          <rect
            key={row}
            class={`k-${group}${span ? ' is-span' : ''}`}
            x={Math.max(0.75, Math.min(WIDTH - width - 0.75, x(start, width)))}
            y={31 - level * (BOX + 2)}
            width={width}
            height={BOX - 1}
          />
        );
      })}
      <line class="axis" x1={0} x2={WIDTH} y1={44.5} y2={44.5} />
      {ticks(from, to).map((day, index, all) => (
        <g key={day}>
          <line class="axis" x1={x(day)} x2={x(day)} y1={44.5} y2={48} />
          <text x={x(day)} y={60} text-anchor={index === 0 ? 'start' : index === all.length - 1 ? 'end' : 'middle'}>
            {tickLabel(day, from, to)}
          </text>
        </g>
      ))}
    </svg>
  );
}

interface DatedRow {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

const SHARE = 0.6;

/** When everything together would be a few years or more, the shortest stretch in which most of the events begin. */
function densest(spans: readonly DatedRow[]): readonly DatedRow[] {
  const first = spans[0];
  const last = spans.at(-1);
  if (!first || !last || last.to - first.from < 800) return spans;
  const size = Math.ceil(spans.length * SHARE);
  let best = 0;
  for (let at = 0; at + size <= spans.length; at++) {
    const length = (start: number) => spans[start + size - 1]!.from - spans[start]!.from;
    if (length(at) < length(best)) best = at;
  }
  return spans.slice(best, best + size).filter(({ from, to }) => to - from < 400);
}

/** Whole months for a short stretch, whole years for a long one. */
function frame(first: number, last: number): [number, number] {
  const a = civilOf(first);
  const b = civilOf(last);
  if (last - first < 366) return [dayOf(a.year, a.month), dayOf(b.year, b.month + 1) - 1];
  return [dayOf(a.year), dayOf(b.year + 1) - 1];
}

function ticks(from: number, to: number): number[] {
  const middle = Math.round((from + to) / 2);
  return [from, middle, to];
}

function tickLabel(day: number, from: number, to: number): string {
  if (to - from > 800) return yearName(day);
  if (to - from > 62) return `${monthName(day)} ${yearName(day)}`;
  return `${civilOf(day).day} ${monthName(day)}`;
}
