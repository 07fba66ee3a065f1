import type { TokenisedText } from './tokenised-text.ts';

/** The token after the day that the place of a dateline may have (نواكشوط 30 يونيو –, with a year or without), else the same token. */
export function afterDay({ tokens }: TokenisedText, at: number): number {
  if (tokens[at]?.type !== 'number' || tokens[at + 1]?.type !== 'word') return at;
  return tokens[at + 2]?.type === 'number' ? at + 3 : at + 2;
}
