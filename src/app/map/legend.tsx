import type { Position } from 'geojson';
import { isPhone, language, mapBounds } from '../state/app-state.ts';
import { ALWAYS } from './base-layers.ts';
import { frame, limits, optionalLayers, rangeDays } from './map-context.ts';
import { mapMessages } from './map-messages.ts';

const MOST = 3;
/** Below this zoom the drawn limits are too small to be told apart. */
const FROM_ZOOM = 5;

function positions(value: unknown): Position[] {
  if (!Array.isArray(value)) return [];
  return typeof value[0] === 'number' ? [value as Position] : value.flatMap(positions);
}

/** Names of the limits that are drawn now and can be seen. */
function namesInSight(): string[] {
  const collection = limits.value;
  const bounds = mapBounds.value;
  if (!collection || !bounds || !optionalLayers.value.limits || (frame.value?.zoom ?? 0) < FROM_ZOOM) return [];
  const days = rangeDays.value;
  const [west, south, east, north] = bounds;
  return collection.features.flatMap(({ properties, geometry }) => {
    const { id, first, last } = properties as { id: string; first: number; last: number };
    const on = id === ALWAYS || (days ? first <= days[1] && last >= days[0] : last > 1_000_000);
    if (!on || !('coordinates' in geometry)) return [];
    const seen = positions(geometry.coordinates).some(([x = 0, y = 0]) => x > west && x < east && y > south && y < north);
    return seen ? [String(properties?.[language.value] ?? properties?.en)] : [];
  });
}

/** Says what the dashed lines are. */
export function Legend() {
  const t = mapMessages.value;
  const names = namesInSight();
  if (names.length === 0 || isPhone.value) return null;
  const rest = names.length - MOST;
  return (
    <ul class="map-legend" aria-label={t.legend}>
      {names.slice(0, MOST).map((name) => (
        <li key={name}>{name}</li>
      ))}
      {rest > 0 && <li class="is-rest" title={names.slice(MOST).join('\n')}>{t.moreLines(rest)}</li>}
    </ul>
  );
}
