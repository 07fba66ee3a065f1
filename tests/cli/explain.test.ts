import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { freshFolder, mawdi, removeFolders } from './run-mawdi.ts';

afterAll(removeFolders);

const TEXT = 'قالت وزارة الصحة في بيان الثلاثاء 12 سبتمبر 2023 إن 20 شخصا قتلوا في قصف على مدينة الخرطوم.';

function file(): string {
  const folder = freshFolder();
  writeFileSync(join(folder, 'a.txt'), TEXT);
  return join(folder, 'a.txt');
}

describe('mawdi explain', () => {
  it('opens every stage', async () => {
    const { code, stdout } = await mawdi(['explain', file()]);
    expect(code).toBe(0);
    expect(stdout.match(/^[A-Z]+ \(ar\)$/gm)).toEqual(
      ['TEXT', 'RESOLVE', 'INTERPRET', 'DATE', 'ATTRIBUTE', 'EVENT'].map((stage) => `${stage} (ar)`),
    );
    expect(stdout).toMatch(/الخرطوم {2}ACCEPTED/);
    expect(stdout).toMatch(/الخرطوم {2}literal {2}khartoum/);
    expect(stdout).toMatch(/سبتمبر 2023 {2}explicit {2}2023-09-12/);
    expect(stdout).toMatch(/وزارة الصحة .*in the article’s words/);
    expect(stdout).toMatch(/place khartoum \(location\).*speaker وزارة الصحة.*20 killed/);
  });

  it('shows what covers an offset, or one stage', async () => {
    const path = file();
    const at = await mawdi(['explain', path, '--at', String(TEXT.indexOf('الخرطوم')), '--stage', 'resolve']);
    expect(at.stdout.match(/^ {2}\d+–\d+/gm)?.length).toBeGreaterThanOrEqual(1);
    expect(at.stdout).not.toMatch(/^(?:TEXT|DATE)/m);
    expect((await mawdi(['explain', path, '--at', '0', '--stage', 'interpret'])).stdout).toMatch(/nothing at 0/);
  });

  it('says what is wrong with a call', async () => {
    const path = file();
    for (const [words, message] of [
      [[], /mawdi explain FILE/],
      [[path, '--at', 'x'], /"x" is not an offset/],
      [[path, '--stage', 'magic'], /--stage "magic": there are text, resolve/],
    ] as const) {
      const ran = await mawdi(['explain', ...words]);
      expect(ran.code).toBe(2);
      expect(ran.stderr).toMatch(message);
    }
  });
});
