import type { Unit } from '../../calendar/date-value.ts';
import { stretch } from './dates-amounts.ts';
import { dayAndMonth, dayOfMonth, monthPhrase } from './dates-calendar.ts';
import { century, decade, millennium, seasonOf } from './dates-eras.ts';
import { feast } from './dates-feasts.ts';
import { numericDate } from './dates-numeric.ts';
import { dayPart, earlierOrLater, firstOf, nthOf, partOf } from './dates-parts.ts';
import { dayWord, demonstrative, weekday, weekWithDays } from './dates-relative.ts';
import { type Found, mayBegin, precededBy, type View, wordAt } from './dates-scan.ts';
import { TURNS, UNIT_FORMS } from './dates-words.ts';
import { bareYear, turnOfUnit, yearPhrase } from './dates-years.ts';

/** A single date at a token, of whatever kind. */

/** "Late in the evening of the first Friday of July" is as deep as sense goes; a bound keeps the cost linear. */
const MAX_DEPTH = 4;

/** A single date at a token: everything but ranges and rows. */
export function point(outer: View, index: number): Found | null {
  if (index >= outer.to || outer.depth > MAX_DEPTH) return null;
  const type = outer.text.tokens[index]?.type;
  if (type === 'word' && !mayBegin(outer, index)) return null;
  const view = { ...outer, depth: outer.depth + 1 };
  if (type === 'number')
    return (
      dayAndMonth(view, index) ??
      numericDate(view, index) ??
      stretch(view, index) ??
      bareYear(view, index, false) ??
      dayOfMonth(view, index)
    );
  if (type !== 'word') return null;
  return (
    feast(view, index) ??
    dayWord(view, index) ??
    thisTime(view, index) ??
    seasonOf(view, index) ??
    weekday(view, index, point) ??
    partOf(view, index, point) ??
    earlierOrLater(view, index, point) ??
    dayPart(view, index, point) ??
    dayAndMonth(view, index) ??
    monthPhrase(view, index, false) ??
    yearPhrase(view, index) ??
    century(view, index) ??
    decade(view, index) ??
    millennium(view, index) ??
    nthOf(view, index, point) ??
    firstOf(view, index, point) ??
    stretch(view, index) ??
    relative(view, index) ??
    weekOf(view, index) ??
    dayOfMonth(view, index)
  );
}

/** الشهر الماضي, العام المقبل, الأسبوع قبل الماضي. */
function relative(view: View, index: number): Found | null {
  const form = UNIT_FORMS.get(wordAt(view, index));
  if (!form?.definite || form.number !== 'one') return null;
  if (form.unit === 'day' || form.unit === 'hour' || form.unit === 'minute' || form.unit === 'second') return null;
  const found = turnOfUnit(view, index, form.unit) ?? latest(view, index, form.unit);
  if (!found) return null;
  return form.unit === 'week' ? weekWithDays(view, found, point) : withNumber(view, found);
}

/** هذا العام, هذا العام 2023. */
function thisTime(view: View, index: number): Found | null {
  const found = demonstrative(view, index, point);
  return found && withNumber(view, found);
}

/** العقد الأخير, with no whole that it is the last of. */
function latest(view: View, index: number, unit: Unit): Found | null {
  if (TURNS.get(wordAt(view, index + 1)) !== 'recent' || wordAt(view, index + 2) === 'من') return null;
  if (!precededBy(view, index, IN_TIME)) return null;
  return { value: { kind: 'stretch', unit, amount: 1, direction: -1 }, from: index, to: index + 2 };
}

/** العام الماضي 2022: the number says which. */
function withNumber(view: View, found: Found): Found {
  const { value } = found;
  if (value.kind !== 'unit' || value.unit !== 'year' || view.text.tokens[found.to]?.type !== 'number') return found;
  const year = bareYear(view, found.to, true);
  return year ? { value: year.value, from: found.from, to: year.to } : found;
}

const IN_TIME = new Set(['في', 'خلال', 'منذ']);

/** أسبوع 16 سبتمبر: the week that holds it. */
function weekOf(view: View, index: number): Found | null {
  if (wordAt(view, index) !== 'اسبوع') return null;
  const inner = dayAndMonth(view, index + 1) ?? monthPhrase(view, index + 1, false);
  return inner?.value.kind === 'date' && inner.value.day !== null
    ? { value: { kind: 'part', part: 'week-of', of: inner.value }, from: index, to: inner.to }
    : null;
}
