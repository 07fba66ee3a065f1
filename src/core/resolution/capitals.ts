import type { CapitalRules, NameRules } from '../languages/name-rules.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import { readPeople } from './people.ts';

/** What the capital letters of a document tell of each word. Read once a document. */
export interface Capitals {
  readonly rules: CapitalRules;
  /** Per token: 1 for a word that begins with a capital. */
  readonly upper: Uint8Array;
  /** Per token: where the capital says nothing: 1 the first word of a sentence, 2 headings in which all words have one. */
  readonly mute: Uint8Array;
  /** Per token: 1 for words of the full name of a person, 2 where the name may as well be a place's. */
  readonly person: Uint8Array;
  /** Last words of the names of people. */
  readonly surnames: ReadonlySet<string>;
  /** Last words of rows of two capitalised words that are nothing else known: often names of people. */
  readonly maybeSurnames: ReadonlySet<string>;
  /** Words that the document also writes small. */
  readonly small: ReadonlySet<string>;
}

/** Share of words with a capital from which on a passage is written in capitals throughout. */
const TITLE_CASE = 0.65;
/** The same for a sentence with an end: names may fill a short one. */
const ALL_BUT = 0.9;
const OPENERS = /^["“‘'(•*—–:;-]$/u;
/** Reads the capitals of a document; null for a language whose script has none. Linear. */
export function readCapitals(text: TokenisedText, names: NameRules): Capitals | null {
  const rules = names.casing;
  if (rules === undefined) return null;
  const count = text.tokens.length;
  const upper = new Uint8Array(count);
  const mute = new Uint8Array(count);
  const person = new Uint8Array(count);
  const small = new Set<string>();
  const surnames = new Set<string>();
  const maybeSurnames = new Set<string>();
  const guessed: string[] = [];
  for (let at = 0; at < count; at++) {
    const token = text.tokens[at];
    if (token?.type !== 'word') continue;
    if (/^\p{Lu}/u.test(text.text.slice(token.start, token.start + 2))) upper[at] = 1;
  }
  for (const passage of text.passages) {
    const first = text.firstToken[passage.index] ?? 0;
    const last = text.lastToken[passage.index] ?? first;
    let words = 0;
    let capitals = 0;
    for (let at = first; at < last; at++) {
      const token = text.tokens[at];
      if (token?.type !== 'word' || token.end - token.start < 4) continue;
      words++;
      capitals += upper[at] ?? 0;
    }
    const throughout = words >= 4 && capitals / words >= (passage.heading ? TITLE_CASE : ALL_BUT);
    let start = true;
    for (let at = first; at < last; at++) {
      const token = text.tokens[at];
      if (token === undefined) continue;
      if (token.type === 'word') {
        if (start || throughout) mute[at] = throughout ? 2 : 1;
        if (upper[at] === 0) small.add(token.folded);
        start = false;
      } else if (token.type === 'sign') {
        const sign = text.text.slice(token.start, token.end);
        if (/^["“•*:—–]$/u.test(sign) || (start && OPENERS.test(sign))) start = true;
      } else start = false;
    }
    if (!throughout && !passage.furniture)
      readPeople(text, first, last, names, rules, upper, mute, person, surnames, guessed);
  }
  for (const word of guessed) if (!surnames.has(word)) maybeSurnames.add(word);
  return { rules, upper, mute, person, surnames, maybeSurnames, small };
}
