import type { Figure } from '../model/event.ts';
import { foldName } from '../text/fold.ts';
import type { Counted, Operator } from './event-rules.ts';

/* Readers of the word tables of events, which all languages write alike. */

/** A table of words while it is filled; a spec says how the word inflects. */
export interface Growing<Entry> {
  verb(spec: string, entry: Entry): void;
  noun(spec: string, entry: Entry): void;
}

export const entriesOf = (table: string): string[] => table.split(/\s+/u).filter((word) => word !== '');

/** Entries of several words, which a low line joins. */
export const phrases = (table: string): string[][] =>
  entriesOf(table).map((entry) => foldName(entry.replaceAll('_', ' ')).split(' '));

/** Lines of `key: entry entry …`. */
export const rowsOf = (table: string): (readonly [key: string, entries: string[]])[] =>
  table.split('\n').flatMap((line) => {
    const colon = line.indexOf(':');
    return colon < 0 ? [] : [[line.slice(0, colon).trim(), entriesOf(line.slice(colon + 1))] as const];
  });

const OPERATORS = ['negated', 'possible', 'demanded', 'mentioned'] as const;
const PARTICLES = ['negated', 'possible', 'demanded', 'question'] as const;

/** Words that change whether a happening is told as one. */
export function fillOperators<Table extends Growing<Operator>>(
  into: Table,
  words: Readonly<Record<(typeof OPERATORS)[number], { readonly verbs: string; readonly nouns: string }>>,
): Table {
  for (const operator of OPERATORS) {
    for (const spec of entriesOf(words[operator].verbs)) into.verb(spec, operator);
    for (const spec of entriesOf(words[operator].nouns)) into.noun(spec, operator);
  }
  return into;
}

/** Particles that do so without inflection. */
export const particlesOf = (words: Readonly<Record<(typeof PARTICLES)[number], string>>): Map<string, Operator> =>
  new Map(
    PARTICLES.flatMap((operator) =>
      entriesOf(words[operator]).map((word): [string, Operator] => [foldName(word.replaceAll('_', ' ')), operator]),
    ),
  );

/** Words for what is counted: things by what they are, then persons, civilians, soldiers. */
export function fillCounted<Table extends Growing<Counted>>(
  into: Table,
  words: { readonly COUNTED: string; readonly PERSONS: string; readonly CIVILIANS: string; readonly SOLDIERS: string },
): Table {
  const enter = (specs: readonly string[], what: Figure['what'], person: boolean) => {
    for (const spec of specs) into.noun(spec, { what, person });
  };
  for (const [what, specs] of rowsOf(words.COUNTED)) enter(specs, what as Figure['what'], false);
  enter(entriesOf(words.PERSONS), 'other', true);
  enter(entriesOf(words.CIVILIANS), 'civilians-killed', true);
  enter(entriesOf(words.SOLDIERS), 'soldiers-killed', true);
  return into;
}

/** What people counted near a trigger became, by its lemma. */
export const tollsOf = (table: string): Map<string, Figure['what']> =>
  new Map(
    rowsOf(table).flatMap(([what, entries]) =>
      entries.map((word): [string, Figure['what']] => [foldName(word.replaceAll('_', ' ')), what as Figure['what']]),
    ),
  );

/** Ways to name what happened, each line one way with its spellings. */
export const framingsOf = (table: string): string[][][] =>
  table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(phrases);
