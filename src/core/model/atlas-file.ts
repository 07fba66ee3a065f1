import type { Atlas, AtlasEvent } from './atlas.ts';

/**
 * `atlas.json` of a large corpus: where its parts lie. A small corpus has the whole `Atlas` there instead. The parts are
 * named after their content, so that exchanging this one file exchanges all.
 */
export interface AtlasHead extends Pick<Atlas, 'title' | 'titles' | 'description' | 'descriptions'> {
  readonly format: 'mawdi-atlas';
  readonly version: 2;
  /** File of the `PackedNames`. */
  readonly names: string;
  /** Files of `PackedBlock`s, in the order of the documents. */
  readonly blocks: readonly string[];
  /** Files of `PackedJoined`, one for each family of kinds. */
  readonly joined: readonly string[];
}

/** What the whole corpus has in common. */
export interface PackedNames {
  /** `AtlasPlace`s. */
  readonly places: PackedRows;
  /** `AtlasSpeaker`s. */
  readonly speakers: PackedRows;
}

/** Some documents that follow each other, with all that refers only to themselves: no part of it changes with another document. */
export interface PackedBlock {
  /** Ids of the places and speakers that the rows below point at. */
  readonly places: readonly string[];
  readonly speakers: readonly string[];
  readonly documents: PackedRows;
  /** Rows of `MentionColumns` with `length` and `days` for the ends, and `covers` telling how many of `covering` are a row's. */
  readonly mentions: PackedRows;
  readonly covering: PackedColumn;
  readonly coverings: number;
  /** Rows of `AtlasEvent`, with `length` and `days` for the ends; without an id where it is `kind-start`. */
  readonly events: PackedRows;
}

/** The joined events of one family, in order. Tellings are given by document and number of the event in it. */
export interface PackedJoined {
  /** `id kind placeId date` and the first telling: `document event sure`. */
  readonly events: PackedRows;
  /** The other tellings: `joined document event sure`, in order. */
  readonly more: PackedRows;
  /** Those that differ: `joined differences`. */
  readonly differences: PackedRows;
}

export type PackedEvent = Omit<AtlasEvent, 'id' | 'end' | 'lastDay' | 'joined'> & {
  readonly id: string | null;
  readonly length: number;
  readonly days: number;
};

export interface PackedTelling {
  readonly joined: number;
  readonly document: number;
  readonly event: number;
  readonly sure: boolean;
}

/**
 * Rows in columns, each in the shortest of a few forms: JSON that is small, compresses well and is quickly read.
 * `=` one value for all; `+` whole numbers, each as its distance from the one before; `#` a list of values and which of
 * them each row has (-1: the row lacks the field); ` ` the values themselves.
 */
export type PackedColumn =
  | readonly ['=', unknown]
  | readonly ['+', readonly number[]]
  | readonly ['#', readonly unknown[], readonly number[]]
  | readonly [' ', readonly unknown[]];

export interface PackedRows {
  readonly rows: number;
  readonly columns: Readonly<Record<string, PackedColumn>>;
}
