/**
 * Arabic numbers in words and digits. Source: any grammar of Modern Standard Arabic (e.g. Ryding, A Reference Grammar,
 * ch. 15). All forms are folded (ة → ه, ئ → ي, ى → ي).
 */
export interface NumberReading {
  readonly value: number;
  /** Index one past its last token. */
  readonly to: number;
  /** الحادي والعشرين rather than واحد وعشرين. */
  readonly ordinal: boolean;
  readonly words: boolean;
}

/** The folded word at a token index, '' outside; the first word of an expression comes without its attached particles. */
export type WordAt = (index: number) => string;

const table = (rows: string): ReadonlyMap<string, number> => {
  const map = new Map<string, number>();
  for (const row of rows.trim().split('\n')) {
    const [value = '', ...words] = row.trim().split(/\s+/);
    for (const word of words) map.set(word, Number(value));
  }
  return map;
};

const UNITS = table(`
  1 واحد واحده احد احدي احدا
  2 اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي اتنين
  3 ثلاث ثلاثه تلاته
  4 اربع اربعه
  5 خمس خمسه
  6 ست سته
  7 سبع سبعه
  8 ثمان ثماني ثمانيه ثمانيا
  9 تسع تسعه
  10 عشر عشره
`);
const TENS = table(`
  20 عشرون عشرين
  30 ثلاثون ثلاثين
  40 اربعون اربعين
  50 خمسون خمسين
  60 ستون ستين
  70 سبعون سبعين
  80 ثمانون ثمانين
  90 تسعون تسعين
`);
const HUNDREDS = table(`
  100 ميه مايه
  200 ميتان ميتين ميتي ميتا مايتان مايتين مايتي
  300 ثلاثميه ثلاثمايه
  400 اربعميه اربعمايه
  500 خمسميه خمسمايه
  600 ستميه ستمايه
  700 سبعميه سبعمايه
  800 ثمانميه ثمانمايه ثمانيميه ثمانيمايه
  900 تسعميه تسعمايه
`);
const ORDINALS = table(`
  1 اول اولي حادي حاديه
  2 ثاني ثانيه
  3 ثالث ثالثه
  4 رابع رابعه
  5 خامس خامسه
  6 سادس سادسه
  7 سابع سابعه
  8 ثامن ثامنه
  9 تاسع تاسعه
  10 عاشر عاشره
`);

const BEGINNINGS = new Set(['الف', 'الفان', 'الفين']);
for (const words of [UNITS, TENS, HUNDREDS, ORDINALS]) for (const word of words.keys()) BEGINNINGS.add(word);

/** Whether a word, with or without its article, can begin a number. */
export function beginsNumber(word: string): boolean {
  return BEGINNINGS.has(word) || (word.startsWith('ال') && (word.length === 2 || BEGINNINGS.has(word.slice(2))));
}

interface Word {
  readonly word: string;
  readonly to: number;
}

/** The word that و joins to what precedes: وعشرين, or و عشرين. */
function afterAnd(at: WordAt, index: number): Word | null {
  const word = at(index);
  if (word === 'و') return at(index + 1) === '' ? null : { word: at(index + 1), to: index + 2 };
  return word.length > 3 && word[0] === 'و' ? { word: word.slice(1), to: index + 1 } : null;
}

const isTen = (word: string) => word === 'عشر' || word === 'عشره';

interface Part {
  readonly value: number;
  readonly to: number;
}

function belowHundred(at: WordAt, word: Word): Part | null {
  const tens = TENS.get(word.word);
  if (tens !== undefined) return { value: tens, to: word.to };
  const unit = UNITS.get(word.word);
  if (unit === undefined) return null;
  if (unit < 10 && isTen(at(word.to))) return { value: unit + 10, to: word.to + 1 };
  const and = afterAnd(at, word.to);
  const ten = and && unit < 10 ? TENS.get(and.word.replace(/^ال/, '')) : undefined;
  if (and && ten !== undefined) return { value: unit + ten, to: and.to };
  return { value: unit, to: word.to };
}

function belowThousand(at: WordAt, word: Word): Part | null {
  let hundreds = HUNDREDS.get(word.word);
  let to = word.to;
  const unit = UNITS.get(word.word);
  if (hundreds === undefined && unit !== undefined && unit > 2 && HUNDREDS.get(at(to)) === 100) {
    hundreds = unit * 100;
    to++;
  }
  if (hundreds === undefined) return belowHundred(at, word);
  const and = afterAnd(at, to);
  const rest = and && belowHundred(at, and);
  return rest ? { value: hundreds + rest.value, to: rest.to } : { value: hundreds, to };
}

function cardinal(at: WordAt, index: number): Part | null {
  const first: Word = { word: at(index), to: index + 1 };
  let thousands: Part | null = null;
  if (first.word === 'الف') thousands = { value: 1000, to: first.to };
  else if (first.word === 'الفان' || first.word === 'الفين') thousands = { value: 2000, to: first.to };
  const small = thousands ? null : belowThousand(at, first);
  if (small && (at(small.to) === 'الاف' || at(small.to) === 'الف'))
    thousands = { value: small.value * 1000, to: small.to + 1 };
  if (!thousands) return small;
  const and = afterAnd(at, thousands.to);
  const rest = and && belowThousand(at, and);
  return rest ? { value: thousands.value + rest.value, to: rest.to } : thousands;
}

function ordinal(at: WordAt, index: number): Part | null {
  const word = at(index);
  if (!word.startsWith('ال')) return null;
  const stem = word.slice(2);
  const tens = TENS.get(stem);
  if (tens !== undefined) return { value: tens, to: index + 1 };
  const unit = ORDINALS.get(stem);
  if (unit === undefined) return null;
  if (unit < 10 && isTen(at(index + 1))) return { value: unit + 10, to: index + 2 };
  const and = afterAnd(at, index + 1);
  const ten = and?.word.startsWith('ال') && unit < 10 ? TENS.get(and.word.slice(2)) : undefined;
  if (and && ten !== undefined) return { value: unit + ten, to: and.to };
  return { value: unit, to: index + 1 };
}

const inWords = ({ value, to }: Part, ordinal: boolean): NumberReading => ({ value, to, ordinal, words: true });

/** A number in words at a token index, with or without article; digits are the caller's. */
export function readNumberWords(at: WordAt, index: number): NumberReading | null {
  const word = at(index);
  if (!beginsNumber(word)) return null;
  const asOrdinal = ordinal(at, index);
  if (asOrdinal) return inWords(asOrdinal, true);
  const plain = cardinal(at, index);
  if (plain) return inWords(plain, false);
  if (word.startsWith('ال')) {
    const definite = cardinal((at_) => (at_ === index ? word.slice(2) : at(at_)), index);
    if (definite) return inWords(definite, false);
  }
  return null;
}

/** أول, ثاني, آخر as first term of a construct: the place in a row (-1 for the last), or null. */
export function readPlaceInRow(word: string): number | null {
  if (word === 'اخر' || word === 'الاخير' || word === 'الاخيره') return -1;
  return ORDINALS.get(word.startsWith('ال') ? word.slice(2) : word) ?? null;
}

/**
 * A year read as two numbers, the way some translations have it: تسعة عشر ثمانية وسبعون is 1978. Only sensible
 * behind the word for year.
 */
export function readYearInPairs(at: WordAt, index: number): Part | null {
  const century = belowHundred(at, { word: at(index), to: index + 1 });
  if (!century || century.value < 10 || century.value > 20) return null;
  const and = afterAnd(at, century.to);
  const rest = belowHundred(at, { word: at(century.to), to: century.to + 1 }) ?? (and ? belowHundred(at, and) : null);
  return rest && rest.value >= 10 ? { value: century.value * 100 + rest.value, to: rest.to } : null;
}
