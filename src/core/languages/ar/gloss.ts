import type { GlossPlaces, GlossRules } from '../gloss-rules.ts';
import { type Clause, type Part, readClause, type Word } from './gloss-clause.ts';
import { spelt } from './gloss-lexicon.ts';
import { HEADED, USUAL } from './gloss-words.ts';
import { romaniseName } from './romanise.ts';

const SIGNS = /([،,;()[\]–—]|\s-\s)/u;
const QUOTED = /["“”«»„]/u;

/** A name in Arabic, clause by clause, in English. */
function gloss(name: string, places: GlossPlaces): string | null {
  const pieces = name.split(SIGNS);
  const clauses: (Clause | string)[] = [];
  for (const [at, piece] of pieces.entries()) {
    const words = wordsOf(piece);
    if (at % 2 === 1) clauses.push(piece);
    else if (words.length > 0) {
      const clause = readClause(words, places, at > 0);
      if (clause === null) return null;
      clauses.push(clause);
    }
  }
  const offices = clauses.some((one) => typeof one !== 'string' && one.parts.some(({ type }) => type === 'role'));
  let text = '';
  for (const one of clauses) {
    if (typeof one === 'string') {
      text += /[([]/.test(one) ? ' (' : /[)\]]/.test(one) ? ')' : /[–—-]/.test(one) ? ' – ' : ', ';
      continue;
    }
    // an unknown word that stands alone may be anything
    if (one.parts.length === 0 && !one.sure && !offices) return null;
    const written = render(one);
    if (!written) return null;
    text += written;
  }
  for (const [pattern, usual] of USUAL) text = text.replace(pattern, usual);
  const tidy = text
    .replace(/ +/g, ' ')
    .replace(/ ,/g, ',')
    .replace(/[,\s]+$/, '')
    .trim();
  return tidy === '' ? null : tidy[0]!.toUpperCase() + tidy.slice(1);
}

/** Words of a clause; letters that are spelt in quotation marks are one. */
function wordsOf(piece: string): Word[] {
  return piece.split(QUOTED).flatMap((run, at) => {
    const words = run.match(/[\p{L}\p{M}\p{N}ـ]+/gu) ?? [];
    return words.map((text) => ({ text, quoted: at % 2 === 1 }));
  });
}

function render({ parts, name, bearer, nameLink }: Clause): string | null {
  const own = name.length === 0 ? '' : (spelt(name) ?? romaniseName(name));
  if (name.length > 0 && own.trim() === '') return null;
  if (parts.length === 0) return own || null;
  const last = parts.length - 1;
  let text = '';
  let told = own === '';
  parts.forEach((part, at) => {
    const bears = at === bearer && !told && nameLink === '' && (part.type === 'body' || at === last);
    const title = bears && part.type === 'role';
    const noun = [
      part.nation,
      ...part.adjectives,
      title ? capital(nounOf(part, parts[at + 1])) : nounOf(part, parts[at + 1]),
    ];
    const shown = noun.filter(Boolean).join(' ');
    if (at === 0) text += part.link === 'of' ? shown : `${part.link} ${part.bare ? '' : 'the '}${shown}`;
    else {
      const link = / (?:for|to|of)$/.test(parts[at - 1]?.english ?? '') ? '' : `${part.link} `;
      text += ` ${link}${part.bare || bears ? '' : 'the '}${shown}`;
    }
    if (bears) {
      text += ` ${own}`;
      told = true;
    }
  });
  if (told) return text;
  return nameLink === '' ? `${text}, ${own}` : `${text} ${nameLink} ${own}`;
}

/** Who heads a committee is its chair, who heads a parliament its speaker. */
function nounOf(part: Part, next: Part | undefined): string {
  if (part.english !== 'president' || next?.type !== 'body') return part.english;
  return HEADED.find(([, body]) => body.test(next.english))?.[0] ?? part.english;
}

const capital = (text: string) =>
  text.replace(/(^|[\s-])([a-z])(?=[a-z]{2})/g, (_, before: string, letter: string) => before + letter.toUpperCase());

export const arabicGloss: GlossRules = { into: 'en', gloss };
