import type { EventRules } from '../languages/event-rules.ts';
import type { Hit } from './hit.ts';
import type { Name, NameContext } from './names.ts';
import { headAt, nameSurface } from './names.ts';

/** Glosses of heads that carry speech and do nothing themselves. */
const CARRIERS: ReadonlySet<string> = new Set(['site', 'media', 'newspaper', 'channel', 'agency', 'correspondent']);

/**
 * Whether a name found within what is told can be that of somebody who acts: a whole noun phrase that names someone. No
 * text or paper; nothing that a preposition attached to it makes an owner or a goal (دورية للجيش); no noun that is only
 * one of many (امرأة, مستشفى), nor one whose form is not that of a subject (المسؤولين).
 */
export function canAct(context: NameContext, name: Name, rules: EventRules, hits: readonly Hit[]): boolean {
  const { text } = context;
  const { speech } = rules;
  const token = text.tokens[name.first];
  if (token === undefined) return false;
  const head = headAt(context, name.first);
  if (head === null) return true;
  if (head.type === 'text' || CARRIERS.has(head.gloss)) return false;
  const { shapes } = speech;
  const bare = shapes.and(token.folded) && !speech.heads.has(token.folded) ? token.folded.slice(1) : token.folded;
  const known = speech.heads.has(bare) || speech.heads.has(speech.bare(bare));
  // قصف مدفعي لقوات كذا: whose deed it was
  const doer =
    shapes.to(bare) &&
    !shapes.toThe(bare) &&
    hits.some(({ use, last }) => use.form === 'noun' && name.first >= last && name.first - last <= 1);
  if (!known && !doer && (shapes.to(bare) || shapes.by(bare))) return false;
  if (name.last - name.first > 1) return true;
  return shapes.definite(bare) ? !rules.context.oblique(bare) : head.type === 'government';
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
