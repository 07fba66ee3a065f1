import type { PlaceKind } from '../model/place.ts';

/** One way to read a word as attached particles and a stem. */
export interface WordReading {
  /** Folded characters before the stem. */
  readonly skip: number;
  /** The folded stem, as it would stand alone. */
  readonly stem: string;
  /** The preposition among the particles, folded; '' for none. */
  readonly preposition: string;
  /** Whether a conjunction is attached. */
  readonly conjunction: boolean;
}

/** What recognition and resolution must know of a language's words. Keys are folded. */
export interface NameRules {
  /** Readings of a word, the bare word first. */
  readonly read: (folded: string) => readonly WordReading[];
  /** Possible base forms of a word as a demonym (nisba), without article. */
  readonly demonymBases: (folded: string) => readonly string[];
  /** Whether names of places begin with a capital letter: a lower-case word is then no name. */
  readonly capitals: boolean;
  /** Words that say what kind of place the next (or, after a comma, the last) name is. */
  readonly kindBefore: ReadonlyMap<string, readonly PlaceKind[]>;
  /** The same for words after the name. */
  readonly kindAfter: ReadonlyMap<string, readonly PlaceKind[]>;
  /** Prepositions and how strongly each says that a place follows (log odds). */
  readonly prepositions: ReadonlyMap<string, number>;
  /** Words such as "north", "near", "outskirts of". */
  readonly directions: ReadonlySet<string>;
  /** Titles and offices that a person's name follows. */
  readonly personTitles: ReadonlySet<string>;
  /** Given names and parts of names: the word before or after belongs to a person. */
  readonly givenNames: ReadonlySet<string>;
  /** Links inside personal names: بن, ابو. */
  readonly nameLinks: ReadonlySet<string>;
  /** Heads of the names of organisations, teams, newspapers, products. */
  readonly organisationHeads: ReadonlySet<string>;
  /** Words that say "in", "of the district of" between a place and what contains it. */
  readonly containers: ReadonlySet<string>;
  /** Conjunctions that join a row of names. */
  readonly conjunctions: ReadonlySet<string>;
  /** Words that are never a name although the gazetteer may know a place so called. */
  readonly neverNames: ReadonlySet<string>;
  /** Ordinary words and parts of personal names that are also names of places: they need evidence. */
  readonly commonWords: ReadonlySet<string>;
  /** Verbs after or before which a government speaks or acts. */
  readonly speechVerbs: ReadonlySet<string>;
}
