import type { NameRules } from '../languages/name-rules.ts';
import { byForm, perRules } from '../text/forms.ts';
import type { Token } from '../text/tokenise.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';

export const NO_WORDS: readonly string[] = [];
/** Tokens from a kind word in the dual to the second of its names. */
const DUAL_REACH = 4;

/** What a word beside a name, or in its place, is under any reading of its particles. */
interface WordBeside {
  readonly month: boolean;
  /** The singular of the dual or plural kind word that it is. */
  readonly singular: readonly string[] | null;
}

const wordsOf = perRules((rules: NameRules) =>
  byForm((folded): WordBeside => {
    const stems = rules.read(folded).map(({ stem }) => stem);
    return {
      month: stems.some((stem) => rules.months?.names.has(stem)),
      singular: stems.map((stem) => rules.singularKinds?.get(stem)).find((words) => words !== undefined) ?? null,
    };
  }),
);

/** The singular of a dual or plural kind word before a name, or before the name that this one is joined to. */
export function singularsBefore(text: TokenisedText, at: number, rules: NameRules): readonly string[] {
  const wordOf = wordsOf(rules);
  const joined = text.tokens[at]?.folded.startsWith('و') === true;
  for (let before = at - 1; before >= Math.max(0, at - (joined ? DUAL_REACH : 1)); before--) {
    const token = text.tokens[before];
    if (token?.type !== 'word') return NO_WORDS;
    const { singular } = wordOf(token);
    if (singular) return singular;
  }
  return NO_WORDS;
}

/** Whether a word is the month of a date: a number, another month or a word of time stands beside it. */
export function inDate(text: TokenisedText, at: number, token: Token, rules: NameRules): boolean {
  const { months } = rules;
  if (!months || !wordsOf(rules)(token).month) return false;
  for (const step of [-1, 1]) {
    const beside = text.tokens[at + step];
    if (beside?.type === 'number' || (beside?.type === 'word' && months.beside.has(beside.folded))) return true;
    const over = text.tokens[at + 2 * step];
    if (beside?.type === 'sign' && over?.type === 'word' && months.names.has(over.folded)) return true;
  }
  return false;
}

/** Whether a word is one of some, under any reading of its particles: the channel العربية is no name of a place. */
export function isAfter(previous: Token | undefined, words: ReadonlySet<string>, rules: NameRules): boolean {
  return previous?.type === 'word' && rules.read(previous.folded).some(({ stem }) => words.has(stem));
}
