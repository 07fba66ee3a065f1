import { expect, type Page } from '@playwright/test';
import { addFiles } from './own-files.ts';
import { LANGUAGES, openWithoutMap, panel, SIZES, test } from './watched-page.ts';

const t = LANGUAGES.en.stories;
const own = t.editor;

const titles = (page: Page) => panel(page, 'en').getByRole('textbox', { name: own.stepTitle, exact: true });
const words = (page: Page) => titles(page).evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
const spoken = (page: Page) => page.locator('[role="status"][aria-live]');

/** A new story whose steps have these titles; all by keys. */
async function writeStory(page: Page, steps: readonly string[]): Promise<void> {
  await openWithoutMap(page, 'en', 'panel=stories');
  await panel(page, 'en').getByRole('button', { name: t.make, exact: true }).focus();
  await page.keyboard.press('Enter');
  await titles(page).first().focus();
  for (const [at, title] of steps.entries()) {
    if (at > 0) {
      await panel(page, 'en').getByRole('button', { name: own.capture, exact: true }).focus();
      await page.keyboard.press('Enter');
    }
    await page.keyboard.type(title);
  }
}

test.describe('a story of one’s own', () => {
  test.use({ viewport: SIZES.wide });

  test('what is typed after a step was added, moved or brought back goes into that step', async ({ watched: page }) => {
    await writeStory(page, ['One', 'Two', 'Three']);
    expect(await words(page)).toEqual(['One', 'Two', 'Three']);
    const button = (name: string, at: number) =>
      panel(page, 'en').getByRole('button', { name: `${name} (${at})`, exact: true });
    await button(own.up, 3).focus();
    await page.keyboard.press('Enter');
    await expect(button(own.up, 2)).toBeFocused();
    await page.keyboard.press('Enter');
    // it cannot go further up: the focus stays with it
    await expect(button(own.down, 1)).toBeFocused();
    expect(await words(page)).toEqual(['Three', 'One', 'Two']);
  });

  test('a step and a story are deleted at once, and come back to where they stood', async ({ watched: page }) => {
    page.on('dialog', (dialog) => {
      throw new Error(`asked: ${dialog.message()}`);
    });
    await writeStory(page, ['One', 'Two', 'Three']);
    const reading = panel(page, 'en');
    const undo = reading.getByRole('button', { name: own.undo, exact: true });
    await reading.getByRole('button', { name: `${own.remove} (2)`, exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(undo).toBeFocused();
    await expect(spoken(page)).toHaveText(own.removed);
    expect(await words(page)).toEqual(['One', 'Three']);
    await page.keyboard.press('Enter');
    await expect(titles(page).nth(1)).toBeFocused();
    expect(await words(page)).toEqual(['One', 'Two', 'Three']);
    await expect(undo).toBeHidden();

    // a story whose only step is gone is still there after a reload
    for (let left = 3; left > 0; left--) {
      await reading.getByRole('button', { name: `${own.remove} (1)`, exact: true }).press('Enter');
      await expect(titles(page)).toHaveCount(left - 1);
    }
    await reading.getByLabel(own.storyTitle).fill('Kept');
    await page.reload();
    await expect(reading.getByLabel(own.storyTitle)).toHaveValue('Kept');

    await reading.getByRole('button', { name: own.removeStory, exact: true }).press('Enter');
    await expect(undo).toBeFocused();
    await expect(spoken(page)).toHaveText(own.removedStory);
    await expect(reading.getByRole('button', { name: t.editOne('Kept') })).toBeHidden();
    // another story takes the address that is free now
    await reading.getByRole('button', { name: t.make, exact: true }).press('Enter');
    await reading.getByLabel(own.storyTitle).fill('Another');
    await reading.getByRole('button', { name: own.back, exact: true }).press('Enter');
    await undo.press('Enter');
    await expect(reading.getByRole('button', { name: t.presentOne('Kept') })).toBeFocused();
    await expect(reading.getByRole('button', { name: t.presentOne('Another') })).toBeVisible();
  });
});

test.describe('a story of the site', () => {
  test.use({ viewport: SIZES.wide });
  const STORY = 'story=data/stories/lachin-corridor.json&step=2';

  test('brings the documents that it rests on, where a person’s own stand in their place', async ({
    watched: page,
  }) => {
    // printing waits for nobody: what would be printed is looked at instead
    await page.addInitScript(() => {
      window.print = () => {
        document.documentElement.dataset.printed = document.querySelector('.handout')?.textContent ?? '';
      };
    });
    const printed = () => page.evaluate(() => document.documentElement.dataset.printed ?? '');
    await openWithoutMap(page, 'en');
    await addFiles(page);
    await openWithoutMap(page, 'en', 'panel=stories');
    const reading = panel(page, 'en');
    await expect(reading.locator('.site-offer')).toContainText(t.siteHidden);
    const row = reading.locator('.story-list li').first();
    await row.getByRole('button', { name: /^Handout/ }).click();
    await expect(row.getByRole('alert')).toContainText(t.restsOnHidden);
    expect(await printed()).toBe('');

    await openWithoutMap(page, 'en', 'panel=stories');
    await row.locator('.story-open').click();
    const card = page.getByRole('region', { name: t.region });
    await expect(card.getByRole('heading')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(card.getByRole('heading')).toHaveText('What passes over it');
    await expect(card).toContainText(t.missingPassage);
    await card.getByRole('button', { name: t.showSite }).press('Enter');
    await expect(card.locator('.story-quote blockquote')).not.toBeEmpty();
    await expect(card.locator('.site-offer')).toBeHidden();
    await expect(card.getByRole('heading')).toBeFocused();
    // the state of the step is that of the page again
    await expect(page).toHaveURL(/place=.*view=.*story=.*step=2/);
    await page.keyboard.press('Escape');

    await openWithoutMap(page, 'en', 'panel=stories');
    await expect(reading.locator('.site-offer')).toBeHidden();
    await row.getByRole('button', { name: /^Handout/ }).click();
    await expect.poll(printed).toContain('The map: Lachin corridor');
    expect(await printed()).not.toContain(t.missingPassage);
  });

  test('keeps its words above the foot of its card on a narrow screen', async ({ watched: page }) => {
    await page.setViewportSize({ width: 320, height: 568 });
    await page.goto(`./#${STORY}&lang=en`);
    const card = page.getByRole('region', { name: t.region });
    await expect(card.locator('.story-quote blockquote')).not.toBeEmpty();
    const below = await card.evaluate((element) => {
      const foot = element.querySelector('footer')!.getBoundingClientRect();
      return element.getBoundingClientRect().bottom - foot.bottom;
    });
    expect(below).toBeLessThan(1);
    expect(await card.evaluate((element) => element.scrollHeight > element.clientHeight)).toBe(true);
    expect(await card.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
  });
});

test('empty fields of a story have the direction of the words that stand in them', async ({ watched: page }) => {
  const words = LANGUAGES.ar.stories;
  await openWithoutMap(page, 'ar', 'panel=stories');
  const reading = panel(page, 'ar');
  await reading.getByRole('button', { name: words.make, exact: true }).click();
  const text = reading.getByRole('textbox', { name: words.editor.text, exact: true });
  await expect(text).toHaveCSS('direction', 'rtl');
  await text.fill('In English');
  await expect(text).toHaveCSS('direction', 'ltr');
  await text.fill('');
  await expect(text).toHaveCSS('direction', 'rtl');
  await expect(reading.getByRole('textbox', { name: words.editor.storyTitle, exact: true })).toHaveCSS(
    'direction',
    'rtl',
  );
});
