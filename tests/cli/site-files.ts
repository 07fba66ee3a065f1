import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Atlas, DocumentFile } from '../../src/core/model/atlas.ts';
import type { AtlasHead } from '../../src/core/model/atlas-file.ts';
import { readAtlas } from '../../src/core/packing/read-atlas.ts';

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** The atlas of a data folder, in one file or in parts. */
export const atlasOf = (data: string): Promise<Atlas> =>
  readAtlas(json(join(data, 'atlas.json')), async (file) => json(join(data, file)));

/** The file of the document that has an id. */
export async function documentOf(data: string, id: string): Promise<DocumentFile> {
  const document = (await atlasOf(data)).documents.find((one) => one.id === id);
  if (!document) throw new Error(`no document is called ${id}`);
  return json(join(data, document.file)) as DocumentFile;
}

/** Everything under a folder by name, as bytes. */
export function contents(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'base64')]),
  );
}

const BY_NAME = ['places.geojson', 'mentions.geojson', 'events.geojson', 'shapes.geojson', 'stories.json'];

/** The files of one build: its atlas, the parts of it, the documents that it names, and the layers and lists beside it. */
export async function filesOfBuild(data: string): Promise<Map<string, string>> {
  const head = json(join(data, 'atlas.json')) as AtlasHead | Atlas;
  const parts = head.version === 2 ? [head.names, ...head.blocks, ...head.joined] : [];
  const { documents } = await atlasOf(data);
  const names = ['atlas.json', ...BY_NAME, ...parts, ...documents.map(({ file }) => file)];
  return new Map(names.map((name) => [name, readFileSync(join(data, name), 'base64')]));
}
