import { isElement, type MarkupElement, type MarkupNode } from './markup-tree.ts';

/** Elements that hold no text for a reader, or none that is text of the page. */
export const NEVER_TEXT = new Set(
  'script style noscript template svg math canvas audio video object embed iframe frame frameset applet map head link meta base img picture source track datalist rp rt'.split(
    ' ',
  ),
);
const CONTROLS = new Set(['input', 'select', 'textarea']);
/** The end of a sentence, and not of an abbreviation of one letter. */
const SENTENCE_END = /(?:[\p{L}\p{M}\p{N}]{2}["'”’»)\]]*|^\s*)[.!?؟…۔]+["'”’»)\]]*(?=\s|$)/gu;

/** How much of what stands below a node. Lengths in UTF-16 units, white space joined. */
export interface Measure {
  readonly text: number;
  readonly links: number;
  /** Text in links, in headings and in dates: what teasers of other pages are made of. */
  readonly teasing: number;
  readonly anchors: number;
  readonly linkWords: number;
  readonly linkSentences: number;
  /** Words and ends of sentences outside of links. */
  readonly words: number;
  readonly sentences: number;
  /** Fields to be filled in. */
  readonly controls: number;
}

type Sum = { -readonly [Key in keyof Measure]: number };
const NOTHING: Measure = {
  text: 0,
  links: 0,
  teasing: 0,
  anchors: 0,
  linkWords: 0,
  linkSentences: 0,
  words: 0,
  sentences: 0,
  controls: 0,
};

/** What every element below a root measures, taken in one walk. */
export class Measures {
  private readonly known = new Map<MarkupElement, Measure>();

  constructor(root: MarkupElement) {
    this.measure(root, false, false);
  }

  private measure(element: MarkupElement, inLink: boolean, inTeaser: boolean): Measure {
    const { tagName } = element;
    const total: Sum = { ...NOTHING };
    if (!NEVER_TEXT.has(tagName)) {
      const linked = inLink || tagName === 'a';
      const teasing = inTeaser || linked || tagName === 'time' || /^h[2-6]$/.test(tagName);
      if (tagName === 'a') total.anchors++;
      if (CONTROLS.has(tagName)) total.controls++;
      for (const child of element.childNodes) {
        if ('value' in child) add(total, measureText(child.value, linked, teasing));
        else if (isElement(child)) add(total, this.measure(child, linked, teasing));
      }
    }
    this.known.set(element, total);
    return total;
  }

  of(node: MarkupNode): Measure {
    if ('value' in node) return measureText(node.value, false, false);
    return (isElement(node) ? this.known.get(node) : undefined) ?? NOTHING;
  }

  text(node: MarkupNode): number {
    return this.of(node).text;
  }

  /** The part of a node's text that is links, 0 to 1. */
  linkShare(node: MarkupNode): number {
    const { text, links } = this.of(node);
    return text === 0 ? 0 : links / text;
  }
}

function add(total: Sum, more: Measure): void {
  total.text += more.text;
  total.links += more.links;
  total.teasing += more.teasing;
  total.anchors += more.anchors;
  total.linkWords += more.linkWords;
  total.linkSentences += more.linkSentences;
  total.words += more.words;
  total.sentences += more.sentences;
  total.controls += more.controls;
}

function measureText(value: string, linked: boolean, teasing: boolean): Measure {
  const plain = value.replace(/\s+/g, ' ').trim();
  if (plain === '') return NOTHING;
  const text = plain.length;
  const words = plain.split(' ').length;
  const sentences = plain.match(SENTENCE_END)?.length ?? 0;
  const measure = { ...NOTHING, text, links: linked ? text : 0, teasing: teasing ? text : 0 };
  return linked ? { ...measure, linkWords: words, linkSentences: sentences } : { ...measure, words, sentences };
}
