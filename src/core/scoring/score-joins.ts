import type { JoinedEvent } from '../model/event.ts';
import { zero } from './match.ts';
import type { ScoreSheet } from './score-sheet.ts';

/** A telling that matched gold, with the gold's name of the happening it tells. */
export interface ToldGold {
  readonly document: string;
  /** Document and id of the event found. */
  readonly event: string;
  readonly join: string | null;
  readonly text: string;
  readonly kind: string;
}

/**
 * Joining, on tellings that were found: pairs of tellings in different documents and within one, joined as in gold (pairs
 * joined as "possibly the same" that gold keeps apart count as such, not as wrong); and
 * happenings told in several documents of which tellings of at least two documents stand together.
 */
export function scoreJoins(told: readonly ToldGold[], joined: readonly JoinedEvent[], sheet: ScoreSheet): void {
  const groupOf = new Map<string, string>();
  const unsure = new Set<string>();
  for (const one of joined)
    for (const telling of one.tellings) {
      groupOf.set(`${telling.documentId} ${telling.eventId}`, one.id);
      if (!telling.sure) unsure.add(`${telling.documentId} ${telling.eventId}`);
    }
  const pairs = { over: zero(), within: zero() };
  let possible = 0;
  const happenings = new Map<string, { documents: Set<string>; together: boolean }>();
  for (const [index, a] of told.entries()) {
    if (a.join !== null) {
      const known = happenings.get(a.join) ?? { documents: new Set(), together: false };
      happenings.set(a.join, known);
      known.documents.add(a.document);
    }
    for (const b of told.slice(index + 1)) {
      const counts = a.document === b.document ? pairs.within : pairs.over;
      const expected = a.join !== null && a.join === b.join;
      const found = groupOf.has(a.event) && groupOf.get(a.event) === groupOf.get(b.event);
      if (!expected && !found) continue;
      if (expected && found) {
        counts.hits++;
        const known = happenings.get(a.join);
        if (known !== undefined && a.document !== b.document) known.together = true;
        continue;
      }
      // "possibly the same" is no claim that it is
      const possibly = found && (unsure.has(a.event) || unsure.has(b.event));
      if (possibly) {
        possible++;
        continue;
      }
      if (found) counts.extra++;
      else counts.missed++;
      sheet.misses.push({
        document: a.document,
        what: found
          ? `joined wrongly: ${a.join ?? a.kind} and ${b.join ?? b.kind}`
          : `not joined: ${a.join}${a.document === b.document ? ', within a document' : ''}`,
        text: `${a.text} | ${b.document} ${b.text}`,
      });
    }
  }
  if (possible > 0)
    sheet.scores.push({
      name: 'pairs held to be possibly the same, not in gold',
      value: possible,
      right: 0,
      cases: possible,
    });
  const several = [...happenings.values()].filter((one) => one.documents.size > 1);
  sheet.add('happenings of several documents joined', [several.filter((one) => one.together).length, several.length]);
  for (const [name, counts] of [
    ['pairs joined over documents', pairs.over],
    ['pairs joined within documents', pairs.within],
  ] as const) {
    sheet.add(`${name}, precision`, [counts.hits, counts.hits + counts.extra]);
    sheet.add(`${name}, recall`, [counts.hits, counts.hits + counts.missed]);
  }
}
