import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readString, StringWriter } from '../../../src/core/gazetteer/packed-strings.ts';

function packed(texts: readonly string[]) {
  const writer = new StringWriter();
  const starts = texts.map((text) => writer.add(text));
  const bytes = new Uint8Array(writer.bytes.length);
  writer.bytes.copyTo(bytes);
  return { bytes, starts };
}

describe('packed strings', () => {
  it.each([
    ['ASCII', 'Goris', 2 + 5],
    ['Arabic with spaces', 'ممر لاتشين', 2 + 10],
    ['Armenian', 'Ստեփանակերտ', 2 + 11],
    ['Latin with an accent', 'Şuşa', 2 + 4],
    ['units far apart', 'گوریس é', 2 + 7 * 2],
    ['a long text', 'ن'.repeat(300), 6 + 300],
    ['nothing', '', 2],
  ])('%s takes few bytes', (_, text, size) => {
    const { bytes, starts } = packed([text]);
    expect(bytes).toHaveLength(size);
    expect(readString(bytes, starts[0] ?? 0)).toBe(text);
  });

  it('come back as they were, each written once', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 300 })), (texts) => {
        const { bytes, starts } = packed([...texts, ...texts]);
        expect(starts.map((start) => readString(bytes, start))).toEqual([...texts, ...texts]);
        expect(new Set(starts).size).toBe(new Set(texts).size);
      }),
    );
  });

  it('damaged ones end with the section', () => {
    expect(readString(new Uint8Array([255, 255, 255, 255, 255, 0, 65]), 0)).toBe('');
    expect(readString(new Uint8Array([3, 0, 65]), 0)).toHaveLength(3);
    expect(readString(new Uint8Array(), 7)).toBe('');
  });
});
