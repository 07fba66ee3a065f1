import type { WordShapes } from '../word-shapes.ts';

const shape = (pattern: RegExp) => (folded: string) => pattern.test(folded);

/** Articles, particles and pronouns that Arabic writes together with a word; over folded letters. */
export const arabicShapes: WordShapes = {
  definite: (folded) => folded.startsWith('ال'),
  definiteUnderAnd: shape(/^[وف]?ال/u),
  article: shape(/^(?:ال|لل)/u),
  articleUnderAnd: shape(/^[وف]?(?:ال|لل)/u),
  pointing: shape(/^[وفلب]?ا?ل/u),
  and: (folded) => folded.startsWith('و'),
  andThe: (folded) => folded.startsWith('وال'),
  andTo: (folded) => folded.startsWith('ول'),
  by: (folded) => folded.startsWith('ب'),
  to: (folded) => folded.startsWith('ل'),
  toThe: (folded) => folded.startsWith('لل'),
  inThe: shape(/^(?:بال|لل)/u),
  preposedDefinite: shape(/^[بلك](?:ال|ل)/u),
  passive: (folded) => folded.startsWith('الم'),
  possessed: shape(/(?:ها|هم|هما|نا)$/u),
  unlikelyName: shape(/^[يو]|[اك]$/u),
  feminine: (folded) => folded.endsWith('ه'),
  nunated: shape(/^(?!ال|[وف]ال).{3,}(?:ون|ين)$/u),
  future: shape(/^[وف]?س[يت].{3,}/u),
  people: shape(/(?:ين|ون|ا)$/u),
  thatSubject: shape(/(?:نه|نها|نهم|نهما)$/u),
  subordinate: shape(/^و?(?:رغم|بعد|منذ|عقب|بالرغم)/u),
  particles: (folded, stem) => {
    if (stem.length >= folded.length || folded.startsWith('ال')) return 0;
    const skip = folded.length - stem.length;
    if (folded.slice(0, skip).includes('لل')) return folded.indexOf('لل') + 1;
    return folded.slice(skip - 2, skip) === 'ال' ? skip - 2 : skip;
  },
  closed: (word) => word.endsWith('ة'),
  nounEnd: (word) => word.endsWith('ء'),
};
