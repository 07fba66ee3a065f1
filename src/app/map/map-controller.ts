import { computed, effect } from '@preact/signals';
import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { setView } from '../state/actions.ts';
import {
  atlas,
  filters,
  hoveredPlace,
  labelLanguage,
  language,
  type MapCommand,
  mapBounds,
  mapCommand,
  resolvedTheme,
  selectedPlace,
  view,
} from '../state/app-state.ts';
import type { Bounds } from '../state/filters.ts';
import { nextTask } from '../state/next-task.ts';
import { areaFeatures } from './area-shape.ts';
import { limitLayers } from './base-layers.ts';
import { followBaseMap } from './base-map-choice.ts';
import { carryOut, openView } from './carry-out.ts';
import { CorpusView } from './corpus-view.ts';
import { createMap, redress, UNCHECKED } from './create-map.ts';
import { graticule, graticuleStep } from './graticule.ts';
import { Ground } from './ground.ts';
import type { HitContext } from './hit.ts';
import { provideImage, redrawImages } from './images.ts';
import { keepTilesLarge } from './large-tiles.ts';
import { legendLines } from './legend-entries.ts';
import { type LineFacts, lineAt } from './line-facts.ts';
import { corpusIndex, focus, mapCounts, optionalLayers, pointed, shownLimits } from './map-context.ts';
import { ABOVE_AREAS, type Dress } from './map-layers.ts';
import { mapMessages } from './map-messages.ts';
import type { SourceName } from './map-sources.ts';
import { openWhole } from './opening.ts';
import { type Palette, readPalette } from './palette.ts';
import { Pointer } from './pointer.ts';
import { readFrame } from './read-frame.ts';
import { walkFeatures } from './walk-layers.ts';

/** Layers whose lines are fetched when one of them is switched on. */
const LINED = ['ranges', 'roads', 'railways', 'provinces'] as const;

const area = computed(() => filters.value.area);

/** Keeps one MapLibre map and the state equal, in both directions. */
export class MapController {
  readonly map: MapLibre;
  readonly pointer: Pointer;
  readonly #ground: Ground;
  readonly #view: CorpusView;
  #dress: Dress;
  #palette: Palette;
  #stops: (() => void)[] = [];
  #hovered = -1;
  #selected = -1;
  #written = '';
  #done = 0;
  #gone = false;
  /** While a tool takes the clicks. */
  busy = false;

  constructor(container: HTMLElement) {
    this.#palette = readPalette();
    this.#dress = this.#makeDress();
    this.#done = mapCommand.peek()?.serial ?? 0;
    this.map = createMap(container, this.#dress, view.peek(), mapMessages.peek().help);
    const { map } = this;
    this.#ground = new Ground(map);
    this.#view = new CorpusView(map, this.#ground, () => this.#palette);
    this.pointer = new Pointer(this);
    map.on('styleimagemissing', ({ id }: { id: string }) => provideImage(map, id, this.#palette));
    // the style has just been read, which takes its time
    map.once('style.load', () => nextTask(() => !this.#gone && this.#start()));
  }

  /** Where the name of each country stands that can be seen. */
  get countryAt(): ReadonlyMap<string, readonly [number, number]> {
    return this.#ground.countryAt;
  }

  destroy(): void {
    this.#gone = true;
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#view.destroy();
    mapBounds.value = null;
    this.map.remove();
  }

  #makeDress(): Dress {
    return {
      palette: this.#palette,
      labels: labelLanguage.value,
      on: optionalLayers.value,
      limits: shownLimits.peek(),
    };
  }

  #set(source: SourceName, data: FeatureCollection): void {
    this.map.getSource<GeoJSONSource>(source)?.setData(data);
  }

  #start(): void {
    const { map } = this;
    keepTilesLarge(map);
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
    map.addLayer(this.#view.areas, ABOVE_AREAS);
    this.#view.areas.paint(this.#palette.colour.area);
    provideImage(map, 'town', this.#palette);
    const drawn = () => {
      if (!this.#gone) this.#onMoved();
    };
    // A base map that does not arrive leaves the places on plain paper.
    openWhole(map, this.#ground.load().then(drawn, drawn));
    this.#listen();
    const carry = (command: MapCommand) => carryOut(map, command, () => this.pointer.fanned);
    let ready = false;
    this.#stops.push(
      effect(() => this.#onCorpus()),
      effect(() => this.#onDress()),
      effect(() => this.#onLimits()),
      effect(() => this.#onLegend()),
      effect(() => this.#view.follow()),
      effect(() => this.#onSelection()),
      effect(() => this.#onHover()),
      effect(() => this.#set('drawing', areaFeatures(area.value))),
      effect(() => this.#set('walk', walkFeatures())),
      effect(() => this.#onView()),
      followBaseMap(map),
      effect(() => {
        const command = mapCommand.value;
        if (!ready || !command || command.serial <= this.#done) return;
        this.#done = command.serial;
        carry(command);
      }),
    );
    ready = true;
    if (mapCommand.peek() && mapCommand.peek()!.serial > this.#done) carry(mapCommand.peek()!);
  }

  #onCorpus(): void {
    const index = corpusIndex.value;
    if (!index) return;
    this.#view.setCorpus();
    this.#ground.focus(focus.value);
    this.#ground.writeNames();
    this.#view.unseatAreas();
    if (view.peek() === null) openView(this.map);
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
      this.#view.areas.paint(palette.colour.area);
    }
    const before = this.#dress;
    this.#dress = dress;
    redress(this.map, before, dress);
    this.map.getCanvas().setAttribute('aria-label', mapMessages.value.help);
    if (LINED.some((name) => dress.on[name])) void this.#ground.showLines();
    void this.#ground.speak(dress.labels).then((came) => came && !this.#gone && this.#view.refreshLabels(true));
    void language.value;
    this.#view.refreshLabels();
  }

  /** The brush may bring and take limits while it moves: only their layers are told, in a task of its own. */
  #onLimits(): void {
    void shownLimits.value;
    nextTask(() => {
      if (this.#gone) return;
      this.#dress = { ...this.#dress, limits: shownLimits.peek() };
      for (const layer of limitLayers(this.#dress))
        if ('filter' in layer) this.map.setFilter(layer.id, layer.filter, UNCHECKED);
    });
  }

  #mark(place: number, state: Record<string, boolean>): void {
    const index = corpusIndex.peek();
    const { map } = this;
    const form = index?.forms[place];
    if (place < 0 || !form || form === 'none') return;
    if (form !== 'point' && form !== 'country') map.setFeatureState({ source: 'shapes', id: place }, state);
    map.setFeatureState({ source: 'labels', id: place }, state);
  }

  #lightCountries(): void {
    const forms = corpusIndex.peek()?.forms;
    const lit = [this.#selected, this.#hovered].filter((place) => forms?.[place] === 'country');
    this.#ground.light(lit.map((place) => atlas.peek()!.places[place]!.id));
  }

  #onSelection(): void {
    const next = selectedPlace.value;
    void corpusIndex.value;
    if (this.#selected !== next) this.#mark(this.#selected, { selected: false });
    this.#selected = next;
    this.#mark(next, { selected: true });
    this.#lightCountries();
    this.pointer.closeFan();
    this.#view.select(next);
  }

  #onHover(): void {
    const next = hoveredPlace.value;
    if (this.#hovered !== next) this.#mark(this.#hovered, { hover: false });
    this.#hovered = next;
    this.#mark(next, { hover: true });
    this.#lightCountries();
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
    this.#view.unseatAreas();
    this.#view.showAreas();
    this.pointer.closeFan();
    this.#placeNames();
  }

  /** Names of countries and of the corpus, where what floats over the map leaves room. */
  #placeNames(): void {
    this.#ground.sight(this.#view.covered());
    this.#view.refreshLabels(true);
  }

  /** The legend takes other room when its lines change, after they have been drawn. */
  #onLegend(): void {
    void legendLines.value;
    nextTask(() => {
      if (!this.#gone) this.#placeNames();
    });
  }

  /** The line of the base map at a point of the screen, with what is known of it. */
  lineAt(x: number, y: number): LineFacts | null {
    return lineAt(this.map, x, y, (id) => this.#ground.nameOf(id, labelLanguage.peek()));
  }

  hitContext(): HitContext | null {
    const corpus = atlas.peek();
    const index = corpusIndex.peek();
    return corpus && index
      ? { places: corpus.places, index, counts: mapCounts.peek(), hasArea: this.#view.hasArea }
      : null;
  }
}
