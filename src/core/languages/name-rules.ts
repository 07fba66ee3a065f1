import type { PlaceKind } from '../model/place.ts';
import type { Script } from '../text/tokenise.ts';

/** One way to read a word as attached particles and a stem. */
export interface WordReading {
  /** Folded characters before the stem. */
  readonly skip: number;
  /** The folded stem, as it would stand alone. */
  readonly stem: string;
  /** Folded characters after the stem (an attached ending such as the English 's); absent for none. */
  readonly drop?: number;
  /** The preposition among the particles, folded; '' for none. */
  readonly preposition: string;
  /** Whether a conjunction is attached. */
  readonly conjunction: boolean;
}

/** What recognition and resolution must know of a language's words. Keys are folded. */
export interface NameRules {
  /** Readings of a word, the bare word first. `written` is the word as it stands, where folding hides its parts. */
  readonly read: (folded: string, written?: string) => readonly WordReading[];
  /** Possible base forms of a word as a demonym (nisba), without article. */
  readonly demonymBases: (folded: string) => readonly string[];
  /** Whether a folded word after another has the form of an adjective of origin that names of countries may have too (قوات تركية, الخارجية السعودية). */
  readonly adjectiveForm?: (folded: string, previous: string) => boolean;
  /** Whether a word has the form of a verb with a pronoun, which after a noun begins a relative clause: اتفاق وقعته. */
  readonly relativeVerb?: (folded: string) => boolean;
  /** Whether a folded word after another has the form of an adjective of origin that stands for a person, whose name follows (فاز الجزائري X). */
  readonly nationalityForm?: (folded: string, previous: string) => boolean;
  /** The script of the language, where names in another one are foreign matter (a spelling in brackets). */
  readonly script?: Script;
  /** Rows of two words that are something else than the name that the first could be (مسقط رأس). */
  readonly neverBefore?: ReadonlyMap<string, ReadonlySet<string>>;
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
  /** Whether a word with its article has the form of an attribute of the noun before it, which has its article too. */
  readonly attributeForm?: (folded: string, previous: string) => boolean;
  /** Titles and offices that a person's name follows. */
  readonly personTitles: ReadonlySet<string>;
  /** Whether a word has its article: a title with one is followed by a person's name, never by what it is the title of. */
  readonly definite?: (folded: string) => boolean;
  /** Given names and parts of names: the word before or after belongs to a person. */
  readonly givenNames: ReadonlySet<string>;
  /** Bodies of a state, with their article: a demonym after one is one (الجيش المالي). */
  readonly stateBodies: ReadonlySet<string>;
  /** "Son of", "daughter of": the name before is a person's. */
  readonly filiation?: ReadonlySet<string>;
  /** Heads of the names of clubs: a town follows, however ordinary its name. */
  readonly clubHeads?: ReadonlySet<string>;
  /** Units of distance: north of a name so many of them away, the town is meant rather than its district. */
  readonly distanceUnits?: ReadonlySet<string>;
  /** Bodies of government, wars and truces: "in" after them means rather a land than the town of its name. */
  readonly landwide?: ReadonlySet<string>;
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
  /** Words before which make it no name, by the name: the channel العربية. */
  readonly neverAfter?: ReadonlyMap<string, ReadonlySet<string>>;
  /** Kind words that are seldom part of a name: the front by X (محور X), unless recorded so. */
  readonly looseKinds?: ReadonlySet<string>;
  /** Plural and dual kind words that hold for all the names of a row. */
  readonly pluralKinds?: ReadonlySet<string>;
  /** Dual and plural kind words with the singular that names are recorded with: the camps of X and Y are Camp X, Camp Y. */
  readonly singularKinds?: ReadonlyMap<string, readonly string[]>;
  /** Whether "and" may be attached to a word: وكسلا. */
  readonly conjoined?: (folded: string) => boolean;
  /** Endings that adjectives of origin share with others: the word before a conjunction may be one. */
  readonly originEnding?: RegExp;
  /** Endings of plurals of people: words so formed are no names that only sound alike. */
  readonly pluralOfPeople?: RegExp;
  /** Names of months, and the words beside them that make them dates. */
  readonly months?: { readonly names: ReadonlySet<string>; readonly beside: ReadonlySet<string> };
  /** Agencies and channels that are called like a place; words before one of them that make it one. */
  readonly media?: { readonly names: ReadonlySet<string>; readonly before: ReadonlySet<string> };
  /** Names that no gazetteer knows, in a script whose letters do not tell names; absent where capitals do. */
  readonly unknownNames?: UnknownNameRules;
  /** What capital letters tell; absent where the script has none. */
  readonly casing?: CapitalRules;
  /** Numerals that count a singular: عشرين, ألف. */
  readonly tens?: ReadonlySet<string>;
  /** Articles of other languages that a hyphen ties to a name: al-, el-. */
  readonly foreignArticles?: ReadonlySet<string>;
  /** Articles that may stand between a preposition or kind word and a name. */
  readonly articles?: ReadonlySet<string>;
  /** "Name, name": the second contains the first. */
  readonly commaContains?: boolean;
  /** Other ways to write a name, to the way that the gazetteer has it: nyc → new york city. */
  readonly shortForms?: ReadonlyMap<string, string>;
  /** Short forms that count only right after a name and a comma: "Springfield, Ill." */
  readonly containerForms?: ReadonlyMap<string, string>;
  /** Plurals of kind words after a row of names, to the word that each name stands for: X and Y counties → X County, Y County. */
  readonly kindPlurals?: ReadonlyMap<string, string>;
  /** Words inside names that are written in two ways: st → saint. A dot may follow them. */
  readonly spellings?: ReadonlyMap<string, string>;
}

/** How a language with capital letters tells the names of places from those of people and bodies. Words are folded. */
export interface CapitalRules {
  /** Words that begin sentences and headings with a capital without being names. */
  readonly functionWords: ReadonlySet<string>;
  /** Capitalised words that stand beside a name without belonging to it: days, months, offices, adjectives. */
  readonly neutral: ReadonlySet<string>;
  /** Words after a name that make it part of the name of a body, a work or a brand: University, Times. */
  readonly organisationTails: ReadonlySet<string>;
  /** Words after a name that make it something else than a place: virus, pigs. */
  readonly compounds: ReadonlySet<string>;
  /** Given names that are as well names of places: a person only before a surname. */
  readonly placeGivenNames: ReadonlySet<string>;
  /** Verbs before or after which a small place's name is more likely a person's. */
  readonly personVerbs: ReadonlySet<string>;
}

/** How a text without capitals itself calls something a place: قرية X. Words are folded. */
export interface UnknownNameRules {
  /** Whether a kind word calls the next word a place, and if so whether it is part of the name itself; null when it proves too little. */
  readonly calls: (kindWord: string) => 'inside' | 'outside' | null;
  /** Whether a word after that kind word can be a name; `written` is the word as it stands. */
  readonly couldBeName: (kindWord: string, folded: string, written: string) => boolean;
  /** Whether a noun is what many places of that kind are called (ساحة الجمهورية): it needs no further look. */
  readonly called: (kindWord: string, folded: string) => boolean;
  /** Whether a name could as well be an ordinary noun with its article (وادي الملوك): it needs its kind word. */
  readonly plainNoun: (folded: string) => boolean;
  /** Whether after that kind word an ordinary noun with its article is a name too: حي الروضة. */
  readonly namesNouns: (kindWord: string) => boolean;
  /** Whether a word between two names of places in a row can be a third. */
  readonly couldStandInRow: (folded: string) => boolean;
  /** First words of names of two words. */
  readonly heads: ReadonlySet<string>;
}
