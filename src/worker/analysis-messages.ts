import type { FeatureCollection } from 'geojson';
import type { Atlas, DocumentFile } from '../core/model/atlas.ts';
import type { Correction } from '../core/model/correction.ts';
import type { Notice } from '../core/model/notice.ts';
import type { PlaceKind } from '../core/model/place.ts';
import type { Piece, ViewHead } from './view-messages.ts';

/** What the explorer and the worker that keeps a person's own documents say to each other. */

/** The id of the corpus that the site itself shows. */
export const SITE = 'site';

export interface CorpusSummary {
  readonly id: string;
  readonly title: string;
  readonly documents: number;
  /** Milliseconds since 1970 when it was made. */
  readonly created: number;
  /** Whether another version of the analysis, or another index of names, has read its documents. */
  readonly outdated: boolean;
  readonly corrections: readonly Correction[];
}

/** All that is kept, and what of it is on the map. */
export interface OwnState {
  /** False where the browser keeps nothing for this page: all is lost when it is closed. */
  readonly kept: boolean;
  readonly corpora: readonly CorpusSummary[];
  /** Ids in the order in which they stand in the atlas; `SITE` for the site's own. */
  readonly shown: readonly string[];
  readonly siteCorrections: readonly Correction[];
}

/** A corpus as the explorer shows it. */
export interface OwnView {
  readonly ids: readonly string[];
  readonly atlas: Atlas;
  readonly shapes: FeatureCollection;
  /** Where each document of the atlas comes from, and the id that it has there: corrections are tied to that. */
  readonly origins: readonly DocumentOrigin[];
  /** Corrections that no longer fit, and others that something is to be said of. */
  readonly notices: readonly { readonly id: string; readonly notice: Notice }[];
}

export interface DocumentOrigin {
  readonly corpus: string;
  readonly order: number;
  readonly id: string;
  /** The file of a document of the site, under its data folder. */
  readonly file?: string;
}

/** A file with its path from the folder that was chosen. */
export interface GivenFile {
  readonly path: string;
  readonly file: File;
}

export interface PastedText {
  readonly title: string;
  /** As typed. */
  readonly date: string;
  readonly text: string;
}

export interface AddRequest {
  readonly type: 'add';
  /** The corpus that they join; null for a new one. */
  readonly corpus: string | null;
  readonly title: string;
  readonly files: readonly GivenFile[];
  readonly pasted: PastedText | null;
}

export type OwnRequest =
  | { readonly type: 'open'; readonly page: string; readonly cores: number }
  | AddRequest
  | { readonly type: 'import'; readonly file: File }
  /** Analyses the documents of a corpus anew. */
  | { readonly type: 'reread'; readonly corpus: string }
  | { readonly type: 'cancel' }
  | { readonly type: 'show'; readonly ids: readonly string[] }
  | { readonly type: 'document'; readonly corpus: string; readonly order: number }
  | { readonly type: 'rename'; readonly corpus: string; readonly title: string }
  | { readonly type: 'remove'; readonly corpus: string }
  | { readonly type: 'restore'; readonly corpus: string }
  /** `seen` is what the page knew of, `made` what a person made of it: other tabs may have changed something since. */
  | {
      readonly type: 'correct';
      readonly corpus: string;
      readonly seen: readonly Correction[];
      readonly made: readonly Correction[];
    }
  /** What another tab has changed; the view is null where it is what the page has. */
  | { readonly type: 'refresh' }
  | { readonly type: 'read-corrections'; readonly text: string }
  | { readonly type: 'read-date'; readonly text: string }
  /** Without `whole` the well-known places answer, until the index of the world has been fetched. */
  | { readonly type: 'describe'; readonly ids: readonly string[]; readonly whole: boolean }
  | { readonly type: 'find'; readonly name: string; readonly whole: boolean }
  | { readonly type: 'lies-in'; readonly lon: number; readonly lat: number }
  | { readonly type: 'export'; readonly corpus: string }
  | { readonly type: 'export-corrections'; readonly corpus: string };

/** What each request is answered with. */
export interface OwnAnswers {
  open: { readonly state: OwnState; readonly view: OwnView | null };
  add: AddReport;
  import: AddReport;
  reread: AddReport;
  cancel: null;
  show: { readonly state: OwnState; readonly view: OwnView | null };
  document: DocumentFile;
  rename: { readonly state: OwnState; readonly view: OwnView | null };
  /** `forgotten`: there was no room to say that it is removed, and it cannot be brought back. */
  remove: { readonly state: OwnState; readonly view: OwnView | null; readonly forgotten: boolean };
  restore: { readonly state: OwnState; readonly view: OwnView | null };
  correct: { readonly state: OwnState; readonly view: OwnView | null };
  refresh: { readonly state: OwnState; readonly view: OwnView | null };
  'read-corrections': { readonly corrections: readonly Correction[]; readonly faults: readonly string[] };
  /** Null for what is no date. */
  'read-date': { readonly date: string | null };
  describe: FoundPlaces;
  find: FoundPlaces;
  'lies-in': readonly string[];
  export: Blob;
  'export-corrections': Blob;
}

export interface FoundPlaces {
  readonly places: readonly PlaceSummary[];
  /** Whether all places of the world were looked through, and not only the well-known ones. */
  readonly whole: boolean;
}

/** A place of the gazetteer, to choose from. */
export interface PlaceSummary {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly names: Readonly<Record<string, readonly string[]>>;
  readonly lat: number | null;
  readonly lon: number | null;
  /** Names of what it lies in, nearest first. */
  readonly path: readonly Readonly<Record<string, readonly string[]>>[];
  readonly rank: number;
}

/** What came of adding documents. */
export interface AddReport {
  readonly state: OwnState;
  readonly view: OwnView | null;
  readonly corpus: string | null;
  readonly added: number;
  readonly cancelled: boolean;
  /** Why not everything could be kept; null when nothing stood in the way. */
  readonly stopped: FaultCode | null;
  /** How many files there were to be read. */
  readonly files: number;
  readonly refusals: readonly Refusal[];
}

/** `full`: the browser keeps no more. `gone`: another tab has removed the collection. */
export type FaultCode = 'full' | 'gone';

/** Why something was not read, or what is to be known of how it was. */
export interface Refusal {
  readonly name: string;
  readonly notice: Notice;
}

export interface OwnProgress {
  readonly phase: 'gazetteer' | 'reading' | 'assembling';
  /** Bytes in the first phase, files in the second. */
  readonly done: number;
  readonly all: number;
  readonly documents: number;
  readonly refused: number;
}

export type FromOwn =
  /** A view is taken out of its answer: its pieces come before it and its head with it. */
  | {
      readonly type: 'answer';
      readonly serial: number;
      readonly value: OwnAnswers[keyof OwnAnswers];
      readonly head: ViewHead | null;
    }
  | { readonly type: 'fault'; readonly serial: number; readonly message: string; readonly code: FaultCode | null }
  /** Another tab has changed something. */
  | { readonly type: 'elsewhere' }
  | { readonly type: 'progress'; readonly progress: OwnProgress | null }
  | { readonly type: 'piece'; readonly piece: Piece }
  /** What is there while documents are still being added, after its pieces. */
  | { readonly type: 'partial'; readonly head: ViewHead };

export type ToOwn = OwnRequest & { readonly serial: number };
