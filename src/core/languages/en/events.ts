import type { EventKind } from '../../model/event.ts';
import { foldName } from '../../text/fold.ts';
import type { ContextWords, Counted, EventRules, Operator, Trigger } from '../event-rules.ts';
import { entriesOf, fillCounted, fillOperators, framingsOf, particlesOf, phrases, tollsOf } from '../event-tables.ts';
import { wordList, wordTable } from '../word-list.ts';
import * as words from './events-words.ts';
import { EnglishLexicon } from './lexicon.ts';
import { englishMultipliers, englishNumbers } from './numbers.ts';
import { englishSpeech } from './speech.ts';

function triggers(): EnglishLexicon<Trigger> {
  const lexicon = new EnglishLexicon<Trigger>();
  const read = (table: string, verbs: boolean) => {
    for (const line of table.split('\n')) {
      const colon = line.indexOf(':');
      if (colon < 0) continue;
      const [kind = '', weight = 'plain'] = line.slice(0, colon).split('/');
      for (const entry of entriesOf(line.slice(colon + 1))) {
        const [, spec = '', mark = '', list = ''] = /^([^+>]+)([+>]?)(.*)$/u.exec(entry) ?? [];
        const set = mark === '' ? null : new Set(list.split('|').map(foldName));
        const [head = '', ...rest] = spec.split('_');
        const trigger: Trigger = {
          lemma: foldName((verbs ? spec.split('/')[0] : spec.split('|')[0])?.replaceAll('_', ' ') ?? spec),
          kind: kind as EventKind,
          weight: weight as Trigger['weight'],
          with: mark === '+' ? set : null,
          follows: mark === '>' ? set : null,
          rest: rest.length === 0 ? null : rest.map(foldName),
        };
        if (verbs) lexicon.verb(spec, trigger);
        else lexicon.noun(rest.length > 0 ? `${head}|${head}` : spec, trigger);
      }
    }
  };
  read(words.VERB_TRIGGERS, true);
  read(words.NOUN_TRIGGERS, false);
  return lexicon;
}

function lexiconOf(verbs: string): EnglishLexicon<string> {
  const lexicon = new EnglishLexicon<string>();
  for (const spec of entriesOf(verbs)) lexicon.verb(spec, spec.split('/')[0] ?? spec);
  return lexicon;
}

/** "A" and "an" count nothing. */
const values = new Map([...englishNumbers].filter(([word]) => word !== 'a' && word !== 'an' && word !== 'zero'));

const context: ContextWords = {
  origin: () => false,
  since: wordList('since'),
  beforeAfter: wordList('before after until'),
  before: wordList('before'),
  dateLinks: wordList('on in of upon'),
  attribute: (folded) => /(?:ed|ned)$/.test(folded) || folded === 'held',
  pointers: wordList('this these that those'),
  ownGround: new Set(),
  again: phrases('once_again once_more'),
  answers: wordList('retaliation response'),
  remote: wordList('phone_call telephone_call'),
  loosely: wordList('with from between of against after since'),
  towards: wordList('to towards toward into'),
  inside: wordList('in at'),
  referring: new Set(),
  locating: wordList('north south east west northern southern eastern western of'),
  apposed: wordList(
    'the a capital largest second third biggest main city town centre center seat provincial regional of in',
  ),
  reasons: wordList('because'),
  only: wordList('only'),
  doubtful: wordList('possible potential alleged imminent'),
  subjunctive: new Set(),
  undoubled: new Set(),
  carriers: new Set(),
  light: wordList('launch carry hold conduct stage take'),
  wars: wordList('war'),
  goesOn: wordList('including among most more'),
  continues: () => false,
  mishaps: wordList(
    'accident accidents disease diseases illness virus infection influenza flu cancer cholera aids fever poisoning lightning cold heat stampede suffocation childbirth suicide match player players',
  ),
  wrecks: wordList('destroy'),
  accompanying: new Set(),
  purposes: new Set(),
  owning: wordList('responsibility'),
  ofThem: new Set(),
  stops: (folded) => /^(?:stop|ceas|halt|let)/.test(folded),
  imperfect: () => false,
  construct: () => false,
  oblique: () => false,
  when: wordList('when'),
  bareRelatives: false,
};

export const englishEvents: EventRules = {
  triggers: triggers(),
  bare: (folded) => folded,
  speech: englishSpeech,
  tolls: tollsOf(words.TOLLS),
  demanding: wordList('must should'),
  grave: wordList(
    'cleansing genocide crimes crime aggression terrorism massacre violating violation starvation torture corruption lying',
  ),
  happening: lexiconOf(words.HAPPENING_VERBS),
  causes: lexiconOf(words.CAUSE_VERBS),
  operators: fillOperators(new EnglishLexicon<Operator>(), words.OPERATORS),
  particles: particlesOf(words.PARTICLES),
  clauseOpeners: wordList(words.CLAUSE_OPENERS),
  backgrounds: wordList(words.BACKGROUNDS),
  instruments: wordList(words.INSTRUMENTS),
  placePrepositions: wordList(words.PLACE_PREPOSITIONS),
  pluperfect: wordList('had'),
  placeAnaphors: wordTable<string>(words.PLACE_ANAPHORS),
  counted: fillCounted(new EnglishLexicon<Counted>(), words),
  numbers: {
    values,
    multipliers: englishMultipliers,
    approx: phrases(words.APPROX),
    atLeast: phrases(words.AT_LEAST),
    atLeastAfter: [],
    atMost: phrases(words.AT_MOST),
    duals: new Map(),
    notCounts: wordList(words.NOT_COUNTS),
  },
  framings: framingsOf(words.FRAMINGS),
  context,
};
