import { wordList } from '../word-list.ts';

/**
 * Feasts and days with a date. Keys are folded. Calendar, month, day; or of the month the n-th weekday. Source: the
 * calendars themselves; Mother's, Father's and Land Day as kept in Arab countries.
 */
export type Feast =
  | { readonly calendar: 'gregorian' | 'islamic'; readonly month: number; readonly day: number }
  | { readonly month: number; readonly weekday: number; readonly n: number };

const gregorian = (month: number, day: number): Feast => ({ calendar: 'gregorian', month, day });
const islamic = (month: number, day: number): Feast => ({ calendar: 'islamic', month, day });

export const FEASTS: ReadonlyMap<string, Feast> = new Map([
  ['ليله راس السنه', gregorian(12, 31)],
  ['ليله عيد الميلاد', gregorian(12, 24)],
  ['راس السنه الهجريه', islamic(1, 1)],
  ['راس السنه', gregorian(1, 1)],
  ['عيد الفطر', islamic(10, 1)],
  ['عيد الاضحي', islamic(12, 10)],
  ['يوم عرفه', islamic(12, 9)],
  ['يوم عاشوراء', islamic(1, 10)],
  ['ليله القدر', islamic(9, 27)],
  ['المولد النبوي', islamic(3, 12)],
  ['عيد الميلاد', gregorian(12, 25)],
  ['عيد العمال', gregorian(5, 1)],
  ['عيد الحب', gregorian(2, 14)],
  ['عيد الام', gregorian(3, 21)],
  ['عيد الاب', gregorian(6, 21)],
  ['عيد نوروز', gregorian(3, 21)],
  ['عيد النوروز', gregorian(3, 21)],
  ['عيد الهالوين', gregorian(10, 31)],
  ['يوم الاب', { month: 6, weekday: 7, n: 3 }],
  ['عيد الشكر', { month: 11, weekday: 4, n: 4 }],
]);

/** Behind these a feast is a time; elsewhere it is what people celebrate. */
export const FEAST_HEADS = wordList('في يوم ليلة خلال منذ قبل بعد حتى أيام عشية مع عطلة');
