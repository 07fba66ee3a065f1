import type { Draft } from './draft.ts';
import type { EventSource } from './event-facts.ts';
import { headAt, type Name } from './names.ts';

/** A name of so many words says who it is without an article: قوات سوريا الديمقراطية has one, حزب العدالة too. */
const LONG = 4;

/**
 * Whether a name in the stretch of an event tells of somebody who had a part in it. Head nouns have other uses as well:
 * a magnitude (بقوة 6.8), a district (مديرية اللحية), a verb of the same letters (طالب).
 */
export function isActor({ text, rules, context }: EventSource, draft: Draft, { first, last }: Name): boolean {
  // where it was, and what the word for it belongs to, acted in nothing: في جبهة كذا, مركز الزلزال, أسرة نزحت
  if (rules.context.inside.has(text.tokens[first - 1]?.folded ?? '')) return false;
  if (draft.hits.some(({ use, at }) => use.form !== 'participle' && at > first && at < last)) return false;
  const place = context.startsAt.get(first + 1);
  if (place?.sense === 'literal' && place.end >= (text.tokens[last - 1]?.end ?? 0)) return false;
  for (let at = first; at < last; at++)
    if (context.covers.has(at) || rules.speech.shapes.definiteUnderAnd(text.tokens[at]?.folded ?? '')) return true;
  if (last - first >= LONG) return true;
  // a regime by its ruler: نظام علييف, but نظام استبدادي
  const ruler = text.tokens[first + 1]?.folded ?? '';
  if (last - first === 2 && headAt(context, first)?.type === 'government' && !rules.speech.adjective(ruler))
    return true;
  // somebody unnamed, right after what he did: قتل مسلحون
  return rules.triggers.find(text.tokens[first - 1]?.folded ?? '').some(({ use }) => use.form === 'verb');
}
