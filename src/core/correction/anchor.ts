import type { Span } from '../model/span.ts';
import { MARKS } from '../text/marks.ts';

/** Words of a text with what stood around them, as corrections keep them. */
export interface Anchor extends Span {
  readonly quote: string;
  readonly before?: string;
  readonly after?: string;
}

/** How many UTF-16 units of context are kept on each side. */
const CONTEXT = 32;
/** A long quote that is not found whole is looked for by its first and last letters. */
const END = 24;
/** Beyond this many places with the same words the nearest one is taken. */
const MAX_PLACES = 10_000;

/** The anchor of a span. */
export function anchorOf(text: string, { start, end }: Span): Anchor {
  return {
    start,
    end,
    quote: text.slice(start, end),
    before: text.slice(Math.max(0, start - CONTEXT), start),
    after: text.slice(end, end + CONTEXT),
  };
}

/**
 * Where the words of an anchor stand now; null when they are gone. They are looked for where they were, then anywhere
 * (the context decides between equals, then nearness), then with other white space and vowel signs, and long ones by
 * their beginning and end.
 */
export function locate(text: string, anchor: Anchor): Span | null {
  const { quote, start, end } = anchor;
  if (quote === '') return null;
  if (text.slice(start, end) === quote && sharedContext(text, anchor, start, end) >= contextOf(anchor) / 2)
    return { start, end };
  const exact: Span[] = [];
  for (let at = text.indexOf(quote); at >= 0 && exact.length < MAX_PLACES; at = text.indexOf(quote, at + 1))
    exact.push({ start: at, end: at + quote.length });
  return best(text, anchor, exact) ?? best(text, anchor, loose(text, quote)) ?? byEnds(text, anchor);
}

function best(text: string, anchor: Anchor, found: readonly Span[]): Span | null {
  let chosen: Span | null = null;
  let most = -1;
  for (const span of found) {
    const fits = sharedContext(text, anchor, span.start, span.end);
    const nearer = chosen === null || Math.abs(span.start - anchor.start) < Math.abs(chosen.start - anchor.start);
    if (fits > most || (fits === most && nearer)) {
      chosen = span;
      most = fits;
    }
  }
  return chosen;
}

const contextOf = ({ before = '', after = '' }: Anchor) => before.length + after.length;

/** How many letters of the context are as they were. */
function sharedContext(text: string, { before = '', after = '' }: Anchor, start: number, end: number): number {
  let same = 0;
  while (same < before.length && text[start - 1 - same] === before[before.length - 1 - same]) same++;
  let later = 0;
  while (later < after.length && text[end + later] === after[later]) later++;
  return same + later;
}

/** Marks that are written or left out at will: vowel signs and the stroke that stretches a word. */
const OPTIONAL = `[${MARKS}\\u0640]`;
const MAX_LOOSE = 400;
/** Letters of the text times letters of the quote: beyond it a text made to be slow would be. */
const MAX_LOOSE_WORK = 400_000_000;

function loose(text: string, quote: string): Span[] {
  if (quote.length > MAX_LOOSE || text.length * quote.length > MAX_LOOSE_WORK) return [];
  const letters = quote.replace(new RegExp(OPTIONAL, 'g'), '').trim();
  if (letters === '') return [];
  const pattern = letters
    .split(/\s+/)
    .map((word) =>
      Array.from(word, (letter) => `${letter.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}${OPTIONAL}*`).join(''),
    )
    .join('\\s+');
  const found: Span[] = [];
  for (const match of text.matchAll(new RegExp(pattern, 'gu'))) {
    found.push({ start: match.index, end: match.index + match[0].length });
    if (found.length === MAX_PLACES) break;
  }
  return found;
}

function byEnds(text: string, anchor: Anchor): Span | null {
  const { quote } = anchor;
  if (quote.length < 3 * END) return null;
  const first = quote.slice(0, END);
  const last = quote.slice(-END);
  const found: Span[] = [];
  for (let at = text.indexOf(first); at >= 0 && found.length < MAX_PLACES; at = text.indexOf(first, at + 1)) {
    const close = text.indexOf(last, at + END);
    if (close >= 0 && close + END - at <= quote.length * 1.5) found.push({ start: at, end: close + END });
  }
  return best(text, anchor, found);
}
