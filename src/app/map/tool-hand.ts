import { area as turfArea, length as turfLength } from '@turf/turf';
import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, MapMouseEvent } from 'maplibre-gl';
import { changeFilters } from '../state/actions.ts';
import { filters } from '../state/app-state.ts';
import { distanceKm } from '../state/area.ts';
import type { AreaFilter } from '../state/filters.ts';
import { areaFeatures, circleRing } from './area-shape.ts';
import type { MapController } from './map-controller.ts';
import { type Point, type ToolName, type ToolState, tool } from './tool.ts';

/** Closer than this to the first point (in pixels) a click closes the ring. */
const SNAP = 12;
const round = (value: number) => Number(value.toFixed(5)) + 0;

/** Length of what was measured in kilometres and, for three points and more, its area in square kilometres. */
export function measured(points: readonly Point[]): { km: number; squareKm: number | null } {
  if (points.length < 2) return { km: 0, squareKm: null };
  const line = { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [...points] } } as const;
  const ring = points.length > 2 ? [...points, points[0]!] : null;
  return {
    km: turfLength(line as never, { units: 'kilometers' }),
    squareKm: ring ? turfArea({ type: 'Polygon', coordinates: [ring] } as never) / 1e6 : null,
  };
}

/** What two corners, a ring or a middle and an edge make as a filter. */
function areaOf({ name, points }: ToolState): AreaFilter | null {
  const [a, b] = points;
  if (!a || !b) return null;
  if (name === 'box')
    return {
      type: 'box',
      bounds: [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])],
    };
  if (name === 'radius')
    return { type: 'radius', centre: a, km: Math.max(0.1, Number(distanceKm(a[0], a[1], b[0], b[1]).toFixed(1))) };
  return name === 'polygon' && points.length > 2 ? { type: 'polygon', ring: points } : null;
}

/** Takes clicks, drags and keys for measuring and drawing while a tool is on. */
export class ToolHand {
  readonly #controller: MapController;
  #cursor: Point | null = null;
  #drag: Point | null = null;
  /** Where the middle of the map was when a pointer set the last point: until the map moves, Enter then ends and adds nothing. */
  #centreAtClick: string | null = null;

  constructor(controller: MapController) {
    this.#controller = controller;
    const { map } = controller;
    map.on('click', (event: MapMouseEvent) => {
      this.#add([event.lngLat.lng, event.lngLat.lat], event.point);
      this.#centreAtClick = String(map.getCenter());
    });
    map.on('dblclick', (event: MapMouseEvent) => {
      if (!tool.peek()) return;
      event.preventDefault();
      this.finish();
    });
    map.on('mousemove', (event: MapMouseEvent) => {
      if (!tool.peek() || tool.peek()?.done) return;
      this.#cursor = [event.lngLat.lng, event.lngLat.lat];
      this.#draw();
    });
    map.on('mousedown', (event: MapMouseEvent) => {
      if (tool.peek()?.name !== 'box' || tool.peek()!.points.length > 0) return;
      event.preventDefault();
      this.#drag = [event.lngLat.lng, event.lngLat.lat];
    });
    map.on('mouseup', (event: MapMouseEvent) => {
      const from = this.#drag;
      this.#drag = null;
      if (!from || !tool.peek()) return;
      const start = map.project(from);
      if (Math.hypot(start.x - event.point.x, start.y - event.point.y) < 8) return;
      this.#add(from, start);
      this.#add([event.lngLat.lng, event.lngLat.lat], event.point);
    });
  }

  start(name: ToolName): void {
    tool.value = { name, points: [], done: false };
    this.#centreAtClick = null;
    this.#controller.busy = true;
    this.#controller.map.getCanvas().style.cursor = 'crosshair';
    this.#controller.map.getCanvas().focus();
    this.#draw();
  }

  stop(): void {
    tool.value = null;
    this.#cursor = null;
    this.#controller.map.getCanvas().style.cursor = '';
    this.#draw();
    // The click that ends a tool must not open a place.
    setTimeout(() => {
      this.#controller.busy = tool.peek() !== null;
    }, 0);
  }

  /** Enter: a point in the middle of the map, or the end where the last point is there already or was set by a pointer. */
  enter(): void {
    const { map } = this.#controller;
    const { lng, lat } = map.getCenter();
    const before = tool.peek()?.points.length ?? 0;
    const clicked = before > 0 && this.#centreAtClick === String(map.getCenter());
    if (!clicked) {
      this.#centreAtClick = null;
      this.#add([lng, lat], map.project([lng, lat]));
    }
    if (tool.peek()?.points.length === before) this.finish();
  }

  #add(point: Point, { x, y }: { readonly x: number; readonly y: number }): void {
    const now = tool.peek();
    if (!now) return;
    const { map } = this.#controller;
    const place: Point = [round(point[0]), round(point[1])];
    if (now.done) {
      tool.value = { ...now, points: [place], done: false };
    } else {
      const last = now.points.at(-1);
      if (last && last[0] === place[0] && last[1] === place[1]) return;
      const first = now.points[0] && map.project(now.points[0]);
      if (now.name === 'polygon' && first && now.points.length > 2 && Math.hypot(first.x - x, first.y - y) < SNAP) {
        this.finish();
        return;
      }
      tool.value = { ...now, points: [...now.points, place] };
      if ((now.name === 'box' || now.name === 'radius') && now.points.length === 1) {
        this.finish();
        return;
      }
    }
    this.#draw();
  }

  finish(): void {
    const now = tool.peek();
    if (!now) return;
    if (now.name === 'measure') {
      tool.value = { ...now, done: true };
      this.#draw();
      return;
    }
    const area = areaOf(now);
    this.stop();
    if (area) changeFilters({ area });
  }

  #draw(): void {
    const now = tool.peek();
    const source = this.#controller.map.getSource<GeoJSONSource>('drawing');
    if (!now) {
      source?.setData(areaFeatures(filters.peek().area));
      return;
    }
    const points = now.done || !this.#cursor ? now.points : [...now.points, this.#cursor];
    const open: FeatureCollection = {
      type: 'FeatureCollection',
      features: now.points.map((point) => ({
        type: 'Feature',
        properties: {},
        geometry: { type: 'Point', coordinates: [...point] },
      })),
    };
    const area = areaOf({ ...now, points });
    if (area?.type === 'radius')
      open.features.push({
        type: 'Feature',
        properties: {},
        geometry: { type: 'Polygon', coordinates: [circleRing(area.centre, area.km)] },
      });
    else if (area) open.features.push(...areaFeatures(area).features);
    else if (points.length > 1)
      open.features.push({
        type: 'Feature',
        properties: {},
        geometry: { type: 'LineString', coordinates: points.map((point) => [...point]) },
      });
    if (now.name === 'measure' && points.length > 2)
      open.features.push({
        type: 'Feature',
        properties: {},
        geometry: { type: 'Polygon', coordinates: [[...points, points[0]!].map((point) => [...point])] },
      });
    source?.setData(open);
  }
}
