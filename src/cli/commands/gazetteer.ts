import { existsSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { compileGazetteer } from '../../core/gazetteer/compile.ts';
import { foldName } from '../../core/text/fold.ts';
import { importPlaces } from '../gazetteer-import.ts';
import { indexPath, loadGazetteer, openIndex } from '../gazetteer-index.ts';
import { writeIndexFile } from '../gazetteer-index-file.ts';
import { gazetteerEntries, readTables } from '../gazetteer-sources.ts';
import { keepAdded, listAdded, removeAdded } from '../gazetteer-store.ts';
import { UsageError } from '../usage-error.ts';
import { isWellKnown } from '../well-known-places.ts';
import type { Command } from './command.ts';

const TABLES = 'geo/gazetteer';

export const gazetteerCommand: Command = {
  help: `mawdi gazetteer find NAME        what a name can mean
mawdi gazetteer list             what is in the gazetteer, and what was added
mawdi gazetteer add FILE [--name NAME] [--alternate-names FILE]
                                 add the places of a GeoNames dump (allCountries.txt, with or without
                                 alternateNamesV2.txt), CSV, GeoJSON or Linked Places JSON-LD
mawdi gazetteer remove NAME      take an added one away again
mawdi gazetteer check            check the tables in geo/gazetteer (from the project's folder)
mawdi gazetteer compile          make the indexes from the tables and the packages (from the project's folder)

Added gazetteers are kept in $MAWDI_HOME/gazetteers (default: the user's data folder) and used by every command.

Exit codes: 0 all well; 1 the check found faults, or the name is unknown; 2 the call was wrong.

Examples:
  mawdi gazetteer find باكو
  mawdi gazetteer add allCountries.txt --name geonames
`,
  run(words) {
    const [action, ...rest] = words;
    if (action === 'check') return check();
    if (action === 'list') return list();
    if (action === 'add') return add(rest);
    if (action === 'remove' && rest[0]) return remove(rest[0]);
    if (action === 'compile') return compile();
    if (action === 'find' && rest.length > 0) return find(rest.join(' '));
    throw new UsageError('say "mawdi gazetteer find NAME", "list", "add FILE", "remove NAME", "check" or "compile"');
  },
};

/** The tables are the project's, not the package's. */
function needTables(): void {
  if (!existsSync(TABLES))
    throw new UsageError(`no ${TABLES} here: this is done in the folder of the project's sources`);
}

function check(): number {
  needTables();
  const { rows, faults } = readTables(TABLES);
  for (const fault of faults) process.stderr.write(`${fault.file}:${fault.line}: ${fault.message}\n`);
  process.stdout.write(`${rows.length} rows, ${faults.length} faults\n`);
  return faults.length === 0 ? 0 : 1;
}

function compile(): number {
  needTables();
  const { entries, faults } = gazetteerEntries(TABLES, true);
  for (const fault of faults) process.stderr.write(`${fault.file}:${fault.line}: ${fault.message}\n`);
  const index = compileGazetteer(entries);
  const path = indexPath('world');
  writeIndexFile(path, index);
  writePacked(`${path}.gz`, index);
  const wellKnown = entries.filter(isWellKnown);
  const small = writePacked(`${indexPath('small')}.gz`, compileGazetteer(wellKnown));
  process.stdout.write(
    `${entries.length} places, ${(index.byteLength / 1e6).toFixed(1)} MB: ${path}\n${wellKnown.length} of them well known, ${(small / 1e6).toFixed(1)} MB compressed\n`,
  );
  return 0;
}

/** A site carries its indexes compressed: not every host compresses what it does not know. Gives the size in bytes. */
function writePacked(path: string, index: ArrayBuffer): number {
  const packed = gzipSync(new Uint8Array(index), { level: 9 });
  writeIndexFile(path, packed.buffer.slice(packed.byteOffset, packed.byteOffset + packed.length) as ArrayBuffer);
  return packed.length;
}

function add(words: string[]): number {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { name: { type: 'string' }, 'alternate-names': { type: 'string' } },
  });
  const [file] = positionals;
  if (!file) throw new UsageError('say "mawdi gazetteer add FILE"');
  for (const path of [file, values['alternate-names']])
    if (path !== undefined && !existsSync(path)) throw new UsageError(`no such file: ${path}`);
  const name =
    values.name ??
    basename(file, extname(file))
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-');
  if (!/^[a-z0-9][a-z0-9-]*$/.test(name)) throw new UsageError(`--name "${name}": use letters, digits and hyphens`);
  const counts = { places: 0, known: 0, skipped: 0 };
  const index = compileGazetteer(importPlaces(file, values['alternate-names'], openIndex(indexPath('world')), counts));
  if (counts.places === 0)
    throw new UsageError(
      `${file}: no new place in it (${counts.known} known already, ${counts.skipped} lines skipped); nothing was added`,
    );
  keepAdded({ name, source: basename(file), places: counts.places, skipped: counts.skipped }, index);
  process.stdout.write(
    `${name}: ${counts.places} places added, ${counts.known} known already, ${counts.skipped} lines skipped\n`,
  );
  return counts.skipped > 0 ? 1 : 0;
}

function remove(name: string): number {
  removeAdded(name);
  process.stdout.write(`${name} removed\n`);
  return 0;
}

function list(): number {
  process.stdout.write(`world\t${openIndex(indexPath('world')).size} places\tcomes with mawdi\n`);
  for (const { name, places, source } of listAdded())
    process.stdout.write(`${name}\t${places} places\tadded from ${source}\n`);
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
