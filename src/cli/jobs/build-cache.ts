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
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { isAlive } from './exchange.ts';
import type { KeptEvents, KeptRun, KeptSource, KeptWhole } from './kept.ts';
import { Kept, NOTHING_KEPT, type StoredRun, storeRun } from './kept-runs.ts';
import { hashOf } from './site-file.ts';

interface Head {
  readonly format: 'mawdi-build-cache';
  readonly version: number;
  readonly fingerprint: string;
}

const VERSION = 5;

/** Where the cache of a site lies: beside it, so that it is not published with it. */
export const cacheFolder = (target: string) => join(dirname(target), `.${basename(target)}.mawdi-cache`);

/** The last build as it was kept; nothing when there is none, it is damaged, or it was made in other circumstances. */
export function readCache(folder: string, fingerprint: string): Kept {
  try {
    const parts = readParts(readFileSync(join(folder, 'build.bin')));
    const head = deserialize(parts[0] as Buffer) as Head;
    if (head.format !== 'mawdi-build-cache' || head.version !== VERSION || head.fingerprint !== fingerprint)
      return NOTHING_KEPT;
    const { whole } = deserialize(parts[1] as Buffer) as { readonly whole: KeptWhole };
    const runs: StoredRun[] = [];
    for (let at = 2; at + 1 < parts.length; at += 2) {
      const [run, sources] = [parts[at] as Buffer, parts[at + 1] as Buffer];
      runs.push({ ...(deserialize(run) as KeptRun), stored: [run, sources] });
    }
    return new Kept(runs, whole);
  } catch {
    return NOTHING_KEPT;
  }
}

/** The parts of a cache, each with its length before it. */
function readParts(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + 4 + bytes.readUInt32LE(at);
    if (end > bytes.length) throw new RangeError('cut short');
    parts.push(bytes.subarray(at + 4, end));
    at = end;
  }
  return parts;
}

/** What is kept of a block beside the whole, read only when one of its documents has changed or its events are joined anew. */
export interface BlockStore {
  /** Serialised `Digest`s. */
  readonly digests: readonly Uint8Array[];
  /** Languages that each document has a translation in. */
  readonly translations: readonly (readonly string[])[];
}

/** Writes a cache run by run; it takes the old one's place when it is whole. */
export class CacheWriter {
  private readonly unfinished: string;
  private readonly blocks: string;
  private waiting: KeptSource[] = [];
  private readonly runs: (readonly Uint8Array[])[] = [];
  constructor(
    private readonly folder: string,
    private readonly fingerprint: string,
  ) {
    this.blocks = join(folder, 'blocks');
    mkdirSync(this.blocks, { recursive: true });
    // git and its like need not hear of it
    if (!existsSync(join(folder, '.gitignore'))) writeFileSync(join(folder, '.gitignore'), '*\n');
    for (const name of readdirSync(folder)) {
      const left = /^build\.(\d+)\.new$/.exec(name);
      if (left && !isAlive(Number(left[1]))) rmSync(join(folder, name), { force: true });
    }
    this.unfinished = join(folder, `build.${process.pid}.new`);
  }

  add(source: KeptSource): void {
    this.waiting.push(source);
  }

  /** Ends a run of sources whose documents fill these blocks. */
  endRun(blocks: readonly string[]): void {
    this.runs.push(storeRun(this.waiting, blocks));
    this.waiting = [];
  }

  /** Keeps a run as it was kept before. */
  addRun({ stored }: StoredRun): void {
    this.runs.push(stored);
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
    if (this.waiting.length > 0) this.endRun([]);
    const head: Head = { format: 'mawdi-build-cache', version: VERSION, fingerprint: this.fingerprint };
    writeParts(this.unfinished, [serialize(head), serialize({ whole }), ...this.runs.flat()]);
    renameSync(this.unfinished, join(this.folder, 'build.bin'));
    const needed = new Set(whole.blocks.flatMap(({ key }) => [`${key}.bin`, `${key}.events`]));
    for (const name of readdirSync(this.blocks))
      if (!needed.has(name)) rmSync(join(this.blocks, name), { force: true });
  }

  discard(): void {
    rmSync(this.unfinished, { force: true });
    // of a first build that came to nothing, nothing is left
    if (!existsSync(join(this.folder, 'build.bin')) && readdirSync(this.blocks).length === 0)
      rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Writes parts, each with its length before it. */
function writeParts(path: string, parts: readonly Uint8Array[]): void {
  const pieces = parts.flatMap((part) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(part.length);
    return [length, part];
  });
  writeFileSync(path, Buffer.concat(pieces));
}
