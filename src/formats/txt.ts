import { decode } from './decode.ts';
import { MAX_TEXT } from './limits.ts';
import { directionNotices } from './metadata.ts';
import { type ReadDocument, type ReadHints, refuse } from './read-document.ts';

/** Reads a plain text file, character for character. A byte order mark is not part of the text. */
export function readTxt(id: string, bytes: Uint8Array, hints: ReadHints = {}): ReadDocument {
  const { text, notices } = decode(bytes, hints.charset);
  if (text === null) return { document: null, id, notices };
  if (text.length > MAX_TEXT)
    return refuse(
      id,
      'text-too-long',
      `The text has ${text.length} characters, more than ${MAX_TEXT}: split it into several files.`,
    );
  return { document: { id, text }, notices: [...notices, ...directionNotices(text)] };
}
