import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { addFiles, builtDocuments, dropFiles, FILES, keptDocuments, mawdi, writeFiles } from './own-files.ts';
import { LANGUAGES, openExplorer, openWithoutMap, panel, test } from './watched-page.ts';

const o = LANGUAGES.en.own;
let folder = '';

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mawdi own '));
  writeFiles(join(folder, 'texts'));
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('documents that are dropped are read as the command line reads them, and are there after a reload and without a network', async ({
  watched: page,
  context,
}) => {
  await openExplorer(page, 'en');
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state), {
      timeout: 60_000,
    })
    .toBe('activated');
  await addFiles(page);
  await expect(page.locator('.own-report')).toContainText(o.added(6));

  const lines = mawdi('analyse', join(folder, 'texts')).trim().split('\n');
  const kept = await keptDocuments(page);
  expect(lines.map((line) => kept.get((JSON.parse(line) as { id: string }).id)?.found)).toEqual(lines);
  const site = join(folder, 'site');
  mawdi('build', join(folder, 'texts'), '--out', site);
  expect(new Map([...kept].map(([id, { shown }]) => [id, shown]))).toEqual(builtDocuments(site));

  const overview = async () => {
    await page.locator('.wordmark button').click();
    await expect(panel(page, 'en').getByText('Tripoli').first()).toBeVisible();
    return panel(page, 'en').ariaSnapshot();
  };
  const before = await overview();
  await page.reload();
  expect(await overview()).toBe(before);
  await context.setOffline(true);
  await page.reload();
  expect(await overview()).toBe(before);
  // looking up a name needs the index: it is kept as well
  await openExplorer(page, 'en', 'panel=own');
  await addFiles(page, { 'late.txt': 'Snow fell in Ankara on 2 January 2024.\n' });
  await expect(page.locator('.own-report')).toContainText(o.added(1));
  await context.setOffline(false);
});

test('collections are renamed, removed and brought back, exported and opened again, and joined with the sample', async ({
  watched: page,
}) => {
  await openWithoutMap(page, 'en');
  await addFiles(page);
  const list = page.locator('.own-corpora').first();
  await list.getByRole('button', { name: `${o.rename}: ${o.unnamed}` }).click();
  await list.getByRole('textbox').fill('Two floods');
  await list.getByRole('button', { name: o.save }).click();
  await expect(list).toContainText('Two floods');

  const [exported] = await Promise.all([
    page.waitForEvent('download'),
    list.getByRole('button', { name: `${o.export}: Two floods` }).click(),
  ]);
  const file = join(folder, 'exported.json');
  await exported.saveAs(file);
  const before = await keptDocuments(page);

  await list.getByRole('button', { name: `${o.remove}: Two floods` }).click();
  await expect(page.getByText(o.removed('Two floods')).first()).toBeVisible();
  await expect(list).toBeHidden();
  await page.getByRole('button', { name: o.undo, exact: true }).click();
  await expect(page.locator('.own-corpora').first()).toContainText('Two floods');
  await page.getByRole('button', { name: `${o.remove}: Two floods` }).click();
  await expect(page.locator('.own-corpora').first()).toBeHidden();
  await page.reload();
  await expect(panel(page, 'en').getByRole('heading', { name: o.title })).toBeVisible();

  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: o.import, exact: true }).click(),
  ]);
  await chooser.setFiles(file);
  await expect(page.locator('.own-corpora').first()).toContainText('Two floods');
  const after = await keptDocuments(page);
  expect([...after.keys()]).toEqual([...before.keys()]);
  for (const [id, { found }] of before) {
    const { notices: _, ...was } = JSON.parse(found) as Record<string, unknown>;
    expect(JSON.parse(after.get(id)?.found ?? '{}')).toMatchObject(was);
  }

  await page.locator('.own-corpora').first().getByRole('checkbox', { name: o.siteCorpus }).check();
  await page.locator('.wordmark button').click();
  await expect(panel(page, 'en').getByRole('heading').first()).toContainText('Two floods');
  await page.goto('./#panel=documents&lang=en');
  await expect(panel(page, 'en').getByRole('link', { name: /فيضانات درنة/ })).toBeVisible();
  await expect(
    panel(page, 'en')
      .getByRole('link', { name: /Karabakh/ })
      .first(),
  ).toBeVisible();
});

test('an addition that is cancelled keeps what was read', async ({ watched: page }) => {
  const many = Object.fromEntries(
    Array.from({ length: 60 }, (_, at) => [
      `d${String(at).padStart(2, '0')}.md`,
      `${FILES['beirut.md']}\n${`وصل الوفد إلى عمّان يوم 3 مايو 2023 ثم عاد إلى دمشق. `.repeat(200)}`,
    ]),
  );
  await openWithoutMap(page, 'en');
  await dropFiles(page, many);
  await expect(page.locator('#own-progress')).toContainText(/[1-9]\d* of 60/, { timeout: 120_000 });
  await page.getByRole('button', { name: o.cancel }).click();
  await expect(page.locator('.own-report')).toContainText(o.cancelledAfter(7).slice(0, 10), { timeout: 120_000 });
  const kept = await keptDocuments(page);
  expect(kept.size).toBeGreaterThan(0);
  expect(kept.size).toBeLessThan(60);
  expect([...kept.keys()]).toEqual(
    Object.keys(many)
      .slice(0, kept.size)
      .map((name) => name.slice(0, -3)),
  );
  await page.reload();
  await expect(page.locator('.own-corpora').first()).toContainText(LANGUAGES.en.documents(kept.size));
});

test('what another version has read is read again when a person wants it', async ({ watched: page }) => {
  await openWithoutMap(page, 'en');
  await addFiles(page, { 'note.txt': FILES['note.txt'] ?? '' });
  const before = await keptDocuments(page);
  await page.evaluate(async () => {
    const [{ name }] = (await indexedDB.databases()) as [{ name: string }];
    const database = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => done(request.result);
    });
    const change = (table: string, mend: (row: Record<string, unknown>) => void) =>
      new Promise<void>((done) => {
        const transaction = database.transaction(table, 'readwrite');
        const store = transaction.objectStore(table);
        const request = store.getAll();
        request.onsuccess = () => {
          for (const row of request.result) {
            mend(row);
            store.put(row);
          }
        };
        transaction.oncomplete = () => done();
      });
    await change('corpora', (row) => {
      row.readBy = 'an older one';
    });
    await change('documents', (row) => {
      row.found = { ...(row.found as object), mentions: [], events: [] };
    });
    database.close();
  });
  await page.reload();
  await page.locator('.own-done').getByRole('button', { name: o.reread }).click();
  await expect(page.locator('.own-report')).toBeVisible({ timeout: 120_000 });
  expect(await keptDocuments(page)).toEqual(before);
  await expect(page.getByRole('button', { name: o.reread })).toHaveCount(0);
});
