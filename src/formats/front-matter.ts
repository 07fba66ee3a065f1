import type { Notice } from '../core/model/notice.ts';
import { fieldsAmong } from './field-names.ts';
import { MAX_FRONT_MATTER } from './limits.ts';
import type { Metadata } from './metadata.ts';

export interface FrontMatter {
  readonly metadata: Metadata;
  /** Where the text begins. */
  readonly end: number;
  readonly notices: readonly Notice[];
}

/** A blank line before it is common, a second byte order mark comes from files that were put together. */
const OPENING = /^(?:\ufeff|[ \t]*\r?\n){0,4}(---|\+\+\+)[ \t]*\r?\n/;
const CLOSING = {
  '---': /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m,
  '+++': /^\+\+\+[ \t]*(?:\r?\n|$)/m,
};
/** Two rules around a text are not front matter: that has a key in its first line. */
const FIRST_LINE = {
  '---': /^\s*(?:#|[\p{L}_"'][^\n:]{0,80}:(?:\s|$))/u,
  '+++': /^\s*(?:#|\[|[\p{L}_"'][^\n=]{0,80}=)/u,
};
const NONE: FrontMatter = { metadata: {}, end: 0, notices: [] };

/**
 * What stands between two lines of `---` at the head of a text, as YAML, or between two of `+++`, as TOML in its simple
 * forms. What is no YAML is read line by line, with a warning.
 */
export async function readFrontMatter(text: string): Promise<FrontMatter> {
  const opening = OPENING.exec(text.slice(0, 100));
  if (!opening) return NONE;
  const fence = opening[1] as keyof typeof CLOSING;
  const rest = text.slice(opening[0].length, opening[0].length + MAX_FRONT_MATTER);
  const found = CLOSING[fence].exec(rest);
  if (!found) return NONE;
  const source = rest.slice(0, found.index);
  if (!FIRST_LINE[fence].test(source)) return NONE;
  const end = opening[0].length + found.index + found[0].length;
  if (fence === '+++') return { metadata: fieldsOf(linesOf(source, '=')), end, notices: [] };
  const { parseDocument } = await import('yaml');
  try {
    const parsed = parseDocument(source, { logLevel: 'silent', schema: 'failsafe', strict: false });
    const [fault] = parsed.errors;
    if (!fault) return { metadata: fieldsOf(entriesOf(parsed.toJS({ maxAliasCount: 20 }))), end, notices: [] };
    return { ...byLines(source, fault.message), end };
  } catch (error) {
    return { ...byLines(source, error instanceof Error ? error.message : 'unreadable'), end };
  }
}

function byLines(source: string, reason: string): Pick<FrontMatter, 'metadata' | 'notices'> {
  const metadata = fieldsOf(linesOf(source, ':'));
  const done =
    Object.keys(metadata).length > 0
      ? 'read line by line; put a value that holds a colon between quotation marks'
      : 'passed over';
  return {
    metadata,
    notices: [
      {
        code: 'bad-front-matter',
        severity: 'warning',
        message: `The front matter is no YAML and was ${done} (${reason.split('\n')[0]?.slice(0, 200)}).`,
      },
    ],
  };
}

type Entry = readonly [name: string, value: unknown];

const entriesOf = (value: unknown): Entry[] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

/** The names and values of a block, one a line; the items of a list may stand in the lines below its name. */
function linesOf(source: string, sign: ':' | '='): Entry[] {
  const entries: [string, unknown][] = [];
  for (const line of source.split(/\r?\n/)) {
    const item = /^\s*-\s+(.+)$/.exec(line);
    const list = entries[entries.length - 1]?.[1];
    if (item && Array.isArray(list)) list.push(readValue(item[1] ?? ''));
    // tables of TOML hold what is particular to a program
    else if (sign === '=' && line.startsWith('[')) break;
    else {
      const at = line.indexOf(sign);
      const name = line
        .slice(0, Math.max(0, at))
        .trim()
        .replace(/^["']|["']$/g, '');
      if (/^[\p{L}_]/u.test(name) && !/^\s/.test(line)) entries.push([name, readValue(line.slice(at + 1))]);
    }
  }
  return entries;
}

/** A plain or quoted value, or a list of these on one line. */
function readValue(written: string): unknown {
  const value = written.trim();
  if (value === '') return [];
  const list = /^\[(.*)\]$/.exec(value);
  return list ? list[1]?.match(/"[^"]*"|'[^']*'|[^,\s][^,]*/g)?.map(readPlain) : readPlain(value);
}

/** Undefined for a value that is not closed or has no simple form. */
function readPlain(value: string): string | undefined {
  const quoted = /^(["'])(.*)\1\s*(?:#.*)?$/.exec(value);
  if (quoted) return quoted[1] === '"' ? quoted[2]?.replace(/\\(["\\])/g, '$1') : quoted[2];
  return /^["'[{|>&*!]/.test(value) ? undefined : value.replace(/ #.*$/, '').trim();
}

function fieldsOf(entries: readonly Entry[]): Metadata {
  const given = entries.slice(0, 1000).flatMap(([name, value]): [string, string][] => {
    const text = textOf(value);
    return text === undefined ? [] : [[name, text]];
  });
  const { text: _, id: __, ...places } = fieldsAmong(given.map(([name]) => name));
  return Object.fromEntries(Object.entries(places).map(([field, at]) => [field, given[at]?.[1]]));
}

/** A string, the name of a person, or a list of these. */
function textOf(field: unknown): string | undefined {
  if (typeof field === 'string') return field;
  if (Array.isArray(field)) return field.slice(0, 20).map(textOf).filter(Boolean).join(', ') || undefined;
  if (typeof field === 'object' && field !== null) return textOf((field as { name?: unknown }).name ?? undefined);
  return undefined;
}
