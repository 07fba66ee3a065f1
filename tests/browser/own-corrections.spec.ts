import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { DocumentFile } from '../../src/core/model/atlas.ts';
import { addFiles, builtDocuments, keptDocuments, mawdi, writeFiles } from './own-files.ts';
import { LANGUAGES, openExplorer, openWithoutMap, panel, test } from './watched-page.ts';

const t = LANGUAGES.en;
const o = t.own;
let folder = '';

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mawdi corrections '));
  writeFiles(join(folder, 'texts'));
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open = async (page: Page, id: string) => {
  await page.goto(`./#doc=${id}&lang=en`);
  // not the text that stood there before
  await expect(page.locator(`.reader-text[data-document="${id}"]`)).toBeVisible();
};
const say = async (page: Page, words: string, as: string) => {
  await page.locator('#own-missed').fill(words);
  await page.locator('.own-missed').getByRole('button', { name: as }).click();
};
const chooser = (page: Page) => page.getByRole('dialog', { name: o.thisIsAPlace });
/** Waits for the word that it was done, and puts it away, so that the next one is new. */
async function corrected(page: Page): Promise<void> {
  const done = page.locator('.own-done');
  await expect(done).toContainText(o.corrected, { timeout: 60_000 });
  await done.getByRole('button', { name: t.close }).click();
  await expect(done).toBeHidden();
}
/** Clicks the map away from its middle by parts of its size. */
async function clickMap(page: Page, across: number, down: number, times = 1): Promise<void> {
  const canvas = page.locator('canvas.maplibregl-canvas');
  const box = await canvas.boundingBox();
  await canvas.click({ position: { x: (box?.width ?? 0) * across, y: (box?.height ?? 0) * down }, clickCount: times });
}
const shown = async (page: Page, id: string) =>
  JSON.parse((await keptDocuments(page)).get(id)?.shown ?? '{}') as DocumentFile;
const mentionOf = ({ analysis }: DocumentFile, words: string) =>
  analysis.mentions.find(({ surface }) => surface === words);

test('what is corrected in the page is corrected by the command line with the exported file, and nothing else', async ({
  watched: page,
}) => {
  test.slow();
  await openExplorer(page, 'en');
  await addFiles(page);

  // a place of the same name, wherever it is named
  await open(page, 'beirut');
  const before = mentionOf(await shown(page, 'beirut'), 'طرابلس');
  await say(page, 'طرابلس', o.thisIsAPlace);
  await chooser(page).getByRole('radio', { name: o.everywhere }).check();
  await chooser(page).locator('.own-place').first().click();
  await corrected(page);
  const after = mentionOf(await shown(page, 'beirut'), 'طرابلس');
  expect(after?.placeId).not.toBe(before?.placeId);
  expect(mentionOf(await shown(page, 'derna'), 'طرابلس')?.placeId).toBe(after?.placeId);

  // the value of a date
  await say(page, '15 أغسطس 2021', o.thisIsADate);
  const dates = page.getByRole('dialog', { name: o.thisIsADate });
  await expect(dates).toContainText('2021-08-15');
  await dates.getByRole('textbox').fill('yesterday');
  await dates.getByRole('button', { name: o.save }).click();
  await expect(dates.getByRole('alert')).toBeVisible();
  await dates.getByRole('textbox').fill('2021-08-16');
  await dates.getByRole('button', { name: o.save }).click();
  await corrected(page);
  expect((await shown(page, 'beirut')).analysis.dates.map(({ edtf }) => edtf)).toContain('2021-08-16');

  // a name that was missed, selected in the text, and a point on the map
  await open(page, 'note');
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector('.reader-text') as Element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf('Zarfistan') ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 'Zarfistan'.length);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    }
  });
  await page.locator('.own-here').getByRole('button', { name: o.thisIsAPlace }).click();
  await chooser(page).getByRole('button', { name: o.pointOnMap }).click();
  await expect(page.locator('.map-pick')).toBeVisible();
  await clickMap(page, 0.7, 0.4);
  await corrected(page);
  expect(mentionOf(await shown(page, 'note'), 'Zarfistan')).toMatchObject({ evidence: ['correction'], confidence: 1 });

  // a line on the map
  await open(page, 'r2');
  await say(page, 'Sfax', o.thisIsAPlace);
  await chooser(page).getByRole('button', { name: o.lineOnMap }).click();
  await expect(page.locator('.map-pick')).toBeVisible();
  await clickMap(page, 0.6, 0.4);
  await clickMap(page, 0.8, 0.5);
  await page.keyboard.press('Escape');
  await expect(page.locator('.map-pick')).toBeHidden();
  await chooser(page).getByRole('button', { name: o.lineOnMap }).click();
  await clickMap(page, 0.6, 0.4);
  await clickMap(page, 0.8, 0.6, 2);
  await corrected(page);
  expect(mentionOf(await shown(page, 'r2'), 'Sfax')).toMatchObject({ kind: 'road' });

  // no place at all, from "Why here?"
  await open(page, 'turned');
  await page.locator('.reader-text').getByText('دمشق').click();
  await panel(page, 'en').getByRole('button', { name: t.whyHere }).first().click();
  await page.getByRole('button', { name: o.wrong }).first().click();
  await page.locator('.own-chooser').getByRole('button', { name: o.notAPlace }).click();
  await corrected(page);
  expect(mentionOf(await shown(page, 'turned'), 'دمشق')).toBeUndefined();

  // who told an event, and of what kind
  const { analysis } = await shown(page, 'beirut');
  const told = analysis.events.find(({ kind }) => kind === 'casualties');
  expect(told).toBeDefined();
  await page.goto('./#panel=events&lang=en');
  await panel(page, 'en')
    .getByRole('link', { name: /Casualties/ })
    .first()
    .click();
  await page.getByRole('button', { name: o.mendEvent }).first().click();
  const form = page.getByRole('form', { name: o.mendTitle });
  await form.getByLabel(o.speaker).fill('وزارة الصحة');
  await form.getByLabel(o.kind).selectOption('disaster');
  await form.getByRole('button', { name: o.save }).click();
  await corrected(page);

  await page.goto('./#panel=own&lang=en');
  await expect(page.locator('.own-corrections li')).toHaveCount(6);
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: o.correctionsFile }).click(),
  ]);
  const file = join(folder, 'corrections.json');
  await saved.saveAs(file);
  const inPage = new Map([...(await keptDocuments(page))].map(([id, document]) => [id, document.shown]));

  const [plain, mended] = [join(folder, 'plain'), join(folder, 'mended')];
  mawdi('build', join(folder, 'texts'), '--out', plain);
  mawdi('build', join(folder, 'texts'), '--corrections', file, '--out', mended);
  const [asRead, asMended] = [builtDocuments(plain), builtDocuments(mended)];
  expect(asMended).toEqual(inPage);
  expect(
    [...asRead]
      .filter(([id, content]) => asMended.get(id) !== content)
      .map(([id]) => id)
      .sort(),
  ).toEqual(['beirut', 'derna', 'note', 'r2', 'turned'].sort());

  // taken back one by one, all is as it was read
  for (let left = 6; left > 0; left--) {
    await page.locator('.own-corrections li').first().getByRole('button').click();
    await expect(page.locator('.own-corrections li')).toHaveCount(left - 1);
  }
  for (const { found, shown: now } of (await keptDocuments(page)).values())
    expect((JSON.parse(now) as DocumentFile).analysis).toEqual(JSON.parse(found));

  // the file again; and one of somebody else that fits no more
  const apply = async (path: string) => {
    const [choose] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: o.correctionsImport }).click(),
    ]);
    await choose.setFiles(path);
  };
  await apply(file);
  await expect(page.locator('.own-corrections li')).toHaveCount(6);
  expect(new Map([...(await keptDocuments(page))].map(([id, document]) => [id, document.shown]))).toEqual(inPage);
  const { corrections } = JSON.parse(readFileSync(file, 'utf8')) as { corrections: object[] };
  const foreign = join(folder, 'foreign-corrections.json');
  writeFileSync(
    foreign,
    JSON.stringify({
      format: 'mawdi-corrections',
      version: 1,
      corrections: [
        { ...corrections[0], document: 'elsewhere', scope: 'here' },
        { ...corrections[0], document: 'note', quote: 'Atlantis', scope: 'here' },
        { ...corrections[0], action: { type: 'run', script: 'alert(1)' } },
      ],
    }),
  );
  await apply(foreign);
  await expect(page.locator('.own-corrections li')).toHaveCount(8);
  await expect(panel(page, 'en').getByText(o.correctionLost)).toBeVisible();
  await expect(panel(page, 'en').getByText(/its document is not in this collection/)).toBeVisible();
  await expect(panel(page, 'en').getByText(/its words are not in the text any more/)).toBeVisible();
  await expect(panel(page, 'en').getByText(/corrections\[2\]/)).toBeVisible();
});

test('a text that hides its direction or its words is shown as it is', async ({ watched: page }) => {
  await openWithoutMap(page, 'en');
  await addFiles(page);
  await open(page, 'turned');
  await expect(page.locator('.reader-text .bidi-mark')).toHaveCount(1);
  await expect(page.locator('.reader-text')).toContainText('⇄evil');
  expect(await page.locator('.reader-text').textContent()).not.toContain('\u202e');
  await open(page, 'derna');
  await expect(page.locator('.reader-text')).not.toContainText('موسكو');
  expect(await page.evaluate(() => 'struck' in globalThis)).toBe(false);
});
