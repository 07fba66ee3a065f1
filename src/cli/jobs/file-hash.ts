import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/** One for all files: a new one would be filled with noughts for each, which takes longer than to read a short text. */
let chunk: Uint8Array | null = null;
const CHUNK_BYTES = 1 << 20;

/** The hash of a file's bytes; empty when it cannot be read, which its document tells. */
export function fileHash(path: string): string {
  try {
    const file = openSync(path, 'r');
    try {
      const hash = createHash('sha256');
      chunk ??= new Uint8Array(CHUNK_BYTES);
      for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk))
        hash.update(chunk.subarray(0, read));
      return hash.digest('base64');
    } finally {
      closeSync(file);
    }
  } catch {
    return '';
  }
}
