import { test as base, expect, type Page } from '@playwright/test';
import { ar } from '../../src/app/i18n/ar.ts';
import { en } from '../../src/app/i18n/en.ts';

export const LANGUAGES = { en, ar } as const;
export type LanguageCode = keyof typeof LANGUAGES;
export const SIZES = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
export type Size = keyof typeof SIZES;

/**
 * Whether what is slow to look at is looked at in this size and language: in two of the four by default, in all with
 * `MAWDI_ALL_SCREENS=1`.
 */
export const isLookedAt = (size: Size, language: LanguageCode): boolean =>
  Boolean(process.env.MAWDI_ALL_SCREENS) || (size === 'wide') === (language === 'ar');

/** A page that fails its test when anything leaves the machine, is missing, throws, or is complained of on the console. */
export const test = base.extend<{ watched: Page }>({
  watched: async ({ page, context, baseURL }, use) => {
    const complaints: string[] = [];
    const watch = (one: Page) => {
      one.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning')
          complaints.push(`console ${message.type()}: ${message.text()}`);
      });
      one.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
    };
    watch(page);
    context.on('page', watch);
    context.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(baseURL ?? '') && !/^(data|blob):/.test(url)) complaints.push(`request to ${url}`);
    });
    context.on('response', (response) => {
      if (response.status() >= 400) complaints.push(`${response.status()} for ${response.url()}`);
    });
    await use(page);
    expect(complaints).toEqual([]);
  },
});

/** Opens the explorer at a state of its address and waits until its panel and its map are there. */
export async function openExplorer(page: Page, language: LanguageCode, state = ''): Promise<void> {
  const t = LANGUAGES[language];
  await page.goto(`./#${[state, `lang=${language}`].filter(Boolean).join('&')}`);
  await expect(panel(page, language).getByRole('heading').first()).toBeVisible();
  await expect(
    page.getByRole('region', { name: t.map, exact: true }).locator('canvas.maplibregl-canvas'),
  ).toBeVisible();
}

/**
 * Opens the explorer without its map, as where none can be drawn: for what does not look at it, since drawing in software
 * takes most of a test's time.
 */
export async function openWithoutMap(page: Page, language: LanguageCode, state = ''): Promise<void> {
  await page.route(/\/assets\/maplibre-/, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.goto(`./#${[state, `lang=${language}`].filter(Boolean).join('&')}`);
  await expect(panel(page, language).getByRole('heading').first()).toBeVisible();
}

export const panel = (page: Page, language: LanguageCode) =>
  page.getByRole('region', { name: LANGUAGES[language].readingPanel });

/** The address once it has come to rest: the explorer writes it a little after the state changes. */
export async function settledAddress(page: Page): Promise<string> {
  let before = '';
  await expect
    .poll(
      () => {
        const now = page.url();
        const same = now === before;
        before = now;
        return same;
      },
      { intervals: [700] },
    )
    .toBe(true);
  return page.url();
}
