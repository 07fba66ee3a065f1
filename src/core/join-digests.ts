import type { Digest } from './assemble.ts';
import type { Gazetteer } from './gazetteer/gazetteer.ts';
import { seatsOf } from './gazetteer/seats.ts';
import type { Places } from './joining/told.ts';
import type { Analysis } from './model/analysis.ts';
import type { JoinedEvent } from './model/event.ts';
import type { PlaceKind } from './model/place.ts';
import { join } from './stages/join.ts';

/** Kinds in which two happenings of one kind on one day are likely one. */
const SPOTS: ReadonlySet<PlaceKind> = new Set([
  'city',
  'village',
  'neighbourhood',
  'camp',
  'island',
  'facility',
  'base',
  'crossing',
  'port',
  'airport',
]);

/** What joining asks of the gazetteer; answers are remembered, for places come again and again. */
export function placesOf(gazetteer: Gazetteer): Places {
  const chains = new Map<string, readonly string[]>();
  return {
    ancestors(id) {
      const known = chains.get(id);
      if (known) return known;
      const at = gazetteer.indexOf(id);
      const chain = at < 0 ? [] : gazetteer.ancestors(at).map((ancestor) => gazetteer.place(ancestor).id);
      chains.set(id, chain);
      return chain;
    },
    isSpot(id) {
      const at = gazetteer.indexOf(id);
      return at >= 0 && SPOTS.has(gazetteer.kind(at));
    },
    stateOf: seatsOf(gazetteer),
  };
}
/** Puts the tellings of one event over the whole corpus together. */
export function joinDigests(digests: readonly Digest[], gazetteer: Gazetteer): JoinedEvent[] {
  return join(digests.map(asAnalysis), placesOf(gazetteer));
}

/** A digest in the form of an analysis, with its events alone: what joining and the layers ask of one. */
export function asAnalysis({ document, lang, date, dateBasis, dateEvidence, events }: Digest): Analysis {
  return {
    id: document.id,
    lang,
    date,
    dateBasis,
    dateEvidence,
    passages: [],
    mentions: [],
    dates: [],
    claims: [],
    events,
    notices: [],
  };
}
