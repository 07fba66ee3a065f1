import { serialize } from 'node:v8';
import { analyse } from '../../core/analyse.ts';
import { digestOf } from '../../core/assemble.ts';
import { applyCorrections, correctionsFor } from '../../core/correct.ts';
import type { Gazetteer } from '../../core/gazetteer/gazetteer.ts';
import type { Analysis } from '../../core/model/analysis.ts';
import type { Document } from '../../core/model/document.ts';
import type { Notice } from '../../core/model/notice.ts';
import { isFailure, type ReadDocument } from '../../formats/read-document.ts';
import type { Resources } from './resources.ts';
import { contentName, hashOf } from './site-file.ts';

/** What is wanted of a document: a line of `mawdi analyse`, or what a site keeps of it. */
export type Product = 'line' | 'site';

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

/** Analyses a document that was read, corrects it, and makes what is wanted of it. */
export function analyseRead(
  read: ReadDocument,
  given: Given | null,
  product: Product,
  gazetteer: Gazetteer,
  resources: Resources,
): Done {
  if (read.document === null) return unread(read, given, product);
  const id = given?.id ?? read.document.id;
  const document = withDefaults({ ...read.document, id }, resources);
  const found = analyse(document, gazetteer);
  const mine = correctionsFor(id, resources.corrections);
  const corrected =
    mine.length === 0
      ? { analysis: found, notices: [], applied: [] }
      : applyCorrections(
          found,
          document.text,
          mine.map(({ correction }) => correction),
          gazetteer,
        );
  const notices = [...read.notices, ...(given?.notices ?? []), ...corrected.analysis.notices, ...corrected.notices];
  const analysis: Analysis = { ...corrected.analysis, notices };
  const bytes = encode(
    product === 'line' ? `${JSON.stringify(analysis)}\n` : JSON.stringify({ text: document.text, analysis }),
  );
  const digest = product === 'site' ? new Uint8Array(serialize(digestOf({ document, analysis }))) : null;
  return {
    id,
    remark: false,
    notices,
    corrected: mine.map(({ index }, at) => [index, corrected.applied[at] ?? false]),
    bytes,
    digest,
    name: digest ? contentName(bytes) : '',
    digestHash: digest ? hashOf(digest) : '',
  };
}

/** What is made of a document that could not be read. */
export function unread(read: Extract<ReadDocument, { document: null }>, given: Given | null, product: Product): Done {
  const id = given?.id ?? read.id;
  const notices = [...read.notices, ...(given?.notices ?? [])];
  const remark = !isFailure(read);
  const bytes = product === 'line' && !remark ? encode(`${JSON.stringify({ ...emptyAnalysis(id), notices })}\n`) : null;
  return { id, remark, notices, corrected: [], bytes, digest: null, name: '', digestHash: '' };
}

const encoder = new TextEncoder();
const encode = (text: string) => encoder.encode(text);

function withDefaults(document: Document, { date, lang }: Resources): Document {
  return {
    ...document,
    ...(document.date === undefined && date !== undefined ? { date } : {}),
    ...(document.lang === undefined && lang !== undefined ? { lang } : {}),
  };
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
