import type { Digest } from '../core/assembly/digest.ts';
import type { Correction } from '../core/model/correction.ts';
import { mergeCorrections } from '../formats/corrections.ts';
import { MAX_CORPUS_FILE_BYTES } from '../formats/limits.ts';
import { uniqueIds } from '../formats/unique-ids.ts';
import { addDocuments, pastedDocument, sortFiles } from './analysis-add.ts';
import { parseCorpusFile } from './analysis-exchange.ts';
import type { Geography } from './analysis-gazetteer.ts';
import type { Job } from './analysis-job-messages.ts';
import type { AddRequest, OwnView, Refusal } from './analysis-messages.ts';
import { AnalysisPool } from './analysis-pool.ts';
import type { Shelf } from './analysis-shelf.ts';
import type { CorpusRecord } from './analysis-store.ts';
import { ANALYSIS_VERSION } from './analysis-version.ts';
import { assembleView } from './analysis-view.ts';

/** The first result is shown after this long, the next ones after ever longer: each costs as much as the last. */
const FIRST_PARTIAL_MS = 2500;

/** What came of taking documents into a corpus; `corpus` is null when nothing came of it. */
export interface Taken {
  readonly corpus: string | null;
  readonly added: number;
  readonly cancelled: boolean;
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
}

/** Reads documents into corpora, one request at a time; what was read is kept at once, whether or not the rest comes. */
export class Taking {
  readonly #shelf: Shelf;
  readonly #geography: Geography;
  readonly #cores: number;
  readonly #listener: TakingListener;
  #pool: AnalysisPool | null = null;
  #cancelled = false;

  constructor(shelf: Shelf, geography: Geography, cores: number, listener: TakingListener) {
    this.#shelf = shelf;
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
    const digests: Digest[] = [];
    const jobs: { name: string; job: Job }[] = [];
    for await (const { document, before = [] } of this.#shelf.store.documents(corpus))
      jobs.push({ name: document.id, job: { read: { document, notices: before }, given: null } });
    return this.#read(jobs, async (pool) => {
      const done = await addDocuments(jobs, {
        ...this.#adding(corpus, pool, jobs.length, 0),
        first: 0,
        unique: (id) => ({ id, notices: [] }),
        keep: async (records) => {
          await this.#shelf.store.putDocuments(records);
          digests.push(...records.map(({ digest }) => digest));
        },
      });
      if (!this.#cancelled) await this.#shelf.change(corpus, { readBy: ANALYSIS_VERSION });
      const before = await this.#shelf.digestsOf(corpus);
      this.#shelf.keepDigests(corpus, [...digests, ...before.slice(digests.length)]);
      return { corpus, added: digests.length, cancelled: this.#cancelled, refusals: done.refusals };
    });
  }

  /** Reads jobs into a corpus, and shows what is there from time to time. */
  async #take({ into, described, jobs, corrections, refusals }: ToTake): Promise<Taken> {
    this.#cancelled = false;
    const nothing = (all: readonly Refusal[]) => ({
      corpus: into,
      added: 0,
      cancelled: this.#cancelled,
      refusals: all,
    });
    if (jobs.length === 0) return nothing(refusals);
    return this.#read(jobs, async (pool) => {
      if (this.#cancelled) return nothing(refusals);
      const id = into ?? `own-${Date.now().toString(36)}`;
      const before = this.#shelf.record(id);
      const sofar: Digest[] = into === null ? [] : [...(await this.#shelf.digestsOf(into))];
      const unique = uniqueIds();
      for (const { document } of sofar) unique(document.id);
      const partial = this.#partials(id, sofar);
      const { digests, refusals: found } = await addDocuments(jobs, {
        ...this.#adding(id, pool, jobs.length, refusals.length),
        first: sofar.length,
        unique,
        keep: async (records) => {
          await this.#shelf.store.putDocuments(records);
          sofar.push(...records.map(({ digest }) => digest));
          await this.#shelf.change(id, {
            ...(before ? {} : { ...described, created: Date.now(), title: described.title || '' }),
            corrections: mergeCorrections(before?.corrections ?? [], corrections),
            documents: sofar.length,
          });
          await partial();
        },
      });
      this.#shelf.keepDigests(id, sofar);
      const all = [...refusals, ...found];
      return digests.length === 0
        ? nothing(all)
        : { corpus: id, added: digests.length, cancelled: this.#cancelled, refusals: all };
    });
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
  #partials(id: string, sofar: readonly Digest[]): () => Promise<void> {
    let next = performance.now() + FIRST_PARTIAL_MS;
    let partials = 0;
    return async () => {
      if (performance.now() < next) return;
      partials++;
      const gazetteer = await this.#geography.with([]);
      const part = { id, corpus: await this.#shelf.textOf(id), digests: sofar };
      this.#listener.onPartial(assembleView([part], gazetteer, [], await this.#geography.shapes(), []));
      next = performance.now() + FIRST_PARTIAL_MS * 2 ** partials;
    };
  }
}
