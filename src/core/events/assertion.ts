import type { EventRules } from '../languages/event-rules.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import { type Hit, isHard, signOf } from './hits.ts';

/** What the words around a noun need to know of the passage. */
export interface Surroundings {
  readonly text: TokenisedText;
  readonly rules: EventRules;
  readonly first: number;
  readonly limit: number;
  readonly heading: boolean;
  /** Whether a date lies between two tokens. */
  readonly dated: (from: number, to: number) => boolean;
  /** Whether a number of people or things lies between two tokens. */
  readonly counted: (from: number, to: number) => boolean;
}

const BEFORE = 9;
const AFTER = 14;

/**
 * Whether a trigger tells a happening of its own. A finite verb does; a noun does when a verb of happening or of report
 * governs it, when people are counted with it, when it has a date of its own, or when it is a headline. A noun that only
 * refers back (بعد الهجوم, منذ اغتيال فلان) does not.
 */
export function asserts(hit: Hit, around: Surroundings): boolean {
  const { text, rules, first, limit } = around;
  const { trigger, use } = hit;
  if (use.form === 'verb') {
    if (trigger.weight === 'toll' || use.past || around.heading) return true;
    // an imperfect tells of today when it has a date, a number or a named subject; else it is a habit or a plan
    return true;
  }
  if (around.heading && hit.at - first <= 3) return true;
  const previous = text.tokens[hit.at - 1];
  const background = previous?.type === 'word' && rules.backgrounds.has(previous.folded);
  if (around.dated(hit.last, Math.min(limit, hit.last + 9))) return true;
  // a date before it in the same clause
  if (!background && around.dated(Math.max(first, hit.at - 6), hit.at)) return true;
  if (
    trigger.weight === 'toll' &&
    (around.counted(hit.at, Math.min(limit, hit.last + 6)) || around.counted(Math.max(first, hit.at - 4), hit.at))
  )
    return true;
  for (let look = hit.at - 1; look >= first && look >= hit.at - BEFORE; look--) {
    if (isHard(text, look)) break;
    const token = text.tokens[look];
    if (token?.type !== 'word') continue;
    if (rules.clauseOpeners.has(token.folded) && !rules.speech.complementizers.has(token.folded)) break;
    if (rules.happening.find(token.folded).some((found) => found.use.form === 'verb'))
      return !background || around.counted(first, limit);
    if (
      hit.at - look <= 7 &&
      rules.speech.verbs
        .find(token.folded)
        .some((found) => found.use.form === 'verb' && (found.entry.bare || found.entry.act === 'say')) &&
      trigger.weight !== 'background'
    )
      return true;
  }
  for (let look = hit.last; look < limit && look <= hit.last + AFTER; look++) {
    if (isHard(text, look)) break;
    const token = text.tokens[look];
    if (token?.type !== 'word') continue;
    const verb = rules.happening.find(token.folded).some((found) => found.use.form === 'verb' && found.use.past);
    if (verb && !background) return true;
    if (rules.causes.find(token.folded).some((found) => found.use.form === 'verb') && around.counted(look, limit))
      return true;
    if (signOf(text, look) === '،' && look > hit.last + 8) break;
  }
  return false;
}
