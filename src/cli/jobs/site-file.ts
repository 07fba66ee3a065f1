import { hash } from 'node:crypto';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { KeptFile } from './kept.ts';
import type { Staging } from './staging.ts';

/** Letters of the hash in a name: eighty bits, so that no two files of a site meet by chance. */
const LETTERS = 20;

export const hashOf = (content: string | Uint8Array) => hash('sha256', content, 'base64');

/** The name of a file after its content, in letters that any file system tells apart. */
export const contentName = (content: string | Uint8Array) => hash('sha256', content, 'hex').slice(0, LETTERS);

/** Writes a file of the new site. `name` and what is returned are relative to its data folder. */
export function writeSiteFile(staging: Staging, data: string, name: string, content: string | Uint8Array): KeptFile {
  const path = join(staging.folder, data, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  const { size, mtimeMs } = statSync(path);
  return { name, size, mtimeMs };
}

/** Takes over a file of the old site, if it is as it was. */
export function keepSiteFile(staging: Staging, data: string, { name, size, mtimeMs }: KeptFile): boolean {
  // asked for each document of a corpus: `join` would cost as much as the question itself
  const stat = statSync(`${staging.target}/${data}${name}`, { throwIfNoEntry: false });
  if (stat?.size !== size || stat.mtimeMs !== mtimeMs) return false;
  staging.keep(data + name);
  return true;
}
