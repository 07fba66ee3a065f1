import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { AtlasPlace } from '../model/atlas.ts';

/** `[west, south, east, north]` in degrees. */
export type Bounds = readonly [number, number, number, number];

/** The places of an atlas, numbered as they come, with the spellings met. */
export class PlaceTable {
  private readonly indices = new Map<string, number>();
  private readonly surfaces: Map<string, number>[] = [];
  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly bounds: (placeId: string) => Bounds | null,
  ) {}

  add(id: string, surface?: string, times = 1): number {
    let index = this.indices.get(id);
    if (index === undefined) {
      index = this.indices.size;
      this.indices.set(id, index);
      this.surfaces.push(new Map());
    }
    const counts = this.surfaces[index];
    if (surface !== undefined && counts) counts.set(surface, (counts.get(surface) ?? 0) + times);
    return index;
  }

  finish(): AtlasPlace[] {
    const chains = new Map<string, string[]>();
    for (const id of [...this.indices.keys()]) {
      const at = this.gazetteer.indexOf(id);
      const chain = at < 0 ? [] : this.gazetteer.ancestors(at).map((ancestor) => this.gazetteer.place(ancestor).id);
      chains.set(id, chain);
      for (const ancestor of chain) this.add(ancestor);
    }
    return [...this.indices.keys()].map((id, index) => {
      const at = this.gazetteer.indexOf(id);
      if (at < 0) throw new Error(`place "${id}" is not in the gazetteer`);
      const place = this.gazetteer.place(at);
      const english = place.names.en ?? [id];
      const ancestors =
        chains.get(id) ?? this.gazetteer.ancestors(at).map((ancestor) => this.gazetteer.place(ancestor).id);
      const bbox = this.bounds(id);
      return {
        id,
        kind: place.kind,
        geometry: place.geometry,
        lat: place.lat,
        lon: place.lon,
        bbox,
        names: { ...place.names, en: english, ar: place.names.ar ?? english },
        surfaces: [...(this.surfaces[index] ?? new Map<string, number>())]
          .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
          .map(([surface]) => surface),
        ancestors: ancestors.map((ancestor) => this.indices.get(ancestor) ?? -1).filter((ancestor) => ancestor >= 0),
        rank: place.rank,
        period: place.period,
        note: this.gazetteer.note(at),
        usage: this.gazetteer.usage(at),
        source: place.source,
        country: place.country,
      };
    });
  }
}
