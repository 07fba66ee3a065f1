import { formatCorrections, parseCorrections } from '../formats/corrections.ts';
import { fileDate } from '../formats/file-date.ts';
import { carryOver } from './analysis-corrections.ts';
import { corpusFile } from './analysis-exchange.ts';
import { codeOf } from './analysis-fault.ts';
import { describePlaces, findPlaces, Geography } from './analysis-gazetteer.ts';
import {
  type AddReport,
  type OwnAnswers,
  type OwnProgress,
  type OwnRequest,
  type OwnState,
  type OwnView,
  SITE,
} from './analysis-messages.ts';
import { emptyRecord, Shelf } from './analysis-shelf.ts';
import { Shown } from './analysis-shown.ts';
import { SiteCorpus } from './analysis-site.ts';
import { AnalysisStore } from './analysis-store.ts';
import { Tabs } from './analysis-tabs.ts';
import { type Taken, Taking } from './analysis-take.ts';

const PROGRESS_MS = 100;
/** Requests that only look something up, or that must not wait. */
const READING: ReadonlySet<OwnRequest['type']> = new Set([
  'cancel',
  'document',
  'describe',
  'find',
  'lies-in',
  'export',
  'export-corrections',
  'read-corrections',
  'read-date',
]);
/** Requests after which other tabs have something to learn. */
const CHANGING: ReadonlySet<OwnRequest['type']> = new Set([
  'add',
  'import',
  'reread',
  'rename',
  'remove',
  'restore',
  'correct',
]);

type Change = { readonly state: OwnState; readonly view: OwnView | null };

interface Opened {
  readonly geography: Geography;
  readonly shelf: Shelf;
  readonly shown: Shown;
  readonly taking: Taking;
  readonly tabs: Tabs;
}

/** Answers what the page asks of a person's corpora and corrections. */
export class OwnCorpora {
  readonly #onProgress: (progress: OwnProgress | null) => void;
  readonly #onPartial: (view: OwnView) => void;
  readonly #onElsewhere: () => void;
  #opened: Opened | null = null;
  #told = 0;

  constructor(
    onProgress: (progress: OwnProgress | null) => void,
    onPartial: (view: OwnView) => void,
    onElsewhere: () => void,
  ) {
    this.#onProgress = onProgress;
    this.#onPartial = onPartial;
    this.#onElsewhere = onElsewhere;
  }

  /** Whether a request only looks something up. */
  isReading({ type }: OwnRequest): boolean {
    return READING.has(type);
  }

  async answer(request: OwnRequest): Promise<OwnAnswers[keyof OwnAnswers]> {
    if (request.type === 'open') return this.#open(request.page, request.cores);
    if (request.type === 'read-corrections') return parseCorrections(request.text);
    if (request.type === 'read-date') return { date: fileDate(request.text) };
    const { shelf, shown, tabs } = this.#own;
    if (this.isReading(request)) return this.#answer(request);
    await shelf.read();
    shown.settle();
    try {
      return await this.#answer(request);
    } finally {
      if (CHANGING.has(request.type)) tabs.tellChanged();
    }
  }

  async #answer(request: Exclude<OwnRequest, { type: 'open' | 'read-corrections' | 'read-date' }>) {
    const { shelf, shown, geography, taking } = this.#own;
    switch (request.type) {
      case 'add':
        return this.#report(await taking.add(request));
      case 'import':
        return this.#report(await taking.import(request.file));
      case 'reread':
        return this.#report(await taking.again(request.corpus));
      case 'cancel':
        taking.cancel();
        return null;
      case 'show':
        return this.#show(request.ids);
      case 'document':
        return shelf.document(request.corpus, request.order);
      case 'rename':
        await shelf.change(request.corpus, () => ({ title: request.title.trim().slice(0, 200) }));
        return this.#change();
      case 'remove': {
        const forgotten = await this.#remove(request.corpus);
        return { ...(await this.#show(shown.ids.filter((id) => id !== request.corpus))), forgotten };
      }
      case 'restore':
        await shelf.change(request.corpus, () => ({ removed: false }));
        return this.#show([...shown.ids.filter((id) => id !== SITE), request.corpus]);
      case 'correct': {
        const { corpus, seen, made } = request;
        await shelf.change(corpus, ({ corrections }) => ({ corrections: carryOver(seen, made, corrections) }));
        return shown.ids.includes(corpus) ? this.#change() : { state: this.#state(), view: null };
      }
      case 'refresh': {
        const view = await shown.viewIfNew();
        this.#onProgress(null);
        return { state: this.#state(), view };
      }
      case 'describe': {
        const { gazetteer, whole } = await shown.names(request.whole);
        return { places: describePlaces(gazetteer, request.ids), whole };
      }
      case 'find': {
        const { gazetteer, whole } = await shown.names(request.whole);
        return { places: findPlaces(gazetteer, request.name, shown.corrections()), whole };
      }
      case 'lies-in':
        return geography.countriesAt(request.lon, request.lat);
      case 'export':
        return this.#export(request.corpus);
      case 'export-corrections':
        return new Blob([formatCorrections(shelf.corrections([request.corpus]))], { type: 'application/json' });
    }
  }

  get #own(): Opened {
    if (!this.#opened) throw new Error('not opened yet');
    return this.#opened;
  }

  async #open(page: string, cores: number): Promise<OwnAnswers['open']> {
    if (!this.#opened) {
      const data = new URL('data/', page).href;
      const geography = new Geography(data);
      // sites on one host keep their own
      const name = `mawdi ${new URL('./', page).pathname}`;
      const tabs = new Tabs(name, this.#onElsewhere);
      const shelf = new Shelf(await AnalysisStore.open(name), new SiteCorpus(data));
      await tabs.enter(() => shelf.forgetRemoved());
      await shelf.read();
      const told = { done: 0, all: 0, documents: 0, refused: 0 };
      const shown = new Shown(shelf, geography, () => this.#tell({ phase: 'assembling', ...told }));
      await shown.read();
      const taking = new Taking(shelf, tabs, geography, cores, {
        onIndex: (done, all) => this.#tell({ phase: 'gazetteer', ...told, done, all }),
        onFiles: (done, all, documents, refused) => this.#tell({ phase: 'reading', done, all, documents, refused }),
        onPartial: this.#onPartial,
        // at once: it is on the map when the page is opened again, whatever comes between
        onKept: (id) => shown.show(shown.ids.includes(id) ? shown.ids : [id]),
      });
      this.#opened = { geography, shelf, shown, taking, tabs };
    }
    return this.#change();
  }

  /** Whether it is forgotten at once: else it can be brought back. */
  async #remove(corpus: string): Promise<boolean> {
    const { shelf } = this.#own;
    try {
      await shelf.change(corpus, () => ({ removed: true }));
      return false;
    } catch (error) {
      if (codeOf(error) === null) throw error;
      // there is not even room to say that it is removed, or another tab has removed it
      await shelf.store.forget(corpus);
      await shelf.readOne(corpus);
      return true;
    }
  }

  #state(): OwnState {
    const { shelf, shown } = this.#own;
    return {
      kept: shelf.store.kept,
      corpora: shelf.summaries(),
      shown: shown.ids,
      siteCorrections: shelf.corrections([SITE]),
    };
  }

  async #change(): Promise<Change> {
    try {
      const view = await this.#own.shown.view();
      return { state: this.#state(), view };
    } finally {
      this.#onProgress(null);
    }
  }

  async #show(ids: readonly string[]): Promise<Change> {
    await this.#own.shown.show(ids);
    return this.#change();
  }

  /** Puts what was taken on the map, and tells what came of it. */
  async #report(taken: Taken): Promise<AddReport> {
    const { corpus, added } = taken;
    const { shown } = this.#own;
    if (corpus === null || added === 0) {
      this.#onProgress(null);
      return { state: this.#state(), view: null, ...taken };
    }
    return { ...(await this.#show(shown.ids.includes(corpus) ? shown.ids : [corpus])), ...taken };
  }

  #tell(progress: OwnProgress): void {
    const now = performance.now();
    if (progress.phase !== 'assembling' && progress.done < progress.all && now - this.#told < PROGRESS_MS) return;
    this.#told = now;
    this.#onProgress(progress);
  }

  async #export(id: string): Promise<Blob> {
    const { shelf } = this.#own;
    const documents = [];
    for await (const { document } of shelf.store.documents(id)) documents.push(document);
    return corpusFile(shelf.record(id) ?? emptyRecord(id), documents);
  }
}
