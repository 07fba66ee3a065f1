import { headAt, type NameContext } from './names.ts';
import { isVerb } from './speech-word.ts';

/* What the words of a name are, one by one. */

export function endOfMention(context: NameContext, at: number): number {
  const mention = context.startsAt.get(at);
  let last = at + 1;
  if (mention === undefined) return last;
  while (context.covers.get(last) === mention) last++;
  return last;
}

/** Whether a word is the preposition of a definite attribute before it, with a place or a body after it. */
export function attribute(context: NameContext, at: number): boolean {
  const { text, rules } = context;
  const before = text.tokens[at - 1]?.folded ?? '';
  return (
    rules.attributes.has(rules.bare(before)) &&
    rules.bare(before) !== before &&
    (rules.complementPrepositions.has(text.tokens[at]?.folded ?? '') ||
      rules.adverbials.has(text.tokens[at]?.folded ?? '') ||
      rules.nameLinks.has(text.tokens[at]?.folded ?? '')) &&
    (context.startsAt.has(at + 1) || headAt(context, at + 1) !== null)
  );
}

/** Whether the place right before a token was led to by a preposition of the name. */
export function linked(context: NameContext, from: number, at: number): boolean {
  const place = context.covers.get(at - 1);
  if (place === undefined) return false;
  let first = at - 1;
  while (first > from && context.covers.get(first - 1) === place) first--;
  return first - 1 > from && context.rules.nameLinks.has(context.text.tokens[first - 1]?.folded ?? '');
}

/** Whether a name completes an indefinite noun of the same body: هيئة تحرير [الشام], but not a state: حركة حماس [إسرائيل]. */
export function ruled(context: NameContext, from: number, at: number): boolean {
  const before = context.text.tokens[at - 1];
  return (
    at - 1 > from &&
    before?.type === 'word' &&
    (context.covers.get(at)?.sense !== 'metonymic' ||
      context.rules.shapes.definite(context.text.tokens[at]?.folded ?? '')) &&
    !context.rules.shapes.article(before.folded) &&
    !context.covers.has(at - 1) &&
    headAt(context, at - 1) === null &&
    !context.rules.adjective(before.folded)
  );
}

/** Whether a quotation is a name: no verbs, no particles. */
export function plainWords(context: NameContext, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const folded = context.text.tokens[at]?.folded ?? '';
    if (context.rules.functionWords.has(folded) || context.rules.complementizers.has(folded)) return false;
    if (isVerb(folded, context.rules) && headAt(context, at) === null) return false;
  }
  return true;
}

/** Whether a body is named in these tokens: منظمة, وزارة. */
export function bodyWithin(context: NameContext, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (headAt(context, at)?.type === 'body') return true;
  return false;
}
