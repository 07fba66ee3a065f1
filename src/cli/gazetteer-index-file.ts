import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { UsageError } from './usage-error.ts';

/** One call reads or writes two gigabytes at most. */
const AT_ONCE = 1 << 30;

/** The bytes of an index file of any size, read once, in a buffer of the kind asked for (a shared one goes to workers). */
export function readIndexFile<Kind extends ArrayBuffer | SharedArrayBuffer>(
  path: string,
  Kind: new (size: number) => Kind,
): Kind {
  if (!existsSync(path)) throw new UsageError(`no gazetteer index at ${path}: run "mawdi gazetteer compile" first`);
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const buffer = new Kind(size);
    const bytes = new Uint8Array(buffer);
    for (let at = 0; at < size; ) {
      const read = readSync(file, bytes, at, Math.min(size - at, AT_ONCE), at);
      if (read === 0) throw new UsageError(`${path} changed while it was read: try again`);
      at += read;
    }
    return buffer;
  } finally {
    closeSync(file);
  }
}

/** Writes an index of any size: beside its place first, then in one step into it. */
export function writeIndexFile(path: string, index: ArrayBuffer): void {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(`${path}.new`, 'w');
  try {
    const bytes = new Uint8Array(index);
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, Math.min(bytes.length - at, AT_ONCE));
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.new`, path);
}
