import { parseFragment } from 'parse5';
import { MAX_FIELD } from './limits.ts';
import { type MarkupElement, rawText } from './markup-tree.ts';
import { cleanField } from './printable.ts';

const MAX_JSON_LD = 512 * 1024;
const MAX_JSON_NODES = 10_000;
/** Names that a list of authors gives. */
const MAX_NAMES = 20;
/** Types of schema.org that tell of an article, the most specific first: a `WebPage` beside a `NewsArticle` is only its page. */
const ARTICLES = [
  /(?:NewsArticle|BlogPosting|LiveBlogPosting)$/,
  /(?:Article|Posting|Report|Review)$/,
  /CreativeWork$/,
  /WebPage$/,
];

export type LinkedNode = Readonly<Record<string, unknown>>;

/** What the JSON-LD of a page says: its objects, and which of them tells of the article. */
export class LinkedData {
  private readonly nodes: LinkedNode[] = [];
  private readonly byId = new Map<string, LinkedNode>();

  /** Adds the objects of a JSON-LD element, those inside `@graph`, lists and main entities too; nothing of one that is no JSON. */
  read(element: MarkupElement): void {
    const open: unknown[] = [lenientJson(rawText(element, MAX_JSON_LD))];
    for (let at = 0; at < open.length && at < MAX_JSON_NODES; at++) {
      const node = open[at];
      if (Array.isArray(node)) open.push(...node.slice(0, 100));
      else if (isNode(node)) {
        this.nodes.push(node);
        const id = node['@id'];
        if (typeof id === 'string' && Object.keys(node).length > 1 && !this.byId.has(id)) this.byId.set(id, node);
        open.push(node['@graph'], node.mainEntity);
      }
    }
  }

  /** The objects that tell of the article, the most specific first and one of each kind. */
  articles(): LinkedNode[] {
    return ARTICLES.map((pattern) =>
      this.nodes.find((node) => typesOf(node).some((type) => pattern.test(type))),
    ).filter((node) => node !== undefined);
  }

  /** `"A"`, `{"name":"A"}`, `{"@id":"#a"}` of an object in the page, or a list of these, as names. An address is no name. */
  nameOf(value: unknown): string | undefined {
    const names = [value]
      .flat()
      .slice(0, MAX_NAMES)
      .flatMap((entry) => this.namesOf(entry));
    return [...new Set(names)].join(', ') || undefined;
  }

  private namesOf(entry: unknown): string[] {
    const id = isNode(entry) ? entry['@id'] : entry;
    const named =
      isNode(entry) && entry.name !== undefined ? entry : typeof id === 'string' ? this.byId.get(id) : undefined;
    const said = named ? named.name : typeof entry === 'string' ? entry : undefined;
    return [said]
      .flat()
      .slice(0, MAX_NAMES)
      .map((name) => textOf(name))
      .filter((name): name is string => name !== undefined && !/^https?:/i.test(name));
  }
}

const isNode = (value: unknown): value is LinkedNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const typesOf = (node: LinkedNode): string[] =>
  [node['@type']].flat().filter((type): type is string => typeof type === 'string');

/** A field of text; `{"@value":"A"}` too. */
export function textOf(value: unknown): string | undefined {
  const text = isNode(value) ? value['@value'] : value;
  return typeof text === 'string' ? cleanField(withoutEntities(text.slice(0, 4 * MAX_FIELD))) : undefined;
}

/** An address that is given as it is or as the name of an object. */
export function addressOf(value: unknown): string | undefined {
  if (isNode(value)) return addressOf(value['@id']) ?? addressOf(value.url);
  return cleanField(value);
}

/** Text that went through HTML once too often: `&#8217;` stands for ’. Once more is allowed for. */
function withoutEntities(text: string): string {
  let plain = text;
  for (let round = 0; round < 2 && /&#?\w{2,31};/.test(plain); round++) {
    const { childNodes } = parseFragment(plain.replaceAll('<', '&lt;'));
    plain = childNodes.map((node) => ('value' in node ? node.value : '')).join('');
  }
  return plain;
}

/**
 * JSON as pages have it: in a comment or a CDATA section, with line breaks inside of strings and a comma after the last
 * entry. Null for what is still none.
 */
function lenientJson(source: string): unknown {
  const inner = unwrapped(source.trim());
  for (const read of [() => inner, () => mended(inner)])
    try {
      return JSON.parse(read());
    } catch {
      // the next way may do
    }
  return null;
}

/** What lies in a comment or a CDATA section, which may itself be hidden from an older reader by a comment of scripts. */
function unwrapped(json: string): string {
  const [open = ''] = /^(?:\/\/|\/\*)?\s{0,9}(?:<!--|<!\[CDATA\[)\s{0,9}(?:\*\/)?/.exec(json) ?? [];
  const end = json.slice(-30);
  const [close = ''] = /(?:\/\/|\/\*)?\s{0,9}(?:-->|\]\]>)\s{0,9}(?:\*\/)?$/.exec(end) ?? [];
  return json
    .slice(open.length, json.length - close.length)
    .trim()
    .replace(/;$/, '');
}

/** Control characters within strings become spaces; a comma that closes a list or an object goes. */
function mended(json: string): string {
  return json.replace(/"[^"\\]*(?:\\[\s\S][^"\\]*)*"|,(?=\s*[\]}])/g, (part) =>
    part === ',' ? '' : part.replace(/\p{Cc}/gu, ' '),
  );
}
