import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseEdtf } from '../../core/calendar/edtf.ts';
import { readLines } from '../corpus.ts';
import { NOTHING_KEPT } from '../jobs/kept-runs.ts';
import { openProgress } from '../jobs/progress-bar.ts';
import { readCorrections } from '../jobs/read-corrections.ts';
import { loadResources } from '../jobs/resources.ts';
import { coresOf, listSources, type Source } from '../jobs/sources.ts';
import { workThrough } from '../jobs/work-through.ts';
import { calledFor, noticeLine } from '../tell.ts';
import { UsageError } from '../usage-error.ts';
import type { Command } from './command.ts';

export const analyseCommand: Command = {
  help: `mawdi analyse [FILE | FOLDER | URL …] [--jsonl -] [--text] [--date EDTF] [--lang CODE] [--corrections FILE]
              [--jobs NUMBER]

Reads documents and writes one JSON object a line to standard output, in input order, each as soon as it is done:
places, dates, events and claims with offsets into the text. Progress and notices go to standard error.

  FILE, FOLDER, URL    documents ("mawdi formats" tells which are read), or folders of them with an optional corpus.json
                       and an optional corrections.json; only addresses that are given here are fetched
  --jsonl -            read one JSON object a line from standard input: id, text, and optionally date, lang, title
  --text               put the text into each line too, with title, source, author and address where they are known:
                       offsets of HTML, PDF, DOCX and tables point into the text that was read from them
  --date EDTF          date of publication of documents that have none (2023-09-19)
  --lang CODE          language of the documents (detected when it is not given)
  --corrections FILE   apply these corrections (may be given several times)
  --jobs NUMBER        how many cores work (default: all; the result is the same for any number)

Exit codes: 0 all read; 1 some document could not be read (it is in the output with an error notice); 2 the call was
wrong; 130 interrupted.

Examples:
  mawdi analyse seeds > analysis.jsonl
  mawdi analyse article.txt --date 2024-02-11
  mawdi analyse report.pdf --text > report.jsonl
  cat articles.jsonl | mawdi analyse --jsonl -
`,
  async run(words) {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        jsonl: { type: 'string' },
        text: { type: 'boolean' },
        date: { type: 'string' },
        lang: { type: 'string' },
        corrections: { type: 'string', multiple: true },
        jobs: { type: 'string' },
      },
    });
    if (values.jsonl !== undefined && values.jsonl !== '-')
      throw new UsageError('--jsonl takes "-" (standard input); give a .jsonl file as an argument');
    if (values.jsonl === undefined && positionals.length === 0)
      throw new UsageError('nothing to analyse: name files or a folder, or use --jsonl -');
    if (values.date !== undefined && parseEdtf(values.date) === null)
      throw new UsageError(`--date "${values.date}" is not understood: write it as 2023-09-19, 2023-09 or 2023`);
    if (values.lang !== undefined && !/^[a-z]{2,3}(?:-[a-z0-9]+)*$/i.test(values.lang))
      throw new UsageError(`--lang "${values.lang}" is no code of a language: write ar, en and the like`);
    const cores = coresOf(values.jobs);
    const sources: Source[] = listSources(positionals);
    if (values.jsonl === '-') sources.push({ arriving: readLines(process.stdin, 'line', Number.POSITIVE_INFINITY) });
    const folders = positionals.filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory());
    const say = (line: string) => process.stderr.write(`${line}\n`);
    const { corrections, refused } = readCorrections(folders, values.corrections ?? [], say);
    const resources = {
      ...loadResources(corrections),
      date: values.date,
      lang: values.lang?.toLowerCase().split('-')[0],
    };
    // between lines of output that go to the same terminal a bar would only disturb
    const progress = openProgress('Analysing', sources.length, process.stderr.isTTY && !process.stdout.isTTY);
    let failed = refused > 0;
    let documents = 0;
    let finished = 0;
    for await (const item of workThrough(sources, {
      product: values.text ? 'line-with-text' : 'line',
      cores,
      resources,
      hashed: false,
      kept: NOTHING_KEPT,
      reuse: () => false,
    })) {
      if ('source' in item) {
        progress.step(++finished);
        continue;
      }
      if ('again' in item || item.kept) continue;
      const { id, notices, bytes } = item.done;
      for (const notice of notices) progress.say(noticeLine(calledFor(id, item.path), notice));
      if (notices.some(({ severity }) => severity === 'error')) failed = true;
      if (!bytes) continue;
      documents++;
      await write(bytes);
    }
    progress.end();
    if (documents === 0 && !failed && positionals.length > 0)
      throw new UsageError(`no document is in ${positionals.join(', ')}`);
    return failed ? 1 : 0;
  },
};

/** Writes and waits when the reader is slower than we are. */
function write(bytes: Uint8Array): Promise<void> | void {
  if (!process.stdout.write(bytes)) return new Promise((done) => process.stdout.once('drain', () => done()));
}
