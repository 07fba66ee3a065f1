import { deserialize, serialize } from 'node:v8';
import {
  type KeptDocument,
  type KeptFile,
  type KeptRun,
  type KeptSource,
  type KeptWhole,
  type MadeRun,
  STAMP_NUMBERS,
} from './kept.ts';

/** A run with its bytes in the cache: itself, and its sources. */
export interface StoredRun extends KeptRun {
  readonly stored: readonly [run: Uint8Array, sources: Uint8Array];
}

/** What is as it was: a source, or a run of such. */
export type Unchanged = KeptSource | StoredRun;

export const isRun = (item: object): item is StoredRun => 'stored' in item;

/** The last build. */
export class Kept {
  private readonly opened = new Map<StoredRun, ReadonlyMap<string, KeptSource>>();
  private byName: Map<string, StoredRun> | null = null;
  private readonly byFirst: ReadonlyMap<string | undefined, StoredRun>;
  constructor(
    runs: readonly StoredRun[],
    readonly whole: KeptWhole | null,
  ) {
    this.byFirst = new Map(runs.map((run) => [run.names[0], run]));
  }

  /** The run that a file begins. */
  runFrom(name: string): StoredRun | undefined {
    return this.byFirst.get(name);
  }

  /** What is kept of a file. */
  source(name: string): KeptSource | undefined {
    this.byName ??= new Map([...this.byFirst.values()].flatMap((run) => run.names.map((one) => [one, run] as const)));
    const run = this.byName.get(name);
    return run && this.sourcesOf(run).get(name);
  }

  /** The sources of a run by name, in their order. */
  sourcesOf(run: StoredRun): ReadonlyMap<string, KeptSource> {
    let sources = this.opened.get(run);
    if (!sources) {
      sources = new Map((deserialize(run.stored[1]) as KeptSource[]).map((source) => [source.name, source]));
      this.opened.set(run, sources);
    }
    return sources;
  }
}

export const NOTHING_KEPT = new Kept([], null);

/** A run as it lies in the cache. `blocks` are those that its documents fill; none where others stand in them too. */
export function storeRun(sources: readonly KeptSource[], blocks: readonly string[]): StoredRun['stored'] {
  const run: KeptRun = { names: sources.map(({ name }) => name), made: madeOf(sources, blocks) };
  return [serialize(run), serialize(sources)];
}

function madeOf(sources: readonly KeptSource[], blocks: readonly string[]): MadeRun | null {
  if (blocks.length === 0 || sources.some(({ stamp }) => stamp.length !== STAMP_NUMBERS)) return null;
  const documents = sources.flatMap((source) => source.documents);
  const files = documents.flatMap(({ id, ownId, file }) => (file !== null && id === ownId ? [file] : []));
  if (files.length !== documents.length) return null;
  return {
    stamps: Float64Array.from(sources.flatMap(({ stamp }) => stamp)),
    settings: sources.map(({ settings }) => settings),
    blocks,
    ids: documents.map(({ id }) => id),
    files: files.map(({ name }) => name),
    fileStamps: Float64Array.from(files.flatMap(({ size, mtimeMs }) => [size, mtimeMs])),
    told: sources.flatMap(({ name, documents }) =>
      documents.filter(isTold).map((document) => [name, document] as const),
    ),
  };
}

const isTold = ({ notices, corrected }: KeptDocument) => notices.length > 0 || corrected.length > 0;

/** The files that the documents of a run have in the site. */
export function* filesOf({ files, fileStamps }: MadeRun): Generator<KeptFile> {
  for (const [at, name] of files.entries())
    yield { name, size: fileStamps[at * 2] ?? 0, mtimeMs: fileStamps[at * 2 + 1] ?? 0 };
}

/** The site that the cache tells of is not the one that is there: it must be read again from the beginning. */
export class StaleCache extends Error {}
