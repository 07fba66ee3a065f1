import type { DateValue } from '../../calendar/date-value.ts';
import { originalOffset } from '../../text/fold.ts';
import { byForm } from '../../text/forms.ts';
import type { TokenisedText } from '../../text/tokenised-text.ts';
import { COUNTED, NOT_COUNTED } from './dates-surroundings.ts';
import { STARTERS } from './dates-words.ts';
import { beginsNumber, readNumberWords } from './numbers.ts';
import { readWord } from './particles.ts';

/**
 * A look at the tokens `[from, to)` of a passage from the token `head` on, whose word is read in one of the ways that
 * its attached particles allow. An expression begins at the head; only the head is read without its particles.
 */
export interface View {
  readonly text: TokenisedText;
  readonly from: number;
  readonly to: number;
  readonly head: number;
  readonly word: string;
  /** Folded characters of the head before `word`. */
  readonly skip: number;
  /** The preposition attached to the head, '' for none. */
  readonly preposition: string;
  /** How many expressions this one is read inside of. */
  readonly depth: number;
}

/** A value read from the tokens `[from, to)`. */
export interface Found<Value extends DateValue = DateValue> {
  readonly value: Value;
  readonly from: number;
  readonly to: number;
}

/** Reads a single date (no range) at a token. */
export type PointReader = (view: View, index: number) => Found | null;

/** The views of a passage with `head` in front, one for each way to read its word, the bare word first. */
export function viewsAt(text: TokenisedText, from: number, to: number, head: number): View[] {
  const token = text.tokens[head];
  if (!token) return [];
  if (token.type !== 'word') return [{ text, from, to, head, word: token.folded, skip: 0, preposition: '', depth: 0 }];
  return readWord(token.folded).map(({ stem, skip, preposition }) => {
    return { text, from, to, head, word: stem, skip, preposition, depth: 0 };
  });
}

/** Whether an expression can begin with a word as it stands: most words of a text are passed over by it. */
export const isStarter = (word: string) => STARTERS.has(word) || beginsNumber(word);
const isStarterForm = byForm(isStarter);

/** The same for the word at a token. */
export function mayBegin(view: View, index: number): boolean {
  const token = view.text.tokens[index];
  if (index === view.head) return isStarter(view.word);
  return token !== undefined && index < view.to && isStarterForm(token);
}

/** The views behind a conjunction و: the head without it. */
export function viewsAfterAnd(view: View, index: number): View[] {
  const token = view.text.tokens[index];
  if (!token || index >= view.to) return [];
  const { text, from, to } = view;
  if (token.folded === 'و') return index + 1 < to ? viewsAt(text, from, to, index + 1).slice(0, 1) : [];
  if (token.folded[0] !== 'و' || token.folded.length < 3) return [];
  const word = token.folded.slice(1);
  return [{ text, from, to, head: index, word, skip: 1, preposition: '', depth: view.depth }];
}

/** The folded word or sign at a token, '' outside the passage. */
export function wordAt(view: View, index: number): string {
  if (index === view.head) return view.word;
  return index >= view.from && index < view.to ? (view.text.tokens[index]?.folded ?? '') : '';
}

const readerOf = (view: View) => (index: number) => wordAt(view, index);

/** Offset at which a token begins, without the particles of the head. */
export function startOf(view: View, index: number): number {
  const token = view.text.tokens[index];
  if (!token) return 0;
  return index === view.head && view.skip > 0
    ? originalOffset(view.text.text, token.start, token.end, view.skip)
    : token.start;
}

/** Whether the word before a token, with or without its particles, is in a set. */
export function precededBy(view: View, index: number, words: ReadonlySet<string>): boolean {
  if (index <= view.from) return false;
  const folded = view.text.tokens[index - 1]?.folded ?? '';
  return words.has(folded) || readWord(folded).some(({ stem }) => words.has(stem));
}

const isNumber = (view: View, index: number) =>
  index >= view.from && index < view.to && view.text.tokens[index]?.type === 'number';
const isSpaced = (view: View, index: number) => view.text.tokens[index]?.spaced ?? true;

/** Whether the number at a token is a whole one: no fraction, no thousands, no part of a code or a time. */
export function isWhole(view: View, index: number): boolean {
  if (!isNumber(view, index)) return false;
  const joins = (sign: string) => '.,:٫٬/'.includes(sign) && sign !== '';
  if (joins(wordAt(view, index + 1)) && !isSpaced(view, index + 1)) {
    if (isNumber(view, index + 2) && !isSpaced(view, index + 2)) return false;
  }
  const before = wordAt(view, index - 1);
  if (index > view.from && !isSpaced(view, index)) {
    if (joins(before) && isNumber(view, index - 2) && !isSpaced(view, index - 1)) return false;
    if (before === '+' || before === '$' || before === '#' || before === '€') return false;
    const script = view.text.tokens[index - 1]?.script;
    if (script === 'latn') return false;
  }
  return true;
}

export interface WholeNumber {
  readonly value: number;
  readonly to: number;
  readonly words: boolean;
  readonly ordinal: boolean;
  readonly digits: number;
}

/** A whole number in digits or words; الـ before digits is passed over. */
export function numberAt(view: View, index: number): WholeNumber | null {
  if (wordAt(view, index) === 'ال' && isWhole(view, index + 1)) return numberAt(view, index + 1);
  if (isNumber(view, index)) {
    if (!isWhole(view, index)) return null;
    const digits = wordAt(view, index);
    if (digits.length > 9 || digits.startsWith('000')) return null;
    return { value: Number(digits), to: index + 1, words: false, ordinal: false, digits: digits.length };
  }
  const words = readNumberWords(readerOf(view), index);
  return words && { value: words.value, to: words.to, words: words.words, ordinal: words.ordinal, digits: 0 };
}

/** Whether the token behind a number is what the number counts (قتيل, شخصا, %), so that it is no year and no day. */
export function isCounted(view: View, index: number): boolean {
  const word = wordAt(view, index);
  if (word === '') return false;
  if (word === '%' || word === '٪' || word === '$' || word === '°') return true;
  const token = view.text.tokens[index];
  if (token?.type !== 'word') return false;
  if (COUNTED.has(word)) return true;
  const written = view.text.text.slice(token.start, token.end);
  return /(?:اً|ًا)$/u.test(written) && !NOT_COUNTED.has(word);
}
