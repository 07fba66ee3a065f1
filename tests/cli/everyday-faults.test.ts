import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { freshFolder, mawdi, removeFolders } from './run-mawdi.ts';

afterAll(removeFolders);

/** What goes wrong in everyday life: files in a folder, a call, its exit code, and what is told. `{}` is the folder. */
const CASES: readonly {
  readonly what: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly folders?: readonly string[];
  readonly call: readonly string[];
  readonly code: number;
  readonly told: RegExp;
  readonly env?: Readonly<Record<string, string>>;
}[] = [
  {
    what: 'a site below a file',
    files: { 'a.txt': 'Baku', x: '' },
    call: ['build', '{}', '--out', '{}/../x/site', '--data-only'],
    code: 2,
    told: /--out .*: no folder can be made there \(E\w+\): choose another place/,
  },
  {
    what: 'a site of an address',
    call: ['build', 'https://example.org/a.html', '--out', '{}/site'],
    code: 2,
    told: /a site is built of a folder/,
  },
  {
    what: 'settings that are a folder',
    files: { 'a.txt': 'Baku' },
    folders: ['corpus.json'],
    call: ['analyse', '{}'],
    code: 2,
    told: /corpus\.json: a folder, where a file is expected/,
  },
  {
    what: 'corrections that are a folder',
    files: { 'a.txt': 'Baku' },
    folders: ['corrections.json'],
    call: ['analyse', '{}'],
    code: 2,
    told: /corrections\.json: a folder, where a file is expected/,
  },
  {
    what: 'a folder without a document',
    call: ['analyse', '{}'],
    code: 2,
    told: /no document is in /,
  },
  {
    what: 'a date that is none',
    files: { 'a.txt': 'Baku' },
    call: ['analyse', '{}', '--date', 'yesterday'],
    code: 2,
    told: /--date "yesterday" is not understood: write it as 2023-09-19/,
  },
  {
    what: 'a language that is none',
    files: { 'a.txt': 'Baku' },
    call: ['analyse', '{}', '--lang', '!!'],
    code: 2,
    told: /--lang "!!" is no code of a language/,
  },
  {
    what: 'a broken document, told by its file',
    files: { 'lines.jsonl': '{"id":"a","text":"Baku"}\n{"id"' },
    call: ['analyse', '{}/lines.jsonl'],
    code: 1,
    told: /texts\/lines\.jsonl, lines-2: error: Line 2: not JSON/,
  },
  {
    what: 'gold whose text is no text',
    files: { 'gold.jsonl': '{"id":"a","text":"Baku"}\n{"id":"a","text":5}' },
    call: ['evaluate', '{}/gold.jsonl'],
    code: 2,
    told: /gold\.jsonl:2: "text" must be a string/,
  },
  {
    what: 'gold whose mentions are no list',
    files: { 'gold.jsonl': '{"id":"a","text":"Baku","mentions":"x"}' },
    call: ['evaluate', '{}/gold.jsonl'],
    code: 2,
    told: /gold\.jsonl:1: "mentions" must be a list/,
  },
  {
    what: 'gold without offsets',
    files: { 'gold.jsonl': '{"id":"a","text":"Baku","mentions":[{"start":0,"end":4},{"start":4}]}' },
    call: ['evaluate', '{}/gold.jsonl'],
    code: 2,
    told: /gold\.jsonl:1: mentions\[1\] must be an object with the offsets/,
  },
  {
    what: 'an added gazetteer that is damaged',
    files: {
      'a.txt': 'Baku',
      'home/gazetteers/mine.bin': 'x'.repeat(400),
      'home/gazetteers/mine.json': '{"name":"mine","source":"mine.csv","places":1,"skipped":0}',
    },
    call: ['analyse', '{}/a.txt'],
    env: { MAWDI_HOME: '{}/home' },
    code: 2,
    told: /mine\.bin: .*"mawdi gazetteer remove mine" takes it away/,
  },
  {
    what: 'the same remark on many documents',
    files: Object.fromEntries(
      Array.from({ length: 25 }, (_, at) => [`${at}.txt`, `It happened yesterday in Baku, ${at}.`]),
    ),
    call: ['build', '{}', '--out', '{}/../site', '--data-only'],
    code: 0,
    told: /^(?:.*\[document-date-unknown\]\n){20}… and 5 more like it \[document-date-unknown\]$/m,
  },
  {
    what: 'a story of another version',
    files: {
      'a.txt': 'Baku',
      'stories/s.json': '{"format":"mawdi-story","version":7,"title":{"en":"x"},"steps":[{}]}',
    },
    call: ['build', '{}', '--out', '{}/../site', '--data-only'],
    code: 0,
    told: /s\.json: warning: "version" 7: this program reads version 1; left out \[bad-story\]/,
  },
];

describe('what goes wrong in everyday life is told in a line', () => {
  it.each(CASES)('$what', async ({ files = {}, folders = [], call, code, told, env = {} }) => {
    const folder = join(freshFolder(), 'texts');
    mkdirSync(folder);
    const place = (text: string) => text.replace('{}', folder);
    for (const name of folders) mkdirSync(join(folder, name));
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    // a file beside the folder, for what goes up from it
    writeFileSync(join(folder, '../x'), '');
    const ran = await mawdi(call.map(place), {
      env: Object.fromEntries(Object.entries(env).map(([name, value]) => [name, place(value)])),
    });
    expect(ran.stderr).toMatch(told);
    expect(ran.stderr).not.toMatch(/fault of the program|\n\s+at /);
    expect(ran.code).toBe(code);
  });

  it.skipIf(process.platform === 'win32')('a link that leads out of the folder, for settings too', async () => {
    const folder = join(freshFolder(), 'texts');
    mkdirSync(join(folder, 'texts'), { recursive: true });
    writeFileSync(join(folder, 'texts/a.txt'), 'Baku');
    writeFileSync(join(folder, 'secret.json'), '{"title":"secret"}');
    symlinkSync('../secret.json', join(folder, 'texts/corpus.json'));
    const ran = await mawdi(['analyse', join(folder, 'texts')]);
    expect(ran.stderr).toMatch(/corpus\.json: a link that leads out of the folder/);
    expect(ran.stderr).not.toMatch(/secret/);
    expect(ran.code).toBe(2);
  });
});
