import { type Analysed, type Digest, dateShown, digestOf, range } from './assembly/digest.ts';
import { gistOf } from './assembly/gist.ts';
import { addMentions } from './assembly/mention-columns.ts';
import { type Bounds, PlaceTable } from './assembly/place-table.ts';
import { SpeakerTable } from './assembly/speaker-table.ts';
import type { Gazetteer } from './gazetteer/gazetteer.ts';
import { isStateIn } from './join-digests.ts';
import { speakerAliases } from './joining/speaker-aliases.ts';
import type { Atlas, AtlasDocument, AtlasEvent } from './model/atlas.ts';
import type { JoinedEvent } from './model/event.ts';
import { emptyColumns } from './packing/growing-columns.ts';
import { speakerGlosser } from './speaker-glosses.ts';

/** What is told of a corpus. */
export interface CorpusText {
  readonly title: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly description: string;
  readonly descriptions: Readonly<Record<string, string>>;
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
  /** Speakers that are others under a shorter name, where more documents than these tell it. */
  aliases: ReadonlyMap<string, string> = speakerAliases(digests.flatMap(speakersOf), isStateIn(gazetteer)),
): Atlas {
  const places = new PlaceTable(gazetteer, bounds);
  const speakers = new SpeakerTable(aliases);
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
    const { speakerAt, voices } = speakers.addDocument(digest.speakers);
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
      voices,
      file: `documents/${index}.json`,
    });
    const firstEvent = events.length;
    digest.events.forEach((event, at) => {
      const { date, dateBasis } = dateShown(event);
      const [first, last] = daysOf(date);
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
        date,
        firstDay: first,
        lastDay: last,
        dateBasis,
        actors: event.actors,
        speaker: event.speakerId === null ? -1 : (speakerAt.get(event.speakerId) ?? -1),
        attributedTo: event.attributedTo,
        figures: event.figures.map(({ start: _start, end: _end, ...figure }) => figure),
        factuality: event.factuality,
        framing: event.framing,
        trigger: digest.triggers[at] ?? '',
        gist: gistOf(digest.eventTexts[at] ?? '', event.trigger.start - event.start),
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
    speakers: speakers.list(speakerGlosser(gazetteer)),
    mentions: columns,
    events,
    joinedEvents,
  };
}

const speakersOf = ({ speakers }: Digest) => speakers.map(([speakerId, attributedTo]) => ({ speakerId, attributedTo }));

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
