import type { Found } from '../languages/event-rules.ts';
import type { SourcePhrase, SpeakerHead, SpeechRules, SpeechVerb } from '../languages/speech-rules.ts';
import { byForm, perRules } from '../text/forms.ts';

/** What the rules of speech say of a word, wherever it stands. */
export interface SpeechWord {
  /** The head noun that it is under its attached particles. */
  readonly head: SpeakerHead | null;
  readonly verbs: readonly Found<SpeechVerb>[];
  /** A finite verb, and no head noun. */
  readonly isVerb: boolean;
  /** Phrases of sources that it begins, with or without a conjunction. */
  readonly sources: readonly SourcePhrase[];
  /** Phrases of agents (by, on the part of) that it begins. */
  readonly agents: readonly (readonly string[])[];
  /** The first stem: the word itself for most. */
  readonly plain: string;
  readonly article: boolean;
  readonly nameEnd: boolean;
  readonly nameLink: boolean;
  readonly complementizer: boolean;
  readonly complementPreposition: boolean;
  /** "Asked", of who wants no name. */
  readonly asks: boolean;
  /** It has a stem that is a gloss. */
  readonly glossed: boolean;
}

/** The words of a language's speech. */
export const speechWordsOf = perRules((rules: SpeechRules) => {
  const sources = sourcesByFirstWord(rules);
  return byForm((folded): SpeechWord => {
    const stems = rules.stems(folded);
    const plain = stems[0] ?? folded;
    return {
      head: headOf(stems, rules),
      verbs: rules.verbs.find(folded),
      isVerb: isVerb(folded, rules),
      sources: sources.get(folded) ?? (rules.conjoined(folded) ? sources.get(folded.slice(1)) : undefined) ?? [],
      agents: rules.agents.filter(([first]) => first === folded),
      plain,
      article: rules.shapes.definite(folded),
      nameEnd: rules.nameEnds.has(folded),
      nameLink: rules.nameLinks.has(plain),
      complementizer: rules.complementizers.has(folded),
      complementPreposition: rules.complementPrepositions.has(folded),
      asks: rules.anonymity.verbs.has(folded),
      glossed: stems.some((stem) => rules.glosses.has(stem)),
    };
  });
});

function sourcesByFirstWord(rules: SpeechRules): ReadonlyMap<string, readonly SourcePhrase[]> {
  const table = new Map<string, SourcePhrase[]>();
  for (const source of rules.sources) {
    const first = source.words[0] ?? '';
    const list = table.get(first);
    if (list === undefined) table.set(first, [source]);
    else list.push(source);
  }
  return table;
}

function headOf(stems: readonly string[], rules: SpeechRules): SpeakerHead | null {
  for (const stem of stems) {
    const head = rules.heads.get(rules.bare(stem)) ?? rules.heads.get(stem);
    if (head !== undefined) return head;
  }
  return null;
}

/** Whether a word is a finite verb of speech, and no head noun. */
export function isVerb(folded: string, rules: SpeechRules): boolean {
  return (
    folded.length > 1 &&
    rules.verbs.find(folded).some(({ use }) => use.form === 'verb' && (!use.suffixed || !use.past)) &&
    !rules.heads.has(folded)
  );
}
