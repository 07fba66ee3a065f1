import { useEffect, useRef } from 'preact/hooks';
import { isPhone, isSnug, language, mapBounds, resolvedTheme } from '../state/app-state.ts';
import { optionalLayers, outlines } from './map-context.ts';
import { mapMessages } from './map-messages.ts';

const WIDTH = 112;
const HEIGHT = 80;
/** The inset shows so many times what the map shows, in steps, so that it keeps still while one moves about. */
const SPANS = [16, 40, 100, 250] as const;
const TIMES = 3.2;
/** A view of more degrees than this needs nobody to say where it lies. */
const WIDEST = 60;

interface Region {
  readonly west: number;
  readonly south: number;
  readonly span: number;
  readonly tall: number;
}

/** The part of the world that the inset shows for a view, snapped to a grid of a quarter of its size. */
function regionOf([west, south, east, north]: readonly [number, number, number, number]): Region | null {
  const seen = Math.max(east - west, (north - south) * 1.4);
  if (seen > WIDEST) return null;
  const span = SPANS.find((degrees) => degrees >= seen * TIMES) ?? 250;
  const lat = (south + north) / 2;
  const tall = (span * HEIGHT * Math.cos((Math.min(70, Math.abs(lat)) * Math.PI) / 180)) / WIDTH;
  const snapped = (value: number, step: number) => Math.round(value / step) * step;
  return {
    west: snapped((west + east) / 2, span / 4) - span / 2,
    south: Math.max(-90, Math.min(90 - tall, snapped(lat, tall / 4) - tall / 2)),
    span,
    tall,
  };
}

/** A small still map with a frame around what the large one shows. */
export function Locator() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const bounds = mapBounds.value;
  const region = bounds && !isPhone.value && !isSnug.value && optionalLayers.value.locator ? regionOf(bounds) : null;
  const land = outlines.value;
  const theme = resolvedTheme.value;
  const key = region && `${region.west},${region.south},${region.span},${theme}`;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || !region || !land) return;
    const ratio = Math.min(2, devicePixelRatio || 1);
    context.canvas.width = WIDTH * ratio;
    context.canvas.height = HEIGHT * ratio;
    context.scale(ratio, ratio);
    const style = getComputedStyle(context.canvas);
    const token = (name: string) => style.getPropertyValue(name).trim();
    context.fillStyle = token('--water');
    context.fillRect(0, 0, WIDTH, HEIGHT);
    context.fillStyle = token('--land');
    context.strokeStyle = token('--border');
    context.lineWidth = 0.6;
    const { west, south, span, tall } = region;
    for (const { geometry } of land.features) {
      if (geometry.type !== 'MultiPolygon') continue;
      for (const shift of [-360, 0, 360]) {
        context.beginPath();
        let any = false;
        for (const [ring = []] of geometry.coordinates) {
          if (
            !ring.some(
              ([x = 0, y = 0]) =>
                x + shift > west - 8 && x + shift < west + span + 8 && y > south - 8 && y < south + tall + 8,
            )
          )
            continue;
          any = true;
          ring.forEach(([x = 0, y = 0], at) => {
            const px = ((x + shift - west) / span) * WIDTH;
            const py = (1 - (y - south) / tall) * HEIGHT;
            if (at === 0) context.moveTo(px, py);
            else context.lineTo(px, py);
          });
        }
        if (!any) continue;
        context.fill();
        context.stroke();
      }
    }
  }, [key, land]);
  if (!region || !bounds || !land) return null;
  const [west, south, east, north] = bounds;
  const percent = (value: number, whole: number) => `${((100 * value) / whole).toFixed(2)}%`;
  return (
    <div class="map-locator" role="img" aria-label={mapMessages.value.locator} lang={language.value}>
      <canvas ref={canvas} width={WIDTH} height={HEIGHT} />
      <span
        style={{
          left: percent(west - region.west, region.span),
          top: percent(region.south + region.tall - north, region.tall),
          width: percent(east - west, region.span),
          height: percent(north - south, region.tall),
        }}
      />
    </div>
  );
}
