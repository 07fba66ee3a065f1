import type { TokenisedText } from '../text/tokenised-text.ts';

/** A stretch between quotation marks, by token: `first` is the opening mark, `last` one past the closing mark (or past the last word). */
export interface Quote {
  readonly first: number;
  readonly last: number;
  readonly closed: boolean;
  /** Words inside. */
  readonly words: number;
  /** Quotations around it. */
  readonly depth: number;
}

const OPEN = '“«„';
const CLOSE = '”»';

/**
 * Pairs quotation marks, curly, angled and straight, over sentences and paragraphs. A mark that never closes ends with
 * its paragraph, or before the next one that opens. Linear.
 */
export function findQuotes(text: TokenisedText): Quote[] {
  const quotes: Quote[] = [];
  const stack: { at: number; sign: string }[] = [];
  const paragraphOf = (at: number) => text.passages[text.passageOf[at] ?? -1]?.paragraph ?? -1;
  const push = (first: number, last: number, closed: boolean, depth: number) => {
    let words = 0;
    for (let at = first; at < last; at++) if (text.tokens[at]?.type === 'word') words++;
    quotes.push({ first, last, closed, words, depth });
  };
  const endOfParagraph = (at: number, limit: number) => {
    const paragraph = paragraphOf(at);
    let last = at + 1;
    while (last < limit && (paragraphOf(last) === paragraph || paragraphOf(last) < 0)) last++;
    return last;
  };
  const drop = (limit: number) => {
    const open = stack.pop();
    if (open !== undefined) push(open.at, endOfParagraph(open.at, limit), false, stack.length);
  };
  for (let at = 0; at < text.tokens.length; at++) {
    const token = text.tokens[at];
    if (token?.type !== 'sign') continue;
    const sign = text.text.slice(token.start, token.end);
    const straight = sign === '"';
    if (!straight && !OPEN.includes(sign) && !CLOSE.includes(sign)) continue;
    const next = text.tokens[at + 1];
    const tight = next !== undefined && !next.spaced && next.type !== 'sign';
    const top = stack[stack.length - 1];
    let opens = OPEN.includes(sign);
    if (straight) {
      const afterWord = !token.spaced && text.tokens[at - 1]?.type !== 'sign';
      opens = tight && !afterWord ? true : !(afterWord || top?.sign === '"') || (token.spaced && tight);
      if (opens && top?.sign === '"') {
        // a straight mark that opens again: the one before was never closed
        const previous = text.tokens[at - 1];
        const fresh =
          previous === undefined ||
          text.passageOf[at] !== text.passageOf[at - 1] ||
          text.text.slice(previous.start, previous.end) === ':';
        if (fresh) drop(at);
      }
    }
    const under = stack[stack.length - 1];
    if (!straight && under !== undefined && under.sign !== '"' && paragraphOf(at) !== paragraphOf(under.at)) drop(at);
    if (opens) {
      if (stack.length >= 4) stack.shift();
      stack.push({ at, sign });
    } else {
      const open = stack[stack.length - 1];
      if (open === undefined || (open.sign === '"') !== straight) continue;
      stack.pop();
      push(open.at, at + 1, true, stack.length);
    }
  }
  while (stack.length > 0) drop(text.tokens.length);
  return quotes.sort((a, b) => a.first - b.first || b.last - a.last);
}
