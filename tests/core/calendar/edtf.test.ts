import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { dayOf } from '../../../src/core/calendar/days.ts';
import { dayEdtf, edtfDays, formatEdtf, parseEdtf, rangeEdtf } from '../../../src/core/calendar/edtf.ts';

const iso = (day: number) => dayEdtf(day);

describe('the days of a value', () => {
  test.each([
    ['2023-09-19', '2023-09-19', '2023-09-19'],
    ['2023-09', '2023-09-01', '2023-09-30'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2020', '2020-01-01', '2020-12-31'],
    ['199X', '1990-01-01', '1999-12-31'],
    ['18XX', '1800-01-01', '1899-12-31'],
    ['-04XX', '-0499-01-01', '-0400-12-31'],
    ['2XXX', '2000-01-01', '2999-12-31'],
    ['-2XXX', '-2999-01-01', '-2000-12-31'],
    ['2016-22', '2016-06-01', '2016-08-31'],
    ['2016-24', '2016-12-01', '2017-02-28'],
    ['2022-10-06~', '2022-10-06', '2022-10-06'],
    ['2023-11~/2024-01~', '2023-11-01', '2024-01-31'],
    ['1990/1993', '1990-01-01', '1993-12-31'],
    ['/2023-09-19', '2023-09-19', '2023-09-19'],
    ['1994/..', '1994-01-01', '1994-12-31'],
    ['{2022-09-13,2022-09-14}', '2022-09-13', '2022-09-14'],
    ['[1991,1994]', '1991-01-01', '1994-12-31'],
    ['-0499', '-0499-01-01', '-0499-12-31'],
    ['2016-11-07T16:12:00', '2016-11-07', '2016-11-07'],
  ])('%s', (edtf, first, last) => {
    expect(edtfDays(edtf)?.map(iso)).toEqual([first, last]);
  });

  test.each(['', 'yesterday', '2023-13', '2023-02-30', '../..', '/', '19XX-05', '2023-09-19/x', 'XXXX-09-27'])(
    'none for "%s"',
    (edtf) => expect(edtfDays(edtf)).toBeNull(),
  );
});

describe('writing', () => {
  test.each([
    '2023-09-19',
    '2023',
    '199X',
    '18XX',
    'XXXX-09-27',
    '2016-22',
    '-0499',
    'Y12000',
    '1900~',
    '1994/..',
    '/2020',
    '{2016,2018}',
    '[1991,1994]',
    '2023-11~/2024-01~',
  ])('%s comes back as it was', (edtf) => {
    const parsed = parseEdtf(edtf);
    expect(parsed && formatEdtf(parsed)).toBe(edtf);
  });

  it('a range of days is written as short as may be, and read back the same', () => {
    expect(rangeEdtf(dayOf(2020, 1, 1), dayOf(2020, 12, 31))).toBe('2020');
    expect(rangeEdtf(dayOf(2020, 2, 1), dayOf(2020, 2, 29))).toBe('2020-02');
    expect(rangeEdtf(dayOf(2020, 7, 1), dayOf(2020, 9, 30))).toBe('2020-07/2020-09');
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 700_000 }), fc.nat(4000), (first, length) => {
        expect(edtfDays(rangeEdtf(first, first + length))).toEqual([first, first + length]);
      }),
    );
  });
});
