import type { Done, FromReader, Job, ToReader } from './analysis-job-messages.ts';

interface Waiting {
  readonly job: Job;
  readonly onDone: (done: Done) => void;
  readonly end: () => void;
  readonly fail: (error: Error) => void;
}

/** Each has its own copy of the index of names (twenty megabytes) where memory cannot be shared. */
const MOST_READERS = 6;

/** The workers that read a person's files: as many as the machine has cores for, at most `MOST_READERS`. */
export class AnalysisPool {
  readonly width: number;
  readonly #index: ArrayBuffer | SharedArrayBuffer;
  readonly #queue: Waiting[] = [];
  readonly #idle: Worker[] = [];
  readonly #busy = new Map<Worker, Waiting>();
  #closed = false;

  constructor(index: ArrayBuffer, cores: number, jobs: number) {
    this.width = Math.max(1, Math.min(MOST_READERS, cores - 1, jobs));
    this.#index = this.width > 1 ? shared(index) : index;
    for (let at = 0; at < this.width; at++) this.#start();
  }

  /** Hands out a job; `onDone` gets each of its documents. Rejects when the job cannot be carried out at all. */
  run(job: Job, onDone: (done: Done) => void): Promise<void> {
    return new Promise((end, fail) => {
      this.#queue.push({ job, onDone, end, fail });
      this.#next();
    });
  }

  /** Ends at once, whatever is under way; what was waited for is rejected. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const worker of [...this.#idle, ...this.#busy.keys()]) worker.terminate();
    const stopped = new Error('stopped');
    for (const { fail } of [...this.#queue, ...this.#busy.values()]) fail(stopped);
  }

  #start(): void {
    const worker = new Worker(new URL('./analysis-reader.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<FromReader>) => {
      const waiting = this.#busy.get(worker);
      if (data.type === 'done') {
        waiting?.onDone(data.done);
        return;
      }
      this.#busy.delete(worker);
      this.#idle.push(worker);
      if (data.type === 'end') waiting?.end();
      else waiting?.fail(new Error(data.message));
      this.#next();
    });
    worker.addEventListener('error', (event) => {
      // a reader that died (of memory, most likely) takes its file with it; another takes its place
      event.preventDefault();
      const waiting = this.#busy.get(worker);
      this.#busy.delete(worker);
      worker.terminate();
      waiting?.fail(new Error(event.message || 'the memory of this computer did not suffice'));
      if (!this.#closed && waiting) this.#start();
    });
    post(worker, { type: 'index', index: this.#index });
    this.#idle.push(worker);
    this.#next();
  }

  #next(): void {
    for (let waiting = this.#queue[0]; waiting && this.#idle.length > 0; waiting = this.#queue[0]) {
      this.#queue.shift();
      const worker = this.#idle.pop() as Worker;
      this.#busy.set(worker, waiting);
      post(worker, { type: 'job', job: waiting.job });
    }
  }
}

function post(worker: Worker, message: ToReader): void {
  worker.postMessage(message);
}

/** One copy for all readers, where the page is isolated enough to share memory. */
function shared(index: ArrayBuffer): ArrayBuffer | SharedArrayBuffer {
  if (!globalThis.crossOriginIsolated) return index;
  const copy = new SharedArrayBuffer(index.byteLength);
  new Uint8Array(copy).set(new Uint8Array(index));
  return copy;
}
