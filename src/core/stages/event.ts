import { type Cue, findCues } from '../events/cues.ts';
import { findNames, headAt, nameContext } from '../events/names.ts';
import { PassageReader } from '../events/passage-reader.ts';
import { Setting } from '../events/placing.ts';
import { type StateOf, tableSeats } from '../gazetteer/seats.ts';
import type { EventRules } from '../languages/event-rules.ts';
import type { Claim } from '../model/claim.ts';
import type { DateExpression } from '../model/date-expression.ts';
import type { Event } from '../model/event.ts';
import type { Mention } from '../model/mention.ts';
import type { Notice } from '../model/notice.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';

/**
 * Finds what the text reports to have happened or been said: one event for one happening in a passage. Pure and linear:
 * one look-up a word, bounded looks around each trigger.
 *
 * @param documentDate EDTF; dates fresh news that the text does not date
 */
export function event(
  text: TokenisedText,
  mentions: readonly Mention[],
  dates: readonly DateExpression[],
  claims: readonly Claim[],
  documentDate: string | null,
  rules: EventRules,
  stateOf: StateOf = tableSeats,
): { value: Event[]; notices: Notice[] } {
  const context = nameContext(text, mentions, rules.speech, stateOf);
  const names = findNames(context);
  // a place inside the name of a body is its seat: وزارة الدفاع في باكو
  const seats = new Set<number>();
  for (const name of names) {
    if (headAt(context, name.first) === null) continue;
    for (let at = name.first + 1; at < name.last; at++) {
      const mention = context.startsAt.get(at);
      if (mention !== undefined) seats.add(mention.start);
    }
  }
  const setting = new Setting(text, mentions, dates, rules, seats, stateOf);
  const cuesBy = new Map<number, Cue[]>();
  for (const cue of findCues(context, names)) {
    const list = cuesBy.get(cue.passage);
    if (list === undefined) cuesBy.set(cue.passage, [cue]);
    else list.push(cue);
  }
  const reader = new PassageReader({ text, rules, setting, context, names, claims, documentDate });
  const value: Event[] = [];
  const told = new Set<string>();
  for (const passage of text.passages) {
    if (passage.furniture) continue;
    const key = headlineKey(text, passage.index);
    if (passage.heading) {
      if (told.has(key) || (passage.index > 0 && value.length > 0 && hasBodyAfter(text, passage.index))) {
        told.add(key);
        continue;
      }
    } else if (key.length > 20 && key.length < 300 && told.has(key)) continue;
    told.add(key);
    value.push(...reader.read(passage.index, cuesBy.get(passage.index) ?? []));
  }
  const ids = new Map<string, number>();
  const notices: Notice[] = [];
  return {
    value: reader
      .finish(value)
      .sort((a, b) => a.start - b.start || a.end - b.end || (a.kind < b.kind ? -1 : 1))
      .map((one) => {
        const base = `${one.kind}-${one.trigger.start}`;
        const count = ids.get(base) ?? 0;
        ids.set(base, count + 1);
        return { ...one, id: count === 0 ? base : `${base}-${count}` };
      }),
    notices,
  };
}

const headlineKey = (text: TokenisedText, passage: number) => {
  let key = '';
  for (let at = text.firstToken[passage] ?? 0; at < (text.lastToken[passage] ?? 0) && key.length < 300; at++)
    if (text.tokens[at]?.type !== 'sign') key += `${text.tokens[at]?.folded} `;
  return key;
};

/** A heading between sentences repeats what the next sentence tells. */
const hasBodyAfter = (text: TokenisedText, passage: number) =>
  text.passages.slice(passage + 1, passage + 3).some((next) => !next.heading && !next.furniture);
