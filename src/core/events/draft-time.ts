import type { EventRules } from '../languages/event-rules.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import type { Draft } from './draft.ts';

/* What the words around a draft say of its time beside dates. */

/** Told of the past of the past: كان قد أعلن. */
export function isPluperfect(text: TokenisedText, rules: EventRules, draft: Draft): boolean {
  for (let at = draft.triggerAt - 1; at >= draft.first && at >= draft.triggerAt - 8; at--)
    if (rules.pluperfect.has(text.tokens[at]?.folded ?? '')) return true;
  return false;
}

/** How a happening is joined to the one before: by its own conjunction, or by a verb that leads to it (وانتهى بهدنة). */
export function joined(text: TokenisedText, rules: EventRules, draft: Draft): 'own' | 'verb' | null {
  if (draft.trigger?.use.conjunction === true) return 'own';
  for (let at = draft.triggerAt - 1; at >= draft.triggerAt - 2 && at >= 0; at--) {
    const folded = text.tokens[at]?.folded ?? '';
    if (
      rules.happening.find(folded).some((one) => one.use.form === 'verb' && one.use.conjunction) ||
      rules.causes.find(folded).some((one) => one.use.form === 'verb' && one.use.conjunction)
    )
      return 'verb';
  }
  return null;
}

/** هذه الهجمات, خلالها: what was told just before. */
export function pointsBack(text: TokenisedText, rules: EventRules, draft: Draft): boolean {
  for (let at = draft.first; at < draft.last; at++)
    if (rules.context.pointers.has(text.tokens[at]?.folded ?? '')) return true;
  return false;
}
