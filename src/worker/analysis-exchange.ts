import type { Correction } from '../core/model/correction.ts';
import type { DateBasis, Document } from '../core/model/document.ts';
import { formatCorrections, parseCorrections } from '../formats/corrections.ts';
import { fileDate } from '../formats/file-date.ts';
import { isRecord } from '../formats/is-record.ts';
import { MAX_FIELD, MAX_ROWS, MAX_TEXT } from '../formats/limits.ts';
import { webAddress } from '../formats/metadata.ts';
import { cleanField, cleanId } from '../formats/printable.ts';
import type { CorpusRecord } from './analysis-store.ts';

/**
 * A corpus in one file: its documents with their texts, and its corrections. What was found in them is not in it: it is
 * found again when the file is opened, so that nobody can pass off findings as ours.
 */
const FORMAT = 'mawdi-corpus';
const BASES: readonly string[] = ['given', 'stated', 'inferred', 'unknown'] satisfies DateBasis[];

export function corpusFile(record: CorpusRecord, documents: readonly Document[]): Blob {
  const { title, titles, description, descriptions, corrections } = record;
  const head = JSON.stringify({ format: FORMAT, version: 1, title, titles, description, descriptions }).slice(0, -1);
  const lines = documents.map((document) => JSON.stringify(document));
  const { corrections: list } = JSON.parse(formatCorrections(corrections)) as { corrections: readonly Correction[] };
  const tail = `"corrections":[\n${list.map((entry) => JSON.stringify(entry)).join(',\n')}\n]}\n`;
  return new Blob([`${head},\n"documents":[\n`, lines.join(',\n'), `\n],\n${tail}`], { type: 'application/json' });
}

export interface ReadCorpus {
  readonly corpus: Partial<CorpusRecord>;
  readonly documents: readonly Document[];
  readonly corrections: readonly Correction[];
  readonly faults: readonly string[];
}

/** Reads such a file, whoever made it: nothing is taken but the fields that are known, each as what it must be. */
export function parseCorpusFile(content: string): ReadCorpus {
  const refused = (fault: string): ReadCorpus => ({ corpus: {}, documents: [], corrections: [], faults: [fault] });
  let value: unknown;
  try {
    value = JSON.parse(content.replace(/^\ufeff/, ''));
  } catch (error) {
    return refused(`not JSON (${error instanceof Error ? error.message : 'unreadable'})`);
  }
  if (!isRecord(value) || value.format !== FORMAT)
    return refused(`not an exported corpus: expected "format": "${FORMAT}"`);
  if (value.version !== 1)
    return refused('a version of the format that this program does not know: it reads version 1');
  if (!Array.isArray(value.documents)) return refused('"documents" must be a list');
  const faults: string[] = [];
  const documents = value.documents.slice(0, MAX_ROWS).flatMap((entry: unknown, at) => {
    const document = documentOf(entry);
    if (typeof document !== 'string') return [document];
    if (faults.length < 20) faults.push(`documents[${at}]: ${document}`);
    return [];
  });
  const list = Array.isArray(value.corrections) ? value.corrections : [];
  const read = parseCorrections(JSON.stringify({ format: 'mawdi-corrections', version: 1, corrections: list }));
  return {
    corpus: {
      title: cleanField(value.title) ?? '',
      titles: textsOf(value.titles),
      description: cleanField(value.description) ?? '',
      descriptions: textsOf(value.descriptions),
    },
    documents,
    corrections: read.corrections,
    faults: [...faults, ...read.faults],
  };
}

function documentOf(value: unknown): Document | string {
  if (!isRecord(value)) return 'must be an object';
  const { id, text, lang, date, dateBasis } = value;
  if (typeof id !== 'string' || id === '') return '"id" must be a name';
  if (typeof text !== 'string' || text.length > MAX_TEXT) return `"text" must be a text of at most ${MAX_TEXT} letters`;
  const day = typeof date === 'string' ? fileDate(date) : null;
  const document: Record<string, unknown> = { id: cleanId(id), text };
  for (const name of ['title', 'source', 'author', 'dateNote']) {
    const field = cleanField(value[name]);
    if (field !== undefined) document[name] = field;
  }
  if (typeof lang === 'string' && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(lang)) document.lang = lang;
  if (day !== null) document.date = day;
  if (day !== null && BASES.includes(String(dateBasis))) document.dateBasis = dateBasis;
  const titles = textsOf(value.titles);
  if (Object.keys(titles).length > 0) document.titles = titles;
  const url = typeof value.url === 'string' && value.url.length <= MAX_FIELD ? webAddress(value.url) : null;
  if (url) document.url = url;
  return document as unknown as Document;
}

function textsOf(value: unknown): Record<string, string> {
  if (!isRecord(value)) return {};
  const texts: Record<string, string> = {};
  for (const [language, text] of Object.entries(value)) {
    const line = cleanField(text);
    if (/^[a-z]{2,3}$/.test(language) && line !== undefined) texts[language] = line;
  }
  return texts;
}
