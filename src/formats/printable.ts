import { MAX_FIELD, MAX_ID } from './limits.ts';

// control characters, line separators, direction marks and overrides, the byte order mark, halves of pairs
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** A name made by somebody else, fit for a message or a terminal: what would move the cursor or turn the line is spelt out. */
export function printable(name: string): string {
  const cut = name.length > 300 ? `${name.slice(0, 299)}…` : name;
  return cut.replace(UNPRINTABLE, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
}

/** The id of a document from the name of its file: the last part without its extension, odd characters replaced. */
export function documentId(path: string): string {
  const base = path.split(/[/\\]/).pop() ?? '';
  const dot = base.lastIndexOf('.');
  return cleanId(dot > 0 ? base.slice(0, dot) : base);
}

/** An id fit for an address, a message and a column: no control or direction characters, never empty. */
export function cleanId(id: string): string {
  const clean = id
    .replace(UNPRINTABLE, '_')
    .trim()
    .slice(0, MAX_ID)
    .replace(/[\ud800-\udbff]$/, '');
  return clean === '' || clean === '.' || clean === '..' ? 'document' : clean;
}

/** One line of a metadata field: white space joined, control characters and what turns the direction dropped, a sensible length; undefined when nothing is left. */
export function cleanField(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const line = value
    .slice(0, 4 * MAX_FIELD)
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
  if (line === '') return undefined;
  return line.length <= MAX_FIELD ? line : `${line.slice(0, MAX_FIELD - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
