import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { type Atlas, NO_DAY } from '../../src/core/model/atlas.ts';
import { SENSES } from '../../src/core/model/mention.ts';
import {
  isLookedAt,
  LANGUAGES,
  type LanguageCode,
  openExplorer,
  openWithoutMap,
  panel,
  SIZES,
  type Size,
  settledAddress,
  test,
} from './watched-page.ts';

const STEPANAKERT = {
  view: 'view=46.7519,39.8153,9',
  names: { en: /Stepanakert|Khankendi/, ar: /ستيباناكيرت|خانكندي/ },
} as const;
const SEPTEMBER = { from: Date.UTC(2023, 8, 1) / 86_400_000, to: Date.UTC(2023, 8, 30) / 86_400_000 };

for (const size of Object.keys(SIZES) as Size[])
  for (const language of Object.keys(LANGUAGES) as LanguageCode[])
    test.describe(`${language}, ${size}`, () => {
      const t = LANGUAGES[language];
      test.use({ viewport: SIZES[size], permissions: ['clipboard-read', 'clipboard-write'] });

      test('a place on the map opens its passages, and a passage its document', async ({ watched: page }) => {
        await openExplorer(page, language, STEPANAKERT.view);
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        if (size === 'wide') await clickMapCentre(page, language);
        else await chooseBySearch(page, language, language === 'en' ? 'Stepanakert' : 'ستيباناكيرت');

        const card = panel(page, language);
        await expect(card.getByRole('heading').first()).toHaveText(STEPANAKERT.names[language]);
        const highlighted = card.locator('.quote [aria-current="true"]');
        await expect(highlighted.first()).toBeVisible();
        await expect(highlighted.first()).toHaveText(/ستيباناكيرت|خانكندي/);
        // in words too, where the language has a dual
        await expect(card.locator('.passages [data-count]').first()).toHaveAttribute(
          'data-count',
          String(await highlighted.count()),
        );
        await expect(
          card.getByText(t.saidBy, { exact: false }).or(card.getByText(t.saidByArticle)).first(),
        ).toBeVisible();

        await highlighted.first().click();
        const mark = card.locator('.reader-text [aria-current="true"]');
        await expect(mark).toHaveText(/ستيباناكيرت|خانكندي/);
        await expect(mark).toBeInViewport({ ratio: 1 });
        await expect(page).toHaveURL(/#.*doc=[^&]+&at=\d+/);
        await page.goBack();
        await expect(highlighted.first()).toBeVisible();
      });

      test('a stretch of time: every count agrees', async ({ watched: page }) => {
        const expected = await countsOfSeptember(page);
        await openExplorer(page, language);
        await brushByKeys(page, language);
        await expect(page).toHaveURL(/when=2023-09-01\.\.2023-09-30/);

        const timeline = page.getByRole('region', { name: t.timeline, exact: true });
        await expect(timeline.locator('.timeline-tally [data-count]').first()).toHaveAttribute(
          'data-count',
          String(expected.events),
        );
        if (size === 'wide')
          await expect(timeline.locator('.timeline-tally [data-count]').nth(1)).toHaveAttribute(
            'data-count',
            String(expected.mentions),
          );
        const overview = panel(page, language);
        const figure = (label: string) =>
          overview.locator('div', { has: page.locator('dt', { hasText: label }) }).locator('.figure');
        await expect(figure(t.overview.events).last()).toHaveText(String(expected.events));
        await expect(figure(t.overview.mentions).last()).toHaveText(String(expected.mentions));
        await expect(figure(t.overview.places).last()).toHaveText(String(expected.places.size));

        // the map's own count, asked by pointing at the place
        const [id, count] = ['stepanakert', expected.places.get('stepanakert') ?? 0] as const;
        expect(count, `${id} is mentioned in September 2023`).toBeGreaterThan(0);
        if (size === 'wide') {
          await page.goto(`./#${STEPANAKERT.view}&when=2023-09-01..2023-09-30&lang=${language}`);
          await pointAtMapCentre(page, language);
          await expect(page.locator('.map-tooltip')).toHaveText(STEPANAKERT.names[language]);
          await expect(page.locator('.map-tooltip')).toContainText(t.mentions(count));
        }
        await page.goto(`./#place=${id}&when=2023-09-01..2023-09-30&lang=${language}`);
        await expect(panel(page, language).locator('.passages [data-count]').first()).toHaveAttribute(
          'data-count',
          String(count),
        );

        // the list of events says what the timeline says
        await page.goto(`./#panel=events&when=2023-09-01..2023-09-30&lang=${language}`);
        await expect(panel(page, language).locator('.event-row')).toHaveCount(expected.events);

        // one click clears it
        await page.getByRole('button', { name: t.clearOne(t.filterNames.when) }).click();
        await expect(page).not.toHaveURL(/when=/);
      });

      test('the address opens the same view in a new tab', async ({ watched: page, context }) => {
        await openExplorer(page, language, `place=nagorno-karabakh&when=2023-09-01..2023-09-30&${STEPANAKERT.view}`);
        await expect(panel(page, language).locator('.quote').first()).toBeVisible();
        await settledAddress(page);
        const link = page.url();
        if (size === 'wide') {
          await page.getByRole('button', { name: t.copyLink }).click();
          expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
        }

        const other = await context.newPage();
        await other.setViewportSize(SIZES[size]);
        await other.goto(link);
        await expect(panel(other, language).locator('.quote').first()).toBeVisible();
        // texts and translations may still be on their way to one of them
        await expect(async () => {
          expect(await panel(other, language).ariaSnapshot()).toBe(await panel(page, language).ariaSnapshot());
        }).toPass();
        const tally = (one: Page) => one.locator('.timeline-tally').textContent();
        expect(await tally(other)).toBe(await tally(page));
        expect(await settledAddress(other)).toBe(link);
        await expect(
          other.getByRole('region', { name: t.map, exact: true }).locator('canvas.maplibregl-canvas'),
        ).toBeVisible();
      });

      if (!isLookedAt(size, language)) return;

      test('axe finds nothing', async ({ watched: page }) => {
        // the place card, the filters and the tools are looked at in accessible.spec.ts
        // one page goes from one to the next by its address
        for (const [state, shows] of [
          ['doc=002_bb4b77b62cfebfb5', '.reader-text .mark'],
          ['panel=events', '.event-row'],
          ['panel=about', 'kbd'],
        ] as const) {
          await openWithoutMap(page, language, state);
          await expect(panel(page, language).locator(shows).first()).toBeVisible();
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(
            violations.map(
              ({ id, nodes }) =>
                `${state || 'overview'}: ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
            ),
          ).toEqual([]);
        }
      });

      test('text can be told from its ground, the Arabic too', async ({ watched: page }) => {
        for (const theme of ['light', 'dark']) {
          await openExplorer(page, language, `place=nagorno-karabakh&theme=${theme}`);
          await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
          await expect(panel(page, language).locator('.quote').first()).toBeVisible();
          // axe takes joined letters for icons and passes over them: Latin ones stand in for the test
          await page.evaluate(() => {
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode())
              node.textContent = (node.textContent ?? '').replace(/\p{Script=Arabic}/gu, 'n');
          });
          const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze();
          expect(
            violations.flatMap(({ nodes }) =>
              nodes.map(({ target, failureSummary }) => `${theme}: ${target.join(' ')}: ${failureSummary}`),
            ),
          ).toEqual([]);
        }
      });
    });

test.describe('with a pointer', () => {
  // elsewhere the map goes where it is told without flying there
  test.use({ viewport: SIZES.wide, contextOptions: { reducedMotion: 'no-preference' } });
  const t = LANGUAGES.en;

  test('dragging over September 2023 keeps it', async ({ watched: page }) => {
    await openExplorer(page, 'en');
    const expected = await countsOfSeptember(page);
    const chart = page.getByRole('group', { name: t.time.chart });
    const label = chart.locator('text', { hasText: /^Sep$/ }).last();
    const box = await label.boundingBox();
    if (!box) throw new Error('no bin is called Sep');
    const x = box.x + box.width / 2;
    await page.mouse.move(x - 4, box.y - 30);
    await page.mouse.down();
    await page.mouse.move(x + 4, box.y - 30, { steps: 4 });
    await page.mouse.up();
    await expect(page).toHaveURL(/when=2023-09-01\.\.2023-09-30/);
    await expect(page.locator('.timeline-tally [data-count]').first()).toHaveAttribute(
      'data-count',
      String(expected.events),
    );
  });

  test('the language changes without reloading, and all else stays', async ({ watched: page }) => {
    await openExplorer(page, 'en', 'place=stepanakert&when=2023-09-01..2023-09-30');
    await page.evaluate(() => {
      (window as Window & { stayed?: boolean }).stayed = true;
    });
    await page.getByRole('button', { name: t.switchLanguage }).click();
    await expect(panel(page, 'ar').getByRole('heading').first()).toHaveText(STEPANAKERT.names.ar);
    await expect(page.locator('body')).toHaveAttribute('dir', 'rtl');
    await expect(page).toHaveURL(/place=stepanakert.*when=2023-09-01\.\.2023-09-30.*lang=ar/);
    expect(await page.evaluate(() => (window as Window & { stayed?: boolean }).stayed)).toBe(true);
  });

  test('the slash opens the search, which finds a place under any spelling', async ({ watched: page }) => {
    await openExplorer(page, 'en');
    await page.keyboard.press('/');
    const search = page.getByRole('combobox', { name: t.searchLabel });
    await expect(search).toBeFocused();
    for (const spelling of ['Xankəndi', 'khankendi', 'ستيباناكيرت', 'Степанакерт']) {
      await search.fill(spelling);
      await expect(page.getByRole('option').filter({ hasText: STEPANAKERT.names.en }).first()).toBeVisible();
    }
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/place=|doc=|event=/);
  });

  test('an address that means nothing still opens the atlas', async ({ watched: page }) => {
    // seven maps in a row: small ones
    await page.setViewportSize({ width: 800, height: 500 });
    for (const state of [
      'place=nowhere',
      'doc=nothing&at=5',
      'event=none',
      'when=yesterday&where=atlantis',
      'view=x,y,z',
      '%E0%A4%A',
      'place=%00',
    ]) {
      await page.goto('about:blank');
      await openExplorer(page, 'en', state);
    }
  });
});

async function mapBox(page: Page, language: LanguageCode) {
  const canvas = page
    .getByRole('region', { name: LANGUAGES[language].map, exact: true })
    .locator('canvas.maplibregl-canvas');
  const box = await canvas.boundingBox();
  if (!box) throw new Error('the map is not drawn');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Points at the middle of the map until something is there: drawing takes as long as it takes. */
async function pointAtMapCentre(page: Page, language: LanguageCode): Promise<void> {
  const { x, y } = await mapBox(page, language);
  await expect(async () => {
    await page.mouse.move(x + 40, y + 40);
    await page.mouse.move(x, y, { steps: 3 });
    await expect(page.locator('.map-tooltip')).toBeVisible({ timeout: 1500 });
  }).toPass({ timeout: 30_000 });
}

async function clickMapCentre(page: Page, language: LanguageCode): Promise<void> {
  await pointAtMapCentre(page, language);
  const { x, y } = await mapBox(page, language);
  await page.mouse.click(x, y);
  await expect(page).toHaveURL(/place=/);
}

async function chooseBySearch(page: Page, language: LanguageCode, query: string): Promise<void> {
  await page.getByRole('combobox', { name: LANGUAGES[language].searchLabel }).fill(query);
  await page.getByRole('option').filter({ hasText: STEPANAKERT.names[language] }).first().click();
}

/** Moves both ends of the stretch of time by keys until it is September 2023. */
async function brushByKeys(page: Page, language: LanguageCode): Promise<void> {
  const t = LANGUAGES[language];
  // the slider says in words where it is: the first and the last day of the month, as the interface writes it
  const month = new Intl.DateTimeFormat(language === 'ar' ? 'ar-u-nu-latn' : 'en', {
    month: 'long',
    timeZone: 'UTC',
  }).format(Date.UTC(2023, 8, 15));
  for (const [name, key] of [
    [t.time.brushStart, 'ArrowUp'],
    [t.time.brushEnd, 'ArrowDown'],
  ] as const) {
    const slider = page.getByRole('slider', { name });
    await slider.focus();
    for (let step = 0; step < 80; step++) {
      const words = (await slider.getAttribute('aria-valuetext')) ?? '';
      if (words.includes(month) && words.includes('2023')) break;
      await page.keyboard.press(key);
      // every key moves the handle, and the picture follows in a task of its own
      await expect(slider).not.toHaveAttribute('aria-valuetext', words);
    }
  }
}

/** What must be left of the corpus in September 2023, counted from the data without the explorer. Peoples are not counted unless asked for. */
async function countsOfSeptember(
  page: Page,
): Promise<{ events: number; mentions: number; places: Map<string, number> }> {
  const response = await page.request.get('./data/atlas.json');
  const { mentions, events, places } = (await response.json()) as Atlas;
  const inside = (first: number | undefined, last: number | undefined) =>
    first !== undefined && last !== undefined && first !== NO_DAY && first <= SEPTEMBER.to && last >= SEPTEMBER.from;
  const byPlace = new Map<string, number>();
  let count = 0;
  mentions.place.forEach((place, row) => {
    if (SENSES[mentions.sense[row] ?? 0] === 'demonym' || !inside(mentions.firstDay[row], mentions.lastDay[row]))
      return;
    count++;
    const id = places[place]?.id;
    if (id) byPlace.set(id, (byPlace.get(id) ?? 0) + 1);
  });
  const joined = new Set(
    events.filter(({ firstDay, lastDay }) => inside(firstDay, lastDay)).map(({ joined: one }) => one),
  );
  return { events: joined.size, mentions: count, places: byPlace };
}
