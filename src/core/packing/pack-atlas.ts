import type { Atlas, Column } from '../model/atlas.ts';
import type { PackedBlock, PackedEvent, PackedJoined, PackedTelling } from '../model/atlas-file.ts';
import type { JoinedEvent } from '../model/event.ts';
import { packColumn, packRows } from './packed-rows.ts';

/** Packs an atlas that was made of a few documents alone, without what only the whole corpus knows. */
export function packBlock({ documents, places, speakers, mentions, events }: Atlas): PackedBlock {
  const covering = mentions.events.flat();
  const column = (values: Column) => packColumn(Array.from(values));
  return {
    places: places.map(({ id }) => id),
    speakers: speakers.map(({ id }) => id),
    documents: packRows(documents),
    mentions: {
      rows: mentions.document.length,
      columns: {
        document: column(mentions.document),
        place: column(mentions.place),
        start: column(mentions.start),
        length: packColumn(minus(mentions.end, mentions.start)),
        passage: column(mentions.passage),
        sense: column(mentions.sense),
        confidence: column(mentions.confidence),
        firstDay: column(mentions.firstDay),
        days: packColumn(minus(mentions.lastDay, mentions.firstDay)),
        speaker: column(mentions.speaker),
        covers: packColumn(mentions.events.map(({ length }) => length)),
      },
    },
    covering: packColumn(covering),
    coverings: covering.length,
    events: packRows(
      events.map(
        ({ id, end, lastDay, joined: _joined, ...event }): PackedEvent => ({
          ...event,
          id: id === `${event.kind}-${event.start}` ? null : id,
          length: end - event.start,
          days: lastDay - event.firstDay,
        }),
      ),
    ),
  };
}

const minus = (from: Column, what: Column) => Array.from(from, (value, at) => value - (what[at] ?? 0));

/** Packs the joined events of a family; `at` tells where in the corpus an event stands. */
export function packJoined(
  joined: readonly JoinedEvent[],
  at: (documentId: string, eventId: string) => { readonly document: number; readonly event: number },
): PackedJoined {
  const more: PackedTelling[] = [];
  const events = joined.map(({ tellings, differences: _differences, ...event }, index) => {
    const [first, ...others] = tellings.map(({ documentId, eventId, sure }) => {
      const { document, event } = at(documentId, eventId);
      return { document, event, sure };
    });
    for (const telling of others) more.push({ joined: index, ...telling });
    return { ...event, ...first };
  });
  return {
    events: packRows(events),
    more: packRows(more),
    differences: packRows(
      joined.flatMap(({ differences }, index) => (differences.length > 0 ? [{ joined: index, differences }] : [])),
    ),
  };
}
