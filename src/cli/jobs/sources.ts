import { statSync } from 'node:fs';
import { cpus } from 'node:os';
import type { ReadDocument } from '../../formats/read-document.ts';
import { type CorpusFile, listCorpus, readCorpus } from '../corpus.ts';
import { isWebAddress } from '../fetch-document.ts';
import { UsageError } from '../usage-error.ts';

/** How many cores a call asks for: a number, or all that are there. */
export function coresOf(asked: string | undefined): number {
  if (asked === undefined) return Math.max(1, cpus().length);
  const cores = Number(asked);
  if (!Number.isInteger(cores) || cores < 1 || cores > 256)
    throw new UsageError(`--jobs "${asked}" is not a number of cores`);
  return cores;
}

/** The files of the paths, in order, with what is to be said of those that are not read. */
export function listSources(paths: readonly string[]): Source[] {
  return paths.flatMap((path): Source[] => {
    if (isWebAddress(path)) return [{ arriving: readCorpus([path]) }];
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return [{ arriving: readCorpus([path]) }];
    return stat.isDirectory() ? [...listCorpus(path)] : [{ path }];
  });
}

/** A file, something to be said, or documents that arrive by and by. */
export type Source = CorpusFile | ReadDocument | { readonly arriving: AsyncIterable<ReadDocument> };
