import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { dataUrl } from '../data/load.ts';
import { atlas } from '../state/app-state.ts';
import { CountryOutlines, countriesInSight } from './country-sight.ts';
import type { QuietCountry } from './labels.ts';
import { disputeInSight, limits } from './map-context.ts';

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
  #banded = false;
  #fine = false;
  #gone = false;
  /** Where the name of each country stands that can be seen. */
  countryAt: ReadonlyMap<string, readonly [number, number]> = new Map();
  quiet: QuietCountry[] = [];

  constructor(map: MapLibre) {
    this.#map = map;
    map.on('sourcedata', ({ sourceId, isSourceLoaded }: { sourceId?: string; isSourceLoaded?: boolean }) => {
      if (sourceId !== 'borders' || !isSourceLoaded || this.#banded) return;
      this.#banded = true;
      void this.#bandBorders();
    });
    map.on('idle', () => {
      const seen = map.getZoom() >= 4 && map.queryRenderedFeatures({ layers: ['disputed-borders'] }).length > 0;
      if (disputeInSight.peek() !== seen) disputeInSight.value = seen;
    });
    map.on('remove', () => {
      this.#gone = true;
    });
  }

  #set(source: 'countries' | 'orientation', data: FeatureCollection): void {
    this.#map.getSource<GeoJSONSource>(source)?.setData(data);
  }

  /** Countries and names of the base map, which the map's labels are made from as well. */
  async load(): Promise<void> {
    const read = async (name: string) =>
      (await (await fetch(dataUrl(`base/${name}.geojson`))).json()) as FeatureCollection;
    const [countries, names, drawn, water] = await Promise.all([
      read('countries'),
      read('labels'),
      read('limits'),
      read('water'),
    ]);
    if (this.#gone) return;
    limits.value = drawn;
    this.#set('countries', countries);
    this.#outlines = new CountryOutlines(water, countries);
    const own = names.features.filter(({ properties }) => properties?.role === 'country');
    this.quiet = own.map(({ properties }) => {
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
  }

  focus(wanted: ReadonlySet<string>): void {
    for (const id of this.#focused)
      if (!wanted.has(id)) this.#map.setFeatureState({ source: 'countries', id }, { focus: false });
    for (const id of wanted) this.#map.setFeatureState({ source: 'countries', id }, { focus: true });
    this.#focused = new Set(wanted);
    void this.#bandBorders();
  }

  /** Which sides of each border lie in a country in focus: 1 right, 2 left, 3 both. */
  async #bandBorders(): Promise<void> {
    const data = await this.#map.getSource<GeoJSONSource>('borders')?.getData();
    if (!data || typeof data === 'string' || data.type !== 'FeatureCollection') return;
    for (const { id, properties } of data.features) {
      const side = (this.#focused.has(properties?.a) ? 1 : 0) + (this.#focused.has(properties?.b) ? 2 : 0);
      if (id !== undefined) this.#map.setFeatureState({ source: 'borders', id }, { side });
    }
  }

  /** A close look at a part of the world that the first files only sketch brings finer ones. */
  refine(lon: number, lat: number): void {
    const map = this.#map;
    if (this.#fine || map.getZoom() < FINE_FROM || (lon > 38 && lon < 52 && lat > 37 && lat < 44.5)) return;
    this.#fine = true;
    for (const name of ['countries', 'borders'] as const)
      map.getSource<GeoJSONSource>(name)?.setData(dataUrl(`base/${name}-fine.geojson`));
    this.#banded = false;
  }
  /** Finds anew where the names of countries stand. */
  sight(): void {
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
    );
  }
}
