import type { Notice } from '../core/model/notice.ts';
import { decodeBytes } from './decode-bytes.ts';
import { legacyEncoding } from './legacy-encoding.ts';

/** Text of bytes, with what is to be said of how it was read; null when they are no text. */
export interface Decoded {
  readonly text: string | null;
  readonly encoding: string;
  readonly notices: readonly Notice[];
}

/** UTF-8 with at most one broken character in fifty (a file cut short, a byte lost) is still UTF-8. */
const BROKEN_SHARE = 1 / 50;

/**
 * Decodes a text file: byte order mark, UTF-16 without a mark, UTF-8, the encoding that the file or its server declares,
 * then those from before Unicode, told apart by which of them gives words. What is valid UTF-8 is taken for it whatever
 * is declared. What is guessed, or declared and contradicted by the letters, gets a warning, what is no text an error.
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return readWide(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return readWide(bytes, 'utf-16be');
  const wide = wideEncoding(bytes);
  if (wide) return readWide(bytes, wide);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return looksBinary(text) ? refused('utf-8') : { text, encoding: 'utf-8', notices: [] };
  } catch {
    const label = declaredEncoding(declared);
    // of all labels that of Western Europe is the one that templates and servers give to anything
    if (label === 'windows-1252') return contradicted(bytes, label) ?? read(bytes, label);
    if (label !== null && label !== 'utf-8') return read(bytes, label);
    return brokenUtf8(bytes) ?? guessed(bytes) ?? refused('unknown');
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

/** UTF-16 without a mark: every other byte is zero or the high byte of an Arabic or a Cyrillic letter. */
export function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 4) return null;
  const sample = bytes.subarray(0, 4096);
  const high = [0, 0];
  for (let at = 0; at < sample.length; at++)
    if (sample[at] === 0 || sample[at] === 6 || sample[at] === 4) high[at % 2] = (high[at % 2] ?? 0) + 1;
  const enough = (sample.length / 2) * 0.7;
  if ((high[1] ?? 0) > enough) return 'utf-16le';
  return (high[0] ?? 0) > enough ? 'utf-16be' : null;
}

/** UTF-16; half a character at the end, where a file was cut short, is left out. */
function readWide(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  if (bytes.length % 2 === 0) return read(bytes, encoding);
  const decoded = read(bytes.subarray(0, -1), encoding);
  if (decoded.text === null) return decoded;
  return {
    ...decoded,
    notices: [
      {
        code: 'cut-short',
        severity: 'warning',
        message: 'The file is UTF-16 and ends in the middle of a character, which was left out: it may be cut short.',
      },
    ],
  };
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

function guessed(bytes: Uint8Array): Decoded | null {
  const encoding = legacyEncoding(bytes);
  if (encoding === null) return null;
  return noted(bytes, encoding, {
    code: 'not-utf8',
    severity: 'warning',
    message: `The file is not UTF-8; it was read as ${encoding}, which its letters suggest. If that is wrong, save it as UTF-8.`,
  });
}

/** What a label of Western Europe was put on by mistake: broken UTF-8, Arabic, Turkish. Null when the label may be right. */
function contradicted(bytes: Uint8Array, label: string): Decoded | null {
  const broken = brokenUtf8(bytes);
  if (broken) return broken;
  const encoding = legacyEncoding(bytes);
  if (encoding === null || encoding === label) return null;
  return noted(bytes, encoding, {
    code: 'encoding-contradicted',
    severity: 'warning',
    message: `The file is said to be ${label}, but its letters make words in ${encoding}: it was read so. If that is wrong, save it as UTF-8.`,
  });
}

function noted(bytes: Uint8Array, encoding: string, notice: Notice): Decoded | null {
  const { text } = read(bytes, encoding);
  return text === null ? null : { text, encoding, notices: [notice] };
}

function read(bytes: Uint8Array, encoding: string): Decoded {
  const text = decodeBytes(bytes, encoding);
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
          'These bytes are not text in UTF-8, UTF-16, Windows-1256, ISO-8859-6 or Windows-1252: nothing was read. Save the file as UTF-8 text.',
      },
    ],
  };
}
