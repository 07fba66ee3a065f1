import { attribute, elementsOf, type MarkupElement, rawText } from './markup-tree.ts';

/** A rule of a page's own style sheet that shows or hides what it selects. Only single elements by tag, class and id. */
interface Rule {
  readonly tag: string;
  readonly classes: readonly string[];
  readonly id: string;
  readonly hides: boolean;
  readonly weight: number;
}

/** Ways of hiding that are no mere beginning of a movement: what fades in or unfolds is text. */
const HIDES =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![.\d])|(?:left|right|top|text-indent|margin-left)\s*:\s*-\d{3,}|clip(?:-path)?\s*:\s*(?:rect\(\s*0|inset\(\s*(?:50|100)%))/i;
const SHOWS = /(?:^|[;\s])(?:display\s*:\s*(?!none)[a-z]|visibility\s*:\s*visible)/i;
const SELECTOR = /^([a-z][a-z0-9]*)?((?:[.#][\p{L}\p{N}_-]+)*)$/u;
/** More than this of a style sheet is not looked at. */
const MAX_STYLE = 500_000;
const MAX_RULES = 300;
/** What holds so much of a page is shown sooner or later, by a script: its styles say nothing of what readers see. */
const MOSTLY = 0.5;

/**
 * Whether the style sheets in a page make an element invisible. Sheets that lie elsewhere are not fetched; rules for print
 * or for screens of some size are left out.
 */
export function hiddenByStyle(
  page: Parameters<typeof elementsOf>[0],
  body: MarkupElement,
  lengthOf: (element: MarkupElement) => number,
): (element: MarkupElement) => boolean {
  const rules = rulesOf(page);
  if (!rules.some(({ hides }) => hides)) return () => false;
  const most = lengthOf(body) * MOSTLY;
  return (element) => isHidden(element, rules) && lengthOf(element) < most;
}

function rulesOf(page: Parameters<typeof elementsOf>[0]): Rule[] {
  const rules: Rule[] = [];
  let room = MAX_STYLE;
  for (const element of elementsOf(page)) {
    if (element.tagName !== 'style' || /print/i.test(attribute(element, 'media') ?? '') || room <= 0) continue;
    const style = rawText(element, room);
    room -= style.length;
    for (const [selectors, declarations] of plainRules(style)) {
      const hides = HIDES.test(declarations);
      if (!hides && !SHOWS.test(declarations)) continue;
      for (const selector of selectors.split(',')) {
        const match = SELECTOR.exec(selector.trim());
        if (!match || selector.trim() === '' || rules.length >= MAX_RULES) continue;
        const [, tag = '', names = ''] = match;
        const parts = names.match(/[.#][^.#]+/g) ?? [];
        const classes = parts.filter((part) => part.startsWith('.')).map((part) => part.slice(1));
        const id = parts.find((part) => part.startsWith('#'))?.slice(1) ?? '';
        const weight = (id ? 10_000 : 0) + classes.length * 100 + (tag ? 1 : 0);
        rules.push({ tag, classes, id, hides, weight });
      }
    }
  }
  return rules;
}

/** Selectors and declarations of a sheet's rules, without those inside of `@media` and its like. */
function* plainRules(style: string): Generator<readonly [selectors: string, declarations: string]> {
  const plain = withoutComments(style).toLowerCase();
  let start = 0;
  let depth = 0;
  let head = '';
  for (let at = 0; at < plain.length; at++) {
    const letter = plain[at];
    if (letter === '{') {
      if (depth === 0) head = plain.slice(start, at).trim();
      depth++;
      if (depth === 1) start = at + 1;
    } else if (letter === '}') {
      depth = Math.max(0, depth - 1);
      if (depth > 0) continue;
      if (head !== '' && !head.startsWith('@')) yield [head, plain.slice(start, at)];
      start = at + 1;
      head = '';
    } else if (letter === ';' && depth === 0) start = at + 1;
  }
}

function withoutComments(style: string): string {
  const parts: string[] = [];
  let start = 0;
  for (let open = style.indexOf('/*'); open >= 0; open = style.indexOf('/*', start)) {
    parts.push(style.slice(start, open));
    const close = style.indexOf('*/', open + 2);
    if (close < 0) return parts.join(' ');
    start = close + 2;
  }
  return [...parts, style.slice(start)].join(' ');
}

/** What the weightiest rule for an element says, the last of equal ones. */
function isHidden(element: MarkupElement, rules: readonly Rule[]): boolean {
  const id = attribute(element, 'id')?.toLowerCase() ?? '';
  const classes = new Set((attribute(element, 'class')?.slice(0, 2000).toLowerCase() ?? '').split(/\s+/));
  let weight = -1;
  let hides = false;
  for (const rule of rules) {
    if (rule.weight < weight || (rule.tag && rule.tag !== element.tagName) || (rule.id && rule.id !== id)) continue;
    if (!rule.classes.every((name) => classes.has(name))) continue;
    weight = rule.weight;
    hides = rule.hides;
  }
  return hides;
}
