import type { Analysis } from '../../src/core/model/analysis.ts';
import { type Atlas, type AtlasEvent, type AtlasPlace, type DocumentFile, NO_DAY } from '../../src/core/model/atlas.ts';
import type { Shapes } from '../../src/formats/geojson.ts';

/** Two documents, four places (one without a location), four events of which two are one, and text that looks like markup. */
const LINES = [
  [
    'قالت وزارة الدفاع إن 25 شخصا قتلوا في باكو.',
    'فتح ممر لاتشين <script>alert(1)</script> *اليوم* `x` [a](javascript:b).',
  ],
  ['قتل 30 شخصا في باكو، وفق الغرب.', '=HYPERLINK("x") في يفلاخ ]]> \u0000'],
] as const;
const DAY = Date.UTC(2023, 8, 19) / 86_400_000;

export const documents: DocumentFile[] = LINES.map((lines, index) => {
  const text = lines.join('\n');
  let at = 0;
  const passages = lines.map((line, number) => {
    const start = at;
    at += line.length + 1;
    return { start, end: start + line.length, index: number, paragraph: number, furniture: false, heading: false };
  });
  const analysis: Analysis = {
    id: index === 0 ? 'a' : 'b',
    lang: 'ar',
    date: '2023-09-20',
    dateBasis: 'given',
    dateEvidence: [],
    passages,
    mentions: [],
    dates: [],
    claims: [],
    events: [],
    notices: [],
  };
  return { text, analysis };
});

const place = (
  id: string,
  geometry: AtlasPlace['geometry'],
  lat: number | null,
  lon: number | null,
  en: string,
  ar: string,
): AtlasPlace => ({
  id,
  kind: geometry === 'line' ? 'corridor' : 'city',
  geometry,
  lat,
  lon,
  bbox: null,
  names: { en: [en], ar: [ar] },
  surfaces: [ar],
  ancestors: [],
  rank: 5,
  period: id === 'baku' ? '1920/' : '',
  note: { en: 'A <neutral> note.' },
  usage: '',
  source: 'GeoNames 587084',
  country: 'AZ',
});

const mentions: [
  document: number,
  surface: string,
  place: number,
  passage: number,
  speaker: number,
  events: number[],
][] = [
  [0, 'باكو', 0, 0, 0, [0]],
  [0, 'ممر لاتشين', 1, 1, -1, [1]],
  [1, 'باكو', 0, 0, -1, [2]],
  [1, 'الغرب', 2, 0, -1, []],
  [1, 'يفلاخ', -1, 1, -1, []],
];
const startOf = (document: number, surface: string) => documents[document]?.text.indexOf(surface) ?? -1;

const event = (document: number, passage: number, given: Partial<AtlasEvent>): AtlasEvent => {
  const span = documents[document]?.analysis.passages[passage];
  return {
    id: `e${document}${passage}`,
    document,
    passage,
    start: span?.start ?? 0,
    end: span?.end ?? 0,
    kind: 'casualties',
    plover: null,
    place: 0,
    placeRole: 'location',
    date: '2023-09-19',
    firstDay: DAY,
    lastDay: DAY,
    dateBasis: 'passage',
    actors: [],
    speaker: -1,
    attributedTo: null,
    figures: [],
    factuality: 'reported',
    framing: [],
    trigger: 'قتلوا',
    gist: 'قتلوا في باكو',
    joined: 0,
    ...given,
  };
};

export const atlas: Atlas = {
  format: 'mawdi-atlas',
  version: 1,
  title: 'A <corpus>',
  titles: {},
  description: '',
  descriptions: {},
  documents: ['a', 'b'].map((id, index) => ({
    id,
    title: index === 0 ? 'عنوان' : '<b>عنوان</b> [ثان](x)',
    titles: {},
    lang: 'ar',
    date: '2023-09-20',
    dateBasis: 'given',
    dateNote: null,
    firstDay: DAY + 1 + index,
    lastDay: DAY + 1 + index,
    words: 10,
    source: 'وكالة',
    author: null,
    url: index === 0 ? 'https://example.org/a?x=(1)' : 'javascript:alert(1)',
    passages: 2,
    voices: index === 0 ? [[0, 'الوزارة']] : [],
    file: `documents/${index}.json`,
  })),
  places: [
    place('baku', 'point', 40.4, 49.87, 'Baku', 'باكو'),
    place('lachin-corridor', 'line', 39.6, 46.5, 'Lachin corridor', 'ممر لاتشين'),
    place('the-west', 'none', null, null, 'The West', 'الغرب'),
    place('nowhere', 'point', 1, 1, 'Nowhere', 'لا مكان'),
  ],
  speakers: [{ id: 'ministry', aliases: [], names: ['وزارة الدفاع', 'الوزارة'] }],
  mentions: {
    document: mentions.map(([document]) => document),
    place: mentions.map(([, , at]) => at),
    start: mentions.map(([document, surface]) => startOf(document, surface)),
    end: mentions.map(([document, surface]) => startOf(document, surface) + surface.length),
    passage: mentions.map(([, , , passage]) => passage),
    sense: mentions.map(() => 0),
    confidence: mentions.map(() => 97),
    firstDay: mentions.map(() => DAY),
    lastDay: mentions.map(() => DAY + 1),
    speaker: mentions.map(([, , , , speaker]) => speaker),
    events: mentions.map(([, , , , , events]) => events),
  },
  events: [
    event(0, 0, {
      speaker: 0,
      attributedTo: 'وزارة الدفاع في باكو',
      figures: [{ what: 'killed', value: 25, approx: true }],
    }),
    event(0, 1, { place: 1, date: null, firstDay: NO_DAY, lastDay: NO_DAY, joined: 1, kind: 'aid' }),
    event(1, 0, { figures: [{ what: 'killed', value: 30, atLeast: true }] }),
    event(1, 1, {
      place: -1,
      date: '2023-09-20',
      firstDay: DAY + 1,
      lastDay: DAY + 1,
      joined: 2,
      kind: 'threat',
      factuality: 'possible',
    }),
  ],
  joinedEvents: [
    {
      id: 'j0',
      kind: 'casualties',
      placeId: 'baku',
      date: '2023-09-19',
      tellings: [
        { documentId: 'a', eventId: 'e00', sure: true },
        { documentId: 'b', eventId: 'e10', sure: true },
      ],
      differences: [
        {
          about: 'killed',
          tellings: [
            { documentId: 'a', eventId: 'e00', value: '25', attributedTo: 'وزارة الدفاع' },
            { documentId: 'b', eventId: 'e10', value: '30', attributedTo: null },
          ],
        },
      ],
    },
    { id: 'j1', kind: 'aid', placeId: 'lachin-corridor', date: null, tellings: [], differences: [] },
    { id: 'j2', kind: 'threat', placeId: null, date: '2023-09-20', tellings: [], differences: [] },
  ],
};

export const shapes: Shapes = new Map([
  [
    'lachin-corridor',
    {
      type: 'LineString',
      coordinates: [
        [46.3, 39.5],
        [46.7, 39.8],
      ],
    },
  ],
]);
