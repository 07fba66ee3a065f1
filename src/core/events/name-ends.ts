import type { SpeakerHead } from '../languages/speech-rules.ts';
import type { Mention } from '../model/mention.ts';
import { bodyWithin, linked, ruled } from './name-words.ts';
import { headAt, type NameContext } from './names.ts';
import { isVerb } from './speech-word.ts';

/* Where the name of someone who speaks is complete, so that the next word begins something else. */

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
export const FULL_NAME = 2;

/** A name as far as it is read. Tokens. */
export interface NameState {
  readonly context: NameContext;
  /** Where it begins, and the word to judge. */
  readonly at: number;
  readonly index: number;
  /** Whether the verb takes someone whom it addresses. */
  readonly hearer: boolean;
  readonly firstHead: SpeakerHead | null;
  readonly definite: boolean;
  readonly words: number;
  /** Words of a person's own name. */
  readonly personal: number;
}

/** Whether the name ends before a word that is no place. */
export function endsBefore(state: NameState, folded: string): boolean {
  const { context, at, index, hearer, firstHead, definite, words, personal } = state;
  const { text, rules } = context;
  const { shapes } = rules;
  const head = headAt(context, index);
  const plain = rules.stems(folded)[0] ?? folded;
  const article = shapes.definite(folded);
  // after a place that stands alone the name is complete; after a definite body an indefinite word begins something else
  if (
    firstHead === null &&
    context.covers.has(at) &&
    !(article && rules.adjective(folded) && context.covers.get(index)?.sense === 'demonym')
  )
    return true;
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
    return true;
  // told of a killing: … بروكودين [بمقتل]; but أطباء بلا حدود
  const endsAfterBy = (stem: string, order: number) => order > 0 && stem.length > 2 && rules.nameEnds.has(stem);
  if (head === null && shapes.by(folded) && rules.stems(folded).some(endsAfterBy)) return true;
  if (isVerb(folded, context.rules) && head === null) return true;
  const prefixed =
    rules.conjoined(folded) &&
    rules.stems(folded).length > 1 &&
    (article ||
      head !== null ||
      context.rules
        .stems(folded)
        .some((stem) => rules.nameEnds.has(stem) || rules.complementizers.has(stem) || shapes.definite(stem)) ||
      isVerb(folded.slice(1), context.rules));
  // الأمن والتعاون: a second member of a body's field
  const field =
    prefixed &&
    shapes.andThe(folded) &&
    head === null &&
    !isVerb(folded.slice(1), context.rules) &&
    shapes.definite(text.tokens[index - 1]?.folded ?? '') &&
    bodyWithin(context, at, index);
  if (prefixed && !field && !rules.heads.has(plain)) return true;
  // accused by a body of a place: the next definite noun is whom it accuses
  if (
    hearer &&
    article &&
    head === null &&
    PLACED.has(context.covers.get(index - 1)?.sense ?? '') &&
    !rules.adjective(folded)
  )
    return true;
  // a body in two lands is complete: تنظيم … في العراق والشام [الهجوم]
  if (
    article &&
    head === null &&
    firstHead?.type === 'body' &&
    context.covers.get(index - 1)?.sense === 'literal' &&
    !rules.adjective(folded)
  )
    return true;
  // "Israeli forces [the town of] Jenin", "the command of Hulagu [in the year] 1260": where and when
  const told = previous?.type === 'word' && rules.adjective(previous.folded);
  // وزير خارجية [إقليم كذا]: the field of an office
  const office =
    firstHead?.type === 'person' &&
    (headAt(context, index - 1) !== null || rules.glosses.has(previous?.folded ?? '')) &&
    !shapes.definite(previous?.folded ?? '');
  if (head === null && told && !office && rules.placeNouns.has(folded)) return true;
  if (head === null && !article && text.tokens[index + 1]?.type === 'number') return true;
  // "the Azerbaijani forces [fire]": a body with its nisba is complete
  if (
    article &&
    head === null &&
    firstHead !== null &&
    firstHead.type !== 'person' &&
    context.covers.get(index - 1)?.sense === 'demonym' &&
    !rules.adjective(folded)
  )
    return true;
  // "protesters [the bridge]": a plural with its own ending rules no noun
  if (
    head === null &&
    firstHead?.type === 'person' &&
    index === at + 1 &&
    shapes.nunated(previous?.folded ?? '') &&
    !rules.adjective(folded)
  )
    return true;
  // "the police [the gas]": an attribute agrees with a feminine noun
  if (
    article &&
    head === null &&
    index === at + 1 &&
    firstHead !== null &&
    firstHead.type !== 'person' &&
    shapes.definite(previous?.folded ?? '') &&
    shapes.feminine(previous?.folded ?? '') &&
    !rules.adjective(folded)
  )
    return true;
  // "the president … Erdoğan [will discuss]"
  if (head === null && personal >= FULL_NAME && shapes.future(folded) && !rules.givenNames.has(folded)) return true;
  // "the minister of the interior [instructions]: what he gave, not his name
  if (firstHead?.type === 'person' && head === null && !article && personal === 0 && rules.plural(folded)) return true;
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
    return true;
  // "Guterres [the two sides of the conflict]": after a full name a noun with its owner is whom it addresses
  if (
    hearer &&
    head === null &&
    !article &&
    personal >= FULL_NAME &&
    rules.compoundNames?.has(previous?.folded ?? '') !== true &&
    !rules.givenNames.has(folded) &&
    shapes.definite(text.tokens[index + 1]?.folded ?? '')
  )
    return true;
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
    return true;
  // told to a newspaper: no part of who tells
  if (
    shapes.to(folded) &&
    head !== null &&
    MEDIA.has(head.gloss) &&
    (head.gloss !== 'agency' ||
      firstHead?.gloss === SOURCES ||
      (previous?.type === 'word' &&
        !shapes.definite(previous.folded) &&
        (personal > 0 || shapes.nunated(previous.folded))))
  )
    return true;
  // told to someone: a person's name is complete
  if (
    shapes.toThe(folded) &&
    personal > 0 &&
    previous?.type === 'word' &&
    !shapes.definite(previous.folded) &&
    headAt(context, index - 1) === null &&
    !rules.glosses.has(previous.folded)
  )
    return true;
  // a full name is followed by whom it addresses: زيلينسكي الحلفاء
  if (
    hearer &&
    article &&
    personal >= FULL_NAME &&
    head === null &&
    !rules.adjective(folded) &&
    !rules.givenNames.has(previous?.folded ?? '')
  )
    return true;
  return false;
}

/** Whether a word with "to" names whom a body speaks to. */
export function addressed({ context, index, firstHead }: NameState, folded: string): boolean {
  const { rules } = context;
  const { shapes } = rules;
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
    return true;
  return false;
}

/** Whether a second name begins, after a verb that has someone whom it addresses. */
export function startsAnother({ context, at, index, firstHead, personal }: NameState, folded: string): boolean {
  const { text, rules } = context;
  const { shapes } = rules;
  const token = text.tokens[index];
  if (token === undefined || index <= at || rules.nameLinks.has(text.tokens[index - 1]?.folded ?? '')) return false;
  const mention = context.startsAt.get(index);
  const head = headAt(context, index);
  const article = shapes.definite(folded);
  return (
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
        (mention?.sense === 'demonym' && !article && shapes.people(folded))))
  );
}

/** Whether a place is told to or joined to the name, and no part of it. */
export function leavesOut({ context, at, index, firstHead }: NameState, mention: Mention, folded: string): boolean {
  const { text, rules } = context;
  const { shapes } = rules;
  const token = text.tokens[index];
  if (token === undefined) return false;
  // told to an agency: شهود عيان لفرانس برس
  if ((mention.sense === 'embedded' || firstHead?.gloss === PEOPLE) && token.start < mention.start && shapes.to(folded))
    return true;
  if (
    token.start < mention.start &&
    rules.conjoined(folded) &&
    !(firstHead?.gloss === PEOPLE && context.covers.has(index - 1)) &&
    // a body of two lands: تنظيم … في العراق والشام
    !(firstHead?.type === 'body' && linked(context, at, index))
  )
    return true;
  return false;
}
