import { readFileSync } from 'node:fs';
import type { Gold } from '../core/scoring/gold.ts';
import { isRecord } from '../formats/is-record.ts';
import { UsageError } from './usage-error.ts';

const LISTS = ['mentions', 'dates', 'events'] as const;
const TEXTS = ['text', 'lang', 'date'] as const;

/** The gold of a file of JSON Lines. Throws a UsageError that names the line and the field that are not as they should be. */
export function readGold(file: string): Gold[] {
  const golds: Gold[] = [];
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach((line, index) => {
      if (line.trim() === '') return;
      let value: unknown;
      try {
        value = JSON.parse(line);
      } catch (error) {
        throw new UsageError(`${file}:${index + 1}: not JSON (${error instanceof Error ? error.message : ''})`);
      }
      const fault = faultOf(value);
      if (fault !== null) throw new UsageError(`${file}:${index + 1}: ${fault}`);
      golds.push(value as Gold);
    });
  return golds;
}

function faultOf(value: unknown): string | null {
  if (!isRecord(value)) return 'not an object, such as "mawdi analyse" writes a line';
  if (typeof value.id !== 'string') return '"id" must be a string';
  const text = TEXTS.find((name) => !['string', 'undefined'].includes(typeof (value[name] ?? undefined)));
  if (text !== undefined) return `"${text}" must be a string`;
  for (const name of LISTS) {
    const list = value[name] ?? [];
    if (!Array.isArray(list)) return `"${name}" must be a list`;
    const at = list.findIndex((one) => !isSpan(one));
    if (at >= 0) return `${name}[${at}] must be an object with the offsets "start" and "end"`;
    const kind =
      name === 'events' ? list.findIndex(({ kind }: Record<string, unknown>) => typeof kind !== 'string') : -1;
    if (kind >= 0) return `events[${kind}].kind must be a string`;
  }
  return null;
}

function isSpan(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { start, end } = value;
  return (
    Number.isSafeInteger(start) && Number.isSafeInteger(end) && 0 <= (start as number) && Number(start) <= Number(end)
  );
}
