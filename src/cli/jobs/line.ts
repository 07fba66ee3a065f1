import { createHash } from 'node:crypto';
import type { ReadDocument } from '../../formats/read-document.ts';
import { formatOf } from '../../formats/readers.ts';
import { uniqueIds } from '../../formats/unique-ids.ts';
import { type CorpusFile, readCorpusFile } from '../corpus.ts';
import { type Job, openPool, type Pool, type Result } from './analysis-pool.ts';
import { type Done, type Product, unread } from './done.ts';
import { fileHash } from './file-hash.ts';
import type { KeptDocument, KeptFile, KeptSource } from './kept.ts';
import { filesOf, isRun, type Kept, type StoredRun, type Unchanged } from './kept-runs.ts';
import type { Resources } from './resources.ts';
import type { Sights } from './sights.ts';
import type { Source } from './sources.ts';
import { openList, type PackedList, StaleCache } from './stored.ts';

/** A document that is done, in the order of the corpus: analysed now, or as it was kept of the last build. */
export type Finished = (
  | { readonly kept: null; readonly done: Done; readonly ownId: string | null; readonly key: string }
  | { readonly kept: KeptDocument }
) & {
  /** The file that it stands in; null for what is no file. */
  readonly path: string | null;
};

/** Sources that follow each other and are all as they were, and runs of such. Of a large corpus this is nearly all: they come together, for each step between two costs. */
export interface Again {
  readonly again: readonly Unchanged[];
}

/** What stands between the documents of one source and those of the next; without a source that could be kept for what is no file. */
export interface SourceEnd {
  readonly source: Omit<KeptSource, 'documents'> | null;
}

export interface Work {
  readonly product: Product;
  readonly cores: number;
  readonly resources: Resources;
  /** Whether files and documents are told by their hashes, so that they can be kept. */
  readonly hashed: boolean;
  /** The last build. */
  readonly kept: Kept;
  /** Takes over the file of a kept document; false when it is not as it was, and the document must be read again. */
  readonly reuse: (kept: KeptFile) => boolean;
}

/** Formats that hold one document a file: a worker reads them by itself. The others are read here and handed out. */
const SINGLE: ReadonlySet<string> = new Set(['txt', 'md', 'html', 'docx', 'pdf']);
/** Documents of one file that are handed out together. */
const BATCH = 8;
/** Below this many files for a core another thread is not worth starting. */
const FILES_A_CORE = 4;

type Step =
  | { readonly type: 'kept'; readonly sources: Unchanged[] }
  | {
      readonly type: 'job';
      readonly job: Job;
      readonly result: Promise<Result>;
      /** The documents of the job in order: as it was kept, or the key of one that is analysed. Null when they are not known yet. */
      readonly slots: readonly (KeptDocument | string)[] | null;
      readonly path: string | null;
    }
  | {
      readonly type: 'end';
      readonly source: Omit<KeptSource, 'documents' | 'hash'> | null;
      readonly hash: string | null;
    };

/** Documents in the order of the corpus, on their way through the pool. */
export class Line {
  private readonly given = uniqueIds();
  /** Ids of runs that were taken over, which stand already: nobody asks for them where nothing is new. */
  private readonly standing: PackedList[] = [];
  private readonly steps: Step[] = [];
  private opened: Pool | null = null;
  private open = 0;
  private lastHash = '';
  constructor(
    private readonly plan: readonly (Source | StoredRun)[],
    private readonly work: Work,
    private readonly sights: Sights,
  ) {}

  async close(): Promise<void> {
    await this.opened?.close();
  }

  /** The pool, started when there is something to analyse. */
  private get pool(): Pool {
    if (this.opened) return this.opened;
    const { cores, resources } = this.work;
    // whether a file need not be read, as far as its size and times tell
    const isKept = (source: Source) => ('path' in source ? this.sights.isSame(source) : 'id' in source);
    const changed = this.plan.filter((source): source is Source => !isRun(source) && !isKept(source));
    const single = changed.every((source) => 'path' in source && isSingle(source.path));
    this.opened = openPool(single ? Math.min(cores, Math.ceil(changed.length / FILES_A_CORE)) : cores, resources);
    return this.opened;
  }

  /** What was kept of a source that is as it was; null for one that must be read. */
  keptOf(source: Source | StoredRun): Unchanged | null {
    if (isRun(source)) return source;
    return 'path' in source ? this.sights.keptOf(source) : null;
  }

  /** Whether nothing is under way: what is kept need not wait for its turn. */
  get isEmpty(): boolean {
    return this.steps.length === 0;
  }

  /** Lets a kept source wait behind what is under way, with those before it: of a large corpus nearly all can be waiting. */
  wait(source: Unchanged): void {
    const last = this.steps[this.steps.length - 1];
    if (last?.type === 'kept') last.sources.push(source);
    else this.steps.push({ type: 'kept', sources: [source] });
  }

  takeOverAll(source: Unchanged): Unchanged {
    if (!isRun(source)) for (const document of source.documents) this.takeOver(document);
    else if (source.run.value.made) {
      const { made } = source.run.value;
      this.standing.push(made.ids);
      for (const file of filesOf(made)) if (!this.work.reuse(file)) throw new StaleCache();
    }
    return source;
  }

  private unique(id: string): ReturnType<ReturnType<typeof uniqueIds>> {
    for (const ids of this.standing.splice(0))
      for (const one of openList(ids)) if (this.given(one).id !== one) throw new StaleCache();
    return this.given(id);
  }

  /** Hands out the documents of a source; stops now and then, so that what is done can leave. */
  async *enter(source: Source): AsyncGenerator<void> {
    if ('arriving' in source) {
      for await (const read of source.arriving) {
        this.submit([read], ['']);
        yield;
      }
      this.steps.push({ type: 'end', source: null, hash: null });
      return;
    }
    if (!('path' in source)) {
      this.submit([source], ['']);
      this.steps.push({ type: 'end', source: null, hash: null });
      return;
    }
    const { path } = source;
    const { name, stamp, settings } = this.sights.of(source);
    const end = { name, stamp, settings };
    if (isSingle(path)) {
      this.start({ file: source, given: null, product: this.work.product, hashed: this.work.hashed }, null, path);
      this.steps.push({ type: 'end', source: end, hash: null });
      return;
    }
    yield* this.enterMany(source, this.work.kept.source(name));
    this.steps.push({ type: 'end', source: end, hash: this.work.hashed ? fileHash(path) : '' });
  }

  /** The documents of a file that holds many: those that are as they were stay as they were. */
  private async *enterMany(source: CorpusFile, before: KeptSource | undefined): AsyncGenerator<void> {
    const known = new Map(before?.documents.map((document) => [document.key, document]));
    let reads: ReadDocument[] = [];
    let slots: (KeptDocument | string)[] = [];
    for await (const read of readCorpusFile(source)) {
      const key = this.work.hashed ? keyOf(read) : '';
      const again = known.get(key);
      known.delete(key);
      slots.push(again ?? key);
      if (!again) reads.push(read);
      if (reads.length < BATCH && slots.length < BATCH * 16) continue;
      this.submit(reads, slots, source.path);
      reads = [];
      slots = [];
      yield;
    }
    if (slots.length > 0) this.submit(reads, slots, source.path);
  }

  private submit(
    reads: readonly ReadDocument[],
    slots: readonly (KeptDocument | string)[],
    path: string | null = null,
  ): void {
    this.start({ reads, given: null, product: this.work.product, hashed: false }, slots, path);
  }

  private start(job: Job, slots: readonly (KeptDocument | string)[] | null, path: string | null): void {
    const result = this.run(job);
    // it is waited for in its turn; until then a failure is not an unhandled one
    result.catch(() => {});
    this.steps.push({ type: 'job', job, result, slots, path });
    this.open++;
  }

  private run(job: Job): Promise<Result> {
    const { reads, given, product } = job;
    const failed = reads?.flatMap((read) => (read.document === null ? [unread(read, given, product)] : []));
    return failed && failed.length === reads?.length ? Promise.resolve({ done: failed, hash: '' }) : this.pool.run(job);
  }

  get underWay(): number {
    return this.open;
  }

  /** Waits for the next document to come or the first to be done, so that one leaves as soon as it can. */
  async leavesFirst(entering: Promise<unknown>): Promise<boolean> {
    const [step] = this.steps;
    if (step?.type !== 'job') return false;
    const done = () => true;
    return Promise.race([entering.then(() => false), step.result.then(done, done)]);
  }

  /** What is done, in order, until no more than `most` jobs are under way. */
  async *leave(most = this.opened?.width ?? 0): AsyncGenerator<Finished | SourceEnd | Again> {
    for (let step = this.steps[0]; step && (this.open > most || step.type !== 'job'); step = this.steps[0]) {
      this.steps.shift();
      if (step.type === 'end') yield { source: step.source && { ...step.source, hash: step.hash ?? this.lastHash } };
      else if (step.type === 'kept') yield { again: step.sources.map((source) => this.takeOverAll(source)) };
      else {
        this.open--;
        const { done, hash } = await step.result;
        this.lastHash = hash;
        let at = 0;
        for (const slot of step.slots ?? done.map(() => '')) {
          const { path } = step;
          if (typeof slot !== 'string') yield { kept: this.takeOver(slot), path };
          else {
            const one = done[at];
            if (one) yield { ...(await this.settle(step.job, at, one, slot)), path };
            at++;
          }
        }
      }
    }
  }

  private takeOver(document: KeptDocument): KeptDocument {
    const { id } = document.ownId === null ? document : this.unique(document.ownId);
    if (id !== document.id || (document.file !== null && !this.work.reuse(document.file))) throw new StaleCache();
    return document;
  }

  /** Gives a document its id in the corpus; one whose id stood already is analysed again under the new one. */
  private async settle(job: Job, at: number, done: Done, key: string): Promise<Settled> {
    if (done.remark) return { kept: null, done, ownId: null, key };
    const given = this.unique(done.id);
    if (given.id === done.id) return { kept: null, done, ownId: done.id, key };
    const again = await this.run({
      ...job,
      ...(job.reads ? { reads: job.reads.slice(at, at + 1) } : {}),
      given,
      hashed: false,
    });
    return { kept: null, done: again.done[0] ?? done, ownId: done.id, key };
  }
}

const isSingle = (path: string) => SINGLE.has(formatOf(path)?.name ?? '');

type Settled = Pick<Extract<Finished, { kept: null }>, 'kept' | 'done' | 'ownId' | 'key'>;

const keyOf = (read: ReadDocument) => createHash('sha256').update(JSON.stringify(read)).digest('base64');
