import { formatNumber } from '../i18n/locale.ts';
import { isPhone, sheetCover } from '../state/app-state.ts';
import { frame } from './map-context.ts';
import { mapMessages } from './map-messages.ts';

const NICE = [1, 2, 5];

/** The longest round distance that the bar can be. */
function roundDistance(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres));
  return (NICE.findLast((step) => step * power <= metres) ?? 1) * power;
}

export function ScaleBar() {
  const now = frame.value;
  const t = mapMessages.value;
  if (!now) return null;
  const longest = isPhone.value ? 120 : 230;
  const metres = roundDistance(longest * now.metresPerPixel);
  const width = metres / now.metresPerPixel;
  const text = metres >= 1000 ? t.km(formatNumber(metres / 1000)) : t.m(formatNumber(metres));
  const lift = isPhone.value ? { marginBlockEnd: `${sheetCover.value}px` } : {};
  return (
    <div class="map-scale" style={{ inlineSize: `${width}px`, ...lift }}>
      {text}
    </div>
  );
}
