import { foldName } from '../../text/fold.ts';
import { BODIES } from './gloss-bodies.ts';
import { ADJECTIVES, LETTERS_SPELT, LINKS, ROLES } from './gloss-words.ts';

/** A noun that heads a part of a name. */
export interface Head {
  readonly english: string;
  readonly type: 'role' | 'body' | 'place';
  /** Takes feminine adjectives: so do plurals of bodies. */
  readonly feminine: boolean;
  /** Stands without "the". */
  readonly bare: boolean;
  readonly plural: boolean;
}

export interface Quality {
  readonly english: string;
  readonly feminine: boolean;
}

export interface Link {
  readonly english: string;
  /** The last word is a preposition that is written onto the next one: التابع ل. */
  readonly attached: boolean;
}

/** Most words of an entry. */
export const MOST_WORDS = 6;

export const withoutArticle = (folded: string) => folded.replace(/^ال(?=...)/u, '');

function entries(table: string): { readonly english: string; readonly flags: string; readonly words: string }[] {
  return table.split('\n').flatMap((line) => {
    const [left = '', right = ''] = line.split(' = ');
    const [, english = '', flags = ''] = /^(.*?)((?:\s[+p])*)$/u.exec(left.trim()) ?? [];
    return right
      .split(' | ')
      .filter((form) => form.trim() !== '')
      .map((form) => {
        const [, words = '', feminine = ''] = /^(.*?)(\sf)?$/u.exec(form.trim()) ?? [];
        return { english, flags: flags + feminine, words: foldName(words) };
      });
  });
}

const headsOf = (table: string, type: Head['type']) =>
  entries(table).map(({ english, flags, words }): [string, Head] => [
    withoutArticle(words),
    { english, type, feminine: /[fp]/.test(flags), bare: flags.includes('+'), plural: flags.includes('p') },
  ]);

/** Nouns by their folded words without article. */
export const HEADS: ReadonlyMap<string, Head> = new Map([...headsOf(ROLES, 'role'), ...headsOf(BODIES, 'body')]);

export const LINKED: ReadonlyMap<string, Link> = new Map(
  entries(LINKS).map(({ english, words }) => {
    const attached = / ل$/u.test(words);
    return [withoutArticle(attached ? words.slice(0, -2) : words), { english, attached }];
  }),
);

const QUALITIES: ReadonlyMap<string, string> = new Map(
  entries(ADJECTIVES).map(({ english, words }) => [withoutArticle(words), english]),
);

/** What an adjective says, in any gender and number. */
export function qualityOf(words: string): Quality | null {
  const plain = withoutArticle(words);
  const own = QUALITIES.get(plain);
  if (own !== undefined) return { english: own, feminine: !/^بال/u.test(plain) && /(?:ه$|ها$|^\S+ه\s)/u.test(plain) };
  for (const [ending, rest, feminine] of [
    [/ه$/u, '', true],
    [/ين$|ون$/u, '', false],
  ] as const) {
    const english = ending.test(plain) ? QUALITIES.get(plain.replace(ending, rest)) : undefined;
    if (english !== undefined) return { english, feminine };
  }
  return null;
}

const SPELT: ReadonlyMap<string, string> = new Map(
  LETTERS_SPELT.split(' ').map((pair) => {
    const [letter = '', name = ''] = pair.split('=');
    return [foldName(name), letter];
  }),
);

/** Letters that words spell, if all of them are names of letters: بي بي سي. */
export function spelt(words: readonly string[]): string | null {
  const letters = words.map((word) => SPELT.get(foldName(word)));
  return words.length > 1 && letters.every((letter) => letter !== undefined) ? letters.join('') : null;
}
