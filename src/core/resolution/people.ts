import type { CapitalRules, NameRules } from '../languages/name-rules.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';

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

/** Marks the full names of people: given name and surname; title and surname; a name before an age. */
export function readPeople(
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
export function stripped(text: TokenisedText, at: number): string {
  const token = text.tokens[at];
  if (token === undefined) return '';
  return /['’]s$/u.test(text.text.slice(token.start, token.end)) ? token.folded.slice(0, -1) : token.folded;
}
