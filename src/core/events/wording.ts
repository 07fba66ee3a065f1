import type { Event, Figure } from '../model/event.ts';
import { goesOn } from '../text/goes-on.ts';
import type { Draft } from './draft.ts';
import type { EventSource, PassageFacts } from './event-facts.ts';
import { eventWordsOf } from './event-word.ts';
import { isDeliberate } from './families.ts';
import { tellingWords } from './hits.ts';

/* What the words of a draft say beside its place and date. */

/** Words after a trigger within which two wars are looked for. */
const WARS_AFTER = 10;

/** People hurt by nobody's hand: in an accident, by an illness. Tokens of the whole sentence are looked at. */
export function isMishap(source: EventSource, draft: Draft, passage: PassageFacts): boolean {
  const { text, rules } = source;
  const wrecked = draft.kind === 'attack' && draft.hits.every((hit) => rules.context.wrecks.has(hit.trigger.lemma));
  if (draft.kind !== 'casualties' && !wrecked) return false;
  let mishap = passage.hits.some(({ trigger }) => trigger.kind === 'accident' || trigger.kind === 'disaster');
  if (
    passage.hits.some(
      (hit) => hit.trigger.weight !== 'toll' && isDeliberate(hit.trigger.kind) && !draft.hits.includes(hit),
    )
  )
    return false;
  const limit = text.lastToken[draft.passage] ?? 0;
  for (let at = text.firstToken[draft.passage] ?? 0; at < limit && !mishap; at++) {
    const folded = text.tokens[at]?.folded ?? '';
    const { mishaps } = rules.context;
    const plain = rules.bare(folded);
    mishap =
      mishaps.has(folded) ||
      mishaps.has(plain) ||
      rules.speech.stems(folded).some((stem) => mishaps.has(rules.bare(stem)));
  }
  return mishap;
}

/** Where the words stand that tell what happened. */
export function telling(source: EventSource, draft: Draft, start: number, end: number): Event['trigger'] {
  const { text, rules } = source;
  if (draft.trigger === null) return { start, end };
  const { tokens } = text;
  const [first, last] = tellingWords(text, draft.trigger, rules);
  return { start: tokens[first]?.start ?? start, end: tokens[last - 1]?.end ?? end };
}

/** What became of people counted near a trigger: the trigger before them, else the one right after. */
export function fate(source: EventSource, draft: Draft, first: number, last: number): Figure['what'] | null {
  const { text, rules } = source;
  const of = (at: number): Figure['what'] | null => {
    const token = text.tokens[at];
    const folded = token?.folded ?? '';
    if (token === undefined || folded === '') return null;
    const closed = rules.speech.shapes.closed(text.text.slice(token.start, token.end));
    for (const found of rules.triggers.find(folded)) {
      // أسرة is a family, not "captured her"
      if (closed && found.use.suffixed) continue;
      const what = rules.tolls.get(found.entry.lemma);
      if (what !== undefined) return what;
    }
    for (const found of rules.causes.find(folded)) {
      const what = rules.tolls.get(found.entry);
      if (what !== undefined) return what;
    }
    return null;
  };
  if (last >= 0)
    for (let at = last; at < last + 2 && at < draft.last; at++) {
      if (text.tokens[at]?.type !== 'word') break;
      const verb = rules.triggers
        .find(text.tokens[at]?.folded ?? '')
        .some((found) => found.use.form === 'verb' && !found.use.conjunction);
      if (verb) {
        const what = of(at);
        if (what !== null) return what;
      }
    }
  for (let at = first - 1; at >= draft.first && at >= first - (last < 0 ? 3 : 14); at--) {
    const what = of(at);
    if (what !== null) return what;
  }
  return null;
}

/** "fought two wars". */
export function isSeveral(source: EventSource, draft: Draft): boolean {
  const { text, rules } = source;
  if (draft.kind !== 'offensive') return false;
  const { wars } = rules.context;
  const from = draft.triggerAt;
  for (let at = from; at < Math.min(draft.last, from + WARS_AFTER); at++)
    for (const found of rules.triggers.find(text.tokens[at]?.folded ?? ''))
      if (wars.has(found.entry.lemma) && found.use.plural) return true;
  return false;
}

/** The words that sides have for what happened, as the passage has them. */
export function framings(source: EventSource, draft: Draft): string[] {
  const { text, rules } = source;
  const out: string[] = [];
  const wordOf = eventWordsOf(rules);
  for (let at = draft.first; at < draft.last; at++) {
    const token = text.tokens[at];
    if (token?.type !== 'word') continue;
    for (const spelling of wordOf(token).framings) {
      const end = at + spelling.length;
      if (end > draft.last || !goesOn(text, at, spelling)) continue;
      const surface = text.text.slice(token.start, text.tokens[end - 1]?.end ?? token.end);
      if (!out.includes(surface)) out.push(surface);
    }
  }
  return out;
}
