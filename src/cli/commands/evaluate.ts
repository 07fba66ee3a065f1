import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { analyse } from '../../core/analyse.ts';
import { calibrate } from '../../core/calibrate.ts';
import { applyCorrections, correctionsFor } from '../../core/correct.ts';
import { placesOf } from '../../core/join-digests.ts';
import type { Analysis } from '../../core/model/analysis.ts';
import type { Document } from '../../core/model/document.ts';
import { score } from '../../core/score.ts';
import type { Gold } from '../../core/scoring/gold.ts';
import { join } from '../../core/stages/join.ts';
import { readCorpus } from '../corpus.ts';
import { readCorrections } from '../jobs/read-corrections.ts';
import { gazetteerOf, loadResources } from '../jobs/resources.ts';
import { readGold } from '../read-gold.ts';
import { counted, noticeLine } from '../tell.ts';
import { UsageError } from '../usage-error.ts';
import type { Command } from './command.ts';

export const evaluateCommand: Command = {
  help: `mawdi evaluate GOLD.jsonl | CORRECTIONS.json [--corpus FOLDER] [--misses NUMBER] [--json]

Analyses the documents of the gold file and prints how well mentions, senses, places, dates, events and joining agree with it,
each figure with its number of cases, and the misses. Gold has the form that "mawdi analyse" writes; a line may leave
out what was not annotated. Texts come from the line's field "text", else from the corpus by id.

A file of corrections is gold too: the documents in which somebody mended something are held to be right once they are
mended, what was left as it was included.

  --corpus FOLDER   where the texts are (default: seeds)
  --misses NUMBER   how many misses to print (default: 40; 0 for none)
  --json            print the scores as JSON

Exit codes: 0 scored; 2 the call was wrong.

Examples:
  mawdi evaluate gold.jsonl --corpus my-articles
  mawdi evaluate corrections.json --corpus my-articles --misses 0
`,
  async run(words) {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        corpus: { type: 'string', default: 'seeds' },
        misses: { type: 'string', default: '40' },
        json: { type: 'boolean' },
      },
    });
    const [file, ...more] = positionals;
    if (!file || more.length > 0) throw new UsageError('say "mawdi evaluate GOLD.jsonl"');
    if (!existsSync(file)) throw new UsageError(`no such file: ${file}`);
    const corrections = isCorrections(file)
      ? readCorrections([], [file], (line) => process.stderr.write(`${line}\n`)).corrections
      : null;
    const golds: Gold[] = corrections
      ? [...new Set(corrections.map(({ document }) => document))].map((id) => ({ id }))
      : readGold(file);
    const texts = new Map<string, Document>();
    if (golds.some((gold) => gold.text === undefined))
      for await (const read of readCorpus([values.corpus]))
        if (read.document) texts.set(read.document.id, read.document);
    const gazetteer = gazetteerOf(loadResources(corrections ?? []));
    const pairs: { gold: Gold; analysis: Analysis; text: string }[] = [];
    for (const gold of golds) {
      const document =
        gold.text === undefined
          ? texts.get(gold.id)
          : {
              id: gold.id,
              text: gold.text,
              ...(gold.date ? { date: gold.date } : {}),
              ...(gold.lang ? { lang: gold.lang } : {}),
            };
      if (!document && corrections) {
        process.stderr.write(`no document is called "${gold.id}": its corrections are left out\n`);
        continue;
      }
      if (!document) throw new UsageError(`no text for gold "${gold.id}": name its folder with --corpus`);
      const analysis = analyse(document, gazetteer);
      if (!corrections) pairs.push({ gold, analysis, text: document.text });
      else {
        const { analysis: mended, notices } = applyCorrections(
          analysis,
          document.text,
          correctionsFor(gold.id, corrections).map(({ correction }) => correction),
          gazetteer,
        );
        for (const notice of notices) process.stderr.write(`${noticeLine(gold.id, notice)}\n`);
        pairs.push({
          gold: { id: gold.id, mentions: mended.mentions, dates: mended.dates, events: mended.events },
          analysis,
          text: document.text,
        });
      }
    }
    const joined = join(
      pairs.map(({ analysis }) => analysis),
      placesOf(gazetteer),
    );
    if (pairs.length === 0) throw new UsageError(`${file}: none of its documents is in ${values.corpus}`);
    const { scores, misses } = score(pairs, joined);
    if (values.json)
      process.stdout.write(
        `${JSON.stringify({ documents: pairs.length, scores, calibration: calibrate(pairs), misses }, null, 1)}\n`,
      );
    else {
      const width = Math.max(...scores.map(({ name }) => name.length));
      process.stdout.write(`${counted(pairs.length, 'document')}\n\n`);
      for (const { name, value, right, cases } of scores)
        process.stdout.write(`${name.padEnd(width)}  ${value.toFixed(3).padStart(8)}  ${right}/${cases}\n`);
      process.stdout.write('\nconfidence of places, and how often it was right:\n');
      for (const { from, right, cases } of calibrate(pairs))
        process.stdout.write(
          `${from.toFixed(1)} to ${(from + 0.1).toFixed(1)}  ${(right / cases).toFixed(3)}  ${right}/${cases}\n`,
        );
      const shown = misses.slice(0, Number(values.misses));
      if (shown.length > 0)
        process.stdout.write(
          `\n${misses.length} misses${shown.length < misses.length ? `, the first ${shown.length}` : ''}:\n`,
        );
      for (const miss of shown) process.stdout.write(`${miss.document}\t${miss.what}\t${miss.text}\n`);
    }
    return 0;
  },
};

/** Whether a file holds corrections: they say so at their beginning. */
function isCorrections(file: string): boolean {
  return /^\ufeff?\s*\{[^{[]*"format"\s*:\s*"mawdi-corrections"/.test(readFileSync(file, 'utf8').slice(0, 1000));
}
