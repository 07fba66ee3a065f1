import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { documentSettings, parseSettings } from '../../src/formats/corpus-settings.ts';

describe('the settings of a corpus', () => {
  it.each<[string, unknown, RegExp]>([
    [
      'a field that it does not know',
      { file: 'a.txt', titel: 'x' },
      /^documents\[0\]: "titel" is no field; known are file, id,/,
    ],
    [
      'a language that is none',
      { file: 'a.txt', lang: 'xx!!' },
      /^documents\[0\]: "lang" must be a language tag such as "ar"; "xx!!" is none$/,
    ],
    [
      'a date that is none',
      { file: 'a.txt', date: 'soon' },
      /^documents\[0\]: "date" "soon" is not understood: write it as/,
    ],
    [
      'a date that could be two',
      { file: 'a.txt', date: '03/04/2023' },
      /day or month first\? Write 2023-04-03 or 2023-03-04$/,
    ],
    ['no path', { file: './' }, /"file" must be a path inside the folder$/],
    ['a path that leads outside', { file: 'a/..\\..\\b.txt' }, /"file" must be a path inside the folder$/],
  ])('are refused for %s', (_, entry, message) => {
    const parsed = parseSettings(JSON.stringify({ documents: [entry] }));
    expect('fault' in parsed && parsed.fault).toMatch(message);
  });

  it('know a file by one path however it is written', () => {
    const parsed = parseSettings(
      JSON.stringify({ documents: [{ file: './a.txt' }, { file: 'sub\\.\\b.txt' }, { file: 'c//d.txt' }] }),
    );
    if ('fault' in parsed) throw new Error(parsed.fault);
    expect([...documentSettings(parsed.settings).keys()]).toEqual(['a.txt', 'sub/b.txt', 'c/d.txt']);
    expect(parseSettings(JSON.stringify({ documents: [{ file: './a.txt' }, { file: 'a.txt' }] }))).toEqual({
      fault: 'documents[1]: "a.txt" stands there twice',
    });
  });

  it('of the sample are good', () => {
    expect(parseSettings(readFileSync('seeds/corpus.json', 'utf8'))).toHaveProperty('settings');
  });
});
