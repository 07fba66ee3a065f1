import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/formats/decode.ts';
import { readTxt } from '../../src/formats/txt.ts';
import { encodeLegacy } from './legacy-bytes.ts';

const TEXT =
  'قالت وزارة الدفاع في باكو إن القصف على ناغورنو كاراباخ توقف يوم الأربعاء، وهذا من أهم ما جاء في البيان.\nوأضافت أن الوفد عاد إلى العاصمة.';
const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const marked = mark ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < marked.length; at++) view.setUint16(at * 2, marked.charCodeAt(at), !bigEndian);
  return bytes;
}

describe('decode', () => {
  it.each<[string, Uint8Array, string, string[]]>([
    ['UTF-8', utf8(TEXT), 'utf-8', []],
    ['UTF-8 with a mark', utf8(`\ufeff${TEXT}`), 'utf-8', []],
    ['UTF-16 little-endian with a mark', utf16(TEXT, false, true), 'utf-16le', []],
    ['UTF-16 big-endian with a mark', utf16(TEXT, true, true), 'utf-16be', []],
    ['UTF-16 little-endian', utf16(TEXT, false, false), 'utf-16le', []],
    ['UTF-16 big-endian', utf16(TEXT, true, false), 'utf-16be', []],
    ['Windows-1256', encodeLegacy(TEXT, 'windows-1256'), 'windows-1256', ['not-utf8']],
    ['ISO-8859-6', encodeLegacy(TEXT, 'iso-8859-6'), 'iso-8859-6', ['not-utf8']],
  ])('%s', (_, bytes, encoding, codes) => {
    const decoded = decode(bytes);
    expect(decoded.text).toBe(TEXT);
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.notices.map(({ code }) => code)).toEqual(codes);
  });

  it('reads nothing as an empty text', () => {
    expect(decode(new Uint8Array())).toMatchObject({ text: '', notices: [] });
  });

  it('keeps CRLF, tabs and every other character as they are', () => {
    const text = 'سطر\r\n\tسطر\u00a0\u200fآخر 😀';
    expect(decode(utf8(text)).text).toBe(text);
  });

  it.each<[string, Uint8Array]>([
    [
      'a picture',
      Uint8Array.from([
        0x89,
        0x50,
        0x4e,
        0x47,
        0x0d,
        0x0a,
        0x1a,
        0x0a,
        ...Array.from({ length: 500 }, (_, at) => (at * 7919) % 256),
      ]),
    ],
    ['an archive', Uint8Array.from([0x50, 0x4b, 3, 4, ...Array.from({ length: 500 }, (_, at) => (at * 104729) % 251)])],
    ['zeros', new Uint8Array(1000)],
  ])('%s is refused with an error and a way out', (_, bytes) => {
    const { text, notices } = decode(bytes);
    expect(text).toBeNull();
    expect(notices).toMatchObject([{ code: 'not-text', severity: 'error' }]);
    expect(notices[0]?.message).toMatch(/UTF-8/);
  });

  it('takes any bytes, and says so when they give no text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        const { text, notices } = decode(bytes);
        expect(text === null).toBe(notices.some(({ severity }) => severity === 'error'));
      }),
    );
  });

  it('gives back any text that is UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const written = `${TEXT}${text}`;
        expect(decode(utf8(written)).text).toBe(written);
      }),
    );
  });
});

describe('readTxt', () => {
  it('gives a document, or its id with the reason why not', () => {
    expect(readTxt('a', utf8('باكو'))).toEqual({ document: { id: 'a', text: 'باكو' }, notices: [] });
    expect(readTxt('b', new Uint8Array(1000))).toMatchObject({
      document: null,
      id: 'b',
      notices: [{ code: 'not-text' }],
    });
  });
});
