import { kindFamily } from '../events/families.ts';
import type { Event, EventKind } from '../model/event.ts';
import type { ActorReader } from './actor-keys.ts';
import { type Days, joiningDays } from './days.ts';
import { placeNames } from './place-names.ts';
import type { Places, Told } from './told.ts';

/** An event as far as joining asks of it. */
export type JoinableEvent = Pick<
  Event,
  | 'id'
  | 'start'
  | 'kind'
  | 'placeId'
  | 'date'
  | 'dateBasis'
  | 'attributedTo'
  | 'speakerId'
  | 'figures'
  | 'several'
  | 'factuality'
  | 'framing'
>;

/** What a document tells, its mentions read: what joining needs, and no more, so that a change elsewhere in the document is none here. */
export interface ReadTold extends Pick<Told, 'id' | 'date'> {
  readonly events: readonly JoinableEvent[];
  /** Of each event who takes part, and how its passage writes its place. */
  readonly actors: readonly (readonly string[])[];
  readonly placeNames: readonly (string | null)[];
}

export function readTold(told: Told, reader: ActorReader): ReadTold {
  const events = told.events.map(
    ({
      id,
      start,
      kind,
      placeId,
      date,
      dateBasis,
      attributedTo,
      speakerId,
      figures,
      several,
      factuality,
      framing,
    }) => ({
      ...{ id, start, kind, placeId, date, dateBasis, attributedTo, speakerId, figures, factuality, framing },
      ...(several ? { several } : {}),
    }),
  );
  return { id: told.id, date: told.date, events, actors: reader.read(told), placeNames: placeNames(told) };
}

/** One telling of an event, with all that comparing it asks for made ready once. */
export interface Telling {
  readonly documentId: string;
  readonly documentDate: string | null;
  /** Days on which its document was written. */
  readonly written: Days | null;
  readonly event: JoinableEvent;
  readonly days: Days | null;
  /** Orders tellings whatever the order of the documents. */
  readonly key: string;
  readonly family: string;
  /** Only tellings of one shape can be of one event: family, factuality, one or several, and for speech who says it. */
  readonly shape: string;
  readonly ancestors: readonly string[];
  readonly isSpot: boolean;
  readonly isCountry: boolean;
  /** Who takes part, as keys that are equal for one actor under several names. */
  readonly actors: readonly string[];
  readonly counts: ReadonlyMap<string, number>;
  /** How its document writes the place in this passage. */
  readonly placeName: string | null;
  readonly rank: number;
}

/** A date wider than this many days says a period (the nineties): it meets only another period. */
export const WIDE = 62;
/** Days that a battle or a campaign may go on between two tellings of it. */
export const CAMPAIGN = 3;

const SPEECH: ReadonlySet<EventKind> = new Set(['statement', 'accusation', 'demand', 'threat']);
export const isSpeech = (event: Pick<Event, 'kind'>): boolean => SPEECH.has(event.kind);

/** What was denied, and what has no kind, stands by itself. */
export const isJoinable = (event: Pick<Event, 'kind' | 'factuality'>): boolean =>
  event.factuality !== 'negated' && event.kind !== 'other';

/** The tellings of a document, its speakers under the names that the whole corpus has for them. */
export function tellingsOf(told: ReadTold, places: Places, aliases: ReadonlyMap<string, string>): Telling[] {
  const written = told.date === null ? null : joiningDays(told.date);
  return told.events.map((original, at) => {
    const alias = original.speakerId === null ? undefined : aliases.get(original.speakerId);
    const event = alias === undefined ? original : { ...original, speakerId: alias };
    const days = event.date === null ? null : joiningDays(event.date);
    const family = kindFamily(event.kind);
    const said = isSpeech(event) ? ` ${event.kind} ${event.speakerId}` : '';
    return {
      documentId: told.id,
      documentDate: told.date,
      written,
      event,
      days,
      key: `${told.id}\u0000${String(event.start).padStart(9, '0')}\u0000${event.id}`,
      family,
      shape: `${family}${event.factuality === 'possible' ? '?' : ''}${event.several ? '*' : ''}${said}`,
      ancestors: event.placeId === null ? [] : places.ancestors(event.placeId),
      isSpot: event.placeId !== null && places.isSpot(event.placeId),
      isCountry: event.placeId !== null && places.isCountry(event.placeId),
      actors: told.actors[at] ?? [],
      counts: totals(event),
      placeName: told.placeNames[at] ?? null,
      rank: rankOf(days),
    };
  });
}

/** Precise dates before wide ones before none: the sharpest telling founds the group. */
function rankOf(days: Days | null): number {
  if (days === null) return 3;
  const width = days[1] - days[0];
  return width <= 1 ? 0 : width <= WIDE ? 1 : 2;
}

/** The order in which tellings look for their like. */
export function byPrecision(a: Telling, b: Telling): number {
  return a.rank - b.rank || (a.days?.[0] ?? 0) - (b.days?.[0] ?? 0) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

/** The largest figure of each count: a total stands for its parts, and the dead are the dead, whoever they were. */
function totals(event: JoinableEvent): ReadonlyMap<string, number> {
  const out = new Map<string, number>();
  for (const figure of event.figures) {
    const count = figure.what.endsWith('-killed') ? 'killed' : figure.what;
    out.set(count, Math.max(out.get(count) ?? 0, figure.value));
  }
  return out;
}
