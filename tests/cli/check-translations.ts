import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Translation } from '../../src/cli/write-translations.ts';
import { languageOf } from '../../src/core/languages/registry.ts';
import { detectLanguage } from '../../src/core/text/detect-language.ts';
import { split } from '../../src/core/text/split.ts';

interface Fault {
  readonly file: string;
  readonly message: string;
}

/**
 * Checks every translation of a corpus folder against its text: each passage that is no furniture exactly once, in
 * order, with the passage's own offsets, and a translation that is not empty. A folder without translations has no faults.
 */
export function checkTranslations(folder: string): Fault[] {
  const root = join(folder, 'translations');
  if (!existsSync(root)) return [];
  const faults: Fault[] = [];
  for (const lang of readdirSync(root).sort())
    for (const name of readdirSync(join(root, lang)).sort()) {
      const file = `translations/${lang}/${name}`;
      const fault = (message: string) => faults.push({ file, message });
      const translation = parse(readFileSync(join(root, lang, name), 'utf8'), fault);
      if (translation === null) continue;
      if (`${translation.document}.json` !== name) fault(`is of the document "${translation.document}"`);
      if (translation.lang !== lang) fault(`has the language "${translation.lang}" in the folder "${lang}"`);
      const path = join(folder, `${translation.document}.txt`);
      if (existsSync(path)) align(translation, readFileSync(path, 'utf8'), fault);
      else fault(`there is no text ${translation.document}.txt`);
    }
  return faults;
}

function parse(content: string, fault: (message: string) => void): Translation | null {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    fault('is not JSON');
    return null;
  }
  const found = value as Partial<Translation>;
  const texts = [found.document, found.lang, found.by].every((field) => typeof field === 'string' && field !== '');
  const passages =
    Array.isArray(found.passages) &&
    found.passages.every(
      (one) => Number.isInteger(one?.start) && Number.isInteger(one?.end) && typeof one?.text === 'string',
    );
  if (texts && passages) return found as Translation;
  fault('needs "document", "lang", "by" and "passages" with "start", "end" and "text"');
  return null;
}

function align(translation: Translation, text: string, fault: (message: string) => void): void {
  const language = languageOf(detectLanguage(text));
  if (language === null) {
    fault('the language of the text is not known');
    return;
  }
  const passages = split(text, language.sentences).filter((passage) => !passage.furniture);
  const byStart = new Map(translation.passages.map((one) => [one.start, one]));
  if (byStart.size !== translation.passages.length) fault('translates a passage twice');
  if (translation.passages.some((one, index, all) => index > 0 && one.start <= (all[index - 1]?.start ?? -1)))
    fault('is not in the order of the text');
  for (const passage of passages) {
    const quote = `"${text.slice(passage.start, Math.min(passage.end, passage.start + 40))}"`;
    const one = byStart.get(passage.start);
    byStart.delete(passage.start);
    if (one === undefined) fault(`has nothing for the passage at ${passage.start}: ${quote}`);
    else if (one.end !== passage.end) fault(`ends at ${one.end} where the passage ends at ${passage.end}: ${quote}`);
    else if (one.text.trim() === '') fault(`is empty for the passage at ${passage.start}: ${quote}`);
  }
  for (const start of byStart.keys()) fault(`has a translation at ${start}, where no passage begins`);
}
