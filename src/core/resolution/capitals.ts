import type { CapitalRules, NameRules } from '../languages/name-rules.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';

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
const PARTICLES = new Set([
  'de',
  'da',
  'di',
  'del',
  'della',
  'van',
  'von',
  'der',
  'den',
  'bin',
  'ibn',
  'al',
  'el',
  'ben',
  'le',
  'la',
  'dos',
]);
const MAX_RUN = 6;

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

/** Marks the full names of people: given name and surname; title and surname; a name before an age. */
function readPeople(
  text: TokenisedText,
  first: number,
  last: number,
  names: NameRules,
  rules: CapitalRules,
  upper: Uint8Array,
  mute: Uint8Array,
  person: Uint8Array,
  surnames: Set<string>,
  guessed: string[],
): void {
  const word = (at: number) => (text.tokens[at]?.type === 'word' ? (text.tokens[at]?.folded ?? '') : '');
  const sign = (at: number) => {
    const token = text.tokens[at];
    return token?.type === 'sign' ? text.text.slice(token.start, token.end) : '';
  };
  const breaks = (at: number) =>
    names.personTitles.has(word(at)) ||
    rules.neutral.has(word(at)) ||
    (mute[at] !== 0 && rules.functionWords.has(word(at)) && !names.givenNames.has(word(at)));
  for (let at = first; at < last; at++) {
    if (upper[at] !== 1) continue;
    // words of the run, as token indices
    const run: number[] = [];
    let titled = false;
    let possessive = false;
    while (at < last && run.length < MAX_RUN) {
      const folded = word(at);
      if (upper[at] === 1) {
        if (breaks(at)) {
          if (run.length > 0) break;
          titled = names.personTitles.has(folded);
          if (titled && sign(at + 1) === '.') at++;
          at++;
          continue;
        }
        run.push(at);
        const token = text.tokens[at];
        possessive = token !== undefined && /['’]s?$/u.test(text.text.slice(token.start, token.end));
        at++;
        if (possessive) break;
        if (sign(at) === '.' && folded.length === 1 && upper[at + 1] === 1) at++;
        else if ((sign(at) === '-' || sign(at) === '“' || sign(at) === '"') && upper[at + 1] === 1 && sign(at) === '-')
          at++;
      } else if (run.length > 0 && PARTICLES.has(folded) && upper[at + 1] === 1) at++;
      else break;
    }
    at--;
    if (run.length === 0) continue;
    const words = run.map(word);
    if (
      words.some(
        (folded) => rules.organisationTails.has(folded) || names.kindAfter.has(folded) || names.kindBefore.has(folded),
      )
    )
      continue;
    const head = words[0] ?? '';
    const given =
      names.givenNames.has(head) ||
      (rules.placeGivenNames.has(head) && run.length <= 3) ||
      (head.length === 1 && run.length > 1 && sign((run[0] ?? at) + 1) === '.');
    const either = rules.placeGivenNames.has(head);
    const aged =
      sign(at + 1) === ',' && text.tokens[at + 2]?.type === 'number' && (sign(at + 3) === ',' || sign(at + 3) === '.');
    const full = run.length >= 2 && (given || aged);
    if (
      !full &&
      !titled &&
      run.length === 2 &&
      !words.some((folded) => names.demonymBases(folded).length > 0 || names.directions.has(folded))
    )
      guessed.push(stripped(text, run[1] ?? at));
    if (!full && !(titled && run.length <= 3)) continue;
    const plain = words
      .slice(1)
      .some((folded) => rules.functionWords.has(folded) || names.demonymBases(folded).length > 0);
    const mark = either && plain && !titled && !aged ? 2 : 1;
    for (const index of run) person[index] = mark;
    const tail = run[run.length - 1] ?? at;
    const token = text.tokens[tail];
    if (mark === 1 && token && !(either && !titled && !aged)) surnames.add(stripped(text, tail));
  }
}

/** The folded word without its possessive ending. */
function stripped(text: TokenisedText, at: number): string {
  const token = text.tokens[at];
  if (token === undefined) return '';
  return /['’]s$/u.test(text.text.slice(token.start, token.end)) ? token.folded.slice(0, -1) : token.folded;
}

/** How the capitals around a stretch of tokens bear on it being the name of a place. */
export interface CapitalSurroundings {
  /** Words of a person's full name: 1 surely, 2 perhaps, 0 not. */
  readonly person: 0 | 1 | 2;
  /** The name of a person of whom the document speaks. */
  readonly surname: boolean;
  readonly maybeSurname: boolean;
  /** A capitalised word that is none of the known companions stands right before or after. */
  readonly nameBefore: boolean;
  readonly nameAfter: boolean;
  /** It stands in the name of a body or a work. */
  readonly organisation: boolean;
  /** Its capital says nothing. */
  readonly mute: boolean;
  /** The document writes the word small elsewhere. */
  readonly small: boolean;
  /** A verb of speech or of a person's doings stands beside. */
  readonly personVerb: boolean;
  /** An ordinary word that begins the sentence. */
  readonly opener: boolean;
  /** The last word of the name of a body: St. Mary's Church. */
  readonly tail: boolean;
  /** The word after makes it something else: West Nile virus. */
  readonly compound: boolean;
  /** A given name that is no well-known place's. */
  readonly given: boolean;
}

export function capitalSurroundings(
  firstToken: number,
  lastToken: number,
  text: TokenisedText,
  names: NameRules,
  capitals: Capitals,
): CapitalSurroundings {
  const { rules, upper } = capitals;
  const passage = text.passageOf[firstToken] ?? -1;
  const first = text.firstToken[passage] ?? 0;
  const last = text.lastToken[passage] ?? text.tokens.length;
  const word = (at: number) =>
    at >= first && at < last && text.tokens[at]?.type === 'word' ? (text.tokens[at]?.folded ?? '') : '';
  const endsName = (at: number) => {
    const token = text.tokens[at];
    return token !== undefined && /['’]s?$/u.test(text.text.slice(token.start, token.end));
  };
  const companion = (at: number) =>
    rules.neutral.has(word(at)) ||
    names.personTitles.has(word(at)) ||
    names.directions.has(word(at)) ||
    names.kindBefore.has(word(at)) ||
    names.kindAfter.has(word(at)) ||
    names.demonymBases(word(at)).length > 1 ||
    rules.functionWords.has(word(at));
  const known = (at: number) =>
    word(at) === '' ||
    upper[at] !== 1 ||
    capitals.mute[at] === 2 ||
    companion(at) ||
    (capitals.mute[at] === 1 && (names.commonWords.has(word(at)) || capitals.small.has(word(at))));
  let organisation = names.organisationHeads.has(word(firstToken - 1)) && upper[firstToken - 1] === 1;
  if (word(firstToken - 1) === 'of' && upper[firstToken - 2] === 1 && names.organisationHeads.has(word(firstToken - 2)))
    organisation = true;
  const possessed = endsName(lastToken - 1) && text.tokens[lastToken - 1]?.type === 'word';
  if (!possessed)
    for (let at = lastToken; at < lastToken + 4 && upper[at] === 1 && word(at) !== ''; at++) {
      if (rules.organisationTails.has(word(at))) {
        organisation = true;
        break;
      }
      if (endsName(at)) break;
    }
  const single = lastToken - firstToken === 1;
  const own = text.tokens[firstToken];
  const folded = own ? stripped(text, firstToken) : '';
  const verbAfter = rules.personVerbs.has(word(lastToken));
  const mark = capitals.person[firstToken] ?? 0;
  const whole =
    !single &&
    (capitals.person[lastToken - 1] ?? 0) === mark &&
    (capitals.person[firstToken - 1] ?? 0) === 0 &&
    (capitals.person[lastToken] ?? 0) === 0;
  const hyphenBefore =
    text.tokens[firstToken - 1]?.type === 'sign' &&
    own?.spaced === false &&
    /^[-‑]$/u.test(text.text.slice(text.tokens[firstToken - 1]?.start ?? 0, text.tokens[firstToken - 1]?.end)) &&
    upper[firstToken - 2] === 1 &&
    word(firstToken - 2).length > 1;
  const hyphenAfter =
    text.tokens[lastToken]?.type === 'sign' &&
    text.tokens[lastToken]?.spaced === false &&
    text.tokens[lastToken + 1]?.spaced === false &&
    /^[-‑]$/u.test(text.text.slice(text.tokens[lastToken]?.start ?? 0, text.tokens[lastToken]?.end)) &&
    upper[lastToken + 1] === 1;
  return {
    person: mark === 0 || whole ? 0 : mark === 1 ? 1 : 2,
    maybeSurname: single && mark === 0 && capitals.maybeSurnames.has(folded),
    surname: single && capitals.surnames.has(folded) && mark === 0,
    nameBefore: (!known(firstToken - 1) && !endsName(firstToken - 1)) || hyphenBefore,
    nameAfter:
      !possessed &&
      ((word(lastToken) !== '' && upper[lastToken] === 1 && capitals.mute[lastToken] !== 2 && !companion(lastToken)) ||
        hyphenAfter),
    organisation,
    mute: capitals.mute[firstToken] !== 0,
    small: capitals.small.has(folded),
    personVerb: verbAfter,
    opener:
      single &&
      capitals.mute[firstToken] === 1 &&
      rules.functionWords.has(folded) &&
      !/^\p{Lu}[.\p{Lu}]/u.test(text.text.slice(own?.start ?? 0, own?.end ?? 0)),
    tail: single && rules.organisationTails.has(folded) && upper[firstToken - 1] === 1,
    compound: rules.compounds.has(word(lastToken)),
    given: single && mark === 0 && names.givenNames.has(folded) && !rules.placeGivenNames.has(folded),
  };
}
