import type { Notice } from '../core/model/notice.ts';

/** Text of bytes, with what is to be said of how it was read; null when they are no text. */
export interface Decoded {
  readonly text: string | null;
  readonly encoding: string;
  readonly notices: readonly Notice[];
}

const ARABIC = /[\u0621-\u064a]/g;
const ODD = /[\p{Cc}\ufffd]/gu;
const LEGACY = ['windows-1256', 'iso-8859-6'] as const;

/**
 * Decodes a text file: byte order mark, UTF-8, UTF-16 without a mark, then the two legacy Arabic encodings, told apart
 * by which of them gives words of Arabic letters. What is not UTF-8 gets a warning, what is no text an error.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return read(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return read(bytes, 'utf-16be');
  const sample = bytes.subarray(0, 4096);
  let zeroEven = 0;
  let zeroOdd = 0;
  let arabicHigh = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) at % 2 ? zeroOdd++ : zeroEven++;
    if (byte === 6) arabicHigh = [arabicHigh[0]! + (at % 2 === 0 ? 1 : 0), arabicHigh[1]! + (at % 2)];
  });
  const half = sample.length / 2;
  if (half > 1 && bytes.length % 2 === 0) {
    if (zeroOdd + arabicHigh[1]! > half * 0.7) return read(bytes, 'utf-16le');
    if (zeroEven + arabicHigh[0]! > half * 0.7) return read(bytes, 'utf-16be');
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (looksBinary(text)) return refuse('utf-8');
    return { text, encoding: 'utf-8', notices: [] };
  } catch {
    let best: { text: string; encoding: string; score: number } | null = null;
    for (const encoding of LEGACY) {
      const text = new TextDecoder(encoding).decode(bytes);
      const letters = text.match(ARABIC)?.length ?? 0;
      const odd = text.replace(/[\t\r\n]/g, '').match(ODD)?.length ?? 0;
      const words = text.match(/(?:^|\s)(?:من|في|على|إلى|أن|التي|عن|مع|هذا)(?=\s)/gu)?.length ?? 0;
      const score =
        letters / Math.max(1, text.length) +
        (3 * words) / Math.max(1, text.length / 10) -
        (5 * odd) / Math.max(1, text.length);
      if (!best || score > best.score) best = { text, encoding, score };
    }
    if (best && best.score > 0.3 && !looksBinary(best.text)) {
      return {
        text: best.text,
        encoding: best.encoding,
        notices: [
          {
            code: 'not-utf8',
            severity: 'warning',
            message: `The file is not UTF-8; it was read as ${best.encoding}. Save it as UTF-8 to be sure.`,
          },
        ],
      };
    }
    return refuse('unknown');
  }
}

function read(bytes: Uint8Array, encoding: string): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  return looksBinary(text) ? refuse(encoding) : { text, encoding, notices: [] };
}

function looksBinary(text: string): boolean {
  let odd = 0;
  const length = Math.min(text.length, 4096);
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code < 9 || (code > 13 && code < 32) || code === 0xfffd) odd++;
  }
  return odd > length * 0.05;
}

function refuse(encoding: string): Decoded {
  return {
    text: null,
    encoding,
    notices: [
      {
        code: 'not-text',
        severity: 'error',
        message:
          'These bytes are not text in UTF-8, UTF-16, Windows-1256 or ISO-8859-6: nothing was read. Save the file as UTF-8 text.',
      },
    ],
  };
}
