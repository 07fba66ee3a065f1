import { type ArchiveEntry, ArchiveFault, readDirectory, unpack } from './archive.ts';
import { type CorpusSettings, documentSettings, parseSettings, withSettings } from './corpus-settings.ts';
import { MAX_ARCHIVE_BYTES, MAX_SETTINGS_BYTES, MAX_UNPACKED_BYTES } from './limits.ts';
import { documentId, printable } from './printable.ts';
import { type ReadDocument, refuse, remark } from './read-document.ts';

/** How the files in an archive are read: null for a name that no reader takes. */
export interface EntryReading {
  readonly maxBytes: (name: string) => number | null;
  readonly read: (name: string, bytes: Uint8Array) => Promise<ReadDocument[]>;
}

/**
 * The documents of a ZIP archive, file by file in the order of their names, with what its `corpus.json` says of them.
 * Nothing is written anywhere, and one file is unpacked at a time. A name that leads outside, a link, an archive in the
 * archive, and what goes beyond the limits is refused with a notice.
 */
export async function* readZip(id: string, bytes: Uint8Array, reading: EntryReading): AsyncGenerator<ReadDocument> {
  if (bytes.length > MAX_ARCHIVE_BYTES) {
    yield refuse(
      id,
      'archive-too-large',
      `The archive has ${bytes.length} bytes, more than ${MAX_ARCHIVE_BYTES}: split it.`,
    );
    return;
  }
  let entries: ArchiveEntry[];
  try {
    entries = readDirectory(bytes);
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error;
    yield refuse(id, 'bad-archive', `The archive cannot be read: ${error.message}.`);
    return;
  }
  const files = entries.filter(({ name }) => !name.endsWith('/') && !isHidden(name));
  files.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const { settings, root, fault } = settingsOf(bytes, files);
  if (fault) yield refuse(id, 'bad-settings', fault);
  const known = documentSettings(settings);
  const passedOver: string[] = [];
  let unpacked = 0;
  let documents = 0;
  for (const entry of files) {
    const { name } = entry;
    const where = printable(name);
    if (isSettings(name)) continue;
    if (leadsOutside(name)) {
      yield refuse(
        documentId(name),
        'unsafe-name',
        `"${where}" in the archive has a name that leads outside it: left out.`,
      );
      continue;
    }
    if (/\.zip$/i.test(name)) {
      yield refuse(documentId(name), 'nested-archive', `"${where}" is an archive in an archive: unpack it first.`);
      continue;
    }
    const limit = reading.maxBytes(name);
    if (limit === null) {
      passedOver.push(name);
      continue;
    }
    if (entry.symbolicLink) {
      yield refuse(documentId(name), 'link-left-out', `"${where}" in the archive is a link, not a file: left out.`);
      continue;
    }
    if (unpacked + entry.unpackedBytes > MAX_UNPACKED_BYTES) {
      yield refuse(
        id,
        'archive-too-large',
        `The archive unpacks to more than ${MAX_UNPACKED_BYTES} bytes: "${where}" and what follows were not read.`,
      );
      return;
    }
    unpacked += entry.unpackedBytes;
    const own = known.get(name.slice(root.length));
    for (const read of await readEntry(bytes, entry, limit, reading)) {
      documents++;
      yield own ? withSettings(read, own) : read;
    }
  }
  if (passedOver.length > 0) yield remark(id, 'files-passed-over', passedOverMessage(passedOver));
  else if (documents === 0) yield refuse(id, 'empty-archive', 'The archive holds no document.');
}

async function readEntry(
  bytes: Uint8Array,
  entry: ArchiveEntry,
  limit: number,
  reading: EntryReading,
): Promise<ReadDocument[]> {
  try {
    return await reading.read(entry.name, unpack(bytes, entry, limit));
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error;
    return [
      refuse(
        documentId(entry.name),
        'bad-archive-entry',
        `"${printable(entry.name)}" in the archive: ${error.message}.`,
      ),
    ];
  }
}

/** One line on files of kinds that are not read, counted by extension. */
export function passedOverMessage(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) {
    const extension = /\.[^./\\]{1,12}$/.exec(name)?.[0]?.toLowerCase() ?? 'no extension';
    counts.set(extension, (counts.get(extension) ?? 0) + 1);
  }
  const kinds = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 12);
  return `${names.length} ${names.length === 1 ? 'file' : 'files'} of other kinds passed over: ${kinds.map(([kind, count]) => `${printable(kind)} (${count})`).join(', ')}.`;
}

const isSettings = (name: string) => /^(?:[^/]+\/)?corpus\.json$/.test(name);

/** Files that systems leave behind, and what is hidden on purpose. */
const isHidden = (name: string) =>
  name.split(/[/\\]/).some((part) => part === '__MACOSX' || (part.startsWith('.') && !/^\.+$/.test(part)));

function leadsOutside(name: string): boolean {
  return /^(?:[/\\]|[A-Za-z]:)/.test(name) || name.includes('\0') || name.split(/[/\\]/).includes('..');
}

/** The settings that lie in the archive, at its top or in its only folder; `root` is what stands before the names in them. */
function settingsOf(
  bytes: Uint8Array,
  files: readonly ArchiveEntry[],
): { settings: CorpusSettings | null; root: string; fault?: string } {
  const entry = files.filter(({ name }) => isSettings(name)).sort((a, b) => a.name.length - b.name.length)[0];
  if (!entry) return { settings: null, root: '' };
  const root = entry.name.slice(0, entry.name.length - 'corpus.json'.length);
  try {
    const parsed = parseSettings(new TextDecoder().decode(unpack(bytes, entry, MAX_SETTINGS_BYTES)));
    return 'fault' in parsed
      ? { settings: null, root, fault: `corpus.json in the archive: ${parsed.fault}.` }
      : { settings: parsed.settings, root };
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error;
    return { settings: null, root, fault: `corpus.json in the archive: ${error.message}.` };
  }
}
