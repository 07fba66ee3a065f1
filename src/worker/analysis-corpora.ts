import { type Digest, digestOf } from '../core/assembly/digest.ts';
import type { Atlas, DocumentFile } from '../core/model/atlas.ts';
import { readAtlas } from '../core/model/atlas-file.ts';
import type { Correction } from '../core/model/correction.ts';
import { formatCorrections, mergeCorrections, parseCorrections } from '../formats/corrections.ts';
import { uniqueIds } from '../formats/unique-ids.ts';
import { addDocuments, pastedDocument, sortFiles } from './analysis-add.ts';
import { corpusFile, parseCorpusFile } from './analysis-exchange.ts';
import { describePlaces, findPlaces, Geography } from './analysis-gazetteer.ts';
import {
  type AddReport,
  type AddRequest,
  type OwnAnswers,
  type OwnProgress,
  type OwnRequest,
  type OwnState,
  type OwnView,
  type Refusal,
  SITE,
} from './analysis-messages.ts';
import { AnalysisPool } from './analysis-pool.ts';
import { AnalysisStore, type CorpusRecord, type CorrectedRecord, type KeptView } from './analysis-store.ts';
import { assembleView, mend, type Part } from './analysis-view.ts';

/** The first result is shown after this long, the next ones after ever longer: each costs as much as the last. */
const FIRST_PARTIAL_MS = 2500;
const PROGRESS_MS = 100;
/** Changes when what is kept of a view means something else. */
const VIEW_FORMAT = 'view 2';

type Change = { state: OwnState; view: OwnView | null };

/** A person's corpora and corrections: kept, read, corrected and put together as they are shown. */
export class OwnCorpora {
  readonly #onProgress: (progress: OwnProgress | null) => void;
  readonly #onPartial: (view: OwnView) => void;
  #store: AnalysisStore | null = null;
  #geography: Geography | null = null;
  #data = '';
  #cores = 2;
  #shown: readonly string[] = [SITE];
  #records = new Map<string, CorpusRecord>();
  #digests = new Map<string, readonly Digest[]>();
  #site: { readonly atlas: Atlas; readonly stamp: string } | null = null;
  #cancelled = false;
  #pool: AnalysisPool | null = null;
  #told = 0;

  constructor(onProgress: (progress: OwnProgress | null) => void, onPartial: (view: OwnView) => void) {
    this.#onProgress = onProgress;
    this.#onPartial = onPartial;
  }

  /** Whether a request only looks something up. */
  isReading({ type }: OwnRequest): boolean {
    return [
      'cancel',
      'document',
      'describe',
      'find',
      'lies-in',
      'export',
      'export-corrections',
      'read-corrections',
    ].includes(type);
  }

  async answer(request: OwnRequest): Promise<OwnAnswers[keyof OwnAnswers]> {
    switch (request.type) {
      case 'open':
        return this.#open(request.page, request.cores);
      case 'add':
        return this.#add(request);
      case 'import':
        return this.#import(request.file);
      case 'cancel':
        this.#cancelled = true;
        this.#pool?.close();
        return null;
      case 'show':
        return this.#show(request.ids);
      case 'document':
        return this.#document(request.corpus, request.order);
      case 'rename':
        await this.#change(request.corpus, { title: request.title.trim().slice(0, 200) });
        await this.#db.keep('view', null);
        return this.#state();
      case 'remove':
        await this.#change(request.corpus, { removed: true });
        return this.#show(this.#shown.filter((id) => id !== request.corpus));
      case 'restore':
        await this.#change(request.corpus, { removed: false });
        return this.#show([...this.#shown.filter((id) => id !== SITE), request.corpus]);
      case 'correct':
        return this.#correct(request.corpus, request.corrections);
      case 'read-corrections':
        return parseCorrections(request.text);
      case 'describe':
        return describePlaces(await this.#gazetteer(), request.ids);
      case 'find':
        return findPlaces(await this.#gazetteer(), request.name, this.#corrections());
      case 'lies-in':
        return this.#world.countriesAt(request.lon, request.lat);
      case 'export':
        return this.#export(request.corpus);
      case 'export-corrections':
        return new Blob([formatCorrections(this.#records.get(request.corpus)?.corrections ?? [])], {
          type: 'application/json',
        });
    }
  }

  get #db(): AnalysisStore {
    if (!this.#store) throw new Error('not opened yet');
    return this.#store;
  }

  get #world(): Geography {
    if (!this.#geography) throw new Error('not opened yet');
    return this.#geography;
  }

  async #open(page: string, cores: number): Promise<OwnAnswers['open']> {
    if (!this.#store) {
      this.#data = new URL('data/', page).href;
      this.#cores = cores;
      this.#geography = new Geography(this.#data);
      // sites on one host keep their own
      this.#store = await AnalysisStore.open(`mawdi ${new URL('./', page).pathname}`);
      for (const record of await this.#store.corpora()) {
        if (record.removed) await this.#store.forget(record.id);
        else this.#records.set(record.id, record);
      }
      const shown = (await this.#store.keptValue<readonly string[]>('shown')) ?? [SITE];
      this.#shown = this.#known(shown);
    }
    return { state: this.#state(), view: await this.#view() };
  }

  #state(): OwnState {
    const own = [...this.#records.values()].filter(({ id, removed }) => id !== SITE && !removed);
    return {
      kept: this.#db.kept,
      corpora: own
        .sort((a, b) => a.created - b.created)
        .map(({ id, title, documents, created, corrections }) => ({ id, title, documents, created, corrections })),
      shown: this.#shown,
      siteCorrections: this.#records.get(SITE)?.corrections ?? [],
    };
  }

  /** Those of the ids that are there; the site's when none is. */
  #known(ids: readonly string[]): string[] {
    const known = [...new Set(ids)].filter((id) => id === SITE || this.#records.get(id)?.removed === false);
    return known.length === 0 ? [SITE] : known;
  }

  async #change(id: string, change: Partial<CorpusRecord>): Promise<CorpusRecord> {
    const record = { ...(this.#records.get(id) ?? emptyRecord(id)), ...change };
    this.#records.set(id, record);
    await this.#db.putCorpus(record);
    return record;
  }

  async #show(ids: readonly string[]): Promise<Change> {
    this.#shown = this.#known(ids);
    await this.#db.keep('shown', this.#shown);
    return { state: this.#state(), view: await this.#view() };
  }

  /** What is on the map; null for the site as it was made, which the page loads by itself. */
  async #view(): Promise<OwnView | null> {
    const plain = this.#shown.every((id) => id === SITE) && this.#corrections().length === 0;
    if (plain) return null;
    const stamp = JSON.stringify([VIEW_FORMAT, await this.#stampOfShown()]);
    const kept = await this.#db.keptValue<KeptView | null>('view');
    if (kept?.stamp === stamp) return kept.view;
    const view = await this.#assemble();
    await this.#db.keep('view', { stamp, view } satisfies KeptView);
    return view;
  }

  async #stampOfShown(): Promise<unknown[]> {
    const stamps: unknown[] = [];
    for (const id of this.#shown) {
      const record = this.#records.get(id);
      stamps.push([
        id,
        record?.documents,
        record?.title,
        record?.corrections,
        id === SITE ? (await this.#siteAtlas()).stamp : '',
      ]);
    }
    return stamps;
  }

  #corrections(ids: readonly string[] = this.#shown): Correction[] {
    return ids.flatMap((id) => this.#records.get(id)?.corrections ?? []);
  }

  async #gazetteer(corrections = this.#corrections()) {
    return this.#world.with(corrections, this.#shown.includes(SITE) ? (await this.#siteAtlas()).atlas.places : []);
  }

  async #assemble(): Promise<OwnView> {
    await this.#index();
    const corrections = this.#corrections();
    const gazetteer = await this.#gazetteer(corrections);
    const notices: OwnView['notices'][number][] = [];
    const parts: Part[] = [];
    for (const id of this.#shown) {
      const digests = [...(await this.#digestsOf(id))];
      const own = this.#records.get(id)?.corrections ?? [];
      const corrected: CorrectedRecord[] = [];
      for (const [order, digest] of own.length > 0 ? digests.entries() : []) {
        if (!own.some(({ document, scope }) => scope === 'corpus' || document === digest.document.id)) continue;
        const found = await this.#found(id, order);
        const mended = mend(found, own, gazetteer);
        if (!mended) continue;
        digests[order] = mended.digest;
        corrected.push({ corpus: id, order, file: { text: found.document.text, analysis: mended.analysis } });
        for (const notice of mended.notices) notices.push({ id: digest.document.id, notice });
      }
      await this.#db.replaceCorrected(id, corrected);
      const files = id === SITE ? (await this.#siteAtlas()).atlas.documents.map(({ file }) => file) : null;
      parts.push({ id, corpus: await this.#textOf(id), digests, ...(files ? { files } : {}) });
    }
    this.#progress({ phase: 'assembling', done: 0, all: 0, documents: 0, refused: 0 });
    const view = assembleView(parts, gazetteer, corrections, await this.#world.shapes(), notices);
    this.#onProgress(null);
    return view;
  }

  async #textOf(id: string): Promise<Part['corpus']> {
    const { title, titles, description, descriptions } =
      id === SITE ? (await this.#siteAtlas()).atlas : (this.#records.get(id) ?? emptyRecord(id));
    return { title, titles, description, descriptions };
  }

  async #digestsOf(id: string): Promise<readonly Digest[]> {
    const known = this.#digests.get(id);
    if (known) return known;
    const digests: Digest[] = [];
    if (id === SITE) {
      const { atlas } = await this.#siteAtlas();
      for (const order of atlas.documents.keys()) digests.push(digestOf(await this.#found(SITE, order)));
    } else for await (const { digest } of this.#db.documents(id)) digests.push(digest);
    this.#digests.set(id, digests);
    return digests;
  }

  /** A document with what was found in it before it was corrected here. */
  async #found(id: string, order: number) {
    if (id !== SITE) {
      const record = await this.#db.document(id, order);
      if (!record) throw new Error(`document ${order} of "${id}" is not kept any more`);
      return { document: record.document, analysis: record.found };
    }
    const { atlas } = await this.#siteAtlas();
    const described = atlas.documents[order];
    if (!described) throw new Error(`the site has no document ${order}`);
    const { text, analysis } = await this.#fetch<DocumentFile>(described.file);
    const { id: documentId, title, titles, dateNote, source, author, url } = described;
    const document = {
      id: documentId,
      text,
      title,
      titles,
      ...(dateNote === null ? {} : { dateNote }),
      ...(source === null ? {} : { source }),
      ...(author === null ? {} : { author }),
      ...(url === null ? {} : { url }),
    };
    return { document, analysis };
  }

  async #document(corpus: string, order: number): Promise<DocumentFile> {
    const corrected = await this.#db.corrected(corpus, order);
    if (corrected) return corrected.file;
    const { document, analysis } = await this.#found(corpus, order);
    return { text: document.text, analysis };
  }

  async #siteAtlas() {
    if (this.#site) return this.#site;
    const text = await (await this.#response('atlas.json')).text();
    const atlas = await readAtlas(JSON.parse(text), (file) => this.#fetch(file));
    this.#site = { atlas, stamp: stampOf(text) };
    return this.#site;
  }

  async #response(file: string): Promise<Response> {
    const response = await fetch(this.#data + file);
    if (!response.ok) throw new Error(`${file}: ${response.status} ${response.statusText}`);
    return response;
  }

  async #fetch<T>(file: string): Promise<T> {
    return (await (await this.#response(file)).json()) as T;
  }

  #progress(progress: OwnProgress): void {
    const now = performance.now();
    if (progress.phase !== 'assembling' && progress.done < progress.all && now - this.#told < PROGRESS_MS) return;
    this.#told = now;
    this.#onProgress(progress);
  }

  #index(): Promise<ArrayBuffer> {
    return this.#world.index((done, all) =>
      this.#progress({ phase: 'gazetteer', done, all, documents: 0, refused: 0 }),
    );
  }

  async #add(request: AddRequest): Promise<AddReport> {
    const chosen = await sortFiles(request.files);
    const title = request.title.trim() || chosen.settings?.title || chosen.folder || '';
    const jobs = [
      ...chosen.files.map(({ path, file, settings }) => ({ name: path, job: { path, file, settings } })),
      ...(request.pasted
        ? [{ name: request.pasted.title, job: { read: pastedDocument(request.pasted), given: null } }]
        : []),
    ];
    const { titles = {}, description = '', descriptions = {} } = chosen.settings ?? {};
    const described = { title, titles, description, descriptions };
    return this.#take(request.corpus, described, jobs, chosen.corrections, chosen.refusals);
  }

  async #import(file: File): Promise<AddReport> {
    const read = parseCorpusFile(await file.text());
    const jobs = read.documents.map((document) => ({
      name: document.id,
      job: { read: { document, notices: [] }, given: null },
    }));
    const refusals = read.faults.map(
      (message): Refusal => ({ name: file.name, notice: { code: 'bad-corpus', severity: 'error', message } }),
    );
    return this.#take(null, read.corpus, jobs, read.corrections, refusals);
  }

  /** Reads jobs into a corpus, shows what is there from time to time, and in the end puts the corpus on the map. */
  async #take(
    into: string | null,
    described: Partial<CorpusRecord>,
    jobs: Parameters<typeof addDocuments>[0],
    corrections: readonly Correction[],
    refusals: readonly Refusal[],
  ): Promise<AddReport> {
    const report = (change: Change, corpus: string | null, added: number, all: readonly Refusal[]): AddReport => ({
      ...change,
      corpus,
      added,
      cancelled: this.#cancelled,
      refusals: all,
    });
    this.#cancelled = false;
    const id = into ?? `own-${Date.now().toString(36)}`;
    const before = this.#records.get(id);
    const first = before?.documents ?? 0;
    try {
      const index = await this.#index();
      if (this.#cancelled || jobs.length === 0) return report(await this.#unchanged(), into, 0, refusals);
      const pool = new AnalysisPool(index, this.#cores, jobs.length);
      this.#pool = pool;
      const earlier = await this.#existing(into);
      const unique = uniqueIds();
      for (const { document } of earlier) unique(document.id);
      const sofar: Digest[] = [...earlier];
      let next = performance.now() + FIRST_PARTIAL_MS;
      let partials = 0;
      const record = () =>
        this.#change(id, {
          ...(before ? {} : { ...described, created: Date.now(), title: described.title || '' }),
          corrections: mergeCorrections(before?.corrections ?? [], corrections),
          documents: sofar.length,
        });
      const { digests, refusals: found } = await addDocuments(jobs, {
        corpus: id,
        first,
        unique,
        pool,
        isCancelled: () => this.#cancelled,
        onStep: (done, documents, refused) =>
          this.#progress({ phase: 'reading', done, all: jobs.length, documents, refused: refused + refusals.length }),
        keep: async (records) => {
          await this.#db.putDocuments(records);
          sofar.push(...records.map(({ digest }) => digest));
          await record();
          if (performance.now() < next) return;
          partials++;
          const gazetteer = await this.#world.with([]);
          const part = { id, corpus: await this.#textOf(id), digests: sofar };
          this.#onPartial(assembleView([part], gazetteer, [], await this.#world.shapes(), []));
          next = performance.now() + FIRST_PARTIAL_MS * 2 ** partials;
        },
      });
      this.#digests.set(id, sofar);
      if (digests.length === 0) return report(await this.#unchanged(), into, 0, [...refusals, ...found]);
      const ids = this.#shown.includes(id) ? this.#shown : [id];
      return report(await this.#show(ids), id, digests.length, [...refusals, ...found]);
    } finally {
      this.#pool?.close();
      this.#pool = null;
      this.#onProgress(null);
    }
  }

  async #existing(id: string | null): Promise<readonly Digest[]> {
    return id === null ? [] : this.#digestsOf(id);
  }

  async #unchanged(): Promise<Change> {
    return { state: this.#state(), view: null };
  }

  async #correct(id: string, corrections: readonly Correction[]): Promise<Change> {
    await this.#change(id, { corrections: mergeCorrections(corrections) });
    return { state: this.#state(), view: this.#shown.includes(id) ? await this.#view() : null };
  }

  async #export(id: string): Promise<Blob> {
    const record = this.#records.get(id) ?? emptyRecord(id);
    const documents = [];
    for await (const { document } of this.#db.documents(id)) documents.push(document);
    return corpusFile(record, documents);
  }
}

function emptyRecord(id: string): CorpusRecord {
  return {
    id,
    title: '',
    titles: {},
    description: '',
    descriptions: {},
    created: 0,
    documents: 0,
    removed: false,
    corrections: [],
  };
}

/** Tells one text from another (FNV-1a over its letters): no proof against ill will, none is needed. */
function stampOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `${text.length}-${(hash >>> 0).toString(36)}`;
}
