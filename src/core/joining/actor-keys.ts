import { kindFamily } from '../events/families.ts';
import { languageOf } from '../languages/registry.ts';
import { foldName } from '../text/fold.ts';
import type { Places, Told } from './told.ts';

/** Names of places have at most so many words. */
const PLACE_WORDS = 3;
/** A word shorter than this says nobody. */
const MIN_LETTERS = 3;

/** Reads actors off the words of a corpus. The same names come again and again: what was read of them is kept. */
export class ActorReader {
  private readonly folded = new Map<string, string>();
  /** By language, the key of a word; empty for one that says nobody. */
  private readonly keys = new Map<string, Map<string, string>>();
  private readonly stateOf: Places['stateOf'];
  private readonly isSpot: Places['isSpot'];

  constructor({ stateOf, isSpot }: Places) {
    this.stateOf = stateOf;
    this.isSpot = isSpot;
  }

  /**
   * Who takes part in each event of a document, as sorted keys of which one is equal when two documents name the same
   * actor: the state that a place or its adjective stands for (باكو, الجيش الأذربيجاني), and the words that are no office,
   * body or given name (باشينيان).
   */
  read({ lang, mentions, events }: Told): string[][] {
    const surfaces = new Map<string, string>();
    for (const { surface, placeId } of mentions) if (placeId !== null) surfaces.set(this.fold(surface), placeId);
    return events.map(({ actors, kind, start, end }) => {
      const keys = new Set<string>();
      // a truce is known by the town in which it was signed as well as by who signed it
      if (kindFamily(kind) === 'ceasefire')
        for (const mention of mentions)
          if (mention.placeId !== null && mention.start >= start && mention.end <= end && this.isSpot(mention.placeId))
            keys.add(`@${mention.placeId}`);
      for (const actor of actors) this.add(keys, this.fold(actor).split(' '), lang, surfaces);
      return [...keys].sort();
    });
  }

  private add(keys: Set<string>, words: readonly string[], lang: string, surfaces: ReadonlyMap<string, string>): void {
    for (let at = 0; at < words.length; at++) {
      let length = Math.min(PLACE_WORDS, words.length - at);
      let placeId: string | undefined;
      for (; length > 0 && placeId === undefined; length--)
        placeId = surfaces.get(length === 1 ? (words[at] as string) : words.slice(at, at + length).join(' '));
      if (placeId !== undefined) {
        keys.add(`=${this.stateOf(placeId)}`);
        at += length;
        continue;
      }
      const key = this.keyOf(words[at] as string, lang);
      if (key !== '') keys.add(key);
    }
  }

  private keyOf(word: string, lang: string): string {
    let known = this.keys.get(lang);
    if (known === undefined) {
      known = new Map();
      this.keys.set(lang, known);
    }
    let key = known.get(word);
    if (key === undefined) {
      key = readKey(word, lang);
      known.set(word, key);
    }
    return key;
  }

  private fold(text: string): string {
    let folded = this.folded.get(text);
    if (folded === undefined) {
      folded = foldName(text);
      this.folded.set(text, folded);
    }
    return folded;
  }
}

function readKey(word: string, lang: string): string {
  const speech = languageOf(lang)?.speech;
  const bare = speech?.bare(word) ?? word;
  if (bare.length < MIN_LETTERS || speech?.functionWords.has(word) || speech?.nameLinks.has(word)) return '';
  return speech?.heads.has(bare) || speech?.glosses.has(bare) || speech?.givenNames.has(bare) ? '' : bare;
}
