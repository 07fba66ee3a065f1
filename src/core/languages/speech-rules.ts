import type { Lexicon } from './event-rules.ts';
import type { WordShapes } from './word-shapes.ts';

/** A verb of speech and its frame. */
export interface SpeechVerb {
  readonly lemma: string;
  /** What the speech does; `say` for plain statements. */
  readonly act: 'say' | 'demand' | 'accuse' | 'threat' | 'deny' | 'write';
  /** Says that something did not happen (نفى), rather than turning it down (رفض). */
  readonly denies?: true;
  /** Said of nobody in the present with "that" alone: يتوقع أن, يذكر أن. */
  readonly impersonal?: true;
  /** Says how the speaker takes something, which is news whatever it tells of: أعرب عن, وصف, رحب ب. */
  readonly feeling?: true;
  /** Takes a person as its object (دعا باكو إلى): two names in a row are speaker and hearer. */
  readonly hearer: boolean;
  /** Speaks even without "that", a colon or a quotation (أدان, طالب). */
  readonly bare: boolean;
  /** An unknown word after it is taken for a name. */
  readonly strong: boolean;
  /** Passes on what another says: the name after its preposition speaks (نقلت الوكالة عن مصدر). */
  readonly relay?: true;
  /** Words of which one must stand near, where the verb has other meanings; null for none. */
  readonly with: ReadonlySet<string> | null;
}

/** A head noun of the name of an office, a body or a person's role, with its English gloss for ids. */
export interface SpeakerHead {
  readonly gloss: string;
  readonly type: 'person' | 'body' | 'government' | 'text';
}

/** Prepositions with a pronoun that only take up what was named before. */
export interface Resumptives {
  /** After the verb of a source: حسبما أفاد به فلان. */
  readonly source: ReadonlySet<string>;
  /** After the verb of a relative clause: مكالمة حث خلالها. */
  readonly relative: ReadonlySet<string>;
  /** After a participle in a name: غير المعترف بها. */
  readonly attribute: ReadonlySet<string>;
}

/** "Who asked not to be named": a verb of asking with one of these objects soon after it says nothing of what happened. */
export interface Anonymity {
  readonly verbs: ReadonlySet<string>;
  readonly objects: ReadonlySet<string>;
}

/** What a language gives for finding who speaks. All words are folded. */
export interface SpeechRules {
  /** Where the speaker stands: after the verb or before it; absent for a language that allows both (Arabic). */
  readonly order?: 'subject-first';
  readonly verbs: Lexicon<SpeechVerb>;
  /** "that" and its forms with pronouns. */
  readonly complementizers: ReadonlySet<string>;
  /** Prepositions that may stand between the verb and "that": أشار إلى أن. */
  readonly complementPrepositions: ReadonlySet<string>;
  /** Phrases before the name of a source: بحسب, وفقا ل, نقلا عن. */
  readonly sources: readonly SourcePhrase[];
  /** Heads of names of speakers, without article. */
  readonly heads: ReadonlyMap<string, SpeakerHead>;
  /** Further words of offices and bodies, glossed for ids: الدفاع → defence. */
  readonly glosses: ReadonlyMap<string, string>;
  /** Glosses of fields whose definite noun alone stands for the ministry: الخارجية الروسية. */
  readonly ministries: ReadonlySet<string>;
  readonly anonymity: Anonymity;
  /** Whether a word begins like one with an attached conjunction (و, ف), or with that or a preposition (ب, ل). */
  readonly conjoined: (folded: string) => boolean;
  readonly prefixed: (folded: string) => boolean;
  readonly resumptives: Resumptives;
  /** What is attached to a word, by its letters. */
  readonly shapes: WordShapes;
  /** Prepositions of one letter that are written together with their noun, as frames name them: ب. */
  readonly attachedPrepositions: readonly string[];
  /** "Has" before a verb in the past: قد. */
  readonly perfective: ReadonlySet<string>;
  /** "Which" after a comma, of all that was said: وهو ما. */
  readonly asides: ReadonlySet<string>;
  /** "In" between a body and its seat: the ministry in the capital. */
  readonly seatLinks: ReadonlySet<string>;
  /** Words that end the name of a speaker: prepositions, adverbs, days. */
  readonly nameEnds: ReadonlySet<string>;
  /** Prepositions that may stand inside a name of a speaker: باسم, في (before a place), ل. */
  readonly nameLinks: ReadonlySet<string>;
  /** Those of them that lead out of a place, and end the name of a definite body: انسحبت القوات [من] X. */
  readonly outOf: ReadonlySet<string>;
  /** Nouns of kinds of place, which begin where a name is complete: مدينة, بلدة. */
  readonly placeNouns: ReadonlySet<string>;
  /** Heads that are one only before a noun of their own: كبير المفاوضين. */
  readonly constructHeads: ReadonlySet<string>;
  /** Words of direction between "in" and a place in a name: السلطات في شرق ليبيا. */
  readonly directions: ReadonlySet<string>;
  /** Prepositions between an indefinite office and its body: نائب [عن] حزب كذا. */
  readonly bodyLinks: ReadonlySet<string>;
  /** Definite attributes (without article) that go on with a preposition and a name: المتحالفة مع, المقيمة في. */
  readonly attributes: ReadonlySet<string>;
  /** Words that are never (part of) a name. */
  readonly functionWords: ReadonlySet<string>;
  /** Words that begin a sentence of the article's own after a claim: فيما, بينما. */
  readonly breaks: ReadonlySet<string>;
  /** Those of them with which whoever speaks may go on: كما. */
  readonly goingOn: ReadonlySet<string>;
  /** Relative pronouns. */
  readonly relatives: ReadonlySet<string>;
  /** Phrases by which the doer is named after a passive: من قبل. */
  readonly agents: readonly (readonly string[])[];
  /** Words after which a head noun is only an adjective: a press conference. */
  readonly messages: ReadonlySet<string>;
  readonly givenNames: ReadonlySet<string>;
  /** Given names that make one name with the word after them: عبد [الله]. */
  readonly compoundNames?: ReadonlySet<string>;
  /** Attached particles read off a word: possible stems, the bare word first. */
  readonly stems: (folded: string) => readonly string[];
  /** The word without its article. */
  readonly bare: (folded: string) => string;
  /** Whether a word ends like an adjective of a place, a people or a kind (nisba), or agrees with a definite noun. */
  readonly adjective: (folded: string) => boolean;
  /** Whether a word by its shape is a plural of things, which is no one's name: تعليمات. */
  readonly plural: (folded: string) => boolean;
  /** What the ending of a word as written tells: an indefinite accusative, an attached pronoun. */
  readonly ending: (word: string) => 'indefinite' | 'pronoun' | null;
  /** Spellings, as written, that are a given name although their letters are those of a word that ends names. */
  readonly nameSpellings: ReadonlySet<string>;
  /** Prepositions that open a phrase between the verb and its speaker, or instead of one: قال خلال مؤتمر. */
  readonly adverbials: ReadonlySet<string>;
  /** Phrases of `sources` after which only an office, a body or a place is a source. */
  readonly strictSources: ReadonlySet<string>;
  /** Whether a verb that agrees in number has its subject before it, so that no name is read after it (Arabic). */
  readonly pluralHasSubject: boolean;
  /** Whether towns are feminine, so that a verb in the masculine has another subject (Arabic). */
  readonly feminineTowns: boolean;
  /** A name in ASCII letters for an id. */
  readonly ascii: (folded: string) => string;
}

export interface SourcePhrase {
  readonly words: readonly string[];
  /** The last word carries the preposition on the name: وفقا ل + name. */
  readonly attached: string;
  /** A verb stands before the name: حسبما أبلغت, على ما أعلن. */
  readonly verb: boolean;
}
