import { effect } from '@preact/signals';
import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { formatNumber } from '../i18n/locale.ts';
import { setView } from '../state/actions.ts';
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
import { nextTask } from '../state/next-task.ts';
import { seatOfArea } from './area-seat.ts';
import { areaFeatures } from './area-shape.ts';
import { boundsOfCore, boundsOfPlaces, boundsOfResults, fitBounds, flightTime, showPlace } from './camera.ts';
import { radiusOf } from './corpus-layers.ts';
import { createMap, redress } from './create-map.ts';
import { floatingBlocks } from './floating-blocks.ts';
import { graticule, graticuleStep } from './graticule.ts';
import { Ground } from './ground.ts';
import type { HitContext } from './hit.ts';
import { provideImage, redrawImages } from './images.ts';
import { labelFeatures } from './labels.ts';
import { corpusIndex, focus, optionalLayers, pointed, rangeDays } from './map-context.ts';
import { ABOVE_AREAS, type Dress } from './map-layers.ts';
import { mapMessages } from './map-messages.ts';
import type { SourceName } from './map-sources.ts';
import { type Palette, readPalette } from './palette.ts';
import { savePicture } from './picture.ts';
import { Pointer } from './pointer.ts';
import { pulse } from './pulse.ts';
import { readFrame } from './read-frame.ts';
import { SoftAreas } from './soft-areas.ts';
import { walkFeatures } from './walk-layers.ts';

/** Labels follow a moving filter at this pace; circles follow at every step. */
const LABEL_PACE_MS = 90;
/** An area is not filled when it takes more of the view than this, or is larger than so many views: it would colour all and say nothing. */
const TOO_WIDE = 0.55;
const TOO_LARGE = 4;
const TOO_VAGUE = [0.3, 0.3] as const;

/** Layers whose lines are fetched when one of them is switched on. */
const LINED = ['ranges', 'roads', 'railways', 'provinces'] as const;

/** Keeps one MapLibre map and the state equal, in both directions. */
export class MapController {
  readonly map: MapLibre;
  readonly pointer: Pointer;
  readonly #ground: Ground;
  readonly #areas = new SoftAreas();
  #dress: Dress;
  #palette: Palette;
  #stops: (() => void)[] = [];
  #shown = new Int32Array(0);
  #hovered = -1;
  #selected = -1;
  #areaAt = new Map<number, readonly [number, number]>();
  #labelTimer = 0;
  #labelTime = 0;
  #resultsWait = false;
  #written = '';
  #done = 0;
  /** While a tool takes the clicks. */
  busy = false;

  constructor(container: HTMLElement) {
    this.#palette = readPalette();
    this.#dress = this.#makeDress();
    this.#done = mapCommand.peek()?.serial ?? 0;
    this.map = createMap(container, this.#dress, view.peek(), mapMessages.peek().help);
    const { map } = this;
    this.#ground = new Ground(map);
    this.pointer = new Pointer(this);
    map.on('styleimagemissing', ({ id }: { id: string }) => provideImage(map, id, this.#palette));
    map.once('style.load', () => this.#start());
  }

  /** Where the name of each country stands that can be seen. */
  get countryAt(): ReadonlyMap<string, readonly [number, number]> {
    return this.#ground.countryAt;
  }

  destroy(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
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
    const drawn = () => {
      if (this.#stops.length > 0) this.#onMoved();
    };
    // A base map that does not arrive leaves the places on plain paper.
    void this.#ground.load().then(drawn, drawn);
    this.#listen();
    let ready = false;
    this.#stops.push(
      effect(() => this.#onCorpus()),
      effect(() => this.#onDress()),
      effect(() => this.#onResults()),
      effect(() => this.#onSelection()),
      effect(() => this.#onHover()),
      effect(() => this.#set('drawing', areaFeatures(filters.value.area))),
      effect(() => this.#set('walk', walkFeatures())),
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

  #onCorpus(): void {
    const index = corpusIndex.value;
    if (!index) return;
    this.#shown = new Int32Array(atlas.value?.places.length ?? 0);
    this.map.removeFeatureState({ source: 'places' });
    this.map.removeFeatureState({ source: 'shapes' });
    this.#set('places', index.points);
    this.#set('shapes', index.shapes);
    this.#areas.setFeatures(index.shapes.features);
    this.#ground.focus(focus.value);
    this.#seatAreas();
    if (view.peek() === null) this.#open();
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
    if (LINED.some((name) => dress.on[name])) void this.#ground.showLines();
    void this.#ground.speak(dress.labels).then((came) => came && this.#stops.length > 0 && this.#refreshLabels(true));
    void language.value;
    this.#refreshLabels();
  }

  /** The circles follow in a task of their own, after what the person did is answered. */
  #onResults(): void {
    void results.value;
    void corpusIndex.value;
    if (this.#resultsWait) return;
    this.#resultsWait = true;
    nextTask(() => {
      this.#resultsWait = false;
      if (this.#stops.length > 0) this.#showResults();
    });
  }

  #showResults(): void {
    const { placeCounts } = results.peek();
    const index = corpusIndex.peek();
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
    this.pointer.closeFan();
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
      Math.abs(this.map.getZoom() - camera.zoom) < 0.006 &&
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
        pulse(map, command.place, () => this.pointer.fanned);
        break;
      case 'fit-bounds':
        fitBounds(map, command.bounds);
        break;
      case 'fit-places': {
        const box = boundsOfPlaces(command.places.flatMap((at) => corpus.places[at] ?? []));
        if (box) fitBounds(map, box);
        break;
      }
      case 'fly': {
        const { lon, lat, zoom, bearing } = command.camera;
        map.flyTo({ center: [lon, lat], zoom, bearing, duration: flightTime() });
        break;
      }
      case 'save-picture':
        void savePicture(map);
        break;
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

  #listen(): void {
    const { map } = this;
    map.on('move', () => readFrame(this.map));
    map.on('moveend', () => this.#onMoved());
    map.on('resize', () => this.#onMoved());
    readFrame(this.map);
  }

  #onMoved(): void {
    const { map } = this;
    readFrame(this.map);
    const box = map.getBounds();
    const bounds: Bounds = [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()];
    mapBounds.value = bounds;
    const centre = map.getCenter().wrap();
    if (corpusIndex.peek() && !map.isMoving()) {
      setView({ lon: centre.lng, lat: centre.lat, zoom: map.getZoom(), bearing: map.getBearing() });
      this.#written = JSON.stringify(view.peek());
    }
    if (optionalLayers.peek().graticule) this.#set('graticule', graticule(bounds, graticuleStep(map.getZoom())));
    void this.#ground.refine(centre.lng, centre.lat);
    this.#ground.sight();
    this.#seatAreas();
    this.#showAreas();
    this.pointer.closeFan();
    this.#refreshLabels(true);
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
    this.#labelTimer = window.setTimeout(() => this.#writeLabels(), wait);
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
        countryAt: this.#ground.countryAt,
        areaAt: this.#areaAt,
        quiet: this.#ground.quiet,
        images: (id) => provideImage(this.map, id, this.#palette),
        blocks: floatingBlocks(this.map),
      }),
    );
  }

  hitContext(): HitContext | null {
    const corpus = atlas.peek();
    const index = corpusIndex.peek();
    return corpus && index
      ? { places: corpus.places, index, counts: results.peek().placeCounts, hasArea: this.#hasArea }
      : null;
  }
}
