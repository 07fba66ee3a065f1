import { languageOf } from '../languages/registry.ts';
import { foldName } from '../text/fold.ts';
import type { Places } from './told.ts';

/** Names of places have at most so many words. */
const PLACE_WORDS = 3;
/** A word shorter than this says nobody. */
const MIN_LETTERS = 3;

/**
 * Who takes part, as sorted keys of which one is equal when two documents name the same actor: the state that a place or
 * its adjective stands for (باكو, الجيش الأذربيجاني), and the words that are no office, body or given name (باشينيان).
 */
export function actorKeys(
  actors: readonly string[],
  lang: string,
  surfaces: ReadonlyMap<string, string>,
  { stateOf }: Places,
): string[] {
  if (actors.length === 0) return [];
  const speech = languageOf(lang)?.speech;
  const keys = new Set<string>();
  for (const actor of actors) {
    const words = foldName(actor)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);
    for (let at = 0; at < words.length; at++) {
      let length = Math.min(PLACE_WORDS, words.length - at);
      let placeId: string | undefined;
      for (; length > 0 && placeId === undefined; length--)
        placeId = surfaces.get(words.slice(at, at + length).join(' '));
      if (placeId !== undefined) {
        keys.add(`=${stateOf(placeId)}`);
        at += length;
        continue;
      }
      const word = words[at] as string;
      const bare = speech?.bare(word) ?? word;
      if (bare.length < MIN_LETTERS || speech?.functionWords.has(word) || speech?.nameLinks.has(word)) continue;
      if (speech?.heads.has(bare) || speech?.glosses.has(bare) || speech?.givenNames.has(bare)) continue;
      keys.add(bare);
    }
  }
  return [...keys].sort();
}
