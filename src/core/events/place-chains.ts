import type { EventRules } from '../languages/event-rules.ts';
import type { Mention } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import { signOf } from './hit.ts';
import { type Located, type Point, tokenAt } from './place-points.ts';

/* How places that stand near each other belong together: one in another, several in a row, one that is only headed for. */

interface Reading {
  readonly text: TokenisedText;
  readonly rules: EventRules;
}

/** So many places in a row are told for what lies around them. */
const LIST = 3;
/** Words between a place and the one around it, and between a direction and the place it leads to. */
const LOCATING = 3;
const GOAL = 3;

/** Whether "in" stands before a place. */
export function isInside({ text, rules }: Reading, place: Span): boolean {
  const at = tokenAt(text, place.start);
  const token = text.tokens[at];
  const attached = token !== undefined && token.start < place.start;
  return rules.context.inside.has(
    attached ? text.text.slice(token.start, place.start) : (text.tokens[at - 1]?.folded ?? ''),
  );
}

/** Whether a place only says where the one before it lies: جيبو شمالي بوركينا فاسو, راسك بمحافظة كذا, برن بسويسرا, بيشاور، عاصمة إقليم كذا. */
export function liesIn(reading: Reading, list: readonly Mention[], index: number): boolean {
  const [inner, outer] = [list[index - 1], list[index]];
  if (inner === undefined || outer === undefined || inner.placeId === null || inner.sense !== 'literal') return false;
  const { text, rules } = reading;
  const first = tokenAt(text, inner.end - 1) + 1;
  const { locating, apposed } = rules.context;
  let words = 0;
  let isApposed = false;
  for (let at = first; (text.tokens[at]?.start ?? outer.start) < outer.start; at++) {
    if (at === first && tokenAt(text, outer.start) === first) break;
    const folded = text.tokens[at]?.folded ?? '';
    if (at === first && /[،,]/.test(signOf(text, at)) && apposed.has(text.tokens[at + 1]?.folded ?? '')) {
      isApposed = true;
      continue;
    }
    if (!(locating.has(folded) || (isApposed && apposed.has(folded))) || ++words > LOCATING) return false;
  }
  return words > 0 || (first === tokenAt(text, outer.start) && isInside(reading, outer));
}

/** Whether a word of direction leads to a place: باتجاه الحدود مع مالي. */
export function isGoal({ text, rules }: Reading, mention: Mention): boolean {
  const at = tokenAt(text, mention.start);
  for (let back = at - 1; back >= at - GOAL && back >= 0; back--) {
    if (text.tokens[back]?.type !== 'word') return false;
    if (rules.context.towards.has(text.tokens[back]?.folded ?? '')) return true;
  }
  return false;
}

/** The row of places that one begins, with the part of a country that it is said to lie in; null for no row. */
export function listFrom(reading: Reading, points: readonly Point[], first: Point): { around: Point | null } | null {
  const from = points.indexOf(first);
  let to = from;
  while (to + 1 < points.length && joined(reading, points[to] as Point, points[to + 1] as Point)) to++;
  if (from < 0 || to - from + 1 < LIST) return null;
  const around = points[to + 1];
  return { around: around?.part === true && leads(reading, points[to] as Point, around) ? around : null };
}

/** Whether one place follows on another in a row. */
function joined({ text, rules }: Reading, one: Point, next: Point): boolean {
  const at = tokenAt(text, next.start);
  const before = text.text.slice(one.end, next.start).trim();
  return tokenAt(text, one.end - 1) + 1 >= at - 1 && rules.speech.conjoined(before.replace(/^،\s*/u, ''));
}

/** Whether words of place alone lead from one place to the next: في ريف. */
function leads({ text, rules }: Reading, one: Point, next: Point): boolean {
  const { locating, inside } = rules.context;
  const at = tokenAt(text, next.start);
  let words = 0;
  for (let look = tokenAt(text, one.end - 1) + 1; look < at; look++, words++) {
    const folded = text.tokens[look]?.folded ?? '';
    if (!locating.has(folded) && !inside.has(folded)) return false;
  }
  return words > 0 && words <= LOCATING;
}

/** Tokens from the start of a sentence to the place that opens it, and from there to its verb. */
const OPENING = 2;

/** Whether a place opens the sentence of a trigger, right before its verb: وفي تعز قتل. */
export function opens(text: TokenisedText, place: Span, { passage, trigger }: Located): boolean {
  const first = text.firstToken[passage] ?? 0;
  const last = tokenAt(text, place.end - 1);
  return (
    place.end < trigger && tokenAt(text, place.start) - first <= OPENING && tokenAt(text, trigger) - last <= OPENING
  );
}
