import type { Draft } from './draft.ts';
import type { EventSource } from './event-facts.ts';
import { headAt, type Name, type NameContext, nameSurface } from './names.ts';

/** Glosses of heads that carry speech and do nothing themselves. */
const CARRIERS: ReadonlySet<string> = new Set(['site', 'media', 'newspaper', 'channel', 'agency', 'correspondent']);
/** A name of so many words says who it is without an article. */
const LONG = 4;

/**
 * Whether a name in the stretch of an event is that of somebody who had a part in it: a whole noun phrase that names
 * someone. Head nouns have other uses as well: a magnitude (بقوة 6.8), a district (مديرية اللحية), an owner or a goal
 * (دورية للجيش), one of many (مستشفى), no subject by its form (المسؤولين), a verb of the same letters (طالب).
 */
export function isActor({ text, rules, context }: EventSource, draft: Draft, name: Name): boolean {
  const { first, last } = name;
  const { speech, triggers } = rules;
  // where it was, and what the word for it belongs to, acted in nothing: في جبهة كذا, مركز الزلزال, أسرة نزحت
  const before = text.tokens[first - 1]?.folded ?? '';
  if (rules.context.inside.has(before)) return false;
  if (draft.hits.some(({ use, at }) => use.form !== 'participle' && at > first && at < last)) return false;
  const head = headAt(context, first);
  if (head === null) return true;
  if (head.type === 'text' || CARRIERS.has(head.gloss)) return false;
  const place = context.startsAt.get(first + 1);
  if (place?.sense === 'literal' && place.end >= (text.tokens[last - 1]?.end ?? 0)) return false;
  const { shapes } = speech;
  const folded = text.tokens[first]?.folded ?? '';
  const bare = shapes.and(folded) && !speech.heads.has(folded) ? folded.slice(1) : folded;
  const known = speech.heads.has(bare) || speech.heads.has(speech.bare(bare));
  // قصف مدفعي لقوات كذا: whose deed it was
  const doer =
    shapes.to(bare) &&
    !shapes.toThe(bare) &&
    draft.hits.some((hit) => hit.use.form === 'noun' && first >= hit.last && first - hit.last <= 1);
  if (!known && !doer && (shapes.to(bare) || shapes.by(bare))) return false;
  // somebody unnamed, right after what he did: قتل مسلحون
  const follows = () => triggers.find(before).some(({ use }) => use.form === 'verb');
  if (last - first === 1)
    return shapes.definite(bare) ? !rules.context.oblique(bare) : head.type === 'government' || follows();
  for (let at = first; at < last; at++)
    if (context.covers.has(at) || shapes.definiteUnderAnd(text.tokens[at]?.folded ?? '')) return true;
  // a regime by its ruler: نظام علييف, but نظام استبدادي
  const ruled = head.type === 'government' && !speech.adjective(text.tokens[first + 1]?.folded ?? '');
  return ruled || last - first >= LONG || follows();
}

/** The actors of an event: those given first, then the names within it that name somebody else. */
export function addActors(actors: string[], context: NameContext, names: readonly Name[], most: number): void {
  for (const name of names) {
    const { surface } = nameSurface(context, name);
    if (actors.length >= most) return;
    // part of a name given already: وزير الداخلية after محمد عثمان وزير الداخلية
    const opening = surface.split(' ').slice(0, 2).join(' ');
    if (!actors.some((actor) => actor.includes(opening))) actors.push(surface);
  }
}
