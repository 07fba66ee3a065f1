import { headAt, type Name, type NameContext, signAt } from './names.ts';
import { readName } from './read-name.ts';

/** Every name in the document that shows itself by a head noun or by a place that acts. In order, not overlapping. */
export function findNames(context: NameContext): Name[] {
  // where the speaker stands before the verb, its cue reads the name
  if (context.rules.order === 'subject-first') return [];
  const names: Name[] = [];
  for (const passage of context.text.passages) {
    if (passage.furniture) continue;
    const limit = context.text.lastToken[passage.index] ?? 0;
    let at = context.text.firstToken[passage.index] ?? 0;
    while (at < limit) {
      const mention = context.startsAt.get(at);
      const starts = mention !== undefined ? mention.sense === 'metonymic' : headAt(context, at) !== null;
      const name = starts ? readName(context, at, limit, true) : null;
      if (name === null) {
        at++;
        continue;
      }
      // a person's name between commas after the office: وزير الخارجية، فلان الفلاني، …
      const comma = signAt(context, name.last) === '،' && headAt(context, name.first)?.type === 'person';
      const more =
        comma && !context.covers.has(name.last + 1) && headAt(context, name.last + 1) === null
          ? readName(context, name.last + 1, limit, false)
          : null;
      const whole =
        more !== null &&
        signAt(context, more.last) === '،' &&
        more.last - more.first <= 4 &&
        !context.rules.nameEnds.has(context.text.tokens[name.last + 1]?.folded ?? '') &&
        !marked(context, more.first)
          ? { first: name.first, last: more.last }
          : name;
      names.push(whole);
      at = whole.last;
    }
  }
  return names;
}

/** Whether a word is definite or conjoined, which no one's name begins with. */
function marked({ text, rules }: NameContext, at: number): boolean {
  const folded = text.tokens[at]?.folded ?? '';
  return rules.shapes.definite(folded) || rules.shapes.and(folded);
}
