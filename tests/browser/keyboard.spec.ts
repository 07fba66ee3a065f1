import { expect, type Locator, type Page } from '@playwright/test';
import { LANGUAGES, openExplorer, panel, SIZES, settledAddress, test } from './watched-page.ts';

const t = LANGUAGES.en;

/** Goes on with the Tab key alone until a control has the focus. */
async function tabTo(page: Page, wanted: Locator, most = 120): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let step = 0; step < most; step++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached by key: ${wanted}`);
}

test.describe('with the keyboard alone', () => {
  test.use({ viewport: SIZES.wide, permissions: ['clipboard-read', 'clipboard-write'] });

  test('a reader finds what happened in Yevlakh and who says so', async ({ watched: page }) => {
    await openExplorer(page, 'en');
    await page.keyboard.press('/');
    await page.keyboard.type('Yevlakh');
    await expect(page.getByRole('option').first()).toBeVisible();
    // the first result is chosen already
    await page.keyboard.press('Enter');
    const card = panel(page, 'en');
    await expect(card.getByRole('heading').first()).toHaveText(/Yevlakh/);
    await expect(card.getByText(t.saidBy, { exact: false }).or(card.getByText(t.saidByArticle)).first()).toBeVisible();
    const open = card.locator('.passages').getByRole('link', { name: 'Open the text' }).first();
    await tabTo(page, open);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/doc=/);
  });

  test('an educator shows the corridor and how the borders around it changed', async ({ watched: page }) => {
    await openExplorer(page, 'en', 'place=lachin-corridor&view=46.6,39.7,8.5');
    await expect(page.locator('.map-legend li').first()).toBeVisible();
    const timeline = page.getByRole('region', { name: t.timeline, exact: true });
    const end = timeline.getByRole('slider', { name: t.time.brushEnd });
    await tabTo(page, end);
    // back until the end of the stretch lies before 2020: the line of contact of then is drawn and named
    for (let step = 0; step < 40; step++) {
      const words = (await end.getAttribute('aria-valuetext')) ?? '';
      if (/199\d/.test(words)) break;
      await page.keyboard.press('ArrowLeft');
    }
    await expect(page).toHaveURL(/when=/);
    const rest = page.locator('.map-legend .is-rest button');
    if (await rest.isVisible()) await rest.press('Enter');
    await expect(page.locator('.map-legend')).toContainText('Autonomous Oblast');
    // the story of it, by its button
    const stories = page.getByRole('button', { name: t.stories.title, exact: true });
    await stories.focus();
    await page.keyboard.press('Enter');
    const story = panel(page, 'en').locator('.story-open').first();
    await tabTo(page, story);
    await page.keyboard.press('Enter');
    const card = page.getByRole('region', { name: t.stories.region });
    // while the story is fetched the card says so and has no title
    await expect(card.getByRole('heading')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(page).toHaveURL(/step=2/);
    // printed as it is, the step keeps its words, under the map
    await page.emulateMedia({ media: 'print' });
    const [words, map] = [await card.boundingBox(), await page.locator('.map-canvas').boundingBox()];
    expect(words!.y).toBeGreaterThanOrEqual(map!.y + map!.height);
    await page.emulateMedia({ media: 'screen' });
    await page.keyboard.press('Escape');
    await expect(card).toBeHidden();
    await expect(panel(page, 'en').getByRole('heading').first()).toBeFocused();
  });

  test('the focus is never lost, and the bar stays whole with four filters set', async ({ watched: page }) => {
    for (const language of ['en', 'ar'] as const) {
      const t = LANGUAGES[language];
      await openExplorer(page, language, 'when=2023-09-01..2023-09-30&where=azerbaijan&what=accusation&who=article');
      const bar = page.locator('.filter-bar');
      await expect(bar.locator('.filter-chip.is-set')).toHaveCount(4);
      const focused = () =>
        page.evaluate(() => {
          const { activeElement } = document;
          return activeElement === null || activeElement === document.body ? null : activeElement.className;
        });
      for (let left = 3; left >= 0; left--) {
        const clear = bar.locator('.chip-clear').first();
        await clear.focus();
        await page.keyboard.press('Enter');
        await expect(bar.locator('.filter-chip.is-set')).toHaveCount(left);
        await expect.poll(focused).toBe('chip');
      }
      // what takes the place of a panel takes the focus
      for (const panelOf of [t.stories.title, t.compare.title]) {
        await page.getByRole('button', { name: panelOf, exact: true }).focus();
        await page.keyboard.press('Enter');
        await expect(panel(page, language).getByRole('heading', { name: panelOf }).first()).toBeVisible();
        await expect.poll(focused).not.toBeNull();
        await tabTo(page, panel(page, language).getByRole('button', { name: t.close, exact: true }));
        await page.keyboard.press('Enter');
        await expect(panel(page, language).getByRole('heading').first()).toBeFocused();
      }
    }
  });

  test('Escape closes every menu and gives the focus back to its button', async ({ watched: page }) => {
    await openExplorer(page, 'en', 'place=stepanakert');
    const buttons = page.locator('button[popovertarget]');
    const ids = await buttons.evaluateAll((all) => all.map((one) => one.getAttribute('popovertarget') ?? ''));
    expect(ids.length).toBeGreaterThan(6);
    for (const id of ids) {
      const button = page.locator(`button[popovertarget="${id}"]`);
      if (!(await button.isVisible())) continue;
      await button.focus();
      await page.keyboard.press('Enter');
      const menu = page.locator(`[id="${id}"]`);
      // what is in it follows in a task of its own
      await expect(menu.locator('button, input, a').first()).toBeVisible();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Escape');
      await expect(menu).toBeHidden();
      await expect(button, id).toBeFocused();
    }
  });

  test('an analyst takes away all accusations of September 2023 inside Azerbaijan', async ({ watched: page }) => {
    await openExplorer(page, 'en', 'when=2023-09');
    const chip = (name: 'what' | 'where') => page.locator(`[popovertarget="filter-${name}"]`);
    await tabTo(page, chip('where'));
    await page.keyboard.press('Enter');
    const where = page.locator('#filter-where');
    await tabTo(page, where.getByRole('textbox'));
    await page.keyboard.type('Azerbaijan');
    await tabTo(page, where.getByRole('checkbox', { name: 'Azerbaijan', exact: true }));
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await tabTo(page, chip('what'));
    await page.keyboard.press('Enter');
    await tabTo(page, page.locator('#filter-what').getByRole('checkbox', { name: t.kinds.accusation, exact: true }));
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(/when=2023-09-01\.\.2023-09-30&where=azerbaijan&what=accusation/);
    await tabTo(page, page.locator('[popovertarget="take-away"]'));
    await page.keyboard.press('Enter');
    const csv = page.locator('#take-away').getByRole('button', {
      name: t.takeAway.saveAs(t.takeAway.rows.events, t.takeAway.types['events-csv']),
    });
    await tabTo(page, csv);
    const saved = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    expect((await saved).suggestedFilename()).toMatch(/\.csv$/);
    const copy = page.locator('#take-away').getByRole('button', { name: `${t.takeAway.copy}: ${t.takeAway.link}` });
    await tabTo(page, copy);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('what=accusation');
    await page.keyboard.press('Escape');
    expect(await settledAddress(page)).toContain('what=accusation');
  });
});
