const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** Cardinals in words up to ninety-nine, with `a` and `an` for one, as folded words. */
export const englishNumbers: ReadonlyMap<string, number> = new Map([
  ...ONES.map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, index): [string, number] => [word, (index + 2) * 10]),
  ...TENS.flatMap((ten, index) =>
    ONES.slice(1, 10).map((one, unit): [string, number] => [`${ten}-${one}`, (index + 2) * 10 + unit + 1]),
  ),
  ['a', 1],
  ['an', 1],
  ['dozen', 12],
]);

export const englishMultipliers: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
  ['dozen', 12],
]);

const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

/** An ordinal in words or digits (19th, nineteenth, twenty-first); null for another word. */
export function ordinalOf(word: string): number | null {
  const digits = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word);
  if (digits) return Number(digits[1]);
  if (word === 'twenty-first') return 21;
  const at = ORDINALS.indexOf(word);
  return at < 0 ? null : at + 1;
}

/** A number in digits or words; null for another word. */
export function numberOf(word: string): number | null {
  if (/^\d+(?:,\d{3})*$/.test(word)) return Number(word.replaceAll(',', ''));
  return englishNumbers.get(word.toLowerCase().replace(/[\s‑]+/g, '-')) ?? null;
}
