import type { EventKind } from '../../model/event.ts';
import { fold, foldName } from '../../text/fold.ts';
import type { ContextWords, Counted, EventRules, Operator, Trigger } from '../event-rules.ts';
import { entriesOf, fillCounted, fillOperators, framingsOf, particlesOf, phrases, tollsOf } from '../event-tables.ts';
import { wordList, wordTable } from '../word-list.ts';
import { arabicBare, InflectedLexicon } from './events-inflection.ts';
import { NOUN_TRIGGERS, VERB_TRIGGERS } from './events-triggers.ts';
import * as words from './events-words.ts';
import { arabicSpeech } from './speech.ts';

const wordSet = (list: string) => new Set(list.split('|').map((word) => foldName(word.replaceAll('_', ' '))));

function parseLine(line: string): { kind: EventKind; weight: Trigger['weight']; entries: string[] } | null {
  const body = line.trim();
  if (body === '') return null;
  const colon = body.indexOf(':');
  const [kind = '', weight = 'plain'] = body.slice(0, colon).split('/');
  return { kind: kind as EventKind, weight: weight as Trigger['weight'], entries: entriesOf(body.slice(colon + 1)) };
}

function triggers(): InflectedLexicon<Trigger> {
  const lexicon = new InflectedLexicon<Trigger>();
  for (const line of VERB_TRIGGERS.split('\n')) {
    const parsed = parseLine(line);
    if (parsed === null) continue;
    for (const entry of parsed.entries) {
      const [, spec = '', mark = '', list = '', not = ''] = /^([^+>!]+)([+>]?)([^!]*)(?:!(.*))?$/u.exec(entry) ?? [];
      const set = mark === '' ? null : wordSet(list);
      lexicon.verb(spec, {
        lemma: fold(spec.split('/')[0] ?? spec),
        kind: parsed.kind,
        with: mark === '+' ? set : null,
        follows: mark === '>' ? set : null,
        rest: null,
        weight: parsed.weight,
        ...(not === '' ? {} : { unless: wordSet(not) }),
      });
    }
  }
  for (const line of NOUN_TRIGGERS.split('\n')) {
    const parsed = parseLine(line);
    if (parsed === null) continue;
    for (const whole of parsed.entries) {
      const [, entry = '', mark = '', list = '', not = ''] = /^([^+!]+)(\+?)([^!]*)(?:!(.*))?$/u.exec(whole) ?? [];
      const lemma = foldName((entry.split('|')[0] ?? entry).replaceAll('_', ' '));
      const frame = mark === '' ? null : wordSet(list);
      for (const [index, form] of entry.split('|').entries()) {
        const [head = '', ...rest] = form.split('_');
        const trigger: Trigger = {
          lemma,
          kind: parsed.kind,
          with: frame,
          follows: null,
          rest: rest.length === 0 ? null : rest.map((word) => arabicBare(foldName(word))),
          weight: parsed.weight,
          ...(not === '' ? {} : { unless: wordSet(not) }),
        };
        lexicon.noun(index === 0 || rest.length > 0 ? head : `${head}|${head}`, trigger);
      }
    }
  }
  return lexicon;
}

function lexiconOf<Entry>(verbs: string, nouns: string, make: (lemma: string) => Entry): InflectedLexicon<Entry> {
  const lexicon = new InflectedLexicon<Entry>();
  for (const spec of entriesOf(verbs)) lexicon.verb(spec, make(fold(spec.split('/')[0] ?? spec)));
  for (const spec of entriesOf(nouns)) lexicon.noun(spec, make(fold(spec.split('|')[0] ?? spec)));
  return lexicon;
}

const numberTable = (table: string) =>
  new Map([...wordTable(table)].map(([word, values]) => [word, Number(values[0])] as const));

/** The words with the particles that may be attached to them: بالمدينة, والقرية, للمنطقة. */
function withParticles<Value>(table: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  const out = new Map(table);
  for (const [word, value] of table) {
    for (const particle of ['ب', 'و', 'ف', 'ك', 'وب']) out.set(particle + word, value);
    if (word.startsWith('ال')) out.set(`لل${word.slice(2)}`, value);
  }
  return out;
}

/** A definite participle after its noun: المبرم, الموقعة, المتفق. */
const ATTRIBUTE = /^ال(?:م|وا|صا|جا)/u;

/** An indefinite feminine nisba: أمريكية. */
const ORIGIN = /^(?!ال)\p{L}{3,}يه$/u;

/** A verb in the present by its shape; longer words with ت are mostly masdars (تفجيرات, تنظيم). */
const IMPERFECT = /^(?:ي\p{L}{2,}|ت\p{L}{2,4})$/u;

/** A noun without article that ends in tāʾ or is a broken plural of deeds. */
const CONSTRUCT = /^(?!ال|لل|وال)\p{L}+(?:ه|ات)$|^[وبلف]?(?:اعمال|حوادث|حادث|جرائم|مسلسل|محاول|فعل|افعال)$/u;
/** To stop, cease, refrain, in any person: لم يتوقف عن, ما زال, لا ينفك. */
const STOPS = /^[تين]?(?:توقف|كف|انفك|نفك|زال|زالت|زل|برح|فتي|نقطع|هدا)(?:وا|ون|ت)?$/u;
const OBLIQUE = /^ال\p{L}{3,}ين$/u;

/** Among them, most of them, about, in: by its beginning, since pronouns and nouns are attached. */
const CONTINUES = /^(?:بينهم|بينهما|بينها|منهم|من|و?اكثر|و?نحو|معظمهم|اغلبهم|في|ب)/u;

const context: ContextWords = {
  since: wordList(words.CONTEXT.since),
  beforeAfter: wordList(words.CONTEXT.beforeAfter),
  before: wordList(words.CONTEXT.before),
  dateLinks: wordList(words.CONTEXT.dateLinks),
  attribute: (folded) => ATTRIBUTE.test(folded),
  origin: (folded) => ORIGIN.test(folded),
  pointers: wordList(words.CONTEXT.pointers),
  ownGround: wordList(words.CONTEXT.ownGround),
  again: phrases(words.CONTEXT.again),
  answers: wordList(words.CONTEXT.answers),
  remote: wordList(words.CONTEXT.remote),
  loosely: wordList(words.CONTEXT.loosely),
  towards: wordList(words.CONTEXT.towards),
  locating: wordList(words.CONTEXT.locating),
  apposed: wordList(words.CONTEXT.apposed),
  inside: wordList(words.CONTEXT.inside),
  referring: wordList(words.CONTEXT.referring),
  reasons: wordList(words.CONTEXT.reasons),
  only: wordList(words.CONTEXT.only),
  doubtful: wordList(words.CONTEXT.doubtful),
  subjunctive: wordList(words.CONTEXT.subjunctive),
  undoubled: wordList(words.CONTEXT.undoubled),
  carriers: wordList(words.CONTEXT.carriers),
  light: wordList(words.CONTEXT.light),
  wars: wordList(words.CONTEXT.wars),
  goesOn: wordList(words.CONTEXT.goesOn),
  continues: (folded) => CONTINUES.test(folded),
  mishaps: wordList(words.CONTEXT.mishaps),
  wrecks: wordList('دمر تدمير حطم خرب'),
  accompanying: wordList(words.CONTEXT.accompanying),
  purposes: wordList(words.CONTEXT.purposes),
  owning: wordList(words.CONTEXT.owning),
  ofThem: wordList(words.CONTEXT.ofThem),
  stops: (folded) => STOPS.test(folded),
  imperfect: (folded) => IMPERFECT.test(folded),
  construct: (folded) => CONSTRUCT.test(folded),
  oblique: (folded) => OBLIQUE.test(folded),
  when: wordList(words.CONTEXT.when),
  bareRelatives: true,
};

export const arabicEvents: EventRules = {
  triggers: triggers(),
  bare: arabicBare,
  speech: arabicSpeech,
  tolls: tollsOf(words.TOLLS),
  demanding: wordList(words.DEMANDING),
  grave: wordList(words.GRAVE),
  happening: lexiconOf(words.HAPPENING_VERBS, words.HAPPENING_NOUNS, (lemma) => lemma),
  causes: lexiconOf(words.CAUSE_VERBS, '', (lemma) => lemma),
  operators: fillOperators(new InflectedLexicon<Operator>(), words.OPERATORS),
  particles: particlesOf(words.PARTICLES),
  clauseOpeners: wordList(words.CLAUSE_OPENERS),
  backgrounds: wordList(words.BACKGROUNDS),
  instruments: wordList(words.INSTRUMENTS),
  placePrepositions: wordList(words.PLACE_PREPOSITIONS),
  pluperfect: wordList('كان كانت كانوا وكان وكانت وكانوا'),
  placeAnaphors: withParticles(wordTable<string>(words.PLACE_ANAPHORS)),
  counted: fillCounted(new InflectedLexicon<Counted>(), words),
  numbers: {
    values: numberTable(words.NUMBERS),
    multipliers: numberTable(words.MULTIPLIERS),
    approx: phrases(words.APPROX),
    atLeast: phrases(words.AT_LEAST),
    atLeastAfter: phrases(words.AT_LEAST_AFTER),
    atMost: phrases(words.AT_MOST),
    duals: new Map([...wordTable<string>(words.DUALS)].map(([word, values]) => [word, values[0] ?? 'person'] as const)),
    notCounts: wordList(words.NOT_COUNTS),
  },
  framings: framingsOf(words.FRAMINGS),
  context,
};
