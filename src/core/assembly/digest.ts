import { edtfDays } from '../calendar/edtf.ts';
import type { Analysis } from '../model/analysis.ts';
import { NO_DAY } from '../model/atlas.ts';
import type { Document } from '../model/document.ts';
import type { Event } from '../model/event.ts';
import { SENSES } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import { eventCover, innermost } from './covering.ts';

/** A document with its analysis. */
export interface Analysed {
  readonly document: Document;
  readonly analysis: Analysis;
}

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

/** Numbers kept of a mention: place, start, end, passage, sense, confidence, first and last day, speaker. */
export const MENTION_FIELDS = 9;

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
  const days = analysis.events.map((event) => range(dateShown(event).date));
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

/** The date under which an event is looked for: its own, else the day of the report that tells it as news. */
export const dateShown = ({ date, dateBasis, reportedOn }: Event): Pick<Event, 'date' | 'dateBasis'> =>
  date === null && reportedOn !== undefined ? { date: reportedOn, dateBasis: 'document' } : { date, dateBasis };

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

/** The mentions of a digest with their words and the places they name. */
export function* mentionsOf({
  surfaces,
  mentions,
  places,
}: Digest): Generator<Span & { readonly surface: string; readonly placeId: string | null }> {
  for (const [row, surface] of surfaces.entries()) {
    const at = row * MENTION_FIELDS;
    const [place = -1, start = 0, end = 0] = [mentions[at], mentions[at + 1], mentions[at + 2]];
    yield { start, end, surface, placeId: places[place] ?? null };
  }
}

/** First and last day of an EDTF value; `NO_DAY` twice for none. */
export function range(edtf: string | null): readonly [number, number] {
  return (edtf === null ? null : edtfDays(edtf)) ?? [NO_DAY, NO_DAY];
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

/** The first heading, or the beginning of the first passage that is text. */
function headline(text: string, analysis: Analysis): string {
  const passage = analysis.passages.find((candidate) => !candidate.furniture);
  if (!passage) return analysis.id;
  // marks that turn the direction would turn what is written beside it
  const words = text
    .slice(passage.start, passage.end)
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ');
  return words.length <= 120 ? words : `${words.slice(0, 117).replace(/\s\S*$/, '')}…`;
}
