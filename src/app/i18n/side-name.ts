import { atlas, type Comparison, language } from '../state/app-state.ts';
import { ARTICLE } from '../state/filters.ts';
import { periodOf } from '../state/sides.ts';
import { formatRange } from './dates.ts';
import { locale } from './locale.ts';
import { documentTitle, type Named, speakerName } from './names.ts';

/** What a side is called. */
export function sideName({ by }: Comparison, value: string): Named {
  const corpus = atlas.value;
  if (by === 'period') {
    const range = periodOf(value);
    return { text: range ? formatRange(range.from ?? -3_000_000, range.to ?? 3_000_000) : '', lang: language.value };
  }
  if (by === 'document') {
    const document = corpus?.documents.find(({ id }) => id === value);
    return document ? documentTitle(document) : { text: '', lang: language.value };
  }
  return speakerName(value === ARTICLE ? -1 : (corpus?.speakers.findIndex(({ id }) => id === value) ?? -1));
}

/** A rate as it is written: one place after the point. */
export const formatRate = (rate: number): string =>
  new Intl.NumberFormat(locale.value, { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(rate);

const LONGEST = 42;
/** A name short enough for a heading or a key. */
export const shortened = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text;
