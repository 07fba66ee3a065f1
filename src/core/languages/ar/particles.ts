import type { WordReading } from '../name-rules.ts';

const MAX_KEPT = 50_000;
const kept = new Map<string, readonly WordReading[]>();

/**
 * Attached particles of Arabic: conjunction (و ف), preposition (ب ل ك), article (ال; after ل it loses its alef:
 * للقاهرة = ل + القاهرة). Source: any grammar of Modern Standard Arabic, e.g. Ryding, A Reference Grammar, §16.
 * The bare word comes first; a reading never leaves fewer than two letters, and the lookup decides which one is a name,
 * so that no root letter is eaten: بيروت is read as ب + يروت too, and nothing is called so. Readings are remembered:
 * most words of a text come again.
 */
export function readWord(folded: string): readonly WordReading[] {
  const known = kept.get(folded);
  if (known) return known;
  const readings = readingsOf(folded);
  if (kept.size < MAX_KEPT) kept.set(folded, readings);
  return readings;
}

function readingsOf(folded: string): readonly WordReading[] {
  const readings: WordReading[] = [{ skip: 0, stem: folded, preposition: '', conjunction: false }];
  const first = folded[0];
  if (first === 'و' || first === 'ف') {
    const rest = folded.slice(1);
    if (rest.length >= 2) {
      readings.push({ skip: 1, stem: rest, preposition: '', conjunction: true });
      pushPrepositions(rest, 1, true, readings);
    }
  }
  pushPrepositions(folded, 0, false, readings);
  return readings;
}

function pushPrepositions(word: string, skip: number, conjunction: boolean, out: WordReading[]): void {
  const first = word[0] ?? '';
  if (first !== 'ب' && first !== 'ل' && first !== 'ك') return;
  const rest = word.slice(1);
  if (rest.length < 2) return;
  if (first === 'ل' && rest[0] === 'ل') out.push({ skip: skip + 1, stem: `ا${rest}`, preposition: first, conjunction });
  out.push({ skip: skip + 1, stem: rest, preposition: first, conjunction });
}

const NISBA_ENDINGS = ['يين', 'يون', 'يان', 'يتان', 'يتين', 'يات', 'يه', 'يا', 'ي'] as const;

/** Base forms (masculine singular nisba without article) that a word can be an inflection of: الأذربيجانيتين → أذربيجاني. */
export function nisbaBases(folded: string): readonly string[] {
  const bases: string[] = [];
  const add = (word: string) => {
    for (const ending of NISBA_ENDINGS) {
      if (word.length > ending.length + 1 && word.endsWith(ending)) {
        const base = `${word.slice(0, -ending.length)}ي`;
        if (!bases.includes(base)) bases.push(base);
      }
    }
  };
  add(folded);
  if (folded.startsWith('ال')) add(folded.slice(2));
  return bases;
}
