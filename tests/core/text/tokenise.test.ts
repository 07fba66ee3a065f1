import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, isIgnorable } from '../../../src/core/text/fold.ts';
import { tokenise } from '../../../src/core/text/tokenise.ts';
import { anyString, anyText } from '../arbitrary-text.ts';

const surfaces = (text: string) => tokenise(text).map((token) => text.slice(token.start, token.end));

describe('tokenise', () => {
  it.each([
    ['في باكو، أمس', ['في', 'باكو', '،', 'أمس']],
    ['«قره باغ»', ['«', 'قره', 'باغ', '»']],
    ['#ناغورنو_كاراباخ', ['#', 'ناغورنو', '_', 'كاراباخ']],
    ['19/9/2023', ['19', '/', '9', '/', '2023']],
    ['كوفيد19', ['كوفيد', '19']],
    ['موقعnews', ['موقع', 'news']],
    ["Sant'Anna", ["Sant'Anna"]],
    ['مُحَمَّدٌ', ['مُحَمَّدٌ']],
    ['\u200fباكو\u200f', ['باكو']],
    ['٢٠٢٣', ['٢٠٢٣']],
    ['😀باكو', ['😀', 'باكو']],
    ['', []],
    [' \n\t\u00a0', []],
  ])('%j', (text, expected) => {
    expect(surfaces(text)).toEqual(expected);
  });

  it('tells what stands before a token', () => {
    expect(tokenise('أ ب،ج\nد').map((token) => token.spaced)).toEqual([true, true, false, false, true]);
  });

  it('gives tokens in order, apart, inside the text, each with the folded form of its own slice', () => {
    fc.assert(
      fc.property(fc.oneof(anyString, anyText), (text) => {
        let at = 0;
        for (const token of tokenise(text)) {
          expect(token.start).toBeGreaterThanOrEqual(at);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.folded).toBe(fold(text.slice(token.start, token.end)));
          at = token.end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('loses nothing but white space and invisible characters', () => {
    fc.assert(
      fc.property(fc.oneof(anyString, anyText), (text) => {
        let at = 0;
        const gaps: string[] = [];
        for (const token of tokenise(text)) {
          gaps.push(text.slice(at, token.start));
          at = token.end;
        }
        gaps.push(text.slice(at));
        for (const gap of gaps)
          for (let unit = 0; unit < gap.length; unit++) {
            const code = gap.charCodeAt(unit);
            expect(
              code <= 0x20 || /\s/.test(gap[unit] ?? '') || code === 0x85 || isIgnorable(code),
              `lost U+${code.toString(16)}`,
            ).toBe(true);
          }
      }),
    );
  });
});
