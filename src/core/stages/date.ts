import type { DateValue, Lean } from '../calendar/date-value.ts';
import { edtfDays, parseEdtf } from '../calendar/edtf.ts';
import type { Moment } from '../calendar/moment.ts';
import { edtfOf } from '../calendar/value.ts';
import { typeOf } from '../dates/date-type.ts';
import { type OwnDate, type Placed, settle } from '../dates/own-date.ts';
import type { DateRules } from '../languages/date-rules.ts';
import type { DateExpression } from '../model/date-expression.ts';
import type { DateBasis, Document } from '../model/document.ts';
import type { Notice } from '../model/notice.ts';
import type { Span } from '../model/span.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';

export interface Dating {
  readonly dates: DateExpression[];
  /** The document's own date as EDTF; null when it is not known. */
  readonly date: string | null;
  readonly basis: DateBasis;
  /** What the date was found from, in words. */
  readonly evidence: string[];
}

/**
 * Finds every expression for a time outside the furniture, settles the document's own date, and values each
 * expression. Where the document's date is not known to the day, what depends on the day stays null. An expression
 * that is part of a longer name (a town that is called after its market day) is none; `names` are in order.
 */
export function date(
  text: TokenisedText,
  document: Document,
  rules: DateRules,
  names: readonly Span[] = [],
): { value: Dating; notices: Notice[] } {
  const notices: Notice[] = [];
  const readings: Placed[] = [];
  const isNamePart = insideOf(names);
  for (const passage of text.passages) {
    if (passage.furniture) continue;
    const from = text.firstToken[passage.index] ?? 0;
    const to = text.lastToken[passage.index] ?? 0;
    for (const reading of rules.read(text, from, to)) {
      if (isNamePart(reading)) continue;
      const { start, end, value, lean, publication } = reading;
      readings.push({
        start,
        end,
        value,
        lean,
        publication,
        passage: passage.index,
        surface: text.text.slice(start, end),
      });
    }
  }
  const own = settle(text, document, readings, notices);
  const dates = valueAll(readings, own);
  if (own.date === null && dates.some(({ type }) => type === 'relative'))
    notices.push({
      code: 'document-date-unknown',
      severity: 'info',
      message: 'Words such as "yesterday" have no value: the date of the document is not known. Give it to value them.',
    });
  return { value: { dates, date: own.date, basis: own.basis, evidence: own.evidence }, notices };
}

/** Whether a span lies within a longer one; asked in order. */
function insideOf(names: readonly Span[]): (span: Span) => boolean {
  let at = 0;
  return ({ start, end }) => {
    while (at < names.length && (names[at]?.end ?? 0) <= start) at++;
    const name = names[at];
    return name !== undefined && name.start <= start && name.end >= end && name.end - name.start > end - start;
  };
}

/** How far a date without a year looks back for one: this many passages. */
const CONTEXT_PASSAGES = 1;
/** A date without a year that fell within these days before the document is the document's, whatever the context. */
const RECENT_DAYS = 60;

/** How many characters behind a bare year a date without one still takes it. */
const NEAR_REACH = 40;
const SENTENCE_REACH = 160;

function valueAll(readings: readonly Placed[], own: OwnDate): DateExpression[] {
  const dates: DateExpression[] = [];
  const fallback = own.days === null ? nearestYears(readings) : null;
  let context: { edtf: string; passage: number } | null = null;
  let yearContext: { year: number; passage: number; monthly: boolean; end: number } | null = null;
  readings.forEach((reading, index) => {
    const { value, passage, start, end, surface, lean } = reading;
    const type = typeOf(value);
    const near = context && passage - context.passage <= 3 ? context.edtf : null;
    let contextYear: number | null = null;
    if (yearContext && passage - yearContext.passage <= CONTEXT_PASSAGES) {
      const { monthly, year } = yearContext;
      // without a date of the document a year of the same sentence is all there is
      const reach = own.days === null ? SENTENCE_REACH : NEAR_REACH;
      const close = passage === yearContext.passage && start - yearContext.end < reach;
      if (monthly || close) contextYear = year;
    }
    contextYear ??= fallback?.[index] ?? null;
    const edtf = type === 'duration' ? null : atBothEnds(value, near, contextYear, lean, own);
    const original = islamicOf(value, edtf);
    dates.push({ start, end, surface, passage, edtf, type, ...(original ? { original } : {}) });
    const parsed = edtf === null ? null : parseEdtf(edtf);
    if (edtf !== null && parsed?.kind === 'date' && parsed.year !== null) {
      if (parsed.unspecified === 0) context = { edtf, passage };
      if (type === 'explicit') yearContext = { year: parsed.year, passage, monthly: parsed.month !== null, end };
    }
  });
  return dates;
}

/** The value, if it is the same whichever day of its date the document was written on. */
function atBothEnds(
  value: DateValue,
  context: string | null,
  contextYear: number | null,
  lean: Lean,
  own: OwnDate,
): string | null {
  const undated: Moment = { today: null, context, contextYear, lean };
  if (own.days === null) return edtfOf(value, undated);
  const [first, last] = own.days;
  const at = (today: number): string | null => {
    const plain = edtfOf(value, { today, context, contextYear: null, lean });
    if (contextYear === null) return plain;
    const days = plain === null ? null : edtfDays(plain);
    const recent = days !== null && days[0] <= today && days[1] >= today - RECENT_DAYS;
    return recent ? plain : edtfOf(value, { today, context, contextYear, lean });
  };
  const early = at(first);
  if (first === last) return early;
  const late = at(last);
  return early === late ? early : edtfOf(value, undated);
}

/** Without a date of the document: for each reading the year of the nearest date that has a month and a year. */
function nearestYears(readings: readonly Placed[]): (number | null)[] {
  const known = readings.map(({ value }) =>
    value.kind === 'date' && typeof value.year === 'number' && value.month !== null && value.calendar === 'gregorian'
      ? value.year
      : null,
  );
  const before: (number | null)[] = [];
  let year: number | null = null;
  for (const one of known) {
    year = one ?? year;
    before.push(year);
  }
  const nearest: (number | null)[] = [...before];
  year = null;
  for (let index = known.length - 1; index >= 0; index--) {
    year = known[index] ?? year;
    nearest[index] = before[index] ?? year;
  }
  return nearest;
}

/** The Hijri date as written, where the value comes from one. */
function islamicOf(value: DateValue, edtf: string | null): DateExpression['original'] | null {
  if (edtf === null) return null;
  const date = value.kind === 'converted' ? value.islamic : value;
  if (date.kind !== 'date' || date.calendar !== 'islamic') return null;
  const pad = (part: number, width: number) => String(part).padStart(width, '0');
  const year = typeof date.year === 'number' && date.year < 1600 ? pad(date.year, 4) : 'XXXX';
  const month = typeof date.month === 'number' ? `-${pad(date.month, 2)}` : '';
  const day = date.day === null ? '' : `-${pad(date.day, 2)}`;
  return { calendar: 'islamic', value: `${year}${month}${day}` };
}
