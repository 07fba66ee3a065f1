import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import {
  isLookedAt,
  LANGUAGES,
  type LanguageCode,
  openExplorer,
  openWithoutMap,
  panel,
  SIZES,
  type Size,
  test,
} from './watched-page.ts';

const COMPARED = 'compare=document,002_bb4b77b62cfebfb5,003_4e5de5d13746fed4';

interface Screen {
  readonly name: string;
  readonly state: string;
  /** What is there once it has come. */
  readonly shows: string;
  readonly act?: (page: Page) => Promise<void>;
  /** It has something on the map itself. */
  readonly onMap?: true;
}

/** What a person opens beside the place card, the filters and the tools, which `accessible.spec.ts` looks at. */
const SCREENS: readonly Screen[] = [
  { name: 'comparison', state: `panel=compare&${COMPARED}`, shows: '#reading .compare' },
  { name: 'comparison on the map alone', state: COMPARED, shows: '#reading .overview', onMap: true },
  { name: 'stories', state: 'panel=stories', shows: '#reading .stories' },
  { name: 'a story', state: 'story=data/stories/lachin-corridor.json', shows: '.story-card', onMap: true },
  { name: 'one’s own documents', state: 'panel=own', shows: '#reading .own' },
  { name: 'the chronology', state: 'panel=chronology', shows: '#reading .chronology' },
  { name: 'all places', state: 'panel=places', shows: '#reading .places-table' },
  { name: 'what lies beyond', state: 'panel=beyond', shows: '#reading .place-list', onMap: true },
  { name: 'an event', state: '', shows: '#reading .event-view', act: openEvent },
  { name: 'what can be taken away', state: '', shows: '#take-away', act: openTakeAway },
  { name: 'the layers', state: 'base=nothing.pmtiles', shows: '#map-layers', act: openLayers, onMap: true },
];

async function openEvent(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { joinedEvents } = await (await fetch('./data/atlas.json')).json();
    const told = [...joinedEvents].sort((a, b) => b.tellings.length - a.tellings.length)[0];
    location.hash += `&event=${told.id}`;
  });
}

async function openTakeAway(page: Page): Promise<void> {
  const more = page.locator('[popovertarget="more-menu"]');
  if (await more.isVisible()) await more.click();
  await page.locator('[popovertarget="take-away"]').click();
}

async function openLayers(page: Page): Promise<void> {
  await page.locator('[popovertarget="map-layers"]').click();
}

async function complaints(page: Page, name: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${name}: ${id}: ${target.join(' ')}`));
}

// by default Arabic on a wide screen and English on a phone, each in its own theme
for (const [at, size] of (Object.keys(SIZES) as Size[]).entries())
  for (const language of (Object.keys(LANGUAGES) as LanguageCode[]).filter((code) => isLookedAt(size, code)))
    for (const theme of process.env.MAWDI_ALL_SCREENS ? ['light', 'dark'] : [at ? 'light' : 'dark'])
      for (const onMap of [true, false])
        test(`axe finds nothing: ${size}, ${language}, ${theme}, ${onMap ? 'on' : 'beside'} the map`, async ({
          page,
        }) => {
          await page.setViewportSize(SIZES[size]);
          await page.emulateMedia({ reducedMotion: 'reduce' });
          const found: string[] = [];
          if (!onMap) await openWithoutMap(page, language);
          // one page goes from screen to screen by its address: to open it anew each time takes longer than to look at it
          for (const { name, state, shows, act } of SCREENS.filter((screen) => onMap === (screen.onMap ?? false))) {
            await page.evaluate(() => {
              for (const open of document.querySelectorAll<HTMLElement>(':popover-open')) open.hidePopover();
            });
            await page.goto(`./#${[state, `theme=${theme}`, `lang=${language}`].filter(Boolean).join('&')}`);
            // a story hides the reading panel
            await expect(page.locator('main').getByRole('heading').first()).toBeVisible();
            if (onMap) await expect(page.locator('canvas.maplibregl-canvas')).toBeVisible();
            await act?.(page);
            await expect(page.locator(shows).first()).toBeVisible();
            found.push(...(await complaints(page, name)));
          }
          expect(found).toEqual([]);
        });

test('both sides of a comparison stand on the map and agree with the panel', async ({ watched: page }) => {
  await page.setViewportSize(SIZES.wide);
  const t = LANGUAGES.en;
  await openExplorer(page, 'en', `panel=compare&${COMPARED}&view=46.7519,39.8153,9`);
  const row = panel(page, 'en').getByRole('row').filter({ hasText: 'Stepanakert' });
  const cells = await row.getByRole('cell').allTextContents();
  const figures = cells.map((cell) => /([\d.]+)/.exec(cell)?.[1]);
  expect(figures).toHaveLength(2);
  const canvas = page.locator('canvas.maplibregl-canvas');
  const box = await canvas.boundingBox();
  if (!box) throw new Error('the map is not drawn');
  const tip = page.locator('.map-tooltip');
  await expect(async () => {
    await page.mouse.move(box.x + box.width / 2 + 40, box.y + box.height / 2 + 40);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
    await expect(tip).toContainText('Stepanakert', { timeout: 1500 });
  }).toPass({ timeout: 30_000 });
  for (const figure of figures) await expect(tip).toContainText(figure ?? '?');
  // and it can be ended there
  await page.locator('.map-compare').getByRole('button').last().click();
  await expect(page).not.toHaveURL(/compare=/);
  await expect(panel(page, 'en').getByRole('heading', { name: t.compare.title, exact: true })).toHaveCount(0);
});

test('a dashed line says by pointer and by key what it is, from when to when, and whence it is drawn', async ({
  watched: page,
}) => {
  await page.setViewportSize(SIZES.wide);
  await openExplorer(page, 'en', 'view=46.9,40.3,9&when=2000..2010&labels=ru');
  const entry = page.locator('.map-legend').getByRole('button', { name: /Line of contact, 1994/ });
  await expect(page.locator('.map-legend li').first()).toBeVisible();
  if ((await entry.count()) === 0) await page.locator('.map-legend .is-rest button').click();
  await entry.focus();
  await page.keyboard.press('Enter');
  const words = page.locator('.map-legend-words');
  await expect(words).toContainText('12 May 1994 – 9 Nov 2020');
  await expect(words).toContainText('Natural Earth');
  // another time, other limits
  await page.goto('./#view=46.9,40.3,9&when=2022..2022&lang=en');
  await expect(page.locator('.map-legend').getByRole('button', { name: /1994–2020/ })).toHaveCount(0);
});
