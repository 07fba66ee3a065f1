import type { EventKind } from '../model/event.ts';

/** Kinds under which different tellings put one happening. */
const FAMILIES: Partial<Record<EventKind, string>> = {
  offensive: 'war',
  shelling: 'attack',
  attack: 'attack',
  casualties: 'casualties',
  landmine: 'landmine',
  ceasefire: 'ceasefire',
  'ceasefire-violation': 'ceasefire',
};

export function kindFamily(kind: EventKind): string {
  return FAMILIES[kind] ?? kind;
}

/** A short id from the content of the parts: the same parts in the same order give the same id (FNV-1a, 52 bits). */
export function stableId(parts: readonly string[]): string {
  let low = 0x811c9dc5;
  let high = 0x1000193;
  for (const part of parts)
    for (let at = 0; at <= part.length; at++) {
      const code = at < part.length ? part.charCodeAt(at) : 0;
      low = Math.imul(low ^ code, 0x01000193) >>> 0;
      high = Math.imul(high ^ (code + 0x9e37), 0x85ebca6b) >>> 0;
    }
  return `j${(low >>> 0).toString(36)}${(high >>> 12).toString(36)}`;
}

const HARM: ReadonlySet<EventKind> = new Set([
  'offensive',
  'shelling',
  'attack',
  'casualties',
  'landmine',
  'accident',
  'disaster',
]);

/** Kinds in which people or things are harmed. */
export const isHarm = (kind: EventKind): boolean => HARM.has(kind);

/** Kinds in which somebody does harm. */
export const isDeliberate = (kind: EventKind): boolean => isHarm(kind) && kind !== 'accident' && kind !== 'disaster';
