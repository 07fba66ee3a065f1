import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { noticesAr } from '../../src/app/i18n/notices-ar.ts';

const SOURCES = join(import.meta.dirname, '../../src');
/** Ways in which the sources give a notice its code. */
const CODES = [
  /\bcode: '([a-z0-9-]+)'/g,
  /\bcode: [^,\n]*\? '([a-z0-9-]+)' : '([a-z0-9-]+)'/g,
  /\b(?:refuse|remark|left|add)\(\s*[^'\n]*?'([a-z0-9]+(?:-[a-z0-9]+)+)'/g,
  /\b(?:refuse|remark)\(\s*[^,]+,\s*'([a-z0-9-]+)'/g,
];

it('has Arabic words for every notice of a reader and of the analysis', () => {
  const files = ['formats', 'core', 'worker', 'cli'].flatMap((folder) =>
    readdirSync(join(SOURCES, folder), { recursive: true, encoding: 'utf8' })
      // what languages are called is no notice
      .filter((name) => name.endsWith('.ts') && !name.startsWith('languages'))
      .map((name) => readFileSync(join(SOURCES, folder, name), 'utf8')),
  );
  const codes = new Set(
    files.flatMap((content) => CODES.flatMap((code) => [...content.matchAll(code)].flatMap(([, ...found]) => found))),
  );
  codes.delete(undefined as unknown as string);
  expect(codes.size).toBeGreaterThan(40);
  expect([...codes].filter((code) => !Object.hasOwn(noticesAr, code))).toEqual([]);
});
