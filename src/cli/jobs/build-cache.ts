import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { JoinedEvent } from '../../core/model/event.ts';
import type { Notice } from '../../core/model/notice.ts';
import { isAlive } from './staging.ts';

/** What is kept of a document of the last build. */
export interface KeptDocument {
  readonly id: string;
  /** Id that the document itself gives, which stood already where `id` is another; null for a mere remark. */
  readonly ownId: string | null;
  /** Hash of the document as it was read, for files that hold many. */
  readonly key: string;
  readonly notices: readonly Notice[];
  readonly corrected: readonly (readonly [number, boolean])[];
  readonly digest: Uint8Array | null;
  /** Hashes of the digest, and of what of it the joining of events looks at. */
  readonly digestHash: string;
  readonly eventsHash: string;
  /** Its file in the site, as it was written. */
  readonly file: KeptFile | null;
}

/** A file of the site, as it was when it was written. */
export interface KeptFile {
  readonly name: string;
  readonly size: number;
  readonly mtimeMs: number;
}

/** What was made of all documents together. */
export interface KeptWhole {
  /** Hash of the digests and of what `corpus.json` says of the whole. */
  readonly digestsHash: string;
  readonly eventsHash: string;
  readonly counts: {
    readonly documents: number;
    readonly places: number;
    readonly mentions: number;
    readonly events: number;
  };
  readonly files: readonly KeptFile[];
}

/** What is kept of a file of the corpus. */
export interface KeptSource {
  readonly name: string;
  readonly stamp: string;
  readonly hash: string;
  readonly settings: string;
  readonly documents: readonly KeptDocument[];
}

interface Head {
  readonly format: 'mawdi-build-cache';
  readonly version: number;
  readonly fingerprint: string;
}

const VERSION = 1;

/** Where the cache of a site lies: beside it, so that it is not published with it. */
export const cacheFolder = (target: string) => join(dirname(target), `.${basename(target)}.mawdi-cache`);

/** What is kept of a build. The joined events lie in a file of their own, which is read only when they are needed. */
export interface Kept {
  readonly sources: ReadonlyMap<string, KeptSource>;
  readonly whole: KeptWhole | null;
}

export const NOTHING_KEPT: Kept = { sources: new Map(), whole: null };

/** The last build as it was kept; empty when there is none, it is damaged, or it was made in other circumstances. */
export function readCache(folder: string, fingerprint: string): Kept {
  try {
    const bytes = readFileSync(join(folder, 'build.bin'));
    const sources = new Map<string, KeptSource>();
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
      const part = next() as KeptSource | { readonly whole: KeptWhole };
      if ('whole' in part) whole = part.whole;
      else sources.set(part.name, part);
    }
    return { sources, whole };
  } catch {
    return NOTHING_KEPT;
  }
}

/** The joined events of the last build, if they were made of the same events. */
export function readJoined(folder: string, eventsHash: string): JoinedEvent[] | null {
  try {
    const [hash, joined] = deserialize(readFileSync(join(folder, 'joined.bin'))) as [string, JoinedEvent[]];
    return hash === eventsHash ? joined : null;
  } catch {
    return null;
  }
}

export function keepJoined(folder: string, eventsHash: string, joined: readonly JoinedEvent[]): void {
  const path = join(folder, `build.${process.pid}.new`);
  writeFileSync(`${path}-joined`, serialize([eventsHash, joined]));
  renameSync(`${path}-joined`, join(folder, 'joined.bin'));
}

/** Writes a cache source by source; it takes the old one's place when it is whole. */
export class CacheWriter {
  private readonly file: number;
  private readonly unfinished: string;
  constructor(
    private readonly folder: string,
    fingerprint: string,
  ) {
    mkdirSync(folder, { recursive: true });
    // git and its like need not hear of it
    if (!existsSync(join(folder, '.gitignore'))) writeFileSync(join(folder, '.gitignore'), '*\n');
    for (const name of readdirSync(folder)) {
      const left = /^build\.(\d+)\.new(?:-joined)?$/.exec(name);
      if (left && !isAlive(Number(left[1]))) rmSync(join(folder, name), { force: true });
    }
    this.unfinished = join(folder, `build.${process.pid}.new`);
    this.file = openSync(this.unfinished, 'w');
    this.write({ format: 'mawdi-build-cache', version: VERSION, fingerprint } satisfies Head);
  }

  add(source: KeptSource): void {
    this.write(source);
  }

  /** Keeps what was made of all and puts the new cache in the old one's place. */
  finish(whole: KeptWhole): void {
    this.write({ whole });
    closeSync(this.file);
    renameSync(this.unfinished, join(this.folder, 'build.bin'));
  }

  discard(): void {
    closeSync(this.file);
    rmSync(this.unfinished, { force: true });
  }

  private write(value: unknown): void {
    const bytes = serialize(value);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(bytes.length);
    writeSync(this.file, length);
    for (let at = 0; at < bytes.length; ) at += writeSync(this.file, bytes, at);
  }
}
