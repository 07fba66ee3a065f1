import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { analyse } from '../../core/analyse.ts';
import { type Analysed, assembleAtlas } from '../../core/assemble.ts';
import type { DocumentFile } from '../../core/model/atlas.ts';
import { join as joinEvents } from '../../core/stages/join.ts';
import { toGeoJson } from '../../formats/geojson.ts';
import { geoJsonFaults } from '../../formats/validate-geojson.ts';
import { placeShapes, shapeBounds, writeBaseMap, writeShapes } from '../base-map.ts';
import { readCorpus, readSettings, uniqueIds } from '../corpus.ts';
import { loadGazetteer, siteFolder } from '../gazetteer-index.ts';
import { UsageError } from '../usage-error.ts';
import { tell } from './analyse.ts';
import type { Command } from './command.ts';

export const buildCommand: Command = {
  summary: 'turn a folder of documents into a site',
  help: `mawdi build FOLDER --out SITE [--data-only]

Analyses the documents of FOLDER (text files, and an optional corpus.json with titles and dates) and writes a site that
any static host can serve: the explorer, the texts, and the GeoJSON layers places, mentions and events in SITE/data.
The old site stays until the new one is whole.

  --out SITE     where the site is written (made if it is not there)
  --data-only    write only the data, into SITE itself

Exit codes: 0 all read; 1 some document could not be read (the others are in the site); 2 the call was wrong.

Example: mawdi build my-articles --out my-site && mawdi serve my-site
`,
  run(words) {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { out: { type: 'string' }, 'data-only': { type: 'boolean' } },
    });
    const [folder, ...more] = positionals;
    if (!folder || more.length > 0) throw new UsageError('say "mawdi build FOLDER --out SITE"');
    if (!values.out) throw new UsageError('--out SITE is missing: where should the site be written?');
    return build(folder, values.out, values['data-only'] ?? false);
  },
};

/** Builds a site (or its data) beside the target and then puts it in place. Gives the exit code. */
export function build(folder: string, out: string, dataOnly: boolean): number {
  const target = resolve(out);
  const settings = readSettings(folder);
  mkdirSync(dirname(target), { recursive: true });
  const staging = mkdtempSync(join(dirname(target), `.${basename(target)}-`));
  try {
    const data = dataOnly ? staging : join(staging, 'data');
    if (!dataOnly) copySite(staging);
    mkdirSync(join(data, 'documents'), { recursive: true });
    const failed = writeData(folder, settings, data);
    if (dataOnly) replaceEntries(target, staging);
    else replace(target, staging);
    return failed ? 1 : 0;
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    throw error;
  }
}

function copySite(staging: string): void {
  const site = siteFolder();
  if (!existsSync(join(site, 'index.html')))
    throw new UsageError('the explorer is not built yet: run "npm run build" first, or use --data-only');
  cpSync(site, staging, { recursive: true, filter: (path) => path !== join(site, 'data') });
  cpSync(join(site, 'data', 'gazetteer'), join(staging, 'data', 'gazetteer'), { recursive: true });
}

/** Puts each file and folder of the staging folder in place of the target's; the target's others stay. */
function replaceEntries(target: string, staging: string): void {
  mkdirSync(target, { recursive: true });
  for (const entry of readdirSync(staging)) {
    rmSync(join(target, entry), { recursive: true, force: true });
    renameSync(join(staging, entry), join(target, entry));
  }
  rmSync(staging, { recursive: true, force: true });
}

function replace(target: string, staging: string): void {
  const old = `${staging}-old`;
  if (existsSync(target)) renameSync(target, old);
  renameSync(staging, target);
  rmSync(old, { recursive: true, force: true });
}

function writeData(folder: string, settings: ReturnType<typeof readSettings>, data: string): boolean {
  const gazetteer = loadGazetteer();
  const unique = uniqueIds();
  const analysed: Analysed[] = [];
  let failed = false;
  for (const read of readCorpus([folder])) {
    if (!read.document) {
      failed = true;
      for (const notice of read.notices) tell(read.id, notice);
      continue;
    }
    const { id, notices } = unique(read.document.id);
    const document = { ...read.document, id };
    const analysis = analyse(document, gazetteer);
    for (const notice of [...read.notices, ...notices, ...analysis.notices]) {
      tell(id, notice);
      if (notice.severity === 'error') failed = true;
    }
    analysed.push({ document, analysis: { ...analysis, notices: [...read.notices, ...notices, ...analysis.notices] } });
  }
  if (analysed.length === 0) throw new UsageError(`no document could be read in ${folder}`);
  const ancestors = (id: string) => {
    const at = gazetteer.indexOf(id);
    return at < 0 ? [] : gazetteer.ancestors(at).map((ancestor) => gazetteer.place(ancestor).id);
  };
  const joined = joinEvents(
    analysed.map(({ analysis }) => analysis),
    { ancestors },
  );
  const bounds = shapeBounds();
  const atlas = assembleAtlas(settings, analysed, joined, gazetteer, (id) => bounds.get(id) ?? null);
  const files: DocumentFile[] = analysed.map(({ document, analysis }) => ({ text: document.text, analysis }));
  const layers = toGeoJson(atlas, files, placeShapes());
  for (const [name, layer] of Object.entries(layers)) {
    const faults = geoJsonFaults(layer);
    if (faults.length > 0) throw new Error(`layer ${name} is not valid GeoJSON: ${faults.join('; ')}`);
    writeFileSync(join(data, `${name}.geojson`), JSON.stringify(layer));
  }
  for (const [index, file] of files.entries())
    writeFileSync(join(data, 'documents', `${index}.json`), JSON.stringify(file));
  writeFileSync(join(data, 'atlas.json'), JSON.stringify(atlas));
  writeShapes(data, new Set(atlas.places.map((place) => place.id)));
  writeBaseMap(data);
  process.stderr.write(
    `${analysed.length} documents, ${atlas.places.length} places, ${atlas.mentions.place.length} mentions, ${atlas.joinedEvents.length} events\n`,
  );
  return failed;
}
