import type { AtlasEvent } from '../core/model/atlas.ts';
import type { Difference } from '../core/model/event.ts';
import type { EventRow } from './atlas-rows.ts';
import { LICENCE } from './atlas-rows.ts';

/** The words of a chronology in one language: plain tables, so that they can be sent to a worker. `#` stands for a number. */
export interface ChronologyWords {
  readonly lang: string;
  readonly chronology: string;
  readonly undated: string;
  readonly placeUnknown: string;
  readonly article: string;
  readonly says: string;
  readonly differ: string;
  readonly figures: string;
  readonly factuality: Readonly<Record<AtlasEvent['factuality'], string>>;
  readonly dateBasis: Readonly<Record<NonNullable<AtlasEvent['dateBasis']>, string>>;
  readonly placeSure: string;
  readonly sources: string;
  readonly licence: string;
  readonly licenceText: string;
  /** Names of the kinds, of what figures count and of what sources differ about; the id where a table lacks it. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly about: Readonly<Record<string, string>>;
  /** Dates (EDTF) as they are written in the language; the EDTF where the table lacks it. */
  readonly dates: Readonly<Record<string, string>>;
  /** Heads of the columns of the table, by their English name. */
  readonly columns: Readonly<Record<string, string>>;
}

/** What the chronology is made with when no language is asked for: English, with ids and EDTF as they are. */
export const ENGLISH: ChronologyWords = {
  lang: 'en',
  chronology: 'Chronology',
  undated: 'Undated',
  placeUnknown: 'place not given',
  article: 'the article',
  says: 'according to',
  differ: 'The sources differ',
  figures: 'Figures',
  factuality: { reported: 'reported', negated: 'denied', possible: 'possible' },
  dateBasis: { passage: 'passage', context: 'context', document: 'document' },
  placeSure: 'place # % sure',
  sources: 'Sources',
  licence: 'Licence',
  licenceText: LICENCE,
  kinds: {},
  about: {},
  dates: {},
  columns: {},
};

const wordFor = (table: Readonly<Record<string, string>>, id: string) => table[id] ?? id.replaceAll('-', ' ');

export const kindWord = (words: ChronologyWords, kind: string) => wordFor(words.kinds, kind);
export const aboutWord = (words: ChronologyWords, about: string) => wordFor(words.about, about);
export const dateWord = (words: ChronologyWords, date: string) => words.dates[date] ?? date;

/** What one source says of a matter on which the sources differ. */
export function differenceWord(words: ChronologyWords, { about }: Difference, value: string): string {
  if (about === 'date') return dateWord(words, value);
  return about === 'kind' ? kindWord(words, value) : value.replace(/^>(?=\d)/, '≥ ');
}

/** The figures of a telling in a line: `killed ≥ 25; wounded ~40`. */
export function figureWords(words: ChronologyWords, { event }: EventRow): string {
  return event.figures
    .map(
      ({ what, value, approx, atLeast, atMost }) =>
        `${aboutWord(words, what)} ${atLeast ? '≥ ' : atMost ? '≤ ' : ''}${approx ? '~' : ''}${value}`,
    )
    .join('; ');
}
