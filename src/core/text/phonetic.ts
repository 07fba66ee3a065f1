/**
 * A key by sound for foreign names in Arabic letters. Newsrooms spell the same foreign sound with different letters:
 * غ ج ق ك for g; ف ب for v and p; ش تش ج for ch; ث س ت for th; long vowels written or not. The key keeps the
 * consonants in classes and drops the vowels, so that ناجورني كارباخ meets ناغورنو كاراباخ, and زنجزور زانغيزور. It is a
 * weak proof: who uses it must ask for more.
 */
const CLASSES: Readonly<Record<string, string>> = {
  ج: 'ك',
  غ: 'ك',
  ق: 'ك',
  ك: 'ك',
  گ: 'ك',
  خ: 'خ',
  ح: 'ه',
  ه: 'ه',
  ع: '',
  ا: '',
  و: '',
  ي: '',
  ف: 'ب',
  ب: 'ب',
  ش: 'ش',
  چ: 'ش',
  ژ: 'ج',
  ز: 'ز',
  ظ: 'ز',
  ذ: 'ز',
  ض: 'د',
  د: 'د',
  ط: 'ت',
  ت: 'ت',
  ث: 'س',
  س: 'س',
  ص: 'س',
};

const MIN_CONSONANTS = 4;

/** Key of one folded word without its article; empty for a word with fewer than four consonants: too little to tell by sound. */
export function phoneticKey(folded: string): string {
  let word = (folded.startsWith('ال') && folded.length > 4 ? folded.slice(2) : folded)
    .replace(/تش/g, 'ش')
    .replace(/دج/g, 'ج')
    .replace(/كس/g, 'خ');
  if (word.endsWith('ه') && word.length > 3) word = word.slice(0, -1);
  let key = '';
  let consonants = 0;
  for (let at = 0; at < word.length; at++) {
    const char = word[at] ?? '';
    let sound = CLASSES[char] ?? char;
    if (sound === '') {
      if (at > 0) continue;
      sound = 'ا';
    } else {
      consonants++;
      if (sound === key[key.length - 1]) continue;
    }
    key += sound;
  }
  return consonants < MIN_CONSONANTS ? '' : key;
}

/** Key of a folded name: its words' keys, joined. Empty when any word of it is too short to tell. */
export function phoneticNameKey(foldedName: string): string {
  const words = foldedName.split(' ');
  if (words.length === 1) return phoneticKey(foldedName);
  const joined = words.join('');
  return phoneticKey(joined);
}

/**
 * How alike two folded words are, 0 to 1: one minus the edit distance over the longer length, where letters of one
 * sound class cost a quarter and vowels a third. Source of the idea: weighted Levenshtein distance.
 */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const rows = a.length;
  const columns = b.length;
  if (rows === 0 || columns === 0) return 0;
  let previous = new Float64Array(columns + 1);
  let current = new Float64Array(columns + 1);
  for (let j = 1; j <= columns; j++) previous[j] = (previous[j - 1] ?? 0) + dropCost(b[j - 1] ?? '');
  for (let i = 1; i <= rows; i++) {
    const left = a[i - 1] ?? '';
    current[0] = (previous[0] ?? 0) + dropCost(left);
    for (let j = 1; j <= columns; j++) {
      const right = b[j - 1] ?? '';
      current[j] = Math.min(
        (previous[j - 1] ?? 0) + swapCost(left, right),
        (previous[j] ?? 0) + dropCost(left),
        (current[j - 1] ?? 0) + dropCost(right),
      );
    }
    [previous, current] = [current, previous];
  }
  return Math.max(0, 1 - (previous[columns] ?? 0) / Math.max(rows, columns));
}

const isVowel = (char: string) => CLASSES[char] === '';
const dropCost = (char: string) => (isVowel(char) || char === 'ه' ? 0.34 : 1);

function swapCost(a: string, b: string): number {
  if (a === b) return 0;
  if (isVowel(a) && isVowel(b)) return 0.34;
  const left = CLASSES[a] ?? a;
  return left !== '' && left === (CLASSES[b] ?? b) ? 0.25 : 1;
}
