import { ARABIC_MONTHS, HIJRI_MONTHS } from '../core/calendar/arabic-months.ts';
import { dayOf, isDate } from '../core/calendar/days.ts';
import { dayEdtf, monthEdtf } from '../core/calendar/edtf.ts';
import { dayOfHijri, isHijriDate } from '../core/calendar/hijri.ts';
import { foldName } from '../core/text/fold.ts';

const monthsByName = (rows: readonly (readonly string[])[]): ReadonlyMap<string, number> =>
  new Map(rows.flatMap((names, at) => names.map((name) => [foldName(name), at + 1])));
const GREGORIAN = monthsByName(ARABIC_MONTHS);
const HIJRI = monthsByName(HIJRI_MONTHS);

/** The longest name first: صفر الخير before صفر. */
const oneOf = (names: ReadonlyMap<string, number>) =>
  `(${[...names.keys()].sort((a, b) => b.length - a.length).join('|')})(?!\\p{L})`;
const month = oneOf(GREGORIAN);
const hijriMonth = oneOf(HIJRI);
/** 19 سبتمبر/أيلول 2023, 19 من سبتمبر (أيلول) لعام 2023. */
const second = `(?:\\s*[/(\\\\]?\\s*${month}\\s*\\)?)?`;
const year = '[\\s،,/-]*(?:(?:من\\s+)?[بل]?ل?(?:عام|العام|سنه|السنه)\\s+)?';
const between = '\\s*(?:[-/.]\\s*|من\\s+)?(?:شهر\\s+)?';
const DAY = new RegExp(`(?<!\\d)(\\d{1,2})${between}${month}${second}${year}([12]\\d{3})(?!\\d)`, 'u');
const MONTH = new RegExp(`^(?:شهر\\s+)?${month}${second}${year}([12]\\d{3})(?!\\d)`, 'u');
const HIJRI_DAY = new RegExp(`(?<!\\d)(\\d{1,2})${between}${hijriMonth}${year}(\\d{3,4})(?!\\d)`, 'u');
const HIJRI_FIGURES = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})\s*ه(?!\p{L})/u;

/**
 * A date in Arabic words as EDTF, the months by all their names, the Hijri calendar too; where both calendars stand the
 * Gregorian one is taken. Hijri dates in figures are known by the ه behind them. Digits are Western ones. Null for anything else.
 */
export function arabicFileDate(written: string): string | null {
  if (!/[\u0621-\u064a]/.test(written)) return null;
  const text = written.replace(/[\p{L}\p{M}\u0640]+/gu, foldName);
  const day = DAY.exec(text);
  if (day) return gregorian(day[4], day[2], day[1]);
  const hijri = HIJRI_DAY.exec(text);
  if (hijri) return fromHijri(Number(hijri[3]), HIJRI.get(hijri[2] ?? ''), Number(hijri[1]));
  const figures = HIJRI_FIGURES.exec(text);
  if (figures) {
    const [first, middle, last] = [figures[1], figures[3], figures[4]].map(Number);
    return (figures[1] ?? '').length > 2 ? fromHijri(first, middle, last) : fromHijri(last, middle, first);
  }
  const alone = MONTH.exec(text);
  return alone ? monthEdtf(Number(alone[3]), GREGORIAN.get(alone[1] ?? '') ?? 0) : null;
}

function gregorian(year: string | undefined, name: string | undefined, day: string | undefined): string | null {
  const month = GREGORIAN.get(name ?? '') ?? 0;
  const date = Number(day);
  return isDate(Number(year), month, date) ? dayEdtf(dayOf(Number(year), month, date)) : null;
}

function fromHijri(year = 0, month = 0, day = 0): string | null {
  return isHijriDate(year, month, day) ? dayEdtf(dayOfHijri(year, month, day)) : null;
}
