import { lost } from '../core/correct.ts';
import type { Gazetteer } from '../core/gazetteer/gazetteer.ts';
import type { Atlas } from '../core/model/atlas.ts';
import type { Correction } from '../core/model/correction.ts';
import { unlessFull } from './analysis-fault.ts';
import type { Geography } from './analysis-gazetteer.ts';
import { type OwnView, SITE } from './analysis-messages.ts';
import { emptyRecord, type Shelf } from './analysis-shelf.ts';
import type { CorrectedRecord, KeptView } from './analysis-store.ts';
import { ANALYSIS_VERSION } from './analysis-version.ts';
import { assembleView, mend, type Part } from './analysis-view.ts';

/** Changes when what is kept of a view means something else. */
const VIEW_FORMAT = 'view 2';

/** What is on the map: one or several corpora, corrected and put together, kept until something of them changes. */
export class Shown {
  readonly #shelf: Shelf;
  readonly #geography: Geography;
  readonly #onAssembling: () => void;
  #ids: readonly string[] = [SITE];
  /** What the view was made of that was given last. */
  #given = '';

  constructor(shelf: Shelf, geography: Geography, onAssembling: () => void) {
    this.#shelf = shelf;
    this.#geography = geography;
    this.#onAssembling = onAssembling;
  }

  get ids(): readonly string[] {
    return this.#ids;
  }

  /** What was shown last. */
  async read(): Promise<void> {
    this.#ids = this.#known((await this.#shelf.store.keptValue<readonly string[]>('shown')) ?? [SITE]);
  }

  async show(ids: readonly string[]): Promise<void> {
    this.#ids = this.#known(ids);
    await unlessFull(this.#shelf.store.keep('shown', this.#ids));
  }

  /** Those of the ids that are there; the site's when none is. */
  #known(ids: readonly string[]): string[] {
    const known = [...new Set(ids)].filter((id) => this.#shelf.has(id));
    return known.length === 0 ? [SITE] : known;
  }

  corrections(): Correction[] {
    return this.#shelf.corrections(this.#ids);
  }

  /** The gazetteer with what the corpora that are shown add to it. */
  async gazetteer(): Promise<Gazetteer> {
    return this.#geography.with(this.corrections(), await this.#sitePlaces());
  }

  /** A gazetteer to look names up in: the world's where it is there or asked for, else that of the well-known places. */
  async names(whole: boolean): Promise<{ readonly gazetteer: Gazetteer; readonly whole: boolean }> {
    if (whole) return { gazetteer: await this.gazetteer(), whole };
    return this.#geography.soon(this.corrections(), await this.#sitePlaces());
  }

  async #sitePlaces(): Promise<Atlas['places']> {
    return this.#ids.includes(SITE) ? (await this.#shelf.site.atlas()).atlas.places : [];
  }

  /** Lets go of what another tab has removed. */
  settle(): void {
    this.#ids = this.#known(this.#ids);
  }

  /** Null for the site as it was made, which the page loads by itself. */
  async view(): Promise<OwnView | null> {
    const stamp = await this.#stamp();
    this.#given = stamp;
    if (stamp === '') return null;
    const { store } = this.#shelf;
    const kept = await store.keptValue<KeptView | null>('view');
    if (kept?.stamp === stamp) return kept.view;
    const view = await this.#assemble();
    await unlessFull(store.keep('view', { stamp, view } satisfies KeptView));
    return view;
  }

  /** The view, where it is another one than was given last. */
  async viewIfNew(): Promise<OwnView | null> {
    return (await this.#stamp()) === this.#given ? null : this.view();
  }

  /** What a view is made of; nothing for the site as it was made. */
  async #stamp(): Promise<string> {
    if (this.#ids.every((id) => id === SITE) && this.corrections().length === 0) return '';
    return JSON.stringify([VIEW_FORMAT, ANALYSIS_VERSION, await this.#stamps()]);
  }

  async #stamps(): Promise<unknown[]> {
    const stamps: unknown[] = [];
    for (const id of this.#ids) {
      const record = this.#shelf.record(id);
      const site = id === SITE ? (await this.#shelf.site.atlas()).stamp : '';
      const { documents, title, readBy, corrections, revision } = record ?? emptyRecord(id);
      stamps.push([id, documents, title, readBy, corrections, revision, site]);
    }
    return stamps;
  }

  async #assemble(): Promise<OwnView> {
    await this.#geography.index();
    this.#onAssembling();
    const gazetteer = await this.gazetteer();
    const notices: OwnView['notices'][number][] = [];
    const parts: Part[] = [];
    for (const id of this.#ids) parts.push(await this.#corrected(id, gazetteer, notices));
    return assembleView(parts, gazetteer, this.corrections(), await this.#geography.shapes(), notices);
  }

  /** A corpus after its corrections; what they change in its documents is kept, to be read there. */
  async #corrected(id: string, gazetteer: Gazetteer, notices: OwnView['notices'][number][]): Promise<Part> {
    const revision = this.#shelf.record(id)?.revision ?? 0;
    const digests = [...(await this.#shelf.digestsOf(id))];
    const own = this.#shelf.corrections([id]);
    const everywhere = own.some(({ scope }) => scope === 'corpus');
    const corrected: CorrectedRecord[] = [];
    const applied = new Set<number>();
    for (const [order, digest] of own.length > 0 ? digests.entries() : []) {
      if (!everywhere && !own.some(({ document }) => document === digest.document.id)) continue;
      const found = await this.#shelf.found(id, order);
      const mended = mend(found, own, gazetteer);
      if (!mended) continue;
      digests[order] = mended.digest;
      corrected.push({ corpus: id, order, file: { text: found.document.text, analysis: mended.analysis } });
      for (const notice of mended.notices) notices.push({ id: digest.document.id, notice });
      for (const index of mended.applied) applied.add(index);
    }
    const ids = new Set(digests.map(({ document }) => document.id));
    own.forEach((correction, index) => {
      if (applied.has(index) || ids.has(correction.document)) return;
      notices.push({ id: correction.document, notice: lost(correction, 'its document is not in this collection') });
    });
    await this.#shelf.store.replaceCorrected(id, revision, corrected);
    return { id, corpus: await this.#shelf.textOf(id), digests };
  }
}
