import { fold, foldName } from '../../text/fold.ts';
import type { SourcePhrase, SpeakerHead, SpeechRules, SpeechVerb } from '../speech-rules.ts';
import { wordList } from '../word-list.ts';
import { arabicBare, InflectedLexicon, readings } from './events-inflection.ts';
import { givenNames } from './given-names.ts';
import * as words from './speech-words.ts';
import { arabicShapes } from './word-shapes.ts';

const entriesOf = (table: string) => table.split(/\s+/).filter((word) => word !== '');
const rows = (table: string): (readonly [string, string[]])[] =>
  table
    .split('\n')
    .filter((line) => line.includes(':'))
    .map((line) => [line.slice(0, line.indexOf(':')).trim(), entriesOf(line.slice(line.indexOf(':') + 1))] as const);
const wordsOf = (entry: string) => foldName(entry.replaceAll('_', ' ')).split(' ');

function verbs(): InflectedLexicon<SpeechVerb> {
  const lexicon = new InflectedLexicon<SpeechVerb>();
  const hearers = new Set(entriesOf(words.HEARER_VERBS).map(fold));
  const bare = new Set(entriesOf(words.BARE_VERBS).map(fold));
  const relay = new Set(entriesOf(words.RELAY_VERBS).map(fold));
  const strong = new Set(entriesOf(words.STRONG_VERBS).map(fold));
  const feeling = new Set(entriesOf(words.FEELING).map(fold));
  const impersonal = new Set(entriesOf(words.IMPERSONAL).map(fold));
  const denying = new Set(entriesOf(words.DENYING).map(fold));
  for (const [act, specs] of rows(words.SPEECH_VERBS))
    for (const entry of specs) {
      const [spec = '', list] = entry.split('+');
      const lemma = fold(spec.split('/')[0] ?? spec);
      lexicon.verb(spec, {
        lemma,
        act: act as SpeechVerb['act'],
        hearer: hearers.has(lemma) || (act === 'demand' && lemma !== 'ضغط' && lemma !== 'كرر' && lemma !== 'جدد'),
        bare: bare.has(lemma) || act === 'demand' || act === 'accuse' || act === 'threat',
        strong: strong.has(lemma),
        ...(relay.has(lemma) ? { relay: true } : {}),
        ...(feeling.has(lemma) ? { feeling: true } : {}),
        ...(impersonal.has(lemma) ? { impersonal: true } : {}),
        ...(denying.has(lemma) ? { denies: true } : {}),
        with: list === undefined ? null : new Set(list.split('|').map(fold)),
      });
    }
  for (const [act, specs] of rows(words.SPEECH_PARTICIPLES))
    for (const spec of specs)
      lexicon.participle(spec, {
        lemma: fold(spec),
        act: act as SpeechVerb['act'],
        hearer: act !== 'say' && act !== 'deny',
        bare: act !== 'say',
        strong: false,
        ...(denying.has(fold(spec)) ? { denies: true } : {}),
        with: null,
      });
  return lexicon;
}

function sources(): SourcePhrase[] {
  return entriesOf(words.SOURCES).map((entry) => {
    const [, phrase = '', mark = '', rest = ''] = /^([^+>]+)([+>]?)(.*)$/u.exec(entry) ?? [];
    return { words: wordsOf(phrase), attached: mark === '>' ? fold(rest) : '', verb: mark === '+' };
  });
}

function heads(): Map<string, SpeakerHead> {
  const map = new Map<string, SpeakerHead>();
  for (const [key, list] of rows(words.HEADS)) {
    const [type = 'body', gloss = ''] = key.split(' ');
    for (const word of list)
      if (!map.has(foldName(word))) map.set(foldName(word), { type: type as SpeakerHead['type'], gloss });
  }
  return map;
}

function glosses(): Map<string, string> {
  const map = new Map<string, string>();
  for (const [gloss, list] of rows(words.GLOSSES)) for (const word of list) map.set(foldName(word), gloss);
  return map;
}

/** A word ends like a nisba or a feminine or plural adjective. */
const ADJECTIVE = /(?:ي|يه|يين|يون|يان|يات|يتين|يتان|ه|ين|ون)$/u;

/** A feminine plural without article, longer than the names that end so (عرفات). */
const PLURAL = /^(?!ال|لل|بال)\p{L}{4,}ات$/u;

const knownStems = new Map<string, readonly string[]>();
const MAX_KNOWN = 50_000;

/** Answers are kept, since news repeats its words. */
function stems(folded: string): readonly string[] {
  const known = knownStems.get(folded);
  if (known !== undefined) return known;
  const found = readings(folded)
    .filter((reading) => !reading.future)
    .map((reading) => reading.stem);
  if (knownStems.size < MAX_KNOWN) knownStems.set(folded, found);
  return found;
}

export const arabicSpeech: SpeechRules = {
  verbs: verbs(),
  complementizers: wordList(words.COMPLEMENTIZERS),
  complementPrepositions: wordList(words.COMPLEMENT_PREPOSITIONS),
  sources: sources(),
  heads: heads(),
  glosses: glosses(),
  ministries: new Set(entriesOf(words.MINISTRIES)),
  resumptives: {
    source: wordList(words.RESUMPTIVES.source),
    relative: wordList(words.RESUMPTIVES.relative),
    attribute: wordList(words.RESUMPTIVES.attribute),
  },
  conjoined: (folded) => /^[وف]/u.test(folded),
  prefixed: (folded) => /^[وفبل]/u.test(folded),
  anonymity: { verbs: wordList(words.ANONYMITY.verbs), objects: wordList(words.ANONYMITY.objects) },
  nameEnds: wordList(words.NAME_ENDS),
  nameLinks: wordList(words.NAME_LINKS),
  outOf: wordList(words.OUT_OF),
  placeNouns: wordList(words.PLACE_NOUNS),
  constructHeads: wordList(words.CONSTRUCT_HEADS),
  directions: wordList(words.DIRECTIONS),
  bodyLinks: wordList(words.BODY_LINKS),
  attributes: wordList(words.ATTRIBUTES),
  functionWords: wordList(words.FUNCTION_WORDS),
  breaks: wordList(words.BREAKS),
  shapes: arabicShapes,
  attachedPrepositions: ['ب'],
  perfective: wordList(words.PERFECTIVE),
  asides: wordList(words.ASIDES),
  seatLinks: wordList(words.SEAT_LINKS),
  goingOn: wordList(words.GOING_ON),
  relatives: wordList(words.RELATIVES),
  agents: entriesOf(words.AGENTS).map(wordsOf),
  messages: wordList(words.MESSAGES),
  givenNames: new Set([...wordList(words.GIVEN_NAMES), ...givenNames]),
  compoundNames: wordList('عبد'),
  stems,
  bare: arabicBare,
  adjective: (folded) => ADJECTIVE.test(folded),
  plural: (folded) => PLURAL.test(folded),
  ending: (word) =>
    /(?:ًا|اً|ً)$/u.test(word) ? 'indefinite' : /(?:ته|ها|هم|هما)$/u.test(word) && word.length > 5 ? 'pronoun' : null,
  nameSpellings: new Set(entriesOf(words.NAME_SPELLINGS)),
  adverbials: wordList(words.ADVERBIALS),
  strictSources: wordList(words.STRICT_SOURCES),
  pluralHasSubject: true,
  feminineTowns: true,
  ascii: (folded) =>
    [...folded].map((letter) => words.LETTERS[letter] ?? (/[a-z0-9]/.test(letter) ? letter : '')).join(''),
};
