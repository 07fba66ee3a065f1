import type { SpeakerHead } from '../languages/speech-rules.ts';
import { headAt, type Name, type NameContext, signAt } from './names.ts';
import { roleOf } from './speaker-id.ts';
import type { NameParts } from './speakers.ts';

/**
 * What a name says in a language with capitals and the head last: "US Secretary of State Antony Blinken",
 * "Azerbaijan's Defence Ministry". Words with a capital that are no office, body or place are a person's.
 */
export function subjectFirstParts(context: NameContext, name: Name): NameParts {
  const { text, rules } = context;
  const capitals: string[] = [];
  const others: string[] = [];
  const places: string[] = [];
  let head: SpeakerHead | null = null;
  let words = 0;
  let lower = true;
  let apposed = false;
  // a person named before the comma is who the office after it is of, and the other way round
  let settled = false;
  for (let at = name.first; at < name.last; at++) {
    const token = text.tokens[at];
    if (token?.type !== 'word') {
      if (signAt(context, at) === ',') {
        apposed = true;
        settled = capitals.length > 0;
      }
      continue;
    }
    words++;
    const capital = /^\p{Lu}/u.test(text.text.slice(token.start, token.start + 2));
    if (capital) lower = false;
    const mention = context.covers.get(at);
    if (mention !== undefined) {
      const id =
        mention.placeId === null
          ? null
          : mention.sense === 'demonym'
            ? mention.placeId
            : context.stateOf(mention.placeId);
      if (id !== null && !places.includes(id) && !(apposed && places.length > 0)) places.push(id);
      continue;
    }
    const known = headAt(context, at);
    if (known !== null) {
      // the first head rules: "the spokesman for the ministry", "the ministry's report" keeps its last
      const told = head?.type === 'text' && known.type !== 'text';
      if (head === null || told || (head.type === 'body' && known.type === 'person')) {
        if (head !== null && !told) others.push(head.gloss);
        head = known;
      } else others.push(known.gloss);
      continue;
    }
    const gloss = rules.glosses.get(token.folded);
    if (gloss !== undefined) others.push(gloss);
    else if (rules.nameLinks.has(token.folded) || rules.functionWords.has(token.folded) || !capital) continue;
    else if (token.folded !== 'state' && !settled)
      capitals.push(
        token.folded.replace(/s$/, (end) => (/['’]s$/u.test(text.text.slice(token.start, token.end)) ? '' : end)),
      );
  }
  const personal = head === null || head.type === 'person';
  const told = [...(head === null ? [] : [head.gloss]), ...others, ...(personal ? [] : capitals)];
  const office = told.filter((part) => part !== '');
  return {
    head,
    person: personal ? capitals : [],
    office,
    role: roleOf(office),
    places,
    words,
    anaphor: words === 1 && head !== null && lower,
  };
}
