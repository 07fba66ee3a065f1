import { type Atlas, type AtlasEvent, type DocumentFile, NO_DAY } from '../core/model/atlas.ts';
import type { Difference, EventKind } from '../core/model/event.ts';
import { type EventRow, eventRows, type Selection } from './atlas-rows.ts';

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
    const told = new Set(rows.map(({ document, event }) => `${document.id} ${event.id}`));
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
          (difference) =>
            difference.tellings.filter(({ documentId, eventId }) => told.has(`${documentId} ${eventId}`)).length > 1,
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
