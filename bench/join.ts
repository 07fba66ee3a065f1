/**
 * Does joining twice as many documents take twice as long? `npx tsx bench/join.ts [DOCUMENTS …]`, made from a seed: a few
 * hundred places in regions, two years, happenings of every kind that one to thirty documents tell with other figures and
 * days, and the speeches of some hundred speakers. The busy places are far busier than the rest, as in a war.
 */

import { join } from '../src/core/stages/join.ts';
import { analysisOf, madePlaces } from './made-corpus.ts';

const sizes = process.argv.slice(2).map(Number);
let before: { documents: number; time: number } | null = null;
process.stdout.write(
  '| documents | tellings | events | ms | ms per 1,000 documents | of the row above |\n| ---: | ---: | ---: | ---: | ---: | ---: |\n',
);
for (const documents of sizes.length > 0 ? sizes : [1_000, 10_000, 20_000]) {
  const analyses = analysisOf(documents);
  const tellings = analyses.reduce((sum, { events }) => sum + events.length, 0);
  const start = performance.now();
  const events = join(analyses, madePlaces).length;
  const time = performance.now() - start;
  const grown = before === null ? '' : `× ${(time / before.time).toFixed(1)} for × ${documents / before.documents}`;
  process.stdout.write(
    `| ${documents} | ${tellings} | ${events} | ${Math.round(time)} | ${((time / documents) * 1000).toFixed(0)} | ${grown} |\n`,
  );
  before = { documents, time };
}
