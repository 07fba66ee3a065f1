/**
 * Strings of one section of the index, each known by the byte at which it starts.
 *
 * A byte of length in UTF-16 units (255: the length follows in four bytes), a byte that tells the window, then one byte
 * a unit when all units beyond ASCII lie within 128 of each other (Arabic, Cyrillic and Armenian names do, and Latin ones
 * mostly), two when not. A byte from 128 on stands for a unit of the window.
 */
import { Column } from './column.ts';

/** Says that the units have two bytes each. */
const WIDE = 255;
const LONG = 255;
const STEP_BITS = 5;
/** Strings remembered, so that each is written once; then it starts afresh, and memory stays bounded. */
const REMEMBERED = 1_000_000;

export class StringWriter {
  readonly bytes = new Column(Uint8Array);
  private readonly known = new Map<string, number>();

  /** Where the string starts. */
  add(text: string): number {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const { bytes } = this;
    const start = bytes.length;
    if (text.length < LONG) bytes.push(text.length);
    else for (const byte of [LONG, ...fourBytes(text.length)]) bytes.push(byte);
    const window = windowOf(text);
    bytes.push(window);
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (window === WIDE) {
        bytes.push(unit & 0xff);
        bytes.push(unit >>> 8);
      } else bytes.push(unit < 128 ? unit : 128 + unit - (window << STEP_BITS));
    }
    if (this.known.size === REMEMBERED) this.known.clear();
    this.known.set(text, start);
    return start;
  }
}

const fourBytes = (value: number) => [value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24];

/** The window of 128 units, in steps of 32, in which all beyond ASCII lie; 0 when there are none, WIDE when none does. */
function windowOf(text: string): number {
  let lowest = 0xffff;
  let highest = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 128) continue;
    lowest = Math.min(lowest, unit);
    highest = Math.max(highest, unit);
  }
  if (highest === 0) return 0;
  const window = lowest >>> STEP_BITS;
  return window < WIDE && highest - (window << STEP_BITS) < 128 ? window : WIDE;
}

/** The string that starts at a byte; what lies outside of the section reads as nothing. */
export function readString(bytes: Uint8Array, start: number): string {
  const byte = (at: number) => bytes[at] ?? 0;
  let length = byte(start);
  let at = start + 1;
  if (length === LONG) {
    length = (byte(at) | (byte(at + 1) << 8) | (byte(at + 2) << 16) | (byte(at + 3) << 24)) >>> 0;
    if (length > bytes.length) return ''; // damaged
    at += 4;
  }
  const window = byte(at++);
  let text = '';
  if (window === WIDE)
    for (let end = at + length * 2; at < end; at += 2) text += String.fromCharCode(byte(at) | (byte(at + 1) << 8));
  else
    for (const end = at + length; at < end; at++) {
      const own = byte(at);
      text += String.fromCharCode(own < 128 ? own : own - 128 + (window << STEP_BITS));
    }
  return text;
}
