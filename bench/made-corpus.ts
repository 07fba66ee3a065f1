import type { Places } from '../src/core/joining/told.ts';
import type { Analysis } from '../src/core/model/analysis.ts';
import { EVENT_KINDS, type Event, type EventKind } from '../src/core/model/event.ts';
import { seeded } from './seeded.ts';

const TOWNS = 8;
const FIRST_DAY = Date.UTC(2023, 0, 1) / 86_400_000;
const EVENTS_A_DOCUMENT = 12;
const ACTORS = [
  'الجيش السوداني',
  'قوات الدعم السريع',
  'الصليب الأحمر',
  'أذربيجان',
  'أرمينيا',
  'متظاهرون',
  'الأمم المتحدة',
];
const KINDS = Object.keys(EVENT_KINDS) as EventKind[];
const SPEECH = new Set<EventKind>(['statement', 'demand', 'accusation', 'threat']);

const iso = (day: number) => new Date((FIRST_DAY + day) * 86_400_000).toISOString().slice(0, 10);

/** What the made places answer: `town-12-3` lies in `region-12`, which lies in `state-2`. */
export const madePlaces: Places = {
  ancestors(id) {
    const [kind, region] = id.split('-');
    const state = `state-${Number(region) % 10}`;
    return kind === 'town' ? [`region-${region}`, state] : kind === 'region' ? [state] : [];
  },
  isSpot: (id) => id.startsWith('town'),
  isCountry: (id) => id.startsWith('state'),
  isState: (id) => id.startsWith('state'),
  stateOf: (id) => id,
};

/** Analyses of a made corpus, with their events alone. A third of the tellings are speeches, a quarter undated. */
export function analysisOf(documents: number, seed = 20_230_919, regions = 60, days = 730): Analysis[] {
  const random = seeded(seed);
  const upTo = (count: number) => Math.floor(random() * count);
  const whole = (share: number) => random() < share;
  return Array.from({ length: documents }, (_, at) => {
    const day = upTo(days);
    const events = Array.from({ length: EVENTS_A_DOCUMENT }, (_, index): Event => {
      const kind = whole(0.35)
        ? (['statement', 'demand', 'accusation'] as const)[upTo(3)]!
        : KINDS[upTo(KINDS.length)]!;
      const region = Math.floor(random() ** 2.5 * regions);
      const town = Math.floor(random() ** 2 * TOWNS);
      const draw = random();
      const speaker = SPEECH.has(kind) || whole(0.4) ? `speaker-${Math.floor(random() ** 2 * 300)}` : null;
      const told = Math.max(0, day - upTo(3));
      return {
        id: `e${index}`,
        start: index * 100,
        end: index * 100 + 60,
        passage: index,
        kind,
        plover: EVENT_KINDS[kind],
        trigger: { start: index * 100, end: index * 100 + 5 },
        placeId: draw < 0.15 ? null : draw < 0.3 ? `region-${region}` : `town-${region}-${town}`,
        placeRole: 'location',
        date: whole(0.25) ? null : whole(0.1) ? iso(told).slice(0, 7) : whole(0.03) ? '2020/2023' : iso(told),
        dateBasis: 'passage',
        actors: whole(0.3) ? [] : [ACTORS[upTo(ACTORS.length)]!, `${ACTORS[upTo(ACTORS.length)]} في المنطقة`],
        attributedTo: speaker,
        speakerId: speaker,
        figures: whole(0.2) ? [{ start: 0, end: 2, what: 'killed', value: 1 + upTo(40) }] : [],
        factuality: whole(0.9) ? 'reported' : whole(0.5) ? 'possible' : 'negated',
        framing: [],
      };
    });
    return {
      id: `d${at}`,
      lang: 'ar',
      date: iso(day),
      dateBasis: 'given',
      dateEvidence: [],
      passages: [],
      mentions: [],
      dates: [],
      claims: [],
      events,
      notices: [],
    };
  });
}
