/**
 * Does joining twice as many documents take twice as long? `npx tsx bench/join.ts [DOCUMENTS …]`, made from a seed: a few
 * hundred places in regions, two years, happenings of every kind that one to thirty documents tell with other figures and
 * days, and the speeches of some hundred speakers. The busy places are far busier than the rest, as in a war.
 */
import { type Analysis, analysisOf } from './made-corpus.ts';
import { join } from '../src/core/stages/join.ts';

const sizes = process.argv.slice(2).map(Number);
const places = {
  ancestors: (id: string): readonly string[] => parents(id),
  isSpot: (id: string) => id.startsWith('town'),
  stateOf: (id: string) => id,
};

/** `town-12-3` lies in `region-12`, which lies in `state-2`. */
function parents(id: string): readonly string[] {
  const [kind, region] = id.split('-');
  const state = `state-${Number(region) % 10}`;
  return kind === 'town' ? [`region-${region}`, state] : kind === 'region' ? [state] : [];
}

let before: { documents: number; time: number } | null = null;
process.stdout.write('| documents | tellings | events | ms | ms per 1,000 documents | of the row above |\n| ---: | ---: | ---: | ---: | ---: | ---: |\n');
for (const documents of sizes.length > 0 ? sizes : [1_000, 10_000, 20_000]) {
  const analyses: Analysis[] = analysisOf(documents);
  const tellings = analyses.reduce((sum, { events }) => sum + events.length, 0);
  const start = performance.now();
  const events = join(analyses, places).length;
  const time = performance.now() - start;
  const grown = before === null ? '' : `× ${(time / before.time).toFixed(1)} for × ${documents / before.documents}`;
  process.stdout.write(`| ${documents} | ${tellings} | ${events} | ${Math.round(time)} | ${((time / documents) * 1000).toFixed(0)} | ${grown} |\n`);
  before = { documents, time };
}
