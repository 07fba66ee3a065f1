import type { Analysis } from '../../core/model/analysis.ts';
import type { Notice } from '../../core/model/notice.ts';
import { isFailure, type ReadDocument } from '../../formats/read-document.ts';

/** What is wanted of a document: a line of `mawdi analyse`, with its text or without, or what a site keeps of it. */
export type Product = 'line' | 'line-with-text' | 'site';

/** A document that was read and analysed, ready to be written. Bytes are moved between workers, not copied. */
export interface Done {
  readonly id: string;
  /** Something was to be said, and no document is missing. */
  readonly remark: boolean;
  readonly notices: readonly Notice[];
  /** The corrections that were for this document, by their number in the file; whether each was applied. */
  readonly corrected: readonly (readonly [index: number, applied: boolean])[];
  /** JSON of the `DocumentFile` or of the line; null for a site when there is no document. */
  readonly bytes: Uint8Array | null;
  /** The serialised `Digest`. */
  readonly digest: Uint8Array | null;
  /** The name of its file in a site, after its content, and a hash of the digest; made here, where there are many cores. */
  readonly name: string;
  readonly digestHash: string;
}

/** The id that a document has in the corpus where its own stood already, and what is told of that. */
export interface Given {
  readonly id: string;
  readonly notices: readonly Notice[];
}

/** What is made of a document that could not be read. */
export function unread(read: Extract<ReadDocument, { document: null }>, given: Given | null, product: Product): Done {
  const id = given?.id ?? read.id;
  const notices = [...read.notices, ...(given?.notices ?? [])];
  const remark = !isFailure(read);
  const bytes =
    product !== 'site' && !remark
      ? new TextEncoder().encode(`${JSON.stringify({ ...emptyAnalysis(id), notices })}\n`)
      : null;
  return { id, remark, notices, corrected: [], bytes, digest: null, name: '', digestHash: '' };
}

/** What `mawdi analyse` gives for a document that could not be read. */
function emptyAnalysis(id: string): Analysis {
  return {
    id,
    lang: 'und',
    date: null,
    dateBasis: 'unknown',
    dateEvidence: [],
    passages: [],
    mentions: [],
    dates: [],
    claims: [],
    events: [],
    notices: [],
  };
}
