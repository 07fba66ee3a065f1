import { decodeBytes } from './decode-bytes.ts';

export type LegacyEncoding = 'windows-1256' | 'iso-8859-6' | 'windows-1252' | 'windows-1254';

/** How much of the words with other letters than those of ASCII is looked at: enough for them to tell. */
const SAMPLE_BYTES = 64 * 1024;
/** A word longer than any of a language: what lies in it is data. */
const LONGEST_WORD = 200;
/** Which part of the letters may not fit: typing errors, a word in a third language. */
const MISFIT_SHARE = 0.2;

const WORD = /[\p{L}\p{M}]+/gu;
const ODD = /[\p{Cc}\ufffd]/gu;
const ARABIC = /^[\u0621-\u0652\u067e-\u06d2]$/u;
const MARK = /^\p{M}$/u;
const FREQUENT = /(?<!\S)(?:من|في|على|إلى|أن|إن|التي|الذي|عن|مع|هذا|لا|ما|ال\S{2,})(?!\S)/gu;

interface Fit {
  /** Letters in words as the language writes them, and letters where it has none. */
  good: number;
  bad: number;
  /** Whether some word is of Arabic letters. */
  arabic: boolean;
  /** Words that every Arabic text is full of: they decide between encodings that both give Arabic letters. */
  frequent: number;
}

/**
 * Which of the encodings from before Unicode some bytes are in; null when they make no words in any. Judged by the words
 * that hold other letters than those of ASCII, wherever in the bytes they stand: Arabic is written in whole words of
 * such letters, the languages of Western Europe put single ones among those of ASCII. Quotation marks and dashes are the
 * same in Windows-1252 and Windows-1256 and tell nothing.
 */
export function legacyEncoding(bytes: Uint8Array): LegacyEncoding | null {
  const sample = wordsBeyondAscii(bytes);
  const latin = decodeBytes(sample, 'windows-1252');
  const western = westernFit(latin);
  const windows = arabicFit(decodeBytes(sample, 'windows-1256'));
  const iso = arabicFit(decodeBytes(sample, 'iso-8859-6'));
  const arabic = score(iso) > score(windows) ? iso : windows;
  if (arabic.arabic && score(arabic) > score(western) && isFit(arabic))
    return arabic === iso ? 'iso-8859-6' : 'windows-1256';
  if (!isFit(western) || !isMostlyAscii(bytes)) return null;
  return isTurkish(latin) ? 'windows-1254' : 'windows-1252';
}

/** The Turkish ş, ğ and ı stand where Windows-1252 has letters of Icelandic, which has its accents beside them. */
function isTurkish(latin: string): boolean {
  return (latin.match(/[ðþýÐÞÝ]/g)?.length ?? 0) > (latin.match(/[áéíóúæÁÉÍÓÚÆ]/g)?.length ?? 0);
}

const score = ({ good, bad, frequent }: Fit) => good - 2 * bad + frequent / 2;
const isFit = ({ good, bad }: Fit) => bad <= (good + bad) * MISFIT_SHARE;

/** The words that hold a byte beyond ASCII, with what of ASCII stands in them, apart by spaces. */
function wordsBeyondAscii(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(SAMPLE_BYTES + LONGEST_WORD + 1);
  let filled = 0;
  let start = 0;
  let beyond = false;
  for (let at = 0; at <= bytes.length && filled < SAMPLE_BYTES; at++) {
    const byte = bytes[at] ?? 0x20;
    if (byte >= 0x80) beyond = true;
    else if (!isAsciiLetter(byte)) {
      if (beyond) {
        const word = bytes.subarray(start, Math.min(at, start + LONGEST_WORD));
        sample.set(word, filled);
        filled += word.length;
        sample[filled++] = 0x20;
      }
      start = at + 1;
      beyond = false;
    }
  }
  return sample.subarray(0, filled);
}

function arabicFit(text: string): Fit {
  const fit: Fit = { good: 0, bad: 0, arabic: false, frequent: text.match(FREQUENT)?.length ?? 0 };
  for (const [word] of text.matchAll(WORD)) judgeArabic(word, fit);
  fit.bad += text.match(ODD)?.length ?? 0;
  return fit;
}

function judgeArabic(word: string, fit: Fit): void {
  const letters = [...word];
  const arabic = letters.filter((letter) => ARABIC.test(letter)).length;
  const ascii = letters.filter((letter) => letter < '\u0080').length;
  const others = letters.length - arabic - ascii;
  if (arabic === 0) fit.good += others;
  else if (ascii > 0) {
    // an article before a foreign word is Arabic, one or two letters among those of ASCII are not
    if (/^[\u0621-\u0652]{3,}[A-Za-z]+$/.test(word)) fit.good += arabic;
    else fit.bad += arabic;
  } else if (others > 0) fit.bad += arabic + others;
  else if (isArabicWord(letters)) {
    if (arabic === 1) return;
    fit.good += arabic;
    fit.arabic = true;
  } else fit.bad += arabic;
}

/** Marks stand on letters, ة and ى at the end, and a mark of case with an alif behind it at most. */
function isArabicWord(letters: readonly string[]): boolean {
  return letters.every((letter, at) => {
    if (MARK.test(letter) && at === 0) return false;
    const behind = letters.slice(at + 1).filter((next) => !MARK.test(next));
    if (letter === 'ة' || letter === 'ى') return behind.length === 0;
    if (/[\u064b-\u064d]/.test(letter)) return behind.length === 0 || /^[اى]$/.test(behind.join(''));
    return true;
  });
}

function westernFit(text: string): Fit {
  const fit: Fit = { good: 0, bad: 0, arabic: false, frequent: 0 };
  for (const [word] of text.matchAll(WORD)) {
    const beyond = [...word].filter((letter) => letter >= '\u0080').length;
    if (beyond === 0) continue;
    // Çà is a word too, but so are two such letters of Arabic
    if (beyond === 2 && word.length === 2) continue;
    // à and É stand alone; more than two side by side, or nothing else, is no word of Western Europe
    if (word.length === 1 || (beyond < word.length && !/[^\0-\u007f]{3}/.test(word))) fit.good += beyond;
    else fit.bad += beyond;
  }
  fit.bad += text.match(ODD)?.length ?? 0;
  return fit;
}

/** Languages of Western Europe are written in ASCII for the most part, and so is what has only quotation marks beyond it. */
function isMostlyAscii(bytes: Uint8Array): boolean {
  let letters = 0;
  let beyond = 0;
  for (const byte of bytes) {
    if (byte >= 0x80) beyond++;
    else if (isAsciiLetter(byte)) letters++;
  }
  return letters > beyond;
}

function isAsciiLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
