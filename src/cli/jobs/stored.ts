import { deserialize, serialize } from 'node:v8';

/** A value that is kept from build to build: read and opened when it is asked for, and kept again without being opened. */
export class Stored<Value> {
  private opened: { readonly value: Value } | null = null;
  private constructor(private readonly read: () => Uint8Array) {}

  /** A new value; gives its bytes too. */
  static of<Value>(value: Value): Stored<Value> {
    const bytes = serialize(value);
    const stored = new Stored<Value>(() => bytes);
    stored.opened = { value };
    return stored;
  }

  /** A value whose bytes lie somewhere. */
  static in<Value>(read: () => Uint8Array): Stored<Value> {
    return new Stored<Value>(read);
  }

  get value(): Value {
    this.opened ??= { value: open(this.read) as Value };
    return this.opened.value;
  }

  get bytes(): Uint8Array {
    return this.read();
  }
}

/** What the cache tells of is not there, or not as it was: all must be read again from the beginning. */
export class StaleCache extends Error {}

function open(read: () => Uint8Array): unknown {
  try {
    return deserialize(read());
  } catch {
    throw new StaleCache();
  }
}

/**
 * Many short strings as one, with a character between that no name and no JSON holds: of a large corpus there are tens of
 * thousands, and to read them one by one takes longer than all else that a build with nothing new does.
 */
export type PackedList = string;
const BETWEEN = '\0';

export const packList = (strings: readonly string[]): PackedList => strings.join(BETWEEN);
export const openList = (list: PackedList): string[] => list.split(BETWEEN);
/** The first of a list. */
export const firstOf = (list: PackedList): string => {
  const end = list.indexOf(BETWEEN);
  return end < 0 ? list : list.slice(0, end);
};
