import { edtfDays } from './calendar/edtf.ts';
import type { Gazetteer } from './gazetteer/gazetteer.ts';
import type { Analysis } from './model/analysis.ts';
import {
  type Atlas,
  type AtlasDocument,
  type AtlasEvent,
  type AtlasPlace,
  type AtlasSpeaker,
  type MentionColumns,
  NO_DAY,
} from './model/atlas.ts';
import type { Document } from './model/document.ts';
import type { JoinedEvent } from './model/event.ts';
import { SENSES } from './model/mention.ts';
import type { Span } from './model/span.ts';

/** A document with its analysis. */
export interface Analysed {
  readonly document: Document;
  readonly analysis: Analysis;
}

/** What is told of a corpus. */
export interface CorpusText {
  readonly title: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly description: string;
  readonly descriptions: Readonly<Record<string, string>>;
}

type Bounds = readonly [number, number, number, number];

/**
 * Puts the analyses of a corpus together into the atlas that the explorer loads. `bounds` gives the extent of a place's
 * shape, where it has one. Deterministic; linear in the number of mentions.
 */
export function assembleAtlas(
  corpus: CorpusText,
  analysed: readonly Analysed[],
  joinedEvents: readonly JoinedEvent[],
  gazetteer: Gazetteer,
  bounds: (placeId: string) => Bounds | null,
): Atlas {
  const places = new PlaceTable(gazetteer, bounds);
  const speakers = new SpeakerTable();
  const joinedOf = new Map<string, number>();
  joinedEvents.forEach((joined, index) => {
    for (const telling of joined.tellings) joinedOf.set(`${telling.documentId}\u0000${telling.eventId}`, index);
  });
  const documents: AtlasDocument[] = [];
  const events: AtlasEvent[] = [];
  const columns = emptyColumns();

  for (const { document, analysis } of analysed) {
    const index = documents.length;
    const [firstDay, lastDay] = range(analysis.date);
    documents.push({
      id: document.id,
      title: document.title ?? headline(document.text, analysis),
      titles: document.titles ?? {},
      lang: analysis.lang,
      date: analysis.date,
      dateBasis: analysis.dateBasis,
      dateNote: document.dateNote ?? (analysis.dateEvidence.join('; ') || null),
      firstDay,
      lastDay,
      words: document.text.split(/\s+/).filter(Boolean).length,
      source: document.source ?? null,
      author: document.author ?? null,
      url: document.url ?? null,
      passages: analysis.passages.length,
      file: `documents/${index}.json`,
    });
    for (const claim of analysis.claims) speakers.add(claim.speakerId, claim.attributedTo);
    const firstEvent = events.length;
    for (const event of analysis.events) {
      const [first, last] = range(event.date);
      events.push({
        id: event.id,
        document: index,
        passage: event.passage,
        start: event.start,
        end: event.end,
        kind: event.kind,
        plover: event.plover,
        place: event.placeId === null ? -1 : places.add(event.placeId),
        placeRole: event.placeRole,
        date: event.date,
        firstDay: first,
        lastDay: last,
        dateBasis: event.dateBasis,
        actors: event.actors,
        speaker: event.speakerId === null ? -1 : speakers.add(event.speakerId, event.attributedTo ?? ''),
        figures: event.figures.map(({ start: _start, end: _end, ...figure }) => figure),
        factuality: event.factuality,
        framing: event.framing,
        trigger: document.text.slice(event.trigger.start, event.trigger.end),
        joined: joinedOf.get(`${document.id}\u0000${event.id}`) ?? -1,
      });
    }
    addMentions(columns, index, analysis, events, firstEvent, places, speakers, [firstDay, lastDay]);
  }
  return {
    format: 'mawdi-atlas',
    version: 1,
    title: corpus.title,
    titles: corpus.titles,
    description: corpus.description,
    descriptions: corpus.descriptions,
    documents,
    places: places.finish(),
    speakers: speakers.list(),
    mentions: columns,
    events,
    joinedEvents,
  };
}

function addMentions(
  columns: Columns,
  document: number,
  analysis: Analysis,
  events: readonly AtlasEvent[],
  firstEvent: number,
  places: PlaceTable,
  speakers: SpeakerTable,
  published: readonly [number, number],
): void {
  const datesOf = new Map<number, [number, number]>();
  for (const date of analysis.dates) {
    const [first, last] = range(date.edtf);
    if (first !== NO_DAY && !datesOf.has(date.passage)) datesOf.set(date.passage, [first, last]);
  }
  for (const mention of analysis.mentions) {
    const covering: number[] = [];
    for (let at = firstEvent; at < events.length; at++) {
      const event = events[at] as AtlasEvent;
      if (event.start <= mention.start && mention.end <= event.end) covering.push(at);
    }
    const dated = covering.map((at) => events[at] as AtlasEvent).find((event) => event.firstDay !== NO_DAY);
    const [first, last] = dated ? [dated.firstDay, dated.lastDay] : (datesOf.get(mention.passage) ?? published);
    const claim = innermost(analysis.claims, mention);
    columns.document.push(document);
    columns.place.push(mention.placeId === null ? -1 : places.add(mention.placeId, mention.surface));
    columns.start.push(mention.start);
    columns.end.push(mention.end);
    columns.passage.push(mention.passage);
    columns.sense.push(SENSES.indexOf(mention.sense));
    columns.confidence.push(Math.round(mention.confidence * 100));
    columns.firstDay.push(first);
    columns.lastDay.push(last);
    columns.speaker.push(claim ? speakers.add(claim.speakerId, claim.attributedTo) : -1);
    columns.events.push(covering);
  }
}

function innermost<Claim extends Span>(claims: readonly Claim[], span: Span): Claim | null {
  let found: Claim | null = null;
  for (const claim of claims)
    if (
      claim.start <= span.start &&
      span.end <= claim.end &&
      (!found || claim.end - claim.start < found.end - found.start)
    )
      found = claim;
  return found;
}

type Columns = {
  -readonly [Name in keyof MentionColumns]: MentionColumns[Name] extends readonly (readonly number[])[]
    ? (readonly number[])[]
    : number[];
};

function emptyColumns(): Columns {
  return {
    document: [],
    place: [],
    start: [],
    end: [],
    passage: [],
    sense: [],
    confidence: [],
    firstDay: [],
    lastDay: [],
    speaker: [],
    events: [],
  };
}

function range(edtf: string | null): readonly [number, number] {
  return (edtf === null ? null : edtfDays(edtf)) ?? [NO_DAY, NO_DAY];
}

/** The first heading, or the beginning of the first passage that is text. */
function headline(text: string, analysis: Analysis): string {
  const passage = analysis.passages.find((candidate) => !candidate.furniture);
  if (!passage) return analysis.id;
  const words = text.slice(passage.start, passage.end).replace(/\s+/g, ' ');
  return words.length <= 120 ? words : `${words.slice(0, 117).replace(/\s\S*$/, '')}…`;
}

class PlaceTable {
  private readonly indices = new Map<string, number>();
  private readonly surfaces: Map<string, number>[] = [];
  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly bounds: (placeId: string) => Bounds | null,
  ) {}

  add(id: string, surface?: string): number {
    let index = this.indices.get(id);
    if (index === undefined) {
      index = this.indices.size;
      this.indices.set(id, index);
      this.surfaces.push(new Map());
    }
    const counts = this.surfaces[index];
    if (surface !== undefined && counts) counts.set(surface, (counts.get(surface) ?? 0) + 1);
    return index;
  }

  finish(): AtlasPlace[] {
    const chains = new Map<string, string[]>();
    for (const id of [...this.indices.keys()]) {
      const at = this.gazetteer.indexOf(id);
      const chain = at < 0 ? [] : this.gazetteer.ancestors(at).map((ancestor) => this.gazetteer.place(ancestor).id);
      chains.set(id, chain);
      for (const ancestor of chain) this.add(ancestor);
    }
    return [...this.indices.keys()].map((id, index) => {
      const at = this.gazetteer.indexOf(id);
      if (at < 0) throw new Error(`place "${id}" is not in the gazetteer`);
      const place = this.gazetteer.place(at);
      const english = place.names.en ?? [id];
      const ancestors =
        chains.get(id) ?? this.gazetteer.ancestors(at).map((ancestor) => this.gazetteer.place(ancestor).id);
      const bbox = this.bounds(id);
      return {
        id,
        kind: place.kind,
        geometry: place.geometry,
        lat: place.lat,
        lon: place.lon,
        bbox,
        names: { ...place.names, en: english, ar: place.names.ar ?? english },
        surfaces: [...(this.surfaces[index] ?? new Map<string, number>())]
          .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
          .map(([surface]) => surface),
        ancestors: ancestors.map((ancestor) => this.indices.get(ancestor) ?? -1).filter((ancestor) => ancestor >= 0),
        rank: place.rank,
        period: place.period,
        note: this.gazetteer.note(at),
        usage: this.gazetteer.usage(at),
        source: place.source,
        country: place.country,
      };
    });
  }
}

class SpeakerTable {
  private readonly indices = new Map<string, number>();
  private readonly names: Set<string>[] = [];

  add(id: string, name: string): number {
    let index = this.indices.get(id);
    if (index === undefined) {
      index = this.indices.size;
      this.indices.set(id, index);
      this.names.push(new Set());
    }
    if (name) this.names[index]?.add(name);
    return index;
  }

  list(): AtlasSpeaker[] {
    return [...this.indices.keys()].map((id, index) => ({
      id,
      names: [...(this.names[index] ?? [])].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)),
    }));
  }
}
