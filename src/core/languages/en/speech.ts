import { fold, foldName } from '../../text/fold.ts';
import type { SpeakerHead, SpeechRules, SpeechVerb } from '../speech-rules.ts';
import { wordList } from '../word-list.ts';
import { NO_SHAPES } from '../word-shapes.ts';
import { englishGivenNames } from './given-names.ts';
import { EnglishLexicon } from './lexicon.ts';

/* Words of speech and of speakers in English news. Source: own reading. */

const SPEECH_VERBS = `
say: say/said tell/told announce state+that|in|: add+that|: confirm report+that explain+that|: note+that|: claim insist+that|on maintain+that believe+that argue+that|: acknowledge admit reveal stress+that emphasize+that|the emphasise+that|the declare
say: warn welcome express describe reiterate recall+that assert+that estimate predict suggest+that point+out|to promise pledge vow hope+that concede+that reply/replied
deny: deny reject dispute+claims|allegations|reports
demand: urge demand call+on|for|upon ask+to|for request appeal+to|for insist+on press/pressed+for
accuse: accuse condemn blame denounce criticize criticise decry/decried slam/slammed
threat: threaten
write: send/sent+letter|message|statement|telegram issue+statement|report|warning|communique write/wrote/written tweet/tweeted post/posted+on
`;
const STRONG = new Set('say tell add explain note write reply argue'.split(' '));
const BARE = new Set(
  'say tell announce confirm claim acknowledge admit reveal declare warn welcome express describe reiterate estimate predict promise pledge vow deny reject write tweet'.split(
    ' ',
  ),
);
const HEARERS = new Set(
  'tell urge ask accuse condemn blame denounce criticize criticise warn threaten call press welcome slam'.split(' '),
);

const HEADS = `
body ministry: ministry department
body army: army military navy
body armed-forces: forces troops
body police: police
body agency: agency bureau
body newspaper: newspaper daily magazine
body channel: television channel broadcaster radio network
body organisation: organization organisation group watchdog charity foundation society association ngo
body movement: movement
body party: party coalition alliance bloc opposition
body union: union federation league
body council: council parliament congress senate assembly
body committee: committee commission mission panel
body court: court tribunal prosecutors
body office: office centre center institute
body embassy: embassy consulate
body company: company firm corporation
body presidency: presidency
body hospital: hospital clinic university
body intelligence: intelligence
government government: government authorities authority administration regime state side delegation
text statement: statement
text report: report reports study
text sources: sources source
person president: president presidents
person minister: minister ministers premier
person secretary: secretary
person spokesperson: spokesman spokeswoman spokesperson spokespeople spokesmen
person official: official officials
person adviser: adviser advisor aide aides
person representative: representative representatives envoy
person ambassador: ambassador ambassadors consul
person deputy: deputy
person commander: commander commanders chief leader leaders head
person general: general colonel major captain lieutenant sergeant
person senator: senator senators lawmaker lawmakers congressman congresswoman mp mps sen rep
person director: director chairman chairwoman chair ceo executive
person diplomat: diplomat diplomats
person witness: witness witnesses resident residents activists activist villagers
person correspondent: correspondent reporter journalist
person expert: expert experts analyst analysts professor researcher researchers scientist scientists
person prosecutor: prosecutor
person governor: governor mayor gov sheriff
person king: king queen prince emir sultan
person lawyer: lawyer lawyers attorney
person doctor: doctor doctors dr
person citizen: citizen citizens
person ombudsman: ombudsman ombudswoman
person fighters: rebels militants fighters protesters
person member: member members
person mr: mr mrs ms
`;
const GLOSSES = `
defence: defence defense
foreign-affairs: foreign affairs
interior: interior
health: health
finance: finance
justice: justice
prime: prime
security: security
national: national
human-rights: human rights
armed: armed
military: military
senior: senior
state: 
information: information
general: general
supreme: supreme
vice: vice
`;

const rows = (table: string) =>
  table
    .split('\n')
    .filter((line) => line.includes(':'))
    .map(
      (line) =>
        [
          line.slice(0, line.indexOf(':')).trim(),
          line
            .slice(line.indexOf(':') + 1)
            .split(/\s+/)
            .filter((word) => word !== ''),
        ] as const,
    );

function verbs(): EnglishLexicon<SpeechVerb> {
  const lexicon = new EnglishLexicon<SpeechVerb>();
  for (const [act, specs] of rows(SPEECH_VERBS))
    for (const entry of specs) {
      const [spec = '', list] = entry.split('+');
      const lemma = spec.split('/')[0] ?? spec;
      lexicon.verb(spec, {
        lemma,
        act: act as SpeechVerb['act'],
        hearer: HEARERS.has(lemma),
        bare: BARE.has(lemma) || act === 'demand' || act === 'accuse' || act === 'threat',
        strong: STRONG.has(lemma),
        with: list === undefined ? null : new Set(list.split('|').map((word) => (word === ':' ? word : fold(word)))),
      });
    }
  return lexicon;
}

const heads = (): Map<string, SpeakerHead> =>
  new Map(
    rows(HEADS).flatMap(([key, list]) => {
      const [type = 'body', gloss = ''] = key.split(' ');
      return list.map((word): [string, SpeakerHead] => [word, { type: type as SpeakerHead['type'], gloss }]);
    }),
  );

export const englishSpeech: SpeechRules = {
  order: 'subject-first',
  verbs: verbs(),
  complementizers: wordList('that'),
  complementPrepositions: wordList('to'),
  sources: ['according to', 'in the words of', 'citing', 'quoting'].map((phrase) => ({
    words: foldName(phrase).split(' '),
    attached: '',
    verb: false,
  })),
  heads: heads(),
  glosses: new Map(
    rows(GLOSSES).flatMap(([gloss, list]) =>
      gloss === 'state' ? [] : list.map((word): [string, string] => [word, gloss]),
    ),
  ),
  ministries: new Set(),
  resumptives: { source: new Set(), relative: new Set(), attribute: new Set() },
  conjoined: () => false,
  prefixed: () => false,
  anonymity: { verbs: new Set(), objects: new Set() },
  nameEnds: wordList(`
    on also has have had later earlier then now today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
    is are was were be been being will would could should may might did does do not once again too reportedly just meanwhile previously recently repeatedly however this last next week month year morning evening afternoon night after before during when while since until because as if over amid
  `),
  nameLinks: wordList('of for and in at to'),
  outOf: new Set(),
  placeNouns: new Set(),
  constructHeads: new Set(),
  directions: new Set(),
  bodyLinks: new Set(),
  attributes: new Set(),
  functionWords: wordList(`
    the a an in on at of to by for with from and or but so if he she it they we i you his her its their our my your this that these those there here what who whom whose which when where why how not no as than
    all any some many most more such other another both each every one two three first new about into over after before while because since until although though also then now
  `),
  breaks: wordList('and but while although though whereas as after before when because since if meanwhile however'),
  shapes: NO_SHAPES,
  attachedPrepositions: [],
  perfective: new Set(),
  asides: new Set(),
  seatLinks: new Set(),
  goingOn: new Set(),
  relatives: wordList('who which whose whom'),
  agents: [['by']],
  messages: wordList(''),
  givenNames: englishGivenNames,
  stems: (folded) => [folded, ...(folded.endsWith('s') && folded.length > 4 ? [folded.slice(0, -1)] : [])],
  bare: (folded) => folded,
  adjective: (folded) => /(?:ian|ish|ese|ean|ic|al|an|ish|ern)$/.test(folded),
  plural: () => false,
  ending: () => null,
  nameSpellings: new Set(),
  adverbials: wordList(''),
  strictSources: wordList(''),
  pluralHasSubject: false,
  feminineTowns: false,
  ascii: (folded) => [...folded].filter((letter) => /[a-z0-9-]/.test(letter)).join(''),
};
