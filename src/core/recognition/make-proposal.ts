import type { Proposal } from '../model/proposal.ts';
import { originalOffset } from '../text/fold.ts';
import type { Token } from '../text/tokenise.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';

const OPENING = new Set(['"', '“', '«', '‘', "'"]);
const CLOSING = new Set(['"', '”', '»', '’', "'", '“']);

/** A proposal of the tokens from `at` to `last` (exclusive), with its span as written: without `skipped` folded letters of particles, with a quotation mark that closes inside it. */
export function makeProposal(
  text: TokenisedText,
  at: number,
  last: number,
  folded: string,
  match: Proposal['match'],
  preposition: string,
  skipped: number,
  options: Proposal['options'],
  common = false,
): Proposal {
  const head = text.tokens[at] as Token;
  const tail = text.tokens[last - 1] as Token;
  const start = skipped === 0 ? head.start : originalOffset(text.text, head.start, head.end, skipped);
  let end = tail.end;
  let lastToken = last;
  // a quotation that opens inside the name closes inside it
  let open = false;
  for (let inside = at + 1; inside < last; inside++) {
    const token = text.tokens[inside] as Token;
    if (token.type !== 'sign') continue;
    const sign = text.text.slice(token.start, token.end);
    open = open ? !CLOSING.has(sign) : OPENING.has(sign);
  }
  const after = text.tokens[last];
  if (open && after?.type === 'sign' && CLOSING.has(text.text.slice(after.start, after.end))) {
    end = after.end;
    lastToken = last + 1;
  }
  return {
    start,
    end,
    firstToken: at,
    lastToken,
    surface: text.text.slice(start, end),
    folded,
    match,
    preposition,
    skipped,
    common,
    options,
  };
}
