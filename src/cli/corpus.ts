import { createReadStream, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import {
  type CorpusSettings,
  type DocumentSettings,
  documentSettings,
  parseSettings,
  withSettings,
} from '../formats/corpus-settings.ts';
import { decodeLines } from '../formats/decode-lines.ts';
import { readJsonLine } from '../formats/jsonl.ts';
import { MAX_FILES, MAX_ROWS, MAX_SETTINGS_BYTES, MAX_TEXT } from '../formats/limits.ts';
import { cleanId, documentId, printable } from '../formats/printable.ts';
import { type ReadDocument, refuse, remark } from '../formats/read-document.ts';
import { EXTENSIONS, formatOf, streamFile, tooLarge } from '../formats/readers.ts';
import { passedOverMessage } from '../formats/zip.ts';
import { fetchDocument, isWebAddress } from './fetch-document.ts';
import { readGuideFile } from './guide-file.ts';
import { UsageError } from './usage-error.ts';

/** A line of JSON Lines longer than the longest text could be written is passed over without being held. */
const MAX_LINE_BYTES = 6 * MAX_TEXT;

/** Reads the settings of a folder's `corpus.json`; a missing file is an empty one. Throws a UsageError that names the faulty field. */
export function readSettings(folder: string): CorpusSettings {
  const title = basename(resolve(folder));
  const read = readGuideFile(folder, 'corpus.json', MAX_SETTINGS_BYTES);
  if (read === null) return { title, titles: {}, description: '', descriptions: {}, documents: [] };
  const path = join(folder, 'corpus.json');
  if ('fault' in read) throw new UsageError(`${path}: ${read.fault}`);
  const parsed = parseSettings(read.content, title);
  if ('fault' in parsed) throw new UsageError(`${path}: ${parsed.fault}`);
  return parsed.settings;
}

/** A file of a corpus, or what is to be said of one that is not read. */
export interface CorpusFile {
  readonly path: string;
  readonly settings?: DocumentSettings | undefined;
}

/** Every document of files, folders and web addresses, in order; a folder gives its files by name, with what its `corpus.json` knows of them. */
export async function* readCorpus(paths: readonly string[]): AsyncGenerator<ReadDocument> {
  for (const path of paths) {
    if (isWebAddress(path)) {
      yield* fetchDocument(path);
      continue;
    }
    let folder: boolean;
    try {
      folder = statSync(path).isDirectory();
    } catch {
      yield refuse(documentId(path), 'missing-file', `no such file or folder: ${printable(path)}`);
      continue;
    }
    if (!folder) {
      yield* readCorpusFile({ path });
      continue;
    }
    for (const found of listCorpus(path)) {
      if ('path' in found) yield* readCorpusFile(found);
      else yield found;
    }
  }
}

/**
 * The files of a folder in the order of their paths, and remarks on what is left out. Links that lead out of the folder,
 * linked folders, pipes and devices are not followed.
 */
export function* listCorpus(folder: string): Generator<CorpusFile | ReadDocument> {
  const settings = documentSettings(readSettings(folder));
  const { found, passedOver } = listFiles(folder);
  const present = new Set(found.map(({ file }) => file));
  for (const file of settings.keys())
    if (!present.has(file))
      // with its extension, so that it takes the id of no document that is there
      yield refuse(
        cleanId(file),
        'missing-file',
        `corpus.json names ${printable(file)}, which is not in ${printable(folder)}.`,
      );
  for (const { file, fault } of found) yield fault ?? { path: join(folder, file), settings: settings.get(file) };
  if (passedOver.length > 0) yield remark(documentId(folder), 'files-passed-over', passedOverMessage(passedOver));
}

/** A file that a reader takes, by its path inside the folder; with what is the matter when it is not to be read. */
interface Found {
  readonly file: string;
  readonly fault?: ReadDocument | undefined;
}

function listFiles(folder: string): { found: Found[]; passedOver: string[] } {
  const found: Found[] = [];
  const passedOver: string[] = [];
  const root = realpathSync(folder);
  const add = (file: string, path: string, code: string, fault?: string) => {
    found.push({
      file,
      fault: fault === undefined ? undefined : refuse(documentId(path), code, `${printable(path)}: ${fault}.`),
    });
  };
  const walk = (inside: string, before: string) => {
    let entries: ReturnType<typeof readEntries>;
    try {
      entries = readEntries(inside);
    } catch (error) {
      add(before.slice(0, -1), inside, 'unreadable-folder', `cannot be listed (${reasonOf(error)})`);
      return;
    }
    for (const entry of entries) {
      if (found.length > MAX_FILES) return;
      // hidden files, and the marks that office programs leave beside a file that is open
      if (/^\.|^~\$/.test(entry.name)) continue;
      const file = before + entry.name;
      const isRead = !entry.isDirectory() && formatOf(entry.name) !== null;
      if (isRead && entry.isFile() && found.length < MAX_FILES) {
        found.push({ file });
        continue;
      }
      const path = join(inside, entry.name);
      if (entry.isDirectory()) walk(path, `${file}/`);
      else if (entry.isSymbolicLink() && leadsToFolder(path))
        add(file, path, 'link-left-out', 'a link to a folder, which is not followed: put the folder itself there');
      else if (!isRead) {
        if (!isOurs(file)) passedOver.push(path);
      } else if (found.length === MAX_FILES)
        add(file, path, 'too-many-files', `only ${MAX_FILES} files of a folder are read`);
      else if (entry.isSymbolicLink()) add(file, path, ...linkFault(path, root));
      else add(file, path, 'link-left-out', 'no ordinary file: left out');
    }
  };
  walk(folder, '');
  found.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  return { found, passedOver };
}

/** Files beside the documents that belong to the corpus: its settings, corrections, stories and translations. */
const isOurs = (file: string) => /^(?:corpus|corrections)\.json$|^(?:stories|translations)\/.+\.json$/.test(file);

function leadsToFolder(link: string): boolean {
  try {
    return statSync(link).isDirectory();
  } catch {
    return false;
  }
}

/** What is the matter with a link: only one to a file inside the folder is read. */
function linkFault(path: string, root: string): [code: string, fault?: string] {
  try {
    const target = realpathSync(path);
    if (!target.startsWith(root + sep)) return ['link-left-out', 'a link that leads out of the folder: left out'];
    return statSync(target).isFile() ? [''] : ['link-left-out', 'a link to what is no file: left out'];
  } catch (error) {
    return ['unreadable-file', `cannot be read (${reasonOf(error)})`];
  }
}

const readEntries = (folder: string) =>
  readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));

/** The documents of one file. */
export async function* readCorpusFile({ path, settings }: CorpusFile): AsyncGenerator<ReadDocument> {
  for await (const read of readFileAt(path)) yield settings ? withSettings(read, settings) : read;
}

async function* readFileAt(path: string): AsyncGenerator<ReadDocument> {
  const id = documentId(path);
  const format = formatOf(path);
  if (!format) {
    yield refuse(
      id,
      'unknown-format',
      `${printable(path)}: files of this kind are not read; known are ${EXTENSIONS.join(' ')}.`,
    );
    return;
  }
  let bytes: Uint8Array;
  try {
    const stat = statSync(path);
    // a pipe would be waited for, a device has no end
    if (!stat.isFile()) {
      yield refuse(id, 'link-left-out', `${printable(path)} is no ordinary file: left out.`);
      return;
    }
    if (format.name === 'jsonl') {
      yield* readLines(createReadStream(path), id, MAX_ROWS);
      return;
    }
    if (stat.size > format.maxBytes) {
      yield tooLarge(id, path, stat.size, format.maxBytes);
      return;
    }
    bytes = readFileSync(path);
  } catch (error) {
    // the system's names are bytes, and those of another encoding cannot be written here
    const reason = path.includes('\ufffd') ? 'its name is not UTF-8: rename it' : reasonOf(error);
    yield refuse(id, 'unreadable-file', `${printable(path)}: cannot be read (${reason}).`);
    return;
  }
  yield* streamFile(path, bytes);
}

/** JSON Lines line by line, so that a file larger than memory can be read; what has no id of its own is called `id` and its number. */
export async function* readLines(
  stream: AsyncIterable<Uint8Array>,
  id: string,
  mostRows: number,
): AsyncGenerator<ReadDocument> {
  let number = 0;
  let count = 0;
  for await (const { text, notices } of decodeLines(stream, MAX_LINE_BYTES)) {
    number++;
    if (text === null) {
      // a file that begins as no text holds no lines either
      const isNoText = number === 1 && notices[0]?.code === 'not-text';
      yield { document: null, id: isNoText ? id : `${id}-${number}`, notices };
      if (isNoText) return;
    } else if (text.trim() !== '') {
      if (++count > mostRows) {
        yield refuse(id, 'too-many-rows', `Only the first ${mostRows} lines were read: split the file.`);
        return;
      }
      const read = readJsonLine(text, number, id);
      yield notices.length > 0 ? { ...read, notices: [...notices, ...read.notices] } : read;
    }
  }
}

const reasonOf = (error: unknown) => printable(error instanceof Error ? error.message : 'unknown reason');
