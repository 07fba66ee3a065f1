/**
 * Finds a browser for the tests, with nothing but Node and npm: on Linux x64 the Chromium that comes inside the package
 * `@sparticuz/chromium` (WebGL 2 by SwiftShader), elsewhere the one that Playwright keeps, or an installed Chrome.
 * `MAWDI_CHROMIUM=/path/to/chrome` names another one.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium as playwright } from '@playwright/test';

export interface Browser {
  /** Null: let Playwright start the Chrome that is installed. */
  readonly executablePath: string | null;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** WebGL without a graphics card, the same pixels everywhere. The pages are our own, so the sandbox that root cannot have is not missed. */
const ARGS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--ignore-gpu-blocklist',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
];

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));

/** The browser that the tests run in. Unpacks the bundled one on the first call (some 200 MB under node_modules/.cache). */
export async function findBrowser(): Promise<Browser> {
  const named = process.env.MAWDI_CHROMIUM;
  if (named) {
    if (!existsSync(named)) throw new Error(`MAWDI_CHROMIUM names ${named}, which is not there`);
    return { executablePath: named, args: ARGS, env: {} };
  }
  const bundled = await bundledBrowser();
  if (bundled) return bundled;
  const own = playwright.executablePath();
  return { executablePath: own && existsSync(own) ? own : null, args: ARGS, env: {} };
}

async function bundledBrowser(): Promise<Browser | null> {
  const packed = join(modules, '@sparticuz/chromium');
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(packed)) return null;
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')) as { version: string };
  const folder = join(modules, '.cache', `chromium-${version}`);
  if (!existsSync(join(folder, 'chromium'))) await unpack(folder);
  const executablePath = join(folder, 'chromium');
  // libraries that a bare Linux lacks (NSS) come in the package as well; the system's own are better where they are
  const settings: Record<string, string>[] = [{}, { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }];
  for (const env of settings) {
    if (runs(executablePath, env))
      return { executablePath, args: ARGS, env: { ...env, FONTCONFIG_FILE: join(folder, 'mawdi-fonts.conf') } };
  }
  return null;
}

/** Fonts for what the site's own do not cover: those of the package, then the system's. A machine without any would crash the browser. */
const fontSettings = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts', 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;

function runs(executablePath: string, env: Record<string, string>): boolean {
  try {
    execFileSync(executablePath, ['--version', '--no-sandbox'], {
      stdio: 'ignore',
      env: { ...process.env, ...env },
      timeout: 30_000,
    });
    return true;
  } catch {
    return false;
  }
}

/** Unpacks beside the target and renames, so that a run that was broken off leaves no half browser. The package asks the environment where to and what. */
async function unpack(folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  const staging = mkdtempSync(`${folder}-`);
  const before = {
    TMPDIR: process.env.TMPDIR,
    CODEBUILD_BUILD_IMAGE: process.env.CODEBUILD_BUILD_IMAGE,
    LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH,
    FONTCONFIG_PATH: process.env.FONTCONFIG_PATH,
  };
  try {
    process.env.TMPDIR = staging;
    process.env.CODEBUILD_BUILD_IMAGE = 'nodejs20';
    const { default: packed } = await import('@sparticuz/chromium');
    await packed.executablePath();
    writeFileSync(join(staging, 'mawdi-fonts.conf'), fontSettings(folder));
    if (!existsSync(folder)) renameSync(staging, folder);
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    rmSync(staging, { recursive: true, force: true });
  }
}
