import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../src/core/text/detect-language.ts';
import { fold, foldName } from '../../../src/core/text/fold.ts';
import { likeness, phoneticKey, phoneticNameKey } from '../../../src/core/text/phonetic.ts';
import { transliterateToArabic } from '../../../src/core/text/transliterate.ts';
import { anyString, anyText } from '../arbitrary-text.ts';

describe('phonetic key', () => {
  it.each([
    ['ناغورنو', 'ناجورنو'],
    ['ناغورنو', 'ناقورني'],
    ['كاراباخ', 'كارباخ'],
    ['زانجيزور', 'زنغزور'],
    ['فلاديفوستوك', 'فلاديبوستوك'],
    ['تشيرنيهيف', 'شيرنيهيف'],
  ])('%s sounds like %s', (a, b) => {
    expect(phoneticKey(fold(a))).toBe(phoneticKey(fold(b)));
    expect(phoneticKey(fold(a))).not.toBe('');
  });

  it.each([
    ['ستيباناكيرت', 'يفلاخ'],
    ['باكو', 'موسكو'],
    ['شوشا', 'لاتشين'],
  ])('%s does not sound like %s', (a, b) => {
    expect(phoneticKey(fold(a)) === phoneticKey(fold(b)) && phoneticKey(fold(a)) !== '').toBe(false);
  });

  it('is empty for words too short to tell', () => {
    for (const word of ['', 'في', 'باكو', 'اوو']) expect(phoneticKey(fold(word))).toBe('');
  });

  it('does not care how a name of two words is written', () => {
    expect(phoneticNameKey(foldName('ناغورنو كاراباخ'))).toBe(phoneticNameKey(foldName('ناغورنوكاراباخ')));
  });

  it('takes any string', () => {
    fc.assert(fc.property(anyString, (text) => typeof phoneticNameKey(foldName(text)) === 'string'));
  });
});

describe('likeness', () => {
  it('is 1 for the same, between 0 and 1, and the same both ways', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const [x, y] = [fold(a).slice(0, 30), fold(b).slice(0, 30)];
        expect(likeness(x, x)).toBe(1);
        expect(likeness(x, y)).toBeGreaterThanOrEqual(0);
        expect(likeness(x, y)).toBeLessThanOrEqual(1);
        expect(likeness(x, y)).toBeCloseTo(likeness(y, x), 9);
      }),
    );
  });

  it('finds spellings of one sound more alike than others', () => {
    expect(likeness('ناغورنو', 'ناجورنو')).toBeGreaterThan(likeness('ناغورنو', 'ناصورنو'));
  });
});

describe('transliterate', () => {
  it.each([
    ['Springfield', 'سبرينغفيلد'],
    ['Manchester', 'مانتشستر'],
    ['Chernihiv', 'تشرنيهيف'],
    ['San Juan', 'سان جوان'],
    ['Kursk', 'كورسك'],
  ])('%s → %s', (latin, arabic) => {
    expect(transliterateToArabic(latin)).toBe(arabic);
  });

  it('gives Arabic letters and spaces, or nothing', () => {
    fc.assert(
      fc.property(fc.oneof(anyString, fc.string()), (name) => /^[\u0620-\u064a ]*$/u.test(transliterateToArabic(name))),
    );
  });
});

describe('detectLanguage', () => {
  it.each([
    ['أعلنت وزارة الدفاع في باكو أمس', 'ar'],
    ['The ministry said on Tuesday', 'en'],
    ['Министерство обороны сообщило', 'ru'],
    ['Պաշտպանության նախարարությունը', 'hy'],
    ['وزارت دفاع جمهوری آذربایجان اعلام کرد که گروهی', 'fa'],
    ['وزارتِ دفاع نے کہا ہے کہ یہ لڑائی ٹھیک نہیں ہے', 'ur'],
    ['12 34 !', 'und'],
    ['', 'und'],
  ])('%s: %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it('takes any string', () => {
    fc.assert(fc.property(anyString, (text) => /^[a-z]{2,3}$/.test(detectLanguage(text))));
  });
});
