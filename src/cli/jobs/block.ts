import { assembleDigests } from '../../core/assemble.ts';
import type { Digest } from '../../core/assembly/digest.ts';
import type { Gazetteer } from '../../core/gazetteer/gazetteer.ts';
import { toldOf } from '../../core/join-digests.ts';
import type { ActorReader } from '../../core/joining/actor-keys.ts';
import { type JoinableEvent, type ReadTold, readTold } from '../../core/joining/telling.ts';
import { meetingPlace } from '../../core/joining/where-to-look.ts';
import type { Atlas } from '../../core/model/atlas.ts';
import type { NamedPlace } from './kept.ts';

const NOTHING = { title: '', titles: {}, description: '', descriptions: {} };

/** The atlas of some documents alone, each with the file that it lies in; `aliases` are those of the corpus, as far as they are known. */
export function blockAtlas(
  digests: readonly Digest[],
  files: readonly string[],
  translations: readonly (readonly string[])[],
  gazetteer: Gazetteer,
  aliases: ReadonlyMap<string, string> = new Map(),
): Atlas {
  const atlas = assembleDigests(NOTHING, digests, [], gazetteer, () => null, aliases);
  const documents = atlas.documents.map((document, at) => ({
    ...document,
    file: files[at] ?? '',
    ...(translations[at]?.length ? { translations: translations[at] } : {}),
  }));
  return { ...atlas, documents };
}

/** The places that the documents name themselves, in order of appearance, with what the whole needs to know of each. */
export function namedPlaces({ documents, places, mentions, events }: Atlas, digests: readonly Digest[]): NamedPlace[] {
  const surfaces = new Map<number, Map<string, number>>();
  const counts = new Map<number, number>();
  const passages = new Map<number, Set<string>>();
  const spellings = digests.flatMap((digest) => digest.surfaces);
  mentions.place.forEach((place, row) => {
    if (place < 0) return;
    const surface = spellings[row] ?? '';
    const spelt = surfaces.get(place) ?? new Map<string, number>();
    spelt.set(surface, (spelt.get(surface) ?? 0) + 1);
    surfaces.set(place, spelt);
    counts.set(place, (counts.get(place) ?? 0) + 1);
    const found = passages.get(place) ?? new Set();
    found.add(`${documents[mentions.document[row] ?? 0]?.id}#${mentions.passage[row]}`);
    passages.set(place, found);
  });
  const named = new Set([...counts.keys(), ...events.map(({ place }) => place)]);
  return places.flatMap(({ id }, at) =>
    named.has(at)
      ? [
          {
            id,
            surfaces: [...(surfaces.get(at) ?? [])],
            mentions: counts.get(at) ?? 0,
            passages: JSON.stringify([...(passages.get(at) ?? [])]).slice(1, -1),
          },
        ]
      : [],
  );
}

/** The events of a document that can meet, as joining wants them, and their numbers among all of the document. */
export interface FamilyEvents {
  /** The number of the document in its block. */
  readonly document: number;
  readonly told: ReadTold;
  readonly numbers: readonly number[];
}

/** The events of some documents by family, as JSON. */
export function familiesOf(digests: readonly Digest[], reader: ActorReader): Record<string, string> {
  const families = new Map<string, FamilyEvents[]>();
  digests.forEach((digest, document) => {
    const { events, actors, placeNames, ...told } = readTold(toldOf(digest), reader);
    const found = new Map<string, { events: JoinableEvent[]; numbers: number[] }>();
    events.forEach((event, number) => {
      const family = meetingPlace(event.kind);
      const known = found.get(family) ?? { events: [], numbers: [] };
      known.events.push(event);
      known.numbers.push(number);
      found.set(family, known);
    });
    for (const [family, { events, numbers }] of found) {
      const known = families.get(family) ?? [];
      const own = {
        ...told,
        events,
        actors: numbers.map((at) => actors[at] ?? []),
        placeNames: numbers.map((at) => placeNames[at] ?? null),
      };
      known.push({ document, told: own, numbers });
      families.set(family, known);
    }
  });
  return Object.fromEntries([...families].map(([family, found]) => [family, JSON.stringify(found)]));
}
