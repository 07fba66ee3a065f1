import { isCopyright, isRelatedLabel, isSiteLine, MAX_COPYRIGHT, MAX_LABEL } from './html-labels.ts';
import type { Measures } from './html-measures.ts';
import { isElement, type MarkupElement, type MarkupNode, rawText } from './markup-tree.ts';

/** Nearly only links: so much of the text lies in links, or in headings and dates where no sentence stands beside them. */
const LINKED_SHARE = 0.6;
const TEASING_SHARE = 0.5;
/** Words around links that may be dates, sections and numbers. */
const MAX_OTHER_WORDS = 30;
/** A piece between links that is no text by itself: "2 of 4", a date, a stroke. In UTF-16 units. */
const MAX_SCRAP = 40;
/** A heading of another page, where its link has been lost. */
const MAX_HEADLINE = 100;
/** The head of a box: its label and a link to all. */
const MAX_HEAD = 80;
/** What holds more of the page than this is not led away from by what stands over it: the page is a list. */
const MAX_SHARE = 0.5;
/** A list of headlines and not of names: two links or more, four words to each, a small part of the page, hardly anything else. */
const HEADLINES = { links: 2, words: 4, share: 0.3, linkShare: 0.9 };
/** Nodes that are looked at after labels, in one page: a large news page needs some hundreds. */
const MAX_STEPS = 1_000_000;
/** "… was calm. Read more: " before a link that ends the paragraph. */
const LEADING_AWAY = /[.!?؟…]["'”’»)\]]*\s+(\(?[^.!?؟…:]{2,60}:)\s*$/u;

/** What of a page leads away from its text. */
export interface Related {
  readonly nodes: ReadonlySet<MarkupNode>;
  /** Nodes of text whose end, from an offset on, does. */
  readonly cuts: ReadonlyMap<MarkupNode, number>;
}

/**
 * Finds what leads from an article to others, and lines of the site: a label such as "Related" or «اقرأ أيضا» with what
 * follows it as far as that is nearly only links, lists of linked headlines, copyright. A section with such a heading and
 * prose below it is left alone.
 */
export function relatedOf(root: MarkupElement, measures: Measures, isBlock: (node: MarkupNode) => boolean): Related {
  const finder = new Finder(root, measures, isBlock);
  finder.find();
  return finder;
}

class Finder implements Related {
  readonly nodes = new Set<MarkupNode>();
  readonly cuts = new Map<MarkupNode, number>();
  private readonly labels = new Set<MarkupNode>();
  private readonly places = new Map<MarkupElement, ReadonlyMap<MarkupNode, number>>();
  private readonly whole: number;
  private steps = MAX_STEPS;

  constructor(
    private readonly root: MarkupElement,
    private readonly measures: Measures,
    private readonly isBlock: (node: MarkupNode) => boolean,
  ) {
    this.whole = Math.max(1, measures.text(root));
  }

  find(): void {
    const open: MarkupNode[] = [this.root];
    for (let node = open.pop(); node; node = open.pop()) {
      if ('value' in node) this.readText(node, node.value);
      else if (isElement(node) && this.measures.text(node) > 0) {
        if (node !== this.root && this.isHeadlineList(node)) this.nodes.add(node);
        else if (this.isLabelHeading(node)) this.labels.add(this.outermost(node));
        // a heading of the page is no label, nor is what is itself a link
        else if (node.tagName !== 'h1' && node.tagName !== 'a')
          for (let at = node.childNodes.length - 1; at >= 0; at--) open.push(node.childNodes[at] as MarkupNode);
      }
    }
    for (const label of this.labels) this.follow(label);
  }

  /** A heading may hold its label in parts, or in a link: "More from <a>World</a>". */
  private isLabelHeading(element: MarkupElement): boolean {
    if (!/^h[2-6]$/.test(element.tagName) || this.measures.text(element) > MAX_LABEL) return false;
    return isRelatedLabel(rawText(element, MAX_HEADLINE));
  }

  private readText(node: MarkupNode, value: string): void {
    const line = value.trim();
    if (line === '') return;
    const isLabel = isRelatedLabel(line);
    if (isLabel || isSiteLine(line) || isCopyright(line)) {
      const outer = this.outermost(node);
      if (isLabel && this.startsLine(outer)) this.labels.add(outer);
      else if (isSiteLine(line) && this.isBlock(outer)) this.nodes.add(outer);
      else if (isCopyright(line) && this.startsLine(outer)) this.addCopyright(outer);
    }
    const end = LEADING_AWAY.exec(value.slice(-MAX_HEAD));
    const label = end?.[1];
    if (!label || !isRelatedLabel(label)) return;
    const [link, ...after] = this.siblings(node).slice(this.placeOf(node) + 1);
    if (!link || !this.isLinked(link) || after.some((other) => this.measures.of(other).words > 0 && !isMark(other)))
      return;
    this.cuts.set(node, value.lastIndexOf(label));
    this.nodes.add(link);
  }

  private addCopyright(node: MarkupNode): void {
    const block = this.isBlock(node) ? node : (node.parentNode as MarkupElement);
    if ('tagName' in block && /^fig/.test(block.tagName)) return;
    const isAll = block !== this.root && this.measures.text(block) <= MAX_COPYRIGHT;
    this.nodes.add(isAll ? block : node);
  }

  /** The largest element with no other text than a node's own. */
  private outermost(node: MarkupNode): MarkupNode {
    const text = this.measures.text(node);
    let outer = node;
    for (let up = node.parentNode; up && up !== this.root && 'tagName' in up; up = up.parentNode) {
      if (this.measures.text(up) !== text) break;
      outer = up;
    }
    return outer;
  }

  /** Marks a label and the links that follow it in its parent; where they are but the head of a box, what follows that. */
  private follow(label: MarkupNode): void {
    const siblings = this.siblings(label);
    const from = this.placeOf(label) + 1;
    let end = from;
    let last = from;
    for (; end < siblings.length && this.steps-- > 0; end++) {
      const next = siblings[end] as MarkupNode;
      if (this.labels.has(next)) break;
      if (this.isLinked(next)) last = end + 1;
      else if (!this.isShort(next, MAX_SCRAP)) break;
    }
    const hasLinks = last > from;
    if (!hasLinks) while (end < siblings.length && this.steps-- > 0 && this.isUnlinkedHeadline(siblings[end])) end++;
    const stop = siblings[end];
    if (stop === undefined || this.labels.has(stop)) last = end;
    else if (!hasLinks) return;
    const rest = [siblings[last - 1], ...siblings.slice(last, end), stop];
    if (!this.isBlock(label) && stop !== undefined && !rest.some((node) => node && this.endsLine(node))) return;
    const run = [label, ...siblings.slice(from, last)];
    const text = run.reduce((sum, node) => sum + this.measures.text(node), 0);
    if (text === this.measures.text(label) || text > this.whole * MAX_SHARE) return;
    for (const node of run) this.nodes.add(node);
    const parent = label.parentNode as MarkupElement;
    const isHead = text === this.measures.text(parent) && text <= MAX_HEAD && parent !== this.root;
    if (isHead && stop === undefined) this.follow(parent);
  }

  private isLinked(node: MarkupNode): boolean {
    if (!isElement(node)) return false;
    const { text, links, teasing, words, sentences } = this.measures.of(node);
    if (text === 0 || words > MAX_OTHER_WORDS) return false;
    if (links >= text * LINKED_SHARE) return sentences <= 1;
    return sentences === 0 && !/^h[1-6]$/.test(node.tagName) && teasing >= text * TEASING_SHARE;
  }

  private isShort(node: MarkupNode, length: number): boolean {
    if (isElement(node) && /^h[1-6]$/.test(node.tagName)) return this.measures.text(node) === 0;
    const { text, sentences } = this.measures.of(node);
    return text <= length && sentences === 0;
  }

  private isUnlinkedHeadline(node: MarkupNode | undefined): boolean {
    return node !== undefined && !this.labels.has(node) && this.isShort(node, MAX_HEADLINE);
  }

  private isHeadlineList(element: MarkupElement): boolean {
    if (element.tagName !== 'ul' && element.tagName !== 'ol') return false;
    const { text, anchors, linkWords, linkSentences } = this.measures.of(element);
    return (
      anchors >= HEADLINES.links &&
      linkWords >= anchors * HEADLINES.words &&
      linkSentences < anchors / 2 &&
      text <= this.whole * HEADLINES.share &&
      this.measures.linkShare(element) >= HEADLINES.linkShare
    );
  }

  private startsLine(node: MarkupNode): boolean {
    if (this.isBlock(node)) return true;
    const siblings = this.siblings(node);
    for (let at = this.placeOf(node) - 1; at >= 0 && this.steps-- > 0; at--) {
      const before = siblings[at] as MarkupNode;
      if (this.endsLine(before)) return true;
      if (this.measures.text(before) > 0) return false;
    }
    return true;
  }

  private endsLine(node: MarkupNode): boolean {
    return this.isBlock(node) || ('tagName' in node && node.tagName === 'br');
  }

  private siblings(node: MarkupNode): readonly MarkupNode[] {
    return node.parentNode?.childNodes ?? [];
  }

  private placeOf(node: MarkupNode): number {
    const parent = node.parentNode as MarkupElement;
    let places = this.places.get(parent);
    if (!places) {
      places = new Map(parent.childNodes.map((child, at) => [child, at]));
      this.places.set(parent, places);
    }
    return places.get(node) ?? 0;
  }
}

/** Marks of punctuation that close a line. */
const isMark = (node: MarkupNode) => 'value' in node && !/[\p{L}\p{N}]/u.test(node.value);
