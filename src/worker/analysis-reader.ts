import { analyse } from '../core/analyse.ts';
import { digestOf } from '../core/assembly/digest.ts';
import { type Gazetteer, openGazetteer } from '../core/gazetteer/gazetteer.ts';
import { withSettings } from '../formats/corpus-settings.ts';
import { documentId } from '../formats/printable.ts';
import type { ReadDocument } from '../formats/read-document.ts';
import { formatOf, streamFile, tooLarge } from '../formats/readers.ts';
import type { Done, FromReader, Given, Job, ToReader } from './analysis-job-messages.ts';

/** One of the workers that read and analyse a person's files, one job at a time. */

let gazetteer: Gazetteer | null = null;

addEventListener('message', ({ data }: MessageEvent<ToReader>) => {
  if (data.type === 'index') {
    // typed arrays read a shared buffer as they read any other
    gazetteer = openGazetteer(data.index as ArrayBuffer);
    return;
  }
  perform(data.job).then(
    () => tell({ type: 'end' }),
    (error: unknown) => tell({ type: 'fault', message: error instanceof Error ? error.message : String(error) }),
  );
});

function tell(message: FromReader): void {
  postMessage(message);
}

async function perform(job: Job): Promise<void> {
  if ('read' in job) {
    tell({ type: 'done', done: analyseRead(job.read, job.given) });
    return;
  }
  const { path, file, settings } = job;
  const most = formatOf(path, file.type)?.maxBytes ?? 0;
  if (most > 0 && file.size > most) {
    tell({ type: 'done', done: analyseRead(tooLarge(documentId(path), path, file.size, most), null) });
    return;
  }
  // what is not read at all is refused by its name: its bytes stay where they are
  const bytes = most > 0 ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array(0);
  for await (const read of streamFile(path, bytes, { mediaType: file.type }))
    tell({ type: 'done', done: analyseRead(settings ? withSettings(read, settings) : read, null) });
}

/** As the command line does it: the notices of the reader first, then those of the corpus, then those of the analysis. */
function analyseRead(read: ReadDocument, given: Given | null): Done {
  const readNotices = read.notices;
  const before = [...readNotices, ...(given?.notices ?? [])];
  if (read.document === null)
    return { id: read.id, readNotices, notices: before, document: null, found: null, digest: null };
  if (!gazetteer) throw new Error('the index of names is not there yet');
  const document = given ? { ...read.document, id: given.id } : read.document;
  const found = analyse(document, gazetteer);
  const notices = [...before, ...found.notices];
  const analysis = { ...found, notices };
  return { id: document.id, readNotices, notices, document, found: analysis, digest: digestOf({ document, analysis }) };
}
