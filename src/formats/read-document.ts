import type { Document } from '../core/model/document.ts';
import type { Notice } from '../core/model/notice.ts';

/**
 * What a reader gives: a document, or an id with the reason why there is none. One without a document and without a
 * notice of severity `error` is a remark on the corpus (files that were passed over), not a failed document.
 */
export type ReadDocument =
  | {
      readonly document: Document;
      readonly notices: readonly Notice[];
      /** What stood around the text (menus, share bars, running heads), kept apart; at most `MAX_FURNITURE` long. */
      readonly furniture?: string;
    }
  | { readonly document: null; readonly id: string; readonly notices: readonly Notice[] };

/** What is known of some bytes from outside them. */
export interface ReadHints {
  /** Encoding named by a server. */
  readonly charset?: string | undefined;
}

/** Reads the bytes of a file. `id` names its document, or begins the ids of its documents. Never throws for a fault of the bytes. */
export type Reader = (id: string, bytes: Uint8Array, hints?: ReadHints) => ReadDocument[] | Promise<ReadDocument[]>;

/** No document, and why. `message` says what to do. */
export function refuse(id: string, code: string, message: string): ReadDocument {
  return { document: null, id, notices: [{ code, severity: 'error', message }] };
}

/** A remark without a document. */
export function remark(id: string, code: string, message: string): ReadDocument {
  return { document: null, id, notices: [{ code, severity: 'info', message }] };
}

/** Whether a document was to be had and is not. */
export function isFailure(read: ReadDocument): boolean {
  return read.notices.some(({ severity }) => severity === 'error');
}
