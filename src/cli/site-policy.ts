import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { baseMapFault } from './base-map-file.ts';
import { UsageError } from './usage-error.ts';

/** What a site may ask of others, chosen when it is built: by default nothing. */
export interface SitePolicy {
  /** Hosts that the page may fetch from, as origins. */
  readonly hosts: readonly string[];
  /** A MapLibre style or a PMTiles archive to begin with: a file, which is taken into the site, or an address. */
  readonly baseMap: string | null;
}

export const NO_POLICY: SitePolicy = { hosts: [], baseMap: null };

/** `https://tiles.example.org`: one host and nothing behind it, so that the page's policy can name it exactly. */
export function originOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const local = url?.hostname === 'localhost' || url?.hostname === '127.0.0.1';
  if (!url || !(url.protocol === 'https:' || (local && url.protocol === 'http:')) || /[*;,\s'"]/.test(text))
    throw new UsageError(`--allow-host "${text}" is not a host: write it as https://tiles.example.org`);
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '')
    throw new UsageError(`--allow-host "${text}" is more than a host: write ${url.origin}`);
  return url.origin;
}

const POLICY = /(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(")/;
const WIDENED = /(\b(?:connect|img)-src [^;"]*)/g;

export const isNarrow = ({ hosts, baseMap }: SitePolicy): boolean => hosts.length === 0 && baseMap === null;

/**
 * Writes the page of the explorer (`source`) into a site with the choices in it: the hosts in its policy, the base map in
 * a meta element that the map reads.
 */
export function writePolicy(source: string, site: string, { hosts, baseMap }: SitePolicy): void {
  let page = readFileSync(source, 'utf8');
  if (!POLICY.test(page)) throw new Error(`${source}: the policy of the page is missing`);
  const more = hosts.join(' ');
  if (more)
    page = page.replace(POLICY, (_, open: string, policy: string, close: string) => {
      return `${open}${policy.replace(WIDENED, (rule) => `${rule} ${more}`)}${close}`;
    });
  if (baseMap !== null) {
    const address = settle(site, baseMap, hosts).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    page = page.replace('</head>', () => `  <meta name="mawdi-base-map" content="${address}" />\n  </head>`);
  }
  writeFileSync(join(site, basename(source)), page);
}

/** The address under which the page finds the base map. */
function settle(site: string, baseMap: string, hosts: readonly string[]): string {
  if (/^https?:\/\//i.test(baseMap)) {
    const { origin } = new URL(baseMap);
    if (!hosts.includes(origin))
      throw new UsageError(
        `--base-map ${baseMap} lies on another host, which the page may not ask: add --allow-host ${origin}, and every host that the style itself names`,
      );
    return baseMap;
  }
  if (!statSync(baseMap, { throwIfNoEntry: false })?.isFile())
    throw new UsageError(`--base-map ${baseMap}: no such file`);
  if (!['.pmtiles', '.json'].includes(extname(baseMap).toLowerCase()))
    throw new UsageError(`--base-map ${baseMap} is neither a PMTiles archive (.pmtiles) nor a MapLibre style (.json)`);
  const fault = baseMapFault(baseMap, hosts);
  if (fault !== null) throw new UsageError(`--base-map ${baseMap}: ${fault}`);
  const folder = join('data', 'base-map');
  mkdirSync(join(site, folder), { recursive: true });
  copyFileSync(baseMap, join(site, folder, basename(baseMap)));
  return `./data/base-map/${encodeURIComponent(basename(baseMap))}`;
}
