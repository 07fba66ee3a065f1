import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJsonLine } from '../../src/formats/jsonl.ts';

describe('a JSON line', () => {
  it('reads every field it knows', () => {
    const document = {
      id: 'a',
      text: 'باكو',
      date: '2023-09-19',
      lang: 'ar',
      title: 'T',
      source: 's',
      author: 'w',
      url: 'https://example.org/',
    };
    expect(readJsonLine(JSON.stringify({ ...document, other: 1 }), 1)).toEqual({ document, notices: [] });
  });

  it('takes a number for an id, and the line number where there is none', () => {
    expect(readJsonLine('{"id":7,"text":""}', 3)).toMatchObject({ document: { id: '7', text: '' } });
    expect(readJsonLine('{"text":"x"}', 3)).toMatchObject({ document: { id: 'line-3' } });
    expect(readJsonLine('{"text":"x"}', 3, 'news')).toMatchObject({ document: { id: 'news-3' } });
  });

  it('leaves out a field of the wrong type, and says so', () => {
    expect(readJsonLine('{"id":"a","text":"x","date":20230919}', 2)).toMatchObject({
      document: { id: 'a', text: 'x' },
      notices: [
        { code: 'bad-field', severity: 'warning', message: 'Line 2: field "date" is not a string and was left out.' },
      ],
    });
  });

  it.each([
    [
      '{"text":"x","date":"garbage"}',
      'field "date" "garbage" is not understood: write it as 2023-09-19. It was left out.',
    ],
    [
      '{"text":"x","date":"03/04/2023"}',
      'field "date" "03/04/2023" could be two days: day or month first? Write 2023-04-03 or 2023-03-04. It was left out.',
    ],
    ['{"text":"x","lang":"xx!!"}', 'field "lang" "xx!!" is no language tag and was left out.'],
    ['{"text":"x","link":"javascript:1"}', 'field "link" is no web address and was left out.'],
  ])('%s goes on without the field, and says so', (line, message) => {
    const { document, notices } = readJsonLine(line, 2);
    expect(document).toEqual({ id: 'line-2', text: 'x' });
    expect(notices).toEqual([{ code: 'bad-field', severity: 'warning', message: `Line 2: ${message}` }]);
  });

  it.each([
    ['{"id":"a", "text":', /^Line 5: not JSON/],
    ['[1,2]', /^Line 5: not a JSON object/],
    ['null', /^Line 5: not a JSON object/],
    ['"text"', /^Line 5: not a JSON object/],
    ['{"id":"a"}', /^Line 5: no string field "text"/],
    ['{"id":"a","text":5}', /^Line 5: no string field "text"/],
    ['{"id":{},"text":"x"}', /^Line 5: field "id" must be a string/],
  ])('%s is an error with its line', (line, message) => {
    const read = readJsonLine(line, 5);
    expect(read).toMatchObject({ document: null, id: 'line-5', notices: [{ code: 'bad-line', severity: 'error' }] });
    expect(read.notices[0]?.message).toMatch(message);
  });

  it('takes any line without throwing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), fc.nat(), (line, number) =>
        readJsonLine(line, number).notices.every(({ message }) => message !== ''),
      ),
    );
  });

  it('keeps lone surrogates and every escape of JSON', () => {
    const read = readJsonLine('{"id":"a","text":"\\ud83d \\u0000 \\n"}', 1);
    expect(read.document?.text).toBe('\ud83d \u0000 \n');
  });
});
