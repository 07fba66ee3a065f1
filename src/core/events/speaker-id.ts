import { skeleton } from '../text/skeleton.ts';
import type { NameContext } from './names.ts';
import type { NameParts } from './speakers.ts';

/** Whether a name is that of a state or its government. */
export const isGovernment = (parts: NameParts) =>
  parts.person.length === 0 &&
  parts.places.length > 0 &&
  (parts.head === null || (parts.head.type === 'government' && parts.office.every((part) => part === 'government')));

/** The words of an office or body in one order, each once. */
export const roleOf = (office: readonly string[]): string => [...new Set(office)].sort().join(' ');

/** Most ids are as they should be. */
const TIDY = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A stable id for a speaker, the same in every document: kebab case, ASCII. */
export function speakerId(context: NameContext, parts: NameParts): string {
  const ascii = (word: string) => context.rules.ascii(word);
  let words: string[];
  if (parts.person.length > 0) {
    const given = parts.person[0] ?? '';
    const family = parts.person[parts.person.length - 1] ?? '';
    words = (parts.person.length > 1 ? [given, family] : [family]).map((word) => ascii(skeleton(word)));
  } else if (isGovernment(parts)) words = [parts.places[0] ?? ''];
  else words = [...parts.places, ...parts.office.map((part) => (/^[a-z-]+$/.test(part) ? part : ascii(part)))];
  const told = [...new Set(words)].join('-');
  if (TIDY.test(told)) return told;
  const id = told
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
  return id === '' ? 'speaker' : id;
}
