import type { WordUse } from '../languages/event-rules.ts';
import type { SpeechVerb } from '../languages/speech-rules.ts';
import { type Cue, OPENING } from './cue.ts';
import {
  agentAfter,
  anonymityAt,
  apposition,
  before,
  clauseStart,
  complementAt,
  credible,
  endsBefore,
  frameFits,
  issuer,
  MAX_GAP,
  STOPS,
  trimmedHearer,
} from './cue-names.ts';
import { headAt, type Name, type NameContext, signAt } from './names.ts';
import { sourceCue } from './phrase-cues.ts';
import { readName } from './read-name.ts';

/** Tokens of an aside between a speaker and the quotation: فلان، العائد من كذا: "…". */
const ASIDE = 8;

/* A verb of speech with who speaks, who hears and where what is said begins. */

export function verbCue(
  context: NameContext,
  endingAt: ReadonlyMap<number, Name>,
  persons: ReadonlySet<string>,
  passage: number,
  first: number,
  at: number,
  limit: number,
): Cue | null {
  const { text, rules } = context;
  const token = text.tokens[at];
  if (token === undefined) return null;
  const { verbs } = context.wordOf(token);
  if (verbs.length === 0 || anonymityAt(context, at, limit) >= 0) return null;
  const closed = rules.shapes.closed(text.text.slice(token.start, token.end));
  const comma = '،,'.includes(signAt(context, at - 1) || '#');
  let verb: SpeechVerb | null = null;
  let use: WordUse | null = null;
  for (const found of verbs) {
    if (found.use.suffixed && closed) continue;
    if (
      found.use.form === 'participle' &&
      (found.use.article || found.use.preposition !== '' || !(comma || found.use.conjunction))
    )
      continue;
    if (found.use.form === 'noun' || !frameFits(context, at, limit, found.entry)) continue;
    if (verb !== null && (verb.with !== null || found.entry.with === null)) continue;
    verb = found.entry;
    use = found.use;
  }
  if (verb === null || use === null) return null;
  // after a preposition or a noun in construct the letters are those of a masdar: بعد طلب, في بيان
  const previous = text.tokens[at - 1];
  if (
    use.form === 'verb' &&
    !use.conjunction &&
    previous?.type === 'word' &&
    previous.folded.length <= 3 &&
    rules.complementPrepositions.has(previous.folded)
  )
    return null;
  let index = at + 1;
  // adverbs and "in it" between verb and speaker: أكدت فيه وزارة الدفاع
  while (
    index < limit &&
    index < at + 4 &&
    rules.nameEnds.has(text.tokens[index]?.folded ?? '') &&
    complementAt(context, index) < 0 &&
    text.tokens[index]?.type === 'word'
  ) {
    const skipped = text.tokens[index]?.folded ?? '';
    if (rules.complementPrepositions.has(skipped) || rules.adverbials.has(skipped)) break;
    index++;
  }
  // a second verb of the same speaker: حث وطالبت
  const follow = text.tokens[index];
  if (
    follow !== undefined &&
    index === at + 1 &&
    headAt(context, index) === null &&
    context.wordOf(follow).verbs.some((one) => one.use.form === 'verb' && one.use.conjunction && !one.use.suffixed)
  )
    return null;
  const pronoun = rules.shapes.thatSubject(previous?.folded ?? '') && rules.complementizers.has(previous?.folded ?? '');
  const silent = use.first || use.form === 'participle' || pronoun;
  // a verb in the plural has its subject before it
  const complete = rules.pluralHasSubject && use.form === 'verb' && use.plural && !use.first && !verb.hearer;
  let name = (silent && !verb.hearer) || complete ? null : readName(context, index, limit, verb.hearer);
  let hearer: Name | null = null;
  let gap = name?.last ?? index;
  if (name !== null && silent) {
    hearer = name;
    name = null;
  } else if (name !== null) {
    // a statement issued by a ministry is the ministry's
    name = issuer(context, name, limit) ?? name;
    // apposition: name, office, that …
    const extended = apposition(context, name, limit);
    name = extended.name;
    gap = extended.gap;
    const relayed =
      verb.relay && rules.complementPrepositions.has(text.tokens[gap]?.folded ?? '')
        ? readName(context, gap + 1, limit, false)
        : null;
    if (relayed !== null && credible(context, relayed, verb, true, persons)) {
      name = relayed;
      gap = relayed.last;
    }
    if (verb.hearer) {
      hearer = readName(context, gap, limit, false);
      hearer = trimmedHearer(context, hearer, persons);
      if (hearer !== null) gap = hearer.last;
    }
  }
  // a town is feminine: whoever calls in the masculine is someone named before, and calls on it (ودعا برلين)
  if (
    name !== null &&
    verb.hearer &&
    use.form === 'verb' &&
    rules.feminineTowns &&
    !use.feminine &&
    !use.plural &&
    context.covers.get(name.first)?.kind === 'city' &&
    name.first === index
  ) {
    gap = hearer?.last ?? name.last;
    hearer = name;
    name = null;
  }
  let back = at - 1;
  while (back >= first && '،,.'.includes(signAt(context, back) || '#')) back--;
  const closing = '"”»'.includes(signAt(context, back) || '#');
  let content = -1;
  let type: Cue['type'] = 'after';
  for (let look = gap; look < limit && look < at + MAX_GAP; look++) {
    const sign = signAt(context, look);
    if (sign !== '' && STOPS.includes(sign)) break;
    if (sign === ':') {
      content = look + 1;
      type = OPENING.includes(signAt(context, look + 1) || ' ') ? 'quote' : 'colon';
      break;
    }
    if (sign !== '' && OPENING.includes(sign) && look > at && look - gap <= 1 && !context.covers.has(look + 1)) {
      content = look;
      type = 'quote';
      break;
    }
    const complement = complementAt(context, look);
    if (complement >= 0) {
      content = complement;
      type = 'that';
      break;
    }
    const unnamed = anonymityAt(context, look, limit);
    if (unnamed >= 0) {
      look = unnamed - 1;
      continue;
    }
    const source = sourceCue(context, passage, first, look, limit);
    if (source !== null) {
      look = source.next - 1;
      continue;
    }
    const word = text.tokens[look];
    if (
      word?.type === 'word' &&
      look > gap &&
      context
        .wordOf(word)
        .verbs.some(
          (one) =>
            one.use.form === 'verb' &&
            !one.use.suffixed &&
            (one.use.past || one.use.conjunction) &&
            frameFits(context, look, limit, one.entry),
        ) &&
      headAt(context, look) === null
    )
      break;
    if (word?.type === 'word' && look > gap + 1 && rules.breaks.has(word.folded)) break;
  }
  const framed = content >= 0;
  // "it is expected that": nobody is named who expects it
  if (
    name === null &&
    !silent &&
    type === 'that' &&
    use.form === 'verb' &&
    !use.past &&
    !use.feminine &&
    !use.plural &&
    content - at <= 2 &&
    verb.impersonal &&
    !endsBefore(context, endingAt, at)
  )
    return null;
  const next = text.tokens[gap];
  const phrase =
    next?.type === 'word' &&
    (rules.complementPrepositions.has(next.folded) || (next.folded.length > 3 && rules.shapes.by(next.folded)));
  const quoted = type === 'colon' || type === 'quote';
  const aside = '،,'.includes(signAt(context, gap) || '#') ? ASIDE : 2;
  const opened = complementAt(context, gap) === content || (quoted && content - gap <= aside);
  const direct = framed && name !== null && name.first === index && opened;
  if (name !== null && !credible(context, name, verb, framed || closing, persons, direct)) {
    // not a speaker: what follows is what is said, by someone named before; a subject that cannot speak makes no claim
    if (
      !use.conjunction &&
      rules.shapes.definite(text.tokens[name.first]?.folded ?? '') &&
      !endsBefore(context, endingAt, at)
    )
      return null;
    gap = index;
    name = null;
  }
  if (content < 0 && (verb.bare || (phrase && verb.act !== 'write'))) {
    content = gap < limit ? gap : -1;
    type = 'bare';
  } else if (content < 0 && verb.act === 'write') {
    content = gap;
    type = 'bare';
  }
  let subject = name;
  if (!silent) {
    const pair =
      previous?.type === 'word' &&
      use.conjunction &&
      context.wordOf(previous).verbs.some((one) => one.use.form === 'verb') &&
      headAt(context, at - 1) === null;
    const earlier = before(context, endingAt, first, pair ? at - 1 : at);
    // what fills a clause up to a verb of saying with its "that" is who says it: لكن الدعم السريع قال إن
    const whole =
      framed &&
      earlier !== null &&
      name === null &&
      earlier.last === at &&
      clauseStart(context, first, at) === earlier.first;
    if (earlier !== null && !(comma && name !== null) && credible(context, earlier, verb, true, persons, whole)) {
      if (verb.hearer && name !== null && hearer === null) hearer = name;
      if (name === null || verb.hearer) subject = earlier;
    }
  }
  if (subject === null && use.form === 'verb') subject = agentAfter(context, at, limit);
  // a verb of speech that closes a quotation: "…"، قال فلان
  if (content < 0 && type === 'after' && !closing) return null;
  // reports and pictures are no speakers: what they show is told by whoever writes of them
  if (subject !== null && headAt(context, subject.first)?.gloss === 'report') return null;
  // a clause on an indefinite noun, or on one that cannot speak: أزمة تهدد, صور يزعم
  if (
    subject === null &&
    !silent &&
    !use.conjunction &&
    !(use.suffixed && verb.hearer) &&
    at > first &&
    previous?.type === 'word' &&
    !rules.complementizers.has(previous.folded) &&
    !rules.breaks.has(previous.folded) &&
    (rules.relatives.has(previous.folded) || !rules.functionWords.has(previous.folded))
  )
    return null;
  // "a call in which he urged": a relative clause on what was done, not a speaker of its own
  if (!silent && rules.resumptives.relative.has(text.tokens[at + 1]?.folded ?? '') && name === null) return null;
  const start = subject !== null && subject.last <= at ? subject.first : at;
  return { passage, at, start, verb, use, name: subject, content, type, covers: 'after', hearer };
}
