/**
 * Folding: one form for the many spellings of a word, so that they can be looked up. A folded string never owns an
 * offset: `originalOffset` leads from a position in it back to the text as written.
 *
 * Arabic: tashkeel, tatweel and invisible characters go; the hamza leaves its seat; ة → ه, ى → ي; Persian, Urdu and
 * Kurdish letters become their Arabic ones, except گ and چ, which stand for sounds that Arabic spells in several ways
 * (see `phonetic.ts`). Presentation forms are decomposed. Other scripts: lower case without diacritics.
 */

const ARABIC: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ٲ: 'ا',
  ٳ: 'ا',
  ى: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ء: '',
  ة: 'ه',
  ک: 'ك',
  ڪ: 'ك',
  ی: 'ي',
  ې: 'ي',
  ے: 'ي',
  ێ: 'ي',
  ۍ: 'ي',
  ہ: 'ه',
  ھ: 'ه',
  ۀ: 'ه',
  ە: 'ه',
  ۂ: 'ه',
  ۃ: 'ه',
  ڤ: 'ف',
  پ: 'ب',
  ٹ: 'ت',
  ڈ: 'د',
  ڑ: 'ر',
  ڕ: 'ر',
  ڵ: 'ل',
  ۆ: 'و',
  ۇ: 'و',
  ۋ: 'و',
  ں: 'ن',
  ڭ: 'ك',
  ڨ: 'گ',
  ڥ: 'ف',
  ګ: 'گ',
};

const LATIN: Readonly<Record<string, string>> = {
  ə: 'e',
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ʻ: '',
  ʼ: '',
  '’': '',
  '‘': '',
  "'": '',
  ё: 'е',
  և: 'եւ',
};

/** Tashkeel, Quranic signs, tatweel, zero-width and directional characters: present in a word, absent from its folded form. */
export function isIgnorable(code: number): boolean {
  // nearly all characters of a text: ASCII and Arabic letters
  if (code < 0x80 || (code >= 0x0620 && code <= 0x063f) || (code >= 0x0641 && code <= 0x064a)) return false;
  return (
    (code >= 0x064b && code <= 0x065f) ||
    code === 0x0640 ||
    code === 0x0670 ||
    (code >= 0x06d6 && code <= 0x06ed && code !== 0x06e5 && code !== 0x06e6 && code !== 0x06ee) ||
    (code >= 0x0610 && code <= 0x061a) ||
    code === 0x061c ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2069) ||
    code === 0xfeff ||
    code === 0x00ad ||
    (code >= 0x0300 && code <= 0x036f) ||
    (code >= 0xfe00 && code <= 0xfe0f)
  );
}

const cache = new Map<string, string>();

function foldUncached(char: string): string {
  if (isIgnorable(char.charCodeAt(0))) return '';
  const code = char.charCodeAt(0);
  if (code >= 0x0660 && code <= 0x0669) return String(code - 0x0660);
  if (code >= 0x06f0 && code <= 0x06f9) return String(code - 0x06f0);
  const arabic = ARABIC[char];
  if (arabic !== undefined) return arabic;
  if (code >= 0x0600 && code <= 0x06ff) return char;
  const parts = char.normalize('NFKD').toLowerCase().normalize('NFKD');
  let folded = '';
  for (const part of parts) {
    if (isIgnorable(part.charCodeAt(0))) continue;
    folded += ARABIC[part] ?? LATIN[part] ?? part;
  }
  return folded;
}

/** Folds one character (a code point); the result may be empty or longer than one. */
export function foldChar(char: string): string {
  const known = cache.get(char);
  if (known !== undefined) return known;
  const folded = foldUncached(char);
  if (cache.size < 20_000) cache.set(char, folded);
  return folded;
}

/** Folds a string, character by character. */
export function fold(text: string): string {
  let folded = '';
  for (const char of text) folded += foldChar(char);
  return folded;
}

/**
 * Folds a name of several words the way that tokens are folded: words joined by single spaces, punctuation dropped.
 * This is the key under which names are stored in the gazetteer and looked up in a text.
 */
export function foldName(name: string): string {
  return fold(name.replace(/['’‘ʻʼ](?=\p{L})/gu, ''))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The offset in `text` that stands `folded` characters into the folded form of `text.slice(start, end)`. Ignorable
 * characters belong to the letter before them.
 */
export function originalOffset(text: string, start: number, end: number, folded: number): number {
  let seen = 0;
  let at = start;
  while (at < end) {
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const length = foldChar(char).length;
    if (seen >= folded && (length > 0 || !isIgnorable(char.charCodeAt(0)))) break;
    seen += length;
    at += char.length;
  }
  return at;
}
