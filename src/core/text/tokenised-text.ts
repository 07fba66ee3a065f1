import type { Passage } from '../model/document.ts';
import { type SentenceRules, split } from './split.ts';
import { type Token, tokenise } from './tokenise.ts';

/** A text with its tokens and passages: what every stage reads. */
export interface TokenisedText {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly passages: readonly Passage[];
  /** Per passage: index of its first token, and one past its last. */
  readonly firstToken: readonly number[];
  readonly lastToken: readonly number[];
  /** Per token: index of its passage. */
  readonly passageOf: Int32Array;
}

/** The token that covers an offset of the text; -1 where none does. */
export function tokenAt({ tokens }: TokenisedText, offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return (tokens[low]?.start ?? Number.POSITIVE_INFINITY) <= offset ? low : -1;
}

/** Tokenises and splits a text. Linear. */
export function readText(text: string, rules: SentenceRules): TokenisedText {
  const tokens = tokenise(text);
  const passages = split(text, rules);
  const firstToken: number[] = [];
  const lastToken: number[] = [];
  const passageOf = new Int32Array(tokens.length).fill(-1);
  let token = 0;
  for (const passage of passages) {
    while (token < tokens.length && (tokens[token]?.start ?? 0) < passage.start) token++;
    firstToken.push(token);
    while (token < tokens.length && (tokens[token]?.start ?? 0) < passage.end) passageOf[token++] = passage.index;
    lastToken.push(token);
  }
  return { text, tokens, passages, firstToken, lastToken, passageOf };
}
