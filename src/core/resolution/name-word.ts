import type { NameRules } from '../languages/name-rules.ts';
import { firstWords } from '../languages/word-list.ts';
import type { PlaceKind } from '../model/place.ts';
import { byForm, perRules } from '../text/forms.ts';

/** What the rules of names say of a word beside a name; under any reading of its particles unless said otherwise. */
export interface NameWord {
  /** The kinds that its first reading with a kind word names; empty when there is none. */
  readonly kinds: readonly PlaceKind[];
  /** The stem of that reading; empty when there is none. */
  readonly kindStem: string;
  readonly direction: boolean;
  readonly organisation: boolean;
  readonly title: boolean;
  readonly stateBody: boolean;
  readonly speech: boolean;
  readonly given: boolean;
  /** Log odds of the preposition that it is, 0 for none; read with no more than one particle. */
  readonly preposition: number;
  /** A kind word with a preposition attached: بمدينة. */
  readonly placedKind: boolean;
  /** As it stands. */
  readonly isPreposition: boolean;
  readonly isGiven: boolean;
  readonly isLink: boolean;
  readonly isContainer: boolean;
  /** A kind word, a direction or a container: the name of what contains a place may begin after it. */
  readonly leads: boolean;
}

/** Where no word stands. */
export const NO_WORD: NameWord = {
  kinds: [],
  kindStem: '',
  direction: false,
  organisation: false,
  title: false,
  stateBody: false,
  speech: false,
  given: false,
  preposition: 0,
  placedKind: false,
  isPreposition: false,
  isGiven: false,
  isLink: false,
  isContainer: false,
  leads: false,
};

/** The words of a language beside its names. */
export const nameWordsOf = perRules((rules: NameRules) =>
  byForm((folded): NameWord => {
    const readings = rules.read(folded);
    const any = (words: ReadonlySet<string>) => readings.some(({ stem }) => words.has(stem));
    const kind = readings.find(({ stem }) => rules.kindBefore.has(stem));
    return {
      kinds: (kind && rules.kindBefore.get(kind.stem)) ?? [],
      kindStem: kind?.stem ?? '',
      direction: any(rules.directions),
      organisation: any(rules.organisationHeads),
      title: any(rules.personTitles),
      stateBody: any(rules.stateBodies),
      speech: any(rules.speechVerbs),
      given: any(rules.givenNames),
      preposition: Math.max(
        0,
        ...readings.map(({ stem, skip }) => (skip > 1 ? 0 : (rules.prepositions.get(stem) ?? 0))),
      ),
      placedKind: readings.some(({ stem, preposition }) => preposition !== '' && rules.kindBefore.has(stem)),
      isPreposition: rules.prepositions.has(folded),
      isGiven: rules.givenNames.has(folded),
      isLink: rules.nameLinks.has(folded),
      isContainer: rules.containers.has(folded),
      leads: kind !== undefined || any(rules.containers) || any(rules.directions),
    };
  }),
);

/** The first words of kind words of two words. */
const kindPairsOf = perRules((rules: NameRules) => firstWords(rules.kindBefore.keys()));

/** The kinds that a kind word of two words names, which ends here: شبه جزيرة. By the first reading that has any. */
export function kindsOfPair(
  before: string,
  folded: string,
  rules: NameRules,
): Pick<NameWord, 'kinds' | 'kindStem'> | null {
  if (!kindPairsOf(rules).has(before)) return null;
  for (const { stem } of rules.read(folded)) {
    const kinds = rules.kindBefore.get(stem) ?? rules.kindBefore.get(`${before} ${stem}`);
    if (kinds !== undefined) return { kinds, kindStem: stem };
  }
  return null;
}
