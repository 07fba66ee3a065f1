import { describe, expect, it } from 'vitest';
import type { Places } from '../../../src/core/joining/told.ts';
import type { Analysis } from '../../../src/core/model/analysis.ts';
import type { Event } from '../../../src/core/model/event.ts';
import { join } from '../../../src/core/stages/join.ts';

const PARENTS: Readonly<Record<string, readonly string[]>> = {
  stepanakert: ['nagorno-karabakh', 'azerbaijan'],
  'nagorno-karabakh': ['azerbaijan'],
};
const places: Places = {
  ancestors: (id) => PARENTS[id] ?? [],
  isSpot: (id) => id === 'stepanakert',
  isCountry: (id) => id === 'azerbaijan',
  isState: (id) => id === 'azerbaijan',
  stateOf: (id) => id,
};

function telling(id: string, over: Partial<Event>): Event {
  return {
    id,
    start: 0,
    end: 10,
    passage: 0,
    kind: 'offensive',
    plover: 'ASSAULT',
    trigger: { start: 0, end: 5 },
    placeId: 'nagorno-karabakh',
    placeRole: 'location',
    date: '2023-09-19',
    dateBasis: 'passage',
    actors: ['أذربيجان'],
    attributedTo: null,
    speakerId: null,
    figures: [],
    factuality: 'reported',
    framing: [],
    ...over,
  };
}

const analysis = (id: string, events: readonly Event[]): Analysis => ({
  id,
  lang: 'ar',
  date: '2023-09-20',
  dateBasis: 'given',
  dateEvidence: [],
  passages: [],
  mentions: [],
  dates: [],
  claims: [],
  events,
  notices: [],
});

describe('join', () => {
  const casualties = { kind: 'casualties' as const, date: '2023-09-20' };
  const documents = [
    analysis('a', [
      telling('1', { framing: ['مكافحة الإرهاب'], attributedTo: 'باكو' }),
      telling('2', { ...casualties, figures: [{ start: 0, end: 2, what: 'killed', value: 25 }] }),
    ]),
    analysis('b', [
      telling('1', { placeId: 'stepanakert', framing: ['تطهير عرقي'], attributedTo: 'يريفان' }),
      telling('2', { ...casualties, figures: [{ start: 0, end: 2, what: 'killed', value: 27 }] }),
    ]),
    analysis('c', [telling('1', { date: '2020-09-27' }), telling('2', { kind: 'ceasefire', date: '2023-09-20' })]),
    analysis('d', [telling('1', { kind: 'ceasefire-violation', date: '2023-09-21' })]),
  ];
  const joined = join(documents, places);
  const of = (documentId: string, eventId: string) =>
    joined.find((one) =>
      one.tellings.some((telling) => telling.documentId === documentId && telling.eventId === eventId),
    );

  it('joins the same happening over documents, with containment of places', () => {
    expect(of('a', '1')).toBe(of('b', '1'));
    expect(of('a', '2')).toBe(of('b', '2'));
  });

  it('keeps happenings of other years apart', () => {
    expect(of('c', '1')).not.toBe(of('a', '1'));
  });

  it('lists what differs with its speakers and averages nothing', () => {
    expect(
      of('a', '2')
        ?.differences.find((one) => one.about === 'killed')
        ?.tellings.map((one) => one.value),
    ).toEqual(['25', '27']);
    expect(
      of('a', '1')
        ?.differences.find((one) => one.about === 'framing')
        ?.tellings.map((one) => one.attributedTo),
    ).toEqual(['باكو', 'يريفان']);
  });

  it('sets a truce beside its breach, as possibly the same', () => {
    const truce = of('c', '2');
    expect(truce).toBe(of('d', '1'));
    expect(truce?.differences.map((one) => one.about)).toContain('kind');
    expect(truce?.tellings.some((one) => !one.sure)).toBe(true);
  });

  const sureOf = (a: Partial<Event>, b: Partial<Event>) => {
    const both = join([analysis('a', [telling('1', a)]), analysis('b', [telling('1', b)])], places).find(
      ({ tellings }) => tellings.length === 2,
    );
    return both === undefined ? 'apart' : both.tellings.every(({ sure }) => sure) ? 'sure' : 'possibly';
  };
  const figures = (value: number) => ({ figures: [{ start: 0, end: 2, what: 'killed' as const, value }] });
  const strike = { kind: 'attack' as const, placeId: 'stepanakert' };

  it.each<[why: string, a: Partial<Event>, b: Partial<Event>, expected: string]>([
    ['a campaign told on its second day', {}, { date: '2023-09-20' }, 'sure'],
    [
      'battles of one country in one week',
      { placeId: 'azerbaijan' },
      { placeId: 'azerbaijan', date: '2023-09-21' },
      'possibly',
    ],
    ['attacks of two stated days', strike, { ...strike, date: '2023-09-20' }, 'apart'],
    [
      'the night of an attack, by its count',
      { ...strike, ...figures(12) },
      { ...strike, ...figures(12), date: '2023-09-20' },
      'sure',
    ],
    ['attacks of one day in a town, by nobody named', { ...strike, actors: [] }, { ...strike, actors: [] }, 'possibly'],
    ['attacks of one day in a region', { kind: 'attack' }, { kind: 'attack' }, 'possibly'],
    ['an attack with few dead and one with many', { ...strike, ...figures(2) }, { ...strike, ...figures(60) }, 'apart'],
    [
      'an attack and the count of its dead',
      { ...strike, ...figures(12) },
      { ...strike, kind: 'casualties', ...figures(12) },
      'sure',
    ],
    [
      'an attack and another count',
      { ...strike, ...figures(12) },
      { ...strike, kind: 'casualties', ...figures(13) },
      'apart',
    ],
    ['the dead of a month and of a day of it', casualties, { ...casualties, date: '2023-09' }, 'possibly'],
    ['the dead of a year and of a day of it', casualties, { ...casualties, date: '2023' }, 'apart'],
    [
      'the dead of a country in a month',
      casualties,
      { ...casualties, placeId: 'azerbaijan', date: '2023-09' },
      'apart',
    ],
    ['a year and a day of it', { date: '2020' }, { date: '2020-10-02' }, 'possibly'],
    ['what was done and what is feared', {}, { factuality: 'possible' }, 'apart'],
    ['speeches of two speakers', { kind: 'demand', speakerId: 'a' }, { kind: 'demand', speakerId: 'b' }, 'apart'],
    ['one demand in two reports', { kind: 'demand', speakerId: 'a' }, { kind: 'demand', speakerId: 'a' }, 'possibly'],
    ['wars of two decades', { date: '199X' }, { date: '2020' }, 'apart'],
    [
      'long talks by who takes part',
      { kind: 'negotiation', placeId: null, date: '/2023-09-20', actors: ['روسيا', 'تركيا'] },
      { kind: 'negotiation', placeId: null, date: '2020/2023-09-21', actors: ['تركيا', 'روسيا'] },
      'possibly',
    ],
  ])('%s', (_, a, b, expected) => {
    expect(sureOf(a, b)).toBe(expected);
    expect(sureOf(b, a)).toBe(expected);
  });

  it('lists the names of the place where they differ', () => {
    const named = (surface: string) => [{ start: 1, end: 1 + surface.length, surface, placeId: 'nagorno-karabakh' }];
    const [both] = join(
      [
        { ...analysis('a', [telling('1', {})]), mentions: named('كاراباخ') },
        { ...analysis('b', [telling('1', {})]), mentions: named('قره باغ') },
        { ...analysis('c', [telling('1', {})]), mentions: named('Karabakh') },
      ],
      places,
    );
    expect(both?.differences).toMatchObject([
      { about: 'place', tellings: [{ value: 'كاراباخ' }, { value: 'قره باغ' }] },
    ]);
  });

  it('does not depend on the order of documents', () => {
    expect(join([...documents].reverse(), places)).toEqual(joined);
    expect(join([documents[2], documents[0], documents[3], documents[1]] as Analysis[], places)).toEqual(joined);
  });
});
