import type { NameRules } from '../languages/name-rules.ts';
import type { PlaceKind } from '../model/place.ts';
import type { Proposal } from '../model/proposal.ts';
import { afterDay } from '../text/after-day.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import { type CapitalSurroundings, capitalSurroundings } from './capital-surroundings.ts';
import type { Capitals } from './capitals.ts';
import { kindsOfPair, NO_WORD, nameWordsOf } from './name-word.ts';

/** What stands around a proposal, read once. */
export interface Surroundings {
  /** Kinds that the word before (or after) names; empty when there is none. */
  readonly kinds: readonly PlaceKind[];
  /** That word as written. */
  readonly kindWord: string;
  /** Its stem, folded. */
  readonly kindStem: string;
  /** It stands at the head of a passage as the place from which the text was sent. */
  readonly dateline: boolean;
  /** It is rather the agency or channel of that name. */
  readonly media: boolean;
  /** Log odds of the preposition before; 0 for none. */
  readonly preposition: number;
  readonly direction: boolean;
  readonly personTitle: boolean;
  /** It stands after a word of the form of an adjective of origin that no noun rules: الجزائري X. */
  readonly nationality: boolean;
  /** The title has its article, or the given name before it follows a title, a preposition or another given name. */
  readonly surelyNamed: boolean;
  readonly givenName: boolean;
  /** The word before is a body of a state, with its article. */
  readonly stateBody: boolean;
  /** A word with its article that has no such noun before it, whose adjective it could be. */
  readonly standsAlone: boolean;
  /** The document calls a person by a full name that ends so, and here by that word alone. */
  readonly namesake: boolean;
  readonly nameLink: boolean;
  readonly beforeGivenName: boolean;
  readonly filiation: boolean;
  /** The head of a club's name stands before it. */
  readonly club: boolean;
  /** A distance is told from it. */
  readonly distance: boolean;
  readonly organisation: boolean;
  /** "In" before it follows a body of government, a war or a truce: rather the land than its chief town. */
  readonly landwide: boolean;
  readonly speech: boolean;
  /** Token index of the word before the proposal that can end a row of names (… و X): -1 when it is not in a row. */
  readonly rowWith: number;
  /** Token index where a containing place would start (X في محافظة Y, X، Y): -1 when there is none. */
  readonly containerAt: number;
  /** A hashtag names it alone (kind words and directions beside), or among other words. */
  readonly hashtag: 'whole' | 'part' | null;
  /** It is written in another script than the text's language has. */
  readonly foreignScript: boolean;
  /** A number stands right before it: 39 سوريا are Syrians. */
  readonly counted: boolean;
  /** It may be the adjective of its own place after a noun (قوات تركية). */
  readonly adjective: boolean;
  /** It has the form of an adjective with its article after a noun with its article. */
  readonly attribute: boolean;
  /** Token index before a comma that ends a place which this one may contain (X, Y): -1 when there is none. */
  readonly contentAt: number;
  /** What the capitals around tell; null in a script without them. */
  readonly casing: CapitalSurroundings | null;
}

const QUOTES = new Set(['"', '“', '”', '«', '»', "'", '‘', '’', '(', '[']);

const DATELINE = /^[-–—/:(]$/;

/** Reads the words around a proposal within its passage. */
export function surroundings(
  proposal: Proposal,
  text: TokenisedText,
  rules: NameRules,
  capitals: Capitals | null = null,
): Surroundings {
  const passage = text.passageOf[proposal.firstToken] ?? -1;
  const first = text.firstToken[passage] ?? 0;
  const last = text.lastToken[passage] ?? text.tokens.length;
  const sign = (index: number) => {
    const token = text.tokens[index];
    return token?.type === 'sign' ? text.text.slice(token.start, token.end) : '';
  };
  let before = proposal.firstToken - 1;
  while (before >= first && QUOTES.has(sign(before))) before--;
  if (rules.articles?.has(text.tokens[before]?.folded ?? '') && before > first) before--;
  const wordOf = nameWordsOf(rules);
  const previous = before >= first ? text.tokens[before] : undefined;
  const word = previous?.type === 'word' ? previous.folded : '';
  const spoken = previous?.type === 'word' ? wordOf(previous) : NO_WORD;
  const earlier = before - 1 >= first ? text.tokens[before - 1] : undefined;
  const beforeWord = earlier?.type === 'word' ? earlier.folded : '';
  const earlierSpoken = earlier?.type === 'word' ? wordOf(earlier) : NO_WORD;
  const next = text.tokens[proposal.lastToken];
  const follows = next?.type === 'word' && proposal.lastToken < last ? next : undefined;
  const nextWord = follows?.folded ?? '';
  const nextSpoken = follows ? wordOf(follows) : NO_WORD;

  let kinds: readonly PlaceKind[] = [];
  let kindWord = '';
  let kindStem = '';
  let direction = false;
  let organisation = false;
  // an attached particle separates the name from the word before it, except a conjunction-free one
  if (word !== '' && proposal.skipped === 0) {
    ({ kinds, kindStem } = kindsOfPair(beforeWord, word, rules) ?? spoken);
    if (kinds.length > 0) kindWord = previous ? text.text.slice(previous.start, previous.end) : word;
    direction = spoken.direction;
    organisation = spoken.organisation;
  }
  if (kinds.length === 0 && nextWord !== '') {
    const found = rules.kindAfter.get(nextWord);
    if (found) {
      kinds = found;
      kindWord = next ? text.text.slice(next.start, next.end) : nextWord;
    }
  }
  const attached = proposal.preposition === '' ? 0 : (rules.prepositions.get(proposal.preposition) ?? 0);
  const standing = proposal.skipped > 0 ? 0 : spoken.preposition;

  let rowWith = -1;
  const conjunction =
    proposal.skipped > 0 && /^[وف]/.test(text.tokens[proposal.firstToken]?.folded ?? '') && proposal.preposition === '';
  const comma = sign(before) === '،' || sign(before) === ',';
  // after a comma the first letter is the conjunction: "، وإن" names no town
  const eaten =
    comma && proposal.common && proposal.skipped === 0 && rules.read(proposal.folded).some((one) => one.conjunction);
  if (conjunction || (comma && !eaten) || rules.conjunctions.has(word)) {
    rowWith = conjunction ? before : before - 1;
    while (rowWith >= first && (QUOTES.has(sign(rowWith)) || sign(rowWith) === '،' || sign(rowWith) === ',')) rowWith--;
  }
  let containerAt = -1;
  const after = proposal.lastToken;
  if (after < last) {
    if (nextSpoken.isContainer) containerAt = after + 1;
    else if (nextSpoken.placedKind) containerAt = after;
    else if (sign(after) === '،' || sign(after) === ',' || sign(after) === '(' || sign(after) === '-')
      containerAt = after + 1;
    else if (/^ب/.test(nextWord)) containerAt = after;
  }
  // where names have capitals, so have the titles and given names before them
  const named = capitals === null || capitals.upper[before] === 1;
  // the preposition على and the name علي are one word once folded: it is a name only among names
  const givenBefore =
    spoken.given &&
    (!spoken.isPreposition || (earlierSpoken.given && !earlierSpoken.isPreposition) || earlierSpoken.isLink);
  return {
    kinds,
    kindWord,
    kindStem,
    dateline:
      proposal.firstToken === first &&
      proposal.lastToken < last &&
      DATELINE.test(sign(afterDay(text, proposal.lastToken))),
    media: rules.media?.names.has(proposal.folded) === true && isMedia(proposal, word, sign(before), rules),
    preposition: attached < 0 ? attached : Math.max(attached, standing),
    direction,
    personTitle: spoken.title && named && proposal.skipped === 0,
    nationality:
      proposal.skipped === 0 &&
      previous !== undefined &&
      before === proposal.firstToken - 1 &&
      rules.nationalityForm?.(word, beforeWord) === true,
    surelyNamed:
      capitals === null &&
      proposal.skipped === 0 &&
      ((spoken.title && rules.definite?.(word) === true) ||
        // المستشارة السابقة X
        (rules.definite?.(word) === true && rules.definite(beforeWord) && earlierSpoken.title) ||
        (givenBefore && (earlierSpoken.isPreposition || earlierSpoken.given || earlierSpoken.title))),
    stateBody: spoken.stateBody,
    givenName:
      named &&
      proposal.skipped === 0 &&
      (givenBefore || (proposal.match === 'people' && word !== '' && earlierSpoken.given)),
    standsAlone:
      rules.definite?.(text.tokens[proposal.firstToken]?.folded ?? '') === true &&
      (before !== proposal.firstToken - 1 || rules.definite(word) !== true),
    namesake: false,
    nameLink: proposal.skipped === 0 && spoken.isLink,
    beforeGivenName: capitals === null && (nextSpoken.isLink || nextSpoken.isGiven),
    filiation: nextWord !== '' && rules.filiation?.has(nextWord) === true,
    club: proposal.skipped === 0 && rules.clubHeads?.has(word) === true,
    distance: isDistance(before, first, text, rules),
    organisation,
    landwide: proposal.options.length > 1 && standing >= 1 && isLandwide(before, first, text, rules),
    speech: spoken.speech,
    rowWith,
    containerAt,
    contentAt: rules.commaContains && sign(proposal.firstToken - 1) === ',' ? proposal.firstToken - 2 : -1,
    casing:
      capitals === null ? null : capitalSurroundings(proposal.firstToken, proposal.lastToken, text, rules, capitals),
    hashtag: hashtagOf(proposal, text, rules),
    counted:
      proposal.match === 'name' &&
      proposal.skipped === 0 &&
      before === proposal.firstToken - 1 &&
      (previous?.type === 'number' || rules.tens?.has(word) === true),
    foreignScript: rules.script !== undefined && text.tokens[proposal.firstToken]?.script !== rules.script,
    attribute:
      proposal.match === 'name' &&
      proposal.skipped === 0 &&
      proposal.lastToken - proposal.firstToken === 1 &&
      kinds.length === 0 &&
      standing === 0 &&
      previous !== undefined &&
      before === proposal.firstToken - 1 &&
      rules.attributeForm?.(proposal.folded, word) === true,
    adjective:
      proposal.match === 'name' &&
      proposal.lastToken - proposal.firstToken === 1 &&
      standing === 0 &&
      attached === 0 &&
      !direction &&
      word !== '' &&
      rules.adjectiveForm?.(proposal.folded, word) === true &&
      // after a conjunction it is one only where the word before is: قوات روسية وتركية
      (!conjunction || rules.adjectiveForm(word, beforeWord) || rules.originEnding?.test(word) === true) &&
      !spoken.speech,
  };
}

/** Whether the name of an agency stands where agencies do: told to it, its reporter, after the dash of a dateline. */
function isMedia(proposal: Proposal, word: string, signBefore: string, rules: NameRules): boolean {
  if (proposal.preposition === 'ل' || /^[-–—/]$/.test(signBefore)) return true;
  return word !== '' && rules.read(word).some(({ stem }) => rules.media?.before.has(stem));
}

/** Words between "in" and the body or war before it: وزارة الصحة في, وقف إطلاق النار الدائم في. */
const LANDWIDE_WITHIN = 4;

function isLandwide(before: number, first: number, text: TokenisedText, rules: NameRules): boolean {
  for (let at = before - 1; at >= Math.max(first, before - LANDWIDE_WITHIN); at--) {
    const token = text.tokens[at];
    if (token?.type !== 'word' || rules.prepositions.has(token.folded)) return false;
    if (rules.read(token.folded).some(({ stem }) => rules.landwide?.has(stem))) return true;
  }
  return false;
}

/** Whether a unit of distance stands shortly before, a direction or preposition between: 60 كيلومترا غربي X. */
function isDistance(before: number, first: number, text: TokenisedText, rules: NameRules): boolean {
  const wordOf = nameWordsOf(rules);
  for (let at = before; at >= Math.max(first, before - 2); at--) {
    const token = text.tokens[at];
    if (token?.type !== 'word') return false;
    if (rules.distanceUnits?.has(token.folded)) return true;
    const { direction, isPreposition } = wordOf(token);
    if (!direction && !isPreposition) return false;
  }
  return false;
}

/** Whether a proposal stands in a hashtag, and whether the other words of the hashtag only say what and where it is. */
function hashtagOf(proposal: Proposal, text: TokenisedText, rules: NameRules): Surroundings['hashtag'] {
  const signAt = (at: number) => {
    const token = text.tokens[at];
    return token?.type === 'sign' ? text.text[token.start] : '';
  };
  const joined = (at: number) => text.tokens[at]?.spaced === false;
  let first = proposal.firstToken;
  while (first > 0 && joined(first) && signAt(first - 1) !== '#') first--;
  if (signAt(first - 1) !== '#' || !joined(first)) return null;
  let last = proposal.lastToken;
  while (last < text.tokens.length && joined(last) && signAt(last) !== '#') last++;
  for (let at = first; at < last; at++) {
    if (at >= proposal.firstToken && at < proposal.lastToken) continue;
    const token = text.tokens[at];
    if (token?.type === 'sign' && signAt(at) !== '_') {
      if (at >= proposal.lastToken) break;
      continue;
    }
    if (token?.type === 'number') return 'part';
    if (token?.type !== 'word') continue;
    const beside = rules
      .read(token.folded)
      .some(({ stem }) => rules.kindBefore.has(stem) || rules.directions.has(stem) || rules.prepositions.has(stem));
    if (!beside) return 'part';
  }
  return 'whole';
}
