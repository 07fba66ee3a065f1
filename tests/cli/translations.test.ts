import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Translation } from '../../src/cli/write-translations.ts';
import { checkTranslations } from './check-translations.ts';

const FILE = 'translations/en/003_4e5de5d13746fed4.json';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mawdi-translations-'));
  cpSync('seeds', folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const change = (edit: (passages: Translation['passages']) => unknown) => {
  const path = join(folder, FILE);
  const translation = JSON.parse(readFileSync(path, 'utf8')) as Translation;
  writeFileSync(path, JSON.stringify({ ...translation, passages: edit(translation.passages) }));
};

it('finds the translations of the sample whole', () => {
  expect(checkTranslations('seeds')).toEqual([]);
});

it('has a translation for each of the five texts', () => {
  for (const [document] of [
    ['000_8c37d7192f3ad744'],
    ['001_b64012e43163fbfa'],
    ['002_bb4b77b62cfebfb5'],
    ['003_4e5de5d13746fed4'],
    ['004_fa4c1d13aaf5ba4d'],
  ])
    expect(JSON.parse(readFileSync(`seeds/translations/en/${document}.json`, 'utf8'))).toMatchObject({
      document,
      lang: 'en',
    });
});

it.each<[string, (passages: Translation['passages']) => unknown, RegExp]>([
  ['a passage left out', (passages) => passages.slice(1), /nothing for the passage at 0/],
  ['a passage twice', (passages) => [...passages, passages[0]], /twice|order/],
  [
    'a wrong end',
    (passages) => passages.map((one, at) => (at === 2 ? { ...one, end: one.end + 1 } : one)),
    /where the passage ends/,
  ],
  [
    'a start where no passage begins',
    (passages) => [...passages, { start: 999_999, end: 1_000_000, text: 'x' }],
    /where no passage begins/,
  ],
  [
    'an empty translation',
    (passages) => passages.map((one, at) => (at === 0 ? { ...one, text: ' ' } : one)),
    /is empty/,
  ],
  ['no passages', () => 'none', /needs "document"/],
])('tells %s', (_, edit, message) => {
  change(edit);
  const faults = checkTranslations(folder);
  expect(faults.length).toBeGreaterThan(0);
  expect(faults[0]).toMatchObject({ file: FILE, message: expect.stringMatching(message) });
});

it('has no faults where there are no translations', () => {
  rmSync(join(folder, 'translations'), { recursive: true });
  expect(checkTranslations(folder)).toEqual([]);
});
