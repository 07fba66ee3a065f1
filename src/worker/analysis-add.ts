import type { Correction } from '../core/model/correction.ts';
import type { Document } from '../core/model/document.ts';
import type { Notice } from '../core/model/notice.ts';
import {
  type CorpusSettings,
  type DocumentSettings,
  documentSettings,
  parseSettings,
} from '../formats/corpus-settings.ts';
import { mergeCorrections, parseCorrections } from '../formats/corrections.ts';
import { fileDate } from '../formats/file-date.ts';
import { MAX_FILES, MAX_SETTINGS_BYTES } from '../formats/limits.ts';
import { cleanField, documentId, printable } from '../formats/printable.ts';
import { type ReadDocument, refuse } from '../formats/read-document.ts';
import type { uniqueIds } from '../formats/unique-ids.ts';
import type { Done, Given, Job } from './analysis-job-messages.ts';
import type { GivenFile, PastedText, Refusal } from './analysis-messages.ts';
import type { AnalysisPool } from './analysis-pool.ts';
import type { DocumentRecord } from './analysis-store.ts';

/** Files with what their folder says of them, in the order in which the command line would take them. */
export interface Chosen {
  readonly files: readonly { readonly path: string; readonly file: File; readonly settings: DocumentSettings | null }[];
  /** What the folder's `corpus.json` says of the whole; null without one. */
  readonly settings: CorpusSettings | null;
  /** Name of the one folder that was chosen. */
  readonly folder: string | null;
  readonly corrections: readonly Correction[];
  readonly refusals: readonly Refusal[];
}

const isHidden = (path: string) => path.split('/').some((name) => name.startsWith('.') || name === '__MACOSX');

/** Sorts what was chosen: documents, and the `corpus.json` and `corrections.json` of a folder. */
export async function sortFiles(given: readonly GivenFile[]): Promise<Chosen> {
  const all = given.filter(({ path }) => !isHidden(path));
  const tops = new Set(all.map(({ path }) => (path.includes('/') ? (path.split('/')[0] ?? '') : '')));
  const [top] = tops;
  const folder = tops.size === 1 && top ? top : null;
  const root = folder === null ? '' : `${folder}/`;
  const refusals: Refusal[] = [];
  const say = (name: string, code: string, message: string) =>
    refusals.push({ name: printable(name), notice: { code, severity: 'error', message } });
  let settings: CorpusSettings | null = null;
  const lists: Correction[][] = [];
  const files: { path: string; file: File }[] = [];
  for (const { path, file } of all) {
    const inside = path.slice(root.length);
    if (inside === 'corpus.json' && file.size <= MAX_SETTINGS_BYTES) {
      const parsed = parseSettings(await file.text(), folder ?? '');
      if ('fault' in parsed) say(path, 'bad-settings', `corpus.json: ${parsed.fault}.`);
      else settings = parsed.settings;
    } else if (isCorrections(inside)) {
      const { corrections, faults } = parseCorrections(await file.text());
      lists.push(corrections);
      for (const fault of faults) say(path, 'bad-correction', fault);
    } else files.push({ path, file });
  }
  files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  if (files.length > MAX_FILES) say(folder ?? '', 'too-many-files', `Only ${MAX_FILES} files were read.`);
  const known = documentSettings(settings);
  return {
    files: files
      .slice(0, MAX_FILES)
      .map((one) => ({ ...one, settings: known.get(one.path.slice(root.length)) ?? null })),
    settings,
    folder,
    corrections: mergeCorrections(...lists),
    refusals,
  };
}

const isCorrections = (name: string) => /^(?:[^/]*[.-])?corrections\.json$/.test(name);

/** A pasted text as a document; its title and date as far as they can be read. */
export function pastedDocument({ title, date, text }: PastedText): ReadDocument {
  const name = cleanField(title) ?? cleanField(text.trim().split('\n')[0]?.slice(0, 80)) ?? 'text';
  const id = documentId(`${name.slice(0, 60).replace(/[./\\]/g, ' ')}.txt`);
  if (text.trim() === '') return refuse(id, 'empty-document', 'There is no text.');
  const day = fileDate(date);
  return {
    document: {
      id,
      text,
      ...(cleanField(title) === undefined ? {} : { title: name }),
      ...(day === null ? {} : { date: day }),
    },
    notices: [],
  };
}

export interface Adding {
  readonly corpus: string;
  readonly unique: ReturnType<typeof uniqueIds>;
  /** Whether the corpus had the same text under the same id before. */
  readonly isThere: (document: Document) => Promise<boolean>;
  readonly pool: AnalysisPool;
  /** Around the naming and keeping of some documents: nobody else names any meanwhile. */
  readonly locked: (work: () => Promise<void>) => Promise<void>;
  /** Keeps documents, whose `order` counts from the first of this addition; false when no more can be kept. */
  readonly keep: (records: readonly DocumentRecord[]) => Promise<boolean>;
  readonly onStep: (files: number, documents: number, refused: number) => void;
  readonly isCancelled: () => boolean;
}

const ALREADY_THERE: Notice = {
  code: 'already-there',
  severity: 'info',
  message: 'The collection has this document already, with the same text; it was left out.',
};

/** A file on its way: its documents in order, as they become ready. */
interface Slot {
  readonly name: string;
  readonly waiting: Done[];
  ended: boolean;
  fault: string | null;
}

/**
 * Reads jobs on all readers and takes what comes of them in their order, whatever is ready first: so that ids, and with
 * them the atlas, are those of the command line. What was taken is kept at once; a cancelled addition keeps what it has.
 */
export async function addDocuments(
  jobs: readonly { readonly name: string; readonly job: Job }[],
  adding: Adding,
): Promise<{ added: number; refusals: Refusal[] }> {
  const { pool, corpus } = adding;
  const refusals: Refusal[] = [];
  const slots = jobs.map(({ name }): Slot => ({ name, waiting: [], ended: false, fault: null }));
  let added = 0;
  let stopped = false;
  let taken = 0;
  let wake: () => void = () => {};
  let started = 0;
  const start = () => {
    while (started < jobs.length && started < taken + pool.width * 4) {
      const slot = slots[started] as Slot;
      const { job } = jobs[started] as (typeof jobs)[number];
      started++;
      pool
        .run(job, (done) => {
          slot.waiting.push(done);
          wake();
        })
        .catch((error: Error) => {
          slot.fault = error.message;
        })
        .finally(() => {
          slot.ended = true;
          wake();
        });
    }
  };
  const again = (read: ReadDocument, given: Given) =>
    new Promise<Done>((done, fail) => pool.run({ read, given }, done).catch(fail));
  const settle = async (done: Done): Promise<Done> => {
    if (done.document === null) return done;
    if (await adding.isThere(done.document)) return { ...done, document: null, notices: [ALREADY_THERE] };
    const given = adding.unique(done.document.id);
    if (given.id === done.document.id) return done;
    return again({ document: done.document, notices: done.before }, given);
  };
  const keepReady = async (ready: readonly Done[], slot: Slot) => {
    const records: DocumentRecord[] = [];
    for (const early of ready) {
      if (adding.isCancelled()) break;
      const done = await settle(early).catch((error: unknown) => {
        if (adding.isCancelled()) return null;
        throw error;
      });
      if (!done) break;
      for (const notice of done.notices) refusals.push({ name: done.document?.id ?? slot.name, notice });
      if (!done.document || !done.found || !done.digest) continue;
      const { document, before, found, digest } = done;
      records.push({ corpus, order: added + records.length, document, before, found, digest });
    }
    if (records.length === 0) return;
    stopped = !(await adding.keep(records));
    if (!stopped) added += records.length;
  };
  while (taken < slots.length && !stopped && !adding.isCancelled()) {
    start();
    const slot = slots[taken] as Slot;
    const ready = slot.waiting.splice(0);
    if (ready.length > 0) await adding.locked(() => keepReady(ready, slot));
    if (slot.ended && slot.waiting.length === 0) {
      if (slot.fault !== null && !adding.isCancelled())
        refusals.push({
          name: slot.name,
          notice: {
            code: 'unreadable-file',
            severity: 'error',
            message: `${slot.name}: cannot be read (${slot.fault}).`,
          },
        });
      taken++;
      adding.onStep(taken, added, refusals.filter(({ notice }) => notice.severity === 'error').length);
    } else if (ready.length === 0)
      await new Promise<void>((resume) => {
        wake = resume;
        if (slot.waiting.length > 0 || slot.ended) resume();
        // a cancelled addition is noticed even when no reader answers
        setTimeout(resume, 500);
      });
  }
  return { added, refusals };
}
