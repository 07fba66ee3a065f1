import type { Notice } from '../core/model/notice.ts';
import { decode, wideEncoding } from './decode.ts';
import { decodeBytes } from './decode-bytes.ts';

/** A line of a stream. Its text is null when it is too long to be held, or no text, with an error that says so. */
export interface DecodedLine {
  readonly text: string | null;
  readonly notices: readonly Notice[];
}

const LINE_FEED = 0x0a;

/**
 * The lines of a stream of bytes, of which never more is held than a line and the piece that ends it. The encoding is
 * judged as `decode` judges a whole file: UTF-16 by the beginning, any other by the first line that is no UTF-8 and what
 * has arrived behind it. The lines after it are read likewise, and the first alone says so.
 */
export async function* decodeLines(
  stream: AsyncIterable<Uint8Array>,
  maxLineBytes: number,
): AsyncGenerator<DecodedLine> {
  const read = lineReader(maxLineBytes);
  let wide: TextDecoder | null | undefined;
  let open: Uint8Array[] = [];
  let held = 0;
  const close = (end: Uint8Array, behind: Uint8Array): DecodedLine => {
    const line = held + end.length > maxLineBytes ? null : joined([...open, end]);
    open = [];
    held = 0;
    return read(line, behind);
  };
  for await (const chunk of stream) {
    if (wide === undefined) wide = wideDecoder(chunk);
    // UTF-16 becomes UTF-8 on its way, so that its lines end alike
    const bytes = wide ? new TextEncoder().encode(wide.decode(chunk, { stream: true })) : chunk;
    let start = 0;
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
      yield close(bytes.subarray(start, end), bytes.subarray(end));
      start = end + 1;
    }
    held += bytes.length - start;
    if (held > maxLineBytes) open = [];
    // a copy: the stream may use its buffer again
    else if (start < bytes.length) open.push(bytes.slice(start));
  }
  if (held > 0) yield held > maxLineBytes ? read(null, EMPTY) : close(EMPTY, EMPTY);
}

const EMPTY = new Uint8Array();

/** Reads one line after the other, with what is known by then of the encoding. */
function lineReader(maxLineBytes: number): (line: Uint8Array | null, behind: Uint8Array) => DecodedLine {
  let number = 0;
  let legacy: string | null = null;
  return (line, behind) => {
    number++;
    if (line === null)
      return { text: null, notices: [lineError('bad-line', `Line ${number}: longer than ${maxLineBytes} bytes.`)] };
    if (legacy !== null) return { text: utf8Text(line) ?? decodeBytes(line, legacy), notices: [] };
    const alone = decode(line);
    if (alone.encoding === 'utf-8' && alone.notices.length === 0) return alone;
    const together = decode(joined([line, behind]));
    const { encoding, text } = together.text === null ? alone : together;
    if (text === null)
      return { text: null, notices: [lineError('not-text', `Line ${number}: ${messageOf(alone.notices)}`)] };
    const what =
      encoding === 'utf-8'
        ? 'broken characters, shown as \ufffd: what stood there is lost.'
        : `it is not UTF-8; from here on the file was read as ${encoding}, which its letters suggest. If that is wrong, save it as UTF-8.`;
    if (encoding !== 'utf-8') legacy = encoding;
    return {
      text: decodeBytes(line, encoding),
      notices: [
        {
          code: encoding === 'utf-8' ? 'broken-utf8' : 'not-utf8',
          severity: 'warning',
          message: `Line ${number}: ${what}`,
        },
      ],
    };
  };
}

/** A line of UTF-8 among others is one, since letters of older encodings hardly ever make it up. */
function utf8Text(line: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(line);
  } catch {
    return null;
  }
}

const lineError = (code: string, message: string): Notice => ({ code, severity: 'error', message });
const messageOf = (notices: readonly Notice[]) => notices[0]?.message ?? 'no text.';

function wideDecoder(beginning: Uint8Array): TextDecoder | null {
  if (beginning[0] === 0xff && beginning[1] === 0xfe) return new TextDecoder('utf-16le');
  if (beginning[0] === 0xfe && beginning[1] === 0xff) return new TextDecoder('utf-16be');
  const encoding = wideEncoding(beginning);
  return encoding && new TextDecoder(encoding);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0] ?? EMPTY;
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
