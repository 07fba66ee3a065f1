import { foldName } from '../../text/fold.ts';
import type { Found, Lexicon, WordUse } from '../event-rules.ts';

const use = (form: WordUse['form'], past: boolean, plural = false): WordUse => ({
  form,
  past,
  feminine: false,
  plural,
  first: false,
  suffixed: false,
  conjunction: false,
  preposition: '',
  article: false,
  future: false,
});

/** Forms of a verb given as `base` or `base/past` or `base/past/participle`: base, third person, past, -ing. */
function verbForms(spec: string): readonly (readonly [string, WordUse])[] {
  const [base = '', past = regularPast(base), participle = past] = spec.split('/');
  const stem = base.endsWith('e') && !base.endsWith('ee') ? base.slice(0, -1) : doubled(base, past);
  const third = /(?:s|x|z|ch|sh|o)$/.test(base)
    ? `${base}es`
    : /[^aeiou]y$/.test(base)
      ? `${base.slice(0, -1)}ies`
      : `${base}s`;
  const forms: [string, WordUse][] = [
    [past, use('verb', true)],
    [third, use('verb', false)],
    [base, use('verb', false, true)],
    [`${stem}ing`, use('participle', false)],
  ];
  if (participle !== past) forms.push([participle, use('verb', true)]);
  return forms;
}

const regularPast = (base: string): string =>
  base.endsWith('e') ? `${base}d` : /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${base}ed`;

/** stop/stopped → stopp, as the past tells. */
const doubled = (base: string, past: string): string => (past === `${base}${base.at(-1)}ed` ? past.slice(0, -2) : base);

/** A table of English words that knows their regular forms. */
export class EnglishLexicon<Entry> implements Lexicon<Entry> {
  private readonly words = new Map<string, Found<Entry>[]>();

  private add(word: string, entry: Entry, as: WordUse): void {
    const key = foldName(word);
    const known = this.words.get(key);
    if (known) known.push({ entry, use: as });
    else this.words.set(key, [{ entry, use: as }]);
  }

  verb(spec: string, entry: Entry): void {
    for (const [form, as] of verbForms(spec)) this.add(form, entry, as);
  }

  /** `noun` with a regular plural, or `noun|plural`. */
  noun(spec: string, entry: Entry): void {
    const [one = '', many = pluralOf(one)] = spec.split('|');
    this.add(one, entry, use('noun', false));
    if (many !== one) this.add(many, entry, use('noun', false, true));
  }

  readonly find = (folded: string): readonly Found<Entry>[] => this.words.get(folded) ?? [];
}

const pluralOf = (noun: string): string =>
  /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
