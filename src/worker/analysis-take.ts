import type { Correction } from '../core/model/correction.ts';
import type { Document } from '../core/model/document.ts';
import { mergeCorrections } from '../formats/corrections.ts';
import { MAX_CORPUS_FILE_BYTES } from '../formats/limits.ts';
import { addDocuments, pastedDocument, sortFiles } from './analysis-add.ts';
import { parseCorpusFile } from './analysis-exchange.ts';
import { codeOf } from './analysis-fault.ts';
import type { Geography } from './analysis-gazetteer.ts';
import type { Job } from './analysis-job-messages.ts';
import type { AddRequest, FaultCode, OwnView, Refusal } from './analysis-messages.ts';
import { AnalysisPool } from './analysis-pool.ts';
import type { Shelf } from './analysis-shelf.ts';
import type { CorpusRecord, DocumentRecord } from './analysis-store.ts';
import type { Tabs } from './analysis-tabs.ts';
import { TakenIds } from './analysis-taken-ids.ts';
import { ANALYSIS_VERSION } from './analysis-version.ts';
import { assembleView } from './analysis-view.ts';

/** The first result is shown after this long, the next ones after ever longer: each costs as much as the last. */
const FIRST_PARTIAL_MS = 2500;

/** What came of taking documents into a corpus; `corpus` is null when nothing came of it. */
export interface Taken {
  readonly corpus: string | null;
  readonly added: number;
  readonly cancelled: boolean;
  /** Why not everything could be kept. */
  readonly stopped: FaultCode | null;
  readonly files: number;
  readonly refusals: readonly Refusal[];
}

interface ToTake {
  /** The corpus that they join; null for a new one. */
  readonly into: string | null;
  readonly described: Partial<CorpusRecord>;
  readonly jobs: readonly { readonly name: string; readonly job: Job }[];
  readonly corrections: readonly Correction[];
  readonly refusals: readonly Refusal[];
}

export interface TakingListener {
  /** Bytes of the index, before any file is read. */
  readonly onIndex: (done: number, all: number) => void;
  readonly onFiles: (done: number, all: number, documents: number, refused: number) => void;
  readonly onPartial: (view: OwnView) => void;
  /** The first documents of an addition are kept. */
  readonly onKept: (corpus: string) => Promise<void>;
}

/** Reads documents into corpora, one request at a time; what was read is kept at once, whether or not the rest comes. */
export class Taking {
  readonly #shelf: Shelf;
  readonly #tabs: Tabs;
  readonly #geography: Geography;
  readonly #cores: number;
  readonly #listener: TakingListener;
  #pool: AnalysisPool | null = null;
  #cancelled = false;

  constructor(shelf: Shelf, tabs: Tabs, geography: Geography, cores: number, listener: TakingListener) {
    this.#shelf = shelf;
    this.#tabs = tabs;
    this.#geography = geography;
    this.#cores = cores;
    this.#listener = listener;
  }

  cancel(): void {
    this.#cancelled = true;
    this.#pool?.close();
  }

  /** Files with what their folder says of them, or a pasted text. */
  async add(request: AddRequest): Promise<Taken> {
    const chosen = await sortFiles(request.files);
    const title = request.title.trim() || chosen.settings?.title || chosen.folder || '';
    const { titles = {}, description = '', descriptions = {} } = chosen.settings ?? {};
    const { pasted } = request;
    return this.#take({
      into: request.corpus,
      described: { title, titles, description, descriptions },
      jobs: [
        ...chosen.files.map(({ path, file, settings }) => ({ name: path, job: { path, file, settings } })),
        ...(pasted ? [{ name: pasted.title, job: { read: pastedDocument(pasted), given: null } }] : []),
      ],
      corrections: chosen.corrections,
      refusals: chosen.refusals,
    });
  }

  /** An exported file, whoever made it: its texts are read anew. */
  async import(file: File): Promise<Taken> {
    const tooLarge = file.size > MAX_CORPUS_FILE_BYTES;
    const read = tooLarge ? null : parseCorpusFile(await file.text());
    const faults = read?.faults ?? [`${file.size} bytes, more than ${MAX_CORPUS_FILE_BYTES}`];
    return this.#take({
      into: null,
      described: read?.corpus ?? {},
      jobs: (read?.documents ?? []).map((document) => ({
        name: document.id,
        job: { read: { document, notices: [] }, given: null },
      })),
      corrections: read?.corrections ?? [],
      refusals: faults.map((message) => ({
        name: file.name,
        notice: { code: 'bad-corpus', severity: 'error', message },
      })),
    });
  }

  /** Analyses the documents of a corpus anew: they were read by another version. */
  async again(corpus: string): Promise<Taken> {
    this.#cancelled = false;
    const jobs: { name: string; job: Job }[] = [];
    for await (const { document, before = [] } of this.#shelf.store.documents(corpus))
      jobs.push({ name: document.id, job: { read: { document, notices: before }, given: null } });
    return this.#read(jobs, async (pool) => {
      const keeping = this.#keeping((records) => this.#shelf.rewrite(corpus, records));
      const { added, refusals } = await addDocuments(jobs, {
        ...this.#adding(corpus, pool, jobs.length, 0),
        unique: (id) => ({ id, notices: [] }),
        isThere: async () => false,
        locked: (work) => work(),
        keep: keeping.keep,
      });
      const { stopped } = keeping;
      if (!this.#cancelled && !stopped) await this.#shelf.change(corpus, () => ({ readBy: ANALYSIS_VERSION }));
      return { corpus, added, cancelled: this.#cancelled, stopped, files: jobs.length, refusals };
    });
  }

  /** Reads jobs into a corpus, and shows what is there from time to time. */
  async #take({ into, described, jobs, corrections, refusals }: ToTake): Promise<Taken> {
    this.#cancelled = false;
    const result = (corpus: string | null, added: number, stopped: FaultCode | null, all: readonly Refusal[]) => ({
      corpus,
      added,
      cancelled: this.#cancelled,
      stopped,
      files: jobs.length,
      refusals: all,
    });
    if (jobs.length === 0) return result(into, 0, null, refusals);
    return this.#read(jobs, async (pool) => {
      if (this.#cancelled) return result(into, 0, null, refusals);
      // two tabs may begin one in the same millisecond
      const id = into ?? `own-${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;
      const ids = new TakenIds();
      const partial = this.#partials(id);
      let first = true;
      const keeping = this.#keeping(async (records) => {
        await this.#shelf.append(
          id,
          first && into === null,
          (now) => ({
            ...(into === null && first ? { ...described, created: Date.now(), title: described.title || '' } : {}),
            ...(first ? { corrections: mergeCorrections(now.corrections, corrections) } : {}),
          }),
          records,
        );
        if (first) await this.#listener.onKept(id);
        first = false;
        await partial();
      });
      const { added, refusals: found } = await addDocuments(jobs, {
        ...this.#adding(id, pool, jobs.length, refusals.length),
        unique: ids.unique,
        isThere: (document) => this.#isThere(id, ids, document),
        locked: (work) =>
          this.#tabs.locked(async () => {
            // another tab may have added to it since
            await this.#shelf.readOne(id);
            ids.meet(await this.#shelf.digestsOf(id));
            await work();
          }),
        keep: keeping.keep,
      });
      return result(added === 0 ? into : id, added, keeping.stopped, [...refusals, ...found]);
    });
  }

  async #isThere(corpus: string, ids: TakenIds, { id, text }: Document): Promise<boolean> {
    for (const order of ids.ordersOf(id))
      if ((await this.#shelf.store.document(corpus, order))?.document.text === text) return true;
    return false;
  }

  /** What keeps documents as long as they can be kept, and why they could not. */
  #keeping(keep: (records: readonly DocumentRecord[]) => Promise<void>) {
    const keeping = {
      stopped: null as FaultCode | null,
      keep: async (records: readonly DocumentRecord[]) => {
        try {
          await keep(records);
        } catch (error) {
          keeping.stopped = codeOf(error);
          if (!keeping.stopped) throw error;
        }
        return keeping.stopped === null;
      },
    };
    return keeping;
  }

  async #read(jobs: readonly unknown[], work: (pool: AnalysisPool) => Promise<Taken>): Promise<Taken> {
    const index = await this.#geography.index(this.#listener.onIndex);
    const pool = new AnalysisPool(index, this.#cores, jobs.length);
    this.#pool = pool;
    try {
      return await work(pool);
    } finally {
      pool.close();
      this.#pool = null;
    }
  }

  #adding(corpus: string, pool: AnalysisPool, all: number, refusedBefore: number) {
    return {
      corpus,
      pool,
      isCancelled: () => this.#cancelled,
      onStep: (done: number, documents: number, refused: number) =>
        this.#listener.onFiles(done, all, documents, refused + refusedBefore),
    };
  }

  /** Shows what has been read so far, at first soon and then ever more seldom. */
  #partials(id: string): () => Promise<void> {
    let next = performance.now() + FIRST_PARTIAL_MS;
    let partials = 0;
    return async () => {
      if (performance.now() < next) return;
      partials++;
      const gazetteer = await this.#geography.with([]);
      const part = { id, corpus: await this.#shelf.textOf(id), digests: await this.#shelf.digestsOf(id) };
      this.#listener.onPartial(assembleView([part], gazetteer, [], await this.#geography.shapes(), []));
      next = performance.now() + FIRST_PARTIAL_MS * 2 ** partials;
    };
  }
}
