import type { SpeechVerb } from '../languages/speech-rules.ts';
import { goesOn } from '../text/goes-on.ts';
import { type Cue, OPENING } from './cue.ts';
import { apposition, complementAt } from './cue-names.ts';
import { headAt, type Name, type NameContext, signAt } from './names.ts';
import { readName } from './read-name.ts';

/* Cues of speech without a verb before its speaker: a source's phrase, a name and a colon, a name after a dash. */

interface SourceCue {
  readonly cue: Cue;
  /** One past its last token. */
  readonly next: number;
}

export function sourceCue(
  context: NameContext,
  passage: number,
  first: number,
  at: number,
  limit: number,
): SourceCue | null {
  const { text, rules } = context;
  const token = text.tokens[at];
  if (token === undefined) return null;
  for (const source of context.wordOf(token).sources) {
    if (!goesOn(text, at, source.words)) continue;
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
        rules.resumptives.source.has(text.tokens[next]?.folded ?? '')
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
export function colonCue(
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
export function dashCue(context: NameContext, passage: number, first: number, at: number, limit: number): Cue | null {
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
