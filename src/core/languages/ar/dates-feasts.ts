import { type Found, precededBy, type View, wordAt } from './dates-scan.ts';
import { FEAST_HEADS, FEASTS, TURNS, YEAR_WORDS } from './dates-words.ts';
import { calendarDate, relativeUnit, yearAt } from './dates-years.ts';

/** عيد الفطر, where the words take it as a time. */
export function feast(view: View, index: number): Found | null {
  const pair = `${wordAt(view, index)} ${wordAt(view, index + 1)}`;
  const eve = FEASTS.get(`${pair} ${wordAt(view, index + 2)}`);
  const known = eve ?? FEASTS.get(pair);
  if (!known || (!eve && !precededBy(view, index, FEAST_HEADS) && view.preposition === '')) return null;
  const [calendar, month, day] = known;
  let to = index + (eve ? 3 : 2);
  if (TURNS.has(wordAt(view, to))) return null;
  if (wordAt(view, to) === 'الجديده' || wordAt(view, to) === 'الميلاديه' || wordAt(view, to) === 'المبارك') to++;
  const relativeYear = relativeUnit(view, to, 'year');
  const phrase = YEAR_WORDS.has(wordAt(view, to)) ? yearAt(view, to + 1, true) : yearAt(view, to, false);
  const year = relativeYear?.value ?? phrase?.year ?? null;
  return { value: calendarDate({ calendar, month, day, year }), from: index, to: relativeYear?.to ?? phrase?.to ?? to };
}
