import type { LayerSpecification } from 'maplibre-gl';

const token = (colour: string) => getComputedStyle(document.documentElement).getPropertyValue(`--${colour}`).trim();

/** Layers for an archive that brings no style: each kind of shape in the colours of the atlas, by what its name says; land lowest, lines highest. */
export function archiveLayers(names: readonly string[]): LayerSpecification[] {
  return names
    .map((name) => ({ name, rank: RANKS.findIndex((kind) => kind.test(name)) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank)
    .flatMap(({ name, rank }) => shapesOf(name, rank));
}

/** Land, cover, water, ways, borders. */
const RANKS = [
  /earth|^land$|countr/i,
  /land|park|green|use|cover/i,
  /water|ocean|lake|river/i,
  /road|transport|rail/i,
  /bound|admin|border/i,
] as const;

function shapesOf(name: string, rank: number): LayerSpecification[] {
  const common = { source: 'tiles', 'source-layer': name };
  const fill = (colour: string): LayerSpecification => ({
    id: `${name}-fill`,
    type: 'fill',
    ...common,
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': token(colour) },
  });
  const line = (colour: string, width: number): LayerSpecification => ({
    id: `${name}-line`,
    type: 'line',
    ...common,
    filter: ['==', ['geometry-type'], 'LineString'],
    paint: { 'line-color': token(colour), 'line-width': width },
  });
  if (rank === 0) return [fill('land')];
  if (rank === 1) return [fill('land-far')];
  if (rank === 2) return [fill('water'), line('river', 1)];
  return rank === 3 ? [line('border-band', 1)] : [line('border', 1)];
}
