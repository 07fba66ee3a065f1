/** Letters of long vowels, which spellings of one foreign name differ in. */
const VOWELS = /[اوي]/gu;

/** Consonants of a folded name: equal for بلينكن and بلينكين. */
export const skeleton = (word: string): string => word.slice(0, 1) + word.slice(1).replace(VOWELS, '');
