import type { GeoJSONSource, MapMouseEvent } from 'maplibre-gl';
import { useEffect } from 'preact/hooks';
import { messages } from '../i18n/locale.ts';
import { filters } from '../state/app-state.ts';
import { type PickedPoint, picking } from '../state/pick.ts';
import { areaFeatures } from './area-shape.ts';
import type { MapController } from './map-controller.ts';

const round = (value: number) => Number(value.toFixed(5));

/** Lets a person point at the map when somebody asks for it: by click, or by Enter for the middle of the map. */
export function PickHand({ controller }: { readonly controller: MapController }) {
  const pick = picking.value;
  useEffect(() => {
    if (!pick) return;
    const { map } = controller;
    const canvas = map.getCanvas();
    const points: PickedPoint[] = [];
    const draw = () => {
      const coordinates = points.map((point) => [...point]);
      const features: GeoJSON.Feature[] = coordinates.map((point) => ({
        type: 'Feature',
        properties: {},
        geometry: { type: 'Point', coordinates: point },
      }));
      if (points.length > 1)
        features.push({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } });
      map.getSource<GeoJSONSource>('drawing')?.setData({ type: 'FeatureCollection', features });
    };
    const add = (lng: number, lat: number) => {
      const last = points.at(-1);
      const point: PickedPoint = [round(((((lng + 180) % 360) + 360) % 360) - 180), round(lat)];
      if (last && last[0] === point[0] && last[1] === point[1]) return false;
      points.push(point);
      if (pick.kind === 'point') pick.done(points);
      else draw();
      return true;
    };
    const finish = () => pick.done(points.length > 1 ? points : null);
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
    map.on('click', onClick);
    map.on('dblclick', onDouble);
    addEventListener('keydown', onKey, true);
    return () => {
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
  if (!pick) return null;
  const t = messages.value.own;
  return (
    <>
      <div class="map-cross" aria-hidden="true" />
      <p class="map-pick" role="status">
        {pick.kind === 'point' ? t.pickPoint : t.pickLine}{' '}
        <button type="button" class="text-button" onClick={() => pick.done(null)}>
          {t.cancel}
        </button>
      </p>
    </>
  );
}
