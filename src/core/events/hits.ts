import type { EventRules, Trigger, WordUse } from '../languages/event-rules.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import { eventWordsOf, firstOfPairs } from './event-word.ts';
import { type Hit, isHard, isSoft, signOf } from './hit.ts';
import { nounRather } from './noun-or-verb.ts';

const FRAME_AFTER = 11;
const FRAME_BEFORE = 6;
/** Words around a trigger within which a figurative use shows. */
const FIGURE_AFTER = 4;
const FIGURE_BEFORE = 1;
/** Words between a verb that only carries its noun and the noun: تم في مدينة كذا قصف. */
const CARRIED = 5;
const DOUBLED = '\u0651';

function fits(text: TokenisedText, at: number, words: ReadonlySet<string>, rules: EventRules): boolean {
  const token = text.tokens[at];
  if (token?.type !== 'word') return false;
  const { frameForms } = eventWordsOf(rules)(token);
  const pairs = firstOfPairs(words);
  for (const form of frameForms)
    if (words.has(form) || (pairs.has(form) && words.has(`${form} ${text.tokens[at + 1]?.folded ?? ''}`))) return true;
  return false;
}

/** Words that make another thing of it: a speaker attacks a policy, a player snatches a win. */
function figurative(
  text: TokenisedText,
  at: number,
  last: number,
  first: number,
  limit: number,
  trigger: Trigger,
  rules: EventRules,
): boolean {
  if (trigger.unless === undefined) return false;
  for (let look = last; look < limit && look < last + FIGURE_AFTER && !isHard(text, look); look++)
    if (fits(text, look, trigger.unless, rules)) return true;
  // إسقاط 47 مسيرة, طائرة أمريكية مسيرة: a number or an adjective of origin stands between
  const between = (look: number) =>
    text.tokens[look]?.type === 'number' || rules.context.origin(text.tokens[look]?.folded ?? '');
  let before = at - 1;
  while (before > first && between(before)) before--;
  for (let look = before; look >= first && look > before - FIGURE_BEFORE && !isHard(text, look); look--)
    if (fits(text, look, trigger.unless, rules)) return true;
  return false;
}

function frameFits(
  text: TokenisedText,
  at: number,
  trigger: Trigger,
  use: WordUse,
  first: number,
  limit: number,
  rules: EventRules,
): boolean {
  if (trigger.with !== null) {
    const carrier = rules.context.carriers.has(trigger.lemma);
    const after = carrier ? CARRIED : FRAME_AFTER;
    for (let look = at + 1; look < limit && look <= at + after; look++) {
      if (isHard(text, look)) break;
      if (fits(text, look, trigger.with, rules)) return true;
    }
    if (use.form === 'verb' && !carrier)
      for (let look = at - 1; look >= first && look >= at - FRAME_BEFORE; look--) {
        if (isHard(text, look)) break;
        if (fits(text, look, trigger.with, rules)) return true;
      }
    return false;
  }
  if (trigger.follows !== null) {
    for (let look = at + 1; look < limit && look <= at + 7; look++) {
      if (isHard(text, look)) break;
      const folded = text.tokens[look]?.folded ?? '';
      if (trigger.follows.has(folded) || trigger.follows.has(`${folded} ${text.tokens[look + 1]?.folded ?? ''}`))
        return true;
      if (
        folded.length > 3 &&
        rules.speech.attachedPrepositions.some((one) => trigger.follows?.has(one) && folded.startsWith(one))
      )
        return true;
      if (trigger.follows.has(folded.slice(0, -1)) || trigger.follows.has(folded.slice(0, -2))) return true;
    }
    return false;
  }
  return true;
}

/** The words that tell what happened: of a verb that only carries its noun (تم, شن, وقع) the noun. */
export function tellingWords(text: TokenisedText, hit: Hit, rules: EventRules): readonly [number, number] {
  const { trigger, use } = hit;
  if (use.form === 'verb' && trigger.with !== null && rules.context.light.has(trigger.lemma)) {
    for (let look = hit.last; look <= hit.at + FRAME_AFTER && !isHard(text, look); look++)
      if (fits(text, look, trigger.with, rules)) return [look, look + 1];
    for (let look = hit.at - 1; look >= hit.at - FRAME_BEFORE && look >= 0 && !isHard(text, look); look--)
      if (fits(text, look, trigger.with, rules)) return [look, look + 1];
  }
  return [hit.at, hit.last];
}

/** Reads the words that must follow the head of a noun; returns one past the last, or -1. */
function restFits(text: TokenisedText, at: number, rest: readonly string[], limit: number, rules: EventRules): number {
  let look = at + 1;
  for (const word of rest) {
    while (look < limit && isSoft(text, look) && '"“”«»('.includes(signOf(text, look))) look++;
    const folded = text.tokens[look]?.folded ?? '';
    if (look >= limit || (rules.bare(folded) !== word && folded !== word && folded.slice(1) !== word)) return -1;
    look++;
  }
  return look;
}

/** The triggers of a passage in order, the longest reading of each word; one look-up a word. */
export function findHits(
  text: TokenisedText,
  first: number,
  limit: number,
  rules: EventRules,
  skip: (at: number) => boolean,
): Hit[] {
  const hits: Hit[] = [];
  const wordOf = eventWordsOf(rules);
  let reached = first;
  for (let at = first; at < limit; at++) {
    const token = text.tokens[at];
    if (token?.type !== 'word') continue;
    const { triggers } = wordOf(token);
    if (triggers.length === 0 || skip(at)) continue;
    let best: Hit | null = null;
    for (const found of triggers) {
      const { entry, use } = found;
      const word = text.text.slice(token.start, token.end);
      const { closed, nounEnd } = rules.speech.shapes;
      // a noun in tāʾ has no pronoun, one in hamza is no verb: سجناء is not "we imprisoned"
      if (
        (use.suffixed && closed(word)) ||
        (use.form === 'verb' && nounEnd(word) && !token.folded.endsWith(entry.lemma))
      )
        continue;
      if (
        use.form === 'noun' &&
        rules.context.undoubled.has(entry.lemma) &&
        text.text.slice(token.start, token.end).includes(DOUBLED)
      )
        continue;
      let last = at + 1;
      if (entry.rest !== null) {
        last = restFits(text, at, entry.rest, limit, rules);
        if (last < 0) continue;
      } else if (use.form === 'noun' && entry.with !== null) {
        let near = false;
        for (let look = at + 1; look < limit && look <= at + 6 && !isHard(text, look); look++)
          if (fits(text, look, entry.with, rules)) near = true;
        if (!near) continue;
      } else if (use.form === 'verb') {
        if (nounRather(text, at, rules, use, hits[hits.length - 1])) continue;
        if (!frameFits(text, at, entry, use, first, limit, rules)) continue;
      }
      if (figurative(text, at, last, first, limit, entry, rules)) continue;
      const hit: Hit = { at, last, trigger: entry, use };
      if (best === null || hit.last > best.last || (hit.last === best.last && better(hit, best))) best = hit;
    }
    if (best === null || best.last <= reached) continue;
    hits.push(best);
    reached = best.last;
  }
  return hits;
}

/** A verb whose frame fits says more than a noun of the same letters; a tight frame more than none. */
function better(a: Hit, b: Hit): boolean {
  const rank = (hit: Hit) =>
    hit.use.form === 'verb'
      ? (hit.trigger.with !== null || hit.trigger.follows !== null ? 3 : 2) + (hit.use.past ? 0.5 : 0)
      : hit.trigger.with !== null
        ? 1.5
        : 1;
  return rank(a) > rank(b);
}
