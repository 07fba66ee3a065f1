import type { DateValue, Lean } from '../../calendar/date-value.ts';
import type { TokenisedText } from '../../text/tokenised-text.ts';
import type { DateReading, DateRules } from '../date-rules.ts';
import { calendarDates, type Found } from './dates-calendar.ts';
import { partOf, relativeDates } from './dates-relative.ts';

const FUTURE =
  /\b(?:will|shall|won['’]t|going to|plans? to|planned|scheduled|expected|due to|upcoming|would|intends? to|set to)\b|['’]ll\b/giu;
const PAST =
  /\b(?:was|were|had|did|said|told|took|began|came|went|met|held|made|left|killed|has|have)\b|\b\p{Ll}{2,}ed\b/giu;
const PUBLISHED = /\b(?:published|posted|updated|last updated|last modified|dated)\s*(?:on|at)?\s*:?\s*$/iu;
const AROUND = 90;

/** Dates of English: calendar dates by chrono-node, the rest by the patterns beside it. */
export const englishDates: DateRules = {
  read(text: TokenisedText, from: number, to: number): readonly DateReading[] {
    const first = text.tokens[from];
    const last = text.tokens[to - 1];
    if (first === undefined || last === undefined || to <= from) return [];
    const passage = text.text.slice(first.start, last.end);
    return joined(passage, apart([...calendarDates(passage), ...relativeDates(passage)])).map((found) => ({
      start: first.start + found.start,
      end: first.start + found.end,
      value: found.value,
      lean: leanAround(passage, found),
      publication: PUBLISHED.test(passage.slice(Math.max(0, found.start - 30), found.start)),
    }));
  },
};

/** In order, without overlap: of two that overlap the longer stays, else the one that was read first. */
function apart(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const one of [...found].sort((a, b) => b.end - b.start - (a.end - a.start)))
    if (!kept.some((other) => one.start < other.end && other.start < one.end)) kept.push(one);
  return kept.sort((a, b) => a.start - b.start);
}

/** Joins what is said twice (yesterday, Wednesday), and both ends of a range (between March and May 2020). */
function joined(passage: string, found: readonly Found[]): Found[] {
  const out: Found[] = [];
  for (const next of found) {
    const last = out.at(-1);
    const between = last ? passage.slice(last.end, next.start) : '';
    const value = last ? (twice(last, next, between) ?? range(passage, last, next, between)) : null;
    if (last && value) out[out.length - 1] = { start: last.start, end: next.end, value };
    else out.push(next);
  }
  return out.map((one) => openEnded(passage, qualified(passage, one)));
}

function twice(a: Found, b: Found, between: string): DateValue | null {
  if (!/^,?\s*(?:on\s+)?\(?$/.test(between)) return null;
  for (const [one, other] of [
    [a.value, b.value],
    [b.value, a.value],
  ] as const) {
    if (one.kind !== 'day') continue;
    if (other.kind === 'weekday' && other.turn === null) return { ...one, weekday: other.weekday };
    if (other.kind === 'date' && other.day !== null) return { ...other, said: one.shift };
  }
  return null;
}

function range(passage: string, a: Found, b: Found, between: string): DateValue | null {
  const lead = /\b(between|from)\s+(?:the\s+)?$/i.test(passage.slice(Math.max(0, a.start - 12), a.start));
  const dash = /^\s?[–—]\s?$/.test(between);
  if (!dash && !(lead && /^\s+(?:and|to|until|till|through)\s+$/i.test(between))) return null;
  if (a.value.kind !== 'date' || b.value.kind !== 'date') return null;
  const month = a.value.month ?? (a.value.year === null ? b.value.month : null);
  return { kind: 'range', from: { ...a.value, year: a.value.year ?? b.value.year, month }, to: b.value };
}

/** "Early September", "mid-May 2020", "around 1990". */
function qualified(passage: string, found: Found): Found {
  const before = passage.slice(Math.max(0, found.start - 24), found.start);
  const part = /\b(early|mid|late|(?:the )?(?:beginning|start|middle|end) of)[- ]$/i.exec(before);
  if (part && found.value.kind === 'date' && found.value.day === null) {
    return {
      start: found.start - part[0].length,
      end: found.end,
      value: { kind: 'part', part: partOf(part[1] ?? ''), of: found.value },
    };
  }
  // 13 and 14 September
  const first = /\b(between\s+)?(\d{1,2})\s+(and|or|to|until)\s+$/i.exec(before);
  if (first && found.value.kind === 'date' && found.value.day !== null && Number(first[2]) < found.value.day) {
    const other = { ...found.value, day: Number(first[2]) };
    const lead = first[1]?.length ?? 0;
    const list = lead === 0 && /and|or/i.test(first[3] ?? '');
    return {
      start: found.start - first[0].length + lead,
      end: found.end,
      value: list ? { kind: 'list', items: [other, found.value] } : { kind: 'range', from: other, to: found.value },
    };
  }
  const about = /\b(around|about|circa)\s$/i.exec(before);
  if (about && found.value.kind === 'date')
    return { start: found.start - about[0].length, end: found.end, value: { kind: 'approximate', of: found.value } };
  return found;
}

/** "Since 1994" reaches on, "until 2028" has no start. */
function openEnded(passage: string, found: Found): Found {
  const { kind } = found.value;
  if (['range', 'list', 'stretch', 'duration', 'offset'].includes(kind)) return found;
  const lead = /\b(since|until|till)\s+(?:the\s+)?$/i.exec(passage.slice(Math.max(0, found.start - 12), found.start));
  if (!lead) return found;
  const since = lead[1]?.toLowerCase() === 'since';
  return { ...found, value: { kind: 'range', from: since ? found.value : null, to: since ? null : found.value } };
}

/** Which way the nearest verb points: some fifteen words back, a few on. */
function leanAround(passage: string, found: Found): Lean {
  const before = passage.slice(Math.max(0, found.start - AROUND), found.start);
  const after = passage.slice(found.end, found.end + 40);
  const last = (pattern: RegExp, text: string) => [...text.matchAll(pattern)].at(-1)?.index ?? -1;
  const future = last(FUTURE, before);
  const past = last(PAST, before);
  // "expected" has the form of a past
  if (future >= 0 || past >= 0) return future >= past ? 'future' : 'past';
  const next = (pattern: RegExp) => [...after.matchAll(pattern)][0]?.index ?? Number.POSITIVE_INFINITY;
  const soon = next(FUTURE);
  const gone = next(PAST);
  if (soon === Number.POSITIVE_INFINITY && gone === soon) return null;
  return soon <= gone ? 'future' : 'past';
}
