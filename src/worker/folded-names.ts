import { foldName } from '../core/text/fold.ts';

/** How well a folded name answers to folded words, the less the better: it is them, begins with them, has a word that does, holds them; 4 is not at all. */
export function rankOf(name: string, wanted: string): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(` ${wanted}`) || name.startsWith(`ال${wanted}`)) return 2;
  return wanted.length > 2 && name.includes(wanted) ? 3 : 4;
}

/** A list of entries with their names, looked through in any script and spelling. */
export class FoldedNames {
  readonly #entries: readonly (readonly string[])[];

  constructor(entries: readonly (readonly string[])[]) {
    this.#entries = entries.map((names) => [...new Set(names.map(foldName))]);
  }

  /** Indices of the entries one of whose names answers to the text, the best first, then in the order of the list. */
  find(text: string): number[] {
    const wanted = foldName(text);
    if (wanted === '') return [];
    return this.#entries
      .map((names, index) => ({ index, rank: names.reduce((best, name) => Math.min(best, rankOf(name, wanted)), 4) }))
      .filter(({ rank }) => rank < 4)
      .sort((a, b) => a.rank - b.rank || a.index - b.index)
      .map(({ index }) => index);
  }
}
