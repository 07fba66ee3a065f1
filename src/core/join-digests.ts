import { type Digest, mentionsOf } from './assembly/digest.ts';
import type { Gazetteer } from './gazetteer/gazetteer.ts';
import { seatsOf } from './gazetteer/seats.ts';
import type { Places, Told } from './joining/told.ts';
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

/** Kinds that speak for themselves: their ids are no names of people. */
const STATES: ReadonlySet<PlaceKind> = new Set([
  'country',
  'region',
  'state',
  'organisation-area',
  'polity-historical',
]);

const COUNTRIES: ReadonlySet<PlaceKind> = new Set(['country', 'organisation-area', 'polity-historical']);

/** Whether an id is that of a state, a union or a region. */
export const isStateIn = (gazetteer: Gazetteer) => isKindIn(gazetteer, STATES);

function isKindIn(gazetteer: Gazetteer, kinds: ReadonlySet<PlaceKind>): (id: string) => boolean {
  const known = new Map<string, boolean>();
  return (id) => {
    let is = known.get(id);
    if (is === undefined) {
      const at = gazetteer.indexOf(id);
      is = at >= 0 && kinds.has(gazetteer.kind(at));
      known.set(id, is);
    }
    return is;
  };
}

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
    isSpot: isKindIn(gazetteer, SPOTS),
    isCountry: isKindIn(gazetteer, COUNTRIES),
    isState: isStateIn(gazetteer),
    stateOf: seatsOf(gazetteer),
  };
}

/** Puts the tellings of one event over the whole corpus together. */
export function joinDigests(digests: readonly Digest[], gazetteer: Gazetteer): JoinedEvent[] {
  return join(digests.map(toldOf), placesOf(gazetteer));
}

/** What joining asks of a digest. */
export function toldOf(digest: Digest): Told {
  const { document, lang, date, events, speakers } = digest;
  return {
    id: document.id,
    lang,
    date,
    events,
    claims: speakers.map(([speakerId, attributedTo]) => ({ speakerId, attributedTo })),
    mentions: [...mentionsOf(digest)],
  };
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
