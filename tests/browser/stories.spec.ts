import { expect, type Page } from '@playwright/test';
import { LANGUAGES, openExplorer, panel, SIZES, test } from './watched-page.ts';

const t = LANGUAGES.en.stories;
const own = t.editor;

const titles = (page: Page) => panel(page, 'en').getByRole('textbox', { name: own.stepTitle, exact: true });
const words = (page: Page) => titles(page).evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
const spoken = (page: Page) => page.locator('[role="status"][aria-live]');

/** A new story whose steps have these titles; all by keys. */
async function writeStory(page: Page, steps: readonly string[]): Promise<void> {
  await openExplorer(page, 'en', 'panel=stories');
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
