import { headAt, type Name, type NameContext, signAt } from './names.ts';

const MAX_WORDS = 14;

/** Glosses of heads that carry speech and do not speak: قال لصحيفة كذا. */
const MEDIA: ReadonlySet<string> = new Set(['newspaper', 'channel', 'agency', 'site', 'correspondent']);

/** Gloss of titles (السيد): they stand inside a name as well as before it. */
const TITLE = 'mr';

/** Gloss of unnamed sources, whose place is all that is told of them: مصدر في الوزارة. */
const SOURCES = 'sources';

/** Senses of a place that ends a body's name. */
const PLACED: ReadonlySet<string> = new Set(['literal', 'associative']);

/** Gloss of people of a place: سكان جباليا وبيت لاهيا. */
const PEOPLE = 'witness';

/** After so many words of a person's own name a definite word begins something else. */
const FULL_NAME = 2;

function isVerb(context: NameContext, folded: string): boolean {
  return (
    context.rules.verbs
      .find(folded)
      .some((found) => found.use.form === 'verb' && (!found.use.suffixed || !found.use.past) && folded.length > 1) &&
    !context.rules.heads.has(folded)
  );
}

function endOfMention(context: NameContext, at: number): number {
  const mention = context.startsAt.get(at);
  let last = at + 1;
  if (mention === undefined) return last;
  while (context.covers.get(last) === mention) last++;
  return last;
}

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
    const plain = rules.stems(folded)[0] ?? folded;
    const article = shapes.definite(folded);
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
      if (rules.nameLinks.has(plain)) {
        // "in" only before a place: وزارة الدفاع في باكو
        const next = context.startsAt.get(index + 1);
        const named = headAt(context, index + 1) !== null;
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
      if ((rules.nameEnds.has(folded) && !spelt) || rules.complementizers.has(folded)) break;
      // an adverb or an object: شارحا, تطورا كبيرا; and what has a pronoun, with the verb before it: تجاوز صلاحياته
      if (rules.ending(text.text.slice(token.start, token.end)) === 'indefinite' && head === null) break;
      if (
        rules.ending(text.text.slice(token.start, token.end)) === 'pronoun' &&
        head === null &&
        personal >= FULL_NAME
      ) {
        if (last - at > FULL_NAME) last--;
        break;
      }
      // after a place that stands alone the name is complete; after a definite body an indefinite word begins something else
      if (
        firstHead === null &&
        context.covers.has(at) &&
        !(article && rules.adjective(folded) && context.covers.get(index)?.sense === 'demonym')
      )
        break;
      const previous = text.tokens[index - 1];
      if (
        firstHead !== null &&
        firstHead.type !== 'person' &&
        head === null &&
        !article &&
        !rules.glosses.has(folded) &&
        previous?.type === 'word' &&
        shapes.article(previous.folded) &&
        !(shapes.to(folded) || shapes.by(folded)) &&
        // الإسلام والمسلمين: the field of a body in two words
        !(shapes.andThe(folded) && !rules.adjective(previous.folded))
      )
        break;
      if (isVerb(context, folded) && head === null) break;
      const prefixed =
        rules.conjoined(folded) &&
        rules.stems(folded).length > 1 &&
        (article ||
          head !== null ||
          context.rules
            .stems(folded)
            .some((stem) => rules.nameEnds.has(stem) || rules.complementizers.has(stem) || shapes.definite(stem)) ||
          isVerb(context, folded.slice(1)));
      // الأمن والتعاون: a second member of a body's field
      const field =
        prefixed &&
        shapes.andThe(folded) &&
        head === null &&
        !isVerb(context, folded.slice(1)) &&
        shapes.definite(text.tokens[index - 1]?.folded ?? '') &&
        bodyWithin(context, at, index);
      if (prefixed && !field && !rules.heads.has(plain)) break;
      // accused by a body of a place: the next definite noun is whom it accuses
      if (
        hearer &&
        article &&
        head === null &&
        PLACED.has(context.covers.get(index - 1)?.sense ?? '') &&
        !rules.adjective(folded)
      )
        break;
      // a body in two lands is complete: تنظيم … في العراق والشام [الهجوم]
      if (
        article &&
        head === null &&
        firstHead?.type === 'body' &&
        context.covers.get(index - 1)?.sense === 'literal' &&
        !rules.adjective(folded)
      )
        break;
      // "the minister of the interior [instructions]": what he gave, not his name
      if (firstHead?.type === 'person' && head === null && !article && personal === 0 && rules.plural(folded)) break;
      // accused by who speaks for a body, or by one that sits somewhere: المتحدث باسم الرئاسة [العدوان]
      if (
        hearer &&
        article &&
        head === null &&
        firstHead?.type === 'person' &&
        !rules.adjective(folded) &&
        !rules.glosses.has(rules.bare(folded)) &&
        (PLACED.has(context.covers.get(index - 1)?.sense ?? '') ||
          (previous?.type === 'word' &&
            shapes.definite(previous.folded) &&
            index - 1 > at &&
            headAt(context, index - 1)?.type === 'body'))
      )
        break;
      // "Guterres [the two sides of the conflict]": after a full name a noun with its owner is whom it addresses
      if (
        hearer &&
        head === null &&
        !article &&
        personal >= FULL_NAME &&
        !rules.givenNames.has(previous?.folded ?? '') &&
        shapes.definite(text.tokens[index + 1]?.folded ?? '')
      )
        break;
      // "angry residents [the mayor]": after an indefinite name with its adjective an office is another's
      if (
        hearer &&
        head?.type === 'person' &&
        !article &&
        !definite &&
        words > 1 &&
        previous?.type === 'word' &&
        rules.adjective(previous.folded)
      )
        break;
      // told to a newspaper: no part of who tells
      if (
        shapes.to(folded) &&
        head !== null &&
        MEDIA.has(head.gloss) &&
        (head.gloss !== 'agency' ||
          firstHead?.gloss === SOURCES ||
          (previous?.type === 'word' && !shapes.definite(previous.folded) && personal > 0))
      )
        break;
      // told to someone: a person's name is complete
      if (
        shapes.toThe(folded) &&
        personal > 0 &&
        previous?.type === 'word' &&
        !shapes.definite(previous.folded) &&
        headAt(context, index - 1) === null &&
        !rules.glosses.has(previous.folded)
      )
        break;
      // a full name is followed by whom it addresses: زيلينسكي الحلفاء
      if (
        hearer &&
        article &&
        personal >= FULL_NAME &&
        head === null &&
        !rules.adjective(folded) &&
        !rules.givenNames.has(previous?.folded ?? '')
      )
        break;
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
        const indefinite = previous?.type === 'word' && !shapes.definite(previous.folded);
        const before = context.covers.get(index - 1);
        if (shapes.definite(rest) || (personal >= FULL_NAME && shapes.feminine(rest))) break;
        if (before !== undefined && before.sense !== 'embedded' && before.sense !== 'demonym') break;
        // a family name with its article is complete, and so is a body with its nisba: الحوثي بمواصلة, وسائل محلية بسماع
        if (personal > 0 && !indefinite && folded.length > 3 && !rules.givenNames.has(folded)) break;
        if (firstHead !== null && firstHead.type !== 'person' && rules.adjective(previous?.folded ?? '')) break;
        if (firstHead !== null && firstHead.type !== 'person' && !indefinite) break;
      }
      if (
        !rules.stems(folded).some((stem) => rules.glosses.has(stem)) &&
        shapes.to(folded) &&
        !shapes.toThe(folded) &&
        !rules.heads.has(folded) &&
        firstHead !== null &&
        firstHead.type !== 'person' &&
        !context.covers.has(index) &&
        headAt(context, index) === null &&
        rules.adjective(folded) === false
      )
        break;
    }
    if (
      words === 0 &&
      mention === undefined &&
      (rules.nameEnds.has(folded) || rules.complementizers.has(folded) || rules.functionWords.has(folded))
    )
      return null;
    if (words === 0 && mention === undefined && head === null && isVerb(context, folded)) return null;
    // "with a voice", "to the reporters": no one speaks
    if (words === 0 && mention === undefined && head === null && shapes.inThe(folded)) return null;
    if (hearer && words > 0 && definite && index > at && !rules.nameLinks.has(text.tokens[index - 1]?.folded ?? '')) {
      const starts =
        (mention !== undefined &&
          mention.sense === 'metonymic' &&
          personal >= FULL_NAME &&
          token.start === mention.start) ||
        // عبد الملك is a name, not the king
        (!rules.givenNames.has(text.tokens[index - 1]?.folded ?? '') &&
          ((mention !== undefined &&
            mention.sense !== 'demonym' &&
            mention.sense !== 'embedded' &&
            !(firstHead !== null && firstHead.type !== 'person' && ruled(context, at, index)) &&
            context.covers.get(index - 1) !== mention &&
            token.start === mention.start) ||
            (head !== null && head.gloss !== TITLE && (article || !rules.prefixed(folded))) ||
            (mention?.sense === 'demonym' && !article && shapes.people(folded))));
      if (starts) break;
    }
    if (mention !== undefined) {
      // told to an agency: شهود عيان لفرانس برس
      if (
        words > 0 &&
        (mention.sense === 'embedded' || firstHead?.gloss === PEOPLE) &&
        token.start < mention.start &&
        shapes.to(folded)
      )
        break;
      if (
        words > 0 &&
        token.start < mention.start &&
        rules.conjoined(folded) &&
        !(firstHead?.gloss === PEOPLE && context.covers.has(index - 1)) &&
        // a body of two lands: تنظيم … في العراق والشام
        !(firstHead?.type === 'body' && linked(context, at, index))
      )
        break;
      const end = endOfMention(context, index);
      words += 1;
      index = Math.min(end, limit);
      last = index;
      definite = true;
      continue;
    }
    if (
      article ||
      (head === null && words > 0 && !rules.glosses.has(folded) && !rules.adjective(folded)) ||
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

/** Whether a word is the preposition of a definite attribute before it, with a place or a body after it. */
function attribute(context: NameContext, at: number): boolean {
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
function linked(context: NameContext, from: number, at: number): boolean {
  const place = context.covers.get(at - 1);
  if (place === undefined) return false;
  let first = at - 1;
  while (first > from && context.covers.get(first - 1) === place) first--;
  return first - 1 > from && context.rules.nameLinks.has(context.text.tokens[first - 1]?.folded ?? '');
}

/** Whether a name completes an indefinite noun of the same body: هيئة تحرير [الشام], but not a state: حركة حماس [إسرائيل]. */
function ruled(context: NameContext, from: number, at: number): boolean {
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
function plainWords(context: NameContext, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const folded = context.text.tokens[at]?.folded ?? '';
    if (context.rules.functionWords.has(folded) || context.rules.complementizers.has(folded)) return false;
    if (isVerb(context, folded) && headAt(context, at) === null) return false;
  }
  return true;
}

/** Whether a body is named in these tokens: منظمة, وزارة. */
function bodyWithin(context: NameContext, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (headAt(context, at)?.type === 'body') return true;
  return false;
}
