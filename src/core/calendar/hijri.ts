/**
 * Hijri (Islamic) dates ↔ days. From 1300 to 1600 AH (1882–2174) the Umm al-Qura calendar of Saudi Arabia, by the month
 * lengths that ICU publishes (calendar `islamic-umalqura`, after R. H. van Gent's tables): three hexadecimal digits a
 * year, a bit a month, 1 for 30 days, Muharram first. Outside those years the tabular civil calendar (leap years 2, 5,
 * 7, 10, 13, 16, 18, 21, 24, 26, 29 of 30; epoch 16 July 622 Julian). A sighted month may differ by a day from either.
 */
const FIRST_YEAR = 1300;
/** 1 Muharram 1300 = 12 November 1882. */
const FIRST_DAY = -31_826;
const LENGTHS =
  'aaad54ec96d46ea36caad5556a9792ba95d4ada55cd2d69574ab54b6a5ad4aea4f51768b6a5ad52d695b49da4dd26d955ac9b62baa5b' +
  '52ba956caae92f49762b6956acaba4bd25d92dc96d54daa5b52ba55b49b655729754b6a3752b6556aaab52bc95d4ada55caad69574ab' +
  '94baa5b52b6a5752768b745b5555a95b49da4dd26e936aaad54db25d52da95b4aba55b49b64b715b4ab5a55d25e92ec96d4ae996b4ab' +
  'a93d49da4db2ab94baa5b52ba95b2ab5555c4bd23d91da95b4ab5a56d2b693b49b6556a9754b6a56caad555b29b92ba95d4ada55aaab' +
  '595749764baa5b52b6a56e4db25b52b6a5ad2ae92f49764b6a56acad655d49da4dd16d955aa5b52da95b4ad5956ca6e4aea4f52b6956' +
  'aaab54bd25d92ea96d4ada95b4aba55b29b54d6a97547693749b5556aa6b52ba8bd46da35caad64db26b94baa5b52b695751768b725b' +
  '52b5655b49da4ed16d8b6aa6d52da95d4ada95b4ab653729762ba95b2ab5555b25d92ec96d2ae956b4aba55d29d54daa9b54baa3b49b' +
  'a4daaaad52da95d45ea2ec9ad556b26b94baa5d52da95b52ba8bb45b92da95ab4ada4ed16e8b6a56d535695d4ada8dd46da55b29d62b' +
  'b15b4ab955aaaae92ec8f5276956aaad655d29d';

/** First day of each tabulated year, and one past the last. */
const yearStarts: number[] = [];
let running = FIRST_DAY;
for (let at = 0; at < LENGTHS.length; at += 3) {
  yearStarts.push(running);
  let bits = Number.parseInt(LENGTHS.slice(at, at + 3), 16);
  running += 29 * 12;
  for (; bits !== 0; bits >>= 1) running += bits & 1;
}
yearStarts.push(running);
const LAST_YEAR = FIRST_YEAR + yearStarts.length - 2;

/** 1 Muharram 1 AH in the tabular civil calendar: 19 July 622 Gregorian (proleptic). */
const TABULAR_EPOCH = -492_148;

function tabularDay(year: number, month: number, day: number): number {
  return (
    TABULAR_EPOCH + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) + Math.ceil(29.5 * (month - 1)) + (day - 1)
  );
}

/** The day of a Hijri date; month 1 to 12, and month 13 for the first of the next year. */
export function dayOfHijri(year: number, month = 1, day = 1): number {
  if (month === 13) return dayOfHijri(year + 1, 1, day);
  const start = yearStarts[year - FIRST_YEAR];
  if (start === undefined || year > LAST_YEAR) return tabularDay(year, month, day);
  const bits = Number.parseInt(LENGTHS.slice((year - FIRST_YEAR) * 3, (year - FIRST_YEAR) * 3 + 3), 16);
  let at = start;
  for (let earlier = 1; earlier < month; earlier++) at += 29 + ((bits >> (12 - earlier)) & 1);
  return at + day - 1;
}

export interface HijriDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function hijriOf(day: number): HijriDate {
  let year = Math.floor((day - TABULAR_EPOCH) / 354.367) + 1;
  while (dayOfHijri(year) > day) year--;
  while (dayOfHijri(year + 1) <= day) year++;
  let month = 12;
  while (dayOfHijri(year, month) > day) month--;
  return { year, month, day: day - dayOfHijri(year, month) + 1 };
}

export function isHijriDate(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  return day <= dayOfHijri(year, month + 1) - dayOfHijri(year, month);
}
