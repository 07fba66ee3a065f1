import type { WordUse } from '../languages/event-rules.ts';
import type { SpeechVerb } from '../languages/speech-rules.ts';
import type { Cue } from './cue.ts';
import { type Name, type NameContext, signAt } from './names.ts';
import { ARTICLE, capital, MAX_NAME, nameBefore, nameFrom, wordAt } from './subject-first-bounds.ts';

const OPENING = '"“«„‘';
const CLOSING = '"”»’';
const MAX_GAP = 22;

/** Words and names around a verb, in a language whose subject stands before its verb, or after it behind a quotation. */
export function subjectFirstCues(context: NameContext): Cue[] {
  const { text } = context;
  const cues: Cue[] = [];
  for (const passage of text.passages) {
    if (passage.furniture) continue;
    const first = text.firstToken[passage.index] ?? 0;
    const limit = text.lastToken[passage.index] ?? first;
    for (let at = first; at < limit; at++) {
      if (text.tokens[at]?.type !== 'word' || context.covers.has(at)) continue;
      const source = sourceAt(context, passage.index, first, at, limit);
      if (source) {
        cues.push(source);
        at = (source.name?.last ?? at + 1) - 1;
        continue;
      }
      const cue = verbAt(context, passage.index, first, at, limit);
      if (cue) cues.push(cue);
    }
  }
  return cues;
}

/** "According to X". */
function sourceAt(context: NameContext, passage: number, first: number, at: number, limit: number): Cue | null {
  for (const source of context.rules.sources) {
    if (!source.words.every((word, index) => wordAt(context, at + index) === word)) continue;
    const name = nameFrom(context, at + source.words.length, limit);
    if (name === null) continue;
    const opening = at - first <= 1;
    const comma = signAt(context, name.last) === ',' ? name.last + 1 : name.last;
    return {
      passage,
      at,
      start: at,
      verb: null,
      use: null,
      name,
      content: opening ? comma : -1,
      type: 'source',
      covers: opening ? 'after' : 'before',
      hearer: null,
    };
  }
  return null;
}

function verbAt(context: NameContext, passage: number, first: number, at: number, limit: number): Cue | null {
  const { rules } = context;
  let verb: SpeechVerb | null = null;
  let use: WordUse | null = null;
  for (const found of rules.verbs.find(wordAt(context, at))) {
    if (found.use.form === 'noun' || (verb !== null && found.entry.with === null)) continue;
    if (
      found.entry.with !== null &&
      !withNear(context, at, limit, found.entry.with) &&
      !closedBefore(context, at, first)
    )
      continue;
    verb = found.entry;
    use = found.use;
  }
  if (verb === null || use === null) return null;
  const previous = wordAt(context, at - 1);
  // "the unilaterally declared government", "the said letter": no finite verb
  if (ARTICLE.has(ADVERB.test(previous) ? wordAt(context, at - 2) : previous)) return null;
  const participle = use.form === 'participle';
  if (participle && signAt(context, at - 1) !== ',' && !rules.breaks.has(previous)) return null;
  // "the demand", "to say", "his call": no finite verb
  if (
    !participle &&
    (rules.complementPrepositions.has(previous) ||
      (!use.past &&
        rules.functionWords.has(previous) &&
        !rules.relatives.has(previous) &&
        !rules.breaks.has(previous) &&
        !PRONOUNS.has(previous)))
  )
    return null;
  let back = at - 1;
  while (back >= first && (rules.nameEnds.has(wordAt(context, back)) || ADVERB.test(wordAt(context, back)))) back--;
  const pronoun = PRONOUNS.has(wordAt(context, back)) || rules.relatives.has(wordAt(context, back));
  const quoted =
    CLOSING.includes(signAt(context, at - 1) || '#') ||
    (signAt(context, at - 1) === ',' && CLOSING.includes(signAt(context, at - 2) || '#'));
  let name: Name | null = null;
  let content = at + 1;
  let type: Cue['type'] = 'bare';
  if (!participle && !pronoun) {
    name =
      // "X, who …, told Y": whom a verb addresses stands after it, never who speaks
      quoted || (signAt(context, at - 1) === ',' && capital(context, at + 1) && verb.strong && !verb.hearer)
        ? nameFrom(context, at + 1, limit)
        : null;
    if (name !== null) content = name.last;
    else name = nameBefore(context, first, back);
    if (name === null) return null;
  }
  const from = name !== null && name.last <= at ? name.first : pronoun ? back : at;
  // a quotation before "…," X said
  let before = from - 1;
  while (before >= first && signAt(context, before) === ',') before--;
  const closed = quoted || CLOSING.includes(signAt(context, before) || '#');
  const hearer = verb.hearer && content === at + 1 ? nameFrom(context, at + 1, limit) : null;
  if (hearer) content = hearer.last;
  const plain = content;
  let framed = false;
  for (let look = content; look < limit && look < at + MAX_GAP && !framed; look++) {
    const sign = signAt(context, look);
    if (sign === ':' || (sign !== '' && OPENING.includes(sign) && look - plain <= 4)) {
      content = sign === ':' ? look + 1 : look;
      type = sign === ':' ? 'colon' : 'quote';
      if (sign === ':' && OPENING.includes(signAt(context, look + 1) || '#')) type = 'quote';
      framed = true;
    } else if (rules.complementizers.has(wordAt(context, look))) {
      content = look + 1;
      type = 'that';
      framed = true;
    } else if (sign !== '' && '.;!?'.includes(sign)) break;
    else if (look > plain + 3 && sign === ',') break;
  }
  // the sentence ends behind the verb: what it covers stands before it
  const rest = restWords(context, plain, limit);
  if (!framed && closed)
    return { passage, at, start: from, verb, use, name, content: -1, type: 'after', covers: 'after', hearer };
  if (!framed && rest <= 3 && from > first + 3 && name !== null)
    return {
      passage,
      at: from,
      start: from,
      verb: null,
      use: null,
      name,
      content: -1,
      type: 'source',
      covers: 'before',
      hearer: null,
    };
  if (!framed && rest === 0) return null;
  if (!framed && !verb.bare && verb.act === 'say' && !verb.strong) return null;
  const cue: Cue = {
    passage,
    at,
    start: type === 'bare' ? plain : from,
    verb,
    use: { ...use, conjunction: participle || rules.breaks.has(previous) },
    name,
    content: type === 'bare' ? plain : content,
    type,
    covers: 'after',
    hearer,
  };
  return cue;
}

const PRONOUNS = new Set(['he', 'she', 'they', 'it', 'we', 'i']);
const ADVERB = /ly$/;

/** Whether a quotation closes shortly before a verb: the verb then speaks, whatever else it needs. */
function closedBefore(context: NameContext, at: number, first: number): boolean {
  for (let look = at - 1; look >= first && look >= at - MAX_NAME; look--) {
    const sign = signAt(context, look);
    if (sign !== '' && CLOSING.includes(sign))
      return signAt(context, look - 1) === ',' || signAt(context, look + 1) === ',';
  }
  return false;
}

function withNear(context: NameContext, at: number, limit: number, words: ReadonlySet<string>): boolean {
  for (let look = at + 1; look < limit && look <= at + 6; look++)
    if (words.has(wordAt(context, look)) || words.has(signAt(context, look))) return true;
  return false;
}

function restWords(context: NameContext, from: number, limit: number): number {
  let words = 0;
  for (let at = from; at < limit; at++)
    if (context.text.tokens[at]?.type === 'word' && !context.rules.nameEnds.has(wordAt(context, at))) words++;
  return words;
}
