import { fileDate } from './file-date.ts';
import type { Metadata } from './metadata.ts';

/** A text that names years but none within so many of the file's making was written before it: printed or copied later. */
const YEARS_APART = 2;

/**
 * The day on which a file was made, as the date of its text: an inference, and said to be one. Left out when the years
 * that the text names all lie well before it.
 */
export function creationDate(
  written: string | undefined,
  text: string,
): Pick<Metadata, 'date' | 'dateBasis' | 'dateNote'> {
  const date = written === undefined ? null : fileDate(written);
  if (date === null) return {};
  const made = Number(date.slice(0, 4));
  const years = [...text.slice(0, 200_000).matchAll(/(?<![\d٠-٩])(?:(?:19|20)\d\d|(?:١٩|٢٠)[٠-٩]{2})(?![\d٠-٩])/g)].map(
    ([year]) => Number(year.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))),
  );
  const latest = years.filter((year) => year <= made).reduce((most, year) => Math.max(most, year), 0);
  if (latest > 0 && made - latest >= YEARS_APART) return {};
  return { date, dateBasis: 'inferred', dateNote: 'The day on which the file was created, as it says.' };
}
