import type { Document } from '../core/model/document.ts';
import type { Notice } from '../core/model/notice.ts';

/** A document, or an id with the reason why there is none. */
export type ReadDocument =
  | { readonly document: Document; readonly notices: readonly Notice[] }
  | { readonly document: null; readonly id: string; readonly notices: readonly Notice[] };

const OPTIONAL = ['date', 'lang', 'title', 'source', 'author', 'url'] as const;

/** Reads one line of JSON Lines (`{"id","text",…}`); a bad line gives a notice with its number. `line` counts from 1. */
export function readJsonLine(content: string, line: number): ReadDocument {
  const fail = (message: string): ReadDocument => ({
    document: null,
    id: `line-${line}`,
    notices: [{ code: 'bad-line', severity: 'error', message: `Line ${line}: ${message}` }],
  });
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (error) {
    return fail(`not JSON (${error instanceof Error ? error.message : 'unreadable'}); expected one object a line.`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return fail('not a JSON object; expected {"id": …, "text": …}.');
  const record = value as Record<string, unknown>;
  if (typeof record.text !== 'string') return fail('no string field "text".');
  if (record.id !== undefined && typeof record.id !== 'string' && typeof record.id !== 'number')
    return fail('field "id" must be a string.');
  const notices: Notice[] = [];
  const fields: Record<string, string> = {};
  for (const name of OPTIONAL) {
    const field = record[name];
    if (field === undefined || field === null) continue;
    if (typeof field === 'string') fields[name] = field;
    else
      notices.push({
        code: 'bad-field',
        severity: 'warning',
        message: `Line ${line}: field "${name}" is not a string and was left out.`,
      });
  }
  return { document: { id: String(record.id ?? `line-${line}`), text: record.text, ...fields }, notices };
}
