import { fold, foldName } from '../../text/fold.ts';
import { LATIN_NAMES } from './gloss-names.ts';
import { LETTERS } from './speech-words.ts';

/** Latin spellings by folded word or words. */
const KNOWN: ReadonlyMap<string, string> = new Map(
  LATIN_NAMES.split('\n').flatMap((line) => {
    const at = line.indexOf(':');
    const words = line.slice(at + 1).trim();
    return at < 0 ? [] : words.split(/\s+/).map((word) => [foldName(word.replaceAll('_', ' ')), line.slice(0, at)]);
  }) as [string, string][],
);
const MOST_WORDS = 2;
/** "Servant of", which a name of God follows with its article. */
const SERVANT = 'عبد';

/** Whether a folded word is a part of names whose usual spelling is known. */
export const isKnownName = (folded: string): boolean => KNOWN.has(folded);

/** Endings of family names from the Caucasus and Russia, whose sounds Arabic letters do not tell. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ييف$/u, 'yev'],
  [/وف$/u, 'ov'],
  [/وفا$/u, 'ova'],
  [/يان$/u, 'yan'],
  [/سكي$/u, 'sky'],
  [/شيلي$/u, 'shvili'],
];
/** Pairs of consonants that a word may begin with. */
const OPENING = /^(?:[bdfgkpt]r|[bfgkps]l|s[kmnpt]|sh[mtv]|tr|dr)/;

/** One folded word in Latin letters: as usual where that is known, else letter by letter, with a vowel where none is written and none can be missed. */
export function romanise(folded: string): string {
  const known = KNOWN.get(folded);
  if (known !== undefined) return known;
  if (folded.startsWith('ال') && folded.length > 4) return `al-${romanise(folded.slice(2))}`;
  let word = folded.replace('\u0651', '');
  let ending = '';
  for (const [pattern, latin] of ENDINGS)
    if (pattern.test(word) && word.length > 4) {
      word = word.replace(pattern, '');
      ending = latin;
      break;
    }
  const letters = [...word.replace(/تش/gu, 'چ')];
  let latin = '';
  letters.forEach((letter, at) => {
    const isVowel = (other: string | undefined) => other !== undefined && /[اويع]/u.test(other);
    const [before, after] = [letters[at - 1], letters[at + 1]];
    if (letter === 'ا') latin += latin.endsWith('a') ? '' : at === 0 && /[وي]/u.test(after ?? '') ? '' : 'a';
    else if (letter === 'ع') latin += isVowel(after) || latin.endsWith('a') ? '' : 'a';
    else if (letter === 'و')
      latin += at === 0 || (isVowel(after) && after !== 'ع') ? 'w' : before === 'ا' && at > 1 ? 'w' : 'o';
    else if (letter === 'ي')
      latin += (at === 0 && after !== undefined) || (isVowel(after) && after !== 'ع') ? 'y' : 'i';
    else if (letter === 'ه')
      latin += at === letters.length - 1 && ending === '' ? (latin.endsWith('a') ? 'h' : 'a') : 'h';
    else latin += LETTERS[letter] ?? '';
  });
  latin += ending;
  if (/^[^aeiouyw]{2}/.test(latin) && !OPENING.test(latin) && !/^(?:kh|gh|sh|th|dh|ch)[aeiouyw]/.test(latin))
    latin = latin.replace(/^(kh|gh|sh|th|dh|ch|.)/, '$1a');
  latin = latin.replace(/([bdfghjkmqstz])([lnr])$/, '$1e$2');
  return latin === '' ? '' : latin[0]!.toUpperCase() + latin.slice(1);
}

/** Words of a name, as written, in Latin letters. */
export function romaniseName(words: readonly string[]): string {
  const folded = words.map((word) => {
    const plain = fold(word);
    // the hamza of أليكسي shows that its first letters are no article
    return /^[أإآ]ل/u.test(word) && !KNOWN.has(plain) ? `\u0651${plain}` : plain;
  });
  const out: string[] = [];
  for (let at = 0; at < folded.length; ) {
    let taken = 1;
    for (let count = Math.min(MOST_WORDS, folded.length - at); count > 1; count--)
      if (KNOWN.has(folded.slice(at, at + count).join(' '))) {
        taken = count;
        break;
      }
    const word = folded.slice(at, at + taken).join(' ');
    // Abdel Majid, not Abdel al-Majid
    out.push(romanise(folded[at - 1] === SERVANT && word.startsWith('ال') ? word.slice(2) : word));
    at += taken;
  }
  return out.join(' ');
}
