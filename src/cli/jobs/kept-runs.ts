import {
  type KeptDocument,
  type KeptFile,
  type KeptRun,
  type KeptSource,
  type KeptWhole,
  type MadeRun,
  STAMP_NUMBERS,
} from './kept.ts';
import { firstOf, openList, packList, type Stored } from './stored.ts';

/** A run with what is kept of its sources, which is opened only when one of them has changed. */
export interface StoredRun {
  readonly run: Stored<KeptRun>;
  /** Under which name the sources lie in the cache. */
  readonly name: string;
  readonly sources: Stored<readonly KeptSource[]>;
}

/** What is as it was: a source, or a run of such. */
export type Unchanged = KeptSource | StoredRun;

export const isRun = (item: object): item is StoredRun => 'run' in item;

/** The last build. */
export class Kept {
  private readonly opened = new Map<StoredRun, ReadonlyMap<string, KeptSource>>();
  private byName: Map<string, StoredRun> | null = null;
  private readonly byFirst: ReadonlyMap<string, StoredRun>;
  /** `parts` are the bytes that it was read from. */
  constructor(
    readonly runs: readonly StoredRun[],
    readonly whole: KeptWhole | null,
    readonly parts: readonly Uint8Array[],
  ) {
    this.byFirst = new Map(runs.map((stored) => [firstOf(stored.run.value.names), stored]));
  }

  /** The run that a file begins. */
  runFrom(name: string): StoredRun | undefined {
    return this.byFirst.get(name);
  }

  /** What is kept of a file. */
  source(name: string): KeptSource | undefined {
    this.byName ??= new Map(
      this.runs.flatMap((stored) => openList(stored.run.value.names).map((one) => [one, stored] as const)),
    );
    const run = this.byName.get(name);
    return run && this.sourcesOf(run).get(name);
  }

  /** The sources of a run by name, in their order. */
  sourcesOf(run: StoredRun): ReadonlyMap<string, KeptSource> {
    let sources = this.opened.get(run);
    if (!sources) {
      sources = new Map(run.sources.value.map((source) => [source.name, source]));
      this.opened.set(run, sources);
    }
    return sources;
  }
}

export const NOTHING_KEPT = new Kept([], null, []);

/** What is to be known of sources that follow each other. `blocks` are those that their documents fill; none where others stand in them too. */
export const runOf = (sources: readonly KeptSource[], blocks: readonly string[]): KeptRun => ({
  files: sources.length,
  names: packList(sources.map(({ name }) => name)),
  made: madeOf(sources, blocks),
});

function madeOf(sources: readonly KeptSource[], blocks: readonly string[]): MadeRun | null {
  if (blocks.length === 0 || sources.some(({ stamp }) => stamp.length !== STAMP_NUMBERS)) return null;
  const documents = sources.flatMap((source) => source.documents);
  const files = documents.flatMap(({ id, ownId, file }) => (file !== null && id === ownId ? [file] : []));
  if (files.length !== documents.length) return null;
  return {
    stamps: Float64Array.from(sources.flatMap(({ stamp }) => stamp)),
    settings: packList(sources.map(({ settings }) => settings)),
    blocks,
    documents: documents.length,
    ids: packList(documents.map(({ id }) => id)),
    siteFiles: packList(files.map(({ name }) => name)),
    siteStamps: Float64Array.from(files.flatMap(({ size, mtimeMs }) => [size, mtimeMs])),
    told: sources.flatMap(({ name, documents }) =>
      documents.filter(isTold).map((document) => [name, document] as const),
    ),
  };
}

const isTold = ({ notices, corrected }: KeptDocument) => notices.length > 0 || corrected.length > 0;

/** The files that the documents of a run have in the site. */
export function* filesOf({ siteFiles, siteStamps }: MadeRun): Generator<KeptFile> {
  for (const [at, name] of openList(siteFiles).entries())
    yield { name, size: siteStamps[at * 2] ?? 0, mtimeMs: siteStamps[at * 2 + 1] ?? 0 };
}
