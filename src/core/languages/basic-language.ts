import { calendarDate } from '../calendar/calendar-date.ts';
import type { PlaceKind } from '../model/place.ts';
import type { Token } from '../text/tokenise.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import type { DateReading, DateRules } from './date-rules.ts';
import { type Lexicon, NO_CONTEXT } from './event-rules.ts';
import type { Language } from './language.ts';
import { wordList } from './word-list.ts';
import { NO_SHAPES } from './word-shapes.ts';

/** The least that a language needs: its particles and the names of its months. */
export interface BasicWords {
  readonly code: string;
  /** Whether its script writes names with a capital. */
  readonly capitals: boolean;
  /** Prepositions after which a place follows, separated by spaces. */
  readonly prepositions: string;
  /** Conjunctions between names. */
  readonly conjunctions: string;
  /** Words that are never names: articles, pronouns, auxiliaries. */
  readonly functionWords: string;
  /** Twelve entries, each the forms of one month. */
  readonly months: readonly string[];
  /** Words that say what kind of place follows. */
  readonly kindBefore?: ReadonlyMap<string, readonly PlaceKind[]>;
}

const NONE: ReadonlySet<string> = new Set();
const NO_WORDS: Lexicon<never> = { find: () => [] };

/**
 * Rules for a language of which little is known yet: places are found and told apart, dates with a month's name are
 * read, senses and events stay empty. A folder of its own replaces one part after the other.
 */
export function basicLanguage(words: BasicWords): Language {
  const functionWords = wordList(words.functionWords);
  const prepositions = wordList(words.prepositions);
  const speech: Language['speech'] = {
    ...(words.capitals ? { order: 'subject-first' as const } : {}),
    verbs: NO_WORDS,
    complementizers: NONE,
    complementPrepositions: NONE,
    sources: [],
    heads: new Map(),
    glosses: new Map(),
    ministries: NONE,
    resumptives: { source: NONE, relative: NONE, attribute: NONE },
    conjoined: () => false,
    prefixed: () => false,
    anonymity: { verbs: NONE, objects: NONE },
    nameEnds: NONE,
    nameLinks: NONE,
    outOf: NONE,
    placeNouns: NONE,
    constructHeads: NONE,
    directions: NONE,
    bodyLinks: NONE,
    attributes: NONE,
    functionWords,
    breaks: NONE,
    shapes: NO_SHAPES,
    attachedPrepositions: [],
    perfective: NONE,
    asides: NONE,
    seatLinks: NONE,
    goingOn: NONE,
    relatives: NONE,
    agents: [],
    messages: NONE,
    givenNames: NONE,
    stems: (folded) => [folded],
    bare: (folded) => folded,
    adjective: () => false,
    plural: () => false,
    ending: () => null,
    nameSpellings: new Set(),
    adverbials: NONE,
    strictSources: NONE,
    pluralHasSubject: false,
    feminineTowns: false,
    ascii: (folded) => folded.replace(/[^a-z0-9-]/g, ''),
  };
  return {
    code: words.code,
    sentences: { furniture: [/^https?:\/\/\S+$/u], abbreviations: NONE },
    names: {
      read: (folded) => [{ skip: 0, stem: folded, preposition: '', conjunction: false }],
      demonymBases: () => [],
      capitals: words.capitals,
      kindBefore: words.kindBefore ?? new Map(),
      kindAfter: new Map(),
      prepositions: new Map([...prepositions].map((word) => [word, 1.2])),
      directions: NONE,
      personTitles: NONE,
      givenNames: NONE,
      stateBodies: NONE,
      nameLinks: NONE,
      organisationHeads: NONE,
      containers: NONE,
      conjunctions: wordList(words.conjunctions),
      neverNames: functionWords,
      commonWords: NONE,
      speechVerbs: NONE,
      commaContains: words.capitals,
      ...(words.capitals
        ? {
            casing: {
              functionWords,
              neutral: NONE,
              organisationTails: NONE,
              compounds: NONE,
              placeGivenNames: NONE,
              personVerbs: NONE,
            },
          }
        : {}),
    },
    senses: { cues: new Map(), cuesAfter: new Map(), looksLikeVerb: () => false, organisationTails: NONE },
    dates: monthDates(words.months),
    speech,
    events: {
      triggers: NO_WORDS,
      bare: (folded) => folded,
      speech,
      tolls: new Map(),
      demanding: NONE,
      grave: NONE,
      happening: NO_WORDS,
      causes: NO_WORDS,
      operators: NO_WORDS,
      particles: new Map(),
      clauseOpeners: NONE,
      backgrounds: NONE,
      instruments: NONE,
      placePrepositions: prepositions,
      pluperfect: NONE,
      placeAnaphors: new Map(),
      counted: NO_WORDS,
      numbers: {
        values: new Map(),
        multipliers: new Map(),
        approx: [],
        atLeast: [],
        atLeastAfter: [],
        atMost: [],
        duals: new Map(),
        notCounts: NONE,
      },
      framings: [],
      context: NO_CONTEXT,
    },
  };
}

/** "19 month 2023", "month 19, 2023", "month 2023", "19 month": dates by the names of the months. */
function monthDates(months: readonly string[]): DateRules {
  const numbers = new Map<string, number>();
  months.forEach((forms, index) => {
    for (const word of wordList(forms)) numbers.set(word, index + 1);
  });
  const numberAt = (text: TokenisedText, at: number, low: number, high: number): number | null => {
    const token = text.tokens[at];
    if (token?.type !== 'number') return null;
    const value = Number(token.folded);
    return value >= low && value <= high ? value : null;
  };
  return {
    read(text, from, to) {
      const found: DateReading[] = [];
      for (let at = from; at < to; at++) {
        const month = numbers.get(text.tokens[at]?.folded ?? '');
        if (month === undefined) continue;
        const inside = (index: number) => index >= from && index < to;
        let first = at;
        let last = at;
        let day = inside(at - 1) ? numberAt(text, at - 1, 1, 31) : null;
        if (day !== null) first = at - 1;
        else if (inside(at + 1)) {
          day = numberAt(text, at + 1, 1, 31);
          if (day !== null) last = at + 1;
        }
        const comma = text.text[text.tokens[last + 1]?.start ?? -1] === ',' ? 2 : 1;
        const year = inside(last + comma) ? numberAt(text, last + comma, 1000, 2100) : null;
        if (year !== null) last += comma;
        if (day === null && year === null) continue;
        const value = calendarDate({ year, month, day });
        const head = text.tokens[first] as Token;
        const tail = text.tokens[last] as Token;
        found.push({ start: head.start, end: tail.end, value, lean: null, publication: false });
        at = last;
      }
      return found;
    },
  };
}
