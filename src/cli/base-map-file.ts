import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { extname } from 'node:path';

/** The first bytes of a PMTiles archive, with the version that the explorer reads. */
const PMTILES = Buffer.from('PMTiles\u0003');
const MAX_STYLE_BYTES = 50_000_000;

/** What is the matter with a file that is to be a base map; `hosts` are those that the page may ask. */
export function baseMapFault(path: string, hosts: readonly string[]): string | null {
  if (extname(path).toLowerCase() === '.pmtiles') return archiveFault(path);
  if (statSync(path).size > MAX_STYLE_BYTES) return `a style of more than ${MAX_STYLE_BYTES} bytes`;
  let style: unknown;
  try {
    style = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return `not JSON (${error instanceof Error ? error.message : ''})`;
  }
  if (!isObject(style) || style.version !== 8 || !isObject(style.sources) || !Array.isArray(style.layers))
    return 'no MapLibre style: it needs "version": 8, "sources" and "layers"';
  const refused = [...new Set(originsOf(style))].filter((origin) => !hosts.includes(origin));
  return refused.length === 0
    ? null
    : `it names hosts that the page may not ask: add ${refused.map((origin) => `--allow-host ${origin}`).join(' ')}`;
}

function archiveFault(path: string): string | null {
  const start = Buffer.alloc(PMTILES.length);
  const file = openSync(path, 'r');
  try {
    readSync(file, start);
  } finally {
    closeSync(file);
  }
  return start.equals(PMTILES) ? null : 'no PMTiles archive of version 3';
}

type Fields = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The hosts that a style asks for glyphs, pictures and tiles. */
function originsOf({ glyphs, sprite, sources }: Fields): string[] {
  const pictures = Array.isArray(sprite) ? sprite.map((one) => (isObject(one) ? one.url : null)) : [sprite];
  const asked = Object.values(sources as Fields).flatMap((source) =>
    isObject(source) ? [source.url, source.data, ...(Array.isArray(source.tiles) ? source.tiles : [])] : [],
  );
  return [glyphs, ...pictures, ...asked].flatMap((address) => {
    // the map takes archives by "pmtiles://https://…"
    const plain = typeof address === 'string' ? address.replace(/^pmtiles:\/\//, '') : '';
    return /^https?:/i.test(plain) && URL.canParse(plain) ? [new URL(plain).origin] : [];
  });
}
