import type { Notice } from '../core/model/notice.ts';
import { MAX_FRONT_MATTER } from './limits.ts';
import type { Metadata } from './metadata.ts';

/** The names that each field goes by in front matter. */
const NAMES: Readonly<Record<keyof Omit<Metadata, 'dateBasis' | 'dateNote'>, readonly string[]>> = {
  title: ['title', 'headline', 'العنوان'],
  date: ['date', 'published', 'publishdate', 'publish_date', 'pubdate', 'التاريخ'],
  lang: ['lang', 'language', 'locale', 'اللغة'],
  source: ['source', 'publisher', 'publication', 'site', 'المصدر'],
  author: ['author', 'authors', 'byline', 'creator', 'الكاتب'],
  url: ['url', 'link', 'canonical', 'canonicalurl', 'canonical_url', 'الرابط'],
};

export interface FrontMatter {
  readonly metadata: Metadata;
  /** Where the text begins. */
  readonly end: number;
  readonly notices: readonly Notice[];
}

/** What stands between two lines of `---` at the head of a text, as YAML. Bad YAML is passed over with a warning. */
export async function readFrontMatter(text: string): Promise<FrontMatter> {
  const opening = /^\ufeff?---[ \t]*\r?\n/.exec(text);
  if (!opening) return { metadata: {}, end: 0, notices: [] };
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m;
  const rest = text.slice(opening[0].length, opening[0].length + MAX_FRONT_MATTER);
  const found = closing.exec(rest);
  if (!found) return { metadata: {}, end: 0, notices: [] };
  const source = rest.slice(0, found.index);
  // two rules around a text are not front matter: that has a key in its first line
  if (!/^\s*(?:#|[\p{L}_"'][^\n:]{0,80}:(?:\s|$))/u.test(source)) return { metadata: {}, end: 0, notices: [] };
  const end = opening[0].length + found.index + found[0].length;
  const { parseDocument } = await import('yaml');
  try {
    const parsed = parseDocument(source, { logLevel: 'silent', schema: 'failsafe', strict: false });
    const [fault] = parsed.errors;
    if (fault) return { metadata: {}, end, notices: [unreadable(fault.message)] };
    return { metadata: fieldsOf(parsed.toJS({ maxAliasCount: 20 })), end, notices: [] };
  } catch (error) {
    return { metadata: {}, end, notices: [unreadable(error instanceof Error ? error.message : 'unreadable')] };
  }
}

function unreadable(reason: string): Notice {
  return {
    code: 'bad-front-matter',
    severity: 'warning',
    message: `The front matter is no YAML and was passed over (${reason.split('\n')[0]?.slice(0, 200)}).`,
  };
}

function fieldsOf(value: unknown): Metadata {
  if (typeof value !== 'object' || value === null) return {};
  const given = new Map(Object.entries(value).map(([name, field]) => [name.trim().toLowerCase(), textOf(field)]));
  const metadata: Record<string, string> = {};
  for (const [field, names] of Object.entries(NAMES)) {
    const found = names.map((name) => given.get(name)).find((text) => text !== undefined);
    if (found !== undefined) metadata[field] = found;
  }
  return metadata;
}

/** A string, the name of a person, or a list of these. */
function textOf(field: unknown): string | undefined {
  if (typeof field === 'string') return field;
  if (Array.isArray(field)) return field.slice(0, 20).map(textOf).filter(Boolean).join(', ') || undefined;
  if (typeof field === 'object' && field !== null) return textOf((field as { name?: unknown }).name ?? undefined);
  return undefined;
}
