/**
 * Every folder of `cases` is a case: `input.*` (a folder is packed as an archive first) and what the reader makes of it.
 * `expected.json` lists documents and notices' codes; `furniture` is compared where it stands there.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ReadDocument } from '../../src/formats/read-document.ts';
import { EXTENSIONS, FORMATS, formatOf, readFile } from '../../src/formats/readers.ts';
import { bytesAt } from './make-archive.ts';

const folder = fileURLToPath(new URL('cases', import.meta.url));

interface Expected {
  readonly document: Record<string, unknown> | null;
  readonly id?: string;
  readonly notices: readonly string[];
  readonly furniture?: string;
}

/** What the case compares of a reading. */
function shown(read: ReadDocument, expected: Expected | undefined): Expected {
  const notices = read.notices.map(({ code }) => code);
  if (!read.document) return { document: null, id: read.id, notices };
  return {
    document: { ...read.document },
    notices,
    ...(expected?.furniture === undefined ? {} : { furniture: read.furniture ?? '' }),
  };
}

describe('readers', () => {
  for (const name of readdirSync(folder).sort())
    it(name.replaceAll('-', ' '), async () => {
      const input = readdirSync(join(folder, name)).find((file) => file.startsWith('input.'));
      if (!input) throw new Error(`${name} has no input`);
      const expected = JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')) as Expected[];
      const read = await readFile(input, bytesAt(join(folder, name, input)));
      expect(read.map((one, index) => shown(one, expected[index]))).toEqual(expected);
    });
});

describe('the list of formats', () => {
  it('has every extension once', () => {
    expect(new Set(EXTENSIONS).size).toBe(EXTENSIONS.length);
  });

  it('knows a file by its name, else by its media type', () => {
    expect(formatOf('A.HTML')?.name).toBe('html');
    expect(formatOf('article.php', 'text/html; charset=utf-8')?.name).toBe('html');
    expect(formatOf('article.txt', 'text/html')?.name).toBe('txt');
    expect(formatOf('a.exe')).toBeNull();
    expect(formatOf('constructor')).toBeNull();
  });

  it('has a case for each that is no binary', () => {
    const cases = readdirSync(folder);
    for (const { name } of FORMATS)
      if (name !== 'pdf')
        expect(
          cases.some((one) => one.startsWith(`${name}-`)),
          name,
        ).toBe(true);
  });
});
