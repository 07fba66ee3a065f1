import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Correction } from '../../core/model/correction.ts';
import { MAX_CORRECTIONS_BYTES, mergeCorrections, parseCorrections } from '../../formats/corrections.ts';
import { printable } from '../../formats/printable.ts';
import { readGuideFile } from '../guide-file.ts';
import { UsageError } from '../usage-error.ts';

/**
 * The corrections of files, and of the `corrections.json` in each of the folders, merged in this order. A file that cannot
 * be read at all is a fault of the call; single corrections that are malformed are told through `tell` and left out.
 */
export function readCorrections(
  folders: readonly string[],
  files: readonly string[],
  tell: (line: string) => void,
): { corrections: Correction[]; refused: number } {
  const found = folders.flatMap((folder) => readFound(folder) ?? []);
  let refused = 0;
  const lists = [...found, ...files.map(readNamed)].map(({ path, content }) => {
    const { corrections, faults } = parseCorrections(content);
    if (corrections.length === 0 && faults.length === 1 && !faults[0]?.startsWith('corrections['))
      throw new UsageError(`${path}: ${faults[0]}`);
    refused += faults.length;
    for (const fault of faults) tell(`${path}: error: ${printable(fault)} [bad-correction]`);
    return corrections;
  });
  return { corrections: mergeCorrections(...lists), refused };
}

interface Read {
  readonly path: string;
  readonly content: string;
}

function readFound(folder: string): Read | null {
  const read = readGuideFile(folder, 'corrections.json', MAX_CORRECTIONS_BYTES);
  const path = join(folder, 'corrections.json');
  if (read && 'fault' in read) throw new UsageError(`${path}: ${read.fault}`);
  return read && { path, ...read };
}

function readNamed(path: string): Read {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw new UsageError(`no such file: ${path}`);
  if (stat.size > MAX_CORRECTIONS_BYTES)
    throw new UsageError(`${path}: ${stat.size} bytes, more than ${MAX_CORRECTIONS_BYTES}`);
  return { path, content: readFileSync(path, 'utf8') };
}
