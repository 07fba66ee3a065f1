import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { compileGazetteer } from '../../core/gazetteer/compile.ts';
import { foldName } from '../../core/text/fold.ts';
import { indexPath, loadGazetteer } from '../gazetteer-index.ts';
import { gazetteerEntries, readTables } from '../gazetteer-sources.ts';
import { UsageError } from '../usage-error.ts';
import type { Command } from './command.ts';

const TABLES = 'geo/gazetteer';

export const gazetteerCommand: Command = {
  summary: 'compile, check and ask the gazetteer',
  help: `mawdi gazetteer find NAME        what a name can mean
mawdi gazetteer check            check the tables in geo/gazetteer (from the project's folder)
mawdi gazetteer compile          make the index from the tables and the packages (from the project's folder)

Exit codes: 0 all well; 1 the check found faults, or the name is unknown; 2 the call was wrong.
`,
  run(words) {
    const [action, ...rest] = words;
    if (action === 'check') return check();
    if (action === 'compile') return compile();
    if (action === 'find' && rest.length > 0) return find(rest.join(' '));
    throw new UsageError('say "mawdi gazetteer find NAME", "check" or "compile"');
  },
};

function check(): number {
  const { rows, faults } = readTables(TABLES);
  for (const fault of faults) process.stderr.write(`${fault.file}:${fault.line}: ${fault.message}\n`);
  process.stdout.write(`${rows.length} rows, ${faults.length} faults\n`);
  return faults.length === 0 ? 0 : 1;
}

function compile(): number {
  const { entries, faults } = gazetteerEntries(TABLES, true);
  for (const fault of faults) process.stderr.write(`${fault.file}:${fault.line}: ${fault.message}\n`);
  const index = compileGazetteer(entries);
  const path = indexPath('world');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, new Uint8Array(index));
  renameSync(`${path}.new`, path);
  process.stdout.write(`${entries.length} places, ${(index.byteLength / 1e6).toFixed(1)} MB: ${path}\n`);
  return 0;
}

function find(name: string): number {
  const gazetteer = loadGazetteer();
  const folded = foldName(name);
  const postings = [...gazetteer.find(folded), ...gazetteer.findPeople(folded)];
  for (const { place, name: recorded } of postings) {
    const { id, kind, lat, lon, rank, parents, source } = gazetteer.place(place);
    process.stdout.write(
      `${id}\t${kind}\t${lat ?? '-'}\t${lon ?? '-'}\trank ${rank}\t${recorded}\t${parents.join(' ')}\t${source}\n`,
    );
  }
  if (postings.length === 0) process.stderr.write(`no place is called "${name}"\n`);
  return postings.length === 0 ? 1 : 0;
}
