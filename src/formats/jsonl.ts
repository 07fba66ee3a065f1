import type { Document } from '../core/model/document.ts';
import type { Notice } from '../core/model/notice.ts';
import { decode } from './decode.ts';
import { fieldsAmong } from './field-names.ts';
import { dateFault, fileDate } from './file-date.ts';
import { MAX_ROWS, MAX_TEXT } from './limits.ts';
import { directionNotices, languageTag, webAddress } from './metadata.ts';
import { cleanId, printable } from './printable.ts';
import { type ReadDocument, type ReadHints, refuse } from './read-document.ts';

const OPTIONAL = ['date', 'lang', 'title', 'source', 'author', 'url'] as const;

/** Reads a file of JSON Lines; blank lines are passed over, each bad line gives a notice with its number. */
export function readJsonl(id: string, bytes: Uint8Array, hints: ReadHints = {}): ReadDocument[] {
  const { text, notices } = decode(bytes, hints.charset);
  if (text === null) return [{ document: null, id, notices }];
  const read: ReadDocument[] = [];
  let line = 0;
  for (let start = 0; start < text.length; ) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    line++;
    const content = text.slice(start, end);
    start = end + 1;
    if (content.trim() === '') continue;
    if (read.length === MAX_ROWS) {
      read.push(refuse(id, 'too-many-rows', `Only the first ${MAX_ROWS} lines were read: split the file.`));
      break;
    }
    read.push(readJsonLine(content, line, id));
  }
  if (read.length === 0) return [refuse(id, 'empty-file', 'The file holds no line; expected {"id": …, "text": …}.')];
  const [first] = read;
  if (first && notices.length > 0) read[0] = { ...first, notices: [...notices, ...first.notices] };
  return read;
}

/**
 * Reads one line of JSON Lines (`{"id","text",…}`, the fields by the names that tables have too); a bad line gives a
 * notice with its number. `line` counts from 1; a line without an id is called by it, behind the name of its file.
 */
export function readJsonLine(content: string, line: number, file = 'line'): ReadDocument {
  const fail = (message: string) => refuse(`${file}-${line}`, 'bad-line', `Line ${line}: ${message}`);
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    // the engine's own words differ from one to the next, and this must not
    return fail('not JSON; expected one object a line.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return fail('not a JSON object; expected {"id": …, "text": …}.');
  const entries = Object.entries(value);
  const places = fieldsAmong(entries.map(([name]) => name));
  const entry = (field: keyof typeof places): [name: string, value: unknown] =>
    entries[places[field] ?? -1] ?? [field, undefined];
  const [, text] = entry('text');
  const [, id] = entry('id');
  if (typeof text !== 'string') return fail('no string field "text".');
  if (text.length > MAX_TEXT) return fail(`the text has ${text.length} characters, more than ${MAX_TEXT}.`);
  if (id !== undefined && id !== null && typeof id !== 'string' && typeof id !== 'number')
    return fail('field "id" must be a string.');
  const notices: Notice[] = [];
  const fields: { -readonly [Name in keyof Document]?: Document[Name] } = {};
  for (const name of OPTIONAL) {
    const [written, given] = entry(name);
    if (given === undefined || given === null || given === '') continue;
    const known = typeof given === 'string' ? fieldOf(name, given) : { fault: 'is not a string and was left out.' };
    if (typeof known === 'string') fields[name] = known;
    else
      notices.push({
        code: 'bad-field',
        severity: 'warning',
        message: `Line ${line}: field "${printable(written)}" ${known.fault}`,
      });
  }
  notices.push(...directionNotices(text));
  return { document: { id: cleanId(String(id ?? `${file}-${line}`)), text, ...fields }, notices };
}

/** A field as documents have it, or what is the matter with it. */
function fieldOf(name: (typeof OPTIONAL)[number], given: string): string | { fault: string } {
  if (name === 'date') return fileDate(given) ?? { fault: `${dateFault(given)}. It was left out.` };
  if (name === 'lang')
    return languageTag(given) ?? { fault: `"${printable(given)}" is no language tag and was left out.` };
  if (name === 'url' && webAddress(given) === null) return { fault: 'is no web address and was left out.' };
  return given;
}
