/**
 * Makes a small corpus in the form that `mawdi build` writes, from the settled reading of the sample (`tests/gold`), so that the explorer
 * can be worked on by itself: `npx tsx tests/app/fixture.ts` writes `public/data`. Not a stand-in for the pipeline: the
 * mentions, dates and events are those of the reading, the names a short list of its own.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Analysis } from '../../src/core/model/analysis.ts';
import {
  type Atlas,
  type AtlasDocument,
  type AtlasEvent,
  type AtlasPlace,
  NO_DAY,
} from '../../src/core/model/atlas.ts';
import type { Claim } from '../../src/core/model/claim.ts';
import type { DateExpression } from '../../src/core/model/date-expression.ts';
import type { Event, EventKind, Factuality, Figure, JoinedEvent } from '../../src/core/model/event.ts';
import { SENSES, type Sense } from '../../src/core/model/mention.ts';
import type { PlaceGeometry, PlaceKind } from '../../src/core/model/place.ts';
import { split } from '../../src/core/text/split.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Reading {
  id: string;
  lang: string;
  date: string;
  dateBasis: 'inferred' | 'stated';
  mentions: { start: number; end: number; surface: string; sense: Sense; placeId: string | null }[];
  dates: { start: number; end: number; surface: string; edtf: string | null; type: DateExpression['type'] }[];
  events: {
    id: string;
    start: number;
    end: number;
    kind: EventKind;
    plover: string | null;
    placeId: string | null;
    placeRole: Event['placeRole'];
    date: string | null;
    actors: string[];
    attributedTo: string | null;
    speakerId: string | null;
    figures: {
      what: Figure['what'];
      value: number;
      start?: number;
      end?: number;
      approx?: boolean;
      atLeast?: boolean;
      atMost?: boolean;
    }[];
    factuality: Factuality;
    framing?: string[];
    join: string | null;
  }[];
}

// id | kind | geometry | lat | lon | ancestors, nearest first | ar | en | hy | az | ru
const PLACES = `
caucasus|region|area|42.3|44.5||القوقاز|Caucasus|Կովկաս|Qafqaz|Кавказ
south-caucasus|region|area|41|45.5|caucasus|جنوب القوقاز|South Caucasus|Հարավային Կովկաս|Cənubi Qafqaz|Южный Кавказ
azerbaijan|country|area|40.3|47.7|south-caucasus caucasus|أذربيجان|Azerbaijan|Ադրբեջան|Azərbaycan|Азербайджан
armenia|country|area|40.2|45|south-caucasus caucasus|أرمينيا|Armenia|Հայաստան|Ermənistan|Армения
nagorno-karabakh|region|area|39.85|46.75|azerbaijan south-caucasus caucasus|ناغورنو كاراباخ;كاراباخ;قره باغ|Nagorno-Karabakh;Karabakh|Լեռնային Ղարաբաղ;Արցախ|Dağlıq Qarabağ;Qarabağ|Нагорный Карабах
stepanakert|city|point|39.8153|46.7519|nagorno-karabakh azerbaijan south-caucasus caucasus|ستيباناكيرت;خانكندي|Stepanakert;Khankendi|Ստեփանակերտ|Xankəndi|Степанакерт;Ханкенди
baku|city|point|40.4093|49.8671|azerbaijan south-caucasus caucasus|باكو|Baku|Բաքու|Bakı|Баку
yevlakh|city|point|40.617|47.15|azerbaijan south-caucasus caucasus|يفلاخ;يفلاكس|Yevlakh|Եվլախ|Yevlax|Евлах
lachin-corridor|corridor|line|39.64|46.55|azerbaijan south-caucasus caucasus|ممر لاتشين|Lachin corridor|Լաչինի միջանցք|Laçın dəhlizi|Лачинский коридор
zangezur-corridor|corridor|line|38.9|46.25|armenia south-caucasus caucasus|ممر زانجيزور|Zangezur corridor|Զանգեզուրի միջանցք|Zəngəzur dəhlizi|Зангезурский коридор
artsakh-republic|polity-historical|area|39.85|46.75|azerbaijan south-caucasus caucasus|جمهورية آرتساخ|Republic of Artsakh;Nagorno-Karabakh Republic|Արցախի Հանրապետություն|Artsax Respublikası|Республика Арцах
azerbaijan-ssr|polity-historical|area|40.3|47.7|soviet-union south-caucasus caucasus|جمهورية أذربيجان السوفييتية|Azerbaijan SSR|Ադրբեջանական ԽՍՀ|Azərbaycan SSR|Азербайджанская ССР
soviet-union|polity-historical|area|60|95||الاتحاد السوفييتي|Soviet Union|Խորհրդային Միություն|SSRİ|Советский Союз
europe|region|area|54.5|15.3||أوروبا|Europe|Եվրոպա|Avropa|Европа
eu|organisation-area|area|49.84|9.9|europe|الاتحاد الأوروبي|European Union|Եվրոպական միություն|Avropa İttifaqı|Европейский союз
brussels|city|point|50.8467|4.3525|europe|بروكسل|Brussels|Բրյուսել|Brüssel|Брюссель
geneva|city|point|46.2044|6.1432|europe|جنيف|Geneva|Ժնև|Cenevrə|Женева
france|country|area|46.6|2.5|europe|فرنسا|France|Ֆրանսիա|Fransa|Франция
germany|country|area|51.2|10.4|europe|ألمانيا|Germany|Գերմանիա|Almaniya|Германия
ukraine|country|area|49|31.4|europe|أوكرانيا|Ukraine|Ուկրաինա|Ukrayna|Украина
russia|country|area|61.5|105.3||روسيا|Russia|Ռուսաստան|Rusiya|Россия
moscow|city|point|55.7558|37.6173|russia|موسكو|Moscow|Մոսկվա|Moskva|Москва
kremlin|facility|point|55.752|37.6175|moscow russia|الكرملين|Kremlin|Կրեմլ|Kreml|Кремль
turkey|country|area|39|35.2||تركيا|Turkey|Թուրքիա|Türkiyə|Турция
united-states|country|area|39.8|-98.6||الولايات المتحدة|United States|Ամերիկայի Միացյալ Նահանգներ|ABŞ|США
maryland|state|area|39|-76.7|united-states|ماريلاند|Maryland|Մերիլենդ|Merilend|Мэриленд
white-house|facility|point|38.8977|-77.0365|united-states|البيت الأبيض|White House|Սպիտակ տուն|Ağ Ev|Белый дом
the-west|other|none||||الغرب|The West|Արևմուտք|Qərb|Запад
`;

const TITLES: Record<string, readonly [string, string]> = {
  '000_8c37d7192f3ad744': [
    'السيناتور الأمريكي بن كاردين يدعو إلى محاسبة نظام علييف',
    'US Senator Ben Cardin urges Blinken to hold the Aliyev regime accountable for ethnic cleansing in Nagorno-Karabakh',
  ],
  '001_b64012e43163fbfa': [
    'الولايات المتحدة تدعو أذربيجان مرة أخرى لسحب قواتها من أرمينيا',
    'The United States again urges Azerbaijan to withdraw its troops from Armenia',
  ],
  '002_bb4b77b62cfebfb5': [
    'أذربيجان تشن هجوماً على ناغورنو كاراباخ وتعلن عن "إجلاء" السكان الأرمن',
    'Azerbaijan launches attack on Nagorno-Karabakh and announces “evacuation” of Armenian population',
  ],
  '003_4e5de5d13746fed4': [
    'أطراف النزاع في ناغورنو كاراباخ تجتمع لمحادثات السلام بعد وقف إطلاق النار',
    'Parties to the Nagorno-Karabakh conflict meet for peace talks after the ceasefire',
  ],
  '004_fa4c1d13aaf5ba4d': [
    'بلينكن يدعو إلى وقف العمليات العسكرية في قره باغ وأذربيجان تقول إنها مستمرة',
    'Blinken calls for a halt to military operations in Karabakh; Azerbaijan says they continue',
  ],
};

const day = (y: number, m: number, d: number) => Math.floor(Date.UTC(y, m - 1, d) / 86_400_000);

/** First and last day of the few forms of EDTF that the reading uses. */
function daysOf(edtf: string | null): [number, number] {
  if (!edtf) return [NO_DAY, NO_DAY];
  const text = edtf.replace(/[~?%{}[\]]/g, '').replace(/\.\./g, ',');
  const parts = text.split(/[,/]/).filter(Boolean).map(single);
  if (parts.length === 0) return [NO_DAY, NO_DAY];
  return [Math.min(...parts.map(([from]) => from)), Math.max(...parts.map(([, to]) => to))];
}

function single(text: string): [number, number] {
  const [y = '', m, d] = text.split('-');
  if (y.includes('X')) return [day(Number(y.replace(/X/g, '0')), 1, 1), day(Number(y.replace(/X/g, '9')), 12, 31)];
  const year = Number(y);
  if (!m || Number(m) > 12) return [day(year, 1, 1), day(year, 12, 31)];
  if (!d) return [day(year, Number(m), 1), day(year, Number(m) + 1, 0)];
  return [day(year, Number(m), Number(d)), day(year, Number(m), Number(d))];
}

const noNote: Readonly<Record<string, string>> = {};

function places(): AtlasPlace[] {
  const rows = PLACES.trim()
    .split('\n')
    .map((line) => line.split('|'));
  const ids = rows.map((row) => row[0]);
  return rows.map(([id = '', kind, geometry, lat, lon, parents = '', ar = '', en = '', hy = '', az = '', ru = '']) => ({
    id,
    kind: kind as PlaceKind,
    geometry: geometry as PlaceGeometry,
    lat: lat ? Number(lat) : null,
    lon: lon ? Number(lon) : null,
    bbox: null,
    names: Object.fromEntries(Object.entries({ ar, en, hy, az, ru }).map(([code, names]) => [code, names.split(';')])),
    surfaces: [],
    ancestors: parents
      .split(' ')
      .filter(Boolean)
      .map((parent) => ids.indexOf(parent)),
    rank: 5,
    period:
      id === 'artsakh-republic'
        ? '1991/2023'
        : id === 'azerbaijan-ssr'
          ? '1920/1991'
          : id === 'soviet-union'
            ? '1922/1991'
            : '',
    note:
      id === 'stepanakert'
        ? {
            en: 'Two names in use: Khankendi is the official Azerbaijani name; Stepanakert is Armenian and Soviet use.',
            ar: 'للمدينة اسمان مستعملان: خانكندي هو الاسم الرسمي في أذربيجان، وستيباناكيرت هو الاستعمال الأرمني والسوفييتي.',
          }
        : noNote,
    usage: id === 'stepanakert' ? 'Xankəndi = official in Azerbaijan; Stepanakert = Armenian and Soviet use' : '',
    source: 'hand reading',
    country: '',
  }));
}

export function makeFixture(): { atlas: Atlas; files: Record<string, { text: string; analysis: Analysis }> } {
  const readings = readFileSync(`${root}tests/gold/sample.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Reading);
  const all = places();
  const indexOf = new Map(all.map((place, index) => [place.id, index]));
  const surfaces = all.map(() => new Map<string, number>());
  const speakers: { id: string; aliases: string[]; names: string[] }[] = [];
  const files: Record<string, { text: string; analysis: Analysis }> = {};
  const columns = {
    document: [] as number[],
    place: [] as number[],
    start: [] as number[],
    end: [] as number[],
    passage: [] as number[],
    sense: [] as number[],
    confidence: [] as number[],
    firstDay: [] as number[],
    lastDay: [] as number[],
    speaker: [] as number[],
    events: [] as number[][],
  };
  const events: AtlasEvent[] = [];
  const joined: {
    id: string;
    kind: EventKind;
    placeId: string | null;
    date: string | null;
    tellings: { documentId: string; eventId: string; sure: boolean }[];
    differences: JoinedEvent['differences'][number][];
  }[] = [];
  const documents = readings.map((reading, d): AtlasDocument => {
    const text = readFileSync(`${root}seeds/${reading.id}.txt`, 'utf8');
    const passages = split(text, {
      furniture: [/^\[ad_\d\]$/, /^Source link$/, /دقيقة قراءة$/],
      abbreviations: new Set(),
    });
    const passageAt = (at: number) =>
      Math.max(
        0,
        passages.findLastIndex((passage) => passage.start <= at),
      );
    const speakerOf = (id: string | null, name: string | null) => {
      if (!id || !name) return -1;
      let at = speakers.findIndex((speaker) => speaker.id === id);
      if (at < 0) at = speakers.push({ id, aliases: [], names: [] }) - 1;
      const known = speakers[at]!;
      if (!known.names.includes(name)) known.names.push(name);
      known.names.sort((a, b) => b.length - a.length);
      return at;
    };
    const firstEvent = events.length;
    for (const event of reading.events) {
      const [firstDay, lastDay] = daysOf(event.date);
      const id = event.join ?? `${reading.id}#${event.id}`;
      let at = joined.findIndex((one) => one.id === id);
      if (at < 0)
        at =
          joined.push({
            id,
            kind: event.kind,
            placeId: event.placeId,
            date: event.date,
            tellings: [],
            differences: [],
          }) - 1;
      joined[at]!.tellings.push({ documentId: reading.id, eventId: event.id, sure: true });
      events.push({
        id: event.id,
        document: d,
        passage: passageAt(event.start),
        start: event.start,
        end: event.end,
        kind: event.kind,
        plover: event.plover,
        place: event.placeId ? (indexOf.get(event.placeId) ?? -1) : -1,
        placeRole: event.placeRole,
        date: event.date,
        firstDay,
        lastDay,
        dateBasis: event.date ? 'passage' : null,
        actors: event.actors,
        speaker: speakerOf(event.speakerId, event.attributedTo),
        attributedTo: event.attributedTo,
        figures: event.figures,
        factuality: event.factuality,
        framing: event.framing ?? [],
        trigger: text.slice(event.start, event.end).split(/\s+/).slice(0, 3).join(' '),
        gist: text.slice(event.start, event.end).slice(0, 60),
        joined: at,
      });
    }
    const own = events.slice(firstEvent);
    const [documentFirst, documentLast] = daysOf(reading.date);
    for (const mention of reading.mentions) {
      const place = mention.placeId ? (indexOf.get(mention.placeId) ?? -1) : -1;
      const passage = passageAt(mention.start);
      const covering = own.flatMap((event, index) =>
        event.start <= mention.start && event.end >= mention.end ? [firstEvent + index] : [],
      );
      const event = events[covering[0] ?? -1];
      const date = reading.dates.find((one) => one.edtf && passageAt(one.start) === passage);
      const [first, last] = event?.date
        ? [event.firstDay, event.lastDay]
        : date
          ? daysOf(date.edtf)
          : [documentFirst, documentLast];
      columns.document.push(d);
      columns.place.push(place);
      columns.start.push(mention.start);
      columns.end.push(mention.end);
      columns.passage.push(passage);
      columns.sense.push(SENSES.indexOf(mention.sense));
      columns.confidence.push(70 + ((mention.start * 7) % 30));
      columns.firstDay.push(first);
      columns.lastDay.push(last);
      columns.speaker.push(event?.speaker ?? -1);
      columns.events.push(covering);
      if (place >= 0) surfaces[place]!.set(mention.surface, (surfaces[place]!.get(mention.surface) ?? 0) + 1);
    }
    const claims: Claim[] = reading.events.flatMap((event) =>
      event.attributedTo && event.speakerId
        ? [
            {
              start: event.start,
              end: event.end,
              attributedTo: event.attributedTo,
              speakerId: event.speakerId,
              direct: false,
              speaker: { start: event.start, end: event.start },
            },
          ]
        : [],
    );
    const analysis: Analysis = {
      id: reading.id,
      lang: 'ar',
      date: reading.date,
      dateBasis: reading.dateBasis,
      dateEvidence: ['weekday'],
      passages,
      mentions: reading.mentions.map((mention) => {
        const place = all[mention.placeId ? (indexOf.get(mention.placeId) ?? -1) : -1];
        return {
          start: mention.start,
          end: mention.end,
          surface: mention.surface,
          sense: mention.sense,
          passage: passageAt(mention.start),
          placeId: place?.id ?? null,
          name: place?.names.en?.[0] ?? mention.surface,
          kind: place?.kind ?? null,
          lat: place?.lat ?? null,
          lon: place?.lon ?? null,
          confidence: (70 + ((mention.start * 7) % 30)) / 100,
          evidence: ['only-place', 'preposition', 'company:armenia,baku'],
          candidates:
            place?.id === 'nagorno-karabakh'
              ? [{ placeId: 'artsakh-republic', name: 'Artsakh Republic', country: '', confidence: 0.03 }]
              : [],
        };
      }),
      dates: reading.dates.map((date) => ({ ...date, passage: passageAt(date.start) })),
      claims,
      events: reading.events.map((event) => ({
        ...event,
        passage: passageAt(event.start),
        trigger: { start: event.start, end: Math.min(event.end, event.start + 12) },
        dateBasis: event.date ? 'passage' : null,
        figures: event.figures.map((figure) => ({ start: event.start, end: event.end, ...figure })),
        framing: event.framing ?? [],
      })),
      notices: [],
    };
    const file = `documents/${reading.id}.json`;
    files[file] = { text, analysis };
    const titles = TITLES[reading.id] ?? [reading.id, reading.id];
    return {
      id: reading.id,
      title: titles[0],
      titles: Object.fromEntries([
        ['ar', titles[0]],
        ['en', titles[1]],
      ]),
      lang: 'ar',
      date: reading.date,
      dateBasis: reading.dateBasis,
      dateNote: null,
      firstDay: documentFirst,
      lastDay: documentLast,
      words: text.split(/\s+/).length,
      source: null,
      author: null,
      url: null,
      passages: passages.length,
      voices: own.flatMap(({ speaker, attributedTo }) =>
        attributedTo === null ? [] : [[speaker, attributedTo] as const],
      ),
      file,
    };
  });
  const atlas: Atlas = {
    format: 'mawdi-atlas',
    version: 1,
    title: 'Nagorno-Karabakh in five texts',
    description: 'Five Arabic news texts on the Nagorno-Karabakh conflict, 2022–2024.',
    titles: { ar: 'ناغورنو كاراباخ في خمسة نصوص' },
    descriptions: { ar: 'خمسة نصوص إخبارية عربية عن النزاع في ناغورنو كاراباخ بين 2022 و2024.' },
    documents,
    places: all.map((place, index) => ({
      ...place,
      surfaces: [...surfaces[index]!].sort((a, b) => b[1] - a[1]).map(([surface]) => surface),
    })),
    speakers,
    mentions: columns,
    events,
    joinedEvents: joined,
  };
  return { atlas, files };
}

if (process.argv[1]?.endsWith('fixture.ts')) {
  const { atlas, files } = makeFixture();
  const out = `${root}public/data`;
  mkdirSync(`${out}/documents`, { recursive: true });
  writeFileSync(`${out}/atlas.json`, JSON.stringify(atlas));
  for (const [file, content] of Object.entries(files)) writeFileSync(`${out}/${file}`, JSON.stringify(content));
  if (!existsSync(`${out}/shapes.geojson`))
    writeFileSync(`${out}/shapes.geojson`, JSON.stringify({ type: 'FeatureCollection', features: [] }));
  console.log(
    `${atlas.mentions.document.length} mentions, ${atlas.events.length} events, ${atlas.joinedEvents.length} joined`,
  );
}
