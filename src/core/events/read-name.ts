import { addressed, endsBefore, FULL_NAME, leavesOut, type NameState, startsAnother } from './name-ends.ts';
import { attribute, endOfMention, plainWords } from './name-words.ts';
import { headAt, type Name, type NameContext, signAt } from './names.ts';

const MAX_WORDS = 14;

/** Gloss of unnamed sources, whose place is all that is told of them: مصدر في الوزارة. */
const SOURCES = 'sources';

const QUOTES = '"“”«»';

/**
 * Reads the name that begins at a token: head noun, its complements and adjectives, a personal name, a place; up to a
 * preposition, a verb, an adverb or a sign. `hearer`: stop where a second name begins (دعا بلينكن باكو).
 */
export function readName(context: NameContext, at: number, limit: number, hearer: boolean): Name | null {
  const { text, rules } = context;
  const { shapes } = rules;
  const firstHead = headAt(context, at);
  let definite = false;
  let last = at;
  let index = at;
  let words = 0;
  let personal = 0;
  /** How far the name is read. */
  const state = (): NameState => ({ context, at, index, hearer, firstHead, definite, words, personal });
  while (index < limit && words < MAX_WORDS) {
    const token = text.tokens[index];
    if (token === undefined) break;
    if (token.type === 'number') break;
    if (token.type === 'sign') {
      const sign = signAt(context, index);
      if (sign === '(' && words > 0) {
        let close = index + 1;
        while (close < limit && close - index < 9 && signAt(context, close) !== ')') close++;
        if (signAt(context, close) !== ')') break;
        index = close + 1;
        last = index;
        continue;
      }
      if (QUOTES.includes(sign) && (words === 0 || headAt(context, index - 1) !== null)) {
        let close = index + 1;
        while (close < limit && close - index < 6 && !QUOTES.includes(signAt(context, close) || ' ')) close++;
        if (close >= limit || !QUOTES.includes(signAt(context, close) || ' ')) break;
        if (words === 0 && !plainWords(context, index + 1, close)) return null;
        words += close - index - 1;
        index = close + 1;
        last = index;
        definite = true;
        continue;
      }
      if (
        sign === '-' &&
        words > 0 &&
        text.tokens[index + 1]?.type === 'word' &&
        !token.spaced &&
        !text.tokens[index + 1]?.spaced
      ) {
        index++;
        continue;
      }
      break;
    }
    const folded = token.folded;
    const mention = context.startsAt.get(index);
    const head = headAt(context, index);
    const word = context.wordOf(token);
    const { article } = word;
    if (words > 0 && mention === undefined) {
      // allied with a state, resident in one: المتحالفة مع إيران
      if (attribute(context, index)) {
        index++;
        continue;
      }
      // on behalf of a body: نائب عن حزب كذا
      if (rules.bodyLinks.has(folded) && words === 1 && !definite && headAt(context, index + 1)?.type === 'body') {
        index++;
        continue;
      }
      if (word.nameLink) {
        // "in" only before a place: وزارة الدفاع في باكو
        const next = context.startsAt.get(index + 1);
        const named = headAt(context, index + 1) !== null;
        if (
          rules.outOf.has(folded) &&
          next?.sense === 'literal' &&
          firstHead !== null &&
          firstHead.type !== 'person' &&
          shapes.definite(text.tokens[index - 1]?.folded ?? '')
        )
          break;
        // a witness from a camp, a leader in the opposition
        const open = !definite && !shapes.definiteUnderAnd(text.tokens[at]?.folded ?? '');
        const after = text.tokens[index + 1];
        const someone =
          open &&
          (next !== undefined
            ? next.sense === 'literal'
            : named ||
              (after?.type === 'word' &&
                !rules.nameEnds.has(after.folded) &&
                !rules.functionWords.has(after.folded))) &&
          (firstHead?.type === 'person' ||
            firstHead?.gloss === SOURCES ||
            (firstHead?.type === 'government' && words > 1));
        // the head of a government in a town, with his name: رئيس الحكومة في طرابلس عبد الحميد الدبيبة
        const placed =
          firstHead?.type === 'person' &&
          next?.sense === 'literal' &&
          rules.givenNames.has(text.tokens[endOfMention(context, index + 1)]?.folded ?? '');
        // السلطات في شرق ليبيا
        const directed =
          firstHead !== null &&
          firstHead.type !== 'person' &&
          rules.directions.has(text.tokens[index + 1]?.folded ?? '') &&
          context.startsAt.has(index + 2);
        if (directed || placed) {
          index += directed ? 2 : 1;
          continue;
        }
        const cabinet = firstHead?.type === 'person' && headAt(context, index + 1)?.type === 'government';
        if (
          folded.length <= 2 &&
          !cabinet &&
          !someone &&
          (next === undefined ||
            firstHead === null ||
            next.sense === 'demonym' ||
            (firstHead.type === 'person' && next.sense === 'literal'))
        )
          break;
        if (folded.length > 2 && next === undefined && !named && text.tokens[index + 1]?.type !== 'word') break;
        index++;
        continue;
      }
      // "not recognised by": غير المعترف بها
      if (rules.resumptives.attribute.has(folded) && shapes.passive(text.tokens[index - 1]?.folded ?? '')) {
        index++;
        last = index;
        continue;
      }
      const spelt =
        firstHead?.type === 'person' &&
        definite &&
        rules.nameSpellings.has(text.text.slice(token.start, token.end)) &&
        text.tokens[index + 1] !== undefined &&
        !shapes.definite(text.tokens[index + 1]?.folded ?? '') &&
        context.startsAt.get(index + 1) === undefined;
      if ((word.nameEnd && !spelt) || word.complementizer) break;
      // an adverb or an object: شارحا, تطورا كبيرا; and what has a pronoun, with the verb before it: تجاوز صلاحياته
      const ending = head === null ? rules.ending(text.text.slice(token.start, token.end)) : null;
      if (ending === 'indefinite') break;
      if (ending === 'pronoun' && personal >= FULL_NAME) {
        if (last - at > FULL_NAME) last--;
        break;
      }
      if (endsBefore(state(), folded)) break;
      const previous = text.tokens[index - 1];
      if (shapes.by(folded) && !rules.heads.has(rules.bare(folded))) {
        const rest = folded.slice(1);
        const body = rules.heads.get(rules.bare(rest));
        if (body !== undefined && body.type !== 'person' && firstHead?.type === 'person') {
          index++;
          words++;
          last = index;
          continue;
        }
        // أطباء بلا حدود, واشنطن بوست, but وزارة الصحة بمقتل
        // عبد الله [باتيلي]: the article is that of a given name of two words
        const servant = rules.givenNames.has(text.tokens[index - 2]?.folded ?? '');
        const indefinite = previous?.type === 'word' && (servant || !shapes.definite(previous.folded));
        const before = context.covers.get(index - 1);
        if (shapes.definite(rest) || (personal >= FULL_NAME && shapes.feminine(rest))) break;
        if (before !== undefined && before.sense !== 'embedded' && before.sense !== 'demonym') break;
        // a family name with its article is complete, and so is a body with its nisba: الحوثي بمواصلة, وسائل محلية بسماع
        if (personal > 0 && !indefinite && folded.length > 3 && !rules.givenNames.has(folded)) break;
        if (firstHead !== null && firstHead.type !== 'person' && rules.adjective(previous?.folded ?? '')) break;
        if (firstHead !== null && firstHead.type !== 'person' && !indefinite) break;
      }
      if (addressed(state(), folded)) break;
    }
    if (
      words === 0 &&
      mention === undefined &&
      (word.nameEnd || word.complementizer || rules.functionWords.has(folded))
    )
      return null;
    if (words === 0 && mention === undefined && head === null && word.isVerb) return null;
    // "with a voice", "to the reporters": no one speaks
    if (words === 0 && mention === undefined && head === null && shapes.inThe(folded)) return null;
    if (hearer && words > 0 && definite && startsAnother(state(), folded)) break;
    if (mention !== undefined) {
      if (words > 0 && leavesOut(state(), mention, folded)) break;
      const end = endOfMention(context, index);
      words += 1;
      index = Math.min(end, limit);
      last = index;
      definite = true;
      continue;
    }
    if (
      article ||
      (head === null &&
        words > 0 &&
        !rules.glosses.has(folded) &&
        !rules.adjective(folded) &&
        // the place after it rules it: حاكم إقليم دارفور
        !rules.placeNouns.has(folded)) ||
      (head === null && words === 0)
    )
      definite = true;
    if (!article && head === null && definite && !rules.glosses.has(folded) && firstHead?.type !== 'body') personal++;
    words++;
    index++;
    last = index;
  }
  return last > at ? { first: at, last } : null;
}
