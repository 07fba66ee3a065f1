import {
  type Atlas,
  type AtlasDocument,
  type AtlasEvent,
  type AtlasPlace,
  type DocumentFile,
  NO_DAY,
} from '../core/model/atlas.ts';
import { SENSES, type Sense } from '../core/model/mention.ts';

/** Which mentions (rows of the columns) and events (indices) are given out; all of those whose set is left out. */
export interface Selection {
  readonly mentions?: { has(row: number): boolean } | undefined;
  readonly events?: { has(index: number): boolean } | undefined;
}

/** What may be done with what is given out, in a line that every row carries. */
export const LICENCE =
  'Places: Mawdi gazetteer with GeoNames (geonames.org), CC BY 4.0. Quoted passages: rights of their publishers.';

/** Where something stands, in words that stay with it. */
export interface Quotation {
  readonly document: AtlasDocument;
  /** `document#passage`, as in the GeoJSON layers. */
  readonly passageId: string;
  /** The whole sentence. */
  readonly passage: string;
  readonly start: number;
  readonly end: number;
  /** Who says so, in the words of the document; null for the article's own voice. */
  readonly speaker: string | null;
  /** The same speaker in all documents: its id, and the fullest name that one of them gives. */
  readonly speakerId: string | null;
  readonly speakerName: string | null;
}

export interface MentionRow extends Quotation {
  readonly row: number;
  readonly id: string;
  readonly surface: string;
  readonly place: AtlasPlace | null;
  readonly sense: Sense;
  /** 0 to 1. */
  readonly confidence: number;
  /** ISO days of what the passage tells; null when undated. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface EventRow extends Quotation {
  readonly index: number;
  readonly id: string;
  readonly event: AtlasEvent;
  readonly place: AtlasPlace | null;
  /** How sure it is that the place is this one, 0 to 1: the surest of its mentions in the event; null without one. */
  readonly placeConfidence: number | null;
  /** The words that report it. */
  readonly text: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** The selected mentions in order of document and offset. `documents` in the atlas's order. */
export function* mentionRows(
  atlas: Atlas,
  documents: readonly DocumentFile[],
  selection: Selection = {},
): Generator<MentionRow> {
  const { mentions } = atlas;
  for (let row = 0; row < mentions.document.length; row++) {
    if (selection.mentions && !selection.mentions.has(row)) continue;
    const document = mentions.document[row] ?? 0;
    const start = mentions.start[row] ?? 0;
    const end = mentions.end[row] ?? 0;
    yield {
      row,
      id: `${atlas.documents[document]?.id}:${start}`,
      ...quotation(atlas, documents, document, mentions.passage[row] ?? 0, start, end, mentions.speaker[row] ?? -1),
      surface: documents[document]?.text.slice(start, end) ?? '',
      place: atlas.places[mentions.place[row] ?? -1] ?? null,
      sense: SENSES[mentions.sense[row] ?? 0] ?? 'literal',
      confidence: (mentions.confidence[row] ?? 0) / 100,
      from: isoDay(mentions.firstDay[row] ?? NO_DAY),
      to: isoDay(mentions.lastDay[row] ?? NO_DAY),
    };
  }
}

/** The selected events in order of document and offset. */
export function* eventRows(
  atlas: Atlas,
  documents: readonly DocumentFile[],
  selection: Selection = {},
): Generator<EventRow> {
  const sure = placeConfidences(atlas);
  for (const [index, event] of atlas.events.entries()) {
    if (selection.events && !selection.events.has(index)) continue;
    yield {
      index,
      id: `${atlas.documents[event.document]?.id}:${event.id}`,
      ...quotation(atlas, documents, event.document, event.passage, event.start, event.end, event.speaker),
      ...(event.attributedTo === null ? {} : { speaker: event.attributedTo }),
      event,
      place: atlas.places[event.place] ?? null,
      placeConfidence: sure.get(index) ?? null,
      text: documents[event.document]?.text.slice(event.start, event.end) ?? '',
      from: isoDay(event.firstDay),
      to: isoDay(event.lastDay),
    };
  }
}

function placeConfidences(atlas: Atlas): ReadonlyMap<number, number> {
  const { mentions } = atlas;
  const sure = new Map<number, number>();
  mentions.events.forEach((events, row) => {
    for (const index of events) {
      if (atlas.events[index]?.place !== mentions.place[row]) continue;
      sure.set(index, Math.max(sure.get(index) ?? 0, (mentions.confidence[row] ?? 0) / 100));
    }
  });
  return sure;
}

function quotation(
  atlas: Atlas,
  documents: readonly DocumentFile[],
  index: number,
  passage: number,
  start: number,
  end: number,
  speaker: number,
): Quotation {
  const document = atlas.documents[index];
  if (!document) throw new Error(`the atlas has no document ${index}`);
  const file = documents[index];
  const span = file?.analysis.passages[passage];
  const known = atlas.speakers[speaker];
  return {
    document,
    passageId: `${document.id}#${passage}`,
    passage: file && span ? file.text.slice(span.start, span.end) : '',
    start,
    end,
    speaker: document.voices.find(([voice]) => voice === speaker)?.[1] ?? known?.names[0] ?? null,
    speakerId: known?.id ?? null,
    speakerName: known?.names[0] ?? null,
  };
}

/** ISO date of a day number (whole days since 1970-01-01), null for an undated one. Years beyond four digits in the extended form. */
function isoDay(day: number): string | null {
  if (day === NO_DAY) return null;
  const time = day * 86_400_000;
  return Math.abs(time) > 8.64e15 ? null : (new Date(time).toISOString().split('T')[0] ?? null);
}

/** The figures of an event in a line: `killed ≥ 25; wounded ~ 40`. */
export function figuresLine(event: AtlasEvent): string {
  return event.figures
    .map(
      ({ what, value, approx, atLeast, atMost }) =>
        `${what} ${atLeast ? '≥ ' : atMost ? '≤ ' : ''}${approx ? '~' : ''}${value}`,
    )
    .join('; ');
}

/** Title, publisher and date of a document in a line. */
export function sourceLine(document: AtlasDocument): string {
  return [document.title, document.author, document.source, document.date].filter(Boolean).join(', ');
}
