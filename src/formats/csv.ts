import type { Atlas, DocumentFile } from '../core/model/atlas.ts';
import { eventRows, figuresLine, LICENCE, mentionRows, type Quotation, type Selection } from './atlas-rows.ts';

export type Cell = string | number | null | undefined;

/** Spreadsheets take a file of UTF-8 for something else without it. */
const BYTE_ORDER_MARK = '\ufeff';
// what a spreadsheet takes for a formula, in the full-width letters of some keyboards too
const FORMULA = /^[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/**
 * A table in RFC 4180 form: CRLF, every text in quotation marks. Text that a spreadsheet would run as a formula is led by
 * an apostrophe; numbers are left alone.
 */
export function toCsv(header: readonly string[], rows: Iterable<readonly Cell[]>): string {
  let csv = BYTE_ORDER_MARK + line(header);
  for (const row of rows) csv += line(row);
  return csv;
}

function line(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(',')}\r\n`;
}

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined || cell === '') return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return `"${text.replaceAll('"', '""')}"`;
}

const QUOTED = [
  'speaker',
  'speaker_id',
  'speaker_name',
  'passage',
  'passage_id',
  'start',
  'end',
  'document',
  'document_title',
  'document_date',
  'source',
  'author',
  'url',
  'licence',
];

function quoted(row: Quotation): Cell[] {
  const { document } = row;
  return [
    row.speaker,
    row.speakerId,
    row.speakerName,
    row.passage,
    row.passageId,
    row.start,
    row.end,
    document.id,
    document.title,
    document.date,
    document.source,
    document.author,
    document.url,
    LICENCE,
  ];
}

/** The selected mentions, one a row. Coordinates in degrees (WGS 84), confidence from 0 to 1. */
export function mentionsCsv(atlas: Atlas, documents: readonly DocumentFile[], selection: Selection = {}): string {
  const header = [
    'id',
    'surface',
    'place_id',
    'name_en',
    'name_ar',
    'kind',
    'country',
    'lat',
    'lon',
    'sense',
    'confidence',
    'from',
    'to',
    'place_source',
    ...QUOTED,
  ];
  return toCsv(
    header,
    map(mentionRows(atlas, documents, selection), (row) => {
      const { place } = row;
      return [
        row.id,
        row.surface,
        place?.id,
        place?.names.en?.[0],
        place?.names.ar?.[0],
        place?.kind,
        place?.country,
        place?.lat,
        place?.lon,
        row.sense,
        row.confidence,
        row.from,
        row.to,
        place?.source,
        ...quoted(row),
      ];
    }),
  );
}

/** The selected events, one telling a row. */
export function eventsCsv(atlas: Atlas, documents: readonly DocumentFile[], selection: Selection = {}): string {
  const header = [
    'id',
    'kind',
    'plover',
    'date',
    'date_basis',
    'from',
    'to',
    'place_id',
    'name_en',
    'name_ar',
    'place_role',
    'place_confidence',
    'lat',
    'lon',
    'actors',
    'figures',
    'factuality',
    'framing',
    'text',
    'same_event_as',
    'place_source',
    ...QUOTED,
  ];
  return toCsv(
    header,
    map(eventRows(atlas, documents, selection), (row) => {
      const { event, place } = row;
      return [
        row.id,
        event.kind,
        event.plover,
        event.date,
        event.dateBasis,
        row.from,
        row.to,
        place?.id,
        place?.names.en?.[0],
        place?.names.ar?.[0],
        event.placeRole,
        row.placeConfidence,
        place?.lat,
        place?.lon,
        event.actors.join('; '),
        figuresLine(event),
        event.factuality,
        event.framing.join('; '),
        row.text,
        atlas.joinedEvents[event.joined]?.id,
        place?.source,
        ...quoted(row),
      ];
    }),
  );
}

function* map<From, To>(items: Iterable<From>, each: (item: From) => To): Generator<To> {
  for (const item of items) yield each(item);
}
