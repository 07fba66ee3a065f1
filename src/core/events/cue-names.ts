import type { SpeechVerb } from '../languages/speech-rules.ts';
import { goesOn } from '../text/goes-on.ts';
import { headAt, type Name, type NameContext, signAt } from './names.ts';
import { readName } from './read-name.ts';

/** How far from a verb of speech its speaker and its content are looked for, in tokens. */
export const MAX_GAP = 34;
/** Words from "asked" to "his name". */
const ANONYMITY_GAP = 6;
/** Gloss of the words for a statement, which is that of whoever issued it. */
const STATEMENT = 'statement';
/** Letters of the shortest word with a preposition attached. */
const ATTACHED = 4;
/** Signs that end a sentence. */
export const STOPS = '.؛!؟?…';

/** A hearer without an office is a known person or a place; what follows belongs to the speech: أبلغ بلينكن استعداده. */
export function trimmedHearer(context: NameContext, name: Name | null, persons: ReadonlySet<string>): Name | null {
  if (name === null || headAt(context, name.first) !== null || context.covers.has(name.first)) return name;
  let last = name.first;
  while (
    last < name.last &&
    (persons.has(context.text.tokens[last]?.folded ?? '') ||
      context.rules.givenNames.has(context.text.tokens[last]?.folded ?? ''))
  )
    last++;
  return last > name.first ? { first: name.first, last } : null;
}

/** Whether a name can be that of someone who speaks: a known head, a place, a known person, or a bare name after a plain verb of saying. */
export function credible(
  context: NameContext,
  name: Name,
  verb: SpeechVerb,
  framed: boolean,
  persons: ReadonlySet<string>,
  direct = false,
): boolean {
  const { text, rules } = context;
  let first = name.first;
  while (first < name.last && text.tokens[first]?.type === 'sign') first++;
  const token = text.tokens[first];
  if (token === undefined) return false;
  if (headAt(context, first) !== null) return true;
  const mention = context.covers.get(first);
  if (mention !== undefined) return mention.sense !== 'demonym' || rules.shapes.definite(token.folded);
  const folded = token.folded;
  if (persons.has(folded) || rules.givenNames.has(folded)) return true;
  // a title that is no known head: الرحالة محمد كذا
  if (rules.shapes.definite(folded) && rules.givenNames.has(text.tokens[first + 1]?.folded ?? '')) return true;
  // "the Foreign [ministry] of Russia"; "said the Mission that": what stands between the verb and "that" speaks
  if (ministryAt(context, first)) return true;
  if (direct && verb.strong && verb.act === 'say' && rules.shapes.definiteUnderAnd(folded)) return true;
  const single = name.last - first === 1;
  // a body known by its people or place: الهلال الأحمر الليبي
  for (let at = first + 1; at < name.last; at++) if (context.covers.get(at)?.sense === 'embedded') return true;
  // "posters of the fair and its leaflets": nouns, not a name
  const definite = (at: number) => at < name.last && rules.shapes.definiteUnderAnd(text.tokens[at]?.folded ?? '');
  const conjoined = (at: number) => at < name.last && rules.shapes.and(text.tokens[at]?.folded ?? '');
  if (definite(first + 1) && (definite(first + 2) || conjoined(first + 2))) return false;
  return (
    verb.strong &&
    framed &&
    folded.length > 2 &&
    !rules.shapes.definite(folded) &&
    !(single && rules.shapes.possessed(folded)) &&
    // a bare word that looks like an adverb, a verb in the present or a conjoined word is no name
    !(single && rules.shapes.unlikelyName(folded))
  );
}

/** Whether a field stands for its ministry: a definite noun before a nisba, الخارجية الروسية. */
export function ministryAt(context: NameContext, at: number): boolean {
  const { text, rules } = context;
  const folded = text.tokens[at]?.folded ?? '';
  const bare = rules
    .stems(folded)
    .map(rules.bare)
    .find((word) => rules.ministries.has(rules.glosses.get(word) ?? ''));
  return bare !== undefined && bare !== folded && context.covers.get(at + 1)?.sense === 'demonym';
}

/** One past "asked not to be named", which says nothing of what happened; -1 where there is no such clause. */
export function anonymityAt(context: NameContext, at: number, limit: number): number {
  const { text, rules } = context;
  const token = text.tokens[at];
  if (token === undefined || !context.wordOf(token).asks) return -1;
  for (let look = at + 1; look < limit && look <= at + ANONYMITY_GAP; look++)
    if (rules.anonymity.objects.has(text.tokens[look]?.folded ?? '')) return look + 1;
  return -1;
}

/** Follows a name over commas: `وزير الخارجية الأمريكي، أنتوني بلينكن، الثلاثاء، إلى`. */
export function apposition(context: NameContext, name: Name, limit: number): { name: Name; gap: number } {
  const { text, rules } = context;
  let current = name;
  let gap = name.last;
  for (let round = 0; round < 3; round++) {
    const sign = signAt(context, gap);
    if (sign !== '،' && sign !== ',') break;
    const next = text.tokens[gap + 1];
    // told to a newspaper
    if (rules.shapes.to(next?.folded ?? '') && headAt(context, gap + 1) !== null) break;
    if (next === undefined || complementAt(context, gap + 1) >= 0) break;
    const unnamed = anonymityAt(context, gap + 1, limit);
    if (unnamed >= 0) {
      gap = unnamed;
      if ('،,'.includes(signAt(context, gap) || '#')) gap++;
      break;
    }
    const more =
      rules.nameEnds.has(next.folded) || next.type !== 'word' ? null : readName(context, gap + 1, limit, false);
    if (more === null) break;
    // "the merchant so and so, back from": no office
    const participle =
      more.last - more.first === 1 &&
      headAt(context, more.first) === null &&
      !context.covers.has(more.first) &&
      rules.shapes.definite(next.folded) &&
      rules.nameEnds.has(text.tokens[more.last]?.folded ?? '');
    if (participle) break;
    const conjunction =
      rules.conjoined(next.folded) &&
      rules.stems(next.folded).length > 1 &&
      headAt(context, gap + 1) === null &&
      rules.shapes.andTo(next.folded);
    if (conjunction) break;
    // "Paris, together with Washington": what a preposition attached opens is no name
    if (!context.covers.has(gap + 1) && headAt(context, gap + 1) === null && rules.shapes.preposedDefinite(next.folded))
      break;
    let tail = more.last;
    while (
      tail < limit &&
      tail < more.last + 5 &&
      text.tokens[tail]?.type === 'word' &&
      complementAt(context, tail) < 0 &&
      !rules.verbs.find(text.tokens[tail]?.folded ?? '').some((one) => one.use.form === 'verb')
    )
      tail++;
    const closes = (at: number) => '،,:'.includes(signAt(context, at) || '#') || complementAt(context, at) >= 0;
    if (!closes(more.last) && !closes(tail)) break;
    current = { first: current.first, last: more.last };
    gap = closes(more.last) ? more.last : tail;
  }
  return { name: current, gap };
}

/** The speaker that stands before the verb: `أن بلينكن دعا`, `سلطات …، تقول`, `شارل ميشيل، رئيس …، أوضح`. */
export function before(
  context: NameContext,
  endingAt: ReadonlyMap<number, Name>,
  first: number,
  at: number,
): Name | null {
  const { text, rules } = context;
  let end = at;
  const folded = text.tokens[at]?.folded ?? '';
  if (rules.conjoined(folded) && rules.verbs.find(folded).some((one) => one.use.conjunction && one.use.form === 'verb'))
    return null;
  if (rules.perfective.has(text.tokens[end - 1]?.folded ?? '')) end--;
  const comma = signAt(context, end - 1) === '،';
  if (comma) end--;
  const relative = rules.relatives.has(text.tokens[end - 1]?.folded ?? '');
  if (relative) end--;
  if (relative && signAt(context, end - 1) === '،') end--;
  const direct = endingAt.get(end);
  const opener = clauseStart(context, first, end);
  if (opener >= 0 && end - opener >= 1 && end - opener <= 16) {
    const whole = rules.complementPrepositions.has(text.tokens[opener]?.folded ?? '')
      ? null
      : readName(context, opener, end, false);
    if (whole !== null) {
      // a statement from someone is that one's: بيان من المتحدث
      const inner = issuer(context, whole, end);
      if (inner !== null) return inner;
      const extended = apposition(context, whole, end + 1);
      if (extended.name.last === end || extended.gap === end) return extended.name;
    }
  }
  if (direct === undefined || rules.complementPrepositions.has(text.tokens[direct.first - 1]?.folded ?? ''))
    return null;
  return direct;
}

/** Who a statement or report is from. */
export function issuer(context: NameContext, name: Name, end: number): Name | null {
  if (headAt(context, name.first)?.gloss !== STATEMENT || name.last - name.first > 2) return null;
  const { text, rules } = context;
  for (let look = name.last; look < Math.min(end, name.last + 3); look++)
    if (complementAt(context, look) >= 0) return null;
    else if (rules.nameEnds.has(text.tokens[look]?.folded ?? '')) return readName(context, look + 1, end, false);
  return null;
}

/** The token after the last "that", or the start of the passage or clause. */
export function clauseStart(context: NameContext, first: number, end: number): number {
  const { text, rules } = context;
  for (let look = end - 1; look >= first && look > end - 18; look--) {
    const token = text.tokens[look];
    if (token === undefined) return -1;
    if (token.type === 'sign' && (STOPS.includes(signAt(context, look)) || signAt(context, look) === ':'))
      return look + 1;
    if (token.type === 'word' && (rules.complementizers.has(token.folded) || rules.breaks.has(token.folded)))
      return look + 1;
    if (look === first) return first;
  }
  return -1;
}

export function agentAfter(context: NameContext, at: number, limit: number): Name | null {
  for (let look = at + 1; look < limit && look < at + MAX_GAP; look++)
    for (const phrase of agentsAt(context, look))
      if (goesOn(context.text, look, phrase)) return readName(context, look + phrase.length, limit, false);
  return null;
}

const NO_PHRASES: readonly (readonly string[])[] = [];

function agentsAt({ text, wordOf }: NameContext, at: number): readonly (readonly string[])[] {
  const token = text.tokens[at];
  return token === undefined ? NO_PHRASES : wordOf(token).agents;
}

export function complementAt(context: NameContext, at: number): number {
  const token = context.text.tokens[at];
  if (token === undefined) return -1;
  if (token.type === 'word') {
    const word = context.wordOf(token);
    if (word.complementizer) return at + 1;
    const next = context.text.tokens[at + 1];
    if (word.complementPreposition && next !== undefined && context.wordOf(next).complementizer) return at + 2;
  }
  return -1;
}

/** Whether a word carries a preposition that a frame asks for: بكذا, where the frame has ب. */
const attached = (rules: NameContext['rules'], frame: ReadonlySet<string>, folded: string): boolean =>
  folded.length >= ATTACHED && rules.attachedPrepositions.some((one) => frame.has(one) && folded.startsWith(one));

/** Whether one of the words that a verb of several meanings needs stands near it. */
export function frameFits(context: NameContext, at: number, limit: number, verb: SpeechVerb): boolean {
  if (verb.with === null) return true;
  const { text, rules } = context;
  for (let look = at + 1; look < limit && look <= at + (verb.act === 'write' ? MAX_GAP : 12); look++) {
    const sign = signAt(context, look);
    if (sign !== '' && verb.with.has(sign)) return true;
    if (sign !== '' && STOPS.includes(sign)) return false;
    const folded = text.tokens[look]?.folded ?? '';
    if (verb.with.has(folded) || verb.with.has(rules.bare(folded)) || attached(rules, verb.with, folded)) return true;
  }
  return false;
}

export const endsBefore = (context: NameContext, endingAt: ReadonlyMap<number, Name>, at: number): boolean =>
  endingAt.has(at) || (signAt(context, at - 1) === '،' && endingAt.has(at - 1));
