import * as chrono from 'chrono-node';
import { calendarDate } from '../../calendar/calendar-date.ts';
import type { DateValue, Turn } from '../../calendar/date-value.ts';

/** A stretch of a passage that says a time, by offsets into the passage. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly value: DateValue;
}

/** What a date says counts, not when it is read: the library is given a fixed day and only the parts that the words name are taken. */
const REFERENCE = { instant: new Date(Date.UTC(2001, 0, 17, 12)), timezone: 0 };
const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const NAMES_DAY =
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|\b(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)\b[.,]?\s+(?=\d|[A-Z])/;
const NAMES_MONTH = new RegExp(`\\b${MONTH}\\b`);
const DIGITS = /\d[-/.]\d/;
const BEFORE =
  /^(?:(?:on|at|from|in|by|around|about|the|of)\s+|\d{1,2}(?::\d\d)?\s*(?:[ap]\.?m\.?|noon|midnight|GMT|UTC)[,\s]*(?:on\s+)?|\d{1,2}:\d\d\s+)+/i;
const AFTER =
  /[\s,]*(?:\b(?:at|around|about|by)\s+)?(?:\d{1,2}(?::\d\d)+\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?|\b(?:noon|midnight|morning|afternoon|evening|night))(?:\s*\(?(?:GMT|UTC|E[SD]T|local time)\)?)?\.?$/i;

/** Days that are known by their date alone. */
const FAMOUS: readonly [number, number, number][] = [[9, 11, 2001]];

/** Dates and weekdays by name or digits, as the library reads them. */
export function calendarDates(passage: string): Found[] {
  const found: Found[] = [];
  for (const { from, to } of windows(passage)) {
    const part = passage.slice(from, to);
    const results = [
      ...chrono.en.casual.parse(part, REFERENCE),
      // the strict reading finds dates that the casual one takes for times of day: the night of 12 September
      ...(TIME_OF_DAY.test(part) ? chrono.en.strict.parse(part, REFERENCE) : []),
    ];
    for (const result of results) {
      const one = dateIn(result);
      if (one) found.push({ start: one.start + from, end: one.end + from, value: one.value });
    }
  }
  return found;
}

/** Weekdays, months and digits with a slash, point or hyphen: nothing else begins a date here. */
const HINT = new RegExp(`${NAMES_DAY.source}|${NAMES_MONTH.source}|${DIGITS.source}`, 'gu');
const TIME_OF_DAY = /\b(?:night|morning|evening|afternoon) of\b/i;
const BACK = 40;
const ON = 60;

/** The stretches around what hints at a date, so that the library reads no more than it must. They end at spaces. */
function windows(passage: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const { index } of passage.matchAll(HINT)) {
    const last = found.at(-1);
    if (last && index < last.to - ON / 2) continue;
    const back = Math.max(0, index - BACK);
    const space = back === 0 ? -1 : passage.indexOf(' ', back);
    const from = space >= 0 && space < index ? space + 1 : back === 0 ? 0 : index;
    const on = passage.indexOf(' ', Math.min(passage.length, index + ON));
    const to = on < 0 ? passage.length : on;
    if (last && from < last.to) last.to = to;
    else found.push({ from, to });
  }
  return found;
}

function dateIn(result: chrono.ParsedResult): Found | null {
  const tags = [...result.tags()];
  if (tags.some((tag) => tag === 'result/relativeDate' || tag === 'parser/ENCasualDateParser')) return null;
  if (!NAMES_DAY.test(result.text) && !NAMES_MONTH.test(result.text) && !DIGITS.test(result.text)) return null;
  const lead = BEFORE.exec(result.text)?.[0].length ?? 0;
  const text = result.text
    .slice(lead)
    .replace(AFTER, '')
    .replace(/[\s,]+$/, '');
  if (text === '' || /^\d+$/.test(text)) return null;
  const value = valueIn(result, text);
  return value && { start: result.index + lead, end: result.index + lead + text.length, value };
}

function valueIn(result: chrono.ParsedResult, text: string): DateValue | null {
  const start = partsOf(result.start, text);
  if (start === null) return null;
  const slashed = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2,4}))?$/.exec(text);
  if (slashed && start.kind === 'date') {
    const [, first, second, year] = slashed;
    if (year === undefined) return start.famousYear === null ? null : start;
    const swapped = calendarDate({ year: start.year, month: Number(second), day: Number(first) });
    return Number(first) <= 12 && Number(second) <= 12 && first !== second
      ? { kind: 'either', options: [start, swapped] }
      : start;
  }
  const end = result.end ? partsOf(result.end, text) : null;
  if (end === null || start.kind !== 'date' || end.kind !== 'date') return start;
  const from = { ...start, year: start.year ?? end.year, month: start.month ?? end.month };
  return { kind: /\d\s+and\s+\d/.test(text) ? 'list' : 'range', from, to: end, items: [from, end] } as DateValue;
}

function partsOf(components: chrono.ParsedComponents, text: string): DateValue | null {
  const part = (name: 'year' | 'month' | 'day' | 'weekday') =>
    components.isCertain(name) ? components.get(name) : null;
  const year = part('year');
  const month = part('month');
  const day = part('day');
  const known = part('weekday');
  const weekday = known === null ? null : known === 0 ? 7 : known;
  if (month === null && day === null) {
    if (weekday === null) return null;
    return { kind: 'weekday', weekday, turn: turnOf(text), week: null, dayOfMonth: null };
  }
  if (month === null) return null;
  const famous = year === null && FAMOUS.find((one) => one[0] === month && one[1] === day && /^\d/.test(text));
  return calendarDate({ year, month, day, weekday, turn: turnOf(text), famousYear: famous ? famous[2] : null });
}

function turnOf(text: string): Turn | null {
  if (/^(?:last|past|previous)\b/i.test(text)) return 'last';
  if (/^(?:next|coming)\b/i.test(text)) return 'next';
  return /^this\b/i.test(text) ? 'this' : null;
}
