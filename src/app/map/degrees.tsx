import { language } from '../state/app-state.ts';
import { formatDegrees } from './graticule.ts';
import { frame } from './map-context.ts';

/** Degrees of the meridians, at the top of the map. */
export function Degrees() {
  const letters = language.value === 'ar' ? (['', 'غ'] as const) : (['', 'W'] as const);
  return (
    <div class="map-degrees" aria-hidden="true">
      {frame.value?.meridians.map(({ x, lon }) => (
        <span key={lon.toFixed(3)} style={{ transform: `translateX(${Math.round(x)}px)` }}>
          {formatDegrees(lon, letters)}
        </span>
      ))}
    </div>
  );
}
