import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { edtfDays } from '../../../src/core/calendar/edtf.ts';
import { arabicDates } from '../../../src/core/languages/ar/dates.ts';
import { arabicSentences } from '../../../src/core/languages/ar/sentences.ts';
import type { Document } from '../../../src/core/model/document.ts';
import { date } from '../../../src/core/stages/date.ts';
import { readText } from '../../../src/core/text/tokenised-text.ts';
import { DATE_CASES } from '../dates-cases.ts';
import { NEWS_DATE_CASES } from '../dates-cases-news.ts';

const dating = (text: string, more: Partial<Document> = {}) =>
  date(readText(text, arabicSentences), { id: 'case', text, ...more }, arabicDates);

function checkSpans(text: string, more: Partial<Document> = {}): void {
  let end = 0;
  for (const found of dating(text, more).value.dates) {
    expect(text.slice(found.start, found.end)).toBe(found.surface);
    expect(found.start).toBeGreaterThanOrEqual(end);
    expect(found.end).toBeGreaterThan(found.start);
    end = found.end;
  }
}

let heading = '';
const rows = `${DATE_CASES}${NEWS_DATE_CASES}`.split('\n').flatMap((line) => {
  if (line.startsWith('## ')) heading = line.slice(3);
  const [text = '', right] = line.split('=>');
  if (right === undefined) return [];
  const [expected = '', own] = right.split('@');
  const document = own === undefined ? { date: '2023-09-20' } : own.trim() === '' ? {} : { date: own.trim() };
  return [{ heading, text: text.trim(), expected: expected.trim(), document }];
});

describe('expressions and their values', () => {
  test.each(rows)('$heading: $text', ({ text, expected, document }) => {
    checkSpans(text, document);
    const found = dating(text, document).value.dates.map(({ surface, edtf }) => `${surface} = ${edtf ?? '-'}`);
    expect(found.join(' | ')).toBe(expected);
  });
});

describe('types', () => {
  test.each([
    ['في 19 سبتمبر 2023', 'explicit'],
    ['في 19 سبتمبر', 'underspecified'],
    ['في التسعينيات', 'underspecified'],
    ['يوم الثلاثاء', 'relative'],
    ['في يوليو الماضي', 'relative'],
    ['اليوم الأربعاء 20 سبتمبر 2023', 'explicit'],
    ['لمدة ستة أسابيع', 'duration'],
    ['بين 1992 و1994', 'explicit'],
  ])('%s is %s', (text, type) => {
    expect(dating(text, { date: '2023-09-20' }).value.dates.map((found) => found.type)).toEqual([type]);
  });

  it('keeps a Hijri date beside the converted one', () => {
    const [found] = dating('في 4 ربيع الأول 1445 هـ').value.dates;
    expect(found?.original).toEqual({ calendar: 'islamic', value: '1445-03-04' });
  });
});

describe("the document's own date", () => {
  test.each([
    ['given', 'قالت الوزارة أمس', { date: '2023-09-20' }, '2023-09-20', 'given'],
    ['given with a time', 'قالت الوزارة أمس', { date: '2016-11-07T16:12:00' }, '2016-11-07', 'given'],
    ['kept as inferred', 'قالت', { date: '2022-10-06~', dateBasis: 'inferred' as const }, '2022-10-06~', 'inferred'],
    ['stated', 'وقالت اليوم الأربعاء 20 سبتمبر/أيلول 2023 إنها', {}, '2023-09-20', 'stated'],
    ['yesterday with its date', 'قالت أمس الثلاثاء 19 سبتمبر 2023', {}, '2023-09-20', 'stated'],
    ['published on', 'تاريخ النشر: 19/9/2023\nقالت الوزارة أمس.', {}, '2023-09-19', 'stated'],
    ['a line that is a date', 'الأربعاء 20 سبتمبر 2023\nقالت الوزارة أمس.', {}, '2023-09-20', 'stated'],
    ['weekday called yesterday', 'الهجوم في 19 سبتمبر 2023 مستمر. واتفق أمس الثلاثاء.', {}, '2023-09-20', 'inferred'],
    ['bare weekday', 'قالت الثلاثاء. وفي 19 سبتمبر 2023 بدأ.', {}, '2023-09-19', 'inferred'],
    ['latest date', 'بدأ في سبتمبر 2023 بعد حرب عام 2020.', {}, '2023-09~', 'inferred'],
    ['weekday gives the year', 'قالت اليوم الأربعاء 20 سبتمبر إن حرب 2022', {}, '2023-09-20', 'inferred'],
    ['dateline', 'دعا الوزير الثلاثاء 19 سبتمبر 2023 إلى وقف النار الأسبوع الماضي', {}, '2023-09-19~', 'inferred'],
    ['a heading', 'الجزيرة نت - 19 سبتمبر 2023 | 12:30\nقالت الوزارة أمس.', {}, '2023-09-19', 'stated'],
    ['dateline', 'باكو، 19 سبتمبر 2023 (رويترز) - قالت الوزارة أمس.', {}, '2023-09-19', 'stated'],
    [
      'stated, though the file says when it was made',
      'تاريخ النشر: 19/9/2023\nقالت الوزارة أمس.',
      { date: '2024-02-01', dateBasis: 'inferred' as const },
      '2023-09-19',
      'stated',
    ],
    [
      'given by a person, whatever the text states',
      'تاريخ النشر: 19/9/2023\nقالت الوزارة أمس.',
      { date: '2024-02-01' },
      '2024-02-01',
      'given',
    ],
    ['a later year', 'وقع الاتفاق في نوفمبر 2020. وقالت أمس إن حرب 2022', {}, '2022~', 'inferred'],
    ['history', 'فتحت المدينة في 29 أيار 1453. وقال أمس المؤرخ.', {}, null, 'unknown'],
    [
      'a weekday that agrees by chance',
      'قالت الوزارة الثلاثاء. وتعطلت الطرق. وأغلقت المدارس. وعاد السكان. وكان حريق قد اندلع في 2 أبريل 2024.',
      {},
      '2024-04-02~',
      'inferred',
    ],
    ['nothing to go by', 'قالت الوزارة أمس الأربعاء إن حرب 2020', {}, null, 'unknown'],
  ])('%s', (_name, text, document, expected, basis) => {
    const { value } = dating(text, document);
    expect([value.date, value.basis]).toEqual([expected, basis]);
    expect(value.evidence.length > 0).toBe(basis === 'stated' || (basis === 'inferred' && !('date' in document)));
  });

  it('says so when a given date cannot be read', () => {
    const { value, notices } = dating('قالت الوزارة أمس', { date: 'gestern' });
    expect(value.basis).toBe('unknown');
    expect(notices.map(({ code }) => code)).toEqual(['document-date-unreadable', 'document-date-unknown']);
  });

  it('counts nothing from a date that may be long past', () => {
    const text =
      'قالت الوزارة الثلاثاء. وتعطلت الطرق. وأغلقت المدارس. وعاد السكان. وكان حريق قد اندلع في 2 أبريل 2024.';
    expect(dating(text).value.dates.map(({ edtf }) => edtf)).toEqual([null, '2024-04-02']);
  });

  it('takes a part of a longer name for no date', () => {
    const text = 'وفي الأربعاء ناث إيراثن غادر السكان الأربعاء';
    const names = [{ start: 3, end: 23 }];
    const { value } = date(readText(text, arabicSentences), { id: 'x', text, date: '2023-09-20' }, arabicDates, names);
    expect(value.dates.map(({ surface, start }) => [surface, start > 23])).toEqual([['الأربعاء', true]]);
  });

  it('leaves furniture alone', () => {
    expect(dating('[ad_1]\n3 دقائق قراءة\nفي 19 سبتمبر 2023').value.dates).toHaveLength(1);
  });
});

describe('properties', () => {
  const words = rows.flatMap(({ text }) => text.split(' '));
  const piece = fc.oneof(
    fc.constantFrom(...words),
    fc.constantFrom('و', 'ب', 'ل', '،', '-', '/', '(', ')', '.', '\n', ':', 'ـ', 'ً', '\u200f', '…'),
    fc.integer({ min: 0, max: 3000 }).map(String),
    fc.string({ maxLength: 4 }),
  );
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(' '));

  it('every span is its surface, in order, whatever the text', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (value, dated) => checkSpans(value, dated ? { date: '2023-09-20' } : {})),
      { numRuns: 500, seed: 4 },
    );
  });

  it('every value is EDTF that can be read', () => {
    fc.assert(
      fc.property(text, (value) => {
        for (const { edtf, type } of dating(value, { date: '2023-09-20' }).value.dates) {
          if (edtf === null || edtf.includes('XXXX')) continue;
          expect(type).not.toBe('duration');
          const days = edtfDays(edtf);
          expect(days, edtf).not.toBeNull();
          expect(days && days[0] <= days[1], edtf).toBe(true);
          const [first, last] = edtf.split('/').map((side) => edtfDays(side));
          if (first && last) expect(first[0] <= last[1], edtf).toBe(true);
        }
      }),
      { numRuns: 500, seed: 5 },
    );
  });

  it('bears words that open an expression without end', () => {
    for (const word of ['نهاية', 'مساء', 'من', 'قبل', 'أول', 'وقت سابق من', '13 و', 'نهاية مساء وقت لاحق من', 'بين']) {
      const long = `${word} `.repeat(5000);
      expect(dating(long, { date: '2023-09-20' }).value.dates.length).toBeLessThan(5000);
    }
  });
});

const gold = 'tests/gold/sample.jsonl';
describe('the sample corpus', () => {
  const lines = readFileSync(gold, 'utf8').trim().split('\n');
  test.each(lines.map((line) => JSON.parse(line)))('$id', (reading) => {
    const text = readFileSync(`seeds/${reading.id}.txt`, 'utf8');
    const found = dating(text, { date: reading.date, dateBasis: reading.dateBasis }).value.dates;
    const plain = (dates: readonly { start: number; end: number; edtf: string | null; type: string }[]) =>
      dates.map(({ start, end, edtf, type }) => `${start}-${end} ${edtf} ${type}`);
    expect(plain(found)).toEqual(plain(reading.dates));
  });
});
