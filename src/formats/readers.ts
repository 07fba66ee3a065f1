import { readJsonl } from './jsonl.ts';
import {
  BROWSER_MAX_ARCHIVE_BYTES,
  BROWSER_MAX_FILE_BYTES,
  BROWSER_MAX_MARKUP_BYTES,
  MAX_ARCHIVE_BYTES,
  MAX_FILE_BYTES,
  MAX_MARKUP_BYTES,
  MAX_PDF_BYTES,
} from './limits.ts';
import { cleanId, documentId, printable } from './printable.ts';
import { type ReadDocument, type Reader, type ReadHints, refuse } from './read-document.ts';
import { readTxt } from './txt.ts';
import { readZip } from './zip.ts';

/** A kind of file that documents come in. */
export interface Format {
  readonly name: string;
  /** One line for people. */
  readonly summary: string;
  readonly extensions: readonly string[];
  readonly mediaTypes: readonly string[];
  readonly maxBytes: number;
  readonly read: Reader;
}

/** Every format that is read, in the order in which they are told to people. Parsers of some size are loaded when they are first needed. */
export const FORMATS: readonly Format[] = [
  {
    name: 'txt',
    summary: 'plain text, taken character for character (UTF-8, UTF-16, Windows-1256, ISO-8859-6, Windows-1252)',
    extensions: ['.txt', '.text'],
    mediaTypes: ['text/plain'],
    maxBytes: MAX_FILE_BYTES,
    read: async (id, bytes, hints) => [await readTxt(id, bytes, hints)],
  },
  {
    name: 'md',
    summary: 'Markdown without its marks, metadata from front matter (YAML, simple TOML)',
    extensions: ['.md', '.markdown'],
    mediaTypes: ['text/markdown', 'text/x-markdown'],
    maxBytes: MAX_MARKUP_BYTES,
    read: async (id, bytes, hints) => [await (await import('./md.ts')).readMd(id, bytes, hints)],
  },
  {
    name: 'html',
    summary: 'a web page without what stands around its text, metadata from JSON-LD, Open Graph and meta elements',
    extensions: ['.html', '.htm', '.xhtml'],
    mediaTypes: ['text/html', 'application/xhtml+xml'],
    maxBytes: MAX_MARKUP_BYTES,
    read: async (id, bytes, hints) => [(await import('./html.ts')).readHtml(id, bytes, hints)],
  },
  {
    name: 'docx',
    summary: 'a Word document, metadata from its properties',
    extensions: ['.docx'],
    mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    maxBytes: MAX_FILE_BYTES,
    read: async (id, bytes) => [(await import('./docx.ts')).readDocx(id, bytes)],
  },
  {
    name: 'pdf',
    summary: 'the text layer of a PDF without running heads, metadata from its properties; scans have none',
    extensions: ['.pdf'],
    mediaTypes: ['application/pdf'],
    maxBytes: MAX_PDF_BYTES,
    read: async (id, bytes) => [await (await import('./pdf.ts')).readPdf(id, bytes)],
  },
  {
    name: 'csv',
    summary: 'a table with a document a row: column text, and id title date lang source author url',
    extensions: ['.csv'],
    mediaTypes: ['text/csv', 'application/csv'],
    maxBytes: MAX_FILE_BYTES,
    read: async (id, bytes, hints) => (await import('./delimited.ts')).readDelimited(',')(id, bytes, hints),
  },
  {
    name: 'tsv',
    summary: 'the same with tabs between the cells',
    extensions: ['.tsv', '.tab'],
    mediaTypes: ['text/tab-separated-values'],
    maxBytes: MAX_FILE_BYTES,
    read: async (id, bytes, hints) => (await import('./delimited.ts')).readDelimited('\t')(id, bytes, hints),
  },
  {
    name: 'jsonl',
    summary: 'an object a line: text, and id title date lang source author url',
    extensions: ['.jsonl', '.ndjson'],
    mediaTypes: ['application/jsonl', 'application/x-ndjson', 'application/x-jsonlines'],
    maxBytes: MAX_FILE_BYTES,
    read: readJsonl,
  },
  {
    name: 'zip',
    summary: 'an archive of all of these, with an optional corpus.json',
    extensions: ['.zip'],
    mediaTypes: ['application/zip', 'application/x-zip-compressed'],
    maxBytes: MAX_ARCHIVE_BYTES,
    read: (id, bytes) => collect(readArchive(id, bytes)),
  },
];

/** The extensions that are read, for a file dialogue or a message. */
export const EXTENSIONS: readonly string[] = FORMATS.flatMap(({ extensions }) => extensions);

/** The format of a file by its name, else by its media type; null for one that is not read. */
export function formatOf(name: string, mediaType = ''): Format | null {
  const extension = name.slice(name.lastIndexOf('.')).toLowerCase();
  const type = mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
  return (
    FORMATS.find(({ extensions }) => extensions.includes(extension)) ??
    FORMATS.find(({ mediaTypes }) => mediaTypes.includes(type)) ??
    null
  );
}

/** How many bytes of a file of a format are read. */
export function maxBytesOf({ maxBytes }: Format, inBrowser = false): number {
  if (!inBrowser) return maxBytes;
  if (maxBytes === MAX_MARKUP_BYTES) return BROWSER_MAX_MARKUP_BYTES;
  return maxBytes === MAX_ARCHIVE_BYTES ? BROWSER_MAX_ARCHIVE_BYTES : BROWSER_MAX_FILE_BYTES;
}

export interface FileHints extends ReadHints {
  /** Whether memory is that of a web page. */
  readonly inBrowser?: boolean | undefined;
  readonly mediaType?: string | undefined;
  /** The document's id; made of the file's name otherwise. */
  readonly id?: string | undefined;
}

/** The documents of a file. Gives at least one document or notice, and throws for nothing that the file may hold. */
export async function readFile(name: string, bytes: Uint8Array, hints: FileHints = {}): Promise<ReadDocument[]> {
  return collect(streamFile(name, bytes, hints));
}

/** As `readFile`, one document after the other, so that an archive's texts need not be held together. */
export async function* streamFile(
  name: string,
  bytes: Uint8Array,
  hints: FileHints = {},
): AsyncGenerator<ReadDocument> {
  const id = hints.id === undefined ? documentId(name) : cleanId(hints.id);
  const format = formatOf(name, hints.mediaType);
  if (!format) {
    yield refuse(
      id,
      'unknown-format',
      `${printable(name)}: files of this kind are not read; known are ${EXTENSIONS.join(' ')}.`,
    );
    return;
  }
  const most = maxBytesOf(format, hints.inBrowser);
  if (bytes.length > most) {
    yield tooLarge(id, name, bytes.length, most);
    return;
  }
  try {
    if (format.name === 'zip') yield* readArchive(id, bytes, hints.inBrowser);
    else yield* await format.read(id, bytes, hints);
  } catch (error) {
    // the parsers of others throw what they like at what they cannot read
    const reason = error instanceof Error ? error.message : String(error);
    yield refuse(id, 'unreadable-file', `${printable(name)}: cannot be read as ${format.name} (${printable(reason)}).`);
  }
}

export function tooLarge(id: string, name: string, bytes: number, limit: number): ReadDocument {
  return refuse(
    id,
    'file-too-large',
    `${printable(name)}: ${bytes} bytes, more than the ${limit} that are read; split it.`,
  );
}

function readArchive(id: string, bytes: Uint8Array, inBrowser?: boolean): AsyncGenerator<ReadDocument> {
  return readZip(id, bytes, {
    maxBytes: (name) => {
      const format = formatOf(name);
      return format && maxBytesOf(format, inBrowser);
    },
    read: (name, content) => readFile(name, content, { inBrowser }),
  });
}

async function collect(reads: AsyncIterable<ReadDocument>): Promise<ReadDocument[]> {
  const all: ReadDocument[] = [];
  for await (const read of reads) all.push(read);
  return all;
}
