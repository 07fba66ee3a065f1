import type { PlaceKind } from '../../model/place.ts';
import type { NameRules, WordReading } from '../name-rules.ts';
import { wordList, wordTable } from '../word-list.ts';
import { englishCommonWords } from './common-words.ts';
import { englishGivenNames, placeGivenNames } from './given-names.ts';
import { containerForms, shortForms } from './short-forms.ts';

/* Words of English around names. Source: own reading of English-language news. */

/** The bare word, and the word without the possessive 's. */
function readWord(folded: string, written = folded): readonly WordReading[] {
  const bare = { skip: 0, stem: folded, preposition: '', conjunction: false };
  return /['’]s$/iu.test(written) && folded.length > 2
    ? [bare, { ...bare, stem: folded.slice(0, -1), drop: 1 }]
    : [bare];
}

/** Plural demonyms lose their s. */
const demonymBases = (folded: string): readonly string[] =>
  folded.endsWith('s') && folded.length > 4 ? [folded.slice(0, -1)] : [];

const kindBefore = wordTable<PlaceKind>(`
  country: republic_of kingdom_of country_of nation_of
  state: state_of province_of governorate_of province region_of oblast_of
  region: region_of territory_of enclave_of republic_of territory
  district: county_of district_of municipality_of county borough_of parish_of
  city: city_of town_of port_of township_of suburb_of capital_of capital municipality_of village_of
  village: village_of hamlet_of settlement_of town_of
  neighbourhood: neighborhood_of neighbourhood_of suburb_of district_of
  river: river
  lake: lake
  island: island_of isle_of islands_of
  mountain: mount mt
  base: fort camp
  camp: camp
  port: port_of
`);

const kindAfter = wordTable<PlaceKind>(`
  state: province state governorate oblast prefecture region governor gov legislature statehouse lawmakers
  region: region territory valley plateau
  district: county district parish borough municipality raion township shire province
  city: city town township village mayor
  village: village town hamlet settlement
  neighbourhood: neighborhood neighbourhood suburb district
  river: river creek
  lake: lake reservoir
  sea: sea
  gulf: gulf bay
  strait: strait
  canal: canal
  island: island islands isle archipelago peninsula
  mountain: mountain mount volcano peak
  range: mountains hills
  valley: valley
  desert: desert
  corridor: corridor
  airport: airport
  camp: camp
`);

const DAYS =
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun today tomorrow yesterday tonight';

const TITLES = `
  mr mrs ms miss dr sir dame lord lady president vice-president premier chancellor minister secretary governor senator sen rep representative congressman congresswoman mayor councilman councilwoman councillor councilor
  king queen prince princess emperor sultan sheikh sheik emir pope archbishop bishop cardinal father rev reverend pastor imam ayatollah rabbi saint general gen colonel col major maj captain capt lieutenant lt sergeant sgt
  commander admiral corporal private judge justice professor prof doctor coach chief officer detective deputy inspector constable sheriff attorney ambassador chairman chairwoman chairperson director spokesman spokeswoman
  spokesperson gov congressman treasurer commissioner superintendent principal dean ceo editor analyst economist actor actress singer author striker defender goalkeeper midfielder quarterback pitcher rapper hon speaker
`;

const FUNCTION_WORDS = wordList(`
  the a an in on at of to from by for with without about against between among through during before after above below under over into onto upon within across behind beyond near since until till than as like unlike despite
  and or but nor so yet if when while where whereas because although though unless whether that which who whom whose what why how this these those there here it its he she they we you i his her their our your my him them us me
  is are was were be been being has have had do does did will would shall should can could may might must not no yes all any both each every few many more most much several some such other another same own only just even also too very
  now then once twice again still already meanwhile however moreover furthermore therefore thus earlier later last next first second third one two three four five six seven eight nine ten new old officials police authorities
  according despite instead rather perhaps maybe indeed overall today yesterday tomorrow tonight recently currently previously following including regarding given asked speaking using based former local national international global
  people residents experts researchers scientists doctors health government state federal city county school police firefighters investigators prosecutors critics supporters thousands hundreds dozens millions additional no none every
  northern southern eastern western central north south east west southeast southwest northeast northwest southeastern southwestern northeastern northwestern downtown upper lower mid greater historic rural nearby
`);

export const englishNames: NameRules = {
  read: readWord,
  demonymBases,
  capitals: true,
  kindBefore,
  kindAfter,
  prepositions: new Map([
    ['in', 1.4],
    ['at', 1],
    ['near', 2],
    ['to', 0.8],
    ['from', 1],
    ['of', 0.3],
    ['across', 1.4],
    ['around', 1],
    ['outside', 1.8],
    ['inside', 1.2],
    ['into', 1],
    ['toward', 1.2],
    ['towards', 1.2],
    ['through', 0.8],
    ['throughout', 2],
    ['within', 1],
    ['between', 0.4],
    ['via', 0.8],
    ['over', 0.3],
    ['off', 0.8],
    ['on', 0],
    ['with', 0],
    ['for', 0],
    ['by', -0.2],
    ['against', 0.2],
  ]),
  directions: wordList(`
    north south east west northern southern eastern western central northeast northwest southeast southwest northeastern northwestern southeastern southwestern downtown mid upper lower rural
    northwards southwards outskirts suburban nearby neighbouring neighboring mainland greater
  `),
  personTitles: wordList(TITLES),
  givenNames: englishGivenNames,
  stateBodies: new Set(),
  nameLinks: wordList('van von bin ibn ben abu al-'),
  organisationHeads: wordList(`
    university organization organisation council union commission association federation league agence court bank church bishop archbishop diocese college institute museum hospital bureau department ministry club radio fc ac afc real sporting inter daily
  `),
  containers: wordList('in'),
  conjunctions: wordList('and or'),
  neverNames: wordList(`
    ${DAYS}
    the a an in on at of to by for and or but if so as is are was were be he she it we they you i me my his her our your their its this that these those there here who what when where why how which not no yes
    one two three four five six seven eight nine ten most many some all any other such very just then than also more less new old now
    taliban hamas hezbollah hizbullah houthi houthis fatah isis isil daesh qaeda
  `),
  commonWords: englishCommonWords,
  speechVerbs: wordList('said says told announced confirmed reported warned denied accused urged'),
  articles: wordList('the'),
  foreignArticles: wordList('al el ad adh an ar as ash at az ed er es esh et ez'),
  commaContains: true,
  kindPlurals: new Map([
    ['counties', 'county'],
    ['parishes', 'parish'],
    ['provinces', 'province'],
    ['districts', 'district'],
    ['rivers', 'river'],
    ['islands', 'island'],
  ]),
  shortForms,
  containerForms,
  spellings: new Map([
    ['st', 'saint'],
    ['saint', 'st'],
    ['ste', 'sainte'],
    ['mt', 'mount'],
    ['mount', 'mt'],
    ['ft', 'fort'],
    ['fort', 'ft'],
    ['pt', 'point'],
  ]),
  casing: {
    functionWords: FUNCTION_WORDS,
    neutral: wordList(`
      ${DAYS} prime foreign defense defence interior finance health deputy acting interim former late democratic republican gop reuters ap afp wikinews cnn bbc state federal army navy
      catholic christian muslim islamic jewish orthodox protestant
    `),
    organisationTails: wordList(`
      university college school academy institute hospital clinic center centre museum library church cathedral mosque temple synagogue police department dept ministry bureau agency authority commission committee council court courthouse
      office board association federation league union party group company corporation corp inc ltd llc co bank airlines airways air railway railways railroad rail transit post times tribune herald journal gazette chronicle observer
      star sun globe news press daily weekly review magazine standard independent telegraph guardian mail register sentinel dispatch examiner bee courier reporter radio television tv broadcasting network
      fc united rovers wanderers athletic hotspur club stadium arena park field theatre theater orchestra symphony opera ballet festival marathon open cup bowl championship championships games olympics
      foundation fund trust society services service hotel inn resort mall plaza building tower bridge street avenue road boulevard drive lane square highway expressway freeway turnpike station terminal airport farm farms laboratory laboratories labs
      conference summit treaty accord accords agreement protocol convention declaration act bill law code constitution resolution
      army navy guard force forces corps brigade regiment command patrol coalition alliance front movement brigades liberation republican democrats republicans
      rangers cowboys lakers celtics yankees mets dodgers giants eagles bears lions tigers panthers bulldogs hawks jets patriots steelers ravens falcons saints raiders chargers broncos chiefs packers vikings cubs cardinals reds
      braves astros royals twins indians athletics mariners angels padres rockies diamondbacks nationals phillies pirates marlins rays knicks nets bulls pistons pacers cavaliers bucks heat magic wizards hornets spurs rockets mavericks
      suns kings warriors clippers jazz nuggets blazers thunder timberwolves pelicans grizzlies longhorns aggies gators seminoles hurricanes buckeyes wolverines spartans badgers hoosiers wildcats huskies ducks beavers trojans bruins
      flu fever virus syndrome disease strain variant effect zoo aquarium garden gardens cemetery prison jail dam mine mill refinery plant reactor observatory tech polytechnic seminary
      yard cathedral abbey castle palace hall house lodge ranch estate estates apartments towers
    `),
    compounds: wordList(
      'virus viruses flu fever disease hemorrhagic haemorrhagic pig pigs fowl hen wine cheese terrier syndrome',
    ),
    placeGivenNames,
    personVerbs: wordList(
      'stated said says told added noted explained believes thinks wrote asked argued recalled insisted died joined graduated married plays played scored testified pleaded who whose whom was were has had himself herself',
    ),
  },
};
