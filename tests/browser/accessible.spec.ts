import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { LANGUAGES, type LanguageCode, openExplorer, panel, test } from './watched-page.ts';

/** 720 px is a window of 1440 at 200 %. */
const WIDTHS = { wide: [1440, 900], doubled: [720, 450], phone: [390, 844], narrow: [320, 640] } as const;

async function complaints(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

// every pair of width, language and theme once; all sixteen together would take half the time of all tests
for (const [at, [name, [width, height]]] of Object.entries(WIDTHS).entries())
  for (const [second, language] of (Object.keys(LANGUAGES) as LanguageCode[]).entries())
    for (const theme of [(at + second) % 2 === 0 ? 'light' : 'dark'])
      test(`axe finds nothing: ${name}, ${language}, ${theme}`, async ({ watched: page }) => {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ reducedMotion: 'reduce' });
        const t = LANGUAGES[language];
        await openExplorer(page, language, `theme=${theme}&place=stepanakert`);
        await expect(panel(page, language).locator('.quote').first()).toBeVisible();
        expect(await complaints(page)).toEqual([]);
        // nothing is cut off sideways
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        if (width >= 960) {
          for (const filter of ['when', 'where', 'who'] as const) {
            await page.locator(`[popovertarget="filter-${filter}"]`).click();
            await expect(page.locator(`#filter-${filter}`)).toBeVisible();
            expect(await complaints(page)).toEqual([]);
            await page.keyboard.press('Escape');
          }
        } else {
          // one button for all filters, beside the chips of those that are set
          await page.locator('.all-filters').click();
          await expect(page.getByRole('dialog', { name: t.filters })).toBeVisible();
          expect(await complaints(page)).toEqual([]);
          await page.keyboard.press('Escape');
          await page.locator('[popovertarget="map-tools"]').click();
          await expect(page.locator('#map-tools')).toBeVisible();
          expect(await complaints(page)).toEqual([]);
        }
      });

test('the focus is seen and goes the way that one reads, and forced colours keep every edge', async ({
  watched: page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await openExplorer(page, 'en', 'place=stepanakert');
  const seen: string[] = [];
  for (let step = 0; step < 14; step++) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      // a field shows the focus of its input
      const holders = [element, element.parentElement, element.closest('label')];
      return {
        name: element.getAttribute('aria-label') ?? element.textContent ?? '',
        visible: holders.some((one) => one !== null && getComputedStyle(one).outlineStyle !== 'none'),
      };
    });
    expect(focus).not.toBeNull();
    expect(focus?.visible, `focus on ${focus?.name}`).toBe(true);
    seen.push(focus?.name ?? '');
  }
  expect(seen[0]).toBe(LANGUAGES.en.skipToReading);
  expect(seen.indexOf(LANGUAGES.en.searchLabel)).toBeLessThan(
    seen.findIndex((name) => name.includes(LANGUAGES.en.filterNames.what)),
  );
});

test('an address that cannot be read falls back and says so', async ({ watched: page }) => {
  await openExplorer(page, 'en', 'when=soon&view=1,x&what=party');
  await expect(page.getByText(LANGUAGES.en.addressDoubt)).toBeVisible();
  await expect(page.locator('.timeline-tally [data-count]').first()).toBeVisible();
});
