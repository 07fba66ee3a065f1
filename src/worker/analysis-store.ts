import type { Digest } from '../core/assembly/digest.ts';
import type { Analysis } from '../core/model/analysis.ts';
import type { DocumentFile } from '../core/model/atlas.ts';
import type { Correction } from '../core/model/correction.ts';
import type { Document } from '../core/model/document.ts';
import type { Notice } from '../core/model/notice.ts';
import type { OwnView } from './analysis-messages.ts';

/** A person's corpus, or (with the id `site`) what a person has corrected in the site's. */
export interface CorpusRecord {
  readonly id: string;
  readonly title: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly description: string;
  readonly descriptions: Readonly<Record<string, string>>;
  readonly created: number;
  readonly documents: number;
  /** Removed, and to be forgotten when the page is opened next: until then it can be brought back. */
  readonly removed: boolean;
  /** `ANALYSIS_VERSION` of the page that read its documents; older pages wrote none. */
  readonly readBy?: string;
  readonly corrections: readonly Correction[];
  /** Grows with every change, in whichever tab it is made; older pages wrote none. */
  readonly revision?: number;
  /** Grows when documents are put in the place of others. */
  readonly written?: number;
}

export interface DocumentRecord {
  readonly corpus: string;
  /** Place in the corpus, from 0. */
  readonly order: number;
  readonly document: Document;
  /** What was said of it before it was analysed. */
  readonly before?: readonly Notice[];
  /** As it was found, without corrections. */
  readonly found: Analysis;
  readonly digest: Digest;
}

/** A document as corrected, where a correction applied. */
export interface CorrectedRecord {
  readonly corpus: string;
  readonly order: number;
  readonly file: DocumentFile;
}

export interface KeptView {
  /** Changes when what it was made of has changed. */
  readonly stamp: string;
  readonly view: OwnView;
}

type Table = 'corpora' | 'documents' | 'corrected' | 'kept';
const TABLES: Readonly<Record<Table, string | string[] | null>> = {
  corpora: 'id',
  documents: ['corpus', 'order'],
  corrected: ['corpus', 'order'],
  kept: null,
};
const VERSION = 1;
/** Records that are read together. */
const CHUNK = 64;

/** What is kept in the browser, in IndexedDB; where there is none, in memory until the page is closed. */
export class AnalysisStore {
  readonly kept: boolean;
  readonly #database: IDBDatabase | null;
  readonly #memory = new Map<string, unknown>();

  private constructor(database: IDBDatabase | null) {
    this.#database = database;
    this.kept = database !== null;
  }

  static async open(name: string): Promise<AnalysisStore> {
    try {
      const request = indexedDB.open(name, VERSION);
      request.onupgradeneeded = () => {
        for (const [table, keyPath] of Object.entries(TABLES))
          request.result.createObjectStore(table, keyPath === null ? {} : { keyPath });
      };
      const database = await settled(request);
      // another tab with a newer version of the page asks for the way to be clear
      database.onversionchange = () => database.close();
      return new AnalysisStore(database);
    } catch {
      return new AnalysisStore(null);
    }
  }

  async corpora(): Promise<CorpusRecord[]> {
    return this.#range<CorpusRecord>('corpora');
  }

  corpus(id: string): Promise<CorpusRecord | undefined> {
    return this.#get<CorpusRecord>('corpora', id);
  }

  /**
   * Reads the record of a corpus, and puts what `change` makes of it, with documents where it gives some: all of it or
   * nothing, in one transaction, so that no other tab comes between. What `change` throws is thrown.
   */
  async update(
    id: string,
    change: (now: CorpusRecord | undefined) => {
      readonly record: CorpusRecord;
      readonly documents?: readonly DocumentRecord[];
    },
  ): Promise<CorpusRecord> {
    if (!this.#database) {
      const { record, documents = [] } = change(await this.corpus(id));
      this.#remember('corpora', [record]);
      this.#remember('documents', documents);
      return record;
    }
    const transaction = this.#database.transaction(['corpora', 'documents'], 'readwrite');
    const ended = finished(transaction);
    try {
      const corpora = transaction.objectStore('corpora');
      const { record, documents = [] } = change(await settled<CorpusRecord | undefined>(corpora.get(id)));
      corpora.put(record);
      for (const document of documents) transaction.objectStore('documents').put(document);
      await ended;
      return record;
    } catch (error) {
      ended.catch(() => {});
      abort(transaction);
      throw error;
    }
  }

  document(corpus: string, order: number): Promise<DocumentRecord | undefined> {
    return this.#get('documents', [corpus, order]);
  }

  /** Every document of a corpus in order, from one on, some at a time. */
  async *documents(corpus: string, first = 0): AsyncGenerator<DocumentRecord> {
    for (let from = first; ; from += CHUNK) {
      const records = await this.#range<DocumentRecord>('documents', [corpus, from], [corpus, from + CHUNK - 1]);
      yield* records;
      if (records.length < CHUNK) return;
    }
  }

  corrected(corpus: string, order: number): Promise<CorrectedRecord | undefined> {
    return this.#get('corrected', [corpus, order]);
  }

  /** Puts these in place of all that were corrected in the corpus, unless it has changed since that revision. */
  async replaceCorrected(corpus: string, revision: number, records: readonly CorrectedRecord[]): Promise<void> {
    if (!this.#database) {
      this.#forgetRange('corrected', corpus);
      this.#remember('corrected', records);
      return;
    }
    const transaction = this.#database.transaction(['corpora', 'corrected'], 'readwrite');
    const ended = finished(transaction);
    const now = await settled<CorpusRecord | undefined>(transaction.objectStore('corpora').get(corpus));
    if ((now?.revision ?? 0) === revision) {
      const corrected = transaction.objectStore('corrected');
      corrected.delete(wholeOf(corpus));
      for (const record of records) corrected.put(record);
    }
    await ended;
  }

  async forget(corpus: string): Promise<void> {
    if (!this.#database) {
      for (const table of ['documents', 'corrected'] as const) this.#forgetRange(table, corpus);
      this.#memory.delete(`corpora ${corpus}`);
      return;
    }
    const transaction = this.#database.transaction(['corpora', 'documents', 'corrected'], 'readwrite');
    for (const table of ['documents', 'corrected'] as const) transaction.objectStore(table).delete(wholeOf(corpus));
    transaction.objectStore('corpora').delete(corpus);
    await finished(transaction);
  }

  keptValue<T>(key: string): Promise<T | undefined> {
    return this.#get('kept', key);
  }

  async keep(key: string, value: unknown): Promise<void> {
    if (!this.#database) {
      this.#memory.set(`kept ${key}`, value);
      return;
    }
    const transaction = this.#database.transaction('kept', 'readwrite');
    transaction.objectStore('kept').put(value, key);
    // that there is no room shows only at the end
    await finished(transaction);
  }

  #table(table: Table): IDBObjectStore {
    if (!this.#database) throw new Error('there is no database');
    return this.#database.transaction(table, 'readonly').objectStore(table);
  }

  async #get<T>(table: Table, key: string | (string | number)[]): Promise<T | undefined> {
    if (!this.#database) return this.#memory.get(`${table} ${String(key)}`) as T | undefined;
    return settled(this.#table(table).get(key));
  }

  async #range<T>(table: Table, from?: (string | number)[], to?: (string | number)[]): Promise<T[]> {
    if (!this.#database) {
      const found: T[] = [];
      for (const [key, value] of this.#memory) {
        if (!key.startsWith(`${table} `)) continue;
        const { corpus, order } = value as { corpus?: string; order?: number };
        if (
          from &&
          to &&
          (corpus !== from[0] || order === undefined || order < Number(from[1]) || order > Number(to[1]))
        )
          continue;
        found.push(value as T);
      }
      return found;
    }
    return settled(this.#table(table).getAll(from && to ? IDBKeyRange.bound(from, to) : null));
  }

  #remember(table: Table, records: readonly object[]): void {
    for (const record of records) {
      const { id, corpus, order } = record as { id?: string; corpus?: string; order?: number };
      this.#memory.set(`${table} ${table === 'corpora' ? id : `${corpus},${order}`}`, record);
    }
  }

  #forgetRange(table: Table, corpus: string): void {
    for (const key of this.#memory.keys()) if (key.startsWith(`${table} ${corpus},`)) this.#memory.delete(key);
  }
}

const wholeOf = (corpus: string) => IDBKeyRange.bound([corpus, 0], [corpus, Number.MAX_SAFE_INTEGER]);

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error ?? new Error('the database of the browser does not answer'));
  });
}

/** Why a transaction failed is known when it has been given up, not before. */
function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((done, fail) => {
    transaction.oncomplete = () => done();
    transaction.onabort = () => fail(transaction.error ?? new Error('nothing more can be kept in this browser'));
  });
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // it has ended by itself
  }
}
