import type { Digest } from '../core/assembly/digest.ts';
import type { Analysis } from '../core/model/analysis.ts';
import type { Document } from '../core/model/document.ts';
import type { Notice } from '../core/model/notice.ts';
import type { DocumentSettings } from '../formats/corpus-settings.ts';
import type { ReadDocument } from '../formats/read-document.ts';

/** What the keeper of a person's documents and the workers that read them say to each other. */

export type Job =
  /** Reads a file and analyses its documents; `settings` is what its corpus says of it. */
  | { readonly path: string; readonly file: File; readonly settings: DocumentSettings | null }
  /** Analyses a document that was read, under an id that another had before it. */
  | { readonly read: ReadDocument; readonly given: Given | null };

export interface Given {
  readonly id: string;
  readonly notices: readonly Notice[];
}

/** A document that was read and analysed, not yet corrected; without one, why there is none. */
export interface Done {
  readonly id: string;
  /** What the reader said. */
  readonly readNotices: readonly Notice[];
  readonly notices: readonly Notice[];
  readonly document: Document | null;
  readonly found: Analysis | null;
  readonly digest: Digest | null;
}

export type ToReader =
  | { readonly type: 'index'; readonly index: ArrayBuffer | SharedArrayBuffer }
  | { readonly type: 'job'; readonly job: Job };

export type FromReader =
  | { readonly type: 'done'; readonly done: Done }
  | { readonly type: 'end' }
  | { readonly type: 'fault'; readonly message: string };
