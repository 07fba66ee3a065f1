import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Atlas } from '../../src/core/model/atlas.ts';
import {
  isLookedAt,
  LANGUAGES,
  type LanguageCode,
  openWithoutMap,
  panel,
  SIZES,
  type Size,
  test,
} from './watched-page.ts';

for (const size of Object.keys(SIZES) as Size[])
  for (const language of Object.keys(LANGUAGES) as LanguageCode[])
    test.describe(`an event, ${language}, ${size}`, () => {
      if (!isLookedAt(size, language)) return;
      test.use({ viewport: SIZES[size] });

      test('stands with its tellings by document, and what they say differently', async ({ watched: page }) => {
        await openWithoutMap(page, language);
        const atlas = (await (await page.request.get('./data/atlas.json')).json()) as Atlas;
        const documents = ({ tellings }: Atlas['joinedEvents'][number]) =>
          new Set(tellings.map(({ documentId }) => documentId)).size;
        const joined = atlas.joinedEvents
          .filter(({ differences }) => differences.some(({ about }) => about === 'place'))
          .sort((a, b) => documents(b) - documents(a))[0]!;
        expect(documents(joined)).toBeGreaterThan(1);
        await page.goto('about:blank');
        await openWithoutMap(page, language, `event=${joined.id}`);
        const view = panel(page, language);
        await expect(view.locator('.told-in')).toHaveCount(documents(joined));
        await expect(view.locator('.told-in .quote').first()).toBeVisible();
        const names = joined.differences.find(({ about }) => about === 'place')!.tellings.map(({ value }) => value);
        const table = view.locator('.differences');
        for (const name of new Set(names)) await expect(table).toContainText(name);
        await expect(table).toContainText(LANGUAGES[language].takeAway.chronology.about.place!, { ignoreCase: true });
        // each telling under the name that its own document has for the speaker
        for (const { attributedTo } of joined.differences.find(({ about }) => about === 'place')!.tellings)
          if (attributedTo !== null) await expect(table).toContainText(attributedTo);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
        const { violations } = await new AxeBuilder({ page }).include('.event-view').analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' '))}`)).toEqual([]);
      });
    });
