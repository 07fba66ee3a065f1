import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { isAlive } from './exchange.ts';
import type { KeptEvents, KeptSource, KeptWhole } from './kept.ts';
import { hashOf } from './site-file.ts';

interface Head {
  readonly format: 'mawdi-build-cache';
  readonly version: number;
  readonly fingerprint: string;
}

const VERSION = 4;

/** Where the cache of a site lies: beside it, so that it is not published with it. */
export const cacheFolder = (target: string) => join(dirname(target), `.${basename(target)}.mawdi-cache`);

export interface Kept {
  readonly sources: ReadonlyMap<string, KeptSource>;
  readonly whole: KeptWhole | null;
  /** The sources as they lie in the cache, so that those that stay together are not written anew. */
  readonly packs: readonly KeptPack[];
}

interface KeptPack {
  readonly sources: readonly KeptSource[];
  readonly bytes: Uint8Array;
}

export const NOTHING_KEPT: Kept = { sources: new Map(), whole: null, packs: [] };

/** The last build as it was kept; empty when there is none, it is damaged, or it was made in other circumstances. */
export function readCache(folder: string, fingerprint: string): Kept {
  try {
    const bytes = readFileSync(join(folder, 'build.bin'));
    const sources = new Map<string, KeptSource>();
    const packs: KeptPack[] = [];
    let whole: KeptWhole | null = null;
    let at = 0;
    const next = (): unknown => {
      const length = bytes.readUInt32LE(at);
      if (at + 4 + length > bytes.length) throw new RangeError('cut short');
      const value: unknown = deserialize(bytes.subarray(at + 4, at + 4 + length));
      at += 4 + length;
      return value;
    };
    const head = next() as Head;
    if (head.format !== 'mawdi-build-cache' || head.version !== VERSION || head.fingerprint !== fingerprint)
      return NOTHING_KEPT;
    while (at < bytes.length) {
      const start = at + 4;
      const part = next() as readonly KeptSource[] | { readonly whole: KeptWhole };
      if ('whole' in part) whole = part.whole;
      else {
        for (const source of part) sources.set(source.name, source);
        packs.push({ sources: part, bytes: bytes.subarray(start, at) });
      }
    }
    return { sources, whole, packs };
  } catch {
    return NOTHING_KEPT;
  }
}

/** What is kept of a block beside the whole, read only when one of its documents has changed or its events are joined anew. */
export interface BlockStore {
  /** Serialised `Digest`s. */
  readonly digests: readonly Uint8Array[];
  /** Languages that each document has a translation in. */
  readonly translations: readonly (readonly string[])[];
}

/** Sources that are written together. */
const SOURCES_AT_A_TIME = 500;

/** Writes a cache source by source; it takes the old one's place when it is whole. */
export class CacheWriter {
  private readonly file: number;
  private readonly unfinished: string;
  private readonly blocks: string;
  private waiting: KeptSource[] = [];
  private readonly packs: ReadonlyMap<KeptSource | undefined, KeptPack>;
  constructor(
    private readonly folder: string,
    fingerprint: string,
    packs: readonly KeptPack[],
  ) {
    this.packs = new Map(packs.map((pack) => [pack.sources[0], pack]));
    this.blocks = join(folder, 'blocks');
    mkdirSync(this.blocks, { recursive: true });
    // git and its like need not hear of it
    if (!existsSync(join(folder, '.gitignore'))) writeFileSync(join(folder, '.gitignore'), '*\n');
    for (const name of readdirSync(folder)) {
      const left = /^build\.(\d+)\.new$/.exec(name);
      if (left && !isAlive(Number(left[1]))) rmSync(join(folder, name), { force: true });
    }
    this.unfinished = join(folder, `build.${process.pid}.new`);
    this.file = openSync(this.unfinished, 'w');
    this.write({ format: 'mawdi-build-cache', version: VERSION, fingerprint } satisfies Head);
  }

  add(source: KeptSource): void {
    this.waiting.push(source);
    if (this.waiting.length >= SOURCES_AT_A_TIME) this.flush();
  }

  /** Keeps a block under its key; `families` are the `FamilyEvents` of its documents as JSON. Tells where each lies. */
  putBlock(key: string, store: BlockStore, families: Readonly<Record<string, string>>): Record<string, KeptEvents> {
    let start = 0;
    const kept: Record<string, KeptEvents> = {};
    const contents = Object.entries(families).map(([family, events]) => {
      const content = Buffer.from(events);
      kept[family] = { hash: hashOf(content), start, bytes: content.length };
      start += content.length;
      return content;
    });
    this.put(`${key}.events`, Buffer.concat(contents));
    this.put(`${key}.bin`, serialize(store));
    return kept;
  }

  block(key: string): BlockStore {
    return deserialize(readFileSync(join(this.blocks, `${key}.bin`))) as BlockStore;
  }

  /** The events of one family; the others are not read. */
  familyEvents(key: string, { start, bytes }: KeptEvents): string {
    const content = Buffer.allocUnsafe(bytes);
    const file = openSync(join(this.blocks, `${key}.events`), 'r');
    try {
      if (readSync(file, content, 0, bytes, start) !== bytes) throw new RangeError(`${key}.events is cut short`);
    } finally {
      closeSync(file);
    }
    return content.toString();
  }

  /** The keys of the blocks that are kept whole. */
  blockKeys(): Set<string> {
    const names = new Set(readdirSync(this.blocks));
    return new Set(
      [...names].flatMap((name) => {
        const key = name.replace(/\.bin$/, '');
        return key !== name && names.has(`${key}.events`) ? [key] : [];
      }),
    );
  }

  private put(name: string, content: Uint8Array): void {
    const path = join(this.blocks, `${process.pid}.new`);
    writeFileSync(path, content);
    renameSync(path, join(this.blocks, name));
  }

  /** Keeps what was made of all, puts the new cache in the old one's place and forgets blocks that nothing needs. */
  finish(whole: KeptWhole): void {
    this.flush();
    this.write({ whole });
    closeSync(this.file);
    renameSync(this.unfinished, join(this.folder, 'build.bin'));
    const needed = new Set(whole.blocks.flatMap(({ key }) => [`${key}.bin`, `${key}.events`]));
    for (const name of readdirSync(this.blocks))
      if (!needed.has(name)) rmSync(join(this.blocks, name), { force: true });
  }

  discard(): void {
    closeSync(this.file);
    rmSync(this.unfinished, { force: true });
    // of a first build that came to nothing, nothing is left
    if (!existsSync(join(this.folder, 'build.bin')) && readdirSync(this.blocks).length === 0)
      rmSync(this.folder, { recursive: true, force: true });
  }

  private flush(): void {
    const { waiting } = this;
    const pack = this.packs.get(waiting[0]);
    const isSame =
      pack?.sources.length === waiting.length && waiting.every((source, at) => source === pack.sources[at]);
    if (isSame) this.writeBytes(pack.bytes);
    else if (waiting.length > 0) this.write(waiting);
    this.waiting = [];
  }

  private write(value: unknown): void {
    this.writeBytes(serialize(value));
  }

  private writeBytes(bytes: Uint8Array): void {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(bytes.length);
    writeSync(this.file, length);
    for (let at = 0; at < bytes.length; ) at += writeSync(this.file, bytes, at);
  }
}
