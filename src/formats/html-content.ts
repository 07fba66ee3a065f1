import { type Standing, standingOf, TextLengths } from './html-furniture.ts';
import { hiddenByStyle } from './html-hidden.ts';
import { attribute, elementsOf, isElement, type MarkupElement } from './markup-tree.ts';

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

/** The text of a page's body: the article, where one is marked, without what stands around it. One line a block. */
export function pageContent(body: MarkupElement, page: Parameters<typeof elementsOf>[0]): PageContent {
  const lengths = new TextLengths(body);
  const isHidden = hiddenByStyle(page, body, (element) => lengths.text(element));
  const root = articleOf(body, lengths) ?? body;
  const headline = root === body ? null : headlineOf(body, root);
  const writer = new TextWriter();
  const around = new TextWriter();
  let hidden = 0;
  const whole = Math.max(1, lengths.text(body));
  const walk = (element: MarkupElement, into: TextWriter, insideArticle: boolean) => {
    const share = element === root || element === headline ? 1 : lengths.text(element) / whole;
    const unseen = isHidden(element);
    const standing: Standing =
      into === around ? aroundStanding(element) : unseen ? 'hidden' : standingOf(element, share, insideArticle);
    if (standing === 'dropped') return;
    if (standing === 'hidden') hidden += lengths.text(element);
    const linked = root === body && into === writer && standing === 'text' && isLinkList(element, lengths, whole);
    const next = standing === 'text' && !linked ? into : around;
    write(element, next, (child) =>
      walk(child, next, insideArticle || child.tagName === 'article' || child.tagName === 'main'),
    );
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
function aroundStanding(element: MarkupElement): Standing {
  return standingOf(element, 1, true) === 'dropped' ? 'dropped' : 'text';
}

function articleOf(body: MarkupElement, lengths: TextLengths): MarkupElement | null {
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
      const length = lengths.text(element);
      all += length;
      if (!best || length > lengths.text(best)) best = element;
    }
    if (best && lengths.text(best) >= Math.max(1, all * MAIN_SHARE) && lengths.text(best) >= 80) return best;
  }
  return null;
}

function contains(outer: MarkupElement, inner: MarkupElement): boolean {
  for (let node: unknown = inner; node; node = (node as { parentNode?: unknown }).parentNode)
    if (node === outer) return true;
  return false;
}

/** The page's only first-level heading, where the article does not hold one. */
function headlineOf(body: MarkupElement, root: MarkupElement): MarkupElement | null {
  let found: MarkupElement | null = null;
  for (const element of elementsOf(body)) {
    if (element.tagName !== 'h1') continue;
    if (found || contains(root, element)) return null;
    found = element;
  }
  return found;
}

function isLinkList(element: MarkupElement, lengths: TextLengths, whole: number): boolean {
  if (!/^(?:ul|ol|div|section|table|td)$/.test(element.tagName)) return false;
  if (lengths.linkShare(element) < LINKED_SHARE || lengths.text(element) > whole / 2) return false;
  let links = 0;
  for (const { tagName } of elementsOf(element)) {
    if (tagName === 'p') return false;
    if (tagName === 'a' && ++links >= LINKED_COUNT) return true;
  }
  return false;
}

function write(element: MarkupElement, into: TextWriter, child: (element: MarkupElement) => void): void {
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
  for (const node of element.childNodes) {
    if ('value' in node) into.write(node.value);
    else if (isElement(node)) child(node);
  }
  if (pre) into.preformatted--;
  if (tagName === 'q') into.write('"');
  if (block) into.line();
}

/** Writes text as a page shows it: white space joined, one line a block, table cells apart by tabs. */
class TextWriter {
  preformatted = 0;
  private readonly parts: string[] = [];
  private gap = '';
  private empty = true;

  write(value: string): void {
    if (this.preformatted > 0) {
      value.split('\n').forEach((line, index) => {
        if (index > 0) this.line();
        this.put(line);
      });
      return;
    }
    if (/^[ \t\n\f\r]/.test(value)) this.space();
    const joined = value.replace(/[ \t\n\f\r]+/g, ' ').replace(/^ | $/g, '');
    this.put(joined);
    if (joined !== '' && /[ \t\n\f\r]$/.test(value)) this.space();
  }

  line(): void {
    if (!this.empty) this.gap = '\n';
  }

  cell(): void {
    if (!this.empty && this.gap !== '\n') this.gap = '\t';
  }

  finish(): string {
    return this.parts.join('');
  }

  private space(): void {
    if (!this.empty && this.gap === '') this.gap = ' ';
  }

  private put(text: string): void {
    if (text === '') return;
    this.parts.push(this.gap, text);
    this.gap = '';
    this.empty = false;
  }
}
