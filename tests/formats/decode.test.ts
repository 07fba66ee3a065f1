import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/formats/decode.ts';
import { readTxt } from '../../src/formats/txt.ts';
import { encodeLegacy } from './legacy-bytes.ts';

const TEXT =
  'قالت وزارة الدفاع في باكو إن القصف على ناغورنو كاراباخ توقف يوم الأربعاء، وهذا من أهم ما جاء في البيان.\nوأضافت أن الوفد عاد إلى العاصمة.';
const utf8 = (text: string) => new TextEncoder().encode(text);
const raw = (text: string) => Uint8Array.from(text, (byte) => byte.charCodeAt(0));
const ENGLISH = 'was calm, officials in Baku said on Tuesday, and the road to Goris was open.';

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

  it.each<[string, Uint8Array, string, string, string[]]>([
    [
      'an Arabic name among English, Windows-1256',
      raw(`Shusha (\xd4\xe6\xd4\xc7) ${ENGLISH}`),
      'windows-1256',
      `Shusha (شوشا) ${ENGLISH}`,
      ['not-utf8'],
    ],
    [
      'an Arabic name among English, ISO-8859-6',
      encodeLegacy(`Shusha (شوشا) ${ENGLISH}`, 'iso-8859-6'),
      'iso-8859-6',
      `Shusha (شوشا) ${ENGLISH}`,
      ['not-utf8'],
    ],
    ['one Arabic word', encodeLegacy('شوشا', 'windows-1256'), 'windows-1256', 'شوشا', ['not-utf8']],
    [
      'Arabic with vowel marks',
      encodeLegacy('زَارَ مَدِينَةَ شُوشَا', 'windows-1256'),
      'windows-1256',
      'زَارَ مَدِينَةَ شُوشَا',
      ['not-utf8'],
    ],
    [
      'French words in an Arabic text',
      encodeLegacy('زار الوفد مدينة شوشا (déclaré) أمس', 'windows-1256'),
      'windows-1256',
      'زار الوفد مدينة شوشا (déclaré) أمس',
      ['not-utf8'],
    ],
    [
      'Arabic behind 80 KB of English',
      raw(`${'The mission saw Shusha. '.repeat(3500)}\xd4\xe6\xd4\xc7`),
      'windows-1256',
      `${'The mission saw Shusha. '.repeat(3500)}شوشا`,
      ['not-utf8'],
    ],
    [
      'curly quotation marks alone',
      raw('\x93Nothing\x94 happened \x97 it\x92s calm\x85'),
      'windows-1252',
      '“Nothing” happened — it’s calm…',
      ['not-utf8'],
    ],
    [
      'Western European names',
      raw('Caf\xe9 M\xfcller, Pe\xf1a; \xc0 Bakou, l\x92\xe9t\xe9.'),
      'windows-1252',
      'Café Müller, Peña; À Bakou, l’été.',
      ['not-utf8'],
    ],
    [
      'Turkish',
      raw('Bak\xfc\x92de g\xf6r\xfc\xfeme; \xdeu\xfea, I\xf0d\xfdr'),
      'windows-1254',
      'Bakü’de görüşme; Şuşa, Iğdır',
      ['not-utf8'],
    ],
    ['a word of two accents', raw('\xc7\xe0 et l\xe0, rien.'), 'windows-1252', 'Çà et là, rien.', ['not-utf8']],
    [
      'an Arabic word of two letters',
      raw('It says (\xe3\xe4), which is from.'),
      'windows-1256',
      'It says (من), which is from.',
      ['not-utf8'],
    ],
    [
      'Icelandic',
      raw('\xdea\xf0 var r\xf3legt \xed Bak\xfa, sag\xf0i r\xe1\xf0herra \xe1 \xfeingi; \xe9g.'),
      'windows-1252',
      'Það var rólegt í Bakú, sagði ráðherra á þingi; ég.',
      ['not-utf8'],
    ],
    ['UTF-16 short of a byte', utf16(TEXT, false, false).subarray(0, -1), 'utf-16le', TEXT.slice(0, -1), ['cut-short']],
    [
      'marked UTF-16 short of a byte',
      utf16(TEXT, true, true).subarray(0, -1),
      'utf-16be',
      TEXT.slice(0, -1),
      ['cut-short'],
    ],
  ])('%s', (_, bytes, encoding, text, codes) => {
    const decoded = decode(bytes);
    expect(decoded.text).toBe(text);
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.notices.map(({ code }) => code)).toEqual(codes);
    for (const { message } of decoded.notices) expect(message).toMatch(/UTF-8|UTF-16/);
  });

  it.each<[string, string, Uint8Array, string, string[]]>([
    [
      'right about its quotation marks',
      'windows-1252',
      raw('It\x92s \x93calm\x94 \x96 \x80 5'),
      'It’s “calm” – € 5',
      [],
    ],
    ['right by its other name', 'iso-8859-1', raw('l\x92\xe9t\xe9'), 'l’été', []],
    ['wrong about Arabic', 'iso-8859-1', encodeLegacy(TEXT, 'windows-1256'), TEXT, ['encoding-contradicted']],
    [
      'wrong about an Arabic word',
      'windows-1252',
      raw(`Shusha (\xd4\xe6\xd4\xc7) ${ENGLISH}`),
      `Shusha (شوشا) ${ENGLISH}`,
      ['encoding-contradicted'],
    ],
    ['wrong about UTF-8', 'iso-8859-1', utf8(TEXT), TEXT, []],
    ['wrong about broken UTF-8', 'iso-8859-1', utf8(`${TEXT}ا`).subarray(0, -1), `${TEXT}\ufffd`, ['broken-utf8']],
    ['wrong about Arabic in UTF-8', 'utf-8', encodeLegacy(TEXT, 'windows-1256'), TEXT, ['not-utf8']],
    ['right about Arabic', 'windows-1256', encodeLegacy(TEXT, 'windows-1256'), TEXT, []],
  ])('a declaration that is %s: %s', (_, label, bytes, text, codes) => {
    const decoded = decode(bytes, label);
    expect(decoded.text).toBe(text);
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
    ['bytes of no order', Uint8Array.from({ length: 4000 }, (_, at) => (at * at * 31 + at * 17) % 253)],
    [
      'bytes beyond ASCII of no order',
      Uint8Array.from({ length: 4000 }, (_, at) => 0x80 + ((at * at * 31 + at * 17) % 127)),
    ],
    [
      'Cyrillic from before Unicode',
      raw('\xc1\xe0\xea\xf3, 5 \xec\xe0\xf0\xf2\xe0. \xd7\xe8\xed\xee\xe2\xed\xe8\xea\xe8'),
    ],
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
  it('gives a document, or its id with the reason why not', async () => {
    expect(await readTxt('a', utf8('باكو'))).toEqual({ document: { id: 'a', text: 'باكو' }, notices: [] });
    expect(await readTxt('b', new Uint8Array(1000))).toMatchObject({
      document: null,
      id: 'b',
      notices: [{ code: 'not-text' }],
    });
  });
});
