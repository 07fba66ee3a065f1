/** A noun without the article, for "to the" too, in every word: للهجوم العسكري is هجوم عسكري. */
export const plainNoun = (words: string): string => words.replace(/^(?:لل|ال|ل)/u, '').replace(/\s+ال/gu, ' ');
