/**
 * What a word near a place name says about how the name is meant.
 *
 * | cue | the word | so the name is |
 * | --- | --- | --- |
 * | `in` | preposition or noun that places (في, داخل, شمال, سكان …) | literal |
 * | `to`, `from`, `on`, `with`, `between`, `for` | preposition that places or not, by the word that governs it | see `interpret` |
 * | `against` | preposition of an opponent | metonymic |
 * | `about` | preposition of a topic | literal |
 * | `voice` | "in the name of", "on behalf of" | metonymic |
 * | `attribute` | head of a construct: an office, a body, a people, an attribute | associative |
 * | `organisation` | head of an organisation's name | embedded |
 * | `title` | head of a name whose adjective belongs to it (المفوضية الأوروبية) | embedded |
 * | `act` | noun of an act whose doer follows (دعم, قرار, هجوم) | metonymic |
 * | `done-to` | noun or verb of an act done to a place (غزو, احتلال, مغادرة) | literal |
 * | `verb` | verb of speech or action whose subject or addressee follows | metonymic |
 * | `agent` | governs "from", "by": passive participles, sources (المدعومة من, بوساطة) | metonymic |
 * | `address` | governs "to", "for", "with": verbs of sending, giving, asking, talks | metonymic |
 * | `move` | governs "to", "from": motion from place to place | literal |
 * | `talks` | war, summit, talks: of one place | literal; of two, their parties: metonymic |
 * | `play` | governs "on", "before", "with" and a subject: a match, won or lost | metonymic (the team) |
 * | `person` | governs "from": a person or group who come from there | associative |
 * | `limit` | governs "with", "between": borders, roads, distances | literal |
 * | `belonging` | governs "for": attribute of (تابعة ل, المدعي العام ل) | associative |
 * | `of` | preposition of belonging | as the word before it says |
 * | `named` | verb of naming, which the name follows, its subject between or not | literal |
 * | `capital` | a kind word that governments are called by (العاصمة) | as the word before it says |
 */
export type SenseCue =
  | 'in'
  | 'to'
  | 'from'
  | 'on'
  | 'with'
  | 'between'
  | 'for'
  | 'of'
  | 'against'
  | 'about'
  | 'voice'
  | 'attribute'
  | 'organisation'
  | 'title'
  | 'act'
  | 'done-to'
  | 'verb'
  | 'agent'
  | 'address'
  | 'move'
  | 'person'
  | 'talks'
  | 'play'
  | 'limit'
  | 'belonging'
  | 'capital'
  | 'named';

export interface SenseRules {
  /** Cues of a folded word under one reading of its particles. */
  readonly cues: ReadonlyMap<string, readonly SenseCue[]>;
  /** Whether a word that the table does not know looks like a finite verb. */
  readonly looksLikeVerb: (folded: string) => boolean;
  /** Cues of the words after a name, in languages that put verb and possession there: `verb`, `attribute`, `act`, `in`. */
  readonly cuesAfter?: ReadonlyMap<string, readonly SenseCue[]>;
  /** Words that may stand between a subject and its verb: also, again. */
  readonly adverbs?: ReadonlySet<string>;
  /** Papers and agencies called like a place, which quotation marks around the name then tell. */
  readonly papers?: ReadonlySet<string>;
  /** "That" at the head of a clause: "on X" right after it says what X must do. */
  readonly clauseHeads?: ReadonlySet<string>;
  /** Words that with "of" only count what follows: "each of X and Y" is meant as "X and Y" would be there. */
  readonly quantifiers?: ReadonlySet<string>;
  /** Nouns with their article that stand beside a name without governing it: "in the neighbour Chad". */
  readonly appositions?: ReadonlySet<string>;
  /** Words after a name that make it part of an organisation's name (برس, بوست). */
  readonly organisationTails: ReadonlySet<string>;
}
