import type { CorpusText } from '../core/assemble.ts';
import { type Digest, digestOf } from '../core/assembly/digest.ts';
import type { DocumentFile } from '../core/model/atlas.ts';
import type { Correction } from '../core/model/correction.ts';
import { type CorpusSummary, SITE } from './analysis-messages.ts';
import type { SiteCorpus } from './analysis-site.ts';
import type { AnalysisStore, CorpusRecord } from './analysis-store.ts';
import { ANALYSIS_VERSION } from './analysis-version.ts';
import type { Found } from './analysis-view.ts';

/** The corpora that a person keeps, and the site's own beside them under the id `site`. */
export class Shelf {
  readonly store: AnalysisStore;
  readonly site: SiteCorpus;
  readonly #records = new Map<string, CorpusRecord>();
  readonly #digests = new Map<string, readonly Digest[]>();

  constructor(store: AnalysisStore, site: SiteCorpus) {
    this.store = store;
    this.site = site;
  }

  /** Reads what is kept; what was removed before the page was opened is forgotten now. */
  async read(): Promise<void> {
    for (const record of await this.store.corpora()) {
      if (record.removed) await this.store.forget(record.id);
      else this.#records.set(record.id, record);
    }
  }

  record(id: string): CorpusRecord | undefined {
    return this.#records.get(id);
  }

  /** Whether a corpus can be shown. */
  has(id: string): boolean {
    return id === SITE || this.#records.get(id)?.removed === false;
  }

  async change(id: string, change: Partial<CorpusRecord>): Promise<CorpusRecord> {
    const record = { ...(this.#records.get(id) ?? emptyRecord(id)), ...change };
    this.#records.set(id, record);
    await this.store.putCorpus(record);
    return record;
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
    const known = this.#digests.get(id);
    if (known) return known;
    const digests: Digest[] = [];
    if (id === SITE) {
      const { atlas } = await this.site.atlas();
      for (const order of atlas.documents.keys()) digests.push(digestOf(await this.site.found(order)));
    } else {
      const record = this.#records.get(id);
      // an earlier version may have kept less in a digest than this one asks of it
      const anew = record !== undefined && isOutdated(record);
      for await (const { document, found, digest } of this.store.documents(id))
        digests.push(anew ? digestOf({ document, analysis: found }) : digest);
    }
    this.keepDigests(id, digests);
    return digests;
  }

  keepDigests(id: string, digests: readonly Digest[]): void {
    this.#digests.set(id, digests);
  }

  /** A document with what was found in it before it was corrected here. */
  async found(id: string, order: number): Promise<Found> {
    if (id === SITE) return this.site.found(order);
    const record = await this.store.document(id, order);
    if (!record) throw new Error(`document ${order} of "${id}" is not kept any more`);
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
