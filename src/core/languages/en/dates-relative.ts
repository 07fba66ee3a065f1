import { calendarDate } from '../../calendar/calendar-date.ts';
import type { DateValue, PartValue, Unit, UnitValue } from '../../calendar/date-value.ts';
import type { Found } from './dates-calendar.ts';
import { numberOf, ordinalOf } from './numbers.ts';

/*
 * What English says of time beside dates of the calendar: years, decades, centuries, units counted from now, lengths of
 * time. One row a pattern; the first that matches at a place holds. Source: own reading of English-language news.
 */

const NUMBER =
  '(?:\\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?';
const UNIT = '(second|minute|hour|day|week|month|quarter|year|decade|century)';
const UNITS = '(seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centuries|century)';
const PART = '(early|mid|late|the beginning of|the start of|the middle of|the end of|beginning of|start of|end of)';
const YEAR = '((?:1[5-9]|20)\\d\\d)';
const SEASON = '(spring|summer|autumn|fall|winter)';

const SEASONS: Readonly<Record<string, 21 | 22 | 23 | 24>> = {
  spring: 21,
  summer: 22,
  autumn: 23,
  fall: 23,
  winter: 24,
};
const DECADES: Readonly<Record<string, number>> = {
  twenties: 20,
  thirties: 30,
  forties: 40,
  fifties: 50,
  sixties: 60,
  seventies: 70,
  eighties: 80,
  nineties: 90,
};

const unitOf = (word: string): Unit =>
  (word.toLowerCase() === 'centuries' ? 'century' : word.toLowerCase().replace(/s$/, '')) as Unit;
const unit = (word: string, shift: number): UnitValue => ({
  kind: 'unit',
  unit: unitOf(word),
  shift,
  anchor: 'document',
});
const shiftOf = (word: string): number =>
  /^(?:last|past|previous)$/i.test(word) ? -1 : /^(?:next|coming|following)$/i.test(word) ? 1 : 0;
const day = (shift: number): DateValue => ({ kind: 'day', shift, weekday: null, anchor: 'document' });
/** The part of a time that a word such as "early", "middle" or "end" names. */
export function partOf(word: string): PartValue['part'] {
  if (/early/i.test(word)) return 'early';
  if (/mid/i.test(word)) return 'mid';
  if (/late/i.test(word)) return 'late';
  return /end/i.test(word) ? 'end' : 'start';
}
const inPart = (word: string | undefined, of: DateValue): DateValue =>
  word === undefined ? of : { kind: 'part', part: partOf(word), of };
const yearValue = (year: number): DateValue => calendarDate({ year });

type Read = (groups: readonly (string | undefined)[], after: string, before: string) => DateValue | null;
interface Row {
  /** What every match holds: most passages lack it, and are not searched for the pattern. */
  readonly needs: RegExp;
  readonly pattern: RegExp;
  readonly read: Read;
}
const row = (needs: RegExp, pattern: string, read: Read): Row => ({
  needs,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}$£€.,-])${pattern}(?![\\p{L}\\p{N}])`, 'giu'),
  read,
});

const A_DAY = /yesterday|tomorrow|today|tonight|this|last night/iu;
const A_UNIT = /[ -](?:second|minute|hour|day|week|month|quarter|year|decade|centur)/iu;
const A_SEASON = /spring|summer|autumn|fall|winter/iu;
const A_YEAR = /(?:1[5-9]|20)\d/u;

const ROWS: readonly Row[] = [
  row(A_DAY, 'the day before yesterday', () => day(-2)),
  row(A_DAY, 'the day after tomorrow', () => day(2)),
  row(A_DAY, '(today|tonight|this (?:morning|afternoon|evening))', () => day(0)),
  row(A_DAY, '(?:yesterday|last night)', () => day(-1)),
  row(A_DAY, 'tomorrow', () => day(1)),
  row(A_UNIT, `(earlier|later) this ${UNIT}`, ([turn, name = '']) => ({
    kind: 'part',
    part: turn?.toLowerCase() === 'earlier' ? 'before' : 'rest',
    of: unit(name, 0),
  })),
  row(A_UNIT, `(?:${PART}[- ])?(last|this|next|previous) ${UNIT}`, ([part, turn = '', name = '']) =>
    inPart(part, unit(name, shiftOf(turn))),
  ),
  row(/weekend/iu, '(last|this|next) weekend', ([turn = '']) => ({
    kind: 'part',
    part: 'weekend',
    of: unit('week', shiftOf(turn)),
  })),
  row(A_SEASON, `(last|this|next) ${SEASON}`, ([turn = '', name = '']) => ({
    kind: 'season',
    season: SEASONS[name.toLowerCase()] ?? 21,
    year: null,
    turn: turn.toLowerCase() as 'last',
  })),
  row(A_SEASON, `(?:${PART} )?${SEASON} (?:of )?${YEAR}`, ([, name = '', year = '']) => ({
    kind: 'season',
    season: SEASONS[name.toLowerCase()] ?? 21,
    year: yearValue(Number(year)),
    turn: null,
  })),
  row(
    A_UNIT,
    `(?:(?:about|around|nearly|almost|some|more than|over) )?(${NUMBER}) ${UNITS} (ago|earlier|later)`,
    ([amount = '', name = '', way]) => {
      const number = numberOf(amount);
      return number === null
        ? null
        : {
            kind: 'offset',
            amounts: [{ unit: unitOf(name), amount: number }],
            direction: way?.toLowerCase() === 'later' ? 1 : -1,
            anchor: way?.toLowerCase() === 'ago' ? 'document' : 'context',
            exact: false,
          };
    },
  ),
  row(
    A_UNIT,
    `the (past|last|previous|next|coming) (?:(${NUMBER}) |(few|several|couple of) )?${UNITS}`,
    ([turn = '', amount, , name = '']) => {
      const number = amount === undefined ? null : numberOf(amount);
      if (number === null && /^(?:day|week|month|year|decade|century)$/i.test(name))
        return { kind: 'stretch', unit: unitOf(name), amount: 1, direction: shiftOf(turn) < 0 ? -1 : 1 };
      return { kind: 'stretch', unit: unitOf(name), amount: number, direction: shiftOf(turn) < 0 ? -1 : 1 };
    },
  ),
  row(A_UNIT, `recent ${UNITS}`, ([name = '']) => ({
    kind: 'stretch',
    unit: unitOf(name),
    amount: null,
    direction: -1,
  })),
  row(A_YEAR, `(?:the )?(?:${PART}[- ])?((?:1[5-9]|20)\\d)0s`, ([part, decade = '']) =>
    inPart(part, {
      kind: 'decade',
      decade: (Number(decade) % 10) * 10,
      century: { kind: 'century', century: Math.floor(Number(decade) / 10) + 1 },
    }),
  ),
  row(/['’]\d0s/iu, `(?:the )?(?:${PART}[- ])?['’](\\d)0s`, ([part, decade = '']) =>
    inPart(part, { kind: 'decade', decade: Number(decade) * 10, century: null }),
  ),
  row(
    /ties/iu,
    `(?:the )(?:${PART}[- ])?(twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)`,
    ([part, name = '']) => inPart(part, { kind: 'decade', decade: DECADES[name.toLowerCase()] ?? 90, century: null }),
  ),
  row(
    /century/iu,
    `(?:the )?(?:${PART}[- ])?(\\d{1,2}(?:st|nd|rd|th)|\\p{L}+(?:-first)?)[- ]century( BCE?)?`,
    ([part, name = '', era]) => {
      const number = ordinalOf(name.toLowerCase());
      return number === null ? null : inPart(part, { kind: 'century', century: era ? -number : number });
    },
  ),
  row(A_YEAR, `(?:between|from) ${YEAR} (?:and|to|until|through) ${YEAR}`, ([from = '', to = '']) => ({
    kind: 'range',
    from: yearValue(Number(from)),
    to: yearValue(Number(to)),
  })),
  row(A_YEAR, `${YEAR}\\s?[-–—/]\\s?(\\d{2}|\\d{4})`, ([from = '', to = '']) => {
    const last = to.length === 4 ? Number(to) : Math.floor(Number(from) / 100) * 100 + Number(to);
    return last > Number(from) ? { kind: 'range', from: yearValue(Number(from)), to: yearValue(last) } : null;
  }),
  row(A_YEAR, `${PART}[- ](?:of )?${YEAR}`, ([part, year = '']) => inPart(part, yearValue(Number(year)))),
  row(
    A_UNIT,
    `(?:the )?(end|beginning|start|middle) of (the|this|last|next) (week|month|year|decade|century)`,
    ([part = '', turn = '', name = '']) => inPart(part, unit(name, shiftOf(turn))),
  ),
  row(A_YEAR, YEAR, ([year = ''], after, before) =>
    isYear(Number(year), after, before) ? yearValue(Number(year)) : null,
  ),
  row(
    A_UNIT,
    `(?:(?:about|around|nearly|almost|some|more than|over|at least) )?(${NUMBER})[- ]${UNITS}`,
    ([amount = '', name = ''], after) =>
      /^[- ]olds?\b/i.test(after) || /^second$/i.test(name)
        ? null
        : { kind: 'duration', amount: numberOf(amount), unit: unitOf(name) },
  ),
  row(A_UNIT, '(?:for|in|over|after|several|many) (days|weeks|months|years|decades|centuries)', ([name = '']) => ({
    kind: 'duration',
    amount: null,
    unit: unitOf(name),
  })),
];

const YEAR_LEADS =
  /(?:\b(?:in|since|by|until|till|during|before|after|from|of|to|year|the|early|late|mid|spring|summer|autumn|fall|winter|and|circa)|[(—–])[\s-]*$/i;
const COUNTED =
  /^\s+(?:\p{Ll}{2,}(?:s|people|men|women|children|percent|km|miles|troops)\b|percent|per cent|people|men|women|km\b|kg\b|m\b)/u;
const EVENTS =
  /^\s+(?:elections|games|olympics|protests|talks|riots|floods|attacks|wars|clashes|hostilities|negotiations|sanctions)\b/iu;

/** Four digits are a year where a preposition leads to them or no counted thing follows. */
function isYear(year: number, after: string, before: string): boolean {
  if (/^[,.]\d|^\s?[%°$€£]/.test(after)) return false;
  if (COUNTED.test(after) && !EVENTS.test(after))
    return /\b(?:in|since|until|during)\s+$/i.test(before) && !/^\s+(?:people|troops|km)/.test(after);
  return (
    YEAR_LEADS.test(before) ||
    (year >= 1900 &&
      year < 2050 &&
      (/^\s*[),.;:]/.test(after) || EVENTS.test(after) || /^\s+\p{Ll}/u.test(after) || after === ''))
  );
}

/** Every expression beside calendar dates, earlier rows first. */
export function relativeDates(passage: string): Found[] {
  const found: Found[] = [];
  const held = new Map<RegExp, boolean>();
  for (const { needs, pattern, read } of ROWS) {
    const holds = held.get(needs) ?? needs.test(passage);
    held.set(needs, holds);
    if (!holds) continue;
    for (const match of passage.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (found.some((other) => match.index < other.end && other.start < end)) continue;
      const value = read(
        match.slice(1),
        passage.slice(end, end + 40),
        passage.slice(Math.max(0, match.index - 24), match.index),
      );
      if (value) found.push({ start: match.index + leadOf(match[0]), end, value });
    }
  }
  return found;
}

/** Prepositions that the patterns need but the span leaves out. */
function leadOf(text: string): number {
  return /^(?:between|from|for|in|over|after|several|many)\s+(?=\S)/i.exec(text)?.[0].length ?? 0;
}
