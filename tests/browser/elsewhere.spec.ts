import { expect } from '@playwright/test';
import { LANGUAGES, openExplorer, settledAddress, test } from './watched-page.ts';

const t = LANGUAGES.en;
const o = t.own;

test('the search goes beyond the corpus, and a place is chosen, without the index of the world', async ({
  watched: page,
}) => {
  const indexes: string[] = [];
  page.context().on('request', (request) => {
    const name = /gazetteer\/(\w+)\.bin/.exec(request.url())?.[1];
    if (name) indexes.push(name);
  });
  await openExplorer(page, 'en');
  const search = page.getByRole('combobox', { name: t.searchLabel });
  await search.focus();
  expect(indexes, 'nothing is fetched before it is needed').toEqual([]);
  await search.fill('Reykjavik');
  const elsewhere = page.getByRole('group', { name: t.searchElsewhere });
  await expect(elsewhere.getByRole('option').first()).toContainText('Iceland');
  await page.keyboard.press('Enter');
  await expect.poll(() => settledAddress(page)).toMatch(/view=-2[12](?:\.\d+)?,6[34]/);

  // another place for a name of the sample: the well-known ones at once, all on demand
  await page.goto('./#place=stepanakert&lang=en');
  await page.getByRole('button', { name: t.whyHere }).first().click();
  await page.getByRole('button', { name: o.wrong }).first().click();
  const chooser = page.locator('.own-chooser');
  await chooser.getByRole('searchbox').fill('Rome');
  await chooser.getByRole('button', { name: o.searchPlaceGo, exact: true }).click();
  await expect(chooser.locator('.own-place').filter({ hasText: 'Italy' }).first()).toBeVisible();
  expect(new Set(indexes)).toEqual(new Set(['small']));
  await chooser.getByRole('button', { name: o.searchWhole }).click();
  await expect(chooser.locator('.own-place').filter({ hasText: 'United States' }).first()).toBeVisible();
  expect(new Set(indexes)).toEqual(new Set(['small', 'world']));
  await expect(chooser.getByRole('button', { name: o.searchWhole })).toBeHidden();
});
