import { detectLanguage } from '../text/detect-language.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import type { Language } from './language.ts';
import { languageOf } from './registry.ts';

/** A passage with fewer letters is read with the document's language: a name, a source line. */
const MIN_LETTERS = 40;

/**
 * The text as each language sees it, the document's own first: passages in another language that has rules are read
 * with those, and are furniture to the rest.
 */
export function byLanguage(text: TokenisedText, own: Language): { language: Language; text: TokenisedText }[] {
  const languages = text.passages.map(({ start, end }) => {
    const passage = text.text.slice(start, end);
    if (passage.length < MIN_LETTERS) return own;
    return languageOf(detectLanguage(passage)) ?? own;
  });
  const distinct = [own, ...new Set(languages.filter((language) => language !== own))];
  return distinct.map((language) => {
    const view =
      distinct.length === 1
        ? text
        : {
            ...text,
            passages: text.passages.map((passage, index) =>
              languages[index] === language ? passage : { ...passage, furniture: true },
            ),
          };
    return { language, text: view };
  });
}
