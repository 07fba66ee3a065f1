import { decode } from './decode.ts';
import type { ReadDocument } from './jsonl.ts';

/** Reads a plain text file. A byte order mark is not part of the text. */
export function readTxt(id: string, bytes: Uint8Array): ReadDocument {
  const { text, notices } = decode(bytes);
  return text === null ? { document: null, id, notices } : { document: { id, text }, notices };
}
