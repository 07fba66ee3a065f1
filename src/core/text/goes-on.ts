import type { TokenisedText } from './tokenised-text.ts';

/** Whether the words of a phrase after its first follow a token that is the first. */
export const goesOn = ({ tokens }: TokenisedText, at: number, phrase: readonly string[]): boolean =>
  phrase.every((word, index) => index === 0 || tokens[at + index]?.folded === word);
