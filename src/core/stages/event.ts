import type { Cue } from '../events/cue.ts';
import { headAt } from '../events/names.ts';
import { PassageReader } from '../events/passage-reader.ts';
import { Setting } from '../events/placing.ts';
import { readSpeech } from '../events/speech-reading.ts';
import { type HomeOf, type StateOf, tableSeats } from '../gazetteer/seats.ts';
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
  homeOf: HomeOf = () => null,
): { value: Event[]; notices: Notice[] } {
  const { context, names, cues } = readSpeech(text, mentions, rules.speech, stateOf);
  // a place inside the name of a body is its seat: وزارة الدفاع في باكو
  const seats = new Map<number, boolean>();
  for (const name of names) {
    const head = headAt(context, name.first);
    if (head === null || onTheSpot(text, name.first, rules)) continue;
    for (let at = name.first + 1; at < name.last; at++) {
      const mention = context.startsAt.get(at);
      if (mention !== undefined) seats.set(mention.start, head.type === 'person');
    }
  }
  const setting = new Setting(text, mentions, dates, rules, seats, stateOf, homeOf);
  const cuesBy = new Map<number, Cue[]>();
  for (const cue of cues) {
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
      if (
        (key !== '' && told.has(key)) ||
        (passage.index > 0 && value.length > 0 && hasBodyAfter(text, passage.index))
      ) {
        told.add(key);
        continue;
      }
    } else if (key !== '' && told.has(key)) continue;
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

/** "in front of a police station in Zahedan": the body is where it happens, not who acts. */
const onTheSpot = (text: TokenisedText, at: number, rules: EventRules): boolean => {
  for (let back = at - 1; back >= at - 2; back--) {
    const token = text.tokens[back];
    if (token?.type !== 'word') return false;
    if (rules.placePrepositions.has(token.folded)) return true;
  }
  return false;
};

/** A headline told again has as many words, begins with the same three and ends with the same one. Empty for long passages. */
const headlineKey = (text: TokenisedText, passage: number): string => {
  const first = text.firstToken[passage] ?? 0;
  const last = text.lastToken[passage] ?? 0;
  const words: string[] = [];
  let count = 0;
  let final = '';
  for (let at = first; at < last; at++) {
    const token = text.tokens[at];
    if (token?.type === 'sign' || token === undefined) continue;
    if (++count > HEADLINE_WORDS) return '';
    if (words.length < 3) words.push(token.folded);
    final = token.folded;
  }
  return count < 4 ? '' : `${count} ${words.join(' ')} ${final}`;
};

/** Words of the longest headline. */
const HEADLINE_WORDS = 40;

/** A heading between sentences repeats what the next sentence tells. */
const hasBodyAfter = (text: TokenisedText, passage: number) =>
  text.passages.slice(passage + 1, passage + 3).some((next) => !next.heading && !next.furniture);
