import type { Notice } from '../core/model/notice.ts';

/** Text of bytes, with what is to be said of how it was read; null when they are no text. */
export interface Decoded {
  readonly text: string | null;
  readonly encoding: string;
  readonly notices: readonly Notice[];
}

const ARABIC = /[\u0621-\u064a]/g;
const ODD = /[\p{Cc}\ufffd]/gu;
const FREQUENT = /(?:^|\s)(?:من|في|على|إلى|أن|التي|عن|مع|هذا)(?=\s)/gu;
const LEGACY = ['windows-1256', 'iso-8859-6'] as const;
/** How much is looked at to guess: enough for the words to tell. */
const SAMPLE_BYTES = 64 * 1024;
/** UTF-8 with at most one broken character in fifty (a file cut short, a byte lost) is still UTF-8. */
const BROKEN_SHARE = 1 / 50;

/**
 * Decodes a text file: byte order mark, UTF-16 without a mark, UTF-8, the encoding that the file or its server declares,
 * then the two legacy Arabic encodings, told apart by which of them gives words of Arabic letters. What is valid UTF-8 is
 * taken for it whatever is declared. What is guessed gets a warning, what is no text an error.
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return read(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return read(bytes, 'utf-16be');
  const wide = wideEncoding(bytes);
  if (wide) return read(bytes, wide);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return looksBinary(text) ? refused('utf-8') : { text, encoding: 'utf-8', notices: [] };
  } catch {
    const label = declaredEncoding(declared);
    if (label !== null && label !== 'utf-8') return read(bytes, label);
    return brokenUtf8(bytes) ?? legacy(bytes) ?? refused('unknown');
  }
}

/** The encoding that a label of the web names, where this runtime knows it; null otherwise. */
function declaredEncoding(label: string | undefined): string | null {
  try {
    const { encoding } = new TextDecoder(label?.trim() || 'utf-8');
    return encoding.startsWith('utf-16') ? null : encoding;
  } catch {
    return null;
  }
}

/** UTF-16 without a mark: every other byte is zero or the high byte of an Arabic letter. */
function wideEncoding(bytes: Uint8Array): string | null {
  if (bytes.length % 2 !== 0 || bytes.length < 4) return null;
  const sample = bytes.subarray(0, 4096);
  const high = [0, 0];
  for (let at = 0; at < sample.length; at++)
    if (sample[at] === 0 || sample[at] === 6) high[at % 2] = (high[at % 2] ?? 0) + 1;
  const enough = (sample.length / 2) * 0.7;
  if ((high[1] ?? 0) > enough) return 'utf-16le';
  return (high[0] ?? 0) > enough ? 'utf-16be' : null;
}

function brokenUtf8(bytes: Uint8Array): Decoded | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  let broken = 0;
  let beyond = 0;
  let first = -1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    beyond++;
    if (code !== 0xfffd) continue;
    broken++;
    if (first < 0) first = at;
  }
  if (broken > Math.max(1, beyond * BROKEN_SHARE) || beyond < 2 || looksBinary(text)) return null;
  return {
    text,
    encoding: 'utf-8',
    notices: [
      {
        code: 'broken-utf8',
        severity: 'warning',
        message: `The file is UTF-8 with ${broken} broken ${broken === 1 ? 'character' : 'characters'}, shown as \ufffd; the first at ${first}.`,
      },
    ],
  };
}

function legacy(bytes: Uint8Array): Decoded | null {
  let best: { encoding: string; score: number } | null = null;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  for (const encoding of LEGACY) {
    const text = new TextDecoder(encoding).decode(sample);
    const letters = text.match(ARABIC)?.length ?? 0;
    const odd = text.replace(/[\t\r\n]/g, '').match(ODD)?.length ?? 0;
    const words = text.match(FREQUENT)?.length ?? 0;
    const length = Math.max(1, text.length);
    const score = letters / length + (3 * words) / Math.max(1, text.length / 10) - (5 * odd) / length;
    if (!best || score > best.score) best = { encoding, score };
  }
  if (!best || best.score <= 0.3) return null;
  const text = new TextDecoder(best.encoding).decode(bytes);
  if (looksBinary(text)) return null;
  return {
    text,
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

function read(bytes: Uint8Array, encoding: string): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  return looksBinary(text) ? refused(encoding) : { text, encoding, notices: [] };
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

function refused(encoding: string): Decoded {
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
