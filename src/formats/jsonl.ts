import type { Document } from '../core/model/document.ts';
import type { Notice } from '../core/model/notice.ts';
import { decode } from './decode.ts';
import { MAX_ROWS, MAX_TEXT } from './limits.ts';
import { directionNotices, webAddress } from './metadata.ts';
import { cleanId } from './printable.ts';
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
    read.push(readJsonLine(content, line));
  }
  if (read.length === 0) return [refuse(id, 'empty-file', 'The file holds no line; expected {"id": …, "text": …}.')];
  const [first] = read;
  if (first && notices.length > 0) read[0] = { ...first, notices: [...notices, ...first.notices] };
  return read;
}

/** Reads one line of JSON Lines (`{"id","text",…}`); a bad line gives a notice with its number. `line` counts from 1. */
export function readJsonLine(content: string, line: number): ReadDocument {
  const fail = (message: string) => refuse(`line-${line}`, 'bad-line', `Line ${line}: ${message}`);
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    // the engine's own words differ from one to the next, and this must not
    return fail('not JSON; expected one object a line.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return fail('not a JSON object; expected {"id": …, "text": …}.');
  const record = value as Record<string, unknown>;
  if (typeof record.text !== 'string') return fail('no string field "text".');
  if (record.text.length > MAX_TEXT)
    return fail(`the text has ${record.text.length} characters, more than ${MAX_TEXT}.`);
  if (record.id !== undefined && typeof record.id !== 'string' && typeof record.id !== 'number')
    return fail('field "id" must be a string.');
  const notices: Notice[] = [];
  const fields: { -readonly [Name in keyof Document]?: Document[Name] } = {};
  const leftOut = (name: string, fault: string) =>
    notices.push({
      code: 'bad-field',
      severity: 'warning',
      message: `Line ${line}: field "${name}" is ${fault} and was left out.`,
    });
  for (const name of OPTIONAL) {
    const field = record[name];
    if (field === undefined || field === null) continue;
    if (typeof field !== 'string') leftOut(name, 'not a string');
    else if (name === 'url' && webAddress(field) === null) leftOut(name, 'no web address');
    else fields[name] = field;
  }
  notices.push(...directionNotices(record.text));
  return {
    document: { id: cleanId(String(record.id ?? `line-${line}`)), text: record.text, ...fields },
    notices,
  };
}
