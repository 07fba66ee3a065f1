import type { Gazetteer } from '../core/gazetteer/gazetteer.ts';
import { foldName } from '../core/text/fold.ts';
import { rankOf } from './folded-names.ts';
import type { ElsewhereHit } from './search-messages.ts';

const MOST_FOUND = 4;
/** A name that only holds the words somewhere inside a word of its own is too far off, among so many. */
const WORST = 2;

interface Known {
  readonly place: number;
  readonly folded: readonly string[];
}

/** Well-known places that the corpus does not name, found by name. */
export class Elsewhere {
  readonly #gazetteer: Gazetteer;
  readonly #known: readonly Known[];

  /** `named` are the ids of the places that the corpus names. */
  constructor(gazetteer: Gazetteer, named: ReadonlySet<string>) {
    this.#gazetteer = gazetteer;
    const known: Known[] = [];
    for (let place = 0; place < gazetteer.size; place++) {
      const { id, names, lat, lon } = gazetteer.place(place);
      if (lat === null || lon === null || named.has(id)) continue;
      known.push({ place, folded: [...new Set(Object.values(names).flat().map(foldName))] });
    }
    this.#known = known;
  }

  /** The places one of whose names is, begins with, or has a word that begins with the words: in this order, then by rank. */
  find(text: string): ElsewhereHit[] {
    const wanted = foldName(text);
    if (wanted.length < 2) return [];
    const gazetteer = this.#gazetteer;
    // spellings beside the names that are shown
    const spelt = new Set(gazetteer.find(wanted).map(({ place }) => place));
    const found: { readonly place: number; readonly rank: number }[] = [];
    for (const { place, folded } of this.#known) {
      const rank = spelt.has(place) ? 0 : folded.reduce((best, name) => Math.min(best, rankOf(name, wanted)), 4);
      if (rank <= WORST) found.push({ place, rank });
    }
    found.sort(
      (a, b) =>
        a.rank - b.rank ||
        gazetteer.rank(b.place) - gazetteer.rank(a.place) ||
        gazetteer.population(b.place) - gazetteer.population(a.place) ||
        a.place - b.place,
    );
    return found.slice(0, MOST_FOUND).map(({ place }) => {
      const { id, kind, names, lat, lon } = gazetteer.place(place);
      const inside = gazetteer.ancestors(place)[0];
      return {
        id,
        kind,
        names,
        lat: lat ?? 0,
        lon: lon ?? 0,
        inside: inside === undefined ? null : gazetteer.place(inside).names,
      };
    });
  }
}
