import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, relative, resolve } from 'node:path';
import type { DateBasis, Document } from '../core/model/document.ts';
import type { Notice } from '../core/model/notice.ts';
import { type ReadDocument, readJsonLine } from '../formats/jsonl.ts';
import { readTxt } from '../formats/txt.ts';
import { UsageError } from './usage-error.ts';

/** What `corpus.json` says of a corpus. */
export interface CorpusSettings {
  readonly title: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly description: string;
  readonly descriptions: Readonly<Record<string, string>>;
  readonly documents: readonly DocumentSettings[];
}

interface DocumentSettings {
  readonly file: string;
  readonly id?: string;
  readonly [field: string]: unknown;
}

const DATE_BASES = new Set(['given', 'stated', 'inferred', 'unknown']);
const READERS: Readonly<Record<string, (id: string, bytes: Uint8Array) => ReadDocument[]>> = {
  '.txt': (id, bytes) => [readTxt(id, bytes)],
  '.jsonl': (_, bytes) => readJsonLines(new TextDecoder().decode(bytes)),
};
const MAX_FILE_BYTES = 128 * 1024 * 1024;

/** Reads the settings of a folder's `corpus.json`; a missing file is an empty one. Throws a UsageError that names the faulty field. */
export function readSettings(folder: string): CorpusSettings {
  const path = join(folder, 'corpus.json');
  const empty: CorpusSettings = {
    title: basename(resolve(folder)),
    titles: {},
    description: '',
    descriptions: {},
    documents: [],
  };
  let content: string;
  try {
    content = readFileSync(path, 'utf8');
  } catch {
    return empty;
  }
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (error) {
    throw new UsageError(`${path}: not JSON (${error instanceof Error ? error.message : ''})`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UsageError(`${path}: expected an object with "title" and "documents"`);
  const record = value as Record<string, unknown>;
  const text = (name: string, fallback: string) => {
    const field = record[name];
    if (field === undefined) return fallback;
    if (typeof field !== 'string') throw new UsageError(`${path}: "${name}" must be a string`);
    return field;
  };
  const byLanguage = (name: string) => {
    const field = record[name] ?? {};
    if (typeof field !== 'object' || field === null || Object.values(field).some((entry) => typeof entry !== 'string'))
      throw new UsageError(`${path}: "${name}" must map language codes to strings`);
    return field as Record<string, string>;
  };
  const documents = record.documents ?? [];
  if (!Array.isArray(documents)) throw new UsageError(`${path}: "documents" must be a list`);
  documents.forEach((entry: unknown, index) => {
    const where = `${path}: documents[${index}]`;
    if (typeof entry !== 'object' || entry === null) throw new UsageError(`${where} must be an object`);
    const settings = entry as Record<string, unknown>;
    if (typeof settings.file !== 'string' || settings.file.includes('..') || settings.file.startsWith('/'))
      throw new UsageError(`${where}: "file" must be a path inside the folder`);
    if (settings.dateBasis !== undefined && !DATE_BASES.has(String(settings.dateBasis)))
      throw new UsageError(`${where}: "dateBasis" must be given, stated, inferred or unknown`);
    for (const name of ['id', 'lang', 'date', 'dateNote', 'title', 'source', 'author', 'url'])
      if (settings[name] !== undefined && typeof settings[name] !== 'string')
        throw new UsageError(`${where}: "${name}" must be a string`);
  });
  return {
    title: text('title', empty.title),
    titles: byLanguage('titles'),
    description: text('description', ''),
    descriptions: byLanguage('descriptions'),
    documents: documents as DocumentSettings[],
  };
}

/** Every document of files and folders, in order; a folder gives its files by name, with what its `corpus.json` knows of them. */
export function* readCorpus(paths: readonly string[]): Generator<ReadDocument> {
  for (const path of paths) {
    let folder: boolean;
    try {
      folder = statSync(path).isDirectory();
    } catch {
      throw new UsageError(`no such file or folder: ${path}`);
    }
    if (!folder) {
      yield* readFile(path, documentId(path), undefined);
      continue;
    }
    const settings = new Map(readSettings(path).documents.map((entry) => [entry.file, entry]));
    const files = listFiles(path);
    for (const file of settings.keys())
      if (!files.includes(file))
        yield {
          document: null,
          id: documentId(file),
          notices: [
            { code: 'missing-file', severity: 'error', message: `corpus.json names ${file}, which is not in ${path}.` },
          ],
        };
    for (const file of files) yield* readFile(join(path, file), documentId(file), settings.get(file));
  }
}

const documentId = (path: string) => basename(path, extname(path));

function listFiles(folder: string): string[] {
  const found: string[] = [];
  const walk = (inside: string) => {
    for (const entry of readdirSync(inside, { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      const path = join(inside, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (extname(entry.name).toLowerCase() in READERS) found.push(relative(folder, path).split('\\').join('/'));
    }
  };
  walk(folder);
  return found.sort();
}

function* readFile(path: string, id: string, settings: DocumentSettings | undefined): Generator<ReadDocument> {
  const fail = (code: string, message: string): ReadDocument => ({
    document: null,
    id: settings?.id ?? id,
    notices: [{ code, severity: 'error', message }],
  });
  const reader = READERS[extname(path).toLowerCase()];
  if (!reader) {
    yield fail(
      'unknown-format',
      `${path}: cannot read ${extname(path) || 'files without an extension'}; known are ${Object.keys(READERS).join(' ')}.`,
    );
    return;
  }
  let bytes: Uint8Array;
  try {
    const { size } = statSync(path);
    if (size > MAX_FILE_BYTES) {
      yield fail('file-too-large', `${path}: ${size} bytes, more than ${MAX_FILE_BYTES}; split it.`);
      return;
    }
    bytes = readFileSync(path);
  } catch (error) {
    yield fail(
      'unreadable-file',
      `${path}: cannot be read (${error instanceof Error ? error.message : 'unknown reason'}).`,
    );
    return;
  }
  for (const read of reader(id, bytes))
    yield settings && read.document ? { ...read, document: withSettings(read.document, settings) } : read;
}

function withSettings(document: Document, settings: DocumentSettings): Document {
  const fields: Record<string, unknown> = {};
  for (const name of ['id', 'lang', 'date', 'dateNote', 'title', 'titles', 'source', 'author', 'url'] as const)
    if (settings[name] !== undefined) fields[name] = settings[name];
  if (settings.dateBasis !== undefined) fields.dateBasis = settings.dateBasis as DateBasis;
  return { ...document, ...fields };
}

/** Reads JSON Lines; blank lines are passed over. */
export function readJsonLines(content: string): ReadDocument[] {
  const documents: ReadDocument[] = [];
  content.split('\n').forEach((line, index) => {
    if (line.trim() !== '') documents.push(readJsonLine(line, index + 1));
  });
  return documents;
}

/** Warns of ids that stand twice and makes them unique (`id`, `id-2`). */
export function uniqueIds(): (id: string) => { id: string; notices: Notice[] } {
  const seen = new Map<string, number>();
  return (id) => {
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    if (count === 1) return { id, notices: [] };
    return {
      id: `${id}-${count}`,
      notices: [
        {
          code: 'duplicate-id',
          severity: 'warning',
          message: `The id "${id}" stands already in this corpus; this document is called "${id}-${count}".`,
        },
      ],
    };
  };
}
