import { expect, type Page } from '@playwright/test';
import { dropFiles, keptDocuments } from './own-files.ts';
import { LANGUAGES, openWithoutMap, test } from './watched-page.ts';

const t = LANGUAGES.en;
const o = t.own;

const list = (page: Page) => page.locator('.own-corpora').first();

/** What the page has stored, once its offline copy is complete. */
async function settledUsage(page: Page): Promise<number> {
  let before = -1;
  let now = 0;
  await expect
    .poll(
      async () => {
        before = now;
        now = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
        return now === before && now > 0;
      },
      { intervals: [2000] },
    )
    .toBe(true);
  return now;
}

/** Words that no database makes much smaller. */
function noise(seed: number, letters: number): string {
  let state = seed + 1;
  let text = 'The delegation went from Beirut to Amman on 3 May 2023.';
  while (text.length < letters) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    text += ` ${state.toString(36)}`;
  }
  return text;
}

test('what does not fit into the browser is told, and what did is shown', async ({ watched: page, context }) => {
  await openWithoutMap(page, 'en');
  const usage = await settledUsage(page);
  // before the database is opened: it asks only now and then how much room there is
  const client = await context.newCDPSession(page);
  await client.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(page.url()).origin,
    quotaSize: usage + 3_000_000,
  });
  const large = Array.from({ length: 60 }, (_, at) => [`d${String(at).padStart(2, '0')}.txt`, noise(at, 80_000)]);
  await dropFiles(page, Object.fromEntries(large));
  const said = page.locator('.own-report');
  await expect(said).toContainText('storage is full', { timeout: 200_000 });
  const kept = (await keptDocuments(page)).size;
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(60);
  await expect(said).toContainText(o.addedUntilFull(kept, 60));
  const row = list(page).locator('li', { hasText: t.documents(kept) });
  await expect(row.getByRole('checkbox')).toBeChecked();
  await page.reload();
  await expect(row.getByRole('checkbox')).toBeChecked();
  await page
    .getByRole('button', { name: `${o.remove}: ${o.unnamed}` })
    .last()
    .click();
  await expect(row).toHaveCount(0);
});
