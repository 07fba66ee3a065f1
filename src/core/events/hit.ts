import type { Trigger, WordUse } from '../languages/event-rules.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';

/** A trigger in the text whose frame fits. Tokens; `last` is exclusive. */
export interface Hit {
  readonly at: number;
  readonly last: number;
  readonly trigger: Trigger;
  readonly use: WordUse;
}

const HARD = '.؛;!؟?…:';

const SOFT = '،,()[]–—"“”«»';

export const signOf = (text: TokenisedText, at: number): string => {
  const token = text.tokens[at];
  return token?.type === 'sign' ? text.text.slice(token.start, token.end) : '';
};

export const isHard = (text: TokenisedText, at: number): boolean => {
  const sign = signOf(text, at);
  if (sign === '' || !HARD.includes(sign)) return false;
  // 3.5 million
  const [before, point, after] = [text.tokens[at - 1], text.tokens[at], text.tokens[at + 1]];
  const decimal = before?.type === 'number' && after?.type === 'number';
  return !(decimal && before.end === point?.start && point.end === after.start);
};

export const isSoft = (text: TokenisedText, at: number): boolean => {
  const sign = signOf(text, at);
  return sign !== '' && SOFT.includes(sign);
};
