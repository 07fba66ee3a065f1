import { expect, type Page } from '@playwright/test';
import { addFiles, dropFiles, keptDocuments } from './own-files.ts';
import { LANGUAGES, openWithoutMap, panel, test } from './watched-page.ts';

const o = LANGUAGES.en.own;
const ONE = { 'one.txt': 'The delegation went from Beirut to Amman on 3 May 2023.\n' };

const list = (page: Page) => page.locator('.own-corpora').first();
const said = (page: Page) => page.locator('.own-report');

test('what is dropped while documents are added is added after them, and no step of the filters comes of it', async ({
  watched: page,
}) => {
  await openWithoutMap(page, 'en');
  await dropFiles(page, ONE);
  await dropFiles(page, { 'two.txt': 'Rain fell in Tunis on 1 May 2023.\n' });
  await expect(page.locator('.own-progress')).toContainText(o.queued(1));
  await expect(said(page)).toContainText(o.added(2), { timeout: 120_000 });
  expect([...(await keptDocuments(page)).keys()].sort()).toEqual(['one', 'two']);
  await expect(page.locator('.undo-button')).toHaveCount(0);
});

test('the same file again is left out, another of its name is not', async ({ watched: page }) => {
  await openWithoutMap(page, 'en');
  await addFiles(page, ONE);
  const again = async (text: string) => {
    await page.getByLabel(o.into).selectOption({ label: o.unnamed });
    const buffer = Buffer.from(text);
    await page
      .locator('input[type=file][multiple]')
      .first()
      .setInputFiles([{ name: 'one.txt', mimeType: 'text/plain', buffer }]);
  };
  await again(ONE['one.txt']);
  await expect(said(page)).toContainText(`${o.nothingAdded} ${o.alreadyThere(1)}`);
  await again('Another text of Rabat.\n');
  await expect(said(page)).toContainText(o.added(1));
  await again('Another text of Rabat.\n');
  await expect(said(page)).toContainText(o.alreadyThere(1));
  expect([...(await keptDocuments(page)).keys()].sort()).toEqual(['one', 'one-2']);
});

test('a pasted text with a date that is none is not added without it', async ({ watched: page }) => {
  await openWithoutMap(page, 'en', 'panel=own');
  await page.getByText(o.paste, { exact: true }).click();
  const form = page.locator('.own-paste form');
  await form.getByLabel(o.pasteText).fill('The delegation went to Amman.');
  const date = form.getByLabel(o.pasteDate);
  await date.fill('not a date');
  await form.getByRole('button', { name: o.pasteAdd }).click();
  await expect(form.getByRole('alert')).toHaveText(o.dateWrong);
  await expect(form.getByLabel(o.pasteText)).toHaveValue('The delegation went to Amman.');
  await date.fill('19 September 2023');
  await form.getByRole('button', { name: o.pasteAdd }).click();
  await expect(said(page)).toContainText(o.added(1), { timeout: 120_000 });
});

test('of a file of corrections what is understood is applied, and the rest is told beside it', async ({
  watched: page,
}) => {
  await openWithoutMap(page, 'en');
  await addFiles(page, ONE);
  const text = ONE['one.txt'];
  const deny = (quote: string) => {
    const start = text.indexOf(quote);
    const action = { type: 'not-a-place' };
    return { document: 'one', quote, start, end: start + quote.length, before: '', after: '', scope: 'here', action };
  };
  const corrections = [deny('Beirut'), deny('Amman'), { document: '' }, { document: 'one' }, 7];
  const file = JSON.stringify({ format: 'mawdi-corrections', version: 1, corrections });
  await page
    .locator('.own-corrections input[type=file]')
    .setInputFiles([{ name: 'corrections.json', mimeType: 'application/json', buffer: Buffer.from(file) }]);
  const toast = page.locator('.own-done');
  await expect(toast).toContainText(o.correctionsRead(2, 3));
  await expect(page.locator('.own-corrections .own-corpora li')).toHaveCount(2);
  const misread = panel(page, 'en').locator('details', { hasText: o.correctionsFaults });
  await expect(misread.locator('li')).toHaveCount(3);
  await expect(page.getByText(o.failed('').trim())).toHaveCount(0);
  await expect(toast).toBeHidden();
  await expect(list(page)).toBeVisible();
});
