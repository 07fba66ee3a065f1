import { formatRange, monthName, yearName } from '../i18n/dates.ts';
import { civilOf } from '../state/days.ts';
import type { Bin } from '../state/timeline-bins.ts';
import type { Placed } from './timeline-layout.ts';

interface LabelsProps {
  readonly placed: readonly Placed[];
  readonly fx: (x: number, w?: number) => number;
  readonly firstIn: number;
  readonly lastIn: number;
  readonly plot: number;
}

/** Months and years under the bins, as many as there is room for. */
export function Labels({ placed, fx, firstIn, lastIn, plot }: LabelsProps) {
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
        const middle = Math.max(size / 2, bin.x + bin.w / 2);
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
        <text
          key={`${year}:${from}`}
          class="year"
          x={fx(Math.max(label.length * 3.2, (from + to) / 2))}
          y={plot + 32}
          text-anchor="middle"
        >
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
