/** More blocks than this of a page's sheets are not looked at. */
const MAX_BLOCKS = 20_000;
/** Blocks in blocks: `@layer` in `@media` and the like. */
const MAX_DEPTH = 8;
/** The screen that a page is judged for: an ordinary one, on a desk, in the light. Lengths in CSS pixels. */
const SCREEN: Readonly<Record<string, number>> = { width: 1280, height: 800 };
const EM = 16;

/** A rule of a style sheet that holds on an ordinary screen, in lower case. */
export interface StyleRule {
  readonly selectors: string;
  readonly declarations: string;
}

/** The rules of a sheet in order, with those of `@media` blocks whose condition holds. What stands in a rule's own nested rules is left out. */
export function* styleRules(style: string): Generator<StyleRule> {
  let room = MAX_BLOCKS;
  const plain = withoutComments(style).toLowerCase();
  /** Blocks that are open: whether rules in them count, and the head and own declarations of those that are rules themselves. */
  const open: { readonly counts: boolean; readonly head: string; own: string }[] = [];
  let start = 0;
  for (let at = 0; at < plain.length && room > 0; at++) {
    const letter = plain[at];
    if (letter === '"' || letter === "'") at = endOfString(plain, at);
    else if (letter === '{') {
      const outer = open[open.length - 1];
      const head = plain.slice(start, at).trim();
      const counts = (outer === undefined || (outer.counts && outer.head === '')) && open.length < MAX_DEPTH;
      open.push(
        head.startsWith('@')
          ? { counts: counts && isOpen(head), head: '', own: '' }
          : { counts, head: head || '?', own: '' },
      );
      start = at + 1;
    } else if (letter === '}') {
      const closed = open.pop();
      if (closed?.counts && closed.head !== '') {
        room--;
        yield { selectors: closed.head, declarations: closed.own + plain.slice(start, at) };
      }
      start = at + 1;
    } else if (letter === ';') {
      const inner = open[open.length - 1];
      if (inner && inner.head !== '') inner.own += plain.slice(start, at + 1);
      start = at + 1;
    }
  }
}

/** Whether the rules of a block with such a head hold on the screen: `@media` by its condition, `@layer` always. */
function isOpen(head: string): boolean {
  if (head.startsWith('@layer')) return true;
  const media = /^@media\b(.*)$/s.exec(head)?.[1];
  return media !== undefined && mediaHolds(media);
}

/** Whether a media query holds on an ordinary screen; false for what is not understood, so that it hides nothing. */
export function mediaHolds(query: string): boolean {
  if (query.length > 1000) return false;
  const asked = query.trim().toLowerCase();
  return asked === '' || asked.split(',').some((one) => oneHolds(one.trim()));
}

function oneHolds(query: string): boolean {
  const [first = '', ...more] = query.replace(/^only\s+/, '').split(/\s+and\s+/);
  const isType = /^[a-z]+$/.test(first);
  if (isType && first !== 'all' && first !== 'screen') return false;
  return (isType ? more : [first, ...more]).every(featureHolds);
}

function featureHolds(feature: string): boolean {
  const named = /^\(\s*([a-z-]+)\s*:\s*([^()]+?)\s*\)$/.exec(feature);
  if (named === null) return rangeHolds(feature);
  const [, name = '', value = ''] = named;
  const sized = /^(min|max)-(width|height)$/.exec(name);
  if (sized) return compare(SCREEN[sized[2] ?? ''] ?? 0, sized[1] === 'min' ? '>=' : '<=', pixels(value));
  return (
    (name === 'prefers-color-scheme' && value === 'light') ||
    (name === 'orientation' && value === 'landscape') ||
    (name === 'hover' && value === 'hover') ||
    (name === 'pointer' && value === 'fine')
  );
}

/** `(width >= 600px)`, as newer sheets have it. */
function rangeHolds(feature: string): boolean {
  const [, name = '', sign = '', value = ''] = /^\(\s*(width|height)\s*([<>]=?)\s*([^()]+?)\s*\)$/.exec(feature) ?? [];
  return name !== '' && compare(SCREEN[name] ?? 0, sign, pixels(value));
}

function compare(size: number, sign: string, limit: number | null): boolean {
  if (limit === null) return false;
  if (sign === '>=') return size >= limit;
  if (sign === '<=') return size <= limit;
  return sign === '>' ? size > limit : size < limit;
}

function pixels(length: string): number | null {
  const [, number = '', unit = ''] = /^(\d*\.?\d+)(px|em|rem)?$/.exec(length) ?? [];
  if (number === '' || (unit === '' && Number(number) !== 0)) return null;
  return Number(number) * (unit === 'px' ? 1 : EM);
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === text[start] || text[at] === '\n') return at;
  }
  return text.length;
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
