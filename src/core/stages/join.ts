import { stableId } from '../events/families.ts';
import { ActorReader } from '../joining/actor-keys.ts';
import { differencesOf } from '../joining/differences.ts';
import { type Group, Groups } from '../joining/groups.ts';
import { type NamedSpeaker, speakerAliases } from '../joining/speaker-aliases.ts';
import { byPrecision, type ReadTold, readTold, tellingsOf } from '../joining/telling.ts';
import type { Places, Told } from '../joining/told.ts';
import type { JoinedEvent } from '../model/event.ts';

/**
 * Joins the tellings of one event over and within documents: by family of kinds, place (with containment), time and
 * actors. Cautious: what is only possibly the same is joined with `sure: false`; what differs is listed, never averaged.
 * The result does not depend on the order of the documents. Kinds of which `meetingPlace` tells different things never
 * meet: whoever gives the `aliases` of speakers over the whole corpus may join them apart. Cost: near linear, by buckets of time, place and actors.
 */
export function join(
  documents: readonly Told[],
  places: Places,
  aliases: ReadonlyMap<string, string> = speakerAliases(documents.flatMap(namedSpeakers), places.isState),
): JoinedEvent[] {
  const reader = new ActorReader(places);
  return joinRead(
    documents.map((told) => readTold(told, reader)),
    places,
    aliases,
  );
}

/** The same for documents whose mentions were read before. */
export function joinRead(
  documents: readonly ReadTold[],
  places: Places,
  aliases: ReadonlyMap<string, string>,
): JoinedEvent[] {
  const tellings = documents.flatMap((told) => tellingsOf(told, places, aliases)).sort(byPrecision);
  const groups = new Groups();
  for (const telling of tellings) groups.add(telling);
  return groups.all.map(joined).sort(byDate);
}

/** The speakers of a document, of its claims and its events. */
function namedSpeakers({ claims, events }: Told): NamedSpeaker[] {
  const named: NamedSpeaker[] = [...claims];
  for (const { speakerId, attributedTo } of events)
    if (speakerId !== null && attributedTo !== null) named.push({ speakerId, attributedTo });
  return named;
}

/** Undated events last. */
function byDate(a: JoinedEvent, b: JoinedEvent): number {
  const [first, second] = [a.date ?? '~', b.date ?? '~'];
  if (first !== second) return first < second ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function joined({ founder, tellings }: Group): JoinedEvent {
  const order = ({ telling }: Group['tellings'][number]) => `${telling.documentDate ?? '~'}\u0000${telling.key}`;
  const keyed = tellings.map((one) => ({ one, key: order(one) }));
  const sorted = keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ one }) => one);
  const first = <Value>(value: (event: (typeof founder)['event']) => Value | null) =>
    value(founder.event) ?? tellings.map((one) => value(one.telling.event)).find((known) => known !== null) ?? null;
  return {
    id: stableId(sorted.map(({ telling }) => telling.key)),
    kind: founder.event.kind,
    placeId: first(({ placeId }) => placeId),
    date: first(({ date }) => date),
    tellings: sorted.map(({ telling, sure }) => ({ documentId: telling.documentId, eventId: telling.event.id, sure })),
    differences: sorted.length > 1 ? differencesOf(sorted.map(({ telling }) => telling)) : [],
  };
}
