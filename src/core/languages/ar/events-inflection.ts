import { fold } from '../../text/fold.ts';
import type { Found, Lexicon, WordUse } from '../event-rules.ts';

/*
 * Inflection of Arabic words as they are written, by pattern: from the third person of a verb (perfect/imperfect) its
 * persons, from a noun its dual, its regular plural and its accusative. Not a morphological analyser: only the forms
 * that news prose uses, and only for words of the tables. Source: Ryding, A Reference Grammar of Modern Standard Arabic.
 */

type Shape = Omit<WordUse, 'suffixed' | 'conjunction' | 'preposition' | 'article' | 'future'>;
type Slot<Entry> = { readonly entry: Entry; readonly shape: Shape };

const PRONOUNS = ['هما', 'هم', 'هن', 'ها', 'ه', 'نا', 'كم', 'ني', 'ك'] as const;

const shape = (form: Shape['form'], past: boolean, feminine: boolean, plural: boolean, first = false): Shape => ({
  form,
  past,
  feminine,
  plural,
  first,
});

/** The imperfect that goes with a perfect where the pattern tells it; hollow, w-initial and some weak verbs are given in the tables. */
function imperfectOf(perfect: string): string {
  return /^[أإا]/u.test(perfect) && fold(perfect).length >= 4 ? `ي${perfect.slice(1)}` : `ي${perfect}`;
}

/** Written forms of a verb given as `perfect` or `perfect/imperfect`. */
function verbForms(spec: string): (readonly [string, Shape])[] {
  const [perfectRaw = '', imperfectRaw = imperfectOf(perfectRaw)] = spec.split('/');
  const perfect = fold(perfectRaw);
  const imperfect = fold(imperfectRaw);
  const weakPerfect = /[ىا]$/u.test(perfectRaw);
  const forms: [string, Shape][] = [];
  const stem = weakPerfect ? perfect.slice(0, -1) : perfect;
  forms.push([perfect, shape('verb', true, false, false)]);
  forms.push([`${stem}ت`, shape('verb', true, true, false)]);
  // لقي, لقوا
  const plural = /ي$/u.test(perfectRaw) && perfect.length > 2 ? perfect.slice(0, -1) : stem;
  forms.push([`${plural}وا`, shape('verb', true, false, true)], [`${plural}و+`, shape('verb', true, false, true)]);
  forms.push([`${stem}تا`, shape('verb', true, true, true)]);
  if (weakPerfect)
    forms.push(
      [`${stem}ا+`, shape('verb', true, false, false)],
      [`${stem}يا`, shape('verb', true, false, true)],
      [`${stem}ينا`, shape('verb', true, false, true, true)],
    );
  else
    forms.push(
      [`${perfect}ا`, shape('verb', true, false, true)],
      // of two letters it is another word: ضم, ضمن
      ...(perfect.length > 2 ? [[`${perfect}ن`, shape('verb', true, true, true)] as [string, Shape]] : []),
      [`${perfect}نا`, shape('verb', true, false, true, true)],
    );
  const tail = imperfect.slice(1);
  const weak = /[ىوي]$/u.test(imperfectRaw) && tail.length > 2;
  const short = weak ? tail.slice(0, -1) : tail;
  for (const [prefix, feminine, first] of [
    ['ي', false, false],
    ['ت', true, false],
    ['ن', false, true],
    ['ا', false, true],
  ] as const) {
    if (prefix === 'ا' && tail.length < 3) continue;
    forms.push([prefix + tail, shape('verb', false, feminine, false, first)]);
    if (weak && !first)
      forms.push(
        [prefix + short, shape('verb', false, feminine, false, first)],
        [`${prefix}${short}ا`, shape('verb', false, feminine, false, first)],
      );
    if (first) continue;
    for (const ending of ['ون', 'وا', 'و+'])
      forms.push([prefix + short + ending, shape('verb', false, feminine, true)]);
    forms.push([`${prefix}${tail}ان`, shape('verb', false, feminine, true)]);
    if (prefix === 'ي') forms.push([`${prefix}${tail}ن`, shape('verb', false, true, true)]);
  }
  return forms;
}

/** Written forms of a noun given with its broken plurals: `هجوم|هجمات`. */
function nounForms(spec: string, form: 'noun' | 'participle' = 'noun'): (readonly [string, Shape])[] {
  const forms: [string, Shape][] = [];
  spec.split('|').forEach((raw, index) => {
    const word = fold(raw.replaceAll('_', ' '));
    const plural = index > 0;
    if (word.endsWith('ه') && /[ةه]$/u.test(raw)) {
      const base = word.slice(0, -1);
      forms.push([word, shape(form, false, true, plural)], [`${base}ت+`, shape(form, false, true, plural)]);
      for (const ending of ['ات', 'تان', 'تين', 'تا', 'تي'])
        forms.push([base + ending, shape(form, false, true, true)]);
    } else {
      forms.push([word, shape(form, false, false, plural)], [`${word}ا`, shape(form, false, false, plural)]);
      // a dual of two letters is another word: ضم, ضمان
      if (!plural && word.length > 2)
        for (const ending of ['ان', 'ين', 'ات', 'ون'])
          forms.push([word + ending, shape(form, false, ending === 'ات', true)]);
    }
  });
  return forms;
}

/** An active participle as adverb or predicate (مضيفا, مؤكدة, معلنين). */
function participleForms(word: string): (readonly [string, Shape])[] {
  const stem = fold(word);
  const base = stem.endsWith('ي') ? stem.slice(0, -1) : stem;
  return [
    [stem, shape('participle', false, false, false)],
    [`${stem}ا`, shape('participle', false, false, false)],
    [`${stem}ه`, shape('participle', false, true, false)],
    [`${base}ين`, shape('participle', false, false, true)],
    [`${base}ون`, shape('participle', false, false, true)],
    [`${stem}ات`, shape('participle', false, true, true)],
  ];
}

/** The word without its article. */
export function arabicBare(folded: string): string {
  if (folded.startsWith('ال') && folded.length > 3) return folded.slice(2);
  if (folded.startsWith('لل') && folded.length > 3) return folded.slice(2);
  return folded;
}

interface Reading {
  readonly stem: string;
  readonly conjunction: boolean;
  readonly preposition: string;
  readonly article: boolean;
  readonly future: boolean;
}

/** Ways to read attached particles off a word; the bare word first. */
export function readings(folded: string): Reading[] {
  const out: Reading[] = [];
  const add = (word: string, conjunction: boolean) => {
    if (word.length < 2) return;
    out.push({ stem: word, conjunction, preposition: '', article: false, future: false });
    if (word.startsWith('ال') && word.length > 3)
      out.push({ stem: word.slice(2), conjunction, preposition: '', article: true, future: false });
    const first = word[0] ?? '';
    const rest = word.slice(1);
    if ((first === 'ب' || first === 'ل' || first === 'ك') && rest.length >= 2) {
      out.push({ stem: rest, conjunction, preposition: first, article: false, future: false });
      if (first === 'ل' && rest[0] === 'ل' && rest.length > 3)
        out.push({ stem: rest.slice(1), conjunction, preposition: first, article: true, future: false });
      if (rest.startsWith('ال') && rest.length > 3)
        out.push({ stem: rest.slice(2), conjunction, preposition: first, article: true, future: false });
    }
    if (first === 'س' && /^[يتنا]/u.test(rest) && rest.length >= 3)
      out.push({ stem: rest, conjunction, preposition: '', article: false, future: true });
  };
  add(folded, false);
  if (/^[وف]/u.test(folded)) add(folded.slice(1), true);
  return out;
}

/** Collects inflected forms and answers look-ups; answers are kept, since news repeats its words. */
export class InflectedLexicon<Entry> implements Lexicon<Entry> {
  private readonly forms = new Map<string, Slot<Entry>[]>();
  private readonly known = new Map<string, readonly Found<Entry>[]>();

  private put(form: string, entry: Entry, made: Shape): void {
    const slots = this.forms.get(form);
    if (slots === undefined) this.forms.set(form, [{ entry, shape: made }]);
    else if (!slots.some((slot) => slot.entry === entry && slot.shape.form === made.form))
      slots.push({ entry, shape: made });
  }

  verb(spec: string, entry: Entry): void {
    for (const [form, made] of verbForms(spec)) this.put(form, entry, made);
  }

  noun(spec: string, entry: Entry): void {
    for (const [form, made] of nounForms(spec)) this.put(form, entry, made);
  }

  participle(word: string, entry: Entry): void {
    for (const [form, made] of participleForms(word)) this.put(form, entry, made);
  }

  /** A word that is not inflected. */
  word(word: string, entry: Entry): void {
    this.put(fold(word), entry, shape('noun', false, false, false));
  }

  find(folded: string): readonly Found<Entry>[] {
    const known = this.known.get(folded);
    if (known !== undefined) return known;
    const found: Found<Entry>[] = [];
    for (const reading of readings(folded)) {
      if (this.add(reading, reading.stem, false, found)) continue;
      for (const pronoun of PRONOUNS) {
        if (reading.article || !reading.stem.endsWith(pronoun) || reading.stem.length < pronoun.length + 3) continue;
        if (this.add(reading, reading.stem.slice(0, -pronoun.length), true, found)) break;
      }
    }
    if (this.known.size < 50_000) this.known.set(folded, found);
    return found;
  }

  private add(reading: Reading, stem: string, suffixed: boolean, found: Found<Entry>[]): boolean {
    let any = false;
    for (const slot of (suffixed ? this.forms.get(`${stem}+`) : undefined) ?? this.forms.get(stem) ?? []) {
      const { form, past, feminine, plural, first } = slot.shape;
      const verb = form === 'verb';
      if (verb && (reading.article || (reading.preposition !== '' && (reading.preposition !== 'ل' || slot.shape.past))))
        continue;
      if (reading.future && (!verb || slot.shape.past)) continue;
      any = true;
      if (found.some((other) => other.entry === slot.entry)) continue;
      found.push({
        entry: slot.entry,
        use: {
          form,
          past,
          feminine,
          plural,
          first,
          suffixed,
          conjunction: reading.conjunction,
          preposition: reading.preposition,
          article: reading.article,
          future: reading.future,
        },
      });
    }
    return any;
  }
}
