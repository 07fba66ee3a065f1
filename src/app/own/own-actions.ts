import { anchorOf } from '../../core/correction/anchor.ts';
import type { Correction, CorrectionAction } from '../../core/model/correction.ts';
import type { Span } from '../../core/model/span.ts';
import type { AddReport, DocumentOrigin, GivenFile, PastedText } from '../../worker/analysis-messages.ts';
import { SITE } from '../../worker/analysis-messages.ts';
import { messages } from '../i18n/locale.ts';
import { announce } from '../panels/live-region.tsx';
import { select } from '../state/actions.ts';
import { atlas, joinedIndex, placeIndex, selection } from '../state/app-state.ts';
import { takeOver } from './open-atlas.ts';
import { ask, openOwn } from './own-client.ts';
import { adding, fault, isUnknown, justDone, own, ownView, progress, report } from './own-state.ts';

/** Everything that a person can do with their own documents and corrections. A failure is told, never thrown. */

async function attempt<Result>(what: () => Promise<Result>): Promise<Result | null> {
  fault.value = null;
  try {
    return await what();
  } catch (error) {
    fault.value = error instanceof Error ? error.message : String(error);
    announce(messages.peek().own.failed(fault.value));
    return null;
  }
}

/** Finds out what is kept, if that is not known yet. */
export const learnState = () =>
  attempt(async () => {
    const { state } = await openOwn();
    if (isUnknown()) own.value = state;
  });

export function addFiles(files: readonly GivenFile[], corpus: string | null, title: string): Promise<void> {
  return take(() => ask({ type: 'add', corpus, title, files, pasted: null }));
}

export function addText(pasted: PastedText, corpus: string | null, title: string): Promise<void> {
  return take(() => ask({ type: 'add', corpus, title, files: [], pasted }));
}

export function importCorpus(file: File): Promise<void> {
  return take(() => ask({ type: 'import', file }));
}

/** Reads the documents of a corpus again, by the version that is here now. */
export function reread(corpus: string): Promise<void> {
  return take(() => ask({ type: 'reread', corpus }));
}

async function take(add: () => Promise<AddReport>): Promise<void> {
  if (adding.peek()) return;
  adding.value = true;
  report.value = null;
  progress.value = { phase: 'gazetteer', done: 0, all: 0, documents: 0, refused: 0 };
  const done = await attempt(add);
  adding.value = false;
  progress.value = null;
  if (!done) return;
  report.value = done;
  await takeOver(done);
  const t = messages.peek().own;
  announce(done.added > 0 ? t.added(done.added) : t.nothingAdded);
}

export const cancel = () => attempt(() => ask({ type: 'cancel' }));

export const show = (ids: readonly string[]) => attempt(async () => takeOver(await ask({ type: 'show', ids })));

export const rename = (corpus: string, title: string) =>
  attempt(async () => {
    await takeOver(await ask({ type: 'rename', corpus, title }));
  });

export const remove = (corpus: string, title: string) =>
  attempt(async () => {
    await takeOver(await ask({ type: 'remove', corpus }));
    const back = () => void attempt(async () => takeOver(await ask({ type: 'restore', corpus })));
    tell(messages.peek().own.removed(title), back);
  });

export const exportCorpus = (corpus: string, title: string) =>
  attempt(async () => save(await ask({ type: 'export', corpus }), `${fileName(title)}.json`));

export const exportCorrections = (corpus: string) =>
  attempt(async () => save(await ask({ type: 'export-corrections', corpus }), 'corrections.json'));

export const importCorrections = (corpus: string, file: File) =>
  attempt(async () => {
    const { corrections, faults } = await ask({ type: 'read-corrections', text: await file.text() });
    if (corrections.length > 0) await setCorrections(corpus, [...correctionsOf(corpus), ...corrections]);
    const t = messages.peek().own;
    if (faults.length > 0) fault.value = `${t.correctionsFaults}: ${faults.join('; ')}`;
    tell(t.correctionsRead(corrections.length), null);
  });

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const fileName = (title: string) =>
  title
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .slice(0, 60) || 'mawdi';

function tell(text: string, undo: (() => void) | null): void {
  justDone.value = { text, way: undo && { label: messages.peek().own.undo, go: undo } };
  announce(text);
}

export function correctionsOf(corpus: string): readonly Correction[] {
  if (corpus === SITE) return own.value.siteCorrections;
  return own.value.corpora.find(({ id }) => id === corpus)?.corrections ?? [];
}

async function setCorrections(corpus: string, corrections: readonly Correction[]): Promise<void> {
  await takeOver(await ask({ type: 'correct', corpus, corrections }));
}

/** Where a document of the atlas comes from. */
function originOf(document: number): DocumentOrigin {
  const origin = ownView.peek()?.origins[document];
  return origin ?? { corpus: SITE, order: document, id: atlas.peek()?.documents[document]?.id ?? '' };
}

/** Corrects a stretch of a document, and offers to undo it. */
export async function correct(
  document: number,
  text: string,
  span: Span,
  action: CorrectionAction,
  scope: Correction['scope'],
): Promise<void> {
  const { corpus, id } = originOf(document);
  const correction: Correction = {
    document: id,
    ...anchorOf(text, span),
    scope,
    action,
  };
  await attempt(async () => {
    await learnState();
    const before = correctionsOf(corpus);
    await setCorrections(corpus, [...before, correction]);
    // the last mention of a place may be gone, and the place with it: on to where the words stand
    const chosen = selection.peek();
    const shown = atlas.peek()?.documents[document]?.id;
    const gone =
      (chosen?.type === 'place' && !placeIndex.peek().has(chosen.id)) ||
      (chosen?.type === 'event' && !joinedIndex.peek().has(chosen.id));
    if (gone && shown !== undefined) select({ type: 'document', id: shown, mention: span.start });
    tell(messages.peek().own.corrected, () => void undo(corpus, before));
  });
}

const undo = (corpus: string, before: readonly Correction[]) =>
  attempt(async () => {
    await setCorrections(corpus, before);
    tell(messages.peek().own.undone, null);
  });

export const takeBack = (corpus: string, index: number) =>
  attempt(async () => {
    const before = correctionsOf(corpus);
    await setCorrections(
      corpus,
      before.filter((_, at) => at !== index),
    );
    tell(messages.peek().own.undone, () => void undo(corpus, before));
  });
