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
import type { Event, JoinedEvent } from './model/event.ts';
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
 * What the atlas keeps of one document: everything but the text and the offsets that only its own file needs. Numbers
 * lie in columns, so that a corpus of ten thousand documents fits in memory and in a cache.
 */
export interface Digest {
  readonly document: Omit<Document, 'text'>;
  readonly headline: string;
  readonly words: number;
  readonly passages: number;
  readonly lang: string;
  readonly date: string | null;
  readonly dateBasis: Analysis['dateBasis'];
  readonly dateEvidence: readonly string[];
  /** Id and name of each speaker, in order of appearance; a name may be empty. */
  readonly speakers: readonly (readonly [id: string, name: string])[];
  readonly events: readonly Event[];
  /** The words of each event, and those that report it. */
  readonly eventTexts: readonly string[];
  readonly triggers: readonly string[];
  /** Ids of the places mentioned, in order of appearance. */
  readonly places: readonly string[];
  readonly surfaces: readonly string[];
  /** `MENTION_FIELDS` numbers a mention; places and speakers are indices into the lists above. */
  readonly mentions: readonly number[];
  /** Indices of the events that cover each mention. */
  readonly covering: readonly (readonly number[])[];
}

const MENTION_FIELDS = 9;

/** Takes from an analysis what the atlas needs of it. */
export function digestOf({ document, analysis }: Analysed): Digest {
  const { text, ...described } = document;
  const speakers = new Indexed();
  const names: [string, string][] = [];
  const speaker = (id: string, name: string) => {
    names.push([id, name]);
    return speakers.add(id);
  };
  const places = new Indexed();
  const days = analysis.events.map(({ date }) => range(date));
  for (const claim of analysis.claims) speaker(claim.speakerId, claim.attributedTo);
  for (const event of analysis.events) if (event.speakerId !== null) speaker(event.speakerId, event.attributedTo ?? '');
  const datesOf = new Map<number, readonly [number, number]>();
  for (const date of analysis.dates) {
    const found = range(date.edtf);
    if (found[0] !== NO_DAY && !datesOf.has(date.passage)) datesOf.set(date.passage, found);
  }
  const published = range(analysis.date);
  const mentions: number[] = [];
  const covering: number[][] = [];
  const coveringOf = eventCover(analysis.events);
  const claimOf = innermost(analysis.claims);
  for (const mention of analysis.mentions) {
    const events = coveringOf(mention);
    const dated = events.map((at) => days[at] ?? [NO_DAY, NO_DAY]).find(([first]) => first !== NO_DAY);
    const [first, last] = dated ?? datesOf.get(mention.passage) ?? published;
    const claim = claimOf(mention);
    mentions.push(
      mention.placeId === null ? -1 : places.add(mention.placeId),
      mention.start,
      mention.end,
      mention.passage,
      SENSES.indexOf(mention.sense),
      Math.round(mention.confidence * 100),
      first,
      last,
      claim ? speakers.add(claim.speakerId) : -1,
    );
    covering.push(events);
  }
  return {
    document: described,
    headline: headline(text, analysis),
    words: countWords(text),
    passages: analysis.passages.length,
    lang: analysis.lang,
    date: analysis.date,
    dateBasis: analysis.dateBasis,
    dateEvidence: analysis.dateEvidence,
    speakers: uniquePairs(names),
    events: analysis.events,
    eventTexts: analysis.events.map(({ start, end }) => text.slice(start, end)),
    triggers: analysis.events.map(({ trigger }) => text.slice(trigger.start, trigger.end)),
    places: places.list(),
    surfaces: analysis.mentions.map(({ surface }) => surface),
    mentions,
    covering,
  };
}

/** The words of a digest's document at the offsets that the atlas knows: those of its mentions and events. */
export function wordsOf(digest: Digest): { slice(start: number, end: number): string } {
  const known = new Map<number, string>();
  digest.surfaces.forEach((surface, at) => {
    known.set(digest.mentions[at * MENTION_FIELDS + 1] ?? -1, surface);
  });
  const events = new Map(digest.events.map(({ start, end }, at) => [`${start}-${end}`, digest.eventTexts[at] ?? '']));
  return {
    slice(start, end) {
      const surface = known.get(start);
      return surface !== undefined && surface.length === end - start ? surface : (events.get(`${start}-${end}`) ?? '');
    },
  };
}

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
  return assembleDigests(corpus, analysed.map(digestOf), joinedEvents, gazetteer, bounds);
}

/** As `assembleAtlas`, from what was kept of each document. */
export function assembleDigests(
  corpus: CorpusText,
  digests: readonly Digest[],
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
  // a corpus writes the same days over and over
  const daysOf = memorised(range);

  for (const digest of digests) {
    const { document } = digest;
    const index = documents.length;
    const [firstDay, lastDay] = daysOf(digest.date);
    documents.push({
      id: document.id,
      title: document.title ?? digest.headline,
      titles: document.titles ?? {},
      lang: digest.lang,
      date: digest.date,
      dateBasis: digest.dateBasis,
      dateNote: document.dateNote ?? (digest.dateEvidence.join('; ') || null),
      firstDay,
      lastDay,
      words: digest.words,
      source: document.source ?? null,
      author: document.author ?? null,
      url: document.url ?? null,
      passages: digest.passages,
      file: `documents/${index}.json`,
    });
    const speakerAt = new Map<string, number>();
    for (const [id, name] of digest.speakers) speakerAt.set(id, speakers.add(id, name));
    const firstEvent = events.length;
    digest.events.forEach((event, at) => {
      const [first, last] = daysOf(event.date);
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
        speaker: event.speakerId === null ? -1 : (speakerAt.get(event.speakerId) ?? -1),
        figures: event.figures.map(({ start: _start, end: _end, ...figure }) => figure),
        factuality: event.factuality,
        framing: event.framing,
        trigger: digest.triggers[at] ?? '',
        joined: joinedOf.get(`${document.id}\u0000${event.id}`) ?? -1,
      });
    });
    addMentions(columns, index, digest, firstEvent, places, speakerAt);
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
  digest: Digest,
  firstEvent: number,
  places: PlaceTable,
  speakerAt: ReadonlyMap<string, number>,
): void {
  const speakerIds = [...new Set(digest.speakers.map(([id]) => id))];
  digest.surfaces.forEach((surface, row) => {
    const field = (at: number) => digest.mentions[row * MENTION_FIELDS + at] ?? -1;
    const placeId = digest.places[field(0)];
    columns.document.push(document);
    columns.place.push(placeId === undefined ? -1 : places.add(placeId, surface));
    columns.start.push(field(1));
    columns.end.push(field(2));
    columns.passage.push(field(3));
    columns.sense.push(field(4));
    columns.confidence.push(field(5));
    columns.firstDay.push(field(6));
    columns.lastDay.push(field(7));
    columns.speaker.push(speakerAt.get(speakerIds[field(8)] ?? '') ?? -1);
    columns.events.push((digest.covering[row] ?? []).map((at) => firstEvent + at));
  });
}

/** Ids with their numbers, in order of appearance. */
class Indexed {
  private readonly indices = new Map<string, number>();

  add(id: string): number {
    const known = this.indices.get(id);
    if (known !== undefined) return known;
    this.indices.set(id, this.indices.size);
    return this.indices.size - 1;
  }

  list(): string[] {
    return [...this.indices.keys()];
  }
}

function uniquePairs(pairs: readonly [string, string][]): [string, string][] {
  const seen = new Set<string>();
  return pairs.filter(([id, name]) => {
    const key = `${id}\u0000${name}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function countWords(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(/\S+/g)) count++;
  return count;
}

/** Finds the spans that cover another, in their order. Spans are sorted once: a page of a million mentions stays linear. */
function eventCover(events: readonly Event[]): (span: Span) => number[] {
  const order = events.map((_, at) => at).sort((a, b) => (events[a]?.start ?? 0) - (events[b]?.start ?? 0));
  const longest = events.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  return (span) => {
    const found: number[] = [];
    for (let at = firstAfter(order, (index) => (events[index]?.start ?? 0) > span.start) - 1; at >= 0; at--) {
      const index = order[at] ?? 0;
      const event = events[index] as Event;
      if (event.start + longest < span.end) break;
      if (span.end <= event.end) found.push(index);
    }
    return found.sort((a, b) => a - b);
  };
}

/** The number of leading items for which the test fails; the test must hold for all after the first that passes. */
function firstAfter(items: readonly number[], test: (item: number) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(items[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function innermost<Claim extends Span>(claims: readonly Claim[]): (span: Span) => Claim | null {
  const order = claims.map((_, at) => at).sort((a, b) => (claims[a]?.start ?? 0) - (claims[b]?.start ?? 0) || a - b);
  const longest = claims.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  return (span) => {
    let found = -1;
    for (let at = firstAfter(order, (index) => (claims[index]?.start ?? 0) > span.start) - 1; at >= 0; at--) {
      const index = order[at] ?? 0;
      const claim = claims[index] as Claim;
      if (claim.start + longest < span.end) break;
      if (span.end > claim.end) continue;
      const length = claim.end - claim.start;
      const best = claims[found];
      if (!best || length < best.end - best.start || (length === best.end - best.start && index < found)) found = index;
    }
    return claims[found] ?? null;
  };
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

function memorised<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

/** The first heading, or the beginning of the first passage that is text. */
function headline(text: string, analysis: Analysis): string {
  const passage = analysis.passages.find((candidate) => !candidate.furniture);
  if (!passage) return analysis.id;
  const words = text.slice(passage.start, passage.end).replace(/\s+/g, ' ');
  return words.length <= 120 ? words : `${words.slice(0, 117).replace(/\s\S*$/, '')}…`;
}

/** The places of a corpus with their spellings, in order of appearance. */
export class PlaceTable {
  private readonly indices = new Map<string, number>();
  private readonly surfaces: Map<string, number>[] = [];
  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly bounds: (placeId: string) => Bounds | null,
  ) {}

  add(id: string, surface?: string, times = 1): number {
    let index = this.indices.get(id);
    if (index === undefined) {
      index = this.indices.size;
      this.indices.set(id, index);
      this.surfaces.push(new Map());
    }
    const counts = this.surfaces[index];
    if (surface !== undefined && counts) counts.set(surface, (counts.get(surface) ?? 0) + times);
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

/** The speakers of a corpus with the names they are given, in order of appearance. */
export class SpeakerTable {
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
