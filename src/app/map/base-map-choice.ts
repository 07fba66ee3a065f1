import { signal } from '@preact/signals';
import type { LayerSpecification, Map as MapLibre, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import { optionalLayers } from './map-context.ts';

/** What stands in place of the atlas's own base map, for this visit: the page never fetches it from elsewhere by itself. */
export const otherBaseMap = signal<string | null>(null);
export const baseMapFailed = signal(false);

const PREFIX = 'other-';
/** Our layers that an other base map takes the place of; names, limits and all that the texts say stay. */
const OWN_GROUND = [
  'sea',
  'coast-glow',
  'coast-far',
  'coast-near',
  'land',
  'shore',
  'border-band',
  'lakes',
  'rivers',
  'borders',
];
const FIRST_OF_OURS = 'graticule';

interface Style {
  readonly sources: Readonly<Record<string, SourceSpecification>>;
  readonly layers: readonly LayerSpecification[];
}

/** A style by its address, without its symbols: the names on the map stay those of the atlas, in the reader's language. */
async function readStyle(address: string): Promise<Style> {
  const url = new URL(address, document.baseURI);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status}`);
  const style = (await response.json()) as StyleSpecification;
  if (!Array.isArray(style.layers) || typeof style.sources !== 'object') throw new Error('not a style');
  return { sources: style.sources, layers: style.layers.filter(({ type }) => type !== 'symbol') };
}

/** An archive: pictures as they are, shapes in the colours of the atlas. */
async function readArchive(from: File | string): Promise<Style> {
  const [{ PMTiles, Protocol, FileSource, TileType }, { addProtocol }] = await Promise.all([
    import('pmtiles'),
    import('maplibre-gl'),
  ]);
  const archive = new PMTiles(typeof from === 'string' ? new URL(from, document.baseURI).href : new FileSource(from));
  const protocol = new Protocol();
  protocol.add(archive);
  addProtocol('pmtiles', protocol.tile);
  const header = await archive.getHeader();
  const url = `pmtiles://${archive.source.getKey()}`;
  if (header.tileType !== TileType.Mvt)
    return {
      sources: { tiles: { type: 'raster', url, tileSize: 256 } },
      layers: [{ id: 'tiles', type: 'raster', source: 'tiles' }],
    };
  const metadata = (await archive.getMetadata()) as { vector_layers?: readonly { id: string }[] };
  return {
    sources: { tiles: { type: 'vector', url } },
    layers: (metadata.vector_layers ?? []).flatMap(({ id }) => shapesOf(id)),
  };
}

/** Layers for one kind of shape of an archive, by what its name says. */
function shapesOf(name: string): LayerSpecification[] {
  const token = (colour: string) => getComputedStyle(document.documentElement).getPropertyValue(`--${colour}`).trim();
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
  if (/water|ocean|lake|river/i.test(name)) return [fill('water'), line('river', 1)];
  if (/earth|land$|country/i.test(name)) return [fill('land')];
  if (/bound|admin|border/i.test(name)) return [line('border', 1)];
  if (/road|transport|rail/i.test(name)) return [line('border-band', 1)];
  return /land|park|green|use|cover/i.test(name) ? [fill('land-far')] : [];
}

export async function useBaseMap(map: MapLibre, from: File | string): Promise<void> {
  baseMapFailed.value = false;
  try {
    const isArchive = typeof from !== 'string' || /\.pmtiles(?:$|[?#])/i.test(from);
    const style = isArchive ? await readArchive(from) : await readStyle(from as string);
    leaveBaseMap(map);
    for (const [name, source] of Object.entries(style.sources)) map.addSource(PREFIX + name, structuredClone(source));
    for (const layer of style.layers) {
      const own = { ...structuredClone(layer), id: PREFIX + layer.id } as LayerSpecification;
      if ('source' in own && own.source) own.source = PREFIX + own.source;
      map.addLayer(own, FIRST_OF_OURS);
    }
    for (const id of OWN_GROUND) map.setLayoutProperty(id, 'visibility', 'none');
    otherBaseMap.value = typeof from === 'string' ? from : from.name;
  } catch {
    leaveBaseMap(map);
    baseMapFailed.value = true;
  }
}

export function leaveBaseMap(map: MapLibre): void {
  const { layers, sources } = map.getStyle();
  for (const { id } of layers) if (id.startsWith(PREFIX)) map.removeLayer(id);
  for (const name of Object.keys(sources)) if (name.startsWith(PREFIX)) map.removeSource(name);
  for (const id of OWN_GROUND)
    map.setLayoutProperty(id, 'visibility', id === 'rivers' && !optionalLayers.peek().rivers ? 'none' : 'visible');
  otherBaseMap.value = null;
}
