import { Worker } from 'node:worker_threads';
import type { Gazetteer } from '../../core/gazetteer/gazetteer.ts';
import { documentId, printable } from '../../formats/printable.ts';
import { type ReadDocument, refuse } from '../../formats/read-document.ts';
import { type CorpusFile, readCorpusFile } from '../corpus.ts';
import type { Done, Given, Product } from './done.ts';
import { fileHash } from './file-hash.ts';
import { gazetteerOf, type Resources } from './resources.ts';

/** Documents to analyse: those of a file, or some that were read already. */
export interface Job {
  readonly file?: CorpusFile;
  readonly reads?: readonly ReadDocument[];
  /** The id that the document has in the corpus, where it is not its own. */
  readonly given: Given | null;
  readonly product: Product;
  /** Whether the hash of the file is wanted too. */
  readonly hashed: boolean;
}

export type Answer = Result | { readonly fault: string };

/** What came of a job, and the hash of its file where that was asked for. */
export interface Result {
  readonly done: readonly Done[];
  readonly hash: string;
}

/** Analyses jobs on several cores, or in this thread when there is one. */
export interface Pool {
  /** How many jobs are worth being under way at a time. */
  readonly width: number;
  run(job: Job): Promise<Result>;
  close(): Promise<void>;
}

export function openPool(cores: number, resources: Resources): Pool {
  return cores <= 1 ? singlePool(resources) : workerPool(cores, resources);
}

function singlePool(resources: Resources): Pool {
  let opened: Gazetteer | null = null;
  return {
    width: 1,
    async run({ file, reads, given, product, hashed }) {
      opened ??= gazetteerOf(resources);
      const gazetteer = opened;
      // a build that finds nothing new need not know how to read
      const { analyseRead } = await import('./analyse-read.ts');
      const done: Done[] = [];
      for (const read of reads ?? []) done.push(analyseRead(read, given, product, gazetteer, resources));
      if (file)
        for await (const read of readCorpusFile(file))
          done.push(analyseRead(read, given, product, gazetteer, resources));
      return { done, hash: file && hashed ? fileHash(file.path) : '' };
    },
    async close() {},
  };
}

/**
 * A thread that has just begun runs slowly while the engine compiles the analysis, on a core of its own besides: on two cores
 * two threads took 6.4 s for 500 documents and one 4.0 (`npm run bench -- builds`). So half as many begin as there are cores,
 * and one more joins for every so many documents that were analysed.
 */
const DOCUMENTS_A_THREAD = 1_000;
/** Jobs that lie with a thread: it does not wait while this one writes what is done. */
const JOBS_AHEAD = 3;

interface Waiting {
  readonly job: Job;
  readonly done: (result: Result) => void;
  readonly fail: (error: Error) => void;
}

function workerPool(cores: number, resources: Resources): Pool {
  const queue: Waiting[] = [];
  /** The jobs that lie with each thread, in the order in which it answers. */
  const workers = new Map<Worker, Waiting[]>();
  let closed = false;
  let analysed = 0;
  const beginning = Math.max(1, Math.floor(cores / 2));

  const start = () => {
    const worker = startWorker(resources);
    const mine: Waiting[] = [];
    workers.set(worker, mine);
    worker.on('message', (answer: Answer) => {
      const waiting = mine.shift();
      if ('fault' in answer) waiting?.fail(new Error(answer.fault));
      else {
        analysed += answer.done.length;
        waiting?.done(answer);
      }
      next();
      if (
        !closed &&
        queue.length > 0 &&
        workers.size < Math.min(cores, beginning + Math.floor(analysed / DOCUMENTS_A_THREAD))
      )
        start();
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      workers.delete(worker);
      const [waiting, ...others] = mine;
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY' && waiting) {
        waiting.done({ done: [tooMuch(waiting.job)], hash: '' });
        queue.unshift(...others);
        if (!closed) start();
      } else for (const one of mine) one.fail(error);
    });
    next();
  };
  /** Hands what waits to the threads that have least to do. */
  const next = () => {
    for (let waiting = queue[0]; waiting; waiting = queue[0]) {
      const [least] = [...workers].sort(([, a], [, b]) => a.length - b.length);
      if (!least || least[1].length >= JOBS_AHEAD) return;
      queue.shift();
      least[1].push(waiting);
      least[0].postMessage(waiting.job);
    }
  };
  for (let at = 0; at < beginning; at++) start();
  return {
    width: cores * 4,
    run: (job) =>
      new Promise((done, fail) => {
        queue.push({ job, done, fail });
        next();
      }),
    async close() {
      closed = true;
      await Promise.all([...workers.keys()].map((worker) => worker.terminate()));
    },
  };
}

/** The worker lies beside this file: what it was built to, or its source, which needs tsx as this thread does. */
function startWorker(workerData: Resources): Worker {
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./analysis-worker.js', import.meta.url), { workerData });
  const tsx = import.meta.resolve('tsx/esm/api');
  const source = new URL('./analysis-worker.ts', import.meta.url).href;
  const code = `import(${JSON.stringify(tsx)}).then(({ register }) => { register(); return import(${JSON.stringify(source)}); });`;
  return new Worker(code, { eval: true, workerData });
}

/** What is told of a document that the memory of a worker did not suffice for. */
function tooMuch({ file, reads, given }: Job): Done {
  const [first] = reads ?? [];
  const own = first ? (first.document?.id ?? (first.document === null ? first.id : '')) : documentId(file?.path ?? '');
  const id = given?.id ?? own;
  const { notices } = refuse(
    id,
    'out-of-memory',
    `${printable(file?.path ?? id)}: too large for the memory of this computer: split it.`,
  );
  return { id, remark: false, notices, corrected: [], bytes: null, digest: null, name: '', digestHash: '' };
}
