import { describe, expect, it } from 'vitest';
import type { Language } from '../../../../src/core/languages/language.ts';
import { languageOf } from '../../../../src/core/languages/registry.ts';
import { date } from '../../../../src/core/stages/date.ts';
import { readText } from '../../../../src/core/text/tokenised-text.ts';

/** `text | expected`, each `surface → EDTF` (– for none). The document is of Thursday 21 September 2023. */
const ROWS = `
It happened on September 19, 2023 in Baku. | September 19, 2023 → 2023-09-19
Officials met on 27 September. | 27 September → 2022-09-27
Yesterday, Wednesday, they agreed. | Yesterday, Wednesday → 2023-09-20
On Tuesday at 5 p.m. they said so. | Tuesday → 2023-09-19
He left on Wednesday, September 20, 2023 at 5 p.m. | Wednesday, September 20, 2023 → 2023-09-20
Last Friday the talks ended. | Last Friday → 2023-09-15
On Sept. 11, 2001, it began. | Sept. 11, 2001 → 2001-09-11
After 9/11 it changed. | 9/11 → 2001-09-11
13-14 September 2022 saw fighting. | 13-14 September 2022 → 2022-09-13/2022-09-14
Between March and May 2020 it rose. | March and May 2020 → 2020-03/2020-05
In mid-September it fell. | mid-September → 2023-09-10/2023-09-20
The Republic was declared on 10 December 1991. | 10 December 1991 → 1991-12-10
In the early 1990s there was war. | the early 1990s → 1990~/1993~
The 1980s ended. | The 1980s → 198X
In the 19th century it was known. | the 19th century → 18XX
Since 2017 it has been called Artsakh. | 2017 → 2017/..
The talks are suspended until 2028. | 2028 → /2028
The bridge opened at the end of 2019. | the end of 2019 → 2019-12
The 2020 war lasted 44 days. | 2020 → 2020 ; 44 days → –
They fought from 1988 to 1994. | 1988 to 1994 → 1988/1994
In the summer of 1991 it began. | summer of 1991 → 1991-22
Two weeks ago he said so. | Two weeks ago → 2023-09-07
Earlier this month he left. | Earlier this month → 2023-09-01/2023-09-21
It began last week. | last week → 2023-09-11/2023-09-17
It began last year. | last year → 2022
It was said last month that she would return tomorrow. | last month → 2023-08 ; tomorrow → 2023-09-22
Over the past months it rose. | the past months → /2023-09-21
The government is expected to decide on Saturday. | Saturday → 2023-09-23
The vote was held on Saturday. | Saturday → 2023-09-16
2000 soldiers died. |
He may march. |
She was 20 years old. |
The second man sat down. |
`;

const english = languageOf('en') as Language;

function datesOf(text: string): string {
  const { value } = date(readText(text, english.sentences), { id: 'x', text, date: '2023-09-21' }, english.dates);
  return value.dates.map(({ surface, edtf }) => `${surface} → ${edtf ?? '–'}`).join(' ; ');
}

describe('dates in an English text', () => {
  for (const line of ROWS.split('\n').filter((row) => row.includes('|'))) {
    const [text = '', expected = ''] = line.split('|').map((part) => part.trim());
    it(text, () => expect(datesOf(text)).toBe(expected));
  }

  it('does not depend on the clock or the time zone', () => {
    const before = process.env.TZ;
    const read = (zone: string) => {
      process.env.TZ = zone;
      return datesOf('On Tuesday, September 19, 2023 and on 27 September at 11:30 p.m. they met.');
    };
    const everywhere = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'].map(read);
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
    expect(new Set(everywhere).size).toBe(1);
  });
});
