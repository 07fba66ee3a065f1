/**
 * What the letters of a folded word tell where words are written together: articles, particles and pronouns attached to it.
 * A language that writes them apart says no to all (`NO_SHAPES`).
 */
export interface WordShapes {
  /** Begins with the article: الوزارة. */
  readonly definite: (folded: string) => boolean;
  /** The same, under a conjunction too: والوزارة. */
  readonly definiteUnderAnd: (folded: string) => boolean;
  /** Begins with the article or with "to the": للوزارة. */
  readonly article: (folded: string) => boolean;
  /** The same, under a conjunction too. */
  readonly articleUnderAnd: (folded: string) => boolean;
  /** A definite word under any one particle: بالوزارة, وللوزارة. */
  readonly pointing: (folded: string) => boolean;
  /** "And" is attached. */
  readonly and: (folded: string) => boolean;
  /** "And the". */
  readonly andThe: (folded: string) => boolean;
  /** "And to". */
  readonly andTo: (folded: string) => boolean;
  /** "In, by, with" is attached. */
  readonly by: (folded: string) => boolean;
  /** "To, for" is attached. */
  readonly to: (folded: string) => boolean;
  /** "To the". */
  readonly toThe: (folded: string) => boolean;
  /** "In the", "to the". */
  readonly inThe: (folded: string) => boolean;
  /** A preposition and the article. */
  readonly preposedDefinite: (folded: string) => boolean;
  /** A definite passive participle, which goes on with its preposition: المعترف [بها]. */
  readonly passive: (folded: string) => boolean;
  /** Ends in a pronoun of its owner. */
  readonly possessed: (folded: string) => boolean;
  /** A bare word that reads as an adverb, a verb in the present or a conjoined word. */
  readonly unlikelyName: (folded: string) => boolean;
  /** Ends like a feminine noun. */
  readonly feminine: (folded: string) => boolean;
  /** An indefinite plural that keeps its own ending, so that it rules no noun: محتجون. */
  readonly nunated: (folded: string) => boolean;
  /** A verb in the future: سيبحث. */
  readonly future: (folded: string) => boolean;
  /** Ends like people of a country: أوكرانيين. */
  readonly people: (folded: string) => boolean;
  /** A "that" with its subject: إنه, بأنها. */
  readonly thatSubject: (folded: string) => boolean;
  /** Opens a clause that comes before the main one: رغم, بعد, منذ. */
  readonly subordinate: (folded: string) => boolean;
  /** Letters of particles before a stem, which are no part of a name: ورئيس is رئيس, للرئيس is لرئيس with its article. */
  readonly particles: (folded: string, stem: string) => number;
  /** The last letter as written closes the word, so that no pronoun can be attached: ة. */
  readonly closed: (word: string) => boolean;
  /** The last letter as written is a noun's own: ء. */
  readonly nounEnd: (word: string) => boolean;
}

const no = () => false;

export const NO_SHAPES: WordShapes = {
  definite: no,
  definiteUnderAnd: no,
  article: no,
  articleUnderAnd: no,
  pointing: no,
  and: no,
  andThe: no,
  andTo: no,
  by: no,
  to: no,
  toThe: no,
  inThe: no,
  preposedDefinite: no,
  passive: no,
  possessed: no,
  unlikelyName: no,
  feminine: no,
  nunated: no,
  future: no,
  people: no,
  thatSubject: no,
  subordinate: no,
  particles: () => 0,
  closed: no,
  nounEnd: no,
};
