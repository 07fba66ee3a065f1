import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { deserialize } from 'node:v8';
import type { CorpusText } from '../../core/assemble.ts';
import type { Digest } from '../../core/assembly/digest.ts';
import { joinDigests } from '../../core/join-digests.ts';
import type { Atlas } from '../../core/model/atlas.ts';
import type { Notice } from '../../core/model/notice.ts';
import { readSettings } from '../corpus.ts';
import { siteFolder } from '../gazetteer-index.ts';
import {
  CacheWriter,
  cacheFolder,
  type KeptDocument,
  type KeptFile,
  type KeptSource,
  type KeptWhole,
  keepJoined,
  NOTHING_KEPT,
  readCache,
  readJoined,
} from '../jobs/build-cache.ts';
import { openProgress, type Progress } from '../jobs/progress-bar.ts';
import { readCorrections } from '../jobs/read-corrections.ts';
import { gazetteerOf, loadResources, type Resources, resourcesFingerprint } from '../jobs/resources.ts';
import { copyShared, keepOthers, openStaging, type Staging, share } from '../jobs/staging.ts';
import { watchFolder } from '../jobs/watch-folder.ts';
import { coresOf, type Finished, listSources, StaleCache, workThrough } from '../jobs/work-through.ts';
import { writeData } from '../jobs/write-data.ts';
import { writeOfflineList } from '../offline-list.ts';
import { NO_POLICY, originOf, type SitePolicy, writePolicy } from '../site-policy.ts';
import { noticeLine } from '../tell.ts';
import { UsageError } from '../usage-error.ts';
import { writeStories } from '../write-stories.ts';
import { writeTranslations } from '../write-translations.ts';
import type { Command } from './command.ts';

export const buildCommand: Command = {
  summary: 'turn a folder of documents into a site',
  help: `mawdi build FOLDER --out SITE [--data-only] [--corrections FILE] [--jobs NUMBER] [--no-cache] [--watch] [--quiet]
            [--base-map FILE|URL] [--allow-host ORIGIN]

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
  --base-map FILE|URL  begin with this base map instead of Mawdi's own: a PMTiles archive or a MapLibre style. A file is
                       taken into the site; an address elsewhere needs --allow-host
  --allow-host ORIGIN  let the page ask this host, such as https://tiles.example.org, for map styles and tiles (may be
                       given several times). Without it the page asks nobody but the host that it came from; with it
                       that host learns who looks at which part of the map

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
        'base-map': { type: 'string' },
        'allow-host': { type: 'string', multiple: true },
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
      policy: { hosts: (values['allow-host'] ?? []).map(originOf), baseMap: values['base-map'] ?? null },
    };
    if (options.dataOnly && (values['base-map'] || values['allow-host']))
      throw new UsageError('--base-map and --allow-host are written into the page, which --data-only does not make');
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
  readonly policy?: SitePolicy;
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

/** Whether a folder holds something that no build made: it must not be replaced. */
function isForeign(folder: string): boolean {
  if (!existsSync(folder) || existsSync(join(folder, 'data', 'atlas.json'))) return false;
  return !statSync(folder).isDirectory() || readdirSync(folder).length > 0;
}

async function buildOnce(folder: string, out: string, options: BuildOptions): Promise<number> {
  const begun = performance.now();
  if (!existsSync(folder)) throw new UsageError(`no such file or folder: ${folder}`);
  if (isInside(out, folder))
    throw new UsageError(
      `--out ${out} lies in ${folder}: the site would be read as documents; choose a folder outside`,
    );
  if (!options.dataOnly && isForeign(out))
    throw new UsageError(
      `--out ${out} holds files and is no site of Mawdi's: it would be replaced; choose a new or an empty folder`,
    );
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
    const kept = options.cached ? readCache(place, fingerprint) : NOTHING_KEPT;
    cache = new CacheWriter(place, fingerprint);
    const read = await readDocuments(folder, data, staging.target, resources, kept.sources, cache, options);
    if (read.documents.length === 0) throw new UsageError(`no document could be read in ${folder}`);
    const missed = corrections.filter((_, index) => !read.corrected.has(index));
    for (const { document, quote, scope } of missed.filter(({ document }) => !read.ids.has(document)))
      say(
        `corrections: ${scope === 'here' ? 'error' : 'warning'}: no document is called "${document}"; the correction of "${quote.slice(0, 60)}" was not applied [correction-lost]`,
      );
    const before = options.dataOnly ? staging.target : join(staging.target, 'data');
    const whole = writeWhole({
      corpus: folder,
      folder: data,
      before,
      kept: kept.whole,
      place,
      settings,
      documents: read.documents,
      resources,
      cached: options.cached,
    });
    if (options.dataOnly) keepOthers(staging.target, staging.folder);
    else {
      writePolicy(staging.folder, options.policy ?? NO_POLICY);
      writeOfflineList(staging.folder);
    }
    staging.commit();
    cache.finish(whole);
    cache = null;
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    const { documents, places, mentions, events } = whole.counts;
    say(
      `${documents} documents${read.reused > 0 ? ` (${read.reused} as before)` : ''}, ${places} places, ${mentions} mentions, ${events} events; ${seconds} s: ${out}`,
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
  /** Those that could be read. */
  readonly documents: KeptDocument[];
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
  const read: Read = { documents: [], ids: new Set(), corrected: new Set(), reused: 0, failed: false };
  const progress = openProgress('Reading', sources.length);
  const nameOf = () => join('documents', `${read.documents.length}.json`);
  const before = options.dataOnly ? target : join(target, 'data');
  let documents: KeptDocument[] = [];
  let finished = 0;
  const reuse = ({ file }: KeptDocument) => {
    if (!file) return true;
    const path = join(before, file.name);
    const stat = statSync(path, { throwIfNoEntry: false });
    return (
      stat !== undefined &&
      stat.size === file.size &&
      stat.mtimeMs === file.mtimeMs &&
      share(path, join(data, nameOf()))
    );
  };
  const { cores } = options;
  for await (const item of workThrough(sources, { product: 'site', cores, resources, hashed: true, kept, reuse })) {
    if ('source' in item) {
      cache.add({ ...item.source, documents });
      documents = [];
      progress.step(++finished);
      continue;
    }
    const document = item.kept
      ? { ...item.kept, file: item.kept.file && { ...item.kept.file, name: nameOf() } }
      : keep(item, data, nameOf());
    documents.push(document);
    if (item.kept?.digest) read.reused++;
    tellAll(document.id, document.notices, progress, options.quiet);
    if (document.notices.some(({ severity }) => severity === 'error')) read.failed = true;
    for (const [index, applied] of document.corrected) if (applied) read.corrected.add(index);
    if (!document.digest) continue;
    read.ids.add(document.id);
    read.documents.push(document);
  }
  progress.end();
  return read;
}

/** Writes the file of a document and tells what is kept of it. */
function keep({ done, ownId, key }: Extract<Finished, { kept: null }>, data: string, name: string): KeptDocument {
  const { id, notices, corrected, bytes, digest } = done;
  const hashes = { digestHash: digest ? hashOf(digest) : '', eventsHash: done.eventsHash };
  if (!bytes) return { id, ownId, key, notices, corrected, digest, ...hashes, file: null };
  const path = join(data, name);
  writeFileSync(path, bytes);
  const { size, mtimeMs } = statSync(path);
  return { id, ownId, key, notices, corrected, digest, ...hashes, file: { name, size, mtimeMs } };
}

interface Whole {
  /** The folder of the documents, with their translations and the stories told with them. */
  readonly corpus: string;
  readonly folder: string;
  /** The data of the site that is to be replaced. */
  readonly before: string;
  readonly kept: KeptWhole | null;
  readonly place: string;
  readonly settings: CorpusText;
  readonly documents: readonly KeptDocument[];
  readonly resources: Resources;
  readonly cached: boolean;
}

/** Writes what is made of all documents together, or takes it over where nothing that it is made of has changed. */
function writeWhole({ corpus, folder, before, kept, place, settings, documents, resources, cached }: Whole): KeptWhole {
  const { title, titles, description, descriptions } = settings;
  const told = { title, titles, description, descriptions };
  const besides = ['translations', 'stories'].flatMap((name) => stampsOf(join(corpus, name)));
  const digestsHash = hashOf(JSON.stringify([told, besides]) + documents.map(({ digestHash }) => digestHash).join(' '));
  if (kept?.digestsHash === digestsHash && takeOver(kept.files, before, folder)) return kept;
  const digests = documents.map(({ digest }) => deserialize(digest as Uint8Array) as Digest);
  const gazetteer = gazetteerOf(resources);
  const eventsHash = hashOf(documents.map((document) => document.eventsHash).join(' '));
  const known = cached ? readJoined(place, eventsHash) : null;
  const joined = known ?? joinDigests(digests, gazetteer);
  if (!known) keepJoined(place, eventsHash, joined);
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const translated = (atlas: Atlas) => writeTranslations(corpus, folder, atlas, say);
  const atlas = writeData(folder, told, digests, joined, gazetteer, resources.corrections, translated);
  writeStories(corpus, folder, say);
  return {
    digestsHash,
    eventsHash,
    counts: {
      documents: documents.length,
      places: atlas.places.length,
      mentions: atlas.mentions.place.length,
      events: joined.length,
    },
    files: readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      const name = relative(folder, path);
      if (!entry.isFile() || /^(?:documents|gazetteer)[/\\]/.test(name)) return [];
      const { size, mtimeMs } = statSync(path);
      return [{ name, size, mtimeMs }];
    }),
  };
}

/** Sizes and times of the files under a folder, in order; none where there is no folder. */
function stampsOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const { size, mtimeMs } = statSync(join(entry.parentPath, entry.name));
      return `${relative(folder, join(entry.parentPath, entry.name))} ${size} ${mtimeMs}`;
    })
    .sort();
}

/** Shares files of the old site with the new one, if they are all as they were. */
function takeOver(files: readonly KeptFile[], before: string, folder: string): boolean {
  const asBefore = files.every(({ name, size, mtimeMs }) => {
    const stat = statSync(join(before, name), { throwIfNoEntry: false });
    return stat?.size === size && stat.mtimeMs === mtimeMs;
  });
  if (!asBefore) return false;
  return files.every(({ name }) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    rmSync(join(folder, name), { force: true });
    return share(join(before, name), join(folder, name));
  });
}

const hashOf = (content: string | Uint8Array) => createHash('sha256').update(content).digest('base64');

function tellAll(id: string, notices: readonly Notice[], progress: Progress, quiet: boolean): void {
  for (const notice of notices) if (!quiet || notice.severity === 'error') progress.say(noticeLine(id, notice));
}
