import type { DateBasis, Document } from '../core/model/document.ts';
import { dateFault, fileDate } from './file-date.ts';
import { isRecord } from './is-record.ts';
import { languageTag, webAddress } from './metadata.ts';
import { printable } from './printable.ts';
import type { ReadDocument } from './read-document.ts';

/** What `corpus.json` says of a corpus. */
export interface CorpusSettings {
  readonly title: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly description: string;
  readonly descriptions: Readonly<Record<string, string>>;
  readonly documents: readonly DocumentSettings[];
}

/** What it says of one file; every field overrules what the file says of itself. */
export interface DocumentSettings extends Partial<Omit<Document, 'text'>> {
  /** Path inside the folder, with `/` and nothing else between its parts. */
  readonly file: string;
}

const DATE_BASES: readonly string[] = ['given', 'stated', 'inferred', 'unknown'] satisfies DateBasis[];
const TEXT_FIELDS = ['id', 'lang', 'date', 'dateNote', 'title', 'source', 'author', 'url'] as const;
const FIELDS = [...TEXT_FIELDS, 'titles', 'dateBasis'] as const;

/** Every name that an entry may have; `titleBy` is a note on a title that is not the text's own. */
const ENTRY = ['file', ...FIELDS, 'titleBy'];
const SETTINGS = ['$schema', 'title', 'titles', 'description', 'descriptions', 'documents'];

/** Reads the contents of a `corpus.json`. A fault names the field and what was expected there. */
export function parseSettings(content: string, fallbackTitle = ''): { settings: CorpusSettings } | { fault: string } {
  let value: unknown;
  try {
    value = JSON.parse(content.replace(/^\ufeff/, ''));
  } catch (error) {
    return { fault: `not JSON (${error instanceof Error ? error.message : 'unreadable'})` };
  }
  if (!isRecord(value)) return { fault: 'expected an object with "title" and "documents"' };
  const record = value;
  const unknown = Object.keys(record).find((name) => !SETTINGS.includes(name));
  if (unknown !== undefined)
    return {
      fault: `"${printable(unknown)}" is no setting; known are ${SETTINGS.filter((name) => name !== '$schema').join(', ')}`,
    };
  for (const name of ['title', 'description'])
    if (record[name] !== undefined && typeof record[name] !== 'string') return { fault: `"${name}" must be a string` };
  for (const name of ['titles', 'descriptions'])
    if (record[name] !== undefined && !isTextByLanguage(record[name]))
      return { fault: `"${name}" must map language codes to strings` };
  const documents = record.documents ?? [];
  if (!Array.isArray(documents)) return { fault: '"documents" must be a list' };
  const known: DocumentSettings[] = [];
  const seen = new Set<string>();
  for (const [index, entry] of documents.entries()) {
    const fault = documentFault(entry);
    if (fault) return { fault: `documents[${index}]${fault}` };
    const file = insidePath((entry as DocumentSettings).file);
    if (seen.has(file)) return { fault: `documents[${index}]: "${printable(file)}" stands there twice` };
    seen.add(file);
    known.push({ ...(entry as DocumentSettings), file });
  }
  return {
    settings: {
      title: (record.title as string | undefined) ?? fallbackTitle,
      titles: (record.titles as Record<string, string> | undefined) ?? {},
      description: (record.description as string | undefined) ?? '',
      descriptions: (record.descriptions as Record<string, string> | undefined) ?? {},
      documents: known,
    },
  };
}

/** A path as the listing of a folder has it: `./a.txt` and `sub\\a.txt` are `a.txt` and `sub/a.txt`. */
const insidePath = (file: string) =>
  file
    .split(/[/\\]/)
    .filter((part) => part !== '' && part !== '.')
    .join('/');

function documentFault(entry: unknown): string | null {
  if (!isRecord(entry)) return ' must be an object';
  const { file } = entry;
  if (
    typeof file !== 'string' ||
    insidePath(file) === '' ||
    /^(?:[/\\]|[A-Za-z]:)/.test(file) ||
    file.split(/[/\\]/).includes('..')
  )
    return ': "file" must be a path inside the folder';
  const unknown = Object.keys(entry).find((name) => !ENTRY.includes(name));
  if (unknown !== undefined) return `: "${printable(unknown)}" is no field; known are ${ENTRY.join(', ')}`;
  if (entry.dateBasis !== undefined && !DATE_BASES.includes(String(entry.dateBasis)))
    return ': "dateBasis" must be given, stated, inferred or unknown';
  for (const name of TEXT_FIELDS)
    if (entry[name] !== undefined && typeof entry[name] !== 'string') return `: "${name}" must be a string`;
  if (entry.titles !== undefined && !isTextByLanguage(entry.titles))
    return ': "titles" must map language codes to strings';
  if (typeof entry.lang === 'string' && languageTag(entry.lang) === undefined)
    return `: "lang" must be a language tag such as "ar"; "${printable(entry.lang)}" is none`;
  if (typeof entry.date === 'string' && fileDate(entry.date) === null) return `: "date" ${dateFault(entry.date)}`;
  if (typeof entry.url === 'string' && webAddress(entry.url) === null) return ': "url" must be a web address';
  return null;
}

const isTextByLanguage = (value: unknown): value is Record<string, string> =>
  isRecord(value) && Object.values(value).every((text) => typeof text === 'string');

/** The settings of each file by its path. */
export function documentSettings(settings: CorpusSettings | null): ReadonlyMap<string, DocumentSettings> {
  return new Map((settings?.documents ?? []).map((entry) => [entry.file, entry]));
}

/** A document as the corpus describes it, whatever its file says. A date of the corpus does away with the basis that the file gave. */
export function withSettings(read: ReadDocument, settings: DocumentSettings): ReadDocument {
  if (!read.document) return settings.id === undefined ? read : { ...read, id: settings.id };
  const document: Record<string, unknown> = { ...read.document };
  if (settings.date !== undefined) {
    delete document.dateBasis;
    delete document.dateNote;
  }
  for (const name of FIELDS) if (settings[name] !== undefined) document[name] = settings[name];
  if (typeof settings.date === 'string') document.date = fileDate(settings.date) ?? settings.date;
  if (typeof settings.lang === 'string') document.lang = languageTag(settings.lang) ?? settings.lang;
  return { ...read, document: document as unknown as Document };
}
