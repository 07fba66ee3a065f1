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
import type { BlockInside, KeptBlock, KeptEvents, KeptSource, KeptWhole } from './kept.ts';
import { Kept, NOTHING_KEPT, runOf, type StoredRun } from './kept-runs.ts';
import { contentName, hashOf } from './site-file.ts';
import { StaleCache, Stored } from './stored.ts';

/** The first part of `build.bin`; the inside of the whole and the runs follow. What is larger lies in files of its own. */
interface Head {
  readonly format: 'mawdi-build-cache';
  readonly version: number;
  readonly fingerprint: string;
  readonly whole: Omit<KeptWhole, 'blocks' | 'inside'>;
  readonly blocks: readonly Omit<KeptBlock, 'inside'>[];
  /** The names of the runs. */
  readonly runs: readonly string[];
}

const VERSION = 7;

/** Where the cache of a site lies: beside it, so that it is not published with it. */
export const cacheFolder = (target: string) => join(dirname(target), `.${basename(target)}.mawdi-cache`);
const partsFolder = (folder: string) => join(folder, 'blocks');

/** The last build as it was kept; nothing when there is none, it is damaged, or it was made in other circumstances. */
export function readCache(folder: string, fingerprint: string): Kept {
  try {
    const parts = readParts(readFileSync(join(folder, 'build.bin')));
    const [first, inside, ...others] = parts as [Buffer, Buffer, ...Buffer[]];
    const head = deserialize(first) as Head;
    if (head.format !== 'mawdi-build-cache' || head.version !== VERSION || head.fingerprint !== fingerprint)
      return NOTHING_KEPT;
    const files = partsFolder(folder);
    const blocks = head.blocks.map((block) => ({
      ...block,
      inside: storedIn<BlockInside>(files, `${block.key}.inside`),
    }));
    const runs = head.runs.map((name, at): StoredRun => {
      const run = others[at];
      if (run === undefined) throw new RangeError('cut short');
      return { name, run: Stored.in(() => run), sources: storedIn(files, `${name}.sources`) };
    });
    return new Kept(runs, { ...head.whole, blocks, inside: Stored.in(() => inside) }, parts);
  } catch {
    return NOTHING_KEPT;
  }
}

const storedIn = <Value>(folder: string, name: string) => Stored.in<Value>(() => readFileSync(join(folder, name)));

/** The parts of a file, each with its length before it. */
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

/** Endings of the files that are kept of a block. */
const OF_BLOCK = ['bin', 'events', 'inside'] as const;

/** Writes a cache piece by piece; `build.bin` takes the old one's place when all is there. */
export class CacheWriter {
  private readonly unfinished: string;
  private readonly files: string;
  private waiting: KeptSource[] = [];
  private readonly runs: StoredRun[] = [];
  /** `before` is what was read of the last build. */
  constructor(
    private readonly folder: string,
    private readonly fingerprint: string,
    private readonly before: Kept,
  ) {
    this.files = partsFolder(folder);
    mkdirSync(this.files, { recursive: true });
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
    const sources = Stored.of(this.waiting);
    const name = contentName(sources.bytes);
    this.put(`${name}.sources`, sources.bytes);
    this.runs.push({ name, run: Stored.of(runOf(this.waiting, blocks)), sources });
    this.waiting = [];
  }

  /** Keeps a run as it was kept before. */
  addRun(run: StoredRun): void {
    this.runs.push(run);
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

  putInside(key: string, value: BlockInside): Stored<BlockInside> {
    const inside = Stored.of(value);
    this.put(`${key}.inside`, inside.bytes);
    return inside;
  }

  block(key: string): BlockStore {
    return storedIn<BlockStore>(this.files, `${key}.bin`).value;
  }

  /** The events of one family; the others are not read. */
  familyEvents(key: string, { start, bytes }: KeptEvents): string {
    const content = Buffer.allocUnsafe(bytes);
    const file = openSync(join(this.files, `${key}.events`), 'r');
    try {
      if (readSync(file, content, 0, bytes, start) !== bytes) throw new StaleCache();
    } finally {
      closeSync(file);
    }
    return content.toString();
  }

  /** The keys of the blocks that are kept whole. */
  blockKeys(): Set<string> {
    const names = new Set(readdirSync(this.files));
    return new Set(
      [...names].flatMap((name) => {
        const key = name.replace(/\.bin$/, '');
        return key !== name && OF_BLOCK.every((ending) => names.has(`${key}.${ending}`)) ? [key] : [];
      }),
    );
  }

  private put(name: string, content: Uint8Array): void {
    const path = join(this.files, `${process.pid}.new`);
    writeFileSync(path, content);
    renameSync(path, join(this.files, name));
  }

  /** Writes what was made of all beside the old cache; `finish` puts it in its place, when the site is in its own. */
  prepare(whole: KeptWhole): void {
    if (this.waiting.length > 0) this.endRun([]);
    const { blocks, inside, ...plain } = whole;
    const head: Head = {
      format: 'mawdi-build-cache',
      version: VERSION,
      fingerprint: this.fingerprint,
      whole: plain,
      blocks: blocks.map(({ inside: _inside, ...block }) => block),
      runs: this.runs.map(({ name }) => name),
    };
    const parts = [serialize(head), inside.bytes, ...this.runs.map(({ run }) => run.bytes)];
    if (!isEqual(parts, this.before.parts)) writeParts(this.unfinished, parts);
  }

  /** Puts the new cache in the old one's place and forgets what nothing needs. */
  finish({ blocks }: KeptWhole): void {
    // where nothing was new, nothing was written
    if (!existsSync(this.unfinished)) return;
    renameSync(this.unfinished, join(this.folder, 'build.bin'));
    const needed = new Set([
      ...blocks.flatMap(({ key }) => OF_BLOCK.map((ending) => `${key}.${ending}`)),
      ...this.runs.map(({ name }) => `${name}.sources`),
    ]);
    for (const name of readdirSync(this.files)) if (!needed.has(name)) rmSync(join(this.files, name), { force: true });
  }

  discard(): void {
    rmSync(this.unfinished, { force: true });
    // of a first build that came to nothing, nothing is left
    if (!existsSync(join(this.folder, 'build.bin')) && readdirSync(this.files).length === 0)
      rmSync(this.folder, { recursive: true, force: true });
  }
}

const isEqual = (a: readonly Uint8Array[], b: readonly Uint8Array[]) =>
  a.length === b.length && a.every((part, at) => part === b[at] || Buffer.compare(part, b[at] as Uint8Array) === 0);

/** Writes parts, each with its length before it. */
function writeParts(path: string, parts: readonly Uint8Array[]): void {
  const pieces = parts.flatMap((part) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(part.length);
    return [length, part];
  });
  writeFileSync(path, Buffer.concat(pieces));
}
