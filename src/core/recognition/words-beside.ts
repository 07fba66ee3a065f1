import type { NameRules } from '../languages/name-rules.ts';
import type { Token } from '../text/tokenise.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';

export const NO_WORDS: readonly string[] = [];
/** Tokens from a kind word in the dual to the second of its names. */
const DUAL_REACH = 4;

/** The singular of a dual or plural kind word before a name, or before the name that this one is joined to. */
export function singularsBefore(text: TokenisedText, at: number, rules: NameRules): readonly string[] {
  const joined = text.tokens[at]?.folded.startsWith('و') === true;
  for (let before = at - 1; before >= Math.max(0, at - (joined ? DUAL_REACH : 1)); before--) {
    const token = text.tokens[before];
    if (token?.type !== 'word') return NO_WORDS;
    for (const { stem } of rules.read(token.folded)) {
      const singular = rules.singularKinds?.get(stem);
      if (singular) return singular;
    }
  }
  return NO_WORDS;
}

/** Whether a word is the month of a date: a number, another month or a word of time stands beside it. */
export function inDate(text: TokenisedText, at: number, { folded }: Token, rules: NameRules): boolean {
  const months = rules.months;
  if (!months || !rules.read(folded).some(({ stem }) => months.names.has(stem))) return false;
  for (const step of [-1, 1]) {
    const beside = text.tokens[at + step];
    if (beside?.type === 'number' || (beside?.type === 'word' && months.beside.has(beside.folded))) return true;
    const over = text.tokens[at + 2 * step];
    if (beside?.type === 'sign' && over?.type === 'word' && months.names.has(over.folded)) return true;
  }
  return false;
}

/** Whether a word is what the word before makes of it, no name: the channel العربية. */
export function isNeverAfter(text: TokenisedText, at: number, { folded }: Token, rules: NameRules): boolean {
  const never = rules.neverAfter?.get(folded);
  const before = text.tokens[at - 1];
  if (!never || before?.type !== 'word') return false;
  return rules.read(before.folded).some(({ stem }) => never.has(stem));
}
