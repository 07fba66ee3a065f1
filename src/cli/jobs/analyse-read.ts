import { serialize } from 'node:v8';
import { analyse } from '../../core/analyse.ts';
import { digestOf } from '../../core/assembly/digest.ts';
import { applyCorrections, correctionsFor } from '../../core/correct.ts';
import type { Gazetteer } from '../../core/gazetteer/gazetteer.ts';
import type { Analysis } from '../../core/model/analysis.ts';
import type { Document } from '../../core/model/document.ts';
import type { ReadDocument } from '../../formats/read-document.ts';
import { type Done, type Given, type Product, unread } from './done.ts';
import type { Resources } from './resources.ts';
import { contentName, hashOf } from './site-file.ts';

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
  const bytes = encode(contentOf(product, document, analysis));
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

function contentOf(product: Product, document: Document, analysis: Analysis): string {
  if (product === 'site') return JSON.stringify({ text: document.text, analysis });
  if (product === 'line') return `${JSON.stringify(analysis)}\n`;
  const { title, source, author, url, text } = document;
  const { id, ...found } = analysis;
  return `${JSON.stringify({ id, title, source, author, url, text, ...found })}\n`;
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
