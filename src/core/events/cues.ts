import type { WordUse } from '../languages/event-rules.ts';
import type { SpeechVerb } from '../languages/speech-rules.ts';
import { headAt, type Name, type NameContext, readName, signAt } from './names.ts';
import { readParts } from './speakers.ts';

/** A place in the text that says that someone says something. Token indices; `content` is where what is said begins. */
export interface Cue {
  readonly passage: number;
  readonly at: number;
  /** First token of the words that introduce the claim. */
  readonly start: number;
  readonly verb: SpeechVerb | null;
  readonly use: WordUse | null;
  /** The speaker's name; null when the sentence leaves it to the one before. */
  readonly name: Name | null;
  /** -1: nothing follows (the cue stands after a quotation). */
  readonly content: number;
  readonly type: 'that' | 'colon' | 'quote' | 'bare' | 'source' | 'after' | 'heading';
  /** For a source phrase: whether it stands before or after what it covers. */
  readonly covers: 'before' | 'after';
  /** The hearer, when a second name follows. */
  readonly hearer: Name | null;
}

const MAX_GAP = 34;
const OPENING = '"“«„';
const STOPS = '.؛!؟?…';

/** Finds the cues of speech, in order of the text. A bounded look around each verb of speech. */
export function findCues(context: NameContext, names: readonly Name[]): Cue[] {
  const { text } = context;
  const endingAt = new Map<number, Name>();
  for (const name of names) endingAt.set(name.last, name);
  const persons = new Set<string>();
  for (const name of names) for (const word of readParts(context, name).person) if (word.length > 2) persons.add(word);
  const cues: Cue[] = [];
  for (const passage of text.passages) {
    if (passage.furniture) continue;
    const first = text.firstToken[passage.index] ?? 0;
    const limit = text.lastToken[passage.index] ?? first;
    for (let at = first; at < limit; at++) {
      const token = text.tokens[at];
      if (token?.type === 'sign') {
        const cue =
          colonCue(context, endingAt, passage.index, first, at, limit) ??
          dashCue(context, passage.index, first, at, limit);
        if (cue !== null) cues.push(cue);
        continue;
      }
      if (token?.type !== 'word') continue;
      const source = sourceCue(context, passage.index, first, at, limit);
      if (source !== null) {
        cues.push(source.cue);
        at = source.next - 1;
        continue;
      }
      if (context.covers.has(at)) continue;
      const cue = verbCue(context, endingAt, persons, passage.index, first, at, limit);
      if (cue === null) continue;
      cues.push(cue);
      if (cue.name !== null && cue.verb?.strong) for (const word of readParts(context, cue.name).person) if (word.length > 2) persons.add(word);
    }
  }
  return cues;
}

function complementAt(context: NameContext, at: number): number {
  const token = context.text.tokens[at];
  if (token === undefined) return -1;
  const { rules } = context;
  if (token.type === 'word') {
    if (rules.complementizers.has(token.folded)) return at + 1;
    const next = context.text.tokens[at + 1];
    if (rules.complementPrepositions.has(token.folded) && next !== undefined && rules.complementizers.has(next.folded))
      return at + 2;
  }
  return -1;
}

/** Whether one of the words that a verb of several meanings needs stands near it. */
function frameFits(context: NameContext, at: number, limit: number, verb: SpeechVerb): boolean {
  if (verb.with === null) return true;
  const { text, rules } = context;
  for (let look = at + 1; look < limit && look <= at + (verb.act === 'write' ? MAX_GAP : 12); look++) {
    const sign = signAt(context, look);
    if (sign !== '' && verb.with.has(sign)) return true;
    if (sign !== '' && STOPS.includes(sign)) return false;
    const folded = text.tokens[look]?.folded ?? '';
    if (verb.with.has(folded) || verb.with.has(rules.bare(folded)) || (verb.with.has('ب') && /^ب.../u.test(folded))) return true;
  }
  return false;
}

/** A hearer without an office is a known person or a place; what follows belongs to the speech: أبلغ بلينكن استعداده. */
function trimmedHearer(context: NameContext, name: Name | null, persons: ReadonlySet<string>): Name | null {
  if (name === null || headAt(context, name.first) !== null || context.covers.has(name.first)) return name;
  let last = name.first;
  while (last < name.last && (persons.has(context.text.tokens[last]?.folded ?? '') || context.rules.givenNames.has(context.text.tokens[last]?.folded ?? ''))) last++;
  return last > name.first ? { first: name.first, last } : null;
}

/** Whether a name can be that of someone who speaks: a known head, a place, a known person, or a bare name after a plain verb of saying. */
function credible(context: NameContext, name: Name, verb: SpeechVerb, framed: boolean, persons: ReadonlySet<string>): boolean {
  const { text, rules } = context;
  let first = name.first;
  while (first < name.last && text.tokens[first]?.type === 'sign') first++;
  const token = text.tokens[first];
  if (token === undefined) return false;
  if (headAt(context, first) !== null) return true;
  const mention = context.covers.get(first);
  if (mention !== undefined) return mention.sense !== 'demonym' || token.folded.startsWith('ال');
  const folded = token.folded;
  if (persons.has(folded) || rules.givenNames.has(folded)) return true;
  return verb.strong && framed && !folded.startsWith('ال') && !/(?:ها|هم|هما|نا)$/u.test(folded) && folded.length > 2;
}

function verbCue(context: NameContext, endingAt: ReadonlyMap<number, Name>, persons: ReadonlySet<string>, passage: number, first: number, at: number, limit: number): Cue | null {
  const { text, rules } = context;
  const token = text.tokens[at];
  if (token === undefined) return null;
  const closed = text.text[token.end - 1] === 'ة';
  const comma = '،,'.includes(signAt(context, at - 1) || '#');
  let verb: SpeechVerb | null = null;
  let use: WordUse | null = null;
  for (const found of rules.verbs.find(token.folded)) {
    if (found.use.suffixed && closed) continue;
    if (found.use.form === 'participle' && (found.use.article || found.use.preposition !== '' || !(comma || found.use.conjunction))) continue;
    if (found.use.form === 'noun' || !frameFits(context, at, limit, found.entry)) continue;
    if (verb !== null && (verb.with !== null || found.entry.with === null)) continue;
    verb = found.entry;
    use = found.use;
  }
  if (verb === null || use === null) return null;
  // after a preposition or a noun in construct the letters are those of a masdar: بعد طلب, في بيان
  const previous = text.tokens[at - 1];
  if (use.form === 'verb' && !use.conjunction && previous?.type === 'word' && previous.folded.length <= 3 && rules.complementPrepositions.has(previous.folded)) return null;
  let index = at + 1;
  // adverbs and "in it" between verb and speaker: أكدت فيه وزارة الدفاع
  while (index < limit && index < at + 4 && rules.nameEnds.has(text.tokens[index]?.folded ?? '') && complementAt(context, index) < 0 && text.tokens[index]?.type === 'word') {
    if (rules.complementPrepositions.has(text.tokens[index]?.folded ?? '')) break;
    index++;
  }
  // a second verb of the same speaker: حث وطالبت
  const follow = text.tokens[index];
  if (follow !== undefined && index === at + 1 && headAt(context, index) === null && rules.verbs.find(follow.folded).some((one) => one.use.form === 'verb' && one.use.conjunction && !one.use.suffixed)) return null;
  const pronoun = /(?:نه|نها|نهم|نهما)$/u.test(previous?.folded ?? '') && rules.complementizers.has(previous?.folded ?? '');
  const silent = use.first || use.form === 'participle' || pronoun;
  let name = silent && !verb.hearer ? null : readName(context, index, limit, verb.hearer);
  let hearer: Name | null = null;
  let gap = name?.last ?? index;
  if (name !== null && silent) {
    hearer = name;
    name = null;
  } else if (name !== null) {
    // apposition: name, office, that …
    const extended = apposition(context, name, limit);
    name = extended.name;
    gap = extended.gap;
    if (verb.hearer) {
      hearer = readName(context, gap, limit, false);
      hearer = trimmedHearer(context, hearer, persons);
      if (hearer !== null) gap = hearer.last;
    }
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
    const source = sourceCue(context, passage, first, look, limit);
    if (source !== null) {
      look = source.next - 1;
      continue;
    }
    const word = text.tokens[look];
    if (word?.type === 'word' && look > gap && rules.verbs.find(word.folded).some((one) => one.use.form === 'verb' && !one.use.suffixed && (one.use.past || one.use.conjunction) && frameFits(context, look, limit, one.entry)) && headAt(context, look) === null) break;
    if (word?.type === 'word' && look > gap + 1 && rules.breaks.has(word.folded)) break;
  }
  const framed = content >= 0;
  const next = text.tokens[gap];
  const phrase = next?.type === 'word' && (rules.complementPrepositions.has(next.folded) || /^ب.../u.test(next.folded));
  if (name !== null && !credible(context, name, verb, framed || closing, persons)) {
    // not a speaker: what follows is what is said, by someone named before; a subject that cannot speak makes no claim
    if (!use.conjunction && text.tokens[name.first]?.folded.startsWith('ال') && !endsBefore(context, endingAt, at)) return null;
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
    const pair = previous?.type === 'word' && use.conjunction && rules.verbs.find(previous.folded).some((one) => one.use.form === 'verb') && headAt(context, at - 1) === null;
    const earlier = before(context, endingAt, first, pair ? at - 1 : at);
    if (earlier !== null && !(comma && name !== null) && credible(context, earlier, verb, true, persons)) {
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
  if (!silent && /^(?:خلالها|خلاله|فيها|فيه)$/u.test(text.tokens[at + 1]?.folded ?? '') && name === null) return null;
  const start = subject !== null && subject.last <= at ? subject.first : at;
  return { passage, at, start, verb, use, name: subject, content, type, covers: 'after', hearer };
}

/** Follows a name over commas: `وزير الخارجية الأمريكي، أنتوني بلينكن، الثلاثاء، إلى`. */
function apposition(context: NameContext, name: Name, limit: number): { name: Name; gap: number } {
  const { text, rules } = context;
  let current = name;
  let gap = name.last;
  for (let round = 0; round < 3; round++) {
    const sign = signAt(context, gap);
    if (sign !== '،' && sign !== ',') break;
    const next = text.tokens[gap + 1];
    if (next === undefined || complementAt(context, gap + 1) >= 0) break;
    const more =
      rules.nameEnds.has(next.folded) || next.type !== 'word' ? null : readName(context, gap + 1, limit, false);
    if (more === null) break;
    const conjunction =
      /^[وف]/u.test(next.folded) &&
      rules.stems(next.folded).length > 1 &&
      headAt(context, gap + 1) === null &&
      next.folded.startsWith('ول');
    if (conjunction) break;
    let tail = more.last;
    while (tail < limit && tail < more.last + 5 && text.tokens[tail]?.type === 'word' && complementAt(context, tail) < 0 && !rules.verbs.find(text.tokens[tail]?.folded ?? '').some((one) => one.use.form === 'verb')) tail++;
    const closes = (at: number) => '،,:'.includes(signAt(context, at) || '#') || complementAt(context, at) >= 0;
    if (!closes(more.last) && !closes(tail)) break;
    current = { first: current.first, last: more.last };
    gap = closes(more.last) ? more.last : tail;
  }
  return { name: current, gap };
}

const endsBefore = (context: NameContext, endingAt: ReadonlyMap<number, Name>, at: number): boolean => endingAt.has(at) || (signAt(context, at - 1) === '،' && endingAt.has(at - 1));

/** The speaker that stands before the verb: `أن بلينكن دعا`, `سلطات …، تقول`, `شارل ميشيل، رئيس …، أوضح`. */
function before(context: NameContext, endingAt: ReadonlyMap<number, Name>, first: number, at: number): Name | null {
  const { text, rules } = context;
  let end = at;
  const folded = text.tokens[at]?.folded ?? '';
  if (/^[وف]/u.test(folded) && rules.verbs.find(folded).some((one) => one.use.conjunction && one.use.form === 'verb'))
    return null;
  if (text.tokens[end - 1]?.folded === 'قد') end--;
  const comma = signAt(context, end - 1) === '،';
  if (comma) end--;
  const relative = rules.relatives.has(text.tokens[end - 1]?.folded ?? '');
  if (relative) end--;
  if (relative && signAt(context, end - 1) === '،') end--;
  const direct = endingAt.get(end);
  const opener = clauseStart(context, first, end);
  if (opener >= 0 && end - opener >= 1 && end - opener <= 16) {
    const whole = rules.complementPrepositions.has(text.tokens[opener]?.folded ?? '') ? null : readName(context, opener, end, false);
    if (whole !== null) {
      // a statement from someone is that one's: بيان من المتحدث
      const inner = issuer(context, whole, end);
      if (inner !== null) return inner;
      const extended = apposition(context, whole, end + 1);
      if (extended.name.last === end || extended.gap === end) return extended.name;
    }
  }
  if (direct === undefined || rules.complementPrepositions.has(text.tokens[direct.first - 1]?.folded ?? '')) return null;
  return direct;
}

/** Who a statement or report is from. */
function issuer(context: NameContext, name: Name, end: number): Name | null {
  if (headAt(context, name.first)?.type !== 'text' || name.last - name.first > 2) return null;
  const { text, rules } = context;
  for (let look = name.last; look < Math.min(end, name.last + 3); look++) if (rules.nameEnds.has(text.tokens[look]?.folded ?? '')) return readName(context, look + 1, end, false);
  return null;
}

/** The token after the last "that", or the start of the passage or clause. */
function clauseStart(context: NameContext, first: number, end: number): number {
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

function agentAfter(context: NameContext, at: number, limit: number): Name | null {
  const { text, rules } = context;
  for (let look = at + 1; look < limit && look < at + MAX_GAP; look++)
    for (const phrase of rules.agents)
      if (phrase.every((word, index) => text.tokens[look + index]?.folded === word))
        return readName(context, look + phrase.length, limit, false);
  return null;
}

function sourceCue(
  context: NameContext,
  passage: number,
  first: number,
  at: number,
  limit: number,
): { cue: Cue; next: number } | null {
  const { text, rules } = context;
  const token = text.tokens[at];
  if (token === undefined) return null;
  for (const source of rules.sources) {
    const head = source.words[0] ?? '';
    if (token.folded !== head && !(token.folded.slice(1) === head && /^[وف]/u.test(token.folded))) continue;
    if (!source.words.every((word, index) => index === 0 || text.tokens[at + index]?.folded === word)) continue;
    let next = at + source.words.length;
    let spoken: SpeechVerb | null = null;
    if (source.verb) {
      const verb = text.tokens[next];
      if (
        verb === undefined ||
        !rules.verbs.find(verb.folded).some((one) => one.use.form === 'verb' && !one.use.conjunction)
      )
        continue;
      spoken = rules.verbs.find(verb.folded).find((one) => one.use.form === 'verb')?.entry ?? null;
      next++;
      if (
        rules.complementPrepositions.has(text.tokens[next]?.folded ?? '') ||
        /^(?:به|عنه|بذلك|اليه)$/u.test(text.tokens[next]?.folded ?? '')
      )
        next++;
    }
    const word = text.tokens[next];
    if (word === undefined || next >= limit) continue;
    if (source.attached !== '' && !word.folded.startsWith(source.attached)) continue;
    const name = readName(context, next, limit, false);
    if (name === null) continue;
    const extended = apposition(context, name, limit);
    if (source.verb && complementAt(context, extended.gap) >= 0) continue;
    const headed = headAt(context, name.first) !== null || context.covers.has(name.first);
    // "according to law, plan, need" is no source: a name without a head must be a person's
    if (!headed && source.words.length === 1 && !source.verb && !rules.givenNames.has(word.folded)) continue;
    const content = extended.gap < limit ? extended.gap : -1;
    const opening = at - first <= 2;
    return {
      cue: {
        passage,
        at,
        start: at,
        verb: spoken,
        use: null,
        name: extended.name,
        content,
        type: 'source',
        covers: opening ? 'after' : 'before',
        hearer: null,
      },
      next: extended.gap,
    };
  }
  return null;
}

/** A name, a colon and a quotation without a verb of speech: `الوزارة في بيان: "…"`. */
function colonCue(
  context: NameContext,
  endingAt: ReadonlyMap<number, Name>,
  passage: number,
  first: number,
  at: number,
  limit: number,
): Cue | null {
  if (signAt(context, at) !== ':' || !OPENING.includes(signAt(context, at + 1) || ' ') || at + 1 >= limit) return null;
  const { rules, text } = context;
  let name: Name | null = null;
  for (let look = at; look > first && look > at - 14; look--) {
    const token = text.tokens[look - 1];
    if (
      token?.type === 'word' &&
      !context.covers.has(look - 1) &&
      headAt(context, look - 1) === null &&
      rules.verbs.find(token.folded).some((one) => one.use.form === 'verb')
    )
      return null;
    const ending = endingAt.get(look);
    if (ending !== undefined) name = ending;
  }
  if (name === null || name.first - first > 3) return null;
  return {
    passage,
    at,
    start: name.first,
    verb: null,
    use: null,
    name,
    content: at + 1,
    type: 'quote',
    covers: 'after',
    hearer: null,
  };
}

/** A heading that names its speaker after a dash: `… من أرمينيا - الممثل الأمريكي`. */
function dashCue(context: NameContext, passage: number, first: number, at: number, limit: number): Cue | null {
  const sign = signAt(context, at);
  if ((sign !== '-' && sign !== '–' && sign !== '—') || at - first < 3 || limit - at > 16) return null;
  if (headAt(context, at + 1)?.type !== 'person') return null;
  const name = readName(context, at + 1, limit, false);
  const after = name === null ? '' : signAt(context, name.last);
  if (name === null || limit - name.last > 1 || (limit - name.last === 1 && after !== '-' && after !== '–' && after !== '—')) return null;
  if (!context.text.passages[passage]?.heading && after === '') return null;
  return {
    passage,
    at,
    start: at,
    verb: null,
    use: null,
    name,
    content: first,
    type: 'heading',
    covers: 'before',
    hearer: null,
  };
}
