import { calendarDate } from '../../calendar/calendar-date.ts';
import type { DateValue } from '../../calendar/date-value.ts';
import { firstWords } from '../word-list.ts';
import { type Found, precededBy, type View, wordAt } from './dates-scan.ts';
import { TURNS, YEAR_WORDS } from './dates-words.ts';
import { relativeUnit, yearAt } from './dates-years.ts';
import { FEAST_HEADS, FEASTS } from './feasts.ts';

const FEAST_BEGINNINGS = firstWords(FEASTS.keys());

/** عيد الفطر, where the words take it as a time. */
export function feast(view: View, index: number): Found | null {
  if (!FEAST_BEGINNINGS.has(wordAt(view, index))) return null;
  const pair = `${wordAt(view, index)} ${wordAt(view, index + 1)}`;
  const three = FEASTS.get(`${pair} ${wordAt(view, index + 2)}`);
  const known = three ?? FEASTS.get(pair);
  if (!known) return null;
  let to = index + (three ? 3 : 2);
  if (['الجديده', 'الميلاديه', 'المبارك', 'الشريف', 'المجيد'].includes(wordAt(view, to))) to++;
  const named = TURNS.get(wordAt(view, to));
  if (named !== undefined && named !== 'last' && named !== 'next' && named !== 'this') return null;
  const turn = named ?? null;
  if (turn) to++;
  const relativeYear = relativeUnit(view, to, 'year');
  const phrase = YEAR_WORDS.has(wordAt(view, to)) ? yearAt(view, to + 1, true) : yearAt(view, to, false);
  const year = relativeYear?.value ?? phrase?.year ?? null;
  const month = calendarDate({ month: known.month, year, turn });
  // what people celebrate is no time by itself: with its year or "last" it is, and so is the new year
  const dated = turn !== null || relativeYear !== null || phrase !== null || wordAt(view, to - 1) === 'الجديده';
  const isTime = wordAt(view, index) === 'ليله' || view.preposition !== '' || precededBy(view, index, FEAST_HEADS);
  if (!isTime && !dated) return null;
  const value: DateValue =
    'weekday' in known
      ? { kind: 'nth', unit: 'weekday', weekday: known.weekday, n: known.n, of: month }
      : { ...month, calendar: known.calendar, day: known.day };
  return { value, from: index, to: relativeYear?.to ?? phrase?.to ?? to };
}
