import { effect } from '@preact/signals';
import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import { dataUrl } from '../data/load.ts';
import { formatNumber } from '../i18n/locale.ts';
import { hoverPlace, selectPlace, setView } from '../state/actions.ts';
import {
  atlas,
  filters,
  hoveredPlace,
  type LabelLanguage,
  labelLanguage,
  language,
  type MapCommand,
  mapBounds,
  mapCommand,
  resolvedTheme,
  selectedPlace,
  view,
} from '../state/app-state.ts';
import { results } from '../state/counts.ts';
import type { Bounds } from '../state/filters.ts';
import { seatOfArea } from './area-seat.ts';
import { areaFeatures } from './area-shape.ts';
import { boundsOfCore, boundsOfPlaces, boundsOfResults, fitBounds, flightTime, isStill, showPlace } from './camera.ts';
import { radiusOf } from './corpus-layers.ts';
import { CountryOutlines, countriesInSight } from './country-sight.ts';
import { createMap, redress } from './create-map.ts';
import { fanFeatures } from './fan.ts';
import { graticule, graticuleStep } from './graticule.ts';
import { type HitContext, placesAt } from './hit.ts';
import { provideImage, redrawImages } from './images.ts';
import { labelFeatures, type QuietCountry } from './labels.ts';
import {
  corpusIndex,
  disputeInSight,
  focus,
  frame,
  limits,
  optionalLayers,
  pointed,
  rangeDays,
} from './map-context.ts';
import { ABOVE_AREAS, type Dress } from './map-layers.ts';
import { mapMessages } from './map-messages.ts';
import { labelOf } from './map-names.ts';
import { NOTHING, type SourceName } from './map-sources.ts';
import { type Palette, readPalette } from './palette.ts';
import { SoftAreas } from './soft-areas.ts';

/** From this zoom on coarse coasts would show. */
const FINE_FROM = 5.2;
/** Labels follow a moving filter at this pace; circles follow at every step. */
const LABEL_PACE_MS = 90;
/** An area is not filled when it takes more of the view than this, or is larger than so many views: it would colour all and say nothing. */
const TOO_WIDE = 0.55;
const TOO_LARGE = 4;
const TOO_VAGUE = [0.3, 0.3] as const;

/** Keeps one MapLibre map and the state equal, in both directions. */
export class MapController {
  readonly map: MapLibre;
  readonly #areas = new SoftAreas();
  #dress: Dress;
  #palette: Palette;
  #stops: (() => void)[] = [];
  #shown = new Int32Array(0);
  #hovered = -1;
  #selected = -1;
  #outlines: CountryOutlines | null = null;
  #countryAt: ReadonlyMap<string, readonly [number, number]> = new Map();
  #countryPoints = new Map<string, readonly [number, number]>();
  #areaAt = new Map<number, readonly [number, number]>();
  #quiet: QuietCountry[] = [];
  #focused = new Set<string>();
  #labelTimer = 0;
  #labelTime = 0;
  #written = '';
  #done = 0;
  #fan: readonly number[] = [];
  /** While a tool takes the clicks. */
  busy = false;

  constructor(container: HTMLElement) {
    this.#palette = readPalette();
    this.#dress = this.#makeDress();
    this.#done = mapCommand.peek()?.serial ?? 0;
    this.map = createMap(container, this.#dress, view.peek(), mapMessages.peek().help);
    const { map } = this;
    map.on('styleimagemissing', ({ id }: { id: string }) => provideImage(map, id, this.#palette));
    map.once('style.load', () => this.#start());
  }

  destroy(): void {
    for (const stop of this.#stops) stop();
    clearTimeout(this.#labelTimer);
    mapBounds.value = null;
    this.map.remove();
  }

  #makeDress(): Dress {
    return {
      palette: this.#palette,
      labels: labelLanguage.value,
      on: optionalLayers.value,
      days: rangeDays.value,
    };
  }

  #set(source: SourceName, data: FeatureCollection): void {
    this.map.getSource<GeoJSONSource>(source)?.setData(data);
  }

  #start(): void {
    const { map } = this;
    map.addLayer(
      {
        id: 'area-hit',
        type: 'fill',
        source: 'shapes',
        filter: ['==', ['get', 'form'], 'area'],
        paint: { 'fill-opacity': 0 },
      },
      ABOVE_AREAS,
    );
    map.addLayer(this.#areas, ABOVE_AREAS);
    this.#areas.paint(this.#palette.colour.area);
    provideImage(map, 'town', this.#palette);
    this.#loadGround();
    this.#listen();
    let ready = false;
    this.#stops.push(
      effect(() => this.#onCorpus()),
      effect(() => this.#onDress()),
      effect(() => this.#onResults()),
      effect(() => this.#onSelection()),
      effect(() => this.#onHover()),
      effect(() => this.#set('drawing', areaFeatures(filters.value.area))),
      effect(() => this.#onView()),
      effect(() => {
        const command = mapCommand.value;
        if (!ready || !command || command.serial <= this.#done) return;
        this.#done = command.serial;
        this.#carryOut(command);
      }),
    );
    ready = true;
    if (mapCommand.peek() && mapCommand.peek()!.serial > this.#done) this.#carryOut(mapCommand.peek()!);
  }

  /** Countries and names of the base map, which the map's labels are made from as well. */
  async #loadGround(): Promise<void> {
    const read = async (name: string) =>
      (await (await fetch(dataUrl(`base/${name}.geojson`))).json()) as FeatureCollection;
    const [countries, names, drawn, water] = await Promise.all(
      ['countries', 'labels', 'limits', 'water'].map(read) as [
        Promise<FeatureCollection>,
        Promise<FeatureCollection>,
        Promise<FeatureCollection>,
        Promise<FeatureCollection>,
      ],
    );
    if (this.#stops.length === 0) return;
    limits.value = drawn;
    this.#set('countries', countries);
    this.#outlines = new CountryOutlines(water, countries);
    const own = names.features.filter(({ properties }) => properties?.role === 'country');
    this.#quiet = own.map(({ properties }) => {
      const { id, rank, role, kind, ...spelt } = properties as Record<string, string>;
      void role;
      void kind;
      return { id: id!, rank: Number(rank), names: spelt };
    });
    for (const { properties, geometry } of own)
      if (geometry.type === 'Point')
        this.#countryPoints.set(String(properties?.id), geometry.coordinates as [number, number]);
    const mentioned = new Set(atlas.peek()?.places.map(({ id }) => id));
    this.#set('orientation', {
      type: 'FeatureCollection',
      features: names.features.filter(
        ({ properties }) => properties?.role !== 'country' && !mentioned.has(String(properties?.id)),
      ),
    });
    this.#onMoved();
  }

  #onCorpus(): void {
    const index = corpusIndex.value;
    if (!index) return;
    this.#shown = new Int32Array(atlas.value?.places.length ?? 0);
    this.map.removeFeatureState({ source: 'places' });
    this.map.removeFeatureState({ source: 'shapes' });
    this.#set('places', index.points);
    this.#set('shapes', index.shapes);
    this.#areas.setFeatures(index.shapes.features);
    this.#focusGround(focus.value);
    this.#seatAreas();
    if (view.peek() === null) this.#open();
  }

  #focusGround(wanted: ReadonlySet<string>): void {
    for (const id of this.#focused)
      if (!wanted.has(id)) this.map.setFeatureState({ source: 'countries', id }, { focus: false });
    for (const id of wanted) this.map.setFeatureState({ source: 'countries', id }, { focus: true });
    this.#focused = new Set(wanted);
    this.#bandBorders();
  }

  /** Which sides of each border lie in a country in focus: 1 right, 2 left, 3 both. */
  async #bandBorders(): Promise<void> {
    const data = await this.map.getSource<GeoJSONSource>('borders')?.getData();
    if (!data || typeof data === 'string' || data.type !== 'FeatureCollection') return;
    for (const { id, properties } of data.features) {
      const side = (this.#focused.has(properties?.a) ? 1 : 0) + (this.#focused.has(properties?.b) ? 2 : 0);
      if (id !== undefined) this.map.setFeatureState({ source: 'borders', id }, { side });
    }
  }

  #onDress(): void {
    void resolvedTheme.value;
    const next = this.#makeDress();
    document.documentElement.dataset.theme = resolvedTheme.value;
    const palette = readPalette();
    const recoloured = JSON.stringify(palette) !== JSON.stringify(this.#palette);
    this.#palette = palette;
    const dress = { ...next, palette };
    if (recoloured) {
      redrawImages(this.map, palette);
      this.#areas.paint(palette.colour.area);
    }
    const before = this.#dress;
    this.#dress = dress;
    redress(this.map, before, dress);
    this.map.getCanvas().setAttribute('aria-label', mapMessages.value.help);
    void language.value;
    this.#refreshLabels();
  }

  #onResults(): void {
    const { placeCounts } = results.value;
    const index = corpusIndex.value;
    if (!index || this.#shown.length !== placeCounts.length) return;
    for (let at = 0; at < placeCounts.length; at++) {
      const n = placeCounts[at]!;
      if (n === this.#shown[at]) continue;
      this.#shown[at] = n;
      const form = index.forms[at];
      if (form === 'point') this.map.setFeatureState({ source: 'places', id: at }, { r: radiusOf(n, index.scale) });
      else if (form !== 'none' && form !== 'country') this.map.setFeatureState({ source: 'shapes', id: at }, { n });
    }
    this.#showAreas();
    this.#refreshLabels();
  }

  /** Whether an area is small enough to say something where the map stands. */
  #hasArea = (place: number): boolean => {
    const index = corpusIndex.peek();
    const box = index?.extents.get(place);
    if (!box) return false;
    const [wide, large] = index?.vague.has(place) && place !== this.#selected ? TOO_VAGUE : [TOO_WIDE, TOO_LARGE];
    const [west, south, east, north] = mapBounds.peek() ?? [-180, -90, 180, 90];
    const seen =
      Math.max(0, Math.min(box[2], east) - Math.max(box[0], west)) *
      Math.max(0, Math.min(box[3], north) - Math.max(box[1], south));
    const view = (east - west) * (north - south);
    const whole = (box[2] - box[0]) * (box[3] - box[1]);
    return seen > 0 && seen < view * wide && whole < view * large;
  };

  #showAreas(): void {
    this.#areas.show((place) => (this.#shown[place]! > 0 || place === this.#selected) && this.#hasArea(place));
  }

  #mark(place: number, state: Record<string, boolean>): void {
    const index = corpusIndex.peek();
    const { map } = this;
    const form = index?.forms[place];
    if (place < 0 || !form || form === 'none') return;
    if (form === 'country') map.setFeatureState({ source: 'countries', id: atlas.peek()!.places[place]!.id }, state);
    else if (form !== 'point') map.setFeatureState({ source: 'shapes', id: place }, state);
    map.setFeatureState({ source: 'labels', id: place }, state);
  }

  #onSelection(): void {
    const next = selectedPlace.value;
    void corpusIndex.value;
    if (this.#selected !== next) this.#mark(this.#selected, { selected: false });
    this.#selected = next;
    this.#mark(next, { selected: true });
    this.#closeFan();
    this.#showAreas();
    this.#refreshLabels(true);
  }

  #onHover(): void {
    const next = hoveredPlace.value;
    if (this.#hovered !== next) this.#mark(this.#hovered, { hover: false });
    this.#hovered = next;
    this.#mark(next, { hover: true });
    if (next === -1) pointed.value = null;
  }

  /** The address may move the map (Back, Forward, a link typed in); what the map itself wrote does not. */
  #onView(): void {
    const camera = view.value;
    if (!camera) return;
    const key = JSON.stringify(camera);
    if (key === this.#written) return;
    this.#written = key;
    const { lng, lat } = this.map.getCenter();
    const same =
      Math.abs(lng - camera.lon) < 1e-4 &&
      Math.abs(lat - camera.lat) < 1e-4 &&
      Math.abs(this.map.getZoom() - camera.zoom) < 0.005 &&
      Math.abs(this.map.getBearing() - camera.bearing) < 0.05;
    if (!same) this.map.jumpTo({ center: [camera.lon, camera.lat], zoom: camera.zoom, bearing: camera.bearing });
  }

  #carryOut(command: MapCommand): void {
    const corpus = atlas.peek();
    const index = corpusIndex.peek();
    if (!corpus || !index) return;
    const { map } = this;
    switch (command.type) {
      case 'show-place': {
        const place = corpus.places[command.place];
        if (place) showPlace(map, place);
        break;
      }
      case 'pulse':
        this.#pulse(command.place);
        break;
      case 'fit-bounds':
        fitBounds(map, command.bounds);
        break;
      case 'fit-places': {
        const box = boundsOfPlaces(command.places.flatMap((at) => corpus.places[at] ?? []));
        if (box) fitBounds(map, box);
        break;
      }
      case 'fit-results':
        this.fitResults();
        break;
    }
  }

  fitResults(): void {
    const corpus = atlas.peek();
    const index = corpusIndex.peek();
    const box = corpus && index && boundsOfResults(corpus.places, index, results.peek().placeCounts);
    if (box) fitBounds(this.map, box);
  }

  /** The first view without an address that says it: where most happens, or the line or area that is selected. */
  #open(): void {
    const chosen = atlas.peek()?.places[selectedPlace.peek()];
    const form = corpusIndex.peek()?.forms[selectedPlace.peek()];
    this.#fitCore(true);
    if (chosen?.bbox && (form === 'line' || form === 'area' || form === 'country')) {
      const [west, south, east, north] = chosen.bbox;
      const [dx, dy] = [(east - west) * 0.5, (north - south) * 0.5];
      fitBounds(this.map, form === 'country' ? chosen.bbox : [west - dx, south - dy, east + dx, north + dy], {
        jump: true,
      });
    } else if (chosen) showPlace(this.map, chosen, { jump: true });
  }

  #fitCore(jump: boolean): void {
    const corpus = atlas.peek();
    const index = corpusIndex.peek();
    const box = corpus && index && boundsOfCore(corpus.places, index, results.peek().placeCounts);
    if (box) fitBounds(this.map, box, { jump });
  }

  /** A ring that widens once, where a place lies. */
  #pulse(at: number): void {
    const place = atlas.peek()?.places[at];
    if (!place || place.lon === null || place.lat === null || isStill()) return;
    const { map } = this;
    this.#set('fan', {
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          id: at,
          properties: { role: 'pulse' },
          geometry: { type: 'Point', coordinates: [place.lon, place.lat] },
        },
      ],
    });
    const start = performance.now();
    const step = (now: number) => {
      const t = Math.min(1, (now - start) / 700);
      if (!map.getLayer('pulse')) return;
      map.setPaintProperty('pulse', 'circle-radius', 8 + 26 * t);
      map.setPaintProperty('pulse', 'circle-stroke-opacity', 1 - t);
      if (t < 1) requestAnimationFrame(step);
      else if (this.#fan.length === 0) this.#set('fan', NOTHING);
    };
    requestAnimationFrame(step);
  }

  #listen(): void {
    const { map } = this;
    map.on('move', () => this.#onMove());
    map.on('moveend', () => this.#onMoved());
    map.on('resize', () => this.#onMoved());
    map.on('sourcedata', ({ sourceId, isSourceLoaded }: { sourceId?: string; isSourceLoaded?: boolean }) => {
      if (sourceId === 'borders' && isSourceLoaded && !this.#banded) {
        this.#banded = true;
        this.#bandBorders();
      }
    });
    map.on('movestart', () => {
      pointed.value = null;
    });
    map.on('idle', () => {
      const seen = map.getZoom() >= 4 && map.queryRenderedFeatures({ layers: ['disputed-borders'] }).length > 0;
      if (disputeInSight.peek() !== seen) disputeInSight.value = seen;
    });
    map.on('mousemove', (event: MapMouseEvent) => this.#onPointer(event));
    map.on('mouseout', () => hoverPlace(-1));
    map.on('click', (event: MapMouseEvent) => this.#onClick(event));
    this.#onMove();
  }
  #banded = false;

  #onMove(): void {
    const { map } = this;
    const { lng, lat } = map.getCenter();
    const zoom = map.getZoom();
    const step = graticuleStep(zoom);
    const top: { x: number; lon: number }[] = [];
    const { clientWidth } = map.getContainer();
    if (Math.abs(map.getBearing()) < 1 && optionalLayers.peek().graticule) {
      const west = map.unproject([0, 8]).lng;
      const east = map.unproject([clientWidth, 8]).lng;
      const globe = optionalLayers.peek().globe && zoom < 5;
      if (!globe && east - west < 350)
        for (let lon = Math.ceil(west / step) * step; lon <= east; lon += step)
          top.push({ x: map.project([lon, map.unproject([clientWidth / 2, 8]).lat]).x, lon });
    }
    frame.value = {
      zoom,
      bearing: map.getBearing(),
      metresPerPixel: (40_075_016.686 * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** zoom),
      meridians: top,
      step,
    };
    void lng;
  }

  #onMoved(): void {
    const { map } = this;
    this.#onMove();
    const box = map.getBounds();
    const bounds: Bounds = [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()];
    mapBounds.value = bounds;
    const centre = map.getCenter().wrap();
    if (corpusIndex.peek() && !map.isMoving()) {
      setView({ lon: centre.lng, lat: centre.lat, zoom: map.getZoom(), bearing: map.getBearing() });
      this.#written = JSON.stringify(view.peek());
    }
    if (optionalLayers.peek().graticule) this.#set('graticule', graticule(bounds, graticuleStep(map.getZoom())));
    this.#refineGround(centre.lng, centre.lat);
    this.#sightCountries();
    this.#seatAreas();
    this.#showAreas();
    this.#closeFan();
    this.#refreshLabels(true);
  }

  /** A close look at a part of the world that the first files only sketch brings finer ones. */
  #refineGround(lon: number, lat: number): void {
    const { map } = this;
    if (this.#fine || map.getZoom() < FINE_FROM || (lon > 38 && lon < 52 && lat > 37 && lat < 44.5)) return;
    this.#fine = true;
    for (const name of ['countries', 'borders'] as const)
      map.getSource<GeoJSONSource>(name)?.setData(dataUrl(`base/${name}-fine.geojson`));
    this.#banded = false;
  }
  #fine = false;

  #sightCountries(): void {
    if (!this.#outlines) return;
    const { map } = this;
    const { clientWidth, clientHeight } = map.getContainer();
    const columns = 22;
    const rows = 14;
    this.#countryAt = countriesInSight(
      this.#outlines,
      {
        columns,
        rows,
        unproject: (column, row) => {
          const { lng, lat } = map.unproject([
            ((column + 0.5) / columns) * clientWidth,
            ((row + 0.5) / rows) * clientHeight,
          ]);
          return [lng, lat];
        },
      },
      (id) => {
        const own = this.#countryPoints.get(id);
        if (!own) return null;
        const { x, y } = map.project(own as [number, number]);
        return x > 60 && x < clientWidth - 60 && y > 30 && y < clientHeight - 40 ? own : null;
      },
    );
  }

  /** Where the name of each soft area stands: inside it, away from its edge and from the circles. */
  #seatAreas(): void {
    const index = corpusIndex.peek();
    const corpus = atlas.peek();
    if (!index || !corpus) return;
    const { map } = this;
    const { clientWidth, clientHeight } = map.getContainer();
    const pixel = (lon: number, lat: number) => map.project([lon, lat]);
    const circles: { x: number; y: number; width: number }[] = [];
    index.forms.forEach((form, at) => {
      const { lon, lat } = corpus.places[at]!;
      if (form !== 'point' || this.#shown[at] === 0) return;
      const { x, y } = pixel(lon!, lat!);
      if (x > 0 && y > 0 && x < clientWidth && y < clientHeight) circles.push({ x, y, width: 110 });
    });
    this.#areaAt = new Map();
    for (const feature of index.shapes.features) {
      const at = Number(feature.id);
      if (!index.extents.has(at) || !this.#hasArea(at)) continue;
      const seat = seatOfArea(feature, pixel, { width: clientWidth, height: clientHeight }, circles);
      if (seat) this.#areaAt.set(at, map.unproject(seat).toArray() as [number, number]);
    }
  }

  /** Makes the labels anew, at once or at the pace that a moving filter allows. */
  #refreshLabels(now = false): void {
    clearTimeout(this.#labelTimer);
    const wait = now ? 0 : Math.max(0, this.#labelTime + LABEL_PACE_MS - performance.now());
    if (wait === 0) this.#writeLabels();
    else this.#labelTimer = window.setTimeout(() => this.#writeLabels(), wait);
  }

  #writeLabels(): void {
    const corpus = atlas.peek();
    const index = corpusIndex.peek();
    if (!corpus || !index) return;
    this.#labelTime = performance.now();
    const { placeCounts, placeEventKinds } = results.peek();
    const [west, south, east, north] = mapBounds.peek() ?? [-180, -90, 180, 90];
    const [padX, padY] = [(east - west) * 0.15, (north - south) * 0.15];
    this.#set(
      'labels',
      labelFeatures({
        places: corpus.places,
        index,
        counts: placeCounts,
        kinds: placeEventKinds,
        selected: this.#selected,
        labels: labelLanguage.peek() as LabelLanguage,
        format: formatNumber,
        sees: (lon, lat) => {
          if (lat < south - padY || lat > north + padY) return false;
          const turned = lon < west - padX ? lon + 360 : lon > east + padX ? lon - 360 : lon;
          return turned >= west - padX && turned <= east + padX;
        },
        countryAt: this.#countryAt,
        areaAt: this.#areaAt,
        quiet: this.#quiet,
        images: (id) => provideImage(this.map, id, this.#palette),
        blocks: this.#blocks(),
      }),
    );
  }

  /** What floats over the map, so that labels do not hide beneath it. */
  #blocks(): { at: [number, number]; width: number; height: number }[] {
    const container = this.map.getContainer();
    const origin = container.getBoundingClientRect();
    const floating =
      container.closest('.map-area, .map')?.querySelectorAll('.map-group, .map-scale, .map-legend, .beyond-chip') ?? [];
    return [...floating].map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const at = this.map.unproject([left - origin.left + width / 2, top - origin.top + height / 2]).toArray() as [
        number,
        number,
      ];
      return { at, width, height };
    });
  }

  hitContext(): HitContext | null {
    const corpus = atlas.peek();
    const index = corpusIndex.peek();
    return corpus && index
      ? { places: corpus.places, index, counts: results.peek().placeCounts, hasArea: this.#hasArea }
      : null;
  }

  #onPointer({ point, originalEvent }: MapMouseEvent): void {
    if (this.busy || originalEvent.buttons > 0) return;
    const context = this.hitContext();
    const at = context ? (placesAt(this.map, point.x, point.y, context)[0] ?? -1) : -1;
    this.map.getCanvas().style.cursor = at >= 0 ? 'pointer' : '';
    hoverPlace(at);
    pointed.value = at >= 0 ? { place: at, x: point.x, y: point.y } : null;
  }

  #onClick({ point }: MapMouseEvent): void {
    if (this.busy) return;
    const context = this.hitContext();
    if (!context) return;
    const found = placesAt(this.map, point.x, point.y, context);
    const first = found[0];
    if (first === undefined) {
      this.#closeFan();
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
    const p = this.map.project([places[a]!.lon!, places[a]!.lat!]);
    const q = this.map.project([places[b]!.lon!, places[b]!.lat!]);
    return Math.hypot(p.x - q.x, p.y - q.y) < 14;
  }

  /** Places on each other: comes closer where that parts them, else fans them out. */
  #spread(crowd: readonly number[]): boolean {
    const { map } = this;
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
    this.#set(
      'fan',
      fanFeatures(
        crowd.map((at) => ({
          at,
          label: labelOf(places[at]!, labelLanguage.peek()),
          figure: formatNumber(results.peek().placeCounts[at]!),
        })),
        centre,
        (x, y) => map.unproject([x, y]).toArray() as [number, number],
      ),
    );
    return true;
  }

  #closeFan(): void {
    if (this.#fan.length === 0) return;
    this.#fan = [];
    this.#set('fan', NOTHING);
  }

  /** Places in view by count, for going through them by key. */
  placesInView(): number[] {
    const context = this.hitContext();
    if (!context) return [];
    const { clientWidth, clientHeight } = this.map.getContainer();
    const seen: { at: number; count: number }[] = [];
    context.places.forEach(({ lon, lat, id }, at) => {
      const form = context.index.forms[at];
      if (context.counts[at] === 0 || form === 'none') return;
      const position = form === 'country' ? this.#countryAt.get(id) : ([lon!, lat!] as const);
      if (!position) return;
      const { x, y } = this.map.project(position as [number, number]);
      if (x >= 0 && y >= 0 && x <= clientWidth && y <= clientHeight) seen.push({ at, count: context.counts[at]! });
    });
    return seen.sort((a, b) => b.count - a.count || a.at - b.at).map(({ at }) => at);
  }

  /** Points at a place as the pointer would. */
  pointAt(place: number): void {
    const { lon, lat, id } = atlas.peek()!.places[place]!;
    const position = this.#countryAt.get(id) ?? ([lon!, lat!] as const);
    const { x, y } = this.map.project(position as [number, number]);
    hoverPlace(place);
    pointed.value = { place, x, y };
  }
}
