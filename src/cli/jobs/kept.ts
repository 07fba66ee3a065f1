import type { Notice } from '../../core/model/notice.ts';
import type { PackedList, Stored } from './stored.ts';

/** What is kept of a document of the last build. */
export interface KeptDocument {
  readonly id: string;
  /** Id that the document itself gives, which stood already where `id` is another; null for a mere remark. */
  readonly ownId: string | null;
  /** Hash of the document as it was read, for files that hold many. */
  readonly key: string;
  readonly notices: readonly Notice[];
  readonly corrected: readonly (readonly [number, boolean])[];
  /** Hash of its digest; empty where there is no document. */
  readonly digestHash: string;
  /** Its file in the site, as it was written. */
  readonly file: KeptFile | null;
}

/** A file of the site, as it was when it was written. */
export interface KeptFile {
  readonly name: string;
  readonly size: number;
  readonly mtimeMs: number;
}

/** Changes when a file is written: its size and times, so that it need not be read. None for a file that is not there. */
export type Stamp = readonly number[];
/** Numbers in a stamp. */
export const STAMP_NUMBERS = 3;

/** What is kept of a file of the corpus. */
export interface KeptSource {
  readonly name: string;
  readonly stamp: Stamp;
  readonly hash: string;
  readonly settings: string;
  readonly documents: readonly KeptDocument[];
}

/**
 * Files of the corpus that follow each other, as far as one must know them to tell whether they are as they were. Nearly all
 * of a large corpus are: they are taken over run by run, without a look at what is kept of each document.
 */
export interface KeptRun {
  /** How many files there are, and what they are called. */
  readonly files: number;
  readonly names: PackedList;
  /** What their documents make; null where they must be looked at one by one. */
  readonly made: MadeRun | null;
}

/** Documents that fill whole blocks, each with a file in the site and the id that it gives itself. */
export interface MadeRun {
  /** `STAMP_NUMBERS` numbers a file, and its settings. */
  readonly stamps: Float64Array;
  readonly settings: PackedList;
  /** Keys of the blocks. */
  readonly blocks: readonly string[];
  readonly documents: number;
  readonly ids: PackedList;
  /** The file of each document in the site; its size and time are two numbers. */
  readonly siteFiles: PackedList;
  readonly siteStamps: Float64Array;
  /** Documents of which something is to be said, each with the name of its source. */
  readonly told: readonly (readonly [name: string, document: KeptDocument])[];
}

/** A place as some documents mention it. */
export interface NamedPlace {
  readonly id: string;
  readonly surfaces: readonly (readonly [surface: string, times: number])[];
  readonly mentions: number;
  /** JSON of the passages that mention it, without the brackets. */
  readonly passages: string;
}

/** What is kept of some documents that follow each other. */
export interface KeptBlock {
  /** Hash of what it is made of. */
  readonly key: string;
  /** Hash and id of each document, a line each. */
  readonly members: string;
  readonly documents: number;
  readonly mentions: number;
  readonly file: KeptFile;
  readonly translations: readonly KeptFile[];
  readonly inside: Stored<BlockInside>;
}

/** All that the whole needs to know of the documents of a block. */
export interface BlockInside {
  readonly places: readonly NamedPlace[];
  /** Ids and names of the speakers. */
  readonly speakers: readonly (readonly [id: string, names: readonly string[]])[];
  /** The events of each family. */
  readonly families: Readonly<Record<string, KeptEvents>>;
}

/** Events of a block that are kept beside it: their hash, and where they lie. */
export interface KeptEvents {
  readonly hash: string;
  readonly start: number;
  readonly bytes: number;
}

/** The part of a layer that a block has: what it is made of, and its bytes. */
export interface KeptLayer {
  readonly key: string;
  readonly mentions: number;
  readonly events: number;
}

/** The joined events of a family. */
export interface KeptFamily {
  readonly key: string;
  readonly count: number;
  readonly file: KeptFile;
  /** For each block the ids of the joined events that its events belong to, with spaces between. */
  readonly ids: readonly string[];
}

/** What was made of all documents together. */
export interface KeptWhole {
  /** Hash of all that the site is made of. */
  readonly key: string;
  readonly counts: {
    readonly documents: number;
    readonly places: number;
    readonly mentions: number;
    readonly events: number;
  };
  /** The files of the site that belong to no document and no block. */
  readonly files: readonly KeptFile[];
  readonly blocks: readonly KeptBlock[];
  readonly inside: Stored<WholeInside>;
}

/** What the next whole can take over where only a part of it has changed. */
export interface WholeInside {
  readonly layers: readonly KeptLayer[];
  readonly families: Readonly<Record<string, KeptFamily>>;
}
