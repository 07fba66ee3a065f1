import type { Column } from './column.ts';
import { FORMAT_VERSION, HEADER_WORDS, MAGIC, PLACE_WORDS, POSTING_WORDS, SECTIONS, type Section } from './layout.ts';

type Words = Column<Uint32Array<ArrayBuffer>>;

/** What an index is made of, in the order in which it was added. */
export interface Parts {
  readonly strings: Column<Uint8Array<ArrayBuffer>>;
  readonly places: Words;
  readonly lists: Words;
  /** For each posting both hashes of its key, its place with flags, its name. */
  readonly keys: { readonly low: Words; readonly high: Words; readonly owner: Words; readonly name: Words };
}

/** Lays the parts out as one buffer, once. */
export function writeIndex({ strings, places, lists, keys }: Parts): ArrayBuffer {
  const total = keys.low.length;
  let buckets = 16;
  while (buckets < total / 2) buckets *= 2;
  const lengths: Record<Section, number> = {
    places: places.length,
    lists: lists.length,
    buckets: buckets + 1,
    postings: total * POSTING_WORDS,
    strings: strings.length,
  };
  const starts = new Map<Section, number>();
  let bytes = HEADER_WORDS * 4;
  for (const section of SECTIONS) {
    starts.set(section, bytes);
    bytes += section === 'strings' ? Math.ceil(lengths.strings / 4) * 4 : lengths[section] * 4;
  }
  const buffer = new ArrayBuffer(bytes);
  const header = new Uint32Array(buffer, 0, HEADER_WORDS);
  header.set([MAGIC, FORMAT_VERSION, bytes, places.length / PLACE_WORDS]);
  SECTIONS.forEach((section, nth) => {
    header.set([starts.get(section) ?? 0, lengths[section]], 4 + nth * 2);
  });
  const words = (section: Section) => new Uint32Array(buffer, starts.get(section), lengths[section]);
  places.copyTo(words('places'));
  lists.copyTo(words('lists'));
  sortPostings(keys, words('buckets'), words('postings'));
  strings.copyTo(new Uint8Array(buffer, starts.get('strings'), strings.length));
  return buffer;
}

/** A counting sort by bucket: three passes over the postings, and those of one key stay in their order. */
function sortPostings({ low, high, owner, name }: Parts['keys'], buckets: Uint32Array, postings: Uint32Array): void {
  const mask = buckets.length - 2;
  const total = low.length;
  const add = (bucket: number, count: number) => {
    buckets[bucket] = (buckets[bucket] ?? 0) + count;
  };
  // afterwards each bucket holds where it ends; filling it from its end leaves where it begins
  for (let at = 0; at < total; at++) add(low.at(at) & mask, 1);
  for (let bucket = 1; bucket < buckets.length; bucket++) add(bucket, buckets[bucket - 1] ?? 0);
  for (let at = total - 1; at >= 0; at--) {
    const bucket = low.at(at) & mask;
    add(bucket, -1);
    postings.set([high.at(at), owner.at(at), name.at(at)], (buckets[bucket] ?? 0) * POSTING_WORDS);
  }
}
