import type { GrowingColumns } from '../packing/growing-columns.ts';
import { type Digest, MENTION_FIELDS } from './digest.ts';
import type { PlaceTable } from './place-table.ts';

/** Adds the mentions of a document, whose events begin at `firstEvent`. */
export function addMentions(
  columns: GrowingColumns,
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
