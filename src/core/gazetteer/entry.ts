import type { Place } from '../model/place.ts';

/** A place with all that the index keeps of it: what `compile` takes, whatever the source. */
export interface Entry extends Place {
  /** Other ids under which it is known, e.g. `gn587084`. */
  readonly aliases?: readonly string[];
  /** Every name under which it is looked up; the display names of `Place.names` are among them. */
  readonly keys: readonly NameKey[];
  readonly note: Readonly<Record<string, string>>;
  readonly usage: string;
}

export interface NameKey {
  readonly text: string;
  readonly flags: number;
}

/** What is known of a name; kept with each posting of the index. */
export const NAME = {
  /** The first name given for its language. */
  preferred: 1,
  /** Also a common word or a personal name. */
  ambiguous: 2,
  /** Spelt by rule from a Latin name: a guess. */
  transliterated: 4,
  /** A nisba, masculine singular without article. */
  demonym: 8,
  /** The name of a people, as it is. */
  people: 16,
  /** From an untagged list of alternative names: may be of another language or outdated. */
  untagged: 32,
  /** The key is a sound key, not a spelling. Set by the compiler. */
  sound: 64,
  /** Words of the name written together. Set by the compiler. */
  joined: 128,
} as const;
