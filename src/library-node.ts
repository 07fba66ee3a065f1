import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Gazetteer, openGazetteer } from './core/gazetteer/gazetteer.ts';
import { loadGazetteer as fetchGazetteer } from './library.ts';

export * from './library.ts';

/**
 * Opens a gazetteer index: the world's that comes with the package, or the file or address that is given. Throws an Error
 * that says what is wrong when there is no index there.
 */
export async function loadGazetteer(address?: string | URL): Promise<Gazetteer> {
  if (address !== undefined && /^https?:/i.test(String(address))) return fetchGazetteer(address);
  // the same step up from `dist/lib`, where this runs in the package
  const path = address ?? new URL('../site/data/gazetteer/world.bin', import.meta.url);
  const bytes = await readFile(path instanceof URL || path.startsWith('file:') ? fileURLToPath(path) : path);
  return openGazetteer(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}
