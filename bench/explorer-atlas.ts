import { type Atlas, type AtlasEvent, type AtlasPlace, NO_DAY } from '../src/core/model/atlas.ts';
import { EVENT_KINDS, type EventKind, type JoinedEvent } from '../src/core/model/event.ts';
import { seeded } from './seeded.ts';

const PLACES = 5_000;
const COUNTRIES = 20;
const FIRST_DAY = Date.UTC(2014, 0, 1) / 86_400_000;
const DAYS = 3_652;
const MENTIONS_A_DOCUMENT = 50;
const MENTIONS_AN_EVENT = 40;
const SPEAKERS = 200;

function place(index: number, random: () => number): AtlasPlace {
  const isCountry = index < COUNTRIES;
  const country = isCountry ? index : index % COUNTRIES;
  const lon = 30 + (country % 5) * 6 + random() * 6;
  const lat = 30 + Math.floor(country / 5) * 4 + random() * 4;
  return {
    id: `place-${index}`,
    kind: isCountry ? 'region' : 'city',
    geometry: 'point',
    lat,
    lon,
    bbox: null,
    names: { ar: [`موضع ${index}`], en: [`Place ${index}`] },
    surfaces: [`موضع ${index}`],
    ancestors: isCountry ? [] : [country],
    rank: isCountry ? 8 : 3,
    period: '',
    note: {},
    usage: '',
    source: 'made for a measurement',
    country: '',
  };
}

/** A corpus made from a seed: mentions at 5,000 places over ten years, the busy places far busier than the rest. */
export function syntheticAtlas(mentions: number, seed = 20_230_919): Atlas {
  const random = seeded(seed);
  const documents = Math.ceil(mentions / MENTIONS_A_DOCUMENT);
  const column = (value: (row: number) => number) => Array.from({ length: mentions }, (_, row) => value(row));
  const documentDay = Int32Array.from({ length: documents }, () => FIRST_DAY + Math.floor(random() * DAYS));
  const firstDay = column((row) => {
    const published = documentDay[Math.floor(row / MENTIONS_A_DOCUMENT)]!;
    const draw = random();
    return draw < 0.03 ? NO_DAY : Math.max(FIRST_DAY, published - Math.floor(draw * draw * 200));
  });
  const kinds = Object.keys(EVENT_KINDS) as EventKind[];
  const placeOf = column(() => Math.floor(random() ** 2.4 * PLACES));
  const eventCount = Math.floor(mentions / MENTIONS_AN_EVENT);
  const none: readonly number[] = [];
  const covering: (readonly number[])[] = Array.from({ length: mentions }, () => none);
  const events: AtlasEvent[] = [];
  const joinedEvents: JoinedEvent[] = [];
  for (let at = 0; at < eventCount; at++) {
    const row = at * MENTIONS_AN_EVENT + Math.floor(random() * MENTIONS_AN_EVENT);
    covering[row] = [at];
    const kind = kinds[Math.floor(random() * kinds.length)]!;
    const document = Math.floor(row / MENTIONS_A_DOCUMENT);
    const placeId = `place-${placeOf[row]}`;
    events.push({
      id: `event-${at}`,
      document,
      passage: 0,
      start: (row % MENTIONS_A_DOCUMENT) * 20,
      end: (row % MENTIONS_A_DOCUMENT) * 20 + 10,
      kind,
      plover: null,
      place: placeOf[row]!,
      placeRole: 'location',
      date: null,
      firstDay: firstDay[row]!,
      lastDay: firstDay[row]!,
      dateBasis: 'document',
      actors: [],
      speaker: Math.floor(random() * SPEAKERS),
      attributedTo: null,
      figures: [],
      factuality: 'reported',
      framing: [],
      trigger: 'هجوم',
      gist: 'هجوم على الموضع',
      joined: at,
    });
    joinedEvents.push({
      id: `joined-${at}`,
      kind,
      placeId,
      date: null,
      tellings: [{ documentId: `document-${document}`, eventId: `event-${at}`, sure: true }],
      differences: [],
    });
  }
  return {
    format: 'mawdi-atlas',
    version: 1,
    title: 'Measurement',
    titles: { ar: 'قياس' },
    description: '',
    descriptions: {},
    documents: Array.from(documentDay, (day, at) => ({
      id: `document-${at}`,
      title: `Document ${at}`,
      titles: {},
      lang: 'ar',
      date: new Date(day * 86_400_000).toISOString().slice(0, 10),
      dateBasis: 'given' as const,
      dateNote: null,
      firstDay: day,
      lastDay: day,
      words: 400,
      source: null,
      author: null,
      url: null,
      voices: [],
      passages: 20,
      file: `documents/${at}.json`,
    })),
    places: Array.from({ length: PLACES }, (_, index) => place(index, random)),
    speakers: Array.from({ length: SPEAKERS }, (_, at) => ({
      id: `speaker-${at}`,
      aliases: [],
      names: [`Speaker ${at}`],
    })),
    mentions: {
      document: column((row) => Math.floor(row / MENTIONS_A_DOCUMENT)),
      place: placeOf,
      start: column((row) => (row % MENTIONS_A_DOCUMENT) * 20),
      end: column((row) => (row % MENTIONS_A_DOCUMENT) * 20 + 8),
      passage: column((row) => Math.floor((row % MENTIONS_A_DOCUMENT) / 3)),
      sense: column(() => Math.floor(random() ** 2 * 5)),
      confidence: column(() => 40 + Math.floor(random() * 60)),
      firstDay,
      lastDay: firstDay,
      speaker: column(() => (random() < 0.6 ? -1 : Math.floor(random() * SPEAKERS))),
      events: covering,
    },
    events,
    joinedEvents,
  };
}
