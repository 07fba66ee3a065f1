import { type PageFacts, type Standing, standingOf } from './html-furniture.ts';
import { hiddenByStyle } from './html-hidden.ts';
import { Measures } from './html-measures.ts';
import { relatedOf } from './html-related.ts';
import { TextWriter } from './html-text-writer.ts';
import { attribute, elementsOf, isElement, type MarkupElement, type MarkupNode } from './markup-tree.ts';

/** The text of a page and what stood around it. */
export interface PageContent {
  readonly text: string;
  readonly furniture: string;
  /** Units of text that the page makes invisible. */
  readonly hidden: number;
}

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const CONTENT_CLASS = /(?:^|[\s_-])(?:article|story|post|entry|news|wysiwyg)[-_]?(?:body|content|text)(?:[\s_-]|$)/i;
/** An element that holds this part of all candidates' text is the article; below, the page is a list of several. */
const MAIN_SHARE = 0.6;
/** A list of links is furniture of a page that does not say where its text is: at least so many links, so much of the text. */
const LINKED_SHARE = 0.75;
const LINKED_COUNT = 4;

const isBlock = (node: MarkupNode) => isElement(node) && BLOCKS.has(node.tagName);

/** The text of a page's body: the article, where one is marked, without what stands around it. One line a block. */
export function pageContent(body: MarkupElement, page: Parameters<typeof elementsOf>[0]): PageContent {
  const measures = new Measures(body);
  const facts: PageFacts = { measures, isHidden: hiddenByStyle(page, body, (element) => measures.text(element)) };
  const root = articleOf(body, measures) ?? body;
  const headline = root === body ? null : headlineOf(body, root, measures);
  const related = relatedOf(root, measures, isBlock);
  const writer = new TextWriter();
  const around = new TextWriter();
  let hidden = 0;
  const whole = Math.max(1, measures.text(body));
  const walk = (node: MarkupNode, into: TextWriter, insideArticle: boolean) => {
    if (related.nodes.has(node) && into === writer) {
      // what leads away takes lines of its own
      writer.line();
      around.line();
      walk(node, around, insideArticle);
      around.line();
      return;
    }
    if ('value' in node) {
      const cut = related.cuts.get(node) ?? node.value.length;
      into.write(node.value.slice(0, cut));
      around.write(node.value.slice(cut));
    }
    if (!isElement(node)) return;
    const share = node === root || node === headline ? 1 : measures.text(node) / whole;
    const standing = into === around ? aroundStanding(node, facts) : standingOf(node, share, insideArticle, facts);
    if (standing === 'dropped') return;
    if (standing === 'hidden') hidden += measures.text(node);
    const linked = root === body && into === writer && standing === 'text' && isLinkList(node, measures, whole);
    const next = standing === 'text' && !linked ? into : around;
    const inside = insideArticle || node.tagName === 'article' || node.tagName === 'main';
    write(node, next, (child) => walk(child, next, inside));
  };
  const outside = (element: MarkupElement) => {
    // what lies beside the article is furniture, but for the headline that stands above it
    for (const child of element.childNodes) {
      if (!isElement(child) || child === headline) continue;
      if (child === root) walk(root, writer, true);
      else if (contains(child, root)) outside(child);
      else walk(child, around, false);
    }
  };
  if (root === body) walk(body, writer, false);
  else {
    if (headline) walk(headline, writer, true);
    outside(body);
  }
  return { text: writer.finish(), furniture: around.finish(), hidden };
}

/** Furniture is kept as it is, without what was never text. */
function aroundStanding(element: MarkupElement, facts: PageFacts): Standing {
  return standingOf(element, 1, true, facts) === 'dropped' ? 'dropped' : 'text';
}

function articleOf(body: MarkupElement, measures: Measures): MarkupElement | null {
  const ways: ((element: MarkupElement) => boolean)[] = [
    (element) => /\barticleBody\b/.test(attribute(element, 'itemprop') ?? ''),
    (element) => element.tagName === 'article' || attribute(element, 'role') === 'article',
    (element) => element.tagName === 'main' || attribute(element, 'role') === 'main',
    (element) => CONTENT_CLASS.test(attribute(element, 'class')?.slice(0, 1000) ?? ''),
  ];
  const elements = [...elementsOf(body)];
  for (const way of ways) {
    let all = 0;
    let best: MarkupElement | null = null;
    let until: MarkupElement | null = null;
    for (const element of elements) {
      if (!way(element) || (until && contains(until, element))) continue;
      until = element;
      const length = measures.text(element);
      all += length;
      if (!best || length > measures.text(best)) best = element;
    }
    if (best && measures.text(best) >= Math.max(1, all * MAIN_SHARE) && measures.text(best) >= 80) return best;
  }
  return null;
}

function contains(outer: MarkupElement, inner: MarkupElement): boolean {
  for (let node: unknown = inner; node; node = (node as { parentNode?: unknown }).parentNode)
    if (node === outer) return true;
  return false;
}

/** The page's only first-level heading with words in it, where the article does not hold one. */
function headlineOf(body: MarkupElement, root: MarkupElement, measures: Measures): MarkupElement | null {
  let found: MarkupElement | null = null;
  for (const element of elementsOf(body)) {
    if (element.tagName !== 'h1' || measures.text(element) === 0) continue;
    if (found || contains(root, element)) return null;
    found = element;
  }
  return found;
}

function isLinkList(element: MarkupElement, measures: Measures, whole: number): boolean {
  if (!/^(?:ul|ol|div|section|table|td)$/.test(element.tagName)) return false;
  if (measures.linkShare(element) < LINKED_SHARE || measures.text(element) > whole / 2) return false;
  let links = 0;
  for (const { tagName } of elementsOf(element)) {
    if (tagName === 'p') return false;
    if (tagName === 'a' && ++links >= LINKED_COUNT) return true;
  }
  return false;
}

function write(element: MarkupElement, into: TextWriter, child: (node: MarkupNode) => void): void {
  const { tagName } = element;
  if (tagName === 'br') {
    into.line();
    return;
  }
  const block = BLOCKS.has(tagName);
  if (block) into.line();
  if (tagName === 'td' || tagName === 'th') into.cell();
  if (tagName === 'q') into.write('"');
  const pre = tagName === 'pre' || tagName === 'listing' || tagName === 'plaintext';
  if (pre) into.preformatted++;
  for (const node of element.childNodes) child(node);
  if (pre) into.preformatted--;
  if (tagName === 'q') into.write('"');
  if (block) into.line();
}
