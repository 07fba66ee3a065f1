import { wordList } from '../word-list.ts';

/**
 * Ordinary words of English, titles and given names that are also spelt like some town of the world: a place is
 * understood only with evidence. Source: the words of the gazetteer that the open word list SCOWL (levels 10 to 35)
 * holds in small letters, less the names of well-known places; given names and titles from own reading.
 */
export const englishCommonWords = wordList(`
  abbey abridge abu acre adam adobes advance afar after again al albino ales alga ali all alliance along alpha
  also altar alter alto altos am amble ampere an anchovy and anew anger angered angers angle angles annual
  antelope anthem antlers any ape apex apple apples april apt arcade arch archer arches arching archway are arena
  arenas ares aria arias armour army aroma aromas arsenal as asbestos ascension ash ask aspen assumption at august
  aura auras autumn awe bacon bade badger bag bail baker bale balk ball ballast ballots balm bamboo band bangs
  bani banjo banks banning bar barber barbing bard bare barge bark barking barn basin basing bath battle
  battlefield baud bay be beach beacon bear beaver bee beers before begun bell bells ben bend bender berry best
  bias big biking bile bill bin bingo bishop bison blacksmiths blades bland blast bled blossom bluff bob bode bone
  bony boo boom boos boot bore born borne botany bountiful bourbon bow box bra brains brake bran branch brand bras
  brat bravo bray bride bridge bright brilliant broach brooks browning brush brusque bug bugle bullion bulls bully
  bungalow burns bury bush busing but butler butte buy by cabaret cacao cache cactus cad cafe calcium callow
  callus can canals cane canning canon canyon captain car cardigan carefree caribou carnation cars cascade cash
  cashmere casino casinos cast cat cavalier cave cedar celebration centennial central century chair chamber
  champagne champs change charge charles chars chase chen chequers chilly chin chop chore christmas church circa
  circle citrus city claret clay clemency clever clones clover coaling coats cobra cocoa cognac coin college
  collie colonel comas combine combs come comfort commerce commonwealth communal conception concession condom cone
  confederacy confines congress consolation continental convent converse conversion convoy cook cool cooling
  cooper cordon cornea cornier corning corpus corral cot cottage cottonwood couches council countryside court cove
  cox coyote crane crater crescent crest cricket crook crooks crystal cube cults cumming curry cut cypress da dame
  damp dan dandy date david de deal december defiance del deli delta democrat dent deposit diamond die dig dike
  dire do dole dollar dome don doom dooms dosing dour dr drain drama drew driver dross drug dry during each eagle
  early earth east easter ebbs echo eclectic economy eden edward effort egg el elk emerald eminence empire
  emporium energy enigma enterprise era eras erode eureka evergreen every experiment eye facebook falcon fang fare
  farmland fate february federal felines fell felling ferns fiche finale fines fiscal fisher fleet flora floss
  flushing for force ford fords fores forest forks forth fossil foster fountain fowling freedom freer freshwater
  friday friend friendly friendship from front fry fully furore fussy gal gala gaming gamut gang gap garland
  garnet garrison gateway gay general gentry george gill give glad gland glide globe god goes going golden google
  gore gorges goring governor grabs graces grain gram grand grandson granite grant grants grapevine grass grave
  grays great green greenback grenade grill grimes grin grins grottoes grove groves grub guise gulf ha hackney
  hail hale halfway hall halls ham hamlet harbor hard hare harem harrow hart harvest hassan haste hat hatch
  hatting haven hay hays hazard he headland headlands healing heath heel helper hem hemlock henry her herald here
  heron hickory hideaway highland highlands hill hillside hinges his hit ho hobo hocking holder holiday holler
  holly home homeland homestead hone honey hook hooks hope horn hospital hot hove how hue humble hunt hunter
  hurricane hurt if ifs imperial in independence industry ins intercourse iota is isle it its jackpot jam james
  january jay jelling jesus jim jingling job joe john judge july junction june juntas justice keystone kill kiln
  kilo kim kinder king kingfisher kissing la labour laces lack lady lakes lame lampoon lancing lander landing
  landmark lapel larva las lash laurel law lawn lazy le lead least lee leek leer leers lend lens lent less lessen
  li liberal liberty lice lick licking lids lima limbo limestone limit line linen lint lion list lit little lively
  llama loan locking locust log lone long loon lop lord los loving lower loyal luck lucky lupin lure luring ma
  mace mad made magenta magnolia maiden main maize major make makes male mama mammoth man manage mane mange manger
  mango manly manning manor mantel many marathon march mare mares maria marina marines market marks mars marshal
  mart martin marts mary mascara mascot mason massing matador max may mayor maze me meadows media medias meeker
  melon men mentor mercury mere meres meridian meshed metes metro metropolis microsoft midstream midway mile miles
  miller mills mine minister minor mire mission mobile monday monster monument moody moon moos more moron mosquito
  moss most moth motley moult mound mounds mountain mr mrs ms mt much muff muse mustang muting mutters my mystic
  narrows naval navy nay needles never new news newton nice nil no noah noble noisy non none nor normal north not
  nova november oar oasis oblong october odder ode of officer ogre old omar omega on one onset opera opportunity
  or oracle oral orange orchards ore ores oriental otter our outer outlook over overland pace pack page pale
  palling pals panda pang panhandle panorama pant papa papaya paper par parachute paradise paramount parchment
  pare park parks parkway parliament parole parsons party pasta paste paul pawing pearl peculiar peel peer pen
  penal penguin per perches pert petal peter petting piano pierce pigeon piles pill pinch pine pines pining pink
  pioneer piranhas pirate plains plan planes plantation plate plaza plenty plum plunge plunges pm police poll
  polling polo ponder pool pop pope poplar porches porcupine pore port porter poses possession post postal potting
  pouch pout pram pray president press price prince proclamation progress prospect prosper prosperity prosperous
  puck pueblo puke puma purchase quart queen queens race rage raiding rain rainbow rainier ramadan ranger rapids
  ravels raven ray rayon razes re reading real rector redhead reek reform republic republican research reserve
  reservoir rest retreat reunion revel revere rice riddle ridge riding rifle ripe rivers robe robert robins rock
  rode rodeo roe root rose roses rot rots rotunda rouge rude rue rum ruse rust rye sabres safer sag saga sagas
  saint saints sake salamis sale salem sales salmon salon salt salve sam same san sand sandstone sandwich sandy
  sang santa sari saturday sauce saucier savage save say scenic school schooner scissors seaside sector sedan see
  seen sees sells senate send september settle severance shaft shamrock shape shaping share sharpness she shepherd
  shields shin shire shoals shore shortens sic side sigma silly silos silt simmering since sing sins sir siren
  sisters ski skit smith snow snowflake snug so soars sober soften sole solo some son song sort sours south spa
  sparks spas spay spire split spree spring springs spry spur st stagecoach stains stall stamps staples star
  sterling still stilling stock stoke stone store stow strawberry street strong strum success sulphur sultan
  summer summit sun sunday sundown sunflower sunning sunrise sunset sunshine superior supreme surprise sway swords
  tab tactic taker talent tales talisman talon tame tangent tangerine tango tank tanner tapes tapping tar tars
  tartar taut tea tell temperance temple termini terrace than that thatcher the their then there thermal they this
  thomas thorn thunderbolt thursday tiling tilt tim times ting tire tires tiring to toast toga tom tomahawk
  tombstone tome tong tongue tool tore tornado torrent totes tower trail train trainer trap triangle trim trinity
  trip trooper tuba tubas tuesday tug tumble tunas tune tunes turn turner tussling tweed under union unity
  university upper uptown used usher valentine valley valor van vans vary venus verges verve veto vex vicar vice
  victor victoria villa villas vineyard vineyards viola violet vise vista volcano von wade walker wall walling
  walls walnut wang wanna ward warden warn warren warrior was washer waterways wave waver we weaver wedding
  wednesday weed weer wees welcome well welling wells west westerly wetter what wheeling when where which while
  who why wick wilder william willow willows wines wing wink winner winter winters wise with withers within
  without woodland woodlands wool worth wrens wright wrist wu yam yang you young your zest zone
`);
