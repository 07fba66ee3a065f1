import { parseArgs } from 'node:util';
import { type BuildOptions, build } from '../jobs/build-site.ts';
import { coresOf } from '../jobs/sources.ts';
import { watchFolder } from '../jobs/watch-folder.ts';
import { originOf } from '../site-policy.ts';
import { UsageError } from '../usage-error.ts';
import type { Command } from './command.ts';

export const buildCommand: Command = {
  help: `mawdi build FOLDER --out SITE [--data-only] [--corrections FILE] [--jobs NUMBER] [--no-cache] [--watch] [--quiet]
            [--base-map FILE|URL] [--allow-host ORIGIN]

Analyses the documents of FOLDER ("mawdi formats" tells which are read; an optional corpus.json gives titles, dates and
sources, an optional corrections.json mends what was found) and writes a site that any static host can serve: the
explorer, the texts, and the GeoJSON layers places, mentions and events in SITE/data. The old site stays until the new
one is whole; whoever interrupts the work keeps the old one. In a site SITE/data and SITE/assets belong to Mawdi; what
else is put beside them (a CNAME, a robots.txt) stays.

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
