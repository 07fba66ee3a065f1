import { type Fit, fits, placeFit } from './fit.ts';
import { isJoinable, isSpeech, type Telling } from './telling.ts';
import { keptAt, lookAt } from './where-to-look.ts';

/** The tellings of one event. The first is the sharpest: every other was held against it. */
export interface Group {
  readonly founder: Telling;
  readonly tellings: { readonly telling: Telling; readonly sure: boolean }[];
}

/** How many groups one telling is held against before it takes the best so far: keeps the whole near linear. */
const LOOK = 400;
/** Families whose happenings spread over the parts of a region. */
const SPREAD: ReadonlySet<string> = new Set(['war', 'ceasefire', 'blockade', 'territorial-change', 'political-status']);

/** Groups of tellings, found again by when, where and who. Tellings must come in the order of `byPrecision`. */
export class Groups {
  readonly all: Group[] = [];
  private readonly byTime = new Map<string, Map<string, Group[]>>();

  /** Puts a telling to the group that it fits best, or founds one. */
  add(telling: Telling): void {
    const joinable = isJoinable(telling.event);
    const best = joinable ? this.best(telling) : null;
    if (best !== null) {
      best.group.tellings.push({ telling, sure: best.fit.sure });
      return;
    }
    const group: Group = { founder: telling, tellings: [{ telling, sure: true }] };
    this.all.push(group);
    if (joinable) this.keep(group);
  }

  private best(telling: Telling): { readonly group: Group; readonly fit: Fit } | null {
    let best: { group: Group; fit: Fit } | null = null;
    const seen = new Set<Group>();
    const { times, places } = lookAt(telling);
    for (const time of times) {
      const byPlace = this.byTime.get(time);
      if (byPlace === undefined) continue;
      for (const place of places)
        for (const group of byPlace.get(place) ?? []) {
          if (seen.has(group)) continue;
          if (seen.size >= LOOK) return best;
          seen.add(group);
          const fit = fits(telling, group.founder);
          if (fit !== null && (best === null || fit.score > best.fit.score) && admits(group, telling))
            best = { group, fit };
        }
    }
    return best;
  }

  private keep(group: Group): void {
    const { times, places } = keptAt(group.founder);
    for (const time of times) {
      let byPlace = this.byTime.get(time);
      if (byPlace === undefined) {
        byPlace = new Map();
        this.byTime.set(time, byPlace);
      }
      for (const place of places) {
        const kept = byPlace.get(place);
        if (kept === undefined) byPlace.set(place, [group]);
        else kept.push(group);
      }
    }
  }
}

/** Whether a telling goes with all that a group holds: two towns of a region are two places, and a speech is told once a document. */
function admits(group: Group, telling: Telling): boolean {
  if (isSpeech(telling.event)) return group.tellings.every((one) => one.telling.documentId !== telling.documentId);
  if (SPREAD.has(telling.family) || group.founder.event.placeId === telling.event.placeId) return true;
  return group.tellings.every((one) => placeFit(one.telling, telling) > 0);
}
