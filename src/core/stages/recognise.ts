import type { Gazetteer, Posting } from '../gazetteer/gazetteer.ts';
import type { NameRules, WordReading } from '../languages/name-rules.ts';
import { MAX_PROPOSALS, type Proposal } from '../model/proposal.ts';
import { isArticle, proposeCased } from '../recognition/cased-names.ts';
import { makeProposal } from '../recognition/make-proposal.ts';
import { proposeBySound } from '../recognition/name-by-sound.ts';
import { inDate, isAfter, NO_WORDS, singularsBefore } from '../recognition/words-beside.ts';
import { byForm, perRules } from '../text/forms.ts';
import type { Token } from '../text/tokenise.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';

const INSIDE_NAMES = new Set(['"', '“', '”', '«', '»', "'", '‘', '’', '-', '–', '_', '‑', 'ـ']);
const MAX_WORDS = 8;
/** Longest row of signs between two words of a name (`مرتفعات "قره`). */
const MAX_SIGNS = 2;

/**
 * Proposes every stretch of text that the gazetteer knows, under every reading of attached particles, with names of
 * several words and names inside names, and words that only sound like a name where the words around speak for one.
 * Chooses nothing, and stops where there are more than `MAX_PROPOSALS`. Cost: a few look-ups a word.
 */
export function recognise(text: TokenisedText, gazetteer: Gazetteer, rules: NameRules): Proposal[] {
  const proposals: Proposal[] = [];
  const wordOf = knownWordsBy(gazetteer)(rules);
  for (const passage of text.passages) {
    if (passage.furniture) continue;
    const first = text.firstToken[passage.index] ?? 0;
    const last = text.lastToken[passage.index] ?? first;
    for (let at = first; at < last && proposals.length <= MAX_PROPOSALS; at++) {
      const token = text.tokens[at];
      if (token?.type !== 'word' || token.folded.length < 2) continue;
      const isSmall = token.script === 'latn' && !/^\p{Lu}/u.test(text.text.slice(token.start, token.start + 2));
      if (rules.capitals && isSmall && !isArticle(text, at, rules)) continue;
      if (rules.casing) proposeCased(text, at, last, gazetteer, rules, proposals);
      else proposeAt(text, at, last, token, wordOf, gazetteer, rules, proposals);
    }
  }
  return proposals;
}

/** What the gazetteer says of one reading of a word, whatever stands around it. */
interface KnownReading {
  readonly reading: WordReading;
  /** Words of the longest name that starts with it. */
  readonly longest: number;
  readonly options: readonly Posting[];
  readonly common: boolean;
  readonly people: { readonly form: string; readonly options: readonly Posting[] } | null;
}

/** What the gazetteer and the rules say of a word. */
interface KnownWord {
  readonly readings: readonly KnownReading[];
  /** Words before which, and after which, it is no name. */
  readonly neverBefore: ReadonlySet<string> | undefined;
  readonly neverAfter: ReadonlySet<string> | undefined;
  readonly clubHead: boolean;
}

const knownWordsBy = perRules((gazetteer: Gazetteer) =>
  perRules((rules: NameRules) =>
    byForm(
      (folded): KnownWord => ({
        readings: knownReadings(folded, gazetteer, rules),
        neverBefore: rules.neverBefore?.get(folded),
        neverAfter: rules.neverAfter?.get(folded),
        clubHead: rules.clubHeads?.has(folded) === true,
      }),
    ),
  ),
);

function knownReadings(folded: string, gazetteer: Gazetteer, rules: NameRules): readonly KnownReading[] {
  const joined = joinedOrdinary(folded, rules);
  return rules.read(folded).flatMap((reading) => {
    const never = rules.neverNames.has(reading.stem);
    const kind = rules.kindBefore.has(reading.stem);
    const found: KnownReading = {
      reading,
      longest: Math.min(gazetteer.longest(reading.stem), MAX_WORDS),
      options: never || (kind && rules.definite?.(reading.stem) !== false) ? [] : gazetteer.find(reading.stem),
      common: kind || ordinaryToo(reading.stem, rules) || (reading.skip > 0 ? ordinaryToo(folded, rules) : joined),
      people: never || kind ? null : findPeople(reading.stem, gazetteer, rules),
    };
    return found.longest > 1 || found.options.length > 0 || found.people ? [found] : [];
  });
}

/** Whether a word is as well an ordinary word, a month or the name of a person. */
const ordinaryToo = (folded: string, rules: NameRules): boolean =>
  rules.commonWords.has(folded) ||
  rules.months?.names.has(folded) === true ||
  (rules.script !== undefined && rules.givenNames.has(folded));

/** Letters of the shortest word that a conjunction before it is told from the first letter of a name. */
const MIN_JOINED = 3;

/** Whether a word is rather "and" with an ordinary word, a verb or the name of a person: وأدان, وليلى. */
const joinedOrdinary = (folded: string, rules: NameRules) =>
  rules
    .read(folded)
    .some(
      ({ conjunction, preposition, stem }) =>
        conjunction &&
        preposition === '' &&
        stem.length >= MIN_JOINED &&
        (rules.neverNames.has(stem) || rules.speechVerbs.has(stem) || ordinaryToo(stem, rules)),
    );

function findPeople(stem: string, gazetteer: Gazetteer, rules: NameRules): KnownReading['people'] {
  // إيغور is rather a man's name; تركي is one of many adjectives
  if (rules.script !== undefined && rules.givenNames.has(stem) && rules.demonymBases(stem).length === 0) return null;
  const whole = stem.startsWith('ال') ? [stem, stem.slice(2)] : [stem];
  for (const form of [...whole, ...rules.demonymBases(stem)]) {
    const options = gazetteer.findPeople(form);
    if (options.length > 0) return { form, options };
  }
  return null;
}

const NO_OPTIONS: readonly Posting[] = [];

function proposeAt(
  text: TokenisedText,
  at: number,
  last: number,
  token: Token,
  wordOf: (token: Token) => KnownWord,
  gazetteer: Gazetteer,
  rules: NameRules,
  out: Proposal[],
): void {
  const { readings, neverBefore, neverAfter } = wordOf(token);
  const after = text.tokens[at + 1];
  const previous = text.tokens[at - 1];
  if (after?.type === 'word' && neverBefore?.has(after.folded)) return;
  if (neverAfter !== undefined && isAfter(previous, neverAfter, rules)) return;
  if (rules.months && inDate(text, at, token, rules)) return;
  const before = out.length;
  const club = previous?.type === 'word' && wordOf(previous).clubHead ? gazetteer.find(token.folded) : NO_OPTIONS;
  if (club.length > 0) out.push(makeProposal(text, at, at + 1, token.folded, 'name', '', 0, club));
  const kinds = readings.length > 0 && rules.singularKinds ? singularsBefore(text, at, rules) : NO_WORDS;
  let words: number[] | null = null;
  for (const { reading, longest, options, common, people } of readings) {
    const { stem, preposition, skip } = reading;
    if (longest > 1) {
      words ??= followingWords(text, at, last);
      const keys = [stem];
      for (const word of words) {
        if (keys.length >= longest) break;
        keys.push(`${keys[keys.length - 1]} ${text.tokens[word]?.folded}`);
      }
      for (let length = keys.length; length > 1; length--) {
        const key = keys[length - 1] ?? '';
        const longer = withKinds(kinds, key, gazetteer.find(key), gazetteer);
        if (longer.length === 0) continue;
        out.push(makeProposal(text, at, (words[length - 2] ?? at) + 1, key, 'name', preposition, skip, longer));
        break;
      }
    }
    const all = withKinds(kinds, stem, options, gazetteer);
    if (all.length > 0) out.push(makeProposal(text, at, at + 1, stem, 'name', preposition, skip, all, common));
    if (people) out.push(makeProposal(text, at, at + 1, people.form, 'people', preposition, skip, people.options));
  }
  if (out.length === before && token.script === 'arab' && token.folded.length >= 4)
    proposeBySound(text, at, token, gazetteer, rules, out);
}

/** What a name means, first with the kind words before it (مدينتي X وY: مدينة X). */
function withKinds(
  kinds: readonly string[],
  name: string,
  options: readonly Posting[],
  gazetteer: Gazetteer,
): readonly Posting[] {
  if (kinds.length === 0) return options;
  const own = kinds.flatMap((kind) => gazetteer.find(`${kind} ${name}`));
  return own.length > 0 ? [...own, ...options] : options;
}

/** The words after a token that could belong to one name with it: only hyphens and quotation marks may stand between. */
function followingWords(text: TokenisedText, at: number, last: number): number[] {
  const words: number[] = [];
  let signs = 0;
  for (let next = at + 1; next < last && words.length < MAX_WORDS; next++) {
    const token = text.tokens[next];
    if (token === undefined) break;
    if (token.type === 'sign') {
      if (++signs > MAX_SIGNS || !INSIDE_NAMES.has(text.text.slice(token.start, token.end))) break;
      continue;
    }
    signs = 0;
    words.push(next);
  }
  return words;
}
