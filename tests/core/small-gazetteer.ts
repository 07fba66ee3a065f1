import { compileGazetteer } from '../../src/core/gazetteer/compile.ts';
import { type Entry, NAME, type NameKey } from '../../src/core/gazetteer/entry.ts';
import { type Gazetteer, openGazetteer } from '../../src/core/gazetteer/gazetteer.ts';
import { geometryOf } from '../../src/core/gazetteer/geometry-of.ts';
import { parseTable, type TableName } from '../../src/core/gazetteer/parse-table.ts';

/**
 * A gazetteer small enough to be read at a glance, for tests of what the stages do with one. Coordinates are rounded.
 * Columns as in `geo/README.md`, separated by `;` here.
 */
const TABLE = `
# source: rounded from common knowledge
# licence: MIT
id;kind;lat;lon;rank;ar;en;demonym_ar;people_ar;period;parents
caucasus;region;42.3;44.5;6;القوقاز;Caucasus;قوقازي;;;
armenia;country;40.2;45;8;أرمينيا;Armenia;أرميني;;;caucasus
azerbaijan;country;40.3;47.7;8;أذربيجان;Azerbaijan;أذربيجاني | أذري;;;caucasus
nagorno-karabakh;region;39.85;46.75;6;ناغورنو كاراباخ | ناغورني قره باغ | كاراباخ | قره باغ;Nagorno-Karabakh | Karabakh;كاراباخي;;;azerbaijan
artsakh-republic;polity-historical;39.85;46.75;5;جمهورية مرتفعات قره باغ | جمهورية آرتساخ;Republic of Artsakh;;;1991/2023;nagorno-karabakh
armenians;other;;;5;;Armenians;أرمني;أرمن;;
soviet-union;polity-historical;60;95;8;الاتحاد السوفيتي | الاتحاد السوفييتي;Soviet Union;سوفيتي | سوفييتي;;1922/1991;
baku;city;40.4093;49.8671;7;باكو;Baku;;;;azerbaijan
stepanakert;city;39.8153;46.7519;5;ستيباناكيرت | خانكندي;Stepanakert | Khankendi;;;;nagorno-karabakh azerbaijan
shusha;city;39.76;46.75;4;شوشا | شوشي;Shusha;;;;nagorno-karabakh
yevlakh;city;40.617;47.15;4;يفلاخ;Yevlakh;;;;azerbaijan
lachin-corridor;corridor;39.64;46.55;5;ممر لاتشين;Lachin corridor;;;;azerbaijan
lachin;city;39.64;46.55;4;لاتشين;Lachin;;;;azerbaijan
united-states;country;39.8;-98.6;9;الولايات المتحدة | الولايات المتحدة الأمريكية | أمريكا;United States;أمريكي;;;
washington;city;38.9;-77.04;8;واشنطن;Washington;;;;united-states
eu;organisation-area;49.8;9.9;8;الاتحاد الأوروبي;European Union;;;;
europe;region;54.5;15.3;8;أوروبا;Europe;أوروبي;;;
brussels;city;50.8467;4.3525;7;بروكسل;Brussels;;;;europe
france;country;46.6;2.5;9;فرنسا | فرانس;France;فرنسي;;;europe
russia;country;61.5;105.3;9;روسيا;Russia;روسي;روس;;europe
moscow;city;55.7558;37.6173;8;موسكو;Moscow;;;;russia
syria;country;35;38;8;سوريا | سورية;Syria;سوري;;;
aleppo;city;36.2;37.16;6;حلب;Aleppo;حلبي;;;syria
lebanon;country;33.9;35.9;8;لبنان;Lebanon;لبناني;;;
tripoli-lebanon;city;34.43;35.84;5;طرابلس;Tripoli;طرابلسي;;;lebanon
libya;country;27;17;8;ليبيا;Libya;ليبي;;;
tripoli-libya;city;32.89;13.19;7;طرابلس;Tripoli;طرابلسي;;;libya
jordan;country;31.2;36.5;8;الأردن;Jordan;أردني;;;
jordan-river;river;32;35.55;5;نهر الأردن;Jordan River;;;;
sana;city;15.35;44.2;7;صنعاء;Sanaa;;;;
babil;state;32.5;44.5;5;?بابل;Babil;;;;
iraq;country;33;44;8;العراق;Iraq;عراقي;;;
algeria;country;28;3;8;الجزائر;Algeria;جزائري;;;
algiers;city;36.75;3.06;7;الجزائر;Algiers;;;;algeria
oman;country;21;57;8;سلطنة عمان | عمان | عُمَان;Oman;عماني;;;
amman;city;31.95;35.93;7;عمان | عَمَّان;Amman;;;;jordan
orontes;river;35;36.5;6;نهر العاصي | العاصي;Orontes;;;;syria
seym-river;river;51.4;34.6;3;نهر سيم;Seym River;;;;russia
kassala-state;state;16;36;4;كسلا;Kassala State;;;;
kassala;city;15.45;36.4;5;كسلا;Kassala;;;;kassala-state
nubl;city;36.37;37;4;?نبل;Nubl;;;;syria
sudan;country;15;30;8;السودان;Sudan;;;;
arab-world;region;25;30;7;العالم العربي;Arab world;عربي;;;
ittihadiya;facility;30.09;31.33;5;?الاتحادية;Ittihadiya;;;;
zar;village;40;46;3;?زار;Zar;;;;
ouadane;city;20.9;-11.6;4;ودان | وأدان;Ouadane;;;;
morocco;country;32;-6;8;المغرب;Morocco;مغربي;;;
rabat;city;34.02;-6.84;7;الرباط;Rabat;;;;morocco
gaza-city;city;31.5;34.47;7;غزة;Gaza;;;;gaza-strip
gaza-strip;region;31.42;34.36;7;قطاع غزة | غزة;Gaza Strip;;;;
atar;city;20.52;-13.05;4;?أطار;Atar;;;;
berkane;city;34.9;-2.3;4;?بركان;Berkane;;;;
seoul;city;37.57;126.98;7;?سيول;Seoul;;;;
nuuk;city;64.18;-51.72;6;نوك;Nuuk;;;;
anatolia;region;39;33;6;الأناضول;Anatolia;;;;
mayo;neighbourhood;15.5;32.5;3;?مايو;Mayo;;;;
al-aqsa;facility;31.78;35.24;6;المسجد الأقصى | ?الأقصى;Al-Aqsa;;;;
aleppo-camp;camp;36.19;37.2;4;مخيم حلب;Aleppo Camp;;;;syria
the-west;other;;;5;الغرب;the West;غربي;;;
`;

const CAPITALS = new Set(['baku', 'moscow', 'washington', 'brussels', 'sana', 'tripoli-libya']);

/** Entries of a table in the form above. Throws on a fault: a test's table has none. */
export function entriesOf(table: string): Entry[] {
  const { rows, faults } = parseTable('small-gazetteer', table.trim().replaceAll(';', '\t'));
  const [fault] = faults;
  if (fault) throw new Error(`${fault.file}:${fault.line}: ${fault.message}`);
  const keys = (names: readonly TableName[], extra = 0): NameKey[] =>
    names.map(({ text, ambiguous }, index) => ({
      text,
      flags: extra | (index === 0 && extra === 0 ? NAME.preferred : 0) | (ambiguous ? NAME.ambiguous : 0),
    }));
  return rows.map((row): Entry => {
    const kind = row.kind ?? 'other';
    return {
      id: row.id,
      aliases: row.gn ? [`gn${row.gn}`] : [],
      kind,
      geometry: geometryOf(kind, row.lat !== null),
      lat: row.lat,
      lon: row.lon,
      rank: row.rank || 3,
      population: 0,
      seat: CAPITALS.has(row.id),
      names: Object.fromEntries(
        Object.entries(row.names).map(([language, names]) => [language, names.map(({ text }) => text)]),
      ),
      parents: row.parents,
      country: '',
      period: row.period,
      source: row.source,
      note: row.note,
      usage: row.usage,
      keys: [
        ...Object.values(row.names).flatMap((names) => keys(names)),
        ...keys(row.demonyms, NAME.demonym),
        ...keys(row.peoples, NAME.people),
      ],
    };
  });
}

export const SMALL_ENTRIES: readonly Entry[] = entriesOf(TABLE);

export const smallGazetteer: Gazetteer = openGazetteer(compileGazetteer(SMALL_ENTRIES));
