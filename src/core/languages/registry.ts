import { arabic } from './ar/arabic.ts';
import { english } from './en/english.ts';
import type { Language } from './language.ts';

const LANGUAGES: ReadonlyMap<string, Language> = new Map([
  [arabic.code, arabic],
  [english.code, english],
]);

/** Codes of the languages that have rules. */
export const LANGUAGE_CODES: readonly string[] = [...LANGUAGES.keys()];

/** The rules for a BCP 47 code (`ar-EG` is `ar`), or null. A new language is added to this list and nowhere else. */
export function languageOf(code: string): Language | null {
  return LANGUAGES.get(code.toLowerCase().split('-')[0] ?? '') ?? null;
}
