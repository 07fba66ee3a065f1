import { batch, signal } from '@preact/signals';
import type { AddReport, FaultCode, OwnProgress, OwnState, OwnView } from '../../worker/analysis-messages.ts';
import { SITE } from '../../worker/analysis-messages.ts';
import { type DocumentSource, takeDocumentsFrom } from '../data/load.ts';
import { askMap, clearAllFilters, hoverPlace, select } from '../state/actions.ts';
import { atlas, filters, selection, shapes } from '../state/app-state.ts';
import { prepareCounts } from '../state/counts.ts';
import { activeDimensions } from '../state/filters.ts';

/** What is kept of a person's own documents and corrections, and what of it is shown. */
const UNKNOWN: OwnState = { kept: true, corpora: [], shown: [SITE], siteCorrections: [] };
export const own = signal<OwnState>(UNKNOWN);
/** Whether the keeper has been asked what is kept. */
export const isUnknown = () => own.peek() === UNKNOWN;
/** The atlas in place of the site's; null while the site is shown as it was made. */
export const ownView = signal<OwnView | null>(null);
/** What goes on now; null when nothing does. */
export const progress = signal<OwnProgress | null>(null);
/** Whether documents are being added: only one addition at a time. */
export const adding = signal(false);
/** How many more additions wait for the one that goes on. */
export const queued = signal(0);
/** What came of the last additions. */
export const report = signal<AddReport | null>(null);
/** Why the last request failed. */
export const fault = signal<{ readonly message: string; readonly code: FaultCode | null } | null>(null);
/** What was not understood in the file of corrections that was read last. */
export const misread = signal<readonly string[]>([]);

/** What was just done or is to be known, with what can be done about it. */
export interface Done {
  readonly text: string;
  readonly way: { readonly label: string; readonly go: () => void } | null;
}
export const justDone = signal<Done | null>(null);

/** How the documents of a view are read; set by the module that knows the worker. */
let sourceOf: (view: OwnView) => DocumentSource = () => {
  throw new Error('no source of documents');
};
export function readViewsBy(make: (view: OwnView) => DocumentSource): void {
  sourceOf = make;
}

let latest: OwnView | null = null;

/** Puts a view on the screen. A changed one of the same corpora keeps what is selected and filtered. */
export async function showView(view: OwnView): Promise<void> {
  latest = view;
  await prepareCounts(view.atlas);
  // another came while this one was made ready
  if (latest !== view) return;
  const same = sameIds(view.ids, ownView.peek()?.ids ?? [SITE]) && atlas.peek() !== null;
  batch(() => {
    const first = atlas.peek() === null;
    ownView.value = view;
    takeDocumentsFrom(sourceOf(view), { refresh: same });
    hoverPlace(-1);
    atlas.value = view.atlas;
    shapes.value = view.shapes;
    if (!same && !first) leaveCorpus();
  });
}

/** What belongs to the corpus that was shown is let go: its filters, and what was selected in it. */
export function leaveCorpus(): void {
  // where none is set there is no step to go back to either
  if (activeDimensions(filters.peek()).length > 0) clearAllFilters();
  const chosen = selection.peek();
  if (chosen && 'id' in chosen) select(null);
  askMap({ type: 'fit-results' });
}

const sameIds = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((id, at) => id === b[at]);
