import { gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { LANGUAGES, type LanguageCode, openExplorer, panel, SIZES, test } from './watched-page.ts';

/** Kilobytes that a host sends for the page itself: its own code and styles, whatever the map library, fonts and data add. */
const MOST_KB = 115;
const LIBRARY = /\/assets\/maplibre/;
const OWN = /\.(html|js|mjs|css)$|\/$/;

test.use({ viewport: SIZES.wide });

for (const language of Object.keys(LANGUAGES) as LanguageCode[])
  test(`the first view loads little besides the map library, the fonts and the data, ${language}`, async ({
    watched: page,
  }) => {
    const asked = new Set<string>();
    let library = 0;
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (LIBRARY.test(pathname)) library++;
      else if (OWN.test(pathname) && !pathname.includes('/data/')) asked.add(pathname);
    });
    await openExplorer(page, language);
    await page.waitForLoadState('networkidle');
    // asked for once more: what a worker loaded is gone with the worker
    const sizes = await Promise.all(
      [...asked].map(async (path) => {
        const body = await (await page.request.get(path)).body();
        return [path, gzipSync(body).length / 1000] as const;
      }),
    );
    expect(library, 'the map library is loaded apart').toBeGreaterThan(0);
    expect(sizes.length, 'page, script and style are weighed').toBeGreaterThan(3);
    const sum = sizes.reduce((all, [, size]) => all + size, 0);
    expect(sum, JSON.stringify(Object.fromEntries(sizes))).toBeLessThan(MOST_KB);
  });

for (const language of Object.keys(LANGUAGES) as LanguageCode[])
  test(`the texts can be read, ${language}, while the map library has not come`, async ({ watched: page }) => {
    const t = LANGUAGES[language];
    await page.route(LIBRARY, () => new Promise<never>(() => {}));
    await page.goto(`./#lang=${language}`);
    await expect(panel(page, language).getByRole('heading').first()).toBeVisible();
    await expect(page.locator('.map-placeholder')).toHaveText(t.loadingMap);
    await page.goto(`./#place=stepanakert&lang=${language}`);
    await expect(panel(page, language).locator('.quote').first()).toBeVisible();
    await page.goto(`./#doc=002_bb4b77b62cfebfb5&lang=${language}`);
    await expect(panel(page, language).locator('.reader-text .mark').first()).toBeVisible();
    await expect(page.locator('#map canvas')).toHaveCount(0);
  });
