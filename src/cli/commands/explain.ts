import { parseArgs } from 'node:util';
import { trace } from '../../core/analyse.ts';
import type { Document } from '../../core/model/document.ts';
import { readCorpus } from '../corpus.ts';
import { isStageName, STAGE_NAMES, traceLines } from '../explain-trace.ts';
import { loadGazetteer } from '../gazetteer-index.ts';
import { UsageError } from '../usage-error.ts';
import type { Command } from './command.ts';

export const explainCommand: Command = {
  help: `mawdi explain FILE [--at OFFSET] [--stage NAME]

Prints what each stage of the analysis made of a text:
  text       passages and their language
  resolve    what was proposed, what each proposal could mean and how likely, what stayed and what was dropped
  interpret  the mentions of places that were kept, with their sense
  date       the document's own date, and every date expression
  attribute  who answers for which stretch of text
  event      the events, with place, date, speaker and factuality

  --at OFFSET    only what covers this offset (UTF-16 units from the start of the text)
  --stage NAME   only this stage

Exit codes: 0; 2 the call was wrong.

Examples:
  mawdi explain article.txt --at 120
  mawdi explain article.txt --stage date
`,
  async run(words) {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { at: { type: 'string' }, stage: { type: 'string' } },
    });
    const [file] = positionals;
    if (!file) throw new UsageError('say "mawdi explain FILE --at OFFSET"');
    const at = values.at === undefined ? null : Number(values.at);
    if (at !== null && (!Number.isInteger(at) || at < 0)) throw new UsageError(`--at "${values.at}" is not an offset`);
    const stage = values.stage ?? null;
    if (stage !== null && !isStageName(stage))
      throw new UsageError(`--stage "${stage}": there are ${STAGE_NAMES.join(', ')}`);
    const gazetteer = loadGazetteer();
    const traced = trace(await firstDocument(file), gazetteer);
    if ('message' in traced) throw new UsageError(`${file}: ${traced.message}`);
    for (const one of traced)
      for (const line of traceLines(one, gazetteer, { at, stage })) process.stdout.write(`${line}\n`);
    return 0;
  },
};

async function firstDocument(file: string): Promise<Document> {
  let reason = 'no document in it';
  for await (const { document, notices } of readCorpus([file])) {
    if (document) return document;
    reason = notices[0]?.message ?? reason;
  }
  throw new UsageError(`${file}: ${reason}`);
}
