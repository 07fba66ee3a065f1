import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../src/core/languages/registry.ts';
import { type SentenceRules, split } from '../../../src/core/text/split.ts';
import { readText } from '../../../src/core/text/tokenised-text.ts';
import { anyString, anyText } from '../arbitrary-text.ts';

const NO_RULES: SentenceRules = { furniture: [], abbreviations: new Set() };
const ARABIC = languageOf('ar')?.sentences ?? NO_RULES;
const passages = (text: string, rules = ARABIC) =>
  split(text, rules).map((passage) => text.slice(passage.start, passage.end));

describe('split', () => {
  it.each<[string, string[]]>([
    ['قال الوزير ذلك. وأضاف أنه سيعود.', ['قال الوزير ذلك.', 'وأضاف أنه سيعود.']],
    ['هل سيعود؟ لا أحد يعلم!', ['هل سيعود؟', 'لا أحد يعلم!']],
    ['بلغت النسبة 6.3 في المئة.', ['بلغت النسبة 6.3 في المئة.']],
    ['في 20.9.2023 عاد الوفد.', ['في 20.9.2023 عاد الوفد.']],
    ['قال: "سنعود." ثم صمت الجميع.', ['قال: "سنعود."', 'ثم صمت الجميع.']],
    ['قال "سنعود!"، وأضاف أنه متعب.', ['قال "سنعود!"، وأضاف أنه متعب.']],
    ['انتهى الأمر.وعاد الوفد.', ['انتهى الأمر.', 'وعاد الوفد.']],
    ['سطر أول من النص الذي لا ينتهي بنقطة\nسطر ثان.', ['سطر أول من النص الذي لا ينتهي بنقطة', 'سطر ثان.']],
    ['', []],
    ['   \n \n', []],
    ['نهاية...', ['نهاية...']],
  ])('%s', (text, expected) => {
    expect(passages(text)).toEqual(expected);
  });

  it('knows headings and furniture', () => {
    const text = 'أذربيجان تشن هجوما\nشنت أذربيجان هجوما أمس.\n[ad_1]';
    expect(split(text, ARABIC).map(({ heading, furniture, paragraph }) => ({ heading, furniture, paragraph }))).toEqual(
      [
        { heading: true, furniture: false, paragraph: 0 },
        { heading: false, furniture: false, paragraph: 1 },
        { heading: false, furniture: true, paragraph: 2 },
      ],
    );
  });

  it('cuts a passage without an end at a space', () => {
    const text = 'كلمة '.repeat(2000);
    for (const passage of split(text, ARABIC)) expect(passage.end - passage.start).toBeLessThanOrEqual(2100);
    expect(passages(text).join(' ')).toBe(text.trim());
  });

  it('bounds a passage without any space', () => {
    for (const passage of split('ا'.repeat(100_000), ARABIC))
      expect(passage.end - passage.start).toBeLessThanOrEqual(8100);
  });

  it('puts every character that is not white space into exactly one passage', () => {
    fc.assert(
      fc.property(fc.oneof(anyString, anyText), (text) => {
        let at = 0;
        split(text, ARABIC).forEach((passage, index) => {
          expect(passage.index).toBe(index);
          expect(passage.start).toBeGreaterThanOrEqual(at);
          expect(passage.end).toBeGreaterThan(passage.start);
          expect(text.slice(at, passage.start)).toMatch(/^[\s\p{Cc}\u200b\u200e\u200f\ufeff]*$/u);
          at = passage.end;
        });
        expect(text.slice(at)).toMatch(/^[\s\p{Cc}\u200b\u200e\u200f\ufeff]*$/u);
      }),
    );
  });
});

describe('readText', () => {
  it('gives every token its passage', () => {
    fc.assert(
      fc.property(fc.oneof(anyString, anyText), (text) => {
        const read = readText(text, ARABIC);
        read.tokens.forEach((token, index) => {
          const passage = read.passages[read.passageOf[index] ?? -1];
          expect(passage, `token ${index} of ${JSON.stringify(text)} has no passage`).toBeDefined();
          expect(token.start).toBeGreaterThanOrEqual(passage?.start ?? 0);
          expect(token.start).toBeLessThan(passage?.end ?? 0);
          expect(index).toBeGreaterThanOrEqual(read.firstToken[passage?.index ?? 0] ?? 0);
          expect(index).toBeLessThan(read.lastToken[passage?.index ?? 0] ?? 0);
        });
      }),
    );
  });
});
