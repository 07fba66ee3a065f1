import { type BrowserContext, expect, type Page, test as unwatched } from '@playwright/test';
import { addFiles, keptDocuments } from './own-files.ts';
import { LANGUAGES, openWithoutMap, panel, test } from './watched-page.ts';

const t = LANGUAGES.en;
const o = t.own;

const list = (page: Page) => page.locator('.own-corpora').first();

/** Another tab, where the first has put something on the map. */
async function anotherTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await openWithoutMap(page, 'en', 'panel=own');
  await expect(list(page)).toContainText(o.unnamed);
  return page;
}

/** Adds files to the collection that is there, through the form. */
async function addToCollection(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  await page.getByLabel(o.into).selectOption({ label: o.unnamed });
  await page
    .locator('input[type=file][multiple]')
    .first()
    .setInputFiles(
      Object.entries(files).map(([name, text]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })),
    );
}

const many = (name: string) =>
  Object.fromEntries(
    Array.from({ length: 8 }, (_, at) => [`${name}${at}.txt`, `Rain fell in Tunis on ${at + 1} May 2023.\n`]),
  );

async function addFromBoth(one: Page, other: Page): Promise<void> {
  await addToCollection(other, { 'fromB.txt': 'A train stopped in Sfax.\n' });
  await expect(other.locator('.own-report')).toContainText(o.added(1), { timeout: 120_000 });
  await addToCollection(one, { 'fromA.txt': 'Snow fell in Ankara on 2 January 2024.\n' });
  await expect(one.locator('.own-report')).toContainText(o.added(1), { timeout: 120_000 });
  // both at once, and some under the same ids
  await Promise.all([
    addToCollection(one, { ...many('a'), 'same.txt': 'A said in Rabat.\n' }),
    addToCollection(other, { ...many('b'), 'same.txt': 'B said in Cairo.\n' }),
  ]);
  for (const page of [one, other])
    await expect(page.locator('.own-report')).toContainText(o.added(9), { timeout: 120_000 });
}

test('two tabs add to one collection, and nothing of either is lost', async ({ watched: one, context }) => {
  await openWithoutMap(one, 'en');
  await addFiles(one, { 'one.txt': 'The minister spoke in Beirut on 3 May 2023.\n' });
  const other = await anotherTab(context);
  await addFromBoth(one, other);
  const names = ['a', 'b'].flatMap((name) => Object.keys(many(name)).map((file) => file.slice(0, -4)));
  expect([...(await keptDocuments(one)).keys()].sort()).toEqual(
    [...names, 'fromA', 'fromB', 'one', 'same', 'same-2'].sort(),
  );
  // each learns what the other did, at once and for good
  for (const page of [one, other]) await expect(list(page)).toContainText(t.documents(21));
  await one.reload();
  await expect(list(one)).toContainText(t.documents(21));
  await one.goto('./#doc=fromB&lang=en');
  await expect(one.locator('.reader-text[data-document="fromB"]')).toContainText('Sfax');
});

test('two tabs name and correct one collection, and each change stays', async ({ watched: one, context }) => {
  await openWithoutMap(one, 'en');
  await addFiles(one, { 'one.txt': 'The delegation went from Beirut to Amman on 3 May 2023.\n' });
  const other = await anotherTab(context);
  await list(one)
    .getByRole('button', { name: `${o.rename}: ${o.unnamed}` })
    .click();
  await list(one).getByRole('textbox').fill('Journeys');
  await list(one).getByRole('button', { name: o.save }).click();
  await expect(list(other)).toContainText('Journeys');
  const deny = async (page: Page, words: string) => {
    await page.goto('./#doc=one&lang=en');
    await page.locator('#own-missed').fill(words);
    await page.locator('.own-missed').getByRole('button', { name: o.thisIsAPlace }).click();
    await page.getByRole('dialog').getByRole('button', { name: o.notAPlace }).click();
    await expect(page.locator('.own-done')).toContainText(o.corrected, { timeout: 60_000 });
  };
  await deny(one, 'Beirut');
  await deny(other, 'Amman');
  for (const page of [one, other]) {
    await page.goto('./#panel=own&lang=en');
    const corrections = page.locator('.own-corrections .own-corpora li');
    await expect(corrections).toHaveCount(2);
    await page.reload();
    await expect(corrections).toHaveCount(2);
    await expect(list(page)).toContainText('Journeys');
  }
});

test('what one tab removes is let go in the other, and can be brought back', async ({ watched: one, context }) => {
  await openWithoutMap(one, 'en');
  await addFiles(one, { 'one.txt': 'The delegation went from Beirut to Amman on 3 May 2023.\n' });
  const other = await anotherTab(context);
  await other.goto('./#doc=one&lang=en');
  await expect(other.locator('.reader-text')).toBeVisible();
  const remove = one.getByRole('button', { name: `${o.remove}: ${o.unnamed}` });
  await remove.click();
  await expect(other.locator('.own-done')).toContainText(o.removedElsewhere(o.unnamed));
  await expect(other.locator('.reader-text[data-document="one"]')).toBeHidden();
  await one.locator('.own-done').getByRole('button', { name: o.undo, exact: true }).click();
  await expect(list(one)).toContainText(o.unnamed);
  await other.goto('./#panel=own&lang=en');
  await expect(list(other)).toContainText(o.unnamed);
  // a tab that is opened now forgets nothing that this one can still bring back
  await remove.click();
  await expect(list(other)).toBeHidden();
  await other.reload();
  await expect(panel(other, 'en').getByRole('heading', { name: o.title })).toBeVisible();
  await expect(panel(other, 'en').getByText(o.noCorrections)).toBeVisible();
  expect((await keptDocuments(one)).size).toBe(1);
});

// no page is watched: that there is no offline copy is complained of
unwatched.describe('where there are neither locks nor channels', () => {
  unwatched.use({ serviceWorkers: 'block' });

  unwatched('two tabs keep the documents of both', async ({ page: one, context }) => {
    await context.route(/\/analysis-[^/]*\.js$/, async (route) => {
      const response = await route.fetch();
      const without = `Object.defineProperty(navigator,'locks',{value:undefined});self.BroadcastChannel=undefined;`;
      await route.fulfill({ response, body: without + (await response.text()) });
    });
    await openWithoutMap(one, 'en');
    await addFiles(one, { 'one.txt': 'The minister spoke in Beirut on 3 May 2023.\n' });
    const other = await anotherTab(context);
    await addFromBoth(one, other);
    await one.reload();
    await expect(list(one)).toContainText(t.documents(21));
  });
});
