import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  parse,
  type TreeAdapter,
} from 'parse5';
import { MAX_ATTRIBUTES, MAX_MARKUP_DEPTH, MAX_MARKUP_NODES } from './limits.ts';

export type MarkupElement = DefaultTreeAdapterTypes.Element;
export type MarkupNode = DefaultTreeAdapterTypes.ChildNode;

/** Markup that is made to exhaust its reader; the message is for people. */
export class MarkupFault extends Error {}

/**
 * Parses HTML as browsers do, scripts not run and nothing fetched: the tree is only ever read for text. Throws a
 * MarkupFault beyond the limits on nesting, nodes and attributes, which also bound the work of the parser itself.
 */
export function parseMarkup(source: string): DefaultTreeAdapterTypes.Document {
  refuseManyAttributes(source);
  let nodes = 0;
  let depth = 0;
  const count = () => {
    if (++nodes > MAX_MARKUP_NODES) throw new MarkupFault(`it has more than ${MAX_MARKUP_NODES} elements`);
  };
  const treeAdapter: TreeAdapter<DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    createElement(...made) {
      count();
      return defaultTreeAdapter.createElement(...made);
    },
    createCommentNode() {
      count();
      return defaultTreeAdapter.createCommentNode('');
    },
    onItemPush() {
      if (++depth > MAX_MARKUP_DEPTH)
        throw new MarkupFault(`its elements are nested more than ${MAX_MARKUP_DEPTH} deep`);
    },
    onItemPop() {
      depth--;
    },
  };
  return parse(source, { treeAdapter, scriptingEnabled: false });
}

const RAW = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes']);

/** Counts the attributes of each tag, quotes and raw text minded, before the parser compares each with all others. */
function refuseManyAttributes(source: string): void {
  const lower = { text: null as string | null };
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at)) {
    at++;
    const code = source.charCodeAt(at) | 32;
    if (code < 97 || code > 122) continue;
    const name = /^[a-zA-Z]+/.exec(source.slice(at, at + 12))?.[0]?.toLowerCase() ?? '';
    let attributes = 0;
    let gap = false;
    for (; at < source.length; at++) {
      const char = source.charCodeAt(at);
      if (char === 62) break;
      if (char === 34 || char === 39) {
        const close = source.indexOf(source[at] ?? '', at + 1);
        at = close < 0 ? source.length : close;
        gap = true;
      } else if (char <= 32 || char === 47) gap = true;
      else if (gap) {
        gap = false;
        if (++attributes > MAX_ATTRIBUTES)
          throw new MarkupFault(`an element has more than ${MAX_ATTRIBUTES} attributes`);
      }
    }
    if (!RAW.has(name)) continue;
    lower.text ??= source.toLowerCase();
    const end = lower.text.indexOf(`</${name}`, at);
    if (end < 0) return;
    at = end;
  }
}

export function isElement(node: MarkupNode): node is MarkupElement {
  return 'tagName' in node;
}

export function attribute(element: MarkupElement, name: string): string | undefined {
  return element.attrs.find((entry) => entry.name === name)?.value;
}

/** Every element below a node, in order of the document, without recursion. */
export function* elementsOf(root: DefaultTreeAdapterTypes.ParentNode): Generator<MarkupElement> {
  const open: MarkupNode[] = [...root.childNodes].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isElement(node)) continue;
    yield node;
    for (let at = node.childNodes.length - 1; at >= 0; at--) open.push(node.childNodes[at] as MarkupNode);
  }
}

/** All text below a node, as it stands, at most `limit` units of it. */
export function rawText(root: MarkupElement, limit = 1_000_000): string {
  const open: MarkupNode[] = [root];
  let text = '';
  for (let node = open.pop(); node && text.length < limit; node = open.pop()) {
    if ('value' in node) text += node.value;
    else if (isElement(node))
      for (let at = node.childNodes.length - 1; at >= 0; at--) open.push(node.childNodes[at] as MarkupNode);
  }
  return text.slice(0, limit);
}
