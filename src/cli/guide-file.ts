import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** What a file that guides a corpus holds, or what is the matter with it; null where there is none. */
export type GuideFile = { readonly content: string } | { readonly fault: string } | null;

/**
 * Reads a file of a corpus that is no document of it: its `corpus.json`, its corrections, a story. As with documents, a
 * link that leads out of the folder, a pipe or a device is not followed: whoever made the folder may be somebody else.
 */
export function readGuideFile(folder: string, name: string, maxBytes: number): GuideFile {
  const path = join(folder, name);
  const refused = (fault: string) => ({ fault });
  try {
    const link = lstatSync(path, { throwIfNoEntry: false });
    if (!link) return null;
    if (link.isSymbolicLink() && !realpathSync(path).startsWith(realpathSync(folder) + sep))
      return refused('a link that leads out of the folder: put the file itself there');
    const stat = statSync(path);
    if (stat.isDirectory()) return refused('a folder, where a file is expected');
    if (!stat.isFile()) return refused('no ordinary file');
    if (stat.size > maxBytes) return refused(`${stat.size} bytes, more than ${maxBytes}`);
    return { content: readFileSync(path, 'utf8') };
  } catch (error) {
    const { code = 'unknown reason' } = error as NodeJS.ErrnoException;
    // a corpus of a single file has none
    return code === 'ENOTDIR' ? null : refused(`cannot be read (${code})`);
  }
}
