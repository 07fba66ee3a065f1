import type { Passage } from '../model/document.ts';

/** What the splitter must know of a language. */
export interface SentenceRules {
  /** Lines that are furniture of a web page rather than text; tested against the trimmed line. */
  readonly furniture: readonly RegExp[];
  /** Words (as written, without the dot) after which a dot does not end a sentence. */
  readonly abbreviations: ReadonlySet<string>;
  /** Those of them that can end a sentence as well (U.S, Inc): they do before one of `starters`. */
  readonly canEnd?: ReadonlySet<string>;
  /** Words, as written, that begin a sentence when they follow such an abbreviation with a capital. */
  readonly starters?: ReadonlySet<string>;
}

const CLOSERS = new Set(['"', '”', '»', "'", '’', ')', ']', '“']);
/** A longer line without a stop is a sentence that lost it. */
const MAX_HEADING_WORDS = 14;
const MAX_PASSAGE = 2000;

const DOT = 0x2e;
/** ! ? ؟ ۔ … */
const isOtherTerminator = (code: number): boolean =>
  code === 0x21 || code === 0x3f || code === 0x61f || code === 0x6d4 || code === 0x2026;

function isTerminator(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== DOT) return isOtherTerminator(code);
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  // 6.3, 20.9.2023, www.site.com: a dot with no space after it and a letter or digit before and after
  if (/[\p{N}\p{L}]/u.test(after) && /[\p{N}\p{L}]/u.test(before))
    return /\p{Script=Arabic}/u.test(before) && /\p{Script=Arabic}/u.test(after) && !/\p{N}/u.test(before + after);
  return true;
}

/**
 * Splits a text into passages: sentences within paragraphs (lines). Every character that is not white space between
 * passages lies in exactly one of them. A passage of more than 2,000 characters without an end is cut at a space.
 * Linear in the length of the text.
 */
export function split(text: string, rules: SentenceRules): Passage[] {
  const passages: Passage[] = [];
  let paragraph = 0;
  let lineStart = 0;
  while (lineStart <= text.length) {
    let lineEnd = text.indexOf('\n', lineStart);
    if (lineEnd < 0) lineEnd = text.length;
    const before = passages.length;
    splitLine(text, lineStart, lineEnd, paragraph, rules, passages);
    if (passages.length > before) paragraph++;
    lineStart = lineEnd + 1;
  }
  return passages;
}

function splitLine(
  text: string,
  lineStart: number,
  lineEnd: number,
  paragraph: number,
  rules: SentenceRules,
  out: Passage[],
): void {
  let start = lineStart;
  let end = lineEnd;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (start === end) return;
  const short = end - start < 200;
  const line = short ? text.slice(start, end) : '';
  const furniture = short && rules.furniture.some((pattern) => pattern.test(line));
  const heading =
    short && !furniture && !/[.؟!?:،؛۔…"”»]$/u.test(line) && line.split(/\s+/u).length <= MAX_HEADING_WORDS;
  if (furniture || heading) {
    out.push({ start, end, index: out.length, paragraph, furniture, heading });
    return;
  }
  const push = (from: number, to: number) => {
    let a = from;
    let b = to;
    while (a < b && isSpace(text.charCodeAt(a))) a++;
    while (b > a && isSpace(text.charCodeAt(b - 1))) b--;
    if (a < b) out.push({ start: a, end: b, index: out.length, paragraph, furniture: false, heading: false });
  };
  let sentence = start;
  let lastSpace = -1;
  for (let at = start; at < end; at++) {
    if (isSpace(text.charCodeAt(at))) {
      lastSpace = at;
      if (at - sentence > MAX_PASSAGE) {
        push(sentence, at);
        sentence = at;
      }
      continue;
    }
    if (!isTerminator(text, at)) {
      if (at - sentence > 4 * MAX_PASSAGE && lastSpace < sentence) {
        push(sentence, at);
        sentence = at;
      }
      continue;
    }
    if (text[at] === '.') {
      let word = at;
      while (word > sentence && !isSpace(text.charCodeAt(word - 1))) word--;
      const token = text.slice(word, at).replace(/^[("“‘'[]+(?=\p{Script=Latin})/u, '');
      const isShort =
        rules.abbreviations.has(token) || rules.abbreviations.has(token.slice(token.lastIndexOf('.') + 1));
      if ((isShort || /^\p{Lu}$/u.test(token)) && !endsAfter(text, at + 1, token, rules)) continue;
    }
    let stop = at + 1;
    while (stop < end && (isTerminator(text, stop) || CLOSERS.has(text[stop] ?? ''))) stop++;
    // an end inside a line is one only before white space or an Arabic letter
    if (stop < end && !isSpace(text.charCodeAt(stop)) && !/[\p{Script=Arabic}\p{Lu}"“«]/u.test(text[stop] ?? ''))
      continue;
    // a sentence that goes on after a closing quotation with a comma or a lower-case word is one sentence
    const rest = text.slice(stop, stop + 3).trimStart();
    if (/^[،,؛;:]/u.test(rest) || /^\p{Ll}/u.test(rest)) continue;
    push(sentence, stop);
    sentence = stop;
    at = stop - 1;
  }
  push(sentence, end);
}

/** Whether a sentence ends after an abbreviation that can end one: a word that begins sentences follows. */
function endsAfter(text: string, at: number, token: string, rules: SentenceRules): boolean {
  if (!rules.canEnd?.has(token)) return false;
  const next = /^["”’)]*\s+["“‘(]*(\p{Lu}\p{L}*)/u.exec(text.slice(at, at + 40));
  return next?.[1] !== undefined && (rules.starters?.has(next[1]) ?? false);
}

function isSpace(code: number): boolean {
  if (code < 0x2000) return code <= 0x20 || code === 0xa0;
  return code <= 0x200b || code === 0x200e || code === 0x200f || code === 0x2028 || code === 0x2029 || code === 0xfeff;
}
