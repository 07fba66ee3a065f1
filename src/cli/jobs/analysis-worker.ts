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

parentPort?.on('message', (job: Job) => {
  perform(job).then(
    (done) => {
      const hash = job.file && job.hashed ? fileHash(job.file.path) : '';
      const buffers = done.flatMap(({ bytes, digest }) => [bytes?.buffer, digest?.buffer]);
      const answer: Answer = { done, hash };
      parentPort?.postMessage(
        answer,
        buffers.filter((buffer): buffer is ArrayBuffer => buffer instanceof ArrayBuffer),
      );
    },
    (error: unknown) => {
      const answer: Answer = { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
      parentPort?.postMessage(answer);
    },
  );
});
