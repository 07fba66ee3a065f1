import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { isRecord } from '../formats/is-record.ts';

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
  if (!isRecord(style) || style.version !== 8 || !isRecord(style.sources) || !Array.isArray(style.layers))
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

/** The hosts that a style asks for glyphs, pictures and tiles. */
function originsOf({ glyphs, sprite, sources }: Record<string, unknown>): string[] {
  const pictures = Array.isArray(sprite) ? sprite.map((one) => (isRecord(one) ? one.url : null)) : [sprite];
  const asked = Object.values(sources as Record<string, unknown>).flatMap((source) =>
    isRecord(source) ? [source.url, source.data, ...(Array.isArray(source.tiles) ? source.tiles : [])] : [],
  );
  return [glyphs, ...pictures, ...asked].flatMap((address) => {
    // the map takes archives by "pmtiles://https://…"
    const plain = typeof address === 'string' ? address.replace(/^pmtiles:\/\//, '') : '';
    return /^https?:/i.test(plain) && URL.canParse(plain) ? [new URL(plain).origin] : [];
  });
}
