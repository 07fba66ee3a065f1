import { foldChar, foldName } from '../core/text/fold.ts';
import { rankOf } from './folded-names.ts';
import type { EventHit, PlaceHit, SearchEvent, SearchPlace, TextHit } from './search-messages.ts';

const MOST_PLACES = 6;
const MOST_EVENTS = 5;
const MOST_TEXTS = 8;
const MOST_PER_DOCUMENT = 3;
const CONTEXT = 40;

/** A text with its folded form; `offsets[i]` is where folded character i stands in the text, and one more for its end. */
export interface FoldedText {
  readonly text: string;
  readonly folded: string;
  readonly offsets: Int32Array;
}

/** Folds a text for searching; runs of what is no letter or digit become one space. Linear. */
export function foldText(text: string): FoldedText {
  const offsets: number[] = [];
  let folded = '';
  let at = 0;
  for (const char of text) {
    const form = /[\p{L}\p{N}\p{M}\u0640\u200c]/u.test(char) ? foldChar(char) : ' ';
    if (form !== ' ' || !folded.endsWith(' ')) {
      for (let unit = 0; unit < form.length; unit++) offsets.push(at);
      folded += form;
    }
    at += char.length;
  }
  offsets.push(at);
  return { text, folded, offsets: Int32Array.from(offsets) };
}

interface IndexedPlace extends SearchPlace {
  readonly folded: readonly string[];
}

export class SearchIndex {
  readonly #places: readonly IndexedPlace[];
  readonly #events: readonly { readonly id: string; readonly words: string }[];
  readonly #texts = new Map<string, FoldedText>();

  constructor(places: readonly SearchPlace[], events: readonly SearchEvent[]) {
    this.#places = places.map((place) => ({ ...place, folded: place.names.map(foldName) }));
    this.#events = events.map(({ id, text }) => ({ id, words: ` ${foldName(text)}` }));
  }

  addText(id: string, text: string): void {
    this.#texts.set(id, foldText(text));
  }

  /** Places one of whose names begins with the query, has a word that does, or holds it: in this order, then by weight. */
  places(query: string): PlaceHit[] {
    const wanted = foldName(query);
    if (wanted === '') return [];
    const hits: { hit: PlaceHit; rank: number; weight: number }[] = [];
    for (const place of this.#places) {
      let best = 4;
      let chosen = -1;
      place.folded.forEach((name, index) => {
        const rank = rankOf(name, wanted);
        if (rank < best) {
          best = rank;
          chosen = index;
        }
      });
      if (chosen < 0) continue;
      const name = place.names[chosen]!;
      const [start, end] = locate(name, wanted);
      hits.push({ hit: { id: place.id, name, start, end }, rank: best, weight: place.weight });
    }
    hits.sort((a, b) => Number(b.weight > 0) - Number(a.weight > 0) || a.rank - b.rank || b.weight - a.weight);
    return hits.slice(0, MOST_PLACES).map(({ hit }) => hit);
  }

  /** Events that have every word of the query, as the beginning of one of theirs. */
  events(query: string): EventHit[] {
    const words = foldName(query).split(' ').filter(Boolean);
    if (words.length === 0) return [];
    return this.#events
      .filter(({ words: text }) => words.every((word) => text.includes(` ${word}`) || text.includes(` ال${word}`)))
      .slice(0, MOST_EVENTS)
      .map(({ id }) => ({ id }));
  }

  texts(query: string): TextHit[] {
    const wanted = foldText(query).folded.trim();
    if (wanted.length < 2) return [];
    const hits: TextHit[] = [];
    for (const [document, folded] of this.#texts) {
      let found = 0;
      for (
        let at = folded.folded.indexOf(wanted);
        at >= 0 && found < MOST_PER_DOCUMENT;
        at = folded.folded.indexOf(wanted, at + wanted.length)
      ) {
        found++;
        hits.push(snippet(document, folded, at, wanted.length));
        if (hits.length >= MOST_TEXTS) return hits;
      }
    }
    return hits;
  }
}

/** Where in a name as written its folded match stands. */
function locate(name: string, wanted: string): [number, number] {
  const { folded, offsets } = foldText(name);
  const at = folded.indexOf(wanted);
  return at < 0 ? [0, name.length] : [offsets[at]!, offsets[at + wanted.length]!];
}

/** The match with some words on either side, cut at spaces. */
function snippet(document: string, { text, offsets }: FoldedText, at: number, length: number): TextHit {
  const start = offsets[at]!;
  let end = offsets[at + length]!;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  let from = Math.max(0, start - CONTEXT);
  let to = Math.min(text.length, end + CONTEXT);
  while (from > 0 && from < start && !/\s/.test(text[from - 1]!)) from++;
  while (to < text.length && to > end && !/\s/.test(text[to]!)) to--;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  from = Math.max(from, lineStart);
  if (lineEnd >= 0) to = Math.min(to, lineEnd);
  return { document, at: start, snippet: text.slice(from, to), start: start - from, end: end - from };
}
