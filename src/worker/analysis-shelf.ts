import type { CorpusText } from '../core/assemble.ts';
import { type Digest, digestOf } from '../core/assembly/digest.ts';
import type { DocumentFile } from '../core/model/atlas.ts';
import type { Correction } from '../core/model/correction.ts';
import { OwnFault } from './analysis-fault.ts';
import { type CorpusSummary, SITE } from './analysis-messages.ts';
import type { SiteCorpus } from './analysis-site.ts';
import type { AnalysisStore, CorpusRecord, DocumentRecord } from './analysis-store.ts';
import { ANALYSIS_VERSION } from './analysis-version.ts';
import type { Found } from './analysis-view.ts';

/** Digests of the first documents of a corpus, as far as they are known. */
interface KnownDigests {
  readonly of: string;
  readonly digests: Digest[];
}

/**
 * The corpora that a person keeps, and the site's own beside them under the id `site`. Other tabs keep theirs in the same
 * place: what is remembered here is as old as the last `read`, and every change is made of what is kept at that moment.
 */
export class Shelf {
  readonly store: AnalysisStore;
  readonly site: SiteCorpus;
  readonly #records = new Map<string, CorpusRecord>();
  readonly #digests = new Map<string, KnownDigests>();

  constructor(store: AnalysisStore, site: SiteCorpus) {
    this.store = store;
    this.site = site;
  }

  /** Reads what is kept now. */
  async read(): Promise<void> {
    const records = await this.store.corpora();
    this.#records.clear();
    for (const record of records) this.#records.set(record.id, record);
  }

  /** Reads what is kept of one corpus now. */
  async readOne(id: string): Promise<void> {
    const record = await this.store.corpus(id);
    if (record) this.#records.set(id, record);
    else this.#records.delete(id);
  }

  /** Forgets what was removed, when nobody can bring it back any more. */
  async forgetRemoved(): Promise<void> {
    for (const { id, removed } of await this.store.corpora()) if (removed) await this.store.forget(id);
  }

  record(id: string): CorpusRecord | undefined {
    return this.#records.get(id);
  }

  /** Whether a corpus can be shown. */
  has(id: string): boolean {
    return id === SITE || this.#records.get(id)?.removed === false;
  }

  /** Changes a corpus as it is now; only `removed` can be changed of one that is removed. Throws when it is gone. */
  async change(id: string, change: (now: CorpusRecord) => Partial<CorpusRecord>): Promise<void> {
    const record = await this.store.update(id, (now) => {
      const changed = change(now ?? emptyRecord(id));
      if (id !== SITE && (!now || (now.removed && changed.removed === undefined))) throw gone(id);
      return { record: stepped(id, now, changed) };
    });
    this.#records.set(id, record);
  }

  /**
   * Puts documents after those that a corpus has now, whoever added them, and changes its record with them. Makes the
   * corpus where `isNew`; throws when it is gone.
   */
  async append(
    id: string,
    isNew: boolean,
    change: (now: CorpusRecord) => Partial<CorpusRecord>,
    documents: readonly DocumentRecord[],
  ): Promise<void> {
    let first = 0;
    const record = await this.store.update(id, (now) => {
      if (now ? now.removed : !isNew) throw gone(id);
      const there = now ?? emptyRecord(id);
      first = there.documents;
      return {
        record: stepped(id, now, { ...change(there), documents: first + documents.length }),
        documents: documents.map((one, at) => ({ ...one, order: first + at })),
      };
    });
    this.#records.set(id, record);
    const known = this.#digests.get(id);
    if (known?.of === writingOf(record) && known.digests.length === first)
      for (const { digest } of documents) known.digests.push(digest);
  }

  /** Puts documents in the place of those that they were read from again. Throws when the corpus is gone. */
  async rewrite(id: string, documents: readonly DocumentRecord[]): Promise<void> {
    const record = await this.store.update(id, (now) => {
      if (!now || now.removed) throw gone(id);
      return { record: stepped(id, now, { written: (now.written ?? 0) + 1 }), documents };
    });
    this.#records.set(id, record);
  }

  /** A person's own corpora, oldest first. */
  summaries(): CorpusSummary[] {
    return [...this.#records.values()]
      .filter(({ id, removed }) => id !== SITE && !removed)
      .sort((a, b) => a.created - b.created)
      .map((record) => ({
        id: record.id,
        title: record.title,
        documents: record.documents,
        created: record.created,
        outdated: isOutdated(record),
        corrections: record.corrections,
      }));
  }

  corrections(ids: readonly string[]): Correction[] {
    return ids.flatMap((id) => this.#records.get(id)?.corrections ?? []);
  }

  async textOf(id: string): Promise<CorpusText> {
    const { title, titles, description, descriptions } =
      id === SITE ? (await this.site.atlas()).atlas : (this.#records.get(id) ?? emptyRecord(id));
    return { title, titles, description, descriptions };
  }

  /** The digests of a corpus, before its corrections. */
  async digestsOf(id: string): Promise<readonly Digest[]> {
    const record = this.#records.get(id) ?? emptyRecord(id);
    const of = writingOf(record);
    const known = this.#digests.get(id);
    const digests = known?.of === of ? known.digests : [];
    if (id === SITE) {
      if (known) return known.digests;
      const { atlas } = await this.site.atlas();
      for (const order of atlas.documents.keys()) digests.push(digestOf(await this.site.found(order)));
    } else if (digests.length < record.documents) {
      // an earlier version may have kept less in a digest than this one asks of it
      const anew = isOutdated(record);
      for await (const { document, found, digest } of this.store.documents(id, digests.length)) {
        digests.push(anew ? digestOf({ document, analysis: found }) : digest);
        // what another tab adds while this one reads comes with its record
        if (digests.length === record.documents) break;
      }
    }
    this.#digests.set(id, { of, digests });
    return digests;
  }

  /** A document with what was found in it before it was corrected here. */
  async found(id: string, order: number): Promise<Found> {
    if (id === SITE) return this.site.found(order);
    const record = await this.store.document(id, order);
    if (!record) throw new OwnFault('gone', `document ${order} of "${id}" is not kept any more`);
    return { document: record.document, analysis: record.found };
  }

  /** A document as it is shown, corrected. */
  async document(id: string, order: number): Promise<DocumentFile> {
    const corrected = await this.store.corrected(id, order);
    if (corrected) return corrected.file;
    const { document, analysis } = await this.found(id, order);
    return { text: document.text, analysis };
  }
}

const gone = (id: string) => new OwnFault('gone', `the collection "${id}" is not kept any more`);

/** Changes when documents are put in the place of others, or were read by another version; not when some are added. */
const writingOf = ({ written = 0, readBy }: CorpusRecord) => `${written} ${readBy}`;

const stepped = (id: string, now: CorpusRecord | undefined, change: Partial<CorpusRecord>): CorpusRecord => ({
  ...(now ?? emptyRecord(id)),
  ...change,
  revision: (now?.revision ?? 0) + 1,
});

const isOutdated = ({ readBy }: CorpusRecord) => readBy !== ANALYSIS_VERSION;

export function emptyRecord(id: string): CorpusRecord {
  return {
    id,
    title: '',
    titles: {},
    description: '',
    descriptions: {},
    created: 0,
    documents: 0,
    removed: false,
    readBy: ANALYSIS_VERSION,
    corrections: [],
  };
}
