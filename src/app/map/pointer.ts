import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, MapMouseEvent } from 'maplibre-gl';
import { formatNumber } from '../i18n/locale.ts';
import { hoverPlace, selectPlace } from '../state/actions.ts';
import { atlas, labelLanguage } from '../state/app-state.ts';
import { boundsOfPlaces, flightTime } from './camera.ts';
import { fanFeatures } from './fan.ts';
import { placesAt } from './hit.ts';
import { corpusIndex, mapCounts, type PointedLine, pointed, pointedLine } from './map-context.ts';
import type { MapController } from './map-controller.ts';
import { labelOf } from './map-names.ts';
import { NOTHING } from './map-sources.ts';

/** Hovering, choosing and, where places lie on each other, parting them; the same by key. */
export class Pointer {
  readonly #controller: MapController;
  #fan: readonly number[] = [];

  constructor(controller: MapController) {
    this.#controller = controller;
    const { map } = controller;
    map.on('mousemove', (event: MapMouseEvent) => this.#onPointer(event));
    map.on('mouseout', () => {
      hoverPlace(-1);
      this.#pointAtLine(null);
    });
    map.on('click', (event: MapMouseEvent) => this.#onClick(event));
    map.on('movestart', () => {
      pointed.value = null;
      pointedLine.value = null;
    });
  }

  get fanned(): boolean {
    return this.#fan.length > 0;
  }

  #onPointer({ point, originalEvent }: MapMouseEvent): void {
    if (this.#controller.busy || originalEvent.buttons > 0) return;
    const context = this.#controller.hitContext();
    const at = context ? (placesAt(this.#controller.map, point.x, point.y, context)[0] ?? -1) : -1;
    hoverPlace(at);
    pointed.value = at >= 0 ? { place: at, x: point.x, y: point.y } : null;
    const line = at < 0 && context ? this.#controller.lineAt(point.x, point.y) : null;
    this.#pointAtLine(line && { facts: line, x: point.x, y: point.y, full: false });
    this.#controller.map.getCanvas().style.cursor = at >= 0 || line ? 'pointer' : '';
  }

  /** A line that was clicked stays until another is, or the map moves. */
  #pointAtLine(next: PointedLine | null): void {
    const now = pointedLine.peek();
    if (!now?.full && (now !== null || next !== null)) pointedLine.value = next;
  }

  #onClick({ point }: MapMouseEvent): void {
    if (this.#controller.busy) return;
    const context = this.#controller.hitContext();
    if (!context) return;
    const found = placesAt(this.#controller.map, point.x, point.y, context);
    const first = found[0];
    const line = first === undefined ? this.#controller.lineAt(point.x, point.y) : null;
    pointedLine.value = line && { facts: line, x: point.x, y: point.y, full: true };
    if (first === undefined) {
      this.closeFan();
      return;
    }
    const crowd = this.#fan.includes(first)
      ? []
      : found.filter((at) => context.index.forms[at] === 'point' && this.#near(first, at));
    if (crowd.length > 1 && this.#spread(crowd)) return;
    selectPlace(context.places[first]!.id, { move: false });
  }

  /** Whether two points lie so close together that a click cannot tell them apart. */
  #near(a: number, b: number): boolean {
    const { places } = atlas.peek()!;
    if (corpusIndex.peek()!.forms[a] !== 'point') return false;
    const p = this.#controller.map.project([places[a]!.lon!, places[a]!.lat!]);
    const q = this.#controller.map.project([places[b]!.lon!, places[b]!.lat!]);
    return Math.hypot(p.x - q.x, p.y - q.y) < 14;
  }

  /** Places on each other: comes closer where that parts them, else fans them out. */
  #spread(crowd: readonly number[]): boolean {
    const { map } = this.#controller;
    const { places } = atlas.peek()!;
    const members = crowd.map((at) => places[at]!);
    const box = boundsOfPlaces(members.map((place) => ({ ...place, bbox: null })))!;
    const span = Math.max(box[2] - box[0], (box[3] - box[1]) * 1.3);
    const parting = Math.log2((40 * 360) / (512 * Math.max(span, 1e-9)));
    if (parting <= 13 && parting > map.getZoom() && parting - map.getZoom() < 6) {
      map.flyTo({ center: [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2], zoom: parting, duration: flightTime() });
      return true;
    }
    const centre = map.project([members[0]!.lon!, members[0]!.lat!]);
    this.#fan = crowd;
    this.#draw(
      fanFeatures(
        crowd.map((at) => ({
          at,
          label: labelOf(places[at]!, labelLanguage.peek()),
          figure: formatNumber(mapCounts.peek()[at]!),
        })),
        centre,
        (x, y) => map.unproject([x, y]).toArray() as [number, number],
      ),
    );
    return true;
  }

  closeFan(): void {
    if (this.#fan.length === 0) return;
    this.#fan = [];
    this.#draw(NOTHING);
  }

  /** Places in view by count, for going through them by key. */
  placesInView(): number[] {
    const context = this.#controller.hitContext();
    if (!context) return [];
    const { clientWidth, clientHeight } = this.#controller.map.getContainer();
    const seen: { at: number; count: number }[] = [];
    context.places.forEach(({ lon, lat, id }, at) => {
      const form = context.index.forms[at];
      if (context.counts[at] === 0 || form === 'none') return;
      const position = form === 'country' ? this.#controller.countryAt.get(id) : ([lon!, lat!] as const);
      if (!position) return;
      const { x, y } = this.#controller.map.project(position as [number, number]);
      if (x >= 0 && y >= 0 && x <= clientWidth && y <= clientHeight) seen.push({ at, count: context.counts[at]! });
    });
    return seen.sort((a, b) => b.count - a.count || a.at - b.at).map(({ at }) => at);
  }

  /** Points at a place as the pointer would. */
  pointAt(place: number): void {
    const { lon, lat, id } = atlas.peek()!.places[place]!;
    const position = this.#controller.countryAt.get(id) ?? ([lon!, lat!] as const);
    const { x, y } = this.#controller.map.project(position as [number, number]);
    hoverPlace(place);
    pointed.value = { place, x, y };
  }

  #draw(data: FeatureCollection): void {
    this.#controller.map.getSource<GeoJSONSource>('fan')?.setData(data);
  }
}
