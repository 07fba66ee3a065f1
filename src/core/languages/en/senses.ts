import type { SenseCue, SenseRules } from '../sense-rules.ts';
import { wordList, wordTable } from '../word-list.ts';

/* Source: own reading of English-language news, by the annotation rules of tests/gold/README.md. */

const OFFICES = `government governments authorities authority officials official president presidency premier minister ministers ministry parliament congress lawmakers legislature senate army military forces troops soldiers police ambassador embassy
  consul consulate envoy representative representatives delegation delegate leader leaders ruler king queen prince governor mayor council regime people residents citizens nationals population public media press economy constitution sovereignty independence integrity security policy
  politics currency flag team side squad coach striker player captain champion parliamentarian mp mps politician politicians spokesman spokeswoman chancellor secretary general commander navy airforce intelligence diplomats diplomat company companies firm firms bank banks
  interests history culture law laws court courts judge prosecutor prosecutors health hospital hospitals university school schools students workers families voters farmers scientists researchers refugees migrants immigrants prisoners opposition rebels fighters party`;

const cues = wordTable<SenseCue>(`
  in: in inside within near at across throughout around outside north south east west northern southern eastern western central northeast northwest southeast southwest beyond along through via into off over under toward towards downtown
  in: outskirts suburb suburbs city town village region province district county island river border borders coast territory part parts areas area capital streets shores airspace soil corner rest most much
  to: to
  from: from
  on: on upon
  with: with
  between: between among
  for: for by
  of: of
  against: against versus vs
  about: about regarding concerning
  voice: behalf
  attribute: ${OFFICES.replace(/\s+/g, ' ')}
  organisation: bank university church college institute museum hospital bureau agency organization organisation council commission association federation league union court embassy radio
  title: -
  act: support decision offensive aggression response statement withdrawal rejection recognition threat threats demand demands plan plans claim claims role efforts pressure policy actions invasion intervention war
  done-to: attack attacks attacked attacking shell bomb invasion occupation annexation liberation division siege blockade fall collapse breakup dissolution founding establishment visit visited visiting leave left leaving leaves enter entered entering reached reach invaded invade occupied occupy
  done-to: bombed bombing shelled shelling struck hit seized captured besieged surrounded toured tour arrived rebuild rebuilding reconstruction
  verb: urge encourage encourages encouraged tell accuse warn condemn blame call ask press help remind reminds pressed persuade pressure
  verb: told urged accused accuses accuse urges tells asked asks warned warns blamed blames condemned condemns criticized criticised supports support supported backed backs helped pressed calls called forced said says say helping
  move: return returned returning flight fled flee fleeing travel travelled traveled travelling traveling trip went go going moved move moving came come coming arrived arrive deported deportation expelled evacuated evacuation withdraw withdrawal withdrew imported import imports
  move: exported export exports sent flown flew fly transferred transfer extradited extradition migrating migration road route spread back home down up
  agent: backed supported sponsored led brokered mediated pressure recognition statement support help assistance guarantees response condemnation
  address: sent gave handed supplied sold message letter talks negotiations agreement treaty deal peace war conflict dispute relations ties cooperation tension tensions confrontation alliance partnership dialogue reconciliation pressure sanctions aid loan weapons arms
  address: call called rely relies relied relying depend depends clear alliance
  address: meeting summit ceasefire truce warning appeal demand calls accord fighting fight clashes trade
  limit: border borders line road route distance miles kilometers kilometres km boundary frontier highway corridor link flights flight
  belonging: president minister minister ambassador representative king queen prince governor mayor capital parliament government people prosecutor secretary envoy head leader citizens bishop archbishop duke republic
  capital: capital
`);

const cuesAfter = wordTable<SenseCue>(`
  attribute: ${OFFICES.replace(/\s+/g, ' ')}
  act: invasion attack attacks offensive decision support withdrawal response rejection recognition refusal demand demands claim claims attempt attempts efforts role plan plans aggression statement announcement threat threats allegations intervention push bid
  verb: said says say announced announces confirmed confirms denied denies accused accuses urged urges warned warns rejected rejects agreed agrees refused refuses called calls condemned condemns insisted insists claimed claims demanded demands launched launches
  verb: began signed signs voted decided decides wants want hopes hope fears plans imposed imposes sent sends supports supported backs backed helped mediated welcomed welcomes expressed pledged pledges promised vowed vows responded declared declares recognized recognised
  verb: took takes gained gains is was are were supports encourages encourage urge urges stresses believes sees faces plays remains became become promised needs plans controls lost won fought began started recognises retook seized sent condemned welcomed criticised criticized expects pointed attributed
  verb: recognizes recognises invaded attacked accepted maintains continues deployed withdrew withdraw deploy has have had will would must should could may might
  in: north south east west border borders coast capital city airport port region province county countryside interior northern southern eastern western central
`);

export const englishSenses: SenseRules = {
  cues,
  cuesAfter,
  adverbs: wordList('also again now still later then often never already soon once thus ever even just both all each'),
  looksLikeVerb: (folded) => folded.length > 4 && /(?:[^e]ed|[^su]s)$/.test(folded),
  organisationTails: wordList(''),
};
