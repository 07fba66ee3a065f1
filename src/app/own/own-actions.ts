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
import { refresh } from './other-tabs.ts';
import { ask, openOwn, RequestFault } from './own-client.ts';
import { adding, fault, isUnknown, justDone, misread, own, ownView, progress, queued, report } from './own-state.ts';
import { faultWords, reportWords } from './own-words.ts';

/** Everything that a person can do with their own documents and corrections. A failure is told, never thrown. */

async function attempt<Result>(what: () => Promise<Result>): Promise<Result | null> {
  fault.value = null;
  try {
    return await what();
  } catch (error) {
    const message = error instanceof Error ? error.message || error.name : String(error);
    fault.value = { message, code: error instanceof RequestFault ? error.code : null };
    announce(faultWords(fault.value));
    // part of it may have been done
    if (error instanceof RequestFault) await refresh().catch(() => {});
    return null;
  }
}

/** Finds out what is kept, if that is not known yet. */
export const learnState = () =>
  attempt(async () => {
    const opened = await openOwn();
    // another tab may have put something on the map since this page was opened
    if (isUnknown()) await takeOver(opened);
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

const waiting: (() => Promise<AddReport>)[] = [];

/** Adds one after the other: what comes while something is added waits for it. */
async function take(add: () => Promise<AddReport>): Promise<void> {
  waiting.push(add);
  if (adding.peek()) {
    queued.value = waiting.length;
    announce(messages.peek().own.queued(waiting.length));
    return;
  }
  adding.value = true;
  report.value = null;
  let failed: typeof fault.value = null;
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    queued.value = waiting.length;
    progress.value = { phase: 'gazetteer', done: 0, all: 0, documents: 0, refused: 0 };
    const done = await attempt(next);
    if (!done) {
      failed = fault.peek();
      continue;
    }
    report.value = together(report.peek(), done);
    await takeOver(done);
  }
  adding.value = false;
  progress.value = null;
  // what was added after it does not make it undone
  if (failed) fault.value = failed;
  else if (report.peek()) announce(reportWords(report.peek() as AddReport));
}

/** What came of several additions. */
function together(before: AddReport | null, now: AddReport): AddReport {
  if (!before) return now;
  return {
    ...now,
    added: before.added + now.added,
    cancelled: before.cancelled || now.cancelled,
    stopped: before.stopped ?? now.stopped,
    files: before.files + now.files,
    refusals: [...before.refusals, ...now.refusals],
  };
}

/** Ends what is added now, and what waits for it. */
export function cancel(): void {
  waiting.length = 0;
  queued.value = 0;
  void attempt(() => ask({ type: 'cancel' }));
}

/** Whether something is a date that a document can bear. */
export async function isDate(text: string): Promise<boolean> {
  const read = await attempt(() => ask({ type: 'read-date', text }));
  return read?.date !== null;
}

export const show = (ids: readonly string[]) => attempt(async () => takeOver(await ask({ type: 'show', ids })));

export const rename = (corpus: string, title: string) =>
  attempt(async () => {
    await takeOver(await ask({ type: 'rename', corpus, title }));
  });

export const remove = (corpus: string, title: string) =>
  attempt(async () => {
    const answer = await ask({ type: 'remove', corpus });
    await takeOver(answer);
    const back = () => void attempt(async () => takeOver(await ask({ type: 'restore', corpus })));
    tell(messages.peek().own.removed(title), answer.forgotten ? null : back);
  });

export const exportCorpus = (corpus: string, title: string) =>
  attempt(async () => save(await ask({ type: 'export', corpus }), `${fileName(title)}.json`));

export const exportCorrections = (corpus: string) =>
  attempt(async () => save(await ask({ type: 'export-corrections', corpus }), 'corrections.json'));

export const importCorrections = (corpus: string, file: File) =>
  attempt(async () => {
    const { corrections, faults } = await ask({ type: 'read-corrections', text: await file.text() });
    misread.value = faults;
    const seen = correctionsOf(corpus);
    if (corrections.length > 0) await setCorrections(corpus, seen, [...seen, ...corrections]);
    tell(messages.peek().own.correctionsRead(corrections.length, faults.length), null);
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

async function setCorrections(corpus: string, seen: readonly Correction[], made: readonly Correction[]): Promise<void> {
  await takeOver(await ask({ type: 'correct', corpus, seen, made }));
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
    await setCorrections(corpus, before, [...before, correction]);
    const after = correctionsOf(corpus);
    // the last mention of a place may be gone, and the place with it: on to where the words stand
    const chosen = selection.peek();
    const shown = atlas.peek()?.documents[document]?.id;
    const gone =
      (chosen?.type === 'place' && !placeIndex.peek().has(chosen.id)) ||
      (chosen?.type === 'event' && !joinedIndex.peek().has(chosen.id));
    if (gone && shown !== undefined) select({ type: 'document', id: shown, mention: span.start });
    tell(messages.peek().own.corrected, () => void undo(corpus, after, before));
  });
}

const undo = (corpus: string, after: readonly Correction[], before: readonly Correction[]) =>
  attempt(async () => {
    await setCorrections(corpus, after, before);
    tell(messages.peek().own.undone, null);
  });

export const takeBack = (corpus: string, index: number) =>
  attempt(async () => {
    const before = correctionsOf(corpus);
    await setCorrections(
      corpus,
      before,
      before.filter((_, at) => at !== index),
    );
    const after = correctionsOf(corpus);
    tell(messages.peek().own.undone, () => void undo(corpus, after, before));
  });
