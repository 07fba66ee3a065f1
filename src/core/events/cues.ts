import type { Cue } from './cue.ts';
import type { Name, NameContext } from './names.ts';
import { colonCue, dashCue, sourceCue } from './phrase-cues.ts';
import { readParts } from './speakers.ts';
import { subjectFirstCues } from './subject-first-cues.ts';
import { verbCue } from './verb-cue.ts';

/** Finds the cues of speech, in order of the text. A bounded look around each verb of speech. */
export function findCues(context: NameContext, names: readonly Name[]): Cue[] {
  if (context.rules.order === 'subject-first') return subjectFirstCues(context);
  const { text } = context;
  const endingAt = new Map<number, Name>();
  for (const name of names) endingAt.set(name.last, name);
  const persons = new Set<string>();
  for (const name of names) for (const word of readParts(context, name).person) if (word.length > 2) persons.add(word);
  const cues: Cue[] = [];
  for (const passage of text.passages) {
    if (passage.furniture) continue;
    const first = text.firstToken[passage.index] ?? 0;
    const limit = text.lastToken[passage.index] ?? first;
    for (let at = first; at < limit; at++) {
      const token = text.tokens[at];
      if (token?.type === 'sign') {
        const cue =
          colonCue(context, endingAt, passage.index, first, at, limit) ??
          dashCue(context, passage.index, first, at, limit);
        if (cue !== null) cues.push(cue);
        continue;
      }
      if (token?.type !== 'word') continue;
      const source = sourceCue(context, passage.index, first, at, limit);
      if (source !== null) {
        cues.push(source.cue);
        at = source.next - 1;
        continue;
      }
      if (context.wordOf(token).verbs.length === 0 || context.covers.has(at)) continue;
      const cue = verbCue(context, endingAt, persons, passage.index, first, at, limit);
      if (cue === null) continue;
      cues.push(cue);
      if (cue.name !== null && cue.verb?.strong)
        for (const word of readParts(context, cue.name).person) if (word.length > 2) persons.add(word);
    }
  }
  return cues;
}
