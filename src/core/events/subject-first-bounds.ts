import { headAt, type Name, type NameContext, signAt } from './names.ts';

/* Where the name of a speaker begins and ends in a language with capitals. */

export const MAX_NAME = 18;

export const wordAt = (context: NameContext, at: number): string => {
  const token = context.text.tokens[at];
  return token?.type === 'word' ? token.folded : '';
};

export const capital = (context: NameContext, at: number): boolean => {
  const token = context.text.tokens[at];
  return token?.type === 'word' && /^\p{Lu}/u.test(context.text.text.slice(token.start, token.start + 2));
};

/** The name that ends before a verb: up to a comma pair, an opener of a clause or the start of the sentence. */
export function nameBefore(context: NameContext, first: number, last: number): Name | null {
  const comma = signAt(context, last) === ',';
  if (!comma) return trimmedName(context, segmentStart(context, first, last), last + 1);
  // apposition: "X, the head of Y, said"
  let open = last - 1;
  while (open > first && signAt(context, open) !== ',' && last - open < MAX_NAME) open--;
  if (signAt(context, open) !== ',') return null;
  const before = trimmedName(context, segmentStart(context, first, open - 1), open);
  const inner = trimmedName(context, open + 1, last);
  if (before === null) return inner;
  const whole =
    inner !== null && !context.rules.relatives.has(wordAt(context, open + 1)) && last - before.first <= MAX_NAME;
  return whole ? { first: before.first, last } : before;
}

function segmentStart(context: NameContext, first: number, last: number): number {
  const { rules, text } = context;
  let at = last;
  while (at >= first && last - at < MAX_NAME) {
    const token = text.tokens[at];
    if (token?.type === 'number') break;
    if (token?.type === 'sign') {
      const sign = signAt(context, at);
      const joins =
        (sign === '-' && !token.spaced) || (sign === '.' && capital(context, at - 1) && capital(context, at + 1));
      if (!joins) break;
    }
    const word = wordAt(context, at);
    if (rules.breaks.has(word) && !(capital(context, at - 1) && capital(context, at + 1))) break;
    if (rules.complementizers.has(word) || rules.relatives.has(word)) break;
    if (
      at < last &&
      rules.verbs.find(word).some((found) => found.use.form === 'verb' && found.use.past) &&
      headAt(context, at) === null
    )
      break;
    at--;
  }
  return at + 1;
}

/** The name that begins at a token, after an article: up to a preposition of time, a verb or a sign. */
export function nameFrom(context: NameContext, at: number, limit: number): Name | null {
  const { rules, text } = context;
  let last = at;
  for (; last < limit && last - at < MAX_NAME; last++) {
    const token = text.tokens[last];
    if (token === undefined || token.type === 'number') break;
    if (token.type === 'sign') {
      const sign = signAt(context, last);
      if (
        (sign === '-' && !token.spaced) ||
        (sign === '.' &&
          capital(context, last - 1) &&
          capital(context, last + 1) &&
          !(
            text.tokens[last + 1]?.spaced && (text.tokens[last - 1]?.end ?? 0) - (text.tokens[last - 1]?.start ?? 0) > 4
          ))
      )
        continue;
      break;
    }
    const word = token.folded;
    if (rules.complementizers.has(word) || rules.relatives.has(word) || rules.nameEnds.has(word)) break;
    if (last > at && rules.nameLinks.has(word)) {
      if (
        capital(context, last + 1) ||
        rules.functionWords.has(wordAt(context, last + 1)) ||
        headAt(context, last + 1) !== null
      )
        continue;
      break;
    }
    if (rules.functionWords.has(word) && last > at && !ARTICLE.has(word)) break;
    if (
      last > at &&
      !capital(context, last) &&
      headAt(context, last) === null &&
      !rules.glosses.has(word) &&
      !rules.adjective(word) &&
      !ARTICLE.has(word)
    )
      break;
  }
  return trimmedName(context, at, last);
}

export const ARTICLE = new Set(['the', 'a', 'an']);

/** Without articles and adverbs in front; null for words that name nobody. */
export function trimmedName(context: NameContext, from: number, to: number): Name | null {
  const { rules } = context;
  let first = from;
  let last = to;
  while (
    first < last &&
    (ARTICLE.has(wordAt(context, first)) ||
      rules.nameEnds.has(wordAt(context, first)) ||
      context.text.tokens[first]?.type === 'sign' ||
      (rules.functionWords.has(wordAt(context, first)) && !context.covers.has(first)))
  )
    first++;
  while (
    last > first &&
    (context.text.tokens[last - 1]?.type === 'sign' ||
      rules.nameEnds.has(wordAt(context, last - 1)) ||
      rules.functionWords.has(wordAt(context, last - 1)))
  )
    last--;
  if (first >= last) return null;
  for (let at = first; at < last; at++) {
    if (headAt(context, at) !== null) return { first, last };
    const mention = context.covers.get(at);
    if (
      mention !== undefined
        ? mention.sense !== 'literal' || last - first <= 2
        : capital(context, at) && !rules.functionWords.has(wordAt(context, at))
    )
      return { first, last };
  }
  return null;
}
