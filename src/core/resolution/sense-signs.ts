import type { Mention } from '../model/mention.ts';
import type { PlaceKind } from '../model/place.ts';
import { afterDay } from '../text/after-day.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';

/** Kinds of which datelines are. */
export const SETTLED: ReadonlySet<PlaceKind> = new Set(['city', 'country', 'state', 'village', 'district']);

/** Signs after the place of a dateline. */
const DATELINE = new Set(['(', '-', '–', '—', '/', ':', 'ـ', '،', ',']);

/** What stands after the place of a dateline: a second one or its country (صنعاء/عدن, درنة (ليبيا)), else the agency or paper (الخرطوم / الشرق الأوسط). */
export function isAfterDateline(
  text: TokenisedText,
  mention: Mention,
  first: number,
  previous: { mention: Mention; last: number },
): boolean {
  const { kind, passage, start, end } = previous.mention;
  const sign = text.tokens[first - 1];
  return (
    kind === 'city' &&
    passage === mention.passage &&
    previous.last === first - 2 &&
    text.tokens[text.firstToken[passage] ?? -1]?.start === start &&
    end < mention.start &&
    sign?.type === 'sign' &&
    /^[/(]$/.test(text.text.slice(sign.start, sign.end))
  );
}

/** The place at the head of a text from which it was sent: "كييف (أ ف ب) - ", "الخرطوم / ". */
export function isDateline(text: TokenisedText, { kind, passage }: Mention, first: number, last: number): boolean {
  if ((kind !== 'city' && kind !== 'country') || first !== (text.firstToken[passage] ?? -1)) return false;
  const next = text.tokens[afterDay(text, last + 1)];
  return next?.type === 'sign' && DATELINE.has(text.text.slice(next.start, next.end));
}

/** Whether quotation marks stand right around a name. */
export function isQuoted(text: TokenisedText, first: number, last: number): boolean {
  const isQuote = (at: number) => {
    const token = text.tokens[at];
    return token?.type === 'sign' && /["“”«»]/.test(text.text.slice(token.start, token.end));
  };
  return isQuote(first - 1) && isQuote(last + 1);
}

/** A bare hashtag names its place as a topic. */
export function isHashtag(text: TokenisedText, first: number): boolean {
  const before = text.tokens[first - 1];
  return before?.type === 'sign' && text.text[before.start] === '#';
}
