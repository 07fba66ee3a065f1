import type { DefaultTreeAdapterTypes } from 'parse5';
import { attribute, elementsOf, type MarkupElement, rawText } from './markup-tree.ts';

/** How much of a page's styles is looked at. */
const MAX_STYLES = 1_000_000;
const MAX_RULES = 20_000;
/** Declarations that leave nothing to see. What is merely faded or folded may be shown by the page's scripts. */
const HIDES =
  /(?:^|[;{\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![.\d])|(?:left|right|top|text-indent|margin-left)\s*:\s*-\d{3,}|clip(?:-path)?\s*:\s*(?:rect\(\s*0|inset\(\s*(?:50|100)%))/i;
const SHOWS = /(?:^|[;{\s])(?:display\s*:\s*(?!none)|visibility\s*:\s*visible)/i;
/** A selector that is judged without its surroundings: a tag, classes and ids. */
const SIMPLE = /^([a-z][a-z0-9-]*)?((?:[.#][\w-]+)+)$/i;

interface Selector {
  readonly tag: string;
  readonly id: string | null;
  readonly classes: readonly string[];
}

/**
 * What the styles in a page itself make invisible by class or id. Rules that hold only at times (for print, for a width,
 * in a certain surrounding) are passed over: text is rather read than lost.
 */
export class HiddenByStyle {
  readonly #byName = new Map<string, Selector[]>();

  constructor(page: DefaultTreeAdapterTypes.ParentNode) {
    let styles = '';
    for (const element of elementsOf(page))
      if (
        element.tagName === 'style' &&
        !/print/i.test(attribute(element, 'media') ?? '') &&
        styles.length < MAX_STYLES
      )
        styles += `${rawText(element, MAX_STYLES - styles.length)}\n`;
    const hiding = new Set<string>();
    for (const { selectors, body } of rulesOf(styles))
      for (const selector of selectors) {
        if (HIDES.test(body)) hiding.add(selector);
        else if (SHOWS.test(body)) hiding.delete(selector);
      }
    for (const text of hiding) {
      const match = SIMPLE.exec(text);
      if (!match) continue;
      const names = match[2]?.match(/[.#][\w-]+/g) ?? [];
      const key = names[0] ?? '';
      const selector = {
        tag: match[1]?.toLowerCase() ?? '',
        id: names.find((name) => name.startsWith('#'))?.slice(1) ?? null,
        classes: names.filter((name) => name.startsWith('.')).map((name) => name.slice(1)),
      };
      this.#byName.set(key, [...(this.#byName.get(key) ?? []), selector]);
    }
  }

  hides(element: MarkupElement): boolean {
    if (this.#byName.size === 0) return false;
    const id = attribute(element, 'id')?.trim() ?? '';
    const classes = (attribute(element, 'class') ?? '').slice(0, 1000).split(/\s+/);
    return [`#${id}`, ...classes.map((name) => `.${name}`)].some((key) =>
      this.#byName
        .get(key)
        ?.some(
          (one) =>
            (one.tag === '' || one.tag === element.tagName) &&
            (one.id === null || one.id === id) &&
            one.classes.every((name) => classes.includes(name)),
        ),
    );
  }
}

/** The plain rules of a style sheet, in one pass; what stands in at-rules is left out. */
function* rulesOf(styles: string): Generator<{ selectors: string[]; body: string }> {
  const text = styles.replace(/\/\*[\s\S]*?(?:\*\/|$)|<!--|-->/g, ' ');
  let at = 0;
  for (let rules = 0; rules < MAX_RULES; rules++) {
    const open = text.indexOf('{', at);
    if (open < 0) return;
    // before a rule there may stand statements, as of imports
    const head = (text.slice(at, open).split(';').pop() ?? '').trim();
    if (head.startsWith('@')) {
      at = endOfBlock(text, open);
      continue;
    }
    const close = text.indexOf('}', open);
    if (close < 0) return;
    yield {
      selectors: head
        .slice(0, 5000)
        .split(',')
        .map((one) => one.trim()),
      body: text.slice(open + 1, close).slice(0, 5000),
    };
    at = close + 1;
  }
}

/** After the brace that closes the one at `open`. */
function endOfBlock(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at + 1;
  }
  return text.length;
}
