import type { Gazetteer, Posting } from '../gazetteer/gazetteer.ts';
import type { NameRules } from '../languages/name-rules.ts';
import type { Proposal } from '../model/proposal.ts';
import { originalOffset } from '../text/fold.ts';
import type { Token } from '../text/tokenise.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';

const INSIDE_NAMES = /^["“”'‘’–‑-]$/u;
const MAX_WORDS = 8;
const MAX_SIGNS = 2;
/** How far ahead the end of a row of names is looked for. */
const ROW_TOKENS = 14;
/** Names up to this many letters that are recorded in capitals throughout stand so in the text. */
const SHORT_CAPITALS = 5;

/**
 * Proposes the names that begin at a capitalised word: the last word of a name has a capital too, endings are read off
 * it, short forms stand for their names, and a short name that is recorded in capitals (US) is told by them.
 */
export function proposeCased(
  text: TokenisedText,
  at: number,
  last: number,
  gazetteer: Gazetteer,
  rules: NameRules,
  out: Proposal[],
): void {
  const head = text.tokens[at] as Token;
  const container = containedForm(text, at, rules) ? rules.containerForms : undefined;
  const propose = (key: string, end: number, drop: number, common: boolean): boolean => {
    const stop = endWithout(text, end, drop);
    const surface = text.text.slice(head.start, stop);
    if (isCurrency(text, end)) return false;
    const known = rules.shortForms?.get(key);
    const containing = container !== undefined && abbreviated(text, end, surface) ? container.get(key) : undefined;
    const plural = rowKind(text, end, last, rules);
    const members = plural === '' ? [] : gazetteer.find(`${key} ${plural}`);
    if (members.length > 0) {
      out.push(proposal(text, at, end, stop, `${key} ${plural}`, 'name', false, members));
      return true;
    }
    const options = [
      ...asWritten(gazetteer.find(key), surface).filter((option) => tailAsWritten(option.name, surface)),
      ...(known === undefined ? [] : gazetteer.find(known)),
      ...(containing === undefined ? [] : gazetteer.find(containing)),
    ];
    if (options.length === 0) return false;
    out.push(proposal(text, at, end, stop, key, 'name', common, options));
    return true;
  };
  if (isArticle(text, at, rules)) {
    const before = out.length;
    for (const article of new Set([head.folded, ...ARTICLES]))
      if (out.length === before) proposeLonger(text, at, last, article, gazetteer, rules, propose);
    const own = text.tokens[at + 2] as Token;
    const options = out.length === before ? gazetteer.find(own.folded) : [];
    if (options.length > 0)
      out.push(proposal(text, at, at + 3, own.end, own.folded, 'name', rules.commonWords.has(own.folded), options));
    return;
  }
  for (const { stem, drop = 0 } of rules.read(head.folded, text.text.slice(head.start, head.end))) {
    if (drop === 0) proposeLonger(text, at, last, stem, gazetteer, rules, propose);
    if (rules.neverNames.has(stem)) continue;
    const people = [stem, ...rules.demonymBases(stem)].find((form) => gazetteer.findPeople(form).length > 0);
    // a town called like a people (Canadian, Texas) needs evidence as other ordinary words do
    propose(stem, at + 1, drop, rules.commonWords.has(stem) || people !== undefined);
    if (people !== undefined)
      out.push(
        proposal(
          text,
          at,
          at + 1,
          endWithout(text, at + 1, drop),
          people,
          'people',
          false,
          gazetteer.findPeople(people),
        ),
      );
  }
}

/** The spellings under which the article of another language is mostly recorded: al-Fashir is El Fasher. */
const ARTICLES = ['al', 'el'];

/** Whether a word is the article of another language that a hyphen ties to a name, written small or not: el-Fasher, ash-Shati. */
export function isArticle(text: TokenisedText, at: number, rules: NameRules): boolean {
  const [article, hyphen, own] = [text.tokens[at], text.tokens[at + 1], text.tokens[at + 2]];
  if (article?.type !== 'word' || !rules.foreignArticles?.has(article.folded)) return false;
  return (
    hyphen?.type === 'sign' &&
    !hyphen.spaced &&
    /^[-‐‑]$/u.test(text.text.slice(hyphen.start, hyphen.end)) &&
    own?.type === 'word' &&
    !own.spaced &&
    /^\p{Lu}/u.test(text.text.slice(own.start, own.start + 2))
  );
}

/** The longest name of several words that begins at a word. */
function proposeLonger(
  text: TokenisedText,
  at: number,
  last: number,
  stem: string,
  gazetteer: Gazetteer,
  rules: NameRules,
  propose: (key: string, end: number, drop: number, common: boolean) => boolean,
): void {
  const respelt = rules.spellings?.get(stem);
  let words: number[] | null = null;
  for (const first of respelt === undefined ? [stem] : [stem, respelt]) {
    const longest = Math.min(gazetteer.longest(first), MAX_WORDS);
    if (longest < 2) continue;
    words ??= followingWords(text, at, last, rules);
    for (let length = Math.min(longest, words.length + 1); length > 1; length--) {
      const index = words[length - 2] ?? at;
      const tail = text.tokens[index] as Token;
      const written = text.text.slice(tail.start, tail.end);
      const inner = words.slice(0, length - 2).map((word) => text.tokens[word]?.folded ?? '');
      for (const { stem: end, drop = 0 } of rules.read(tail.folded, written))
        for (const spelt of [end, rules.spellings?.get(end)])
          if (spelt !== undefined && propose([first, ...inner, spelt].join(' '), index + 1, drop, false)) return;
    }
  }
}

/** The words after a token that could belong to one name with it: hyphens, quotation marks and the dots of short forms may stand between. */
function followingWords(text: TokenisedText, at: number, last: number, rules: NameRules): number[] {
  const words: number[] = [];
  let signs = 0;
  for (let next = at + 1; next < last && words.length < MAX_WORDS; next++) {
    const token = text.tokens[next] as Token;
    if (token.type === 'sign') {
      const sign = text.text.slice(token.start, token.end);
      const dot = sign === '.' && !token.spaced && rules.spellings?.has(text.tokens[next - 1]?.folded ?? '');
      if (!dot && (++signs > MAX_SIGNS || !INSIDE_NAMES.test(sign))) break;
      continue;
    }
    signs = 0;
    words.push(next);
  }
  return words;
}

/** The kind word whose plural ends a row of names (X, Y and Z counties); '' for none. */
function rowKind(text: TokenisedText, end: number, last: number, rules: NameRules): string {
  if (rules.kindPlurals === undefined) return '';
  for (let at = end; at < Math.min(last, end + ROW_TOKENS); at++) {
    const token = text.tokens[at] as Token;
    if (token.type === 'sign') {
      if (text.text[token.start] !== ',') return '';
      continue;
    }
    const plural = rules.kindPlurals.get(token.folded);
    if (plural !== undefined) return plural;
    if (!rules.conjunctions.has(token.folded) && !/^\p{Lu}/u.test(text.text.slice(token.start, token.start + 2)))
      return '';
  }
  return '';
}

/** Whether a word stands right after a name and a comma, where short forms of what contains it are understood. */
function containedForm(text: TokenisedText, at: number, rules: NameRules): boolean {
  const sign = text.tokens[at - 1];
  const before = text.tokens[at - 2];
  if (rules.containerForms === undefined || sign?.type !== 'sign' || before?.type !== 'word') return false;
  if (!/^\p{Lu}/u.test(text.text.slice(before.start, before.start + 2))) return false;
  // a party and the state that elected: D-Va.
  const party = text.text[sign.start] === '-' && !sign.spaced && before.end - before.start === 1;
  return text.text[sign.start] === ',' || party;
}

/** US$, A€: the name of a currency. */
function isCurrency(text: TokenisedText, end: number): boolean {
  const next = text.tokens[end];
  return next?.type === 'sign' && !next.spaced && /^\p{Sc}/u.test(text.text.slice(next.start, next.end));
}

/** Short forms of two letters are written in capitals (IL) or with a dot (Ga.). */
function abbreviated(text: TokenisedText, end: number, surface: string): boolean {
  if (surface.length > 2 || surface === surface.toUpperCase()) return true;
  const next = text.tokens[end];
  return next?.type === 'sign' && text.text[next.start] === '.';
}

/** "US" is not "us", and "WHO" is not a town called Who. */
function asWritten(options: readonly Posting[], surface: string): readonly Posting[] {
  const inCapitals = (word: string) => {
    const letters = word.replace(/[^\p{L}]/gu, '');
    return letters.length > 1 && letters.length <= SHORT_CAPITALS && letters === letters.toUpperCase();
  };
  const here = inCapitals(surface);
  return options.filter((option) => inCapitals(option.name) === here);
}

/** The last word of a name is written small only where the gazetteer has it so (Lachin corridor). */
function tailAsWritten(name: string, surface: string): boolean {
  const small = (words: string) => /^\p{Ll}/u.test(/[\p{L}\p{N}'’.]+$/u.exec(words)?.[0] ?? '');
  return !small(surface) || small(name);
}

/** Offset of the end of the token before `end` without the letters of an ending. */
function endWithout(text: TokenisedText, end: number, drop: number): number {
  const tail = text.tokens[end - 1] as Token;
  return drop === 0 ? tail.end : originalOffset(text.text, tail.start, tail.end, tail.folded.length - drop);
}

function proposal(
  text: TokenisedText,
  at: number,
  last: number,
  end: number,
  folded: string,
  match: Proposal['match'],
  common: boolean,
  options: Proposal['options'],
): Proposal {
  const { start } = text.tokens[at] as Token;
  const surface = text.text.slice(start, end);
  return {
    start,
    end,
    firstToken: at,
    lastToken: last,
    surface,
    folded,
    match,
    preposition: '',
    skipped: 0,
    common,
    options,
  };
}
