import type { EventRules, Found, Trigger } from '../languages/event-rules.ts';
import { firstWords } from '../languages/word-list.ts';
import { byForm, perRules } from '../text/forms.ts';

/** What the rules of events say of a word, wherever it stands. */
export interface EventWord {
  readonly triggers: readonly Found<Trigger>[];
  /** The word with and without its article and an attached particle, as frames list it. */
  readonly frameForms: readonly string[];
  /** Whether a number of people or things may begin with it. */
  readonly mayCount: boolean;
  /** Whether it is a word for a number. */
  readonly isNumber: boolean;
  /** Whether it makes what someone says an accusation, with or without a particle. */
  readonly grave: boolean;
  /** Whether it demands without a person: يجب. */
  readonly demanding: boolean;
  /** Whether it means the harm told before: العملية. */
  readonly refers: boolean;
  /** Whether what comes after it is a cause or another time. */
  readonly turns: boolean;
  /** Words of sides for what happened that begin with it. */
  readonly framings: readonly (readonly string[])[];
  /** The kinds of place that it may stand for; null for none. */
  readonly pointsTo: readonly string[] | null;
}

/** The words of a language's events. */
export const eventWordsOf = perRules((rules: EventRules) => {
  const pairs = firstWords(rules.numbers.values.keys());
  const framings = rules.framings.flat();
  return byForm((folded): EventWord => {
    const { values, duals, multipliers } = rules.numbers;
    const { reasons, since, beforeAfter } = rules.context;
    const bare = rules.bare(folded);
    const rest = rules.speech.prefixed(folded) && folded.length > 3 ? folded.slice(1) : null;
    return {
      triggers: rules.triggers.find(folded),
      frameForms: [...new Set(rest === null ? [folded, bare] : [folded, bare, rest, rules.bare(rest)])],
      mayCount: [folded, withoutParticle(folded, rules), bare].some(
        (form) => duals.has(form) || values.has(form) || pairs.has(form),
      ),
      grave:
        rules.grave.has(folded) ||
        rules.speech.stems(folded).some((stem) => folded.length - stem.length === 1 && rules.grave.has(stem)),
      demanding: rules.demanding.has(folded),
      refers: rules.context.referring.has(folded),
      turns: [reasons, since, beforeAfter].some((words) => words.has(folded)),
      framings: framings.filter(([first]) => first === folded),
      pointsTo: rules.placeAnaphors.get(folded) ?? null,
      isNumber:
        values.has(folded) ||
        duals.has(folded) ||
        multipliers.has(folded) ||
        ((rules.speech.shapes.and(folded) || rules.speech.shapes.by(folded)) && values.has(folded.slice(1))),
    };
  });
});

/** A word without the conjunction or preposition that it may begin with. */
export function withoutParticle(folded: string, rules: EventRules): string {
  return rules.speech.prefixed(folded) && folded.length > 3 ? folded.slice(1) : folded;
}

/** The first words of the entries of a frame that have two. */
export const firstOfPairs: (frame: ReadonlySet<string>) => ReadonlySet<string> = perRules(firstWords);
