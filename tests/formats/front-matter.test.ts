import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../src/formats/front-matter.ts';
import { readTxt } from '../../src/formats/txt.ts';

describe('front matter', () => {
  it.each<[string, string, Record<string, string>, string[]]>([
    [
      'in YAML',
      '---\ntitle: "A: b"\ndate: 2023-09-19\nauthor:\n  - name: Ann\n  - Bob\n---\n',
      { title: 'A: b', date: '2023-09-19', author: 'Ann, Bob' },
      [],
    ],
    [
      'in Arabic',
      '---\nالعنوان: خبر\nالتاريخ: 19 سبتمبر 2023\nاللغة: ar\n---\n',
      { title: 'خبر', date: '19 سبتمبر 2023', lang: 'ar' },
      [],
    ],
    [
      'with colons in a value',
      '---\ntitle: Shusha: a town in: war\ndate: 2023-09-19 # day\n---\n',
      { title: 'Shusha: a town in: war', date: '2023-09-19' },
      ['bad-front-matter'],
    ],
    [
      'with colons, quotes and a list',
      '---\nTitle: A: b\nsource: "The Daily"\nauthors:\n  - Ann\n  - Bob\nextra: [x\n---\n',
      { title: 'A: b', source: 'The Daily', author: 'Ann, Bob' },
      ['bad-front-matter'],
    ],
    ['with nothing closed', '---\ntitle: [a\nb: "c\n---\n', {}, ['bad-front-matter']],
    [
      'in TOML',
      '+++\ntitle = "A \\"b\\" = c"\ndate = 2023-09-19T10:00:00Z\nauthors = ["Ann", \'Bob, Jr\']\ndraft = false\n[params]\nsource = "no"\n+++\n',
      { title: 'A "b" = c', date: '2023-09-19T10:00:00Z', author: 'Ann, Bob, Jr' },
      [],
    ],
    ['behind a blank line', '\n---\ntitle: A\n---\n', { title: 'A' }, []],
    ['behind a mark', '\ufeff\r\n---\r\ntitle: A\r\n---\r\n', { title: 'A' }, []],
    ['that is two rules', '---\nBaku is calm.\n---\n', {}, []],
    ['that is never closed', '---\ntitle: A\n\n', {}, []],
  ])('%s', async (_, head, metadata, codes) => {
    const read = await readFrontMatter(`${head}Baku.`);
    expect(read.metadata).toEqual(metadata);
    expect(read.notices.map(({ code }) => code)).toEqual(codes);
    if (Object.keys(metadata).length > 0) expect(read.end).toBe(head.length);
  });

  it.each<[string, string, Record<string, string>]>([
    [
      'tells of a plain text',
      '---\ntitle: A\ndate: 19 سبتمبر 2023\n---\nBaku\n',
      { text: 'Baku\n', title: 'A', date: '2023-09-19' },
    ],
    ['that tells nothing stays in a plain text', '---\nNote: x\n---\nBaku\n', { text: '---\nNote: x\n---\nBaku\n' }],
  ])('%s', async (_, text, document) => {
    expect((await readTxt('a', new TextEncoder().encode(text))).document).toEqual({ id: 'a', ...document });
  });

  it.each<[string, string]>([
    ['brackets', `title: ${'['.repeat(30_000)}${']'.repeat(30_000)}`],
    ['spaces', `title: a${' '.repeat(60_000)}b`],
    ['quotation marks', `title: ${`" '`.repeat(20_000)}x`],
    ['signs', `title: ${'a,'.repeat(30_000)}: b: c`],
  ])('of nothing but %s is read in bounded time', { timeout: 5000 }, async (_, line) => {
    for (const fence of ['---', '+++'])
      expect(
        (await readFrontMatter(`${fence}\n${line.replace(':', fence === '+++' ? '=' : ':')}\nx: a: b\n${fence}\n`)).end,
      ).toBeGreaterThan(0);
  });
});
