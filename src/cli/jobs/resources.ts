import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ownEntries } from '../../core/correction/own-places.ts';
import { combineGazetteers } from '../../core/gazetteer/combine.ts';
import { compileGazetteer } from '../../core/gazetteer/compile.ts';
import { type Gazetteer, openGazetteer } from '../../core/gazetteer/gazetteer.ts';
import type { Correction } from '../../core/model/correction.ts';
import { indexPath, readIndex } from '../gazetteer-index.ts';
import { addedIndexPaths } from '../gazetteer-store.ts';

/** What an analysis needs beside its document; all of it can be sent to a worker, which shares the indexes with us. */
export interface Resources {
  readonly indexes: readonly (SharedArrayBuffer | ArrayBuffer)[];
  readonly corrections: readonly Correction[];
  /** For documents that do not say it themselves. */
  readonly date?: string | undefined;
  readonly lang?: string | undefined;
}

/** Reads the gazetteer indexes into memory that workers can share: twenty megabytes once, not once a core. */
export function loadResources(corrections: readonly Correction[] = []): Resources {
  const own = ownEntries(corrections);
  let indexes: Resources['indexes'] | null = null;
  return {
    // a build that finds nothing new asks for no place
    get indexes() {
      indexes ??= [
        ...indexPaths().map((path) => readIndex(path, SharedArrayBuffer)),
        ...(own.length > 0 ? [compileGazetteer(own)] : []),
      ];
      return indexes;
    },
    corrections,
  };
}

export function gazetteerOf({ indexes }: Resources): Gazetteer {
  // typed arrays read a shared buffer as they read any other
  return combineGazetteers(indexes.map((index) => openGazetteer(index as ArrayBuffer)));
}

const indexPaths = () => [indexPath('world'), ...addedIndexPaths()];

/**
 * Changes whenever the same document could be read otherwise than before: with the program, the gazetteers and the
 * corrections. Made of sizes and times, so that it costs nothing.
 */
export function resourcesFingerprint({ corrections, date, lang }: Resources): string {
  const hash = createHash('sha256');
  for (const path of [...indexPaths(), ...programFiles()]) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path}\n${size} ${mtimeMs}\n`);
  }
  hash.update(JSON.stringify({ corrections, date, lang }));
  return hash.digest('hex');
}

/** The built files of the command line, or the sources that an analysis runs through. */
function programFiles(): string[] {
  const here = fileURLToPath(import.meta.url);
  const folders = here.endsWith('.ts')
    ? ['core', 'formats', 'cli'].map((name) => join(dirname(here), '../..', name))
    : [dirname(here)];
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:js|ts)$/.test(entry.name))
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
      .sort(),
  );
}
