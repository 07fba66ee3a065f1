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

/** Remarks and warnings of one kind that are told one by one; the rest is counted. */
const MOST_OF_A_KIND = 20;

/** Tells the notices of a corpus: every error, and of each kind of remark or warning the first ones. */
export class NoticeTeller {
  private readonly counts = new Map<string, number>();
  constructor(
    private readonly say: (line: string) => void,
    private readonly quiet: boolean,
  ) {}

  tell(id: string, notices: readonly Notice[]): void {
    for (const notice of notices) {
      if (notice.severity !== 'error') {
        const count = (this.counts.get(notice.code) ?? 0) + 1;
        this.counts.set(notice.code, count);
        if (this.quiet || count > MOST_OF_A_KIND) continue;
      }
      this.say(noticeLine(id, notice));
    }
  }

  /** Says how many were not told one by one; all of them stand with their documents. */
  end(): void {
    if (this.quiet) return;
    for (const [code, count] of this.counts)
      if (count > MOST_OF_A_KIND) this.say(`… and ${count - MOST_OF_A_KIND} more like it [${code}]`);
  }
}
