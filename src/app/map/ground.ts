import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { dataUrl } from '../data/load.ts';
import { atlas, type LabelLanguage } from '../state/app-state.ts';
import { pause } from '../state/next-task.ts';
import { coastsOf } from './coasts.ts';
import { CountryOutlines, countriesInSight } from './country-sight.ts';
import type { QuietCountry } from './labels.ts';
import { corpusIndex, disputeInSight, limits, outlines } from './map-context.ts';
import type { SourceName } from './map-sources.ts';
import { onLines } from './on-lines.ts';
import { unpackFeatures } from './packed-lines.ts';

/** Id, role, rank, longitude, latitude, Arabic and English name. */
type NameRow = readonly [string, string, number, number, number, string, string];
/** Languages of the names that a file of their own holds, in its order. */
const FURTHER = ['hy', 'az', 'ru'] as const;
type Further = Readonly<Record<string, readonly string[]>>;

async function read<T = never>(file: string): Promise<T> {
  const response = await fetch(dataUrl(`base/${file}`));
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return (await response.json()) as T;
}

/** From this zoom on coarse coasts would show. */
const FINE_FROM = 5.2;
const COLUMNS = 22;
const ROWS = 14;

/** The base map: countries, which of them are in focus, and where their names stand. */
export class Ground {
  readonly #map: MapLibre;
  #outlines: CountryOutlines | null = null;
  #countryPoints = new Map<string, readonly [number, number]>();
  #focused = new Set<string>();
  #fine = false;
  #lined = false;
  #countries: FeatureCollection | null = null;
  #lit: readonly string[] = [];
  #borders: FeatureCollection | null = null;
  #rows: readonly NameRow[] = [];
  #further: Further | null = null;
  #gone = false;
  /** Where the name of each country stands that can be seen. */
  countryAt: ReadonlyMap<string, readonly [number, number]> = new Map();
  quiet: QuietCountry[] = [];

  constructor(map: MapLibre) {
    this.#map = map;
    map.on('idle', () => {
      const seen = map.getZoom() >= 4 && map.queryRenderedFeatures({ layers: ['disputed-borders'] }).length > 0;
      if (disputeInSight.peek() !== seen) disputeInSight.value = seen;
    });
    map.on('remove', () => {
      this.#gone = true;
    });
  }

  #set(source: SourceName, data: FeatureCollection): void {
    this.#map.getSource<GeoJSONSource>(source)?.setData(data);
  }

  /** Countries, waters, limits and names of the base map, one after the other: no task grows long. */
  async load(): Promise<void> {
    const packed = async (name: string) => unpackFeatures(await read(`${name}.json`));
    const [countries, borders, rows, drawn, water] = await Promise.all([
      packed('countries'),
      packed('borders'),
      read<NameRow[]>('labels.json'),
      read<FeatureCollection>('limits.geojson'),
      read<FeatureCollection>('water.geojson'),
    ]);
    await this.#inTasks(
      ...this.#landSteps(countries, borders),
      () => {
        this.#set('water', water);
        this.#set('limits', drawn);
        limits.value = drawn;
      },
      () => {
        this.#outlines = new CountryOutlines(water, countries);
        outlines.value = countries;
      },
      () => {
        this.#rows = rows;
        for (const [id, role, , lon, lat] of rows) if (role === 'country') this.#countryPoints.set(id, [lon, lat]);
        this.writeNames();
      },
    );
    await pause();
  }

  /** Takes each step in a task of its own, as long as the map is there. */
  async #inTasks(...steps: readonly (() => void)[]): Promise<void> {
    for (const step of steps) {
      await pause();
      if (this.#gone) return;
      step();
    }
  }

  #landSteps(countries: FeatureCollection, borders: FeatureCollection): readonly (() => void)[] {
    return [
      () => {
        this.#countries = countries;
        this.#set('countries', countries);
        this.#showLit();
      },
      () => this.#set('coasts', coastsOf(countries)),
      () => {
        this.#borders = borders;
        this.#set('borders', borders);
        this.#bandBorders();
      },
    ];
  }

  /** The name of a country of the base map. */
  nameOf(id: string, labels: LabelLanguage): string {
    const names = this.quiet.find((country) => country.id === id)?.names;
    return names?.[labels === 'text' ? 'ar' : labels] ?? names?.en ?? '';
  }

  /** Names in a language that the first file lacks are fetched when they are asked for. Returns whether they had to be. */
  async speak(labels: LabelLanguage): Promise<boolean> {
    if (this.#further || !(FURTHER as readonly string[]).includes(labels)) return false;
    this.#further = {};
    try {
      this.#further = await read<Further>('names.json');
    } catch {
      // names in English stand in
    }
    if (!this.#gone) this.writeNames();
    return true;
  }

  /** Names of the base map; what the corpus names itself is left to it, and towns on its lines come sooner than others. */
  writeNames(): void {
    const namesOf = ([id, , , , , ar, en]: NameRow) => {
      const names: Record<string, string> = ar ? { ar, en } : { en };
      this.#further?.[id]?.forEach((name, at) => {
        if (name !== '') names[FURTHER[at]!] = name;
      });
      return names;
    };
    this.quiet = this.#rows
      .filter(([, role]) => role === 'country')
      .map((row) => ({ id: row[0], rank: row[2], names: namesOf(row) }));
    const mentioned = new Set(atlas.peek()?.places.map(({ id }) => id));
    const isOnLine = onLines(corpusIndex.peek()?.shapes.features ?? []);
    this.#set('orientation', {
      type: 'FeatureCollection',
      features: this.#rows
        .filter(([id, role]) => role !== 'country' && !mentioned.has(id))
        .map((row) => {
          const [id, role, rank, lon, lat] = row;
          return {
            type: 'Feature',
            properties: { id, role, rank, ...namesOf(row), ...(isOnLine(lon, lat) ? { sooner: 1 } : {}) },
            geometry: { type: 'Point', coordinates: [lon, lat] },
          };
        }),
    });
  }

  /** Roads, railways, ranges and provinces, once one of them is to be shown. */
  async showLines(): Promise<void> {
    if (this.#lined) return;
    this.#lined = true;
    try {
      const lines = await read<FeatureCollection>('lines.geojson');
      if (!this.#gone) this.#set('lines', lines);
    } catch {
      this.#lined = false;
    }
  }

  #showLit(): void {
    const features = this.#countries?.features.filter(({ properties }) => this.#lit.includes(properties?.id)) ?? [];
    this.#set('lit-countries', { type: 'FeatureCollection', features });
  }

  /** Draws the outlines of these countries. */
  light(ids: readonly string[]): void {
    if (ids.join() === this.#lit.join()) return;
    this.#lit = ids;
    this.#showLit();
  }

  focus(wanted: ReadonlySet<string>): void {
    for (const id of this.#focused)
      if (!wanted.has(id)) this.#map.setFeatureState({ source: 'countries', id }, { focus: false });
    for (const id of wanted) this.#map.setFeatureState({ source: 'countries', id }, { focus: true });
    this.#focused = new Set(wanted);
    this.#bandBorders();
  }

  /** Which sides of each border lie in a country in focus: 1 right, 2 left, 3 both. */
  #bandBorders(): void {
    for (const { id, properties } of this.#borders?.features ?? []) {
      const side = (this.#focused.has(properties?.a) ? 1 : 0) + (this.#focused.has(properties?.b) ? 2 : 0);
      if (id !== undefined) this.#map.setFeatureState({ source: 'borders', id }, { side });
    }
  }

  /** A close look at a part of the world that the first files only sketch brings finer ones. */
  async refine(lon: number, lat: number): Promise<void> {
    // not before the first files, which would come over the finer ones
    if (
      this.#fine ||
      !this.#outlines ||
      this.#map.getZoom() < FINE_FROM ||
      (lon > 38 && lon < 52 && lat > 37 && lat < 44.5)
    )
      return;
    this.#fine = true;
    try {
      const [countries, borders] = await Promise.all([
        read<FeatureCollection>('countries-fine.geojson'),
        read<FeatureCollection>('borders-fine.geojson'),
      ]);
      await this.#inTasks(...this.#landSteps(countries, borders));
    } catch {
      // the sketch stays
    }
  }

  /** Finds anew where the names of countries stand. */
  sight(isTaken: (lon: number, lat: number) => boolean): void {
    if (!this.#outlines) return;
    const map = this.#map;
    const { clientWidth, clientHeight } = map.getContainer();
    this.countryAt = countriesInSight(
      this.#outlines,
      {
        columns: COLUMNS,
        rows: ROWS,
        unproject: (column, row) => {
          const { lng, lat } = map.unproject([
            ((column + 0.5) / COLUMNS) * clientWidth,
            ((row + 0.5) / ROWS) * clientHeight,
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
      isTaken,
    );
  }
}
