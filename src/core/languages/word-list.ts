import { foldName } from '../text/fold.ts';

/** A set of folded words from a table in a string: white space separates, `#` starts a comment to the end of the line, `_` stands for a space inside an entry. */
export function wordList(table: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const line of table.split('\n')) {
    for (const word of (line.split('#')[0] ?? '').split(/\s+/)) {
      if (word === '') continue;
      const folded = foldName(word.replaceAll('_', ' '));
      if (folded === '') throw new Error(`word list: nothing of "${word}" is left when it is folded`);
      words.add(folded);
    }
  }
  return words;
}

/** The first words of those entries that have several: few words need to be tried with the next one. */
export function firstWords(entries: Iterable<string>): ReadonlySet<string> {
  const first = new Set<string>();
  for (const entry of entries) if (entry.includes(' ')) first.add(entry.slice(0, entry.indexOf(' ')));
  return first;
}

/** A table of `first_second`, as the second words by the first. */
export function wordPairs(table: string): ReadonlyMap<string, ReadonlySet<string>> {
  const pairs = new Map<string, Set<string>>();
  for (const pair of wordList(table)) {
    const space = pair.indexOf(' ');
    if (space < 0) throw new Error(`word pairs: no "_" in "${pair}"`);
    const first = pair.slice(0, space);
    pairs.set(first, (pairs.get(first) ?? new Set()).add(pair.slice(space + 1)));
  }
  return pairs;
}

/** A map of folded words to values: each line `value: word word …`, comments and `_` as in `wordList`. */
export function wordTable<Value extends string>(table: string): ReadonlyMap<string, readonly Value[]> {
  const words = new Map<string, Value[]>();
  for (const line of table.split('\n')) {
    const body = (line.split('#')[0] ?? '').trim();
    if (body === '') continue;
    const colon = body.indexOf(':');
    if (colon < 0) throw new Error(`word table: no "value:" in "${body}"`);
    const values = body.slice(0, colon).trim().split(/\s+/) as Value[];
    for (const word of body
      .slice(colon + 1)
      .trim()
      .split(/\s+/)) {
      const key = foldName(word.replaceAll('_', ' '));
      const known = words.get(key);
      if (known) known.push(...values.filter((value) => !known.includes(value)));
      else words.set(key, [...values]);
    }
  }
  return words;
}
