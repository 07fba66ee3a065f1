import { useMemo } from 'preact/hooks';
import { formatRange, monthName, yearName } from '../i18n/dates.ts';
import { messages } from '../i18n/locale.ts';
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

/** Words under a bin, and how far their middle is from the inline start. */
interface Label {
  readonly at: number;
  readonly key: string;
  readonly text: string;
  readonly middle: number;
}

/** As many months as there is room for, and the years that they lie in. */
function labelsOf(placed: readonly Placed[]): { readonly bins: readonly Label[]; readonly years: readonly Label[] } {
  const wide = placed.every(({ w }) => w >= 26);
  const years: { key: number; label: string; from: number; to: number }[] = [];
  for (const bin of placed) {
    if (bin.unit !== 'month' && bin.unit !== 'day') continue;
    const { year, month } = civilOf(bin.from);
    const key = bin.unit === 'day' ? year * 12 + month : year;
    const last = years.at(-1);
    if (last && last.key === key && !bin.folded) last.to = bin.x + bin.w;
    else
      years.push({
        key,
        label: bin.unit === 'day' ? `${monthName(bin.from)} ${yearName(bin.from)}` : yearName(bin.from),
        from: bin.x,
        to: bin.x + bin.w,
      });
  }
  let free = Number.NEGATIVE_INFINITY;
  const bins = placed.flatMap((bin, at): Label[] => {
    const text = textOf(bin);
    const size = text.length * 6.2 + 2;
    const middle = Math.max(size / 2, bin.x + bin.w / 2);
    if ((!wide && bin.unit === 'month') || middle - size / 2 < free) return [];
    free = middle + size / 2;
    return [{ at, key: bin.from + bin.unit, text, middle }];
  });
  return {
    bins,
    years: years.map(({ key, label, from, to }, at) => ({
      at,
      key: `${key}:${from}`,
      text: label,
      middle: Math.max(label.length * 3.2, (from + to) / 2),
    })),
  };
}

function textOf(bin: Bin): string {
  if (bin.unit === 'month') return monthName(bin.from);
  if (bin.unit === 'day') return String(civilOf(bin.from).day);
  return bin.unit === 'years' ? yearsLabel(bin) : yearName(bin.from);
}

/** Months and years under the bins. */
export function Labels({ placed, fx, firstIn, lastIn, plot }: LabelsProps) {
  const t = messages.value;
  const { bins, years } = useMemo(() => labelsOf(placed), [placed, t]);
  return (
    <g class="labels">
      {bins.map(({ at, key, text, middle }) => (
        <text
          key={key}
          class={at >= firstIn && at <= lastIn ? 'is-in' : ''}
          x={fx(middle)}
          y={plot + 16}
          text-anchor="middle"
        >
          {text}
        </text>
      ))}
      {years.map(({ key, text, middle }) => (
        <text key={key} class="year" x={fx(middle)} y={plot + 32} text-anchor="middle">
          {text}
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
