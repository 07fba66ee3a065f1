import type { Mention } from '../model/mention.ts';
import { afterDay } from '../text/after-day.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import { signOf } from './hit.ts';

/** Tokens of the longest dateline: a town, an agency in brackets or after a stroke, a dash. */
const LONGEST = 12;
/** Words of an agency's name after the first sign: القاهرة - أ ش أ: … */
const AGENCY_WORDS = 5;
/** Passages from the beginning in which a dateline is looked for: a headline or two may stand before it. */
const PASSAGES = 3;

const DASHES = '-–—';
const ENDS = `${DASHES}:/،`;

/** Where and by whom a report was written, which is not where it happened: بيروت (ا ف ب) - … */
export interface Dateline {
  readonly start: number;
  readonly end: number;
}

/** Finds the dateline: a place at the head of a passage, an agency in brackets or none, and a sign; offsets. */
export function datelineOf(text: TokenisedText, mentions: readonly Mention[]): Dateline | null {
  let seen = 0;
  for (const passage of text.passages) {
    if (passage.furniture) continue;
    if (seen++ >= PASSAGES) return null;
    const place = mentions.find((mention) => mention.start === passage.start && mention.sense !== 'demonym');
    if (place === undefined) continue;
    const end = closing(text, passage.index, place.end);
    if (end >= 0) return { start: passage.start, end };
  }
  return null;
}

/** The offset after the sign that ends a dateline whose place ends at an offset; -1 where there is none. */
function closing(text: TokenisedText, passage: number, placeEnd: number): number {
  const first = text.firstToken[passage] ?? 0;
  const limit = Math.min(text.lastToken[passage] ?? first, first + LONGEST);
  let at = first;
  while (at < limit && (text.tokens[at]?.start ?? 0) < placeEnd) at++;
  if (signOf(text, at) === '(') {
    while (at < limit && signOf(text, at) !== ')') at++;
    if (signOf(text, at) !== ')') return -1;
    at++;
  }
  at = afterDay(text, at);
  const sign = signOf(text, at);
  if (at >= limit || sign === '' || !ENDS.includes(sign)) return -1;
  // "Gaza, …" frames its sentence; only an agency and a colon after it make a dateline of it
  const weak = sign === '،' || sign === '/';
  let end = weak ? -1 : (text.tokens[at]?.end ?? -1);
  const whole = text.lastToken[passage] ?? 0;
  for (let look = at + 1; look < limit && look <= at + 1 + AGENCY_WORDS; look++) {
    const next = signOf(text, look);
    if (look === whole - 1 && next === '') return text.tokens[look]?.end ?? end;
    if (next === '') continue;
    if (next === ':' || (DASHES.includes(next) && sign !== '-')) end = text.tokens[look]?.end ?? end;
    break;
  }
  return end;
}
