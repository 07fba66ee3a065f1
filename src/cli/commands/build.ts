import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { deserialize } from 'node:v8';
import type { Digest } from '../../core/assemble.ts';
import type { Notice } from '../../core/model/notice.ts';
import { readSettings } from '../corpus.ts';
import { siteFolder } from '../gazetteer-index.ts';
import { CacheWriter, cacheFolder, type KeptDocument, type KeptSource, readCache } from '../jobs/build-cache.ts';
import { openProgress, type Progress } from '../jobs/progress-bar.ts';
import { readCorrections } from '../jobs/read-corrections.ts';
import { gazetteerOf, loadResources, type Resources, resourcesFingerprint } from '../jobs/resources.ts';
import { copyShared, keepOthers, openStaging, type Staging, share } from '../jobs/staging.ts';
import { watchFolder } from '../jobs/watch-folder.ts';
import { coresOf, type Finished, listSources, StaleCache, workThrough } from '../jobs/work-through.ts';
import { writeData } from '../jobs/write-data.ts';
import { writeOfflineList } from '../offline-list.ts';
import { noticeLine } from '../tell.ts';
import { UsageError } from '../usage-error.ts';
import type { Command } from './command.ts';

export const buildCommand: Command = {
  summary: 'turn a folder of documents into a site',
  help: `mawdi build FOLDER --out SITE [--data-only] [--corrections FILE] [--jobs NUMBER] [--no-cache] [--watch] [--quiet]

Analyses the documents of FOLDER ("mawdi formats" tells which are read; an optional corpus.json gives titles, dates and
sources, an optional corrections.json mends what was found) and writes a site that any static host can serve: the
explorer, the texts, and the GeoJSON layers places, mentions and events in SITE/data. The old site stays until the new
one is whole; whoever interrupts the work keeps the old one.

  --out SITE           where the site is written (made if it is not there)
  --data-only          write only the data, into SITE itself; what else lies there stays
  --corrections FILE   apply these corrections too, after those of FOLDER (may be given several times)
  --jobs NUMBER        how many cores work (default: all; the result is the same for any number)
  --no-cache           read everything again. Otherwise what has not changed since the last build is taken from there:
                       a cache lies beside the site, in .SITE.mawdi-cache, and can be deleted at any time
  --watch              stay, and build again when something in FOLDER changes; ends with Ctrl-C
  --quiet              say nothing of single documents but errors

Exit codes: 0 all read; 1 some document could not be read or some correction no longer fits (the others are in the
site); 2 the call was wrong; 130 interrupted.

Examples:
  mawdi build my-articles --out my-site && mawdi serve my-site
  mawdi build my-articles --out my-site --corrections corrections.json --watch
`,
  async run(words) {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        'data-only': { type: 'boolean' },
        corrections: { type: 'string', multiple: true },
        jobs: { type: 'string' },
        'no-cache': { type: 'boolean' },
        watch: { type: 'boolean' },
        quiet: { type: 'boolean' },
      },
    });
    const [folder, ...more] = positionals;
    if (!folder || more.length > 0) throw new UsageError('say "mawdi build FOLDER --out SITE"');
    if (!values.out) throw new UsageError('--out SITE is missing: where should the site be written?');
    const options: BuildOptions = {
      dataOnly: values['data-only'] ?? false,
      corrections: values.corrections ?? [],
      cores: coresOf(values.jobs),
      cached: !(values['no-cache'] ?? false),
      quiet: values.quiet ?? false,
    };
    const { out } = values;
    if (!values.watch) return build(folder, out, options);
    return watchFolder(folder, out, () => build(folder, out, options));
  },
};

export interface BuildOptions {
  readonly dataOnly: boolean;
  readonly corrections: readonly string[];
  readonly cores: number;
  readonly cached: boolean;
  readonly quiet: boolean;
}

/** Builds a site (or its data) beside the target and then puts it in place. Gives the exit code. */
export async function build(folder: string, out: string, options: BuildOptions): Promise<number> {
  try {
    return await buildOnce(folder, out, options);
  } catch (error) {
    if (!(error instanceof StaleCache)) throw error;
    return buildOnce(folder, out, { ...options, cached: false });
  }
}

async function buildOnce(folder: string, out: string, options: BuildOptions): Promise<number> {
  const begun = performance.now();
  if (!existsSync(folder)) throw new UsageError(`no such file or folder: ${folder}`);
  if (isInside(out, folder)) throw new UsageError(`--out ${out} lies in ${folder}: the site would be read as documents; choose a folder outside`);
  const settings = readSettings(folder);
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const { corrections, refused } = readCorrections([folder], options.corrections, say);
  const resources = loadResources(corrections);
  const staging = openStaging(out);
  let cache: CacheWriter | null = null;
  try {
    const data = options.dataOnly ? staging.folder : join(staging.folder, 'data');
    if (!options.dataOnly) copySite(staging);
    mkdirSync(join(data, 'documents'), { recursive: true });
    const fingerprint = resourcesFingerprint(resources);
    const place = cacheFolder(staging.target);
    const kept = options.cached ? readCache(place, fingerprint) : new Map<string, KeptSource>();
    cache = new CacheWriter(place, fingerprint);
    const read = await readDocuments(folder, data, staging.target, resources, kept, cache, options);
    if (read.digests.length === 0) throw new UsageError(`no document could be read in ${folder}`);
    const missed = corrections.filter((_, index) => !read.corrected.has(index));
    for (const { document, quote, scope } of missed.filter(({ document }) => !read.ids.has(document)))
      say(`corrections: ${scope === 'here' ? 'error' : 'warning'}: no document is called "${document}"; the correction of "${quote.slice(0, 60)}" was not applied [correction-lost]`);
    const atlas = writeData(data, settings, read.digests, gazetteerOf(resources), corrections);
    if (options.dataOnly) keepOthers(staging.target, staging.folder);
    else writeOfflineList(staging.folder);
    staging.commit();
    cache.finish();
    cache = null;
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    say(
      `${read.digests.length} documents${read.reused > 0 ? ` (${read.reused} as before)` : ''}, ${atlas.places.length} places, ${atlas.mentions.place.length} mentions, ${atlas.joinedEvents.length} events; ${seconds} s: ${out}`,
    );
    return read.failed || missed.length > 0 || refused > 0 ? 1 : 0;
  } catch (error) {
    staging.discard();
    throw error;
  } finally {
    cache?.discard();
  }
}

function isInside(out: string, folder: string): boolean {
  const inner = resolve(out);
  const outer = resolve(folder);
  return inner === outer || inner.startsWith(`${outer}/`) || inner.startsWith(`${outer}\\`);
}

function copySite({ folder, target }: Staging): void {
  const site = siteFolder();
  if (!existsSync(join(site, 'index.html')))
    throw new UsageError('the explorer is not built yet: run "npm run build" first, or use --data-only');
  copyShared(site, folder, target, new Set(['data']));
  mkdirSync(join(folder, 'data'));
  copyShared(join(site, 'data', 'gazetteer'), join(folder, 'data', 'gazetteer'), join(target, 'data', 'gazetteer'));
}

interface Read {
  readonly digests: Digest[];
  readonly ids: Set<string>;
  /** Numbers of the corrections that were applied somewhere. */
  readonly corrected: Set<number>;
  reused: number;
  failed: boolean;
}

/** Reads and analyses what has changed, takes over what has not, and writes a file for each document. */
async function readDocuments(
  folder: string,
  data: string,
  target: string,
  resources: Resources,
  kept: ReadonlyMap<string, KeptSource>,
  cache: CacheWriter,
  options: BuildOptions,
): Promise<Read> {
  const sources = listSources([folder]);
  const read: Read = { digests: [], ids: new Set(), corrected: new Set(), reused: 0, failed: false };
  const progress = openProgress('Reading', sources.length);
  const nameOf = () => join('documents', `${read.digests.length}.json`);
  const before = options.dataOnly ? target : join(target, 'data');
  let documents: KeptDocument[] = [];
  let finished = 0;
  const reuse = ({ file }: KeptDocument) => {
    if (!file) return true;
    const path = join(before, file.name);
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat !== undefined && stat.size === file.size && stat.mtimeMs === file.mtimeMs && share(path, join(data, nameOf()));
  };
  const { cores } = options;
  for await (const item of workThrough(sources, { product: 'site', cores, resources, hashed: true, kept, reuse })) {
    if ('source' in item) {
      cache.add({ ...item.source, documents });
      documents = [];
      progress.step(++finished);
      continue;
    }
    const document = item.kept ? { ...item.kept, file: item.kept.file && { ...item.kept.file, name: nameOf() } } : keep(item, data, nameOf());
    documents.push(document);
    if (item.kept) read.reused++;
    tellAll(document.id, document.notices, progress, options.quiet);
    if (document.notices.some(({ severity }) => severity === 'error')) read.failed = true;
    for (const [index, applied] of document.corrected) if (applied) read.corrected.add(index);
    if (!document.digest) continue;
    read.ids.add(document.id);
    read.digests.push(deserialize(document.digest) as Digest);
  }
  progress.end();
  return read;
}

/** Writes the file of a document and tells what is kept of it. */
function keep({ done, ownId, key }: Extract<Finished, { kept: null }>, data: string, name: string): KeptDocument {
  const { id, notices, corrected, bytes, digest } = done;
  if (!bytes) return { id, ownId, key, notices, corrected, digest, file: null };
  const path = join(data, name);
  writeFileSync(path, bytes);
  const { size, mtimeMs } = statSync(path);
  return { id, ownId, key, notices, corrected, digest, file: { name, size, mtimeMs } };
}

function tellAll(id: string, notices: readonly Notice[], progress: Progress, quiet: boolean): void {
  for (const notice of notices) if (!quiet || notice.severity === 'error') progress.say(noticeLine(id, notice));
}

