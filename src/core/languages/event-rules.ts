import type { EventKind, Figure } from '../model/event.ts';
import type { SpeechRules } from './speech-rules.ts';

/** How a word of the text stands there, once the table knows it. */
export interface WordUse {
  readonly form: 'verb' | 'noun' | 'participle';
  /** Perfect (told as past) rather than imperfect; false for nouns. */
  readonly past: boolean;
  readonly feminine: boolean;
  readonly plural: boolean;
  /** First person: the speaker of a quotation acts. */
  readonly first: boolean;
  /** With an attached pronoun (object or possessor). */
  readonly suffixed: boolean;
  readonly conjunction: boolean;
  /** Attached preposition, folded; '' for none. */
  readonly preposition: string;
  readonly article: boolean;
  /** Marked as future (س). */
  readonly future: boolean;
}

/** What a table says of a word, with how the word stands in the text. */
export interface Found<Entry> {
  readonly entry: Entry;
  readonly use: WordUse;
}

/** A table of words that knows their inflections; one look-up a word. */
export interface Lexicon<Entry> {
  readonly find: (folded: string) => readonly Found<Entry>[];
}

/** A word that reports an event, with its frame. */
export interface Trigger {
  readonly lemma: string;
  readonly kind: EventKind;
  /** PLOVER class where it differs from that of the kind. */
  readonly plover?: string | null;
  /** Words of which one must follow in the clause (شن … هجوما); the event is then of this kind. */
  readonly with: ReadonlySet<string> | null;
  /** Prepositions or words of which one must come right after the word or its subject (سيطر … على). */
  readonly follows: ReadonlySet<string> | null;
  /** Words right around it with which it is said of something else (هاجم … السياسة, خطف الأضواء). */
  readonly unless?: ReadonlySet<string>;
  /** The words that must follow the head of a noun of several words, without article: عملية [عسكرية]. */
  readonly rest: readonly string[] | null;
  /**
   * `plain`: tells by itself. `background`: a state or a well-known affair that counts only with a date, a figure or a
   * verb of happening. `toll`: people killed or hurt; joins its cause. `speech`: an act of speech. `unable`: reports an
   * event only when negated (could not deliver).
   */
  readonly weight: 'plain' | 'background' | 'toll' | 'speech' | 'unable';
}

/** Words around a trigger that change whether it happened. */
export type Operator = 'negated' | 'possible' | 'demanded' | 'mentioned' | 'question';

/** What a language gives for finding events. All words are folded. */
export interface EventRules {
  readonly triggers: Lexicon<Trigger>;
  /** The word without its article. */
  readonly bare: (folded: string) => string;
  readonly speech: SpeechRules;
  /** What a number of people became, by the lemma of the trigger near it. */
  readonly tolls: ReadonlyMap<string, Figure['what']>;
  /** Impersonal words that demand: يجب, ينبغي. */
  readonly demanding: ReadonlySet<string>;
  /** Words that make what someone says an accusation. */
  readonly grave: ReadonlySet<string>;
  /** Verbs that say that the noun by them happened: وقع, شن, اندلع, أسفر عن. */
  readonly happening: Lexicon<string>;
  /** Verbs that lead from a happening to its toll: أسفر عن, أدى إلى, خلف. */
  readonly causes: Lexicon<string>;
  /** Words before a trigger that make it negated, possible, demanded or only mentioned. */
  readonly operators: Lexicon<Operator>;
  /** Words that only cancel what comes right after them, without inflection: لم, لن, قد + imperfect. */
  readonly particles: ReadonlyMap<string, Operator>;
  /** Words that begin a new clause. */
  readonly clauseOpeners: ReadonlySet<string>;
  /** Prepositions that put a happening into the background: منذ, بعد, قبل. */
  readonly backgrounds: ReadonlySet<string>;
  /** Prepositions that lead from people hurt to what hurt them: في, إثر, جراء. */
  readonly instruments: ReadonlySet<string>;
  /** Prepositions of place. */
  readonly placePrepositions: ReadonlySet<string>;
  /** A verb that puts what follows into the past of the past: كان. */
  readonly pluperfect: ReadonlySet<string>;
  /** Definite words that stand for a place named before: الإقليم, المدينة, with the kinds of place they can mean. */
  readonly placeAnaphors: ReadonlyMap<string, readonly string[]>;
  /** Words for what is counted. */
  readonly counted: Lexicon<Counted>;
  readonly numbers: NumberWords;
  /** Words or phrases by which sources name the same thing differently, with the name of the side it takes. */
  readonly framings: readonly (readonly (readonly string[])[])[];
  readonly context: ContextWords;
}

/** Words that tie a happening to time, place and to what was told before. */
export interface ContextWords {
  /** From then on: منذ. */
  readonly since: ReadonlySet<string>;
  /** Before or after a date, which then is not the day: قبل, بعد. */
  readonly beforeAfter: ReadonlySet<string>;
  /** Before a happening: قبل. */
  readonly before: ReadonlySet<string>;
  /** Words that may stand between a noun's attribute and its date: في, يوم, عليه. */
  readonly dateLinks: ReadonlySet<string>;
  /** Whether a word is an attribute (participle) of the noun before it: المبرم, signed. */
  readonly attribute: (folded: string) => boolean;
  /** Whether a word has the form of an adjective of origin: أمريكية. */
  readonly origin: (folded: string) => boolean;
  /** "This", "during it": what was told before is meant. */
  readonly pointers: ReadonlySet<string>;
  /** "Under its control", "its lands": the ground of whoever speaks. */
  readonly ownGround: ReadonlySet<string>;
  /** "Once again", as words. */
  readonly again: readonly (readonly string[])[];
  /** "In answer to": what follows is another deed. */
  readonly answers: ReadonlySet<string>;
  /** Lemmas of talks held from afar: a telephone call has no place. */
  readonly remote: ReadonlySet<string>;
  /** Prepositions of a place that a happening only touches: مع, من, بين. */
  readonly loosely: ReadonlySet<string>;
  /** Words that lead from a place to the one it lies in: شمالي, بمحافظة. */
  readonly locating: ReadonlySet<string>;
  /** Words that tell what a place is to the one around it, after a comma: عاصمة X, the capital of X. */
  readonly apposed: ReadonlySet<string>;
  /** Definite nouns that mean the harm told before: العملية, الحادث. */
  readonly referring: ReadonlySet<string>;
  /** "In" and no other preposition: في, ب. */
  readonly inside: ReadonlySet<string>;
  /** Prepositions of the goal of those who leave: نحو, باتجاه. */
  readonly towards: ReadonlySet<string>;
  /** "Because of": what follows is the cause. */
  readonly reasons: ReadonlySet<string>;
  /** "Only": not only this happened. */
  readonly only: ReadonlySet<string>;
  /** Attributes that make a noun only possible: محتمل, وشيك. */
  readonly doubtful: ReadonlySet<string>;
  /** "That" with the subjunctive: what follows in the present is not told as done. */
  readonly subjunctive: ReadonlySet<string>;
  /** Lemmas that, written with a doubled consonant, are other words (مسيّرة, a drone). */
  readonly undoubled: ReadonlySet<string>;
  /** Verbs that only carry their noun, which must stand right by: تم, قام ب. */
  readonly carriers: ReadonlySet<string>;
  /** Verbs whose noun tells what happened: تم, شن, وقع. */
  readonly light: ReadonlySet<string>;
  /** Lemmas of war itself: a happening, not the cause of a toll. */
  readonly wars: ReadonlySet<string>;
  /** Words by which a list goes on after a comma: بينهم, منهم. */
  readonly goesOn: ReadonlySet<string>;
  /** Whether a word after a comma goes on with the happening before it: "among them two children". */
  readonly continues: (folded: string) => boolean;
  /** Mishaps, illness, sport: people hurt without anybody's doing. */
  readonly mishaps: ReadonlySet<string>;
  /** Lemmas of destroying, which storms do too. */
  readonly wrecks: ReadonlySet<string>;
  /** Whether a word after "that" is a verb in the present, by its shape. */
  readonly imperfect: (folded: string) => boolean;
  /** Whether a word by its shape is a noun that rules another: حادثة, عمليات, أعمال. */
  readonly construct: (folded: string) => boolean;
  /** Whether a word by its shape cannot be a subject: المدنيين. */
  readonly oblique: (folded: string) => boolean;
  /** Whether a verb says that something stops, which negated says that it goes on. */
  readonly stops: (folded: string) => boolean;
  /** "With", of what happens at the same time: مع سيطرة القوات. */
  readonly accompanying: ReadonlySet<string>;
  /** Attached prepositions of a purpose: ل. */
  readonly purposes: ReadonlySet<string>;
  /** "Of" between a number and those counted: ستة من. */
  readonly ofThem: ReadonlySet<string>;
  /** "Its responsibility": what is owned up to did happen. */
  readonly owning: ReadonlySet<string>;
  /** "When": a clause of time. */
  readonly when: ReadonlySet<string>;
  /** Whether a clause may hang on a noun without a relative pronoun, by the pronoun of its verb: قنبلة ألقتها طائرة. */
  readonly bareRelatives: boolean;
}

const NONE: ReadonlySet<string> = new Set();

/** For a language whose events are not read. */
export const NO_CONTEXT: ContextWords = {
  since: NONE,
  beforeAfter: NONE,
  before: NONE,
  dateLinks: NONE,
  attribute: () => false,
  origin: () => false,
  pointers: NONE,
  ownGround: NONE,
  again: [],
  answers: NONE,
  remote: NONE,
  loosely: NONE,
  towards: NONE,
  locating: NONE,
  apposed: NONE,
  inside: NONE,
  referring: NONE,
  reasons: NONE,
  only: NONE,
  doubtful: NONE,
  subjunctive: NONE,
  undoubled: NONE,
  carriers: NONE,
  light: NONE,
  wars: NONE,
  goesOn: NONE,
  continues: () => false,
  mishaps: NONE,
  wrecks: NONE,
  stops: () => false,
  accompanying: NONE,
  purposes: NONE,
  owning: NONE,
  ofThem: NONE,
  imperfect: () => false,
  construct: () => false,
  oblique: () => false,
  when: NONE,
  bareRelatives: false,
};

export interface Counted {
  readonly what: Figure['what'];
  /** `person` words (شخص, آخرون) take their meaning from the verb near them. */
  readonly person: boolean;
}

export interface NumberWords {
  /** Cardinals in words, with attached particles removed. */
  readonly values: ReadonlyMap<string, number>;
  readonly multipliers: ReadonlyMap<string, number>;
  readonly approx: readonly (readonly string[])[];
  readonly atLeast: readonly (readonly string[])[];
  /** The same, after what is counted: على الأقل. */
  readonly atLeastAfter: readonly (readonly string[])[];
  readonly atMost: readonly (readonly string[])[];
  /** Forms of the dual that count two of what they name: قتيلين, مدنيان. */
  readonly duals: ReadonlyMap<string, string>;
  /** Nouns after which a number is none of people or things: رقم, عام, الساعة. */
  readonly notCounts: ReadonlySet<string>;
}
