import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldChar, foldName, isIgnorable, originalOffset } from '../../../src/core/text/fold.ts';
import { anyString, anyText } from '../arbitrary-text.ts';

describe('fold', () => {
  it.each([
    ['أذربيجان', 'اذربيجان', 'hamza leaves its seat'],
    ['قُرَّةُ بَاغ', 'قره باغ', 'tashkeel goes, ة becomes ه'],
    ['مصطفى', 'مصطفي', 'ى becomes ي'],
    ['بـــاكـــو', 'باكو', 'tatweel goes'],
    ['کاراباخ', 'كاراباخ', 'Persian kaf'],
    ['ﻻﺗﺸﻴﻦ', 'لاتشين', 'presentation forms'],
    ['٢٠٢٣', '2023', 'Arabic-Indic digits'],
    ['۲۰۲۳', '2023', 'Persian digits'],
    ['\u202bباكو\u202c', 'باكو', 'direction marks go'],
    ['Xankəndi', 'xankendi', 'Azerbaijani letters'],
    ['Şuşa', 'susa', 'diacritics'],
    ['İSTANBUL', 'istanbul', 'dotted capital'],
    ['Երևան', 'երեւան', 'Armenian ligature'],
    ['Ёлка', 'елка', 'Russian yo'],
  ])('%s → %s (%s)', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('is the same twice', () => {
    fc.assert(fc.property(fc.oneof(anyString, anyText), (text) => fold(fold(text)) === fold(text)));
  });

  it('is the sum of its characters', () => {
    fc.assert(fc.property(anyString, anyString, (a, b) => !endsInsidePair(a, b) || fold(a) + fold(b) === fold(a + b)));
  });

  it('gives nothing for what is ignorable', () => {
    for (let code = 0; code < 0x10000; code++)
      if (isIgnorable(code)) expect(foldChar(String.fromCharCode(code))).toBe('');
  });
});

/** True where joining two strings makes no pair of surrogates out of two halves. */
const endsInsidePair = (a: string, b: string) => !/[\ud800-\udbff]$/.test(a) || !/^[\udc00-\udfff]/.test(b);

describe('foldName', () => {
  it.each([
    ['ناغورني-قره باغ', 'ناغورني قره باغ'],
    ['  Sant’Anna  ', 'santanna'],
    ['جمهورية مرتفعات "قره باغ"', 'جمهوريه مرتفعات قره باغ'],
    ['Хан-Юнис', 'хан юнис'],
    ['—', ''],
  ])('%s → %s', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  it('has single spaces inside and none outside', () => {
    fc.assert(fc.property(fc.oneof(anyString, anyText), (text) => /^(\S+( \S+)*)?$/.test(foldName(text))));
  });
});

describe('originalOffset', () => {
  it('leads from a folded position to the letter it came from', () => {
    expect(originalOffset('لأرمينيا', 0, 8, 1)).toBe(1);
    expect(originalOffset('وَلِأرمينيا', 0, 11, 2)).toBe(4);
    expect(originalOffset('xx وباكو', 3, 8, 1)).toBe(4);
  });

  it('stays inside its bounds, grows with the position, and cuts the folded form where it says', () => {
    fc.assert(
      fc.property(fc.oneof(anyString, anyText), fc.nat(300), (text, wanted) => {
        const offset = originalOffset(text, 0, text.length, wanted);
        expect(offset).toBeGreaterThanOrEqual(0);
        expect(offset).toBeLessThanOrEqual(text.length);
        expect(originalOffset(text, 0, text.length, wanted + 1)).toBeGreaterThanOrEqual(offset);
        const before = fold(text.slice(0, offset));
        if (offset < text.length) expect(before.length).toBeGreaterThanOrEqual(wanted);
        expect(before + fold(text.slice(offset))).toBe(fold(text));
      }),
    );
  });
});
