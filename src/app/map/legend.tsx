import { useSignal } from '@preact/signals';
import type { Position } from 'geojson';
import { isPhone, language, mapBounds } from '../state/app-state.ts';
import { ALWAYS } from './base-layers.ts';
import { disputeInSight, frame, limits, optionalLayers, rangeDays } from './map-context.ts';
import { mapMessages } from './map-messages.ts';

const MOST = 2;
/** Below this zoom the drawn limits are too small to be told apart. */
const FROM_ZOOM = 5;

function positions(value: unknown): Position[] {
  if (!Array.isArray(value)) return [];
  return typeof value[0] === 'number' ? [value as Position] : value.flatMap(positions);
}

interface Limit {
  readonly name: string;
  readonly area: boolean;
}

/** `1994–2020`, when the name itself does not say it; nothing for what still stands. */
function years(from: string, to: string): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  return /^\d{4}$/.test(last) ? (/^\d{4}$/.test(first) ? `${first}–${last}` : last) : '';
}

/** The limits that are drawn now and can be seen. */
function limitsInSight(): Limit[] {
  const collection = limits.value;
  const bounds = mapBounds.value;
  if (!collection || !bounds || !optionalLayers.value.limits || (frame.value?.zoom ?? 0) < FROM_ZOOM) return [];
  const days = rangeDays.value;
  const [west, south, east, north] = bounds;
  return collection.features.flatMap(({ properties, geometry }) => {
    const { id, first, last, from, to, area } = properties as {
      id: string;
      first: number;
      last: number;
      from: string;
      to: string;
      area: number;
    };
    const on = id === ALWAYS || (days ? first <= days[1] && last >= days[0] : last > 1_000_000);
    if (!on || !('coordinates' in geometry)) return [];
    const seen = positions(geometry.coordinates).some(
      ([x = 0, y = 0]) => x > west && x < east && y > south && y < north,
    );
    if (!seen) return [];
    const name = String(properties?.[language.value] ?? properties?.en);
    const period = years(from, to);
    return [{ name: period && !name.includes(period.slice(-4)) ? `${name} (${period})` : name, area: area === 1 }];
  });
}

/** Says what the dashed lines are. */
export function Legend({ inSheet = false }: { readonly inSheet?: boolean }) {
  const t = mapMessages.value;
  const open = useSignal(false);
  const names = [...limitsInSight(), ...(disputeInSight.value ? [{ name: t.disputed, area: false }] : [])];
  if (names.length === 0 || (isPhone.value && !inSheet)) return null;
  const rest = names.length - MOST;
  return (
    <ul class="map-legend" aria-label={t.legend}>
      {names.slice(0, open.value ? names.length : MOST).map(({ name, area }) => (
        <li key={name} class={area ? 'is-area' : undefined}>
          {name}
        </li>
      ))}
      {rest > 0 && (
        <li class="is-rest">
          <button type="button" aria-expanded={open.value} onClick={() => (open.value = !open.value)}>
            {open.value ? t.fewerLines : t.moreLines(rest)}
          </button>
        </li>
      )}
    </ul>
  );
}
