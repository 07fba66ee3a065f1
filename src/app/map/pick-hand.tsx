import { useSignal } from '@preact/signals';
import type { GeoJSONSource, MapMouseEvent } from 'maplibre-gl';
import { useEffect } from 'preact/hooks';
import { messages } from '../i18n/locale.ts';
import { filters } from '../state/app-state.ts';
import { type PickedPoint, picking } from '../state/pick.ts';
import { areaFeatures } from './area-shape.ts';
import type { MapController } from './map-controller.ts';

const round = (value: number) => Number(value.toFixed(5));
/** Points that make a line. */
const FEWEST = 2;

/** Lets a person point at the map when somebody asks for it: by click or touch, or by Enter for the middle of the map. */
export function PickHand({ controller }: { readonly controller: MapController }) {
  const pick = picking.value;
  const points = useSignal<readonly PickedPoint[]>([]);
  const finish = () => pick?.done(points.peek().length >= FEWEST ? points.peek() : null);
  useEffect(() => {
    if (!pick) return;
    const { map } = controller;
    const canvas = map.getCanvas();
    points.value = [];
    const add = (lng: number, lat: number) => {
      const last = points.peek().at(-1);
      const point: PickedPoint = [round(((((lng + 180) % 360) + 360) % 360) - 180), round(lat)];
      if (last && last[0] === point[0] && last[1] === point[1]) return false;
      points.value = [...points.peek(), point];
      if (pick.kind === 'point') pick.done(points.peek());
      return true;
    };
    const onClick = (event: MapMouseEvent) => void add(event.lngLat.lng, event.lngLat.lat);
    const onDouble = (event: MapMouseEvent) => {
      event.preventDefault();
      finish();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') pick.done(null);
      else if (event.key === 'Enter' && event.target === canvas) {
        const { lng, lat } = map.getCenter();
        if (!add(lng, lat)) finish();
      } else return;
      event.preventDefault();
      event.stopPropagation();
    };
    controller.busy = true;
    canvas.style.cursor = 'crosshair';
    canvas.focus({ preventScroll: true });
    // two quick touches are two points, or the end of the line
    map.doubleClickZoom.disable();
    map.on('click', onClick);
    map.on('dblclick', onDouble);
    addEventListener('keydown', onKey, true);
    return () => {
      map.doubleClickZoom.enable();
      map.off('click', onClick);
      map.off('dblclick', onDouble);
      removeEventListener('keydown', onKey, true);
      canvas.style.cursor = '';
      map.getSource<GeoJSONSource>('drawing')?.setData(areaFeatures(filters.peek().area));
      // the click that ends it must not open a place
      setTimeout(() => {
        if (!picking.peek()) controller.busy = false;
      }, 0);
    };
  }, [pick, controller]);
  useEffect(() => {
    if (pick?.kind === 'line')
      controller.map.getSource<GeoJSONSource>('drawing')?.setData({
        type: 'FeatureCollection',
        features: drawn(points.value),
      });
  }, [pick, controller, points.value]);
  if (!pick) return null;
  const t = messages.value;
  return (
    <>
      <div class="map-cross" aria-hidden="true" />
      <div class="map-pick">
        <p role="status">{pick.kind === 'point' ? t.own.pickPoint : t.own.pickLine}</p>
        <div class="map-pick-actions">
          {pick.kind === 'line' && (
            <>
              <button type="button" class="text-button" disabled={points.value.length < FEWEST} onClick={finish}>
                {t.done}
              </button>
              <button
                type="button"
                class="text-button"
                disabled={points.value.length === 0}
                onClick={() => {
                  points.value = points.peek().slice(0, -1);
                }}
              >
                {t.own.removePoint}
              </button>
            </>
          )}
          <button type="button" class="text-button" onClick={() => pick.done(null)}>
            {t.own.cancel}
          </button>
        </div>
      </div>
    </>
  );
}

function drawn(points: readonly PickedPoint[]): GeoJSON.Feature[] {
  const coordinates = points.map((point) => [...point]);
  const features: GeoJSON.Feature[] = coordinates.map((point) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'Point', coordinates: point },
  }));
  if (coordinates.length >= FEWEST)
    features.push({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } });
  return features;
}
