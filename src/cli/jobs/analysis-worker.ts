import { parentPort, workerData } from 'node:worker_threads';
import { readCorpusFile } from '../corpus.ts';
import { analyseRead } from './analyse-read.ts';
import type { Answer, Job } from './analysis-pool.ts';
import type { Done } from './done.ts';
import { fileHash } from './file-hash.ts';
import { gazetteerOf, type Resources } from './resources.ts';

const resources = workerData as Resources;
const gazetteer = gazetteerOf(resources);

async function perform({ file, reads, given, product }: Job): Promise<Done[]> {
  const done: Done[] = [];
  for (const read of reads ?? []) done.push(analyseRead(read, given, product, gazetteer, resources));
  if (file)
    for await (const read of readCorpusFile(file)) done.push(analyseRead(read, given, product, gazetteer, resources));
  return done;
}

async function work(job: Job): Promise<void> {
  let answer: Answer;
  let moved: ArrayBuffer[] = [];
  try {
    const done = await perform(job);
    answer = { done, hash: job.file && job.hashed ? fileHash(job.file.path) : '' };
    const buffers = done.flatMap(({ bytes, digest }) => [bytes?.buffer, digest?.buffer]);
    moved = buffers.filter((buffer): buffer is ArrayBuffer => buffer instanceof ArrayBuffer);
  } catch (error) {
    answer = { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  parentPort?.postMessage(answer, moved);
}

// one after the other: answers come in the order of the jobs
let last = Promise.resolve();
parentPort?.on('message', (job: Job) => {
  last = last.then(() => work(job));
});
