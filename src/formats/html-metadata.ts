import type { DefaultTreeAdapterTypes } from 'parse5';
import { fileDate } from './file-date.ts';
import { attribute, elementsOf, type MarkupElement, rawText } from './markup-tree.ts';
import { languageTag, type Metadata, webAddress } from './metadata.ts';
import { cleanField } from './printable.ts';

const MAX_JSON_LD = 512 * 1024;
const MAX_JSON_NODES = 10_000;
const DATES = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'citation_publication_date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.date',
  'dc.date',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publication_date',
  'publish_date',
  'date',
];
const ARTICLE = /(?:Article|Posting|Report|Review|WebPage|CreativeWork)$/;

/** What a page says of itself, by falling trust: JSON-LD, the properties of Open Graph, meta elements and microdata, then what it shows. */
export function pageMetadata(document: DefaultTreeAdapterTypes.Document): Metadata {
  const metas = new Map<string, string>();
  const props = new Map<string, string>();
  const linked: Record<string, unknown>[] = [];
  let title: string | undefined;
  let heading: string | undefined;
  let canonical: string | undefined;
  let lang: string | undefined;
  let shownDate: string | undefined;
  for (const element of elementsOf(document)) {
    const { tagName } = element;
    if (tagName === 'html') lang ??= attribute(element, 'lang') ?? attribute(element, 'xml:lang');
    else if (tagName === 'meta') {
      const name = attribute(element, 'property') ?? attribute(element, 'name') ?? attribute(element, 'http-equiv');
      const content = attribute(element, 'content')?.slice(0, 4000);
      const key = name?.trim().toLowerCase();
      if (key && content?.trim() && !metas.has(key)) metas.set(key, content);
    } else if (tagName === 'title' && element.namespaceURI.endsWith('xhtml')) title ??= rawText(element, 4000);
    else if (tagName === 'h1') heading ??= rawText(element, 4000);
    else if (tagName === 'link' && /\bcanonical\b/i.test(attribute(element, 'rel') ?? ''))
      canonical ??= attribute(element, 'href');
    else if (tagName === 'script' && attribute(element, 'type')?.trim().toLowerCase() === 'application/ld+json')
      linked.push(...linkedData(element));
    else if (tagName === 'time') shownDate ??= isPublished(element) ? attribute(element, 'datetime') : undefined;
    const prop = attribute(element, 'itemprop')?.trim().toLowerCase();
    if (prop && !props.has(prop))
      props.set(prop, attribute(element, 'content') ?? attribute(element, 'datetime') ?? rawText(element, 4000));
  }
  const article =
    linked.find(({ '@type': type }) => [type].flat().some((name) => typeof name === 'string' && ARTICLE.test(name))) ??
    {};
  const dated: [string | undefined, string][] = [
    [cleanField(article.datePublished), 'JSON-LD datePublished'],
    ...DATES.map((name): [string | undefined, string] => [metas.get(name), `meta ${name}`]),
    [props.get('datepublished'), 'itemprop datePublished'],
    [shownDate, 'time element'],
  ];
  const date =
    dated.find(([written]) => written !== undefined && fileDate(written) !== null) ??
    dated.find(([written]) => written !== undefined);
  const base = [canonical, metas.get('og:url'), cleanField(article.url)].find(
    (address) => address !== undefined && webAddress(address) !== null,
  );
  return {
    title: first(
      article.headline,
      metas.get('og:title'),
      metas.get('twitter:title'),
      heading,
      metas.get('dc.title'),
      title,
      article.name,
    ),
    date: date?.[0],
    dateNote: date ? `From the page: ${date[1]}.` : undefined,
    lang: [lang, metas.get('content-language'), metas.get('og:locale'), cleanField(article.inLanguage)].find(
      (tag) => languageTag(tag) !== undefined,
    ),
    source: first(
      metas.get('og:site_name'),
      nameOf(article.publisher),
      metas.get('application-name'),
      metas.get('dc.publisher'),
    ),
    author: first(
      nameOf(article.author),
      metas.get('author'),
      metas.get('article:author_name'),
      metas.get('dc.creator'),
      metas.get('byl'),
      props.get('author'),
    ),
    url: base ?? canonical,
  };
}

function first(...values: unknown[]): string | undefined {
  for (const value of values) {
    const field = cleanField(value);
    if (field) return field;
  }
  return undefined;
}

function isPublished(element: MarkupElement): boolean {
  return (
    attribute(element, 'pubdate') !== undefined ||
    /publish|posted|entry-date|date/i.test(attribute(element, 'class') ?? '')
  );
}

/** `"A"`, `{"name":"A"}`, or a list of these. An address is no name. */
function nameOf(value: unknown): string | undefined {
  const names = [value]
    .flat()
    .slice(0, 20)
    .map((entry) =>
      cleanField(typeof entry === 'object' && entry !== null ? (entry as { name?: unknown }).name : entry),
    );
  return names.filter((name) => name && !/^https?:/i.test(name)).join(', ') || undefined;
}

/** The objects of a JSON-LD element, those inside `@graph`, lists and properties too; nothing of one that is no JSON. */
function linkedData(element: MarkupElement): Record<string, unknown>[] {
  const source = rawText(element, MAX_JSON_LD);
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return [];
  }
  const found: Record<string, unknown>[] = [];
  const open: unknown[] = [value];
  for (let at = 0; at < open.length && at < MAX_JSON_NODES; at++) {
    const node = open[at];
    if (Array.isArray(node)) open.push(...node.slice(0, 100));
    else if (typeof node === 'object' && node !== null) {
      found.push(node as Record<string, unknown>);
      const { '@graph': graph, mainEntity } = node as Record<string, unknown>;
      open.push(graph, mainEntity);
    }
  }
  return found;
}
