import type { PlaceKind } from '../model/place.ts';

const NO_PLACES: readonly number[] = [];

/** What the words beside a proposal say of where it lies. */
export interface Nesting {
  /** The places that may contain it: one, or all that the name of the container can mean. */
  readonly containers: readonly number[];
  /** All places in which the name before its comma can lie (X, Y). */
  readonly containing: ReadonlySet<number> | null;
  /** Districts that may contain it, by nearness. */
  readonly near?: readonly number[];
  /** What the others in its row of names share. */
  readonly row?: RowShare | null;
  /** An ordinary word right before a name: the name's noun. */
  readonly owned?: boolean;
}

/** What most names of a row are: a kind, a country they lie in (null: any), seats of governments. */
export interface RowShare {
  readonly kind: PlaceKind | null;
  readonly country: string | null;
  readonly seat: boolean;
}

export const NOT_NESTED: Nesting = { containers: NO_PLACES, containing: null };

/** Whether a nesting says nothing; districts by nearness say something by being asked for. */
export function isNotNested({ containers, containing, near, row, owned }: Nesting): boolean {
  return containers.length === 0 && containing === null && near === undefined && !row && !owned;
}
