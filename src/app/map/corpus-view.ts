import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import type { Atlas } from '../../core/model/atlas.ts';
import { direction, formatNumber } from '../i18n/locale.ts';
import { formatRate } from '../i18n/side-name.ts';
import { atlas, labelLanguage, mapBounds } from '../state/app-state.ts';
import { results } from '../state/counts.ts';
import { nextTask } from '../state/next-task.ts';
import { seatOfArea } from './area-seat.ts';
import type { CorpusIndex } from './corpus-index.ts';
import { radiusOf } from './corpus-layers.ts';
import { CountryOutlines } from './country-sight.ts';
import { floatingBlocks } from './floating-blocks.ts';
import type { Ground } from './ground.ts';
import { provideImage } from './images.ts';
import { labelFeatures } from './labels.ts';
import { corpusIndex, mapCounts, rates } from './map-context.ts';
import type { SourceName } from './map-sources.ts';
import type { Palette } from './palette.ts';
import { positionsOf } from './positions-of.ts';
import { SoftAreas } from './soft-areas.ts';

/** Labels follow a moving filter at this pace; circles follow at every step. */
const LABEL_PACE_MS = 90;
/** The longest block of drawing images of labels. */
const IMAGES_MS = 4;
/** An area is not filled when it takes more of the view than this, or is larger than so many views: it would colour all and say nothing. */
const TOO_WIDE = 0.55;
const TOO_LARGE = 4;
const TOO_VAGUE = [0.3, 0.3] as const;
/** Pixels from the middle of a country's name to its end, and its height with what stands around it. */
const HALF_NAME = 62;
const NAME_HEIGHT = 24;

/** What the map shows of the corpus: circles, lines and soft areas by their counts, and the labels of what is in sight. */
export class CorpusView {
  readonly areas = new SoftAreas();
  readonly #map: MapLibre;
  readonly #ground: Ground;
  readonly #palette: () => Palette;
  #shown = new Int32Array(0);
  /** Whether what is shown is the two sides of a comparison. */
  #compares = false;
  #selected = -1;
  /** Where the names of soft areas stand; to be found anew before the next labels when null. */
  #areaAt: ReadonlyMap<number, readonly [number, number]> | null = null;
  #labelTimer = 0;
  #labelFrame = 0;
  #labelTime = 0;
  /** The newest, which may wait for their images. */
  #labels: FeatureCollection | null = null;
  #waits = false;
  #gone = false;

  constructor(map: MapLibre, ground: Ground, palette: () => Palette) {
    this.#map = map;
    this.#ground = ground;
    this.#palette = palette;
  }

  destroy(): void {
    this.#gone = true;
    clearTimeout(this.#labelTimer);
    cancelAnimationFrame(this.#labelFrame);
  }

  #set(source: SourceName, data: FeatureCollection): void {
    this.#map.getSource<GeoJSONSource>(source)?.setData(data);
  }

  /** Takes the places of another corpus. */
  setCorpus(): void {
    const index = corpusIndex.value;
    if (!index) return;
    this.#shown = new Int32Array(atlas.value?.places.length ?? 0);
    this.#map.removeFeatureState({ source: 'places' });
    this.#map.removeFeatureState({ source: 'shapes' });
    this.#set('places', index.points);
    this.#set('shapes', index.shapes);
    this.areas.setFeatures(index.shapes.features);
  }

  select(place: number): void {
    this.#selected = place;
    this.showAreas();
    this.refreshLabels(true);
  }

  /** The circles follow in a task of their own, after what the person did is answered. */
  follow(): void {
    void mapCounts.value;
    void rates.value;
    void corpusIndex.value;
    if (this.#waits) return;
    this.#waits = true;
    nextTask(() => {
      this.#waits = false;
      if (!this.#gone) this.#show();
    });
  }

  #show(): void {
    const placeCounts = mapCounts.peek();
    const index = corpusIndex.peek();
    if (!index || this.#shown.length !== placeCounts.length) return;
    // all circles come and go with a comparison, which draws discs of two halves instead
    const compares = rates.peek() !== null;
    const turned = compares !== this.#compares;
    this.#compares = compares;
    for (let at = 0; at < placeCounts.length; at++) {
      const n = placeCounts[at]!;
      if (n === this.#shown[at] && !turned) continue;
      this.#shown[at] = n;
      const form = index.forms[at];
      if (form === 'point')
        this.#map.setFeatureState({ source: 'places', id: at }, { r: compares ? 0 : radiusOf(n, index.scale) });
      else if (form !== 'none' && form !== 'country') this.#map.setFeatureState({ source: 'shapes', id: at }, { n });
    }
    this.showAreas();
    this.refreshLabels();
  }

  /** Whether an area is small enough to say something where the map stands. */
  hasArea = (place: number): boolean => {
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
    return seen > 0 && seen * (index?.fills.get(place) ?? 1) < view * wide && whole < view * large;
  };

  showAreas(): void {
    this.areas.show((place) => (this.#shown[place]! > 0 || place === this.#selected) && this.hasArea(place));
  }

  /** Whether the name of a country at a point would lie on a soft area or a corridor. */
  covered(): (lon: number, lat: number) => boolean {
    const map = this.#map;
    const features = corpusIndex.peek()?.shapes.features ?? [];
    const shown = features.filter(({ id }) => this.#shown[Number(id)]! > 0);
    const areas = shown.filter(({ id }) => this.hasArea(Number(id)));
    const outlines = new CountryOutlines({ type: 'FeatureCollection', features: areas });
    const lines = shown
      .filter(({ properties }) => properties?.form === 'line')
      .flatMap(({ geometry }) => positionsOf(geometry).map(([lon = 0, lat = 0]) => map.project([lon, lat])));
    const blocks = floatingBlocks(map).map(({ at, width, height }) => {
      const { x, y } = map.project(at);
      return { x, y, acrossHalf: width / 2 + HALF_NAME, downHalf: (height + NAME_HEIGHT) / 2 };
    });
    return (lon, lat) => {
      const { x, y } = map.project([lon, lat]);
      if (blocks.some((block) => Math.abs(block.x - x) < block.acrossHalf && Math.abs(block.y - y) < block.downHalf))
        return true;
      if (lines.some((spot) => Math.abs(spot.x - x) < HALF_NAME && Math.abs(spot.y - y) < NAME_HEIGHT)) return true;
      return [-HALF_NAME, 0, HALF_NAME].some((dx) => {
        const beside = map.unproject([x + dx, y]);
        return outlines.at(beside.lng, beside.lat) !== null;
      });
    };
  }

  /** Lets the names of soft areas find their places anew: where the map has moved, or the areas are others. */
  unseatAreas(): void {
    this.#areaAt = null;
  }

  /** Where the name of each soft area stands: inside it, away from its edge and from the circles. */
  #seatAreas(corpus: Atlas, index: CorpusIndex): ReadonlyMap<number, readonly [number, number]> {
    const map = this.#map;
    const { clientWidth, clientHeight } = map.getContainer();
    const pixel = (lon: number, lat: number) => map.project([lon, lat]);
    const circles: { x: number; y: number; width: number }[] = [];
    index.forms.forEach((form, at) => {
      const { lon, lat } = corpus.places[at]!;
      if (form !== 'point' || this.#shown[at] === 0) return;
      const { x, y } = pixel(lon!, lat!);
      if (x > 0 && y > 0 && x < clientWidth && y < clientHeight) circles.push({ x, y, width: 110 });
    });
    const seats = new Map<number, readonly [number, number]>();
    for (const feature of index.shapes.features) {
      const at = Number(feature.id);
      if (!index.extents.has(at) || !this.hasArea(at)) continue;
      const seat = seatOfArea(feature, pixel, { width: clientWidth, height: clientHeight }, circles);
      if (seat) seats.set(at, map.unproject(seat).toArray() as [number, number]);
    }
    return seats;
  }

  /** Makes the labels anew, at once or at the pace that a moving filter allows. */
  refreshLabels(now = false): void {
    clearTimeout(this.#labelTimer);
    cancelAnimationFrame(this.#labelFrame);
    const wait = now ? 0 : Math.max(0, this.#labelTime + LABEL_PACE_MS - performance.now());
    this.#labelTimer = window.setTimeout(() => {
      // what floats over the map is measured when a frame has just laid out the page: before, it would be laid out for this alone
      this.#labelFrame = requestAnimationFrame(() => nextTask(() => this.#writeLabels()));
    }, wait);
  }

  #writeLabels(): void {
    const corpus = atlas.peek();
    const index = corpusIndex.peek();
    if (!corpus || !index || this.#gone) return;
    this.#labelTime = performance.now();
    this.#areaAt ??= this.#seatAreas(corpus, index);
    const images = new Set<string>();
    const { placeEventKinds } = results.peek();
    const [west, south, east, north] = mapBounds.peek() ?? [-180, -90, 180, 90];
    const [padX, padY] = [(east - west) * 0.15, (north - south) * 0.15];
    const labels = labelFeatures({
      places: corpus.places,
      index,
      counts: mapCounts.peek(),
      rates: rates.peek(),
      rtl: direction.peek() === 'rtl',
      formatRate,
      kinds: placeEventKinds,
      selected: this.#selected,
      labels: labelLanguage.peek(),
      zoom: this.#map.getZoom(),
      format: formatNumber,
      sees: (lon, lat) => {
        if (lat < south - padY || lat > north + padY) return false;
        const turned = lon < west - padX ? lon + 360 : lon > east + padX ? lon - 360 : lon;
        return turned >= west - padX && turned <= east + padX;
      },
      countryAt: this.#ground.countryAt,
      areaAt: this.#areaAt,
      quiet: this.#ground.quiet,
      images: (id) => images.add(id),
      blocks: floatingBlocks(this.#map),
    });
    this.#labels = labels;
    this.#drawImages(
      [...images].filter((id) => !this.#map.hasImage(id)),
      labels,
    );
  }

  /** Draws the images of labels, as many at a time as a block of script bears, and then hands them to the map, unless newer ones have come. */
  #drawImages(ids: readonly string[], labels: FeatureCollection): void {
    const until = performance.now() + IMAGES_MS;
    let at = 0;
    while (at < ids.length && performance.now() < until) provideImage(this.#map, ids[at++]!, this.#palette());
    if (at === ids.length) this.#set('labels', labels);
    else nextTask(() => !this.#gone && this.#labels === labels && this.#drawImages(ids.slice(at), labels));
  }
}
