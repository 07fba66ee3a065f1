import { formatNumber, messages } from '../i18n/locale.ts';
import { changeFilters } from '../state/actions.ts';
import { filters } from '../state/app-state.ts';
import { PITCH, ROWS } from './timeline-layout.ts';
import { bars, type Stacks, shapes, sum } from './timeline-stacks.tsx';

export const UNDATED = 56;
/** So many shapes stand in the bin side by side and row on row; with more they become a bar with its number. */
const MOST_SHAPES = ROWS * Math.floor(UNDATED / PITCH);
/** Room for the number above the bar. */
const NUMBER = 20;

interface UndatedProps {
  readonly stacks: Stacks;
  readonly x: number;
  readonly fx: (x: number, w?: number) => number;
  readonly plot: number;
  /** Events of the fullest bin where the chart has bars; `null` where it has shapes. */
  readonly scaledBy: number | null;
}

/** What has no date stands apart, and is kept or left out by a click of its own. */
export function Undated({ stacks, x, fx, plot, scaledBy }: UndatedProps) {
  const t = messages.value;
  const { when } = filters.value;
  const at = stacks.totals.length - 1;
  const count = sum(stacks, at);
  const all = stacks.totals[at] ?? 0;
  const asBar = scaledBy !== null || all > MOST_SHAPES;
  /** On the scale of the others as far as it fits under its number: what has no date must not press them flat. */
  const scale = Math.max(scaledBy ?? 1, (count * (plot - 6)) / (plot - NUMBER));
  const [left, width] = [fx(x + 2, UNDATED - 4), UNDATED - 4];
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
      tabindex={0}
      aria-pressed={on}
      aria-label={`${t.when.undated}: ${t.events(count)}`}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={toggle}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        toggle();
      }}
    >
      <rect class="target" x={fx(x, UNDATED)} y={0} width={UNDATED} height={plot + 22} />
      <g class="marks">
        {asBar ? bars(stacks, at, left, width, plot, scale, false) : shapes(stacks, at, left, width, plot)}
      </g>
      {asBar && (
        <text
          class="undated-count"
          x={fx(x + UNDATED / 2)}
          y={plot - 5 - (count * (plot - 6)) / scale}
          text-anchor="middle"
        >
          {formatNumber(count)}
        </text>
      )}
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
