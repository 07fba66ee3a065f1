import { kindFamily } from '../events/families.ts';
import type { EventKind } from '../model/event.ts';
import type { Days } from './days.ts';
import { CAMPAIGN, isSpeech, type Telling, WIDE } from './telling.ts';
import { reachOf } from './time-fit.ts';

/** Days of one bucket. */
const BUCKET = 16;
/** A period longer than this many days is held only against other periods. */
const AGE = 800;
/** Families whose dead may be counted in an event of their own: the two meet by the same figure. */
const HARM: ReadonlySet<string> = new Set(['attack', 'landmine', 'accident', 'disaster', 'casualties']);

/** What tellings of a kind can at most be joined within: its family, or all in which people are harmed. */
export function meetingPlace(kind: EventKind): string {
  const family = kindFamily(kind);
  return HARM.has(family) ? 'harm' : family;
}

/** Where the founder of a group is kept: under each time with each place. */
export function keptAt(founder: Telling): { readonly times: readonly string[]; readonly places: readonly string[] } {
  const { event, days, ancestors } = founder;
  const times = shapes(founder).flatMap((shape) => {
    if (days !== null) return isWide(days) ? [`${shape} wide`] : buckets(shape, days, CAMPAIGN);
    return undatedTimes(founder, shape);
  });
  if (event.placeId === null) return { times, places: actorsOf(founder).map((actor) => `~${actor}`) };
  return {
    times,
    places: [
      `=${event.placeId}`,
      `<${event.placeId}`,
      ...ancestors.map((id) => `<${id}`),
      ...actorsOf(founder).map((actor) => `#${actor}`),
    ],
  };
}

/** Where a telling looks for the group that it may belong to: what was kept under one of the times with one of the places. */
export function lookAt(telling: Telling): { readonly times: readonly string[]; readonly places: readonly string[] } {
  const { event, days, ancestors } = telling;
  const times = shapes(telling).flatMap((shape) => {
    if (days === null) {
      const reach = reachOf(telling);
      return [...(reach === null ? [] : buckets(shape, reach, 0)), `${shape} wide`, ...undatedTimes(telling, shape)];
    }
    if (!isWide(days)) return buckets(shape, days, 0);
    return days[1] - days[0] > AGE ? [`${shape} wide`] : [...buckets(shape, days, 0), `${shape} wide`];
  });
  const actors = actorsOf(telling);
  if (event.placeId === null) return { times, places: actors.flatMap((actor) => [`~${actor}`, `#${actor}`]) };
  return {
    times,
    // what lies in it, what it lies in, what is told of the same actors without a place
    places: [`<${event.placeId}`, ...ancestors.map((id) => `=${id}`), ...actors.map((actor) => `~${actor}`)],
  };
}

const isWide = (days: Days) => days[1] - days[0] > WIDE;

function buckets(shape: string, [first, last]: Days, slack: number): string[] {
  const keys: string[] = [];
  const end = Math.floor((last + slack) / BUCKET);
  for (let at = Math.floor((first - slack) / BUCKET); at <= end; at++) keys.push(`${shape} ${at}`);
  return keys;
}

function undatedTimes(telling: Telling, shape: string): string[] {
  if (telling.event.several) return [`${shape} several`];
  const reach = reachOf(telling);
  // a document without a date tells only to itself when its undated events were
  return reach === null ? [`${shape} in ${telling.documentId}`] : buckets(`${shape} undated`, reach, 0);
}

function shapes(telling: Telling): string[] {
  if (telling.counts.size === 0 || !HARM.has(telling.family)) return [telling.shape];
  return [telling.shape, telling.shape.replace(telling.family, 'harm')];
}

/** Keys of who takes part, and of the speaker, who means one matter in one document. A speech is found by its speaker. */
function actorsOf({ event, actors, documentId }: Telling): readonly string[] {
  if (isSpeech(event)) return [];
  return event.speakerId === null ? actors : [...actors, `${documentId} ${event.speakerId}`];
}
