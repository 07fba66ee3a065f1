/** Vowel marks, the doubling sign and the small alif, as a class of a pattern holds them. */
export const MARKS = '\\u064b-\\u0652\\u0670';
const MARK = new RegExp(`[${MARKS}]`);

/** Whether a word is written with vowel marks or a doubling sign. */
export function hasMarks(word: string): boolean {
  return MARK.test(word);
}

/**
 * Whether the marks that a word carries are all among those of a fully marked spelling of the same letters: عمّان agrees
 * with عَمَّان and not with عُمَان. Words of other letters do not agree.
 */
export function marksAgree(written: string, full: string): boolean {
  const left = letters(written);
  const right = letters(full);
  return (
    left.length === right.length &&
    left.every(({ marks }, at) => [...marks].every((mark) => right[at]?.marks.includes(mark) === true))
  );
}

function letters(word: string): { letter: string; marks: string }[] {
  const found: { letter: string; marks: string }[] = [];
  for (const char of word) {
    const last = found[found.length - 1];
    if (MARK.test(char)) {
      if (last) last.marks += char;
    } else found.push({ letter: char, marks: '' });
  }
  return found;
}
