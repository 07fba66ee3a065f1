import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Gazetteer } from '../../core/gazetteer/gazetteer.ts';
import { readSettings } from '../corpus.ts';
import { isWebAddress } from '../fetch-document.ts';
import { siteFolder } from '../gazetteer-index.ts';
import { writeOfflineList } from '../offline-list.ts';
import { isNarrow, type SitePolicy, writePolicy } from '../site-policy.ts';
import { counted } from '../tell.ts';
import { UsageError } from '../usage-error.ts';
import { readTranslations } from '../write-translations.ts';
import { CacheWriter, cacheFolder, readCache } from './build-cache.ts';
import { Gathering } from './gather-blocks.ts';
import { NOTHING_KEPT } from './kept-runs.ts';
import { openProgress, type Progress } from './progress-bar.ts';
import { readCorrections } from './read-corrections.ts';
import { readDocuments } from './read-documents.ts';
import { gazetteerOf, loadResources, resourcesFingerprint } from './resources.ts';
import { openStaging, type Staging, stageFolder } from './staging.ts';
import { StaleCache } from './stored.ts';
import { makeWhole } from './whole.ts';

export interface BuildOptions {
  readonly dataOnly: boolean;
  readonly corrections: readonly string[];
  readonly cores: number;
  readonly cached: boolean;
  readonly quiet: boolean;
  readonly policy: SitePolicy;
}

/** Files of a site that have no hash in their name, after the folder of the data, in the order in which they are exchanged. */
const LAST = ['atlas.json', 'shapes.geojson', 'stories.json', 'places.geojson', 'mentions.geojson', 'events.geojson'];
/** Folders of the data that hold nothing but what builds wrote. */
const OWNED = ['atlas/', 'documents/', 'translations/', 'stories/', 'base/'];

/** Builds a site (or its data) beside the target and then puts it in place. Gives the exit code. */
export async function build(folder: string, out: string, options: BuildOptions): Promise<number> {
  check(folder, out, options);
  try {
    return await buildOnce(folder, out, options);
  } catch (error) {
    if (!(error instanceof StaleCache)) throw error;
    return buildOnce(folder, out, { ...options, cached: false });
  }
}

function check(folder: string, out: string, { dataOnly }: BuildOptions): void {
  if (isWebAddress(folder))
    throw new UsageError(
      `${folder}: a site is built of a folder; save the document there ("mawdi analyse" reads addresses too)`,
    );
  if (!existsSync(folder)) throw new UsageError(`no such file or folder: ${folder}`);
  if (isInside(out, folder))
    throw new UsageError(
      `--out ${out} lies in ${folder}: the site would be read as documents; choose a folder outside`,
    );
  if (dataOnly) return;
  if (isForeign(out))
    throw new UsageError(
      `--out ${out} holds files and is no site of Mawdi's: it would be replaced; choose a new or an empty folder`,
    );
  if (!existsSync(join(siteFolder(), 'index.html')))
    throw new UsageError('the explorer is not built yet: run "npm run build" first, or use --data-only');
}

function isInside(out: string, folder: string): boolean {
  const inner = resolve(out);
  const outer = resolve(folder);
  return inner === outer || inner.startsWith(`${outer}/`) || inner.startsWith(`${outer}\\`);
}

/** Whether a folder holds something that no build made: it must not be replaced. */
function isForeign(folder: string): boolean {
  if (!existsSync(folder) || existsSync(join(folder, 'data', 'atlas.json'))) return false;
  return !statSync(folder).isDirectory() || readdirSync(folder).length > 0;
}

async function buildOnce(folder: string, out: string, options: BuildOptions): Promise<number> {
  const begun = performance.now();
  const settings = readSettings(folder);
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const { corrections, refused } = readCorrections([folder], options.corrections, say);
  const resources = loadResources(corrections);
  const fingerprint = resourcesFingerprint(resources);
  const staging = openStaging(out);
  const data = options.dataOnly ? '' : 'data/';
  let cache: CacheWriter | null = null;
  const phases = new Phases();
  try {
    const place = cacheFolder(staging.target);
    const kept = options.cached ? readCache(place, fingerprint) : NOTHING_KEPT;
    cache = new CacheWriter(place, fingerprint, kept);
    let opened: Gazetteer | null = null;
    const gazetteer = () => {
      opened ??= gazetteerOf(resources);
      return opened;
    };
    const translations = readTranslations(folder, say);
    const gathering = new Gathering(staging, data, cache, kept.whole?.blocks ?? [], gazetteer, translations, say);
    const read = await readDocuments({
      ...options,
      folder,
      staging,
      data,
      resources,
      kept,
      cache,
      gathering,
    });
    if (read.ids.size === 0) throw new UsageError(`no document could be read in ${folder}`);
    for (const [id, of] of translations)
      if (!read.ids.has(id))
        for (const { path } of of) say(`${path}: warning: no document is called "${id}"; left out [bad-translation]`);
    const missed = corrections.filter((_, index) => !read.corrected.has(index));
    for (const { document, quote, scope } of missed.filter(({ document }) => !read.ids.has(document)))
      say(
        `corrections: ${scope === 'here' ? 'error' : 'warning'}: no document is called "${document}"; the correction of "${quote.slice(0, 60)}" was not applied [correction-lost]`,
      );
    const { title, titles, description, descriptions } = settings;
    const whole = await makeWhole({
      corpus: folder,
      told: { title, titles, description, descriptions },
      blocks: gathering.blocks,
      gazetteer,
      corrections,
      staging,
      data,
      cache,
      before: kept.whole,
      say,
      step: (what, done, all) => phases.step(what, done, all),
    });
    phases.end();
    if (!options.dataOnly) stageSite(staging, options.policy);
    const committed = staging.commit({
      last: [...(options.dataOnly ? [] : ['index.html']), ...LAST.map((name) => data + name), 'offline.js'],
      owned: options.dataOnly ? OWNED : ['assets/', 'data/'],
    });
    // another process moves the files meanwhile
    cache.prepare(whole);
    await committed;
    cache.finish(whole);
    cache = null;
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    const { documents, places, mentions, events } = whole.counts;
    say(
      `${counted(documents, 'document')}${read.reused > 0 ? ` (${read.reused} as before)` : ''}, ${counted(places, 'place')}, ${counted(mentions, 'mention')}, ${counted(events, 'event')}; ${seconds} s: ${out}`,
    );
    return read.failed || missed.length > 0 || refused > 0 ? 1 : 0;
  } finally {
    phases.end();
    staging.discard();
    cache?.discard();
  }
}

/** Puts the explorer around the data. */
function stageSite(staging: Staging, policy: SitePolicy): void {
  const site = siteFolder();
  stageFolder(staging, site, '', isNarrow(policy) ? /^data\/|^offline\.js$/ : /^data\/|^offline\.js$|^index\.html$/);
  if (!isNarrow(policy)) writePolicy(join(site, 'index.html'), staging.folder, policy);
  stageFolder(staging, join(site, 'data', 'gazetteer'), 'data/gazetteer/', /\.bin$/);
  writeOfflineList(join(site, 'offline.js'), join(staging.folder, 'offline.js'), staging.files(), staging.pathOf);
}

/** One bar after the other, for the parts of the work. */
class Phases {
  private label = '';
  private bar: Progress | null = null;

  step(label: string, done: number, all: number): void {
    if (label !== this.label) {
      this.end();
      this.label = label;
      this.bar = openProgress(label, all);
    }
    this.bar?.step(done);
  }

  end(): void {
    this.bar?.end();
    this.bar = null;
  }
}
