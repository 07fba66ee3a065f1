import type { StateOf } from '../gazetteer/seats.ts';
import type { SpeakerHead, SpeechRules } from '../languages/speech-rules.ts';
import type { Mention } from '../model/mention.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';

/** A name of someone or some body that can act or speak, by tokens; `last` is exclusive. */
export interface Name {
  readonly first: number;
  readonly last: number;
}

/** What reading names needs to know of a document. */
export interface NameContext {
  readonly text: TokenisedText;
  readonly rules: SpeechRules;
  /** Per token: the mention that starts in it and the one that covers it. */
  readonly startsAt: ReadonlyMap<number, Mention>;
  readonly covers: ReadonlyMap<number, Mention>;
  readonly stateOf: StateOf;
  /** Heads by token, once looked up. */
  readonly heads: (SpeakerHead | null | undefined)[];
}

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

export function nameContext(
  text: TokenisedText,
  mentions: readonly Mention[],
  rules: SpeechRules,
  stateOf: StateOf,
): NameContext {
  const startsAt = new Map<number, Mention>();
  const covers = new Map<number, Mention>();
  let at = 0;
  for (const mention of [...mentions].sort((a, b) => a.start - b.start || b.end - a.end)) {
    while (at > 0 && (text.tokens[at]?.start ?? 0) > mention.start) at--;
    while (at < text.tokens.length && (text.tokens[at]?.end ?? 0) <= mention.start) at++;
    if (!startsAt.has(at)) startsAt.set(at, mention);
    for (let inside = at; inside < text.tokens.length && (text.tokens[inside]?.start ?? 0) < mention.end; inside++)
      if (!covers.has(inside)) covers.set(inside, mention);
  }
  return { text, rules, startsAt, covers, stateOf, heads: [] };
}

export const signAt = (context: NameContext, at: number): string => {
  const token = context.text.tokens[at];
  return token?.type === 'sign' ? context.text.text.slice(token.start, token.end) : '';
};

/** The head noun that a word is, under its attached particles. */
export function headAt(context: NameContext, at: number): SpeakerHead | null {
  if (at < 0) return null;
  const known = context.heads[at];
  if (known !== undefined) return known;
  const head = readHead(context, at);
  context.heads[at] = head;
  return head;
}

function readHead(context: NameContext, at: number): SpeakerHead | null {
  const token = context.text.tokens[at];
  if (token?.type !== 'word') return null;
  // "a press conference" is no journalist
  if (context.rules.messages.has(context.text.tokens[at - 1]?.folded ?? '')) return null;
  for (const stem of context.rules.stems(token.folded)) {
    const head = context.rules.heads.get(context.rules.bare(stem)) ?? context.rules.heads.get(stem);
    if (head !== undefined) return head;
  }
  return null;
}

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
    const article = folded.startsWith('ال');
    if (words > 0 && mention === undefined) {
      if (rules.nameLinks.has(plain)) {
        // "in" only before a place: وزارة الدفاع في باكو
        const next = context.startsAt.get(index + 1);
        const named = headAt(context, index + 1) !== null;
        // a witness from a camp, a leader in the opposition
        const open = !definite && !/^[وف]?ال/u.test(text.tokens[at]?.folded ?? '');
        const after = text.tokens[index + 1];
        const someone =
          open &&
          (next !== undefined
            ? next.sense === 'literal'
            : named ||
              (after?.type === 'word' &&
                !rules.nameEnds.has(after.folded) &&
                !rules.functionWords.has(after.folded))) &&
          (firstHead?.type === 'person' || firstHead?.gloss === SOURCES);
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
      if (/^(?:بها|به|بهم)$/u.test(folded) && text.tokens[index - 1]?.folded.startsWith('الم')) {
        index++;
        last = index;
        continue;
      }
      const spelt =
        firstHead?.type === 'person' &&
        definite &&
        rules.nameSpellings.has(text.text.slice(token.start, token.end)) &&
        !/^ال/u.test(text.tokens[index + 1]?.folded ?? 'ال') &&
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
        /^(?:ال|لل)/u.test(previous.folded) &&
        !/^[لب]/u.test(folded)
      )
        break;
      if (isVerb(context, folded) && head === null) break;
      const prefixed =
        /^[وف]/u.test(folded) &&
        rules.stems(folded).length > 1 &&
        (article ||
          head !== null ||
          context.rules
            .stems(folded)
            .some((stem) => rules.nameEnds.has(stem) || rules.complementizers.has(stem) || stem.startsWith('ال')) ||
          isVerb(context, folded.slice(1)));
      // الأمن والتعاون: a second member of a body's field
      const field =
        prefixed &&
        folded.startsWith('وال') &&
        head === null &&
        !isVerb(context, folded.slice(1)) &&
        text.tokens[index - 1]?.folded.startsWith('ال') &&
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
      // told to a newspaper: no part of who tells
      if (
        folded.startsWith('ل') &&
        head !== null &&
        MEDIA.has(head.gloss) &&
        (head.gloss !== 'agency' || (previous?.type === 'word' && !previous.folded.startsWith('ال') && personal > 0))
      )
        break;
      // told to someone: a person's name is complete
      if (
        folded.startsWith('لل') &&
        personal > 0 &&
        previous?.type === 'word' &&
        !previous.folded.startsWith('ال') &&
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
      if (folded.startsWith('ب') && !rules.heads.has(rules.bare(folded))) {
        const rest = folded.slice(1);
        const body = rules.heads.get(rules.bare(rest));
        if (body !== undefined && body.type !== 'person' && firstHead?.type === 'person') {
          index++;
          words++;
          last = index;
          continue;
        }
        // أطباء بلا حدود, واشنطن بوست, but وزارة الصحة بمقتل
        const indefinite = previous?.type === 'word' && !previous.folded.startsWith('ال');
        const before = context.covers.get(index - 1);
        if (rest.startsWith('ال') || (personal >= FULL_NAME && /ه$/u.test(rest))) break;
        if (before !== undefined && before.sense !== 'embedded' && before.sense !== 'demonym') break;
        if (firstHead !== null && firstHead.type !== 'person' && !indefinite) break;
      }
      if (
        !rules.stems(folded).some((stem) => rules.glosses.has(stem)) &&
        folded.startsWith('ل') &&
        !folded.startsWith('لل') &&
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
    if (words === 0 && mention === undefined && head === null && /^(?:بال|لل)/u.test(folded)) return null;
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
            (head !== null && head.gloss !== TITLE && (article || !/^[وفبل]/u.test(folded))) ||
            (mention?.sense === 'demonym' && !article && /(?:ين|ون|ا)$/u.test(folded))));
      if (starts) break;
    }
    if (mention !== undefined) {
      if (
        words > 0 &&
        token.start < mention.start &&
        /^[وف]/u.test(folded) &&
        !(firstHead?.gloss === PEOPLE && context.covers.has(index - 1))
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

/** Whether the word before is an indefinite noun of the same body: هيئة تحرير [الشام]. */
function ruled(context: NameContext, from: number, at: number): boolean {
  const before = context.text.tokens[at - 1];
  return (
    at - 1 > from &&
    before?.type === 'word' &&
    !/^(?:ال|لل)/u.test(before.folded) &&
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

/** Every name in the document that shows itself by a head noun or by a place that acts. In order, not overlapping. */
export function findNames(context: NameContext): Name[] {
  // where the speaker stands before the verb, its cue reads the name
  if (context.rules.order === 'subject-first') return [];
  const names: Name[] = [];
  for (const passage of context.text.passages) {
    if (passage.furniture) continue;
    const limit = context.text.lastToken[passage.index] ?? 0;
    let at = context.text.firstToken[passage.index] ?? 0;
    while (at < limit) {
      const mention = context.startsAt.get(at);
      const starts = mention !== undefined ? mention.sense === 'metonymic' : headAt(context, at) !== null;
      const name = starts ? readName(context, at, limit, true) : null;
      if (name === null) {
        at++;
        continue;
      }
      // a person's name between commas after the office: وزير الخارجية، فلان الفلاني، …
      const comma = signAt(context, name.last) === '،' && headAt(context, name.first)?.type === 'person';
      const more =
        comma && !context.covers.has(name.last + 1) && headAt(context, name.last + 1) === null
          ? readName(context, name.last + 1, limit, false)
          : null;
      const whole =
        more !== null &&
        signAt(context, more.last) === '،' &&
        more.last - more.first <= 4 &&
        !context.rules.nameEnds.has(context.text.tokens[name.last + 1]?.folded ?? '') &&
        !/^(?:ال|و)/u.test(context.text.tokens[more.first]?.folded ?? '')
          ? { first: name.first, last: more.last }
          : name;
      names.push(whole);
      at = whole.last;
    }
  }
  return names;
}

/** The words of a name as written, without an attached conjunction or preposition. */
export function nameSurface(
  context: NameContext,
  name: Name,
): { readonly start: number; readonly end: number; readonly surface: string } {
  const token = context.text.tokens[name.first];
  const end = context.text.tokens[name.last - 1]?.end ?? 0;
  let start = token?.start ?? 0;
  const mention = context.startsAt.get(name.first);
  if (mention !== undefined && mention.start > start) start = mention.start;
  else if (token !== undefined && headAt(context, name.first) !== null) {
    // drop the particles before the head: ورئيس → رئيس; للرئيس keeps its article
    const { rules } = context;
    const stems = rules.stems(token.folded);
    const stem = stems.find((word) => rules.heads.has(word) || rules.heads.has(rules.bare(word)));
    if (stem !== undefined && stem.length < token.folded.length && !token.folded.startsWith('ال')) {
      const skip = token.folded.length - stem.length;
      const kept = token.folded.slice(skip - 2, skip) === 'ال' ? skip - 2 : skip;
      if (!token.folded.slice(0, skip).includes('لل')) start += kept;
      else start += token.folded.indexOf('لل') + 1;
    }
  }
  return { start, end, surface: context.text.text.slice(start, end) };
}
