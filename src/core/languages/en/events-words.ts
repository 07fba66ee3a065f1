/*
 * Words that report events in English news, and the words around them. Own reading.
 * `kind[/weight]: word …`; a verb is `base/past`, `+a|b`: one of these words must stand near; `>a|b`: must follow.
 * `_` joins the words of one entry: the first is looked up, the rest must follow.
 */

export const VERB_TRIGGERS = `
offensive: launch+attack|attacks|offensive|operation|operations|assault|invasion|war|campaign|incursion|counteroffensive invade storm overrun/overran advance>on|towards|toward|into clash fight/fought+forces|troops|war|battle|army|rebels|fighters|militants erupt+fighting|war|clashes|violence|conflict deploy+troops|forces|soldiers|tanks
shelling: shell bomb bombard fire+rockets|missiles|rocket|missile|shells|mortars|artillery|drones strike/struck+missile|missiles|airstrike|drone|shell|rocket|warplanes pound+artillery|forces|jets
attack: attack ambush assassinate behead execute kidnap abduct stab raid torch blow/blew+up detonate explode gun+down open/opened+fire shoot/shot hijack massacre ransack vandalize bomb
casualties/toll: kill die/died wound injure slay/slew/slain perish maim
landmine: step/stepped+mine|landmine
ceasefire: halt+fighting|hostilities|fire agree+ceasefire|truce|cease-fire declare+ceasefire|truce cease+fire|hostilities extend+truce|ceasefire
ceasefire-violation: violate+ceasefire|truce|cease-fire|agreement break/broke+ceasefire|truce breach+ceasefire|truce|agreement
negotiation: meet/met>with|in|at|on|to|and negotiate mediate resume+talks|negotiations hold/held+talks|meeting|negotiations|summit|consultations host+talks|summit|negotiations discuss
agreement: sign+agreement|deal|treaty|accord|memorandum|pact|contract|peace reach+agreement|deal|accord|settlement ratify agree>on|to
blockade: blockade besiege block+road|corridor|border|route|access|highway|supplies|aid|convoy close+border|road|crossing|corridor|airspace seal+border
displacement: flee/fled displace evacuate deport expel/expelled uproot
prisoners: release+prisoners|hostages|prisoner|hostage|detainees|captives free+hostages|prisoners|hostage|captives|prisoner exchange+prisoners|captives swap/swapped+prisoners return+prisoners|captives|bodies|remains
detention: arrest detain jail imprison capture+suspect|suspects|soldiers|fighters|militants apprehend
protest: protest demonstrate march+protesters|demonstrators|streets|thousands|supporters|against rally+protesters|supporters|thousands|against riot picket chant
visit: visit arrive+visit|president|minister|secretary|delegation|envoy tour+region|site|area|country
aid: donate deliver+aid|supplies|food|assistance send/sent+aid|supplies|assistance|relief|convoy provide+aid|relief|assistance distribute+aid|food|supplies
sanction: sanction impose+sanctions|embargo|tariffs|restrictions|curbs freeze/froze+assets|accounts ban/banned+imports|exports|travel
accountability: indict convict sentence prosecute acquit charge+murder|court|prosecutors|police|counts|terrorism|fraud|manslaughter sue try/tried+court|tribunal
political-status: secede annex resign depose oust dissolve+parliament|government|republic|itself declare+independence|emergency|republic|war recognize+independence|state|republic|sovereignty recognise+independence|state|republic|sovereignty overthrow/overthrew/overthrown impeach
territorial-change: capture+town|city|village|villages|territory|area|district|positions|towns seize+town|city|village|control|territory|power|positions occupy retake/retook/retaken liberate cede withdraw/withdrew/withdrawn+troops|forces|from recapture
election: elect vote+election|candidate|voters|referendum|president|ballots win/won+election|vote|presidency|seats|runoff|referendum
disaster: flood erupt+volcano|fire|wildfire quake strike/struck+earthquake|quake|hurricane|cyclone|storm|typhoon|tornado|tsunami hit/hit+earthquake|quake|hurricane|cyclone|storm|typhoon|tornado|tsunami|drought|flood|floods infect sicken burn+acres|homes|hectares|forest quarantine
accident: crash collide derail!bid|bids|talks|deal|deals|effort|efforts|process|peace|plan|plans|hopes|negotiations|truce|ceasefire|agreement|campaign|economy capsize sink/sank+ship|boat|ferry|vessel collapse+building|bridge|mine|roof|tower
`;

export const NOUN_TRIGGERS = `
offensive: offensive invasion incursion military_operation military_operations ground_operation special_operation assault counteroffensive clash battle fighting hostilities|hostilities
offensive/background: war conflict
shelling: shelling bombardment airstrike air_strike air_strikes air_raid air_raids missile_strike missile_strikes drone_strike drone_strikes rocket_attack rocket_attacks missile_attack missile_attacks
attack: attack bombing explosion blast assassination kidnapping abduction massacre ambush raid shooting stabbing execution ethnic_cleansing genocide suicide_bombing car_bomb gunfire|gunfire beheading torture|torture
casualties/toll: death killing casualty fatality injury
landmine/background: landmine land_mine land_mines
ceasefire: ceasefire truce armistice cease-fire cessation_of_hostilities
ceasefire-violation: ceasefire_violation ceasefire_violations violation_of_the_ceasefire violations_of_the_ceasefire breach_of_the_ceasefire
negotiation: talks|talks negotiation summit meeting consultation phone_call telephone_call
agreement: peace_agreement peace_deal peace_treaty treaty accord agreement deal memorandum_of_understanding
blockade: blockade siege closure_of_the_road
displacement: displacement exodus evacuation deportation expulsion
prisoners: prisoner_exchange prisoner_swap release_of_prisoners release_of_hostages
detention: arrest detention
protest: protest demonstration rally riot strike+workers|union|unions|nurses|teachers|drivers|walkout march+protesters|demonstrators sit-in unrest|unrest
visit: visit
aid: humanitarian_aid humanitarian_assistance relief_supplies
sanction: sanctions|sanctions embargo
accountability: trial indictment conviction investigation lawsuit inquiry
political-status: independence|independence coup secession annexation referendum resignation
territorial-change: withdrawal occupation capture
election: election vote ballot runoff
disaster: earthquake flood hurricane cyclone typhoon tornado tsunami wildfire drought famine epidemic pandemic outbreak landslide eruption quake storm blizzard avalanche
accident: crash collision derailment shipwreck
demand/speech: demand appeal call+for|to|on
accusation/speech: accusation allegation condemnation
other: troop_buildup military_exercise military_exercises drills|drills
`;

export const HAPPENING_VERBS =
  'happen occur erupt begin/began/begun start take/took/taken launch carry/carried conduct stage commit trigger spark follow hit strike/struck continue resume end suffer experience see/saw/seen witness report confirm announce leave/left cause result kill wound break/broke/broken hold/held rock sweep/swept';
export const CAUSE_VERBS = 'kill leave/left cause claim result lead/led wound injure destroy displace';
export const OPERATORS = {
  negated: { verbs: 'deny avoid prevent avert foil thwart reject fail refuse', nouns: 'denial absence lack' },
  possible: {
    verbs: 'fear plan threaten intend prepare expect consider seek/sought hope want risk try/tried attempt aim',
    nouns: 'threat possibility risk fear plan prospect danger likelihood attempt chance',
  },
  demanded: { verbs: 'urge demand call require insist request', nouns: 'need necessity demand call appeal request' },
  mentioned: { verbs: '', nouns: 'charge suspicion allegation case anniversary fear victim series' },
} as const;
export const PARTICLES = {
  negated: 'not no never without didnt doesnt dont wasnt werent hasnt havent hadnt neither nor cannot cant',
  possible:
    'if may might could would will should unless whether shall perhaps possibly potentially likely possible potential planned proposed alleged',
  demanded: 'must',
  question: '',
} as const;
export const CLAUSE_OPENERS =
  'while when where which who that but because although though as after before since whereas until then however';
export const BACKGROUNDS = 'since after before following during despite because about over against amid';
export const INSTRUMENTS = 'in by during after from when';
export const PLACE_PREPOSITIONS =
  'in at near inside outside across around on from into to toward towards over through throughout between against of north south east west';
export const PLACE_ANAPHORS = `
city: city town village capital
village: town village
region: region enclave territory
state: region province state
district: region county district
island: island
country: country
corridor: corridor
airport: airport
camp: camp
`;
export const COUNTED = `
killed: dead|dead death body|bodies fatality
wounded: wounded|wounded injured|injured
missing: missing|missing
displaced: refugee displaced|displaced
prisoners: prisoner hostage captive
detained: detainee suspect
villages: village town settlement
positions: position target post
vehicles: vehicle tank truck car
districts: district region province county
buildings: home house building school
protesters: protester demonstrator
`;
export const PERSONS =
  'person|people man|men woman|women child|children boy girl resident worker student passenger patient others|others journalist fighter militant rebel migrant victim case Armenian Palestinian Israeli Syrian Iraqi Afghan Ukrainian Russian American';
export const CIVILIANS = 'civilian';
export const SOLDIERS = 'soldier troop policeman|policemen officer serviceman|servicemen trooper peacekeeper';
export const APPROX = 'about around some nearly almost approximately roughly an_estimated';
export const AT_LEAST = 'at_least more_than over no_fewer_than no_less_than upwards_of';
export const AT_MOST = 'up_to fewer_than less_than as_many_as at_most';
export const NOT_COUNTS =
  'year years day days hour hours month months week weeks percent resolution number channel article aged';
export const FRAMINGS = `
ethnic_cleansing
genocide
anti-terrorist anti_terrorist counter-terrorism counter_terrorism antiterrorist
crime_against_humanity crimes_against_humanity
war_crime war_crimes
constitutional_order
special_military_operation special_operation
self-defence self_defence self_defense
aggression
invasion
occupation
liberation
massacre
coup
revolution
riot riots
resistance
`;
export const TOLLS = `
killed: kill die death killing slay perish dead fatality
wounded: wound injure injury
displaced: flee displace displacement exodus deport expel deportation expulsion uproot
evacuated: evacuate evacuation
prisoners: release free kidnap abduct exchange swap return kidnapping abduction
detained: arrest detain jail detention imprison apprehend
`;
