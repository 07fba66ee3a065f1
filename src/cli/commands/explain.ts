import { parseArgs } from 'node:util';
import { languageOf } from '../../core/languages/registry.ts';
import type { Document } from '../../core/model/document.ts';
import { recognise } from '../../core/stages/recognise.ts';
import { type Judgement, resolve } from '../../core/stages/resolve.ts';
import { detectLanguage } from '../../core/text/detect-language.ts';
import { readText } from '../../core/text/tokenised-text.ts';
import { readCorpus } from '../corpus.ts';
import { loadGazetteer } from '../gazetteer-index.ts';
import { UsageError } from '../usage-error.ts';
import type { Command } from './command.ts';

const OPTIONS_SHOWN = 6;

export const explainCommand: Command = {
  help: `mawdi explain FILE [--at OFFSET]

Prints what was proposed in a text, what each proposal could mean and how likely, what stayed and what was dropped.

  --at OFFSET   only what covers this offset (UTF-16 units from the start of the text)

Exit codes: 0; 2 the call was wrong.

Example: mawdi explain article.txt --at 120
`,
  async run(words) {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { at: { type: 'string' } },
    });
    const [file] = positionals;
    if (!file) throw new UsageError('say "mawdi explain FILE --at OFFSET"');
    const at = values.at === undefined ? null : Number(values.at);
    if (at !== null && (!Number.isInteger(at) || at < 0)) throw new UsageError(`--at "${values.at}" is not an offset`);
    const document = await firstDocument(file);
    const language = languageOf(detectLanguage(document.text));
    if (!language) throw new UsageError(`${file}: no rules for its language`);
    const gazetteer = loadGazetteer();
    const text = readText(document.text, language.sentences);
    const { judgements } = resolve(text, recognise(text, gazetteer, language.names), gazetteer, language.names);
    const shown = judgements.filter(({ proposal }) => at === null || (proposal.start <= at && at < proposal.end));
    for (const judgement of shown) process.stdout.write(printed(judgement, (place) => gazetteer.place(place).id));
    if (shown.length === 0)
      process.stdout.write(at === null ? 'nothing was proposed\n' : `nothing was proposed at ${at}\n`);
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

function printed(
  { proposal, around, ranked, isPlace, evidence, accepted }: Judgement,
  idOf: (place: number) => string,
): string {
  const heard = Object.entries(around).filter(
    ([, value]) =>
      value !== false && value !== 0 && value !== '' && value !== -1 && !(Array.isArray(value) && value.length === 0),
  );
  const lines = [
    `${proposal.start}–${proposal.end}  ${proposal.surface}  ${accepted ? 'ACCEPTED' : 'dropped'}  place ${isPlace.toFixed(2)}  by ${proposal.match}  ${evidence.join(' ')}`,
    `    around: ${heard.map(([name, value]) => `${name}=${Array.isArray(value) ? value.join('/') : value}`).join(' ') || 'nothing'}`,
    ...ranked
      .slice(0, OPTIONS_SHOWN)
      .map(
        (item) =>
          `    ${item.share.toFixed(2)}  ${idOf(item.place)}  (${item.option.name})  ${item.evidence.join(' ')}`,
      ),
  ];
  return `${lines.join('\n')}\n`;
}
