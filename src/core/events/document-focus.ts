import type { HomeOf } from '../gazetteer/seats.ts';
import type { Mention } from '../model/mention.ts';

/** Share of the literal mentions that one place must have to be what the document is about. Chosen on the sample. */
const FOCUS_SHARE = 0.3;
const FOCUS_MIN = 3;

/** Share of the placed mentions that must lie in one country for the document to be of it. */
const HOME_SHARE = 0.5;

/** What place a document is about, and in which country most of what it names lies; null where no one place stands out. */
export interface Focus {
  readonly placeId: string | null;
  readonly kind: string | null;
  readonly home: string | null;
}

export function focusOf(mentions: readonly Mention[], homeOf: HomeOf): Focus {
  const counts = new Map<string, number>();
  const homes = new Map<string, number>();
  let literal = 0;
  let homed = 0;
  for (const mention of mentions) {
    if (mention.placeId === null || mention.sense === 'demonym' || mention.sense === 'embedded') continue;
    if (mention.sense !== 'literal' && !(mention.sense === 'associative' && mention.kind !== 'country')) continue;
    literal++;
    counts.set(mention.placeId, (counts.get(mention.placeId) ?? 0) + 1);
    const home = homeOf(mention.placeId);
    if (home === null) continue;
    homed++;
    homes.set(home, (homes.get(home) ?? 0) + 1);
  }
  const [place, most] = commonest(counts);
  const placeId = most >= FOCUS_MIN && most >= literal * FOCUS_SHARE ? place : null;
  const [country, known] = commonest(homes);
  return {
    placeId,
    kind: mentions.find((mention) => mention.placeId !== null && mention.placeId === placeId)?.kind ?? null,
    home: known >= FOCUS_MIN && known > homed * HOME_SHARE ? country : null,
  };
}

/** The key counted most often, the first in code order of several. */
function commonest(counts: ReadonlyMap<string, number>): [string | null, number] {
  let best: string | null = null;
  let most = 0;
  for (const [key, count] of counts)
    if (count > most || (count === most && best !== null && key < best)) {
      best = key;
      most = count;
    }
  return [best, most];
}
