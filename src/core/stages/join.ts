import type { Analysis } from '../model/analysis.ts';
import type { JoinedEvent } from '../model/event.ts';

export function join(analyses: readonly Analysis[], _places: { ancestors(placeId: string): readonly string[] }): JoinedEvent[] {
  return analyses.flatMap(({ id, events }) =>
    events.map((event) => ({ id: `${id}:${event.id}`, kind: event.kind, placeId: event.placeId, date: event.date, tellings: [{ documentId: id, eventId: event.id, sure: true }], differences: [] })),
  );
}
