import { signal } from '@preact/signals';
import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import { useEffect, useRef } from 'preact/hooks';
import { mapMessages } from './map-messages.ts';

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

const spot = signal<Spot | null>(null);
const copied = signal(false);

/** `39.8153, 46.7519`: latitude and longitude as other maps take them. */
const written = (lat: number, lng: number) => `${lat.toFixed(4)}, ${lng.toFixed(4)}`;

/** Shows the coordinates of the middle of the map: what a right click does at the pointer. */
export function markCentre(map: MapLibre): void {
  const { lng, lat } = map.getCenter().wrap();
  const { x, y } = map.project([lng, lat]);
  copied.value = false;
  spot.value = { x, y, text: written(lat, lng) };
}

/** Coordinates of the point that was clicked with the second button or pressed long, to be copied. */
export function Coordinates({ map }: { readonly map: MapLibre }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const onMenu = ({ lngLat, point }: MapMouseEvent) => {
      const { lng, lat } = lngLat.wrap();
      copied.value = false;
      spot.value = { x: point.x, y: point.y, text: written(lat, lng) };
    };
    const close = () => {
      spot.value = null;
    };
    map.on('contextmenu', onMenu);
    map.on('movestart', close);
    map.on('click', close);
    return () => {
      close();
      map.off('contextmenu', onMenu);
      map.off('movestart', close);
      map.off('click', close);
    };
  }, [map]);
  const now = spot.value;
  useEffect(() => button.current?.focus(), [now]);
  if (!now) return null;
  const t = mapMessages.value;
  const copy = async () => {
    await navigator.clipboard.writeText(now.text);
    copied.value = true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    spot.value = null;
    map.getCanvas().focus();
  };
  return (
    <div class="map-spot" style={{ left: `${now.x}px`, top: `${now.y}px` }}>
      <bdi dir="ltr">{now.text}</bdi>
      <button
        ref={button}
        type="button"
        class="text-button"
        onClick={() => void copy()}
        onKeyDown={onKeyDown}
        aria-live="polite"
      >
        {copied.value ? t.copied : t.coordinates}
      </button>
    </div>
  );
}
