import fc from 'fast-check';

/** Pieces that have broken text programs before: marks, joiners, direction signs, ligatures, halves of pairs, odd spaces. */
const NASTY = [
  'مُحَمَّد',
  'ﻻ',
  'ﷲ',
  'ـــ',
  '\u200f',
  '\u200d',
  '\u202b',
  '\u202c',
  '\u2066',
  '\u2069',
  '\u061c',
  '\ufeff',
  '\u00ad',
  '\ud83d',
  '\ude00',
  '😀',
  '👩‍👩‍👧',
  '\u0301',
  '\u0640\u064b',
  '\u0000',
  '\u0085',
  '\u2028',
  '\u00a0',
  '\r\n',
  '\n\n',
  '\t',
  'İ',
  'ß',
  'ﬁ',
  '٢٠٢٣',
  '۱۲',
  '½',
  '_',
  '#',
  '<b>',
  '&amp;',
  '.',
  '...',
  '؟!',
  '،',
  '«',
  '»',
  '"',
  "'",
  '(',
  ')',
];

/** Words that the pipeline looks at, so that arbitrary texts reach its deeper branches. */
const WORDS = [
  'في',
  'باكو',
  'وباكو',
  'لأرمينيا',
  'للولايات',
  'المتحدة',
  'الولايات المتحدة',
  'ناغورنو كاراباخ',
  'جمهورية',
  'مرتفعات',
  '"قره باغ"',
  'قالت',
  'أعلنت',
  'وأضاف',
  'وزارة الدفاع',
  'الأذربيجانية',
  'أن',
  'قتلى',
  '25',
  'قتيلا',
  'يوم',
  'أمس',
  'الأربعاء',
  '19',
  'سبتمبر',
  '/',
  'أيلول',
  '2023',
  'الأسبوع الماضي',
  'وقف إطلاق النار',
  'قصف',
  'لم',
  'مدينة',
  'ممر',
  'لاتشين',
  'الأرمن',
  'وقال',
  ':',
  'التسعينيات',
  'و',
];

/** Any sequence of UTF-16 units, unpaired surrogates included. */
export const anyString = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0x600, max: 0x6ff })), { maxLength: 200 })
  .map((units) => String.fromCharCode(...units));

const space = fc.constantFrom(' ', ' ', ' ', '', '\n', '\u00a0');

/** Text-like: words of the language and nasty pieces in any order and spacing. */
export const anyText = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(...WORDS) },
        { weight: 2, arbitrary: fc.constantFrom(...NASTY) },
        { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
      ),
      space,
    ),
    {
      maxLength: 80,
    },
  )
  .map((pieces) => pieces.map(([word, gap]) => word + gap).join(''));
