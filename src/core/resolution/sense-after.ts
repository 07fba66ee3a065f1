import type { NameRules } from '../languages/name-rules.ts';
import type { SenseRules } from '../languages/sense-rules.ts';
import type { Mention, Sense } from '../model/mention.ts';
import type { PlaceKind } from '../model/place.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import { isComma, type Word } from './sense-words.ts';

/** Kinds that a body is called after, rather than placed in. */
export const WIDE: ReadonlySet<PlaceKind> = new Set(['region', 'organisation-area', 'country']);
/** Words that the name of a body may have before the place in it. */
const BODY_WORDS = 11;
/** Tokens over which a row of names may run before its verb. */
const ROW_TOKENS = 12;

/** Whether the capitalised words around a name make it part of the name of a body: X University, Bank of X, Organization for … in X. */
export function inBody(
  text: TokenisedText,
  mention: Mention,
  first: number,
  last: number,
  end: number,
  names: NameRules,
): boolean {
  const upper = (at: number) => {
    const token = text.tokens[at];
    return token?.type === 'word' && /^\p{Lu}/u.test(text.text.slice(token.start, token.start + 2));
  };
  const folded = (at: number) => text.tokens[at]?.folded ?? '';
  const tail = text.tokens[last];
  if (tail && /['’]s$/u.test(text.text.slice(tail.start, tail.end))) return false;
  for (let at = last + 1; at < Math.min(end, last + 5) && upper(at); at++)
    if (names.casing?.organisationTails.has(folded(at))) return true;
  if (upper(first - 1)) return names.organisationHeads.has(folded(first - 1));
  if (!names.prepositions.has(folded(first - 1))) return false;
  // "in" before a town places the body, before Europe it names it
  if (folded(first - 1) !== 'of' && !WIDE.has(mention.kind ?? 'other')) return false;
  for (let at = first - 2; at > first - BODY_WORDS; at--) {
    if (upper(at) && names.organisationHeads.has(folded(at))) return true;
    const joint =
      names.prepositions.has(folded(at)) || names.conjunctions.has(folded(at)) || text.tokens[at]?.type === 'sign';
    const hyphened = text.tokens[at - 1]?.type === 'sign' && text.tokens[at]?.spaced === false;
    if (!upper(at) && !hyphened && !(joint && folded(first - 1) !== 'at')) return false;
    if (text.tokens[at]?.type === 'sign' && text.tokens[at]?.spaced !== false) return false;
  }
  return false;
}

/** What the words after a name say: possession and offices, the verb of which it is the subject. Null where they say nothing. */
export function senseAfter(
  text: TokenisedText,
  mention: Mention,
  last: number,
  end: number,
  speaks: boolean,
  head: Word | undefined,
  previous: { mention: Mention; last: number } | null,
  first: number,
  names: NameRules,
  rules: SenseRules,
): Sense | null {
  const tail = text.tokens[last];
  const possessed = tail !== undefined && tail.end > mention.end;
  const word = (at: number) => (at < end && text.tokens[at]?.type === 'word' ? (text.tokens[at]?.folded ?? '') : '');
  const cues = new Set(rules.cuesAfter?.get(word(last + 1)) ?? []);
  if (cues.has('in')) return possessed ? 'literal' : null;
  if (cues.has('act')) return 'metonymic';
  if (possessed) return speaks || cues.has('attribute') ? 'associative' : 'literal';
  if (cues.has('attribute')) return 'associative';
  // a member of a row is meant as the one before it
  const from = names.articles?.has(word(first - 1)) ? first - 1 : first;
  let joint = from - 1;
  if (names.conjunctions.has(word(joint)) && isComma(text, joint - 1)) joint--;
  const joined = names.conjunctions.has(word(joint)) || isComma(text, joint);
  if (
    previous &&
    joined &&
    previous.last === joint - 1 &&
    previous.mention.sense !== 'demonym' &&
    previous.mention.sense !== 'embedded'
  )
    return previous.mention.sense === 'associative' && !speaks ? null : previous.mention.sense;
  const placed = head !== undefined && head.cues.size > 0 && !head.cues.has('attribute');
  if (!speaks || placed) return null;
  // the verb of which it is a subject, alone or with others: X, Y and Z signed
  let at = last + 1;
  const stop = Math.min(end, last + ROW_TOKENS);
  const inRow = () => names.conjunctions.has(word(at)) || isComma(text, at) || names.articles?.has(word(at));
  if (names.conjunctions.has(word(at)))
    while (
      at < stop &&
      (inRow() || /^\p{Lu}/u.test(text.text.slice(text.tokens[at]?.start ?? 0, (text.tokens[at]?.start ?? 0) + 2)))
    )
      at++;
  while (at < stop && (/ly$/.test(word(at)) || rules.adverbs?.has(word(at)))) at++;
  const verb = word(at);
  if (verb !== '' && ((rules.cuesAfter?.get(verb) ?? []).includes('verb') || rules.looksLikeVerb(verb)))
    return 'metonymic';
  return null;
}
