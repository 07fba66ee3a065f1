import type { Gazetteer, Posting } from './gazetteer.ts';

/**
 * Several gazetteers as one: the first rules where an id stands in two. Indices of the first stay as they are, those of
 * the others follow.
 */
export function combineGazetteers(parts: readonly Gazetteer[]): Gazetteer {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const offsets: number[] = [];
  let size = 0;
  for (const part of parts) {
    offsets.push(size);
    size += part.size;
  }
  const route = (index: number): [Gazetteer, number] => {
    let at = offsets.length - 1;
    while (at > 0 && index < (offsets[at] ?? 0)) at--;
    return [parts[at] as Gazetteer, index - (offsets[at] ?? 0)];
  };
  const gather = (ask: (part: Gazetteer) => readonly Posting[]): readonly Posting[] => {
    let found: readonly Posting[] = [];
    parts.forEach((part, at) => {
      const postings = ask(part);
      if (postings.length === 0) return;
      const offset = offsets[at] ?? 0;
      const moved =
        offset === 0 ? postings : postings.map((posting) => ({ ...posting, place: posting.place + offset }));
      found = found.length === 0 ? moved : [...found, ...moved];
    });
    return found;
  };
  const indexOf = (id: string) => {
    for (const [at, part] of parts.entries()) {
      const index = part.indexOf(id);
      if (index >= 0) return index + (offsets[at] ?? 0);
    }
    return -1;
  };
  const place = (index: number) => {
    const [part, own] = route(index);
    return part.place(own);
  };
  const ask = <Name extends 'note' | 'usage' | 'kind' | 'rank' | 'seat' | 'population' | 'lat' | 'lon' | 'country'>(
    name: Name,
    index: number,
  ) => {
    const [part, own] = route(index);
    return part[name](own) as ReturnType<Gazetteer[Name]>;
  };
  const ancestorCache = new Map<number, readonly number[]>();
  return {
    size,
    find: (folded) => gather((part) => part.find(folded)),
    findPeople: (folded) => gather((part) => part.findPeople(folded)),
    findSound: (key) => gather((part) => part.findSound(key)),
    longest: (word) => Math.max(...parts.map((part) => part.longest(word))),
    indexOf,
    place,
    note: (index) => ask('note', index),
    usage: (index) => ask('usage', index),
    kind: (index) => ask('kind', index),
    rank: (index) => ask('rank', index),
    seat: (index) => ask('seat', index),
    population: (index) => ask('population', index),
    lat: (index) => ask('lat', index),
    lon: (index) => ask('lon', index),
    country: (index) => ask('country', index),
    ancestors(index) {
      const known = ancestorCache.get(index);
      if (known) return known;
      const found: number[] = [];
      const queue = [...place(index).parents];
      while (queue.length > 0) {
        const parent = indexOf(queue.shift() ?? '');
        if (parent < 0 || parent === index || found.includes(parent)) continue;
        found.push(parent);
        queue.push(...place(parent).parents);
      }
      if (ancestorCache.size < 50_000) ancestorCache.set(index, found);
      return found;
    },
  };
}
