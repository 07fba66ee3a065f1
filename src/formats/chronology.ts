import { type Atlas, type AtlasEvent, type DocumentFile, NO_DAY } from '../core/model/atlas.ts';
import type { Difference, EventKind } from '../core/model/event.ts';
import { type EventRow, eventRows, figuresLine, LICENCE, type Selection, sourceLine } from './atlas-rows.ts';
import { toCsv } from './csv.ts';
import { webAddress } from './metadata.ts';

/** One event of the world in the chronology, with every selected telling of it. */
export interface ChronologyEntry {
  readonly id: string;
  /** EDTF; null for the undated, which stand at the end. */
  readonly date: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly kind: EventKind;
  readonly placeId: string | null;
  /** Names by language. */
  readonly place: Readonly<Record<string, readonly string[]>> | null;
  readonly tellings: readonly EventRow[];
  readonly differences: readonly Difference[];
}

/** The words of a chronology in one language. */
export interface ChronologyWords {
  readonly lang: string;
  readonly chronology: string;
  readonly undated: string;
  readonly placeUnknown: string;
  readonly article: string;
  readonly says: string;
  readonly differ: string;
  readonly figures: string;
  readonly factuality: Readonly<Record<AtlasEvent['factuality'], string>>;
  readonly dateFromDocument: string;
  readonly placeSure: (perCent: number) => string;
  readonly sources: string;
  readonly licence: string;
  readonly kind: (kind: EventKind) => string;
  readonly about: (about: string) => string;
}

export const ENGLISH: ChronologyWords = {
  lang: 'en',
  chronology: 'Chronology',
  undated: 'Undated',
  placeUnknown: 'place not given',
  article: 'the article',
  says: 'according to',
  differ: 'The sources differ',
  figures: 'Figures',
  factuality: { reported: 'reported', negated: 'denied', possible: 'possible' },
  dateFromDocument: 'date of the document',
  placeSure: (perCent) => `place ${perCent} % sure`,
  sources: 'Sources',
  licence: 'Licence',
  kind: (kind) => kind.replaceAll('-', ' '),
  about: (about) => about.replaceAll('-', ' '),
};

/** The selected events, joined over documents, by time; the undated at the end. Events that the text only fears or denies are told as such. */
export function chronology(
  atlas: Atlas,
  documents: readonly DocumentFile[],
  selection: Selection = {},
): ChronologyEntry[] {
  const byEvent = new Map<string, EventRow[]>();
  for (const row of eventRows(atlas, documents, selection)) {
    // an event that no other document tells may stand alone
    const key = atlas.joinedEvents[row.event.joined]?.id ?? row.id;
    const rows = byEvent.get(key);
    if (rows) rows.push(row);
    else byEvent.set(key, [row]);
  }
  const joinedById = new Map(atlas.joinedEvents.map((joined) => [joined.id, joined]));
  const entries = [...byEvent].map(([id, rows]) => {
    const joined = joinedById.get(id);
    const tellings = [...rows].sort((a, b) => order(a.document.firstDay, b.document.firstDay) || a.index - b.index);
    const dated = [...rows].sort((a, b) => span(a.event) - span(b.event) || a.index - b.index)[0] as EventRow;
    const place =
      (rows.find((row) => row.place && row.place.id === joined?.placeId) ?? rows.find((row) => row.place))?.place ??
      null;
    const told = new Set(rows.map((row) => row.event.id));
    return {
      day: dated.event.firstDay,
      last: dated.event.lastDay,
      entry: {
        id,
        date: dated.event.date,
        from: dated.from,
        to: dated.to,
        kind: joined?.kind ?? dated.event.kind,
        placeId: place?.id ?? null,
        place: place?.names ?? null,
        tellings,
        differences: (joined?.differences ?? []).filter(
          (difference) => difference.tellings.filter(({ eventId }) => told.has(eventId)).length > 1,
        ),
      } satisfies ChronologyEntry,
    };
  });
  entries.sort((a, b) => order(a.day, b.day) || order(a.last, b.last) || (a.entry.id < b.entry.id ? -1 : 1));
  return entries.map(({ entry }) => entry);
}

/** Undated last. */
function order(a: number, b: number): number {
  if (a === b) return 0;
  if (a === NO_DAY) return 1;
  return b === NO_DAY ? -1 : a - b;
}

/** How many days a telling leaves open; the one that says most is the entry's date. */
function span({ firstDay, lastDay }: AtlasEvent): number {
  return firstDay === NO_DAY ? Number.MAX_SAFE_INTEGER : lastDay - firstDay;
}

/** The chronology as a table, one telling a row, in RFC 4180 form. */
export function chronologyCsv(atlas: Atlas, documents: readonly DocumentFile[], selection: Selection = {}): string {
  const header = [
    'event',
    'date',
    'from',
    'to',
    'kind',
    'place_id',
    'name_en',
    'name_ar',
    'passage',
    'speaker',
    'figures',
    'factuality',
    'date_basis',
    'place_confidence',
    'sources_differ',
    'document',
    'source',
    'url',
    'licence',
  ];
  const rows = chronology(atlas, documents, selection).flatMap((entry) =>
    entry.tellings.map((row) => [
      entry.id,
      row.event.date,
      row.from,
      row.to,
      row.event.kind,
      entry.placeId,
      entry.place?.en?.[0],
      entry.place?.ar?.[0],
      row.passage,
      row.speaker,
      figuresLine(row.event),
      row.event.factuality,
      row.event.dateBasis,
      row.placeConfidence,
      entry.differences.map(({ about }) => about).join('; '),
      row.document.id,
      sourceLine(row.document),
      row.document.url,
      LICENCE,
    ]),
  );
  return toCsv(header, rows);
}

/**
 * The chronology as Markdown (CommonMark): a heading a day or period, an entry an event, under it each passage as a
 * quotation with its speaker and its source, and where sources differ, what each says. Text of documents is only text.
 */
export function chronologyMarkdown(
  atlas: Atlas,
  documents: readonly DocumentFile[],
  selection: Selection = {},
  words: ChronologyWords = ENGLISH,
): string {
  const lines = [`# ${plain(words.chronology)}: ${plain(atlas.titles[words.lang] ?? atlas.title)}`, ''];
  const cited = new Map<string, { number: number; line: string }>();
  let heading: string | null = null;
  for (const entry of chronology(atlas, documents, selection)) {
    const date = entry.date ?? words.undated;
    if (date !== heading) lines.push(`## ${plain(date)}`, '');
    heading = date;
    const place = entry.place
      ? (entry.place[words.lang]?.[0] ?? entry.place.en?.[0] ?? entry.placeId ?? '')
      : words.placeUnknown;
    lines.push(`**${plain(words.kind(entry.kind))}**, ${plain(place)}`, '');
    for (const row of entry.tellings) {
      const { document, event } = row;
      const source = cited.get(document.id) ?? { number: cited.size + 1, line: sourceMarkdown(document) };
      cited.set(document.id, source);
      const sure = [
        words.factuality[event.factuality],
        event.dateBasis === 'document' ? words.dateFromDocument : '',
        row.placeConfidence === null ? '' : words.placeSure(Math.round(row.placeConfidence * 100)),
      ].filter(Boolean);
      lines.push(
        `> ${plain(row.passage)}`,
        '>',
        `> — ${plain(words.says)} ${plain(row.speaker ?? words.article)} \\[${source.number}\\] (${plain(sure.join(', '))})`,
        '',
      );
      if (event.figures.length > 0) lines.push(`${plain(words.figures)}: ${plain(figuresLine(event))}`, '');
    }
    for (const { about, tellings } of entry.differences)
      lines.push(
        `${plain(words.differ)} (${plain(words.about(about))}): ${tellings.map((telling) => `${plain(telling.value)} (${plain(telling.attributedTo ?? words.article)})`).join('; ')}`,
        '',
      );
  }
  lines.push(
    `## ${plain(words.sources)}`,
    '',
    ...[...cited.values()].map(({ number, line }) => `${number}. ${line}`),
    '',
    `${plain(words.licence)}: ${plain(LICENCE)}`,
    '',
  );
  return lines.join('\n');
}

function sourceMarkdown(document: EventRow['document']): string {
  const url = document.url === null ? null : webAddress(document.url);
  const title = plain(sourceLine(document));
  return url ? `[${title}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)` : title;
}

/** Text in which nothing is Markdown or HTML. Line breaks become spaces: a quotation is one paragraph. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~&]/g, (sign) =>
      sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : sign === '&' ? '&amp;' : `\\${sign}`,
    )
    .replace(
      /^(\s*)([-+]|\d+[.)])(?=\s)/,
      (_, gap: string, mark: string) => `${gap}${mark.slice(0, -1)}\\${mark.slice(-1)}`,
    )
    .replace(/^(\s*)(=+|-+)\s*$/, '$1\\$2')
    .trim();
}
