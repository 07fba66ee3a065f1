import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { PMTiles } from 'pmtiles';
import { mustBeAllowed } from './allowed-hosts.ts';
import { archiveLayers } from './archive-layers.ts';

/** What a base map is made of, with whole addresses. */
export interface BaseStyle {
  readonly sources: Readonly<Record<string, SourceSpecification>>;
  readonly layers: readonly LayerSpecification[];
}

type Registered = (archive: PMTiles) => string;
let registered: Registered | null = null;

/** Makes archives known to the map; gives the address under which it asks for one. */
async function registrar(): Promise<Registered> {
  if (registered) return registered;
  const [{ Protocol }, { addProtocol }] = await Promise.all([import('pmtiles'), import('maplibre-gl')]);
  const protocol = new Protocol();
  addProtocol('pmtiles', protocol.tile);
  registered = (archive) => {
    protocol.add(archive);
    return `pmtiles://${archive.source.getKey()}`;
  };
  return registered;
}

async function archiveOf(from: File | string): Promise<PMTiles> {
  const { PMTiles, FileSource } = await import('pmtiles');
  return new PMTiles(typeof from === 'string' ? mustBeAllowed(from) : new FileSource(from));
}

/** An archive: pictures as they are, shapes in the colours of the atlas. */
async function readArchive(from: File | string): Promise<BaseStyle> {
  const { TileType } = await import('pmtiles');
  const archive = await archiveOf(from);
  const url = (await registrar())(archive);
  const { tileType } = await archive.getHeader();
  if (tileType !== TileType.Mvt)
    return {
      sources: { tiles: { type: 'raster', url, tileSize: 256 } },
      layers: [{ id: 'tiles', type: 'raster', source: 'tiles' }],
    };
  const metadata = (await archive.getMetadata()) as { vector_layers?: readonly { id: string }[] };
  return {
    sources: { tiles: { type: 'vector', url } },
    layers: archiveLayers((metadata.vector_layers ?? []).map(({ id }) => id)),
  };
}

/** How what a style names is found: beside it under its address, or among the files that were chosen with it. */
type Find = (reference: string) => File | string;

const beside =
  (address: string): Find =>
  (reference) =>
    // the places of numbers in an address of tiles are no characters to escape
    new URL(reference, address).href.replaceAll('%7B', '{').replaceAll('%7D', '}');

const among =
  (files: readonly File[]): Find =>
  (reference) => {
    const name = decodeURIComponent(reference.split('/').at(-1) ?? '');
    return files.find((file) => file.name === name) ?? beside(document.baseURI)(reference);
  };

/**
 * A style, without its symbols, since the names on the map stay those of the atlas in the reader's language, and without
 * what is drawn in patterns, whose pictures belong to the symbols.
 */
async function readStyle(style: StyleSpecification, find: Find): Promise<BaseStyle> {
  if (!Array.isArray(style.layers) || typeof style.sources !== 'object' || style.sources === null)
    throw new Error('not a style');
  const sources: Record<string, SourceSpecification> = {};
  for (const [name, source] of Object.entries(style.sources)) sources[name] = await settled(source, find);
  const plain = style.layers.filter(
    (layer) =>
      layer.type !== 'symbol' &&
      !Object.keys(('paint' in layer && layer.paint) || {}).some((key) => /-pattern$/.test(key)),
  );
  return { sources, layers: plain };
}

/** An address of something that may be asked for; only what is listed in full can be a file. */
function address(found: File | string): string {
  if (typeof found !== 'string') throw new Error(`${found.name} cannot be a file of the computer`);
  return mustBeAllowed(found);
}

/** What a file holds, since the policy of the page lets nothing be fetched from it by address; or the address. */
const held = async (found: File | string): Promise<unknown> =>
  typeof found === 'string' ? mustBeAllowed(found) : JSON.parse(await found.text());

/** A source with whole addresses, each on a host that may be asked. */
async function settled(given: SourceSpecification, find: Find): Promise<SourceSpecification> {
  const source = structuredClone(given) as Record<string, unknown> & { type: string };
  const { url, tiles, data } = source;
  if (typeof url === 'string')
    source.url = url.startsWith('pmtiles://')
      ? (await registrar())(await archiveOf(find(url.slice('pmtiles://'.length))))
      : address(find(url));
  if (Array.isArray(tiles)) source.tiles = tiles.map((one) => address(find(String(one))));
  if (typeof data === 'string') source.data = await held(find(data));
  return source as unknown as SourceSpecification;
}

const isArchive = (name: string) => /\.pmtiles(?:$|[?#])/i.test(name);

/** Reads a style or an archive from its address, or from files chosen on the computer: a style and what it names, or one archive. */
export async function readBaseMap(from: string | readonly File[]): Promise<BaseStyle> {
  if (typeof from === 'string') {
    const address = mustBeAllowed(new URL(from, document.baseURI).href);
    if (isArchive(address)) return readArchive(address);
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${response.status}`);
    return readStyle((await response.json()) as StyleSpecification, beside(response.url || address));
  }
  const style = from.find(({ name }) => /\.json$/i.test(name));
  if (style) return readStyle(JSON.parse(await style.text()) as StyleSpecification, among(from));
  const archive = from.find(({ name }) => isArchive(name));
  if (!archive) throw new Error('neither a style nor an archive');
  return readArchive(archive);
}
