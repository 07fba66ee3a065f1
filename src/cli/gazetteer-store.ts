import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { writeIndexFile } from './gazetteer-index-file.ts';
import { UsageError } from './usage-error.ts';

/** What is kept of an added gazetteer beside its index. */
export interface Added {
  readonly name: string;
  readonly source: string;
  readonly places: number;
  readonly skipped: number;
}

/** Where a person's own gazetteers lie: `$MAWDI_HOME`, else the user's data folder. */
function storeFolder(): string {
  const home = process.env.MAWDI_HOME ?? join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'mawdi');
  return join(home, 'gazetteers');
}

const indexFile = (name: string) => join(storeFolder(), `${name}.bin`);
const infoFile = (name: string) => join(storeFolder(), `${name}.json`);

/** The added gazetteers, by name. */
export function listAdded(): Added[] {
  if (!existsSync(storeFolder())) return [];
  return readdirSync(storeFolder())
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(storeFolder(), file), 'utf8')) as Added);
}

export const addedIndexPaths = (): string[] => listAdded().map(({ name }) => indexFile(name));

/** Keeps an index under a name; an older one of that name is replaced in one step. */
export function keepAdded(info: Added, index: ArrayBuffer): void {
  writeIndexFile(indexFile(info.name), index);
  writeFileSync(infoFile(info.name), `${JSON.stringify(info, null, 2)}\n`);
}

export function removeAdded(name: string): void {
  if (!existsSync(infoFile(name)))
    throw new UsageError(`no added gazetteer is called "${name}"; "mawdi gazetteer list" shows them`);
  rmSync(infoFile(name));
  rmSync(indexFile(name), { force: true });
}
