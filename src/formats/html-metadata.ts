import type { DefaultTreeAdapterTypes } from 'parse5';
import { fileDate } from './file-date.ts';
import { addressOf, LinkedData, textOf } from './html-linked-data.ts';
import { attribute, elementsOf, type MarkupElement, rawText } from './markup-tree.ts';
import { languageTag, type Metadata, webAddress } from './metadata.ts';
import { cleanField } from './printable.ts';

/** Names of meta elements that give the day of publication, by falling trust. Small letters, without what joins their words. */
const DATES = `
  articlepublishedtime ogarticlepublishedtime articlepublished articlepublisheddate datepublished publisheddate publisheddatetime
  firstpublished firstpublisheddate originalpublicationdate citationpublicationdate citationonlinedate dcdateissued dctermsissued
  dcissued dctermsdate dcdate dcdatepublished dctermscreated dcdatecreated dccreated prismpublicationdate rnewsdatepublished
  btpubdate parselypubdate sailthrudate cxenseparsepublishtime cxenseparserecspublishtime shareaholicarticlepublishedtime
  pubdate ogpubdate publishdate publicationdate publishtime publishedtime publishedat publishingdate publishdatetime publishon
  articledate articledateoriginal storydate newsdate datepublication displaydate originalpublishdate citationdate datecreated date
`
  .trim()
  .split(/\s+/);
/** What stands before the name of an author: "By Ann Lee", «بقلم: أحمد». */
const BYLINE =
  /^(?:(?:(?:written|reported|words|story|text) )?by[:\s]\s*(?=\p{L})|(?:بقلم|كتبت?|كتبه|كتبته)(?:\s*[:：/-]\s*|\s+)(?=\p{L})|(?:إعداد|اعداد|تحرير|تقرير|كتابة|الكاتب|author)\s*[:：]\s*(?=\p{L}))/iu;

/** What a page says of itself, by falling trust: JSON-LD, the properties of Open Graph, meta elements and microdata, then what it shows. */
export function pageMetadata(document: DefaultTreeAdapterTypes.Document): Metadata {
  const metas = new Map<string, string>();
  const props = new Map<string, string>();
  const linked = new LinkedData();
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
    else if (tagName === 'h1') heading ??= cleanField(rawText(element, 4000));
    else if (tagName === 'link' && /\bcanonical\b/i.test(attribute(element, 'rel') ?? ''))
      canonical ??= attribute(element, 'href');
    else if (tagName === 'script' && attribute(element, 'type')?.trim().toLowerCase() === 'application/ld+json')
      linked.read(element);
    else if (tagName === 'time') shownDate ??= isPublished(element) ? attribute(element, 'datetime') : undefined;
    // microdata, or RDFa with or without its prefix; `property` of a meta element is read above
    const prop = (attribute(element, 'itemprop') ?? (tagName === 'meta' ? undefined : attribute(element, 'property')))
      ?.trim()
      .toLowerCase()
      .replace(/^\w+:/, '');
    if (prop && !props.has(prop))
      props.set(prop, attribute(element, 'content') ?? attribute(element, 'datetime') ?? rawText(element, 4000));
  }
  // what the article itself leaves open, its page may say
  const articles = linked.articles();
  const said = (field: string) => articles.map((node) => textOf(node[field])).find((value) => value !== undefined);
  const dates = new Map([...metas.keys()].reverse().map((name) => [name.replace(/[^a-z]/g, ''), name]));
  const dated: [string | undefined, string][] = [
    ...articles.map((node): [string | undefined, string] => [textOf(node.datePublished), 'JSON-LD datePublished']),
    ...DATES.map((squeezed): [string | undefined, string] => {
      const name = dates.get(squeezed) ?? '';
      return [metas.get(name), `meta ${name}`];
    }),
    [props.get('datepublished'), 'itemprop datePublished'],
    [shownDate, 'time element'],
  ];
  const date =
    dated.find(([written]) => written !== undefined && fileDate(written) !== null) ??
    dated.find(([written]) => written !== undefined);
  const addresses = articles.flatMap((node) => [addressOf(node.url), addressOf(node.mainEntityOfPage)]);
  const base = [canonical, metas.get('og:url'), ...addresses].find(
    (address) => address !== undefined && webAddress(address) !== null,
  );
  return {
    title: first(
      said('headline'),
      metas.get('og:title'),
      metas.get('twitter:title'),
      heading,
      metas.get('dc.title'),
      title,
      said('name'),
    ),
    date: date?.[0],
    dateNote: date ? `From the page: ${date[1]}.` : undefined,
    lang: [lang, metas.get('content-language'), metas.get('og:locale'), said('inLanguage')].find(
      (tag) => languageTag(tag) !== undefined,
    ),
    source: first(
      metas.get('og:site_name'),
      ...articles.map((node) => linked.nameOf(node.publisher)),
      metas.get('application-name'),
      metas.get('dc.publisher'),
    ),
    author: withoutByline(
      ...articles.map((node) => linked.nameOf(node.author)),
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
    const field = textOf(value);
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

/** The first of the values that names an author, without the words that say so. */
function withoutByline(...values: unknown[]): string | undefined {
  return first(...values)
    ?.split(', ')
    .map((name) => name.replace(BYLINE, ''))
    .join(', ');
}
