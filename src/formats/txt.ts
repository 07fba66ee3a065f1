import { decode } from './decode.ts';
import { readFrontMatter } from './front-matter.ts';
import { MAX_TEXT } from './limits.ts';
import { directionNotices, documentOf } from './metadata.ts';
import { type ReadDocument, type ReadHints, refuse } from './read-document.ts';

/**
 * Reads a plain text file, character for character. A byte order mark is not part of the text, nor is front matter that
 * tells something of it.
 */
export async function readTxt(id: string, bytes: Uint8Array, hints: ReadHints = {}): Promise<ReadDocument> {
  const { text, notices } = decode(bytes, hints.charset);
  if (text === null) return { document: null, id, notices };
  if (text.length > MAX_TEXT)
    return refuse(
      id,
      'text-too-long',
      `The text has ${text.length} characters, more than ${MAX_TEXT}: split it into several files.`,
    );
  const { metadata, end, notices: faults } = await readFrontMatter(text);
  if (Object.keys(metadata).length > 0) return documentOf(id, text.slice(end), metadata, [...notices, ...faults]);
  return { document: { id, text }, notices: [...notices, ...directionNotices(text)] };
}
