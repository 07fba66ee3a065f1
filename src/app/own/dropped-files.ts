import type { GivenFile } from '../../worker/analysis-messages.ts';

/** The files of a drop, those in dropped folders too, with their paths from there. The browser lets them be listed only while the drop is handled, so this starts at once. */
export async function droppedFiles(transfer: DataTransfer): Promise<GivenFile[]> {
  const entries = [...transfer.items].flatMap((item) => {
    const entry = item.kind === 'file' ? (item.webkitGetAsEntry?.() ?? null) : null;
    return entry ? [entry] : [];
  });
  if (entries.length === 0) return chosenFiles(transfer.files);
  const found: GivenFile[] = [];
  for (const entry of entries) await walk(entry, '', found);
  return found;
}

/** Files of a file dialogue; those of a folder come with their paths. */
export function chosenFiles(files: FileList | readonly File[]): GivenFile[] {
  return [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

const MOST = 200_000;

async function walk(entry: FileSystemEntry, inside: string, found: GivenFile[]): Promise<void> {
  if (found.length >= MOST) return;
  const path = inside + entry.name;
  if (entry.isFile) {
    const file = await new Promise<File | null>((done) => (entry as FileSystemFileEntry).file(done, () => done(null)));
    if (file) found.push({ path, file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // a folder is listed a hundred entries at a time
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done) => reader.readEntries(done, () => done([])));
    if (some.length === 0) return;
    for (const one of some) await walk(one, `${path}/`, found);
  }
}
