import type { WordUse } from '../languages/event-rules.ts';
import type { SourcePhrase, SpeechRules, SpeechVerb } from '../languages/speech-rules.ts';
import {
  agentAfter,
  apposition,
  before,
  complementAt,
  credible,
  endsBefore,
  frameFits,
  MAX_GAP,
  STOPS,
  trimmedHearer,
} from './cue-names.ts';
import { headAt, type Name, type NameContext, readName, signAt } from './names.ts';
import { readParts } from './speakers.ts';
import { subjectFirstCues } from './subject-first-cues.ts';

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

const OPENING = '"“«„';

/** Finds the cues of speech, in order of the text. A bounded look around each verb of speech. */
export function findCues(context: NameContext, names: readonly Name[]): Cue[] {
  if (context.rules.order === 'subject-first') return subjectFirstCues(context);
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
      if (cue.name !== null && cue.verb?.strong)
        for (const word of readParts(context, cue.name).person) if (word.length > 2) persons.add(word);
    }
  }
  return cues;
}

function verbCue(
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
  const closed = text.text[token.end - 1] === 'ة';
  const comma = '،,'.includes(signAt(context, at - 1) || '#');
  let verb: SpeechVerb | null = null;
  let use: WordUse | null = null;
  for (const found of rules.verbs.find(token.folded)) {
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
    rules.verbs.find(follow.folded).some((one) => one.use.form === 'verb' && one.use.conjunction && !one.use.suffixed)
  )
    return null;
  const pronoun =
    /(?:نه|نها|نهم|نهما)$/u.test(previous?.folded ?? '') && rules.complementizers.has(previous?.folded ?? '');
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
    if (
      word?.type === 'word' &&
      look > gap &&
      rules.verbs
        .find(word.folded)
        .some(
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
  const next = text.tokens[gap];
  const phrase = next?.type === 'word' && (rules.complementPrepositions.has(next.folded) || /^ب.../u.test(next.folded));
  if (name !== null && !credible(context, name, verb, framed || closing, persons)) {
    // not a speaker: what follows is what is said, by someone named before; a subject that cannot speak makes no claim
    if (!use.conjunction && text.tokens[name.first]?.folded.startsWith('ال') && !endsBefore(context, endingAt, at))
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
      rules.verbs.find(previous.folded).some((one) => one.use.form === 'verb') &&
      headAt(context, at - 1) === null;
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

const sourceTables = new WeakMap<SpeechRules, ReadonlyMap<string, readonly SourcePhrase[]>>();

/** Source phrases by their first word. */
function sourcesOf(rules: SpeechRules): ReadonlyMap<string, readonly SourcePhrase[]> {
  const known = sourceTables.get(rules);
  if (known !== undefined) return known;
  const table = new Map<string, SourcePhrase[]>();
  for (const source of rules.sources) {
    const head = source.words[0] ?? '';
    const list = table.get(head);
    if (list === undefined) table.set(head, [source]);
    else list.push(source);
  }
  sourceTables.set(rules, table);
  return table;
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
  const table = sourcesOf(rules);
  const sources =
    table.get(token.folded) ?? (/^[وف]/u.test(token.folded) ? table.get(token.folded.slice(1)) : undefined);
  if (sources === undefined) return null;
  for (const source of sources) {
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
    let extended = apposition(context, name, limit);
    const relayed =
      spoken?.relay && rules.complementPrepositions.has(text.tokens[extended.gap]?.folded ?? '')
        ? readName(context, extended.gap + 1, limit, false)
        : null;
    if (relayed !== null) extended = apposition(context, relayed, limit);
    if (source.verb && complementAt(context, extended.gap) >= 0) continue;
    const headed = headAt(context, name.first) !== null || context.covers.has(name.first);
    // "according to law, plan, need" is no source: a name without a head must be a person's
    if (!headed && rules.strictSources.has(source.words[0] ?? '')) continue;
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
  if (
    name === null ||
    limit - name.last > 1 ||
    (limit - name.last === 1 && after !== '-' && after !== '–' && after !== '—')
  )
    return null;
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
