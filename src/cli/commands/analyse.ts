import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { analyse } from '../../core/analyse.ts';
import type { Analysis } from '../../core/model/analysis.ts';
import type { Document } from '../../core/model/document.ts';
import type { Notice } from '../../core/model/notice.ts';
import { readJsonLine } from '../../formats/jsonl.ts';
import { isFailure, type ReadDocument } from '../../formats/read-document.ts';
import { readCorpus, uniqueIds } from '../corpus.ts';
import { loadGazetteer } from '../gazetteer-index.ts';
import { UsageError } from '../usage-error.ts';
import type { Command } from './command.ts';

export const analyseCommand: Command = {
  summary: 'read documents and write what is found, one JSON object a line',
  help: `mawdi analyse [FILE | FOLDER …] [--jsonl -] [--date EDTF] [--lang CODE]

Reads documents and writes one JSON object a line to standard output, in input order, each as soon as it is done:
places, dates, events and claims with offsets into the text. Progress and notices go to standard error.

  FILE, FOLDER   documents (.txt .md .html .docx .pdf .csv .tsv .jsonl), archives of them (.zip), web addresses of
                 such files, or folders of them with an optional corpus.json
  --jsonl -      read one JSON object a line from standard input: id, text, and optionally date, lang, title
  --date EDTF    date of publication of documents that have none (2023-09-19)
  --lang CODE    language of the documents (detected when it is not given)

Exit codes: 0 all read; 1 some document could not be read (it is in the output with an error notice); 2 the call was wrong.

Examples:
  mawdi analyse seeds > analysis.jsonl
  mawdi analyse article.txt --date 2024-02-11
  cat articles.jsonl | mawdi analyse --jsonl -
`,
  async run(words) {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { jsonl: { type: 'string' }, date: { type: 'string' }, lang: { type: 'string' } },
    });
    if (values.jsonl !== undefined && values.jsonl !== '-')
      throw new UsageError('--jsonl takes "-" (standard input); give a .jsonl file as an argument');
    if (values.jsonl === undefined && positionals.length === 0)
      throw new UsageError('nothing to analyse: name files or a folder, or use --jsonl -');
    const gazetteer = loadGazetteer();
    const unique = uniqueIds();
    let failed = false;
    const handle = async (read: ReadDocument) => {
      if (!read.document && !isFailure(read)) {
        for (const notice of read.notices) tell(read.id, notice);
        return;
      }
      const { id, notices: twice } = unique(read.document ? read.document.id : read.id);
      const notices = [...read.notices, ...twice];
      const analysis: Analysis = read.document
        ? analyse({ ...withDefaults(read.document, values), id }, gazetteer)
        : {
            id,
            lang: 'und',
            date: null,
            dateBasis: 'unknown',
            dateEvidence: [],
            passages: [],
            mentions: [],
            dates: [],
            claims: [],
            events: [],
            notices: [],
          };
      const all = [...notices, ...analysis.notices];
      for (const notice of all) tell(id, notice);
      if (all.some((notice) => notice.severity === 'error')) failed = true;
      await write(`${JSON.stringify({ ...analysis, notices: all })}\n`);
    };
    for await (const read of readCorpus(positionals)) await handle(read);
    if (values.jsonl === '-') {
      let line = 0;
      for await (const content of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
        line++;
        if (content.trim() !== '') await handle(readJsonLine(content, line));
      }
    }
    return failed ? 1 : 0;
  },
};

function withDefaults(document: Document, values: { date?: string | undefined; lang?: string | undefined }): Document {
  return {
    ...document,
    ...(document.date === undefined && values.date !== undefined ? { date: values.date } : {}),
    ...(document.lang === undefined && values.lang !== undefined ? { lang: values.lang } : {}),
  };
}

/** Writes and waits when the reader is slower than we are. */
function write(text: string): Promise<void> | void {
  if (!process.stdout.write(text)) return new Promise((done) => process.stdout.once('drain', () => done()));
}

/** Tells a notice on standard error. */
export function tell(id: string, notice: Notice): void {
  const at = notice.start === undefined ? '' : `:${notice.start}`;
  process.stderr.write(`${id}${at}: ${notice.severity}: ${notice.message} [${notice.code}]\n`);
}
