import { basename, relative, resolve, sep } from 'node:path';
import type { Notice } from '../core/model/notice.ts';
import { documentId, printable } from '../formats/printable.ts';

/** `1 document`, `2 documents`. */
export const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** A notice as a line for standard error. */
export function noticeLine(id: string, { start, severity, message, code }: Notice): string {
  const at = start === undefined ? '' : `:${start}`;
  return `${printable(id)}${at}: ${severity}: ${message} [${code}]`;
}

/**
 * What a person knows a document by: its file, as it was given or inside the folder of its corpus, and its id where the file
 * holds several; the id alone for what is no file.
 */
export function calledFor(id: string, path: string | null, folder: string | null = null): string {
  if (path === null) return id;
  const inside = folder === null ? path : relative(resolve(folder), resolve(path));
  const file = inside.split(sep).join('/') || basename(path);
  return documentId(file) === id ? file : `${file}, ${id}`;
}
