import { describe, expect, it } from 'vitest';
import { decodeLines } from '../../src/formats/decode-lines.ts';
import { encodeLegacy } from './legacy-bytes.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Uint16Array.from(text, (char) => char.charCodeAt(0)).buffer);
const joined = (...parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const arabic = (text: string) => encodeLegacy(text, 'windows-1256');

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

async function linesOf(bytes: Uint8Array, size: number, maxLineBytes = 1000) {
  const texts: (string | null)[] = [];
  const codes: string[] = [];
  for await (const { text, notices } of decodeLines(inPieces(bytes, size), maxLineBytes)) {
    texts.push(text);
    codes.push(...notices.map(({ code, message }) => `${code} ${/^Line (\d+)/.exec(message)?.[1]}`));
  }
  return { texts, codes };
}

describe('the lines of a stream', () => {
  it.each<[string, Uint8Array, (string | null)[], string[]]>([
    ['nothing', utf8(''), [], []],
    ['UTF-8', utf8('باكو\r\n\nشوشا\n'), ['باكو\r', '', 'شوشا'], []],
    ['UTF-8 with a mark', utf8('\ufeffباكو\nشوشا'), ['باكو', 'شوشا'], []],
    ['UTF-16', utf16('{"text":"Baku is calm"}\n{"text":"باكو"}'), ['{"text":"Baku is calm"}', '{"text":"باكو"}'], []],
    ['UTF-16 with a mark', utf16('\ufeffباكو\nشوشا\n'), ['باكو', 'شوشا'], []],
    ['Windows-1256', arabic('قال في باكو\nشوشا'), ['قال في باكو', 'شوشا'], ['not-utf8 1']],
    [
      'Windows-1256 behind much ASCII',
      joined(utf8('Baku\n'.repeat(300)), arabic('شوشا\n')),
      [...Array<string>(300).fill('Baku'), 'شوشا'],
      ['not-utf8 301'],
    ],
    ['ISO-8859-6', encodeLegacy('قال في القصف\nالوفد', 'iso-8859-6'), ['قال في القصف', 'الوفد'], ['not-utf8 1']],
    [
      'Windows-1252',
      Uint8Array.from('it\x92s\ncaf\xe9', (char) => char.charCodeAt(0)),
      ['it’s', 'café'],
      ['not-utf8 1'],
    ],
    [
      'a broken character',
      joined(utf8('باكو هادئة\nشوشا '), Uint8Array.of(0xd8), utf8(' هادئة اليوم\nباكو')),
      ['باكو هادئة', 'شوشا \ufffd هادئة اليوم', 'باكو'],
      ['broken-utf8 2'],
    ],
    [
      'a line too long',
      utf8(`a\n${'b'.repeat(1001)}\nc\n${'d'.repeat(1001)}`),
      ['a', null, 'c', null],
      ['bad-line 2', 'bad-line 4'],
    ],
    ['no text', Uint8Array.from({ length: 60 }, (_, at) => (at % 2 ? 0x01 : 0xff)), [null], ['not-text 1']],
  ])('of %s', async (_, bytes, texts, codes) => {
    for (const size of [64 * 1024, 700]) expect(await linesOf(bytes, size)).toEqual({ texts, codes });
  });

  it('are the same whatever the pieces', async () => {
    const whole = utf8('باكو هادئة\nشوشا\n\nغوريس');
    for (const size of [1, 2, 3, 5, 100])
      expect((await linesOf(whole, size)).texts).toEqual(['باكو هادئة', 'شوشا', '', 'غوريس']);
  });
});
