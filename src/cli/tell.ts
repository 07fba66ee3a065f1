import type { Notice } from '../core/model/notice.ts';
import { printable } from '../formats/printable.ts';

/** A notice as a line for standard error. */
export function noticeLine(id: string, { start, severity, message, code }: Notice): string {
  const at = start === undefined ? '' : `:${start}`;
  return `${printable(id)}${at}: ${severity}: ${message} [${code}]`;
}
