/**
 * What an expression for a time says, before it is known when "now" is: the small tree that a language's rules read
 * and `value.ts` turns into EDTF. Nothing in it depends on a language.
 */
export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'third'
  | 'half'
  | 'year'
  | 'decade'
  | 'century';

/** Which way a word such as "last", "next" or "this" points. */
export type Turn = 'last' | 'next' | 'this';

/** What a relative expression is counted from: the document's date, or the date that the text last spoke of. */
export type Anchor = 'document' | 'context';

/** A date of a calendar with parts missing or relative. Years are astronomical in the Gregorian calendar. */
export interface CalendarDate {
  readonly kind: 'date';
  readonly calendar: 'gregorian' | 'islamic';
  /** A number, a relative year ("last year"), or null when it is not said. */
  readonly year: number | UnitValue | null;
  /** A number, a relative month ("next month"), or null for a year alone. */
  readonly month: number | UnitValue | null;
  readonly day: number | null;
  /** 1 for Monday to 7 for Sunday, when the words name it too. */
  readonly weekday: number | null;
  /** Days from the document's date, when the words say "today" or "yesterday" too. */
  readonly said: number | null;
  readonly turn: Turn | null;
  /** Year of what this day is known for ("the attacks of 11 September"), when no year is said. */
  readonly famousYear: number | null;
}

export interface DayValue {
  readonly kind: 'day';
  /** Days from the anchor. */
  readonly shift: number;
  readonly weekday: number | null;
  readonly anchor: Anchor;
}

export interface WeekdayValue {
  readonly kind: 'weekday';
  readonly weekday: number;
  readonly turn: Turn | null;
  /** The week it lies in: "Friday of last week". */
  readonly week: DateValue | null;
  /** Its day of the month, when only that is said with it: "Friday the 22nd". */
  readonly dayOfMonth: number | null;
}

/** A whole unit of the calendar, counted from the one that holds the anchor: this month 0, last year -1. */
export interface UnitValue {
  readonly kind: 'unit';
  readonly unit: Unit;
  readonly shift: number;
  readonly anchor: Anchor;
}

export interface Amount {
  readonly unit: Unit;
  readonly amount: number;
}

/** "Two years ago", "in three days". */
export interface OffsetValue {
  readonly kind: 'offset';
  readonly amounts: readonly Amount[];
  /** Back, on, or 0: as the words around lean. */
  readonly direction: -1 | 0 | 1;
  readonly anchor: Anchor | DateValue;
  /** "Two years from today" is meant to the day; "two years ago" is not. */
  readonly exact: boolean;
}

/** "The past three months"; the amount is null for "the past months". */
export interface StretchValue {
  readonly kind: 'stretch';
  readonly unit: Unit;
  readonly amount: number | null;
  readonly direction: -1 | 1;
}

/**
 * A part of something: `start` and `end` are the first and the last month of a year, `weekend` is Saturday and Sunday
 * of a week, `before` and `rest` are cut at the document's date.
 */
export interface PartValue {
  readonly kind: 'part';
  readonly part: 'start' | 'early' | 'mid' | 'late' | 'end' | 'weekend' | 'before' | 'rest' | 'week-of' | 'eve';
  readonly of: DateValue;
}

/** The n-th unit or weekday in something; negative from the end. */
export interface NthValue {
  readonly kind: 'nth';
  readonly unit: Unit | 'weekday';
  readonly weekday: number | null;
  readonly n: number;
  readonly of: DateValue;
}

export interface SeasonValue {
  readonly kind: 'season';
  /** 21 spring, 22 summer, 23 autumn, 24 winter, as in EDTF. */
  readonly season: 21 | 22 | 23 | 24;
  readonly year: DateValue | null;
  readonly turn: Turn | null;
}

/** "The nineties": 90, of the century that holds them (19 for 19xx); null when it is not said. */
export interface DecadeValue {
  readonly kind: 'decade';
  readonly decade: number;
  readonly century: DateValue | null;
}

/** The 19th century is 19; centuries before our era are negative. */
export interface CenturyValue {
  readonly kind: 'century';
  readonly century: number;
}

/** The third millennium is 3; those before our era are negative. */
export interface MillenniumValue {
  readonly kind: 'millennium';
  readonly millennium: number;
}

/** Closed, or open on one side: "since" has no end, "until" no start. */
export interface RangeValue {
  readonly kind: 'range';
  readonly from: DateValue | null;
  readonly to: DateValue | null;
}

export interface ListValue {
  readonly kind: 'list';
  readonly items: readonly DateValue[];
}

export interface ApproximateValue {
  readonly kind: 'approximate';
  readonly of: DateValue;
}

/** Ambiguous digits (`16/04/21`): the reading nearest to the document's date holds, the first where there is none. */
export interface EitherValue {
  readonly kind: 'either';
  readonly options: readonly CalendarDate[];
}

/** A date given in two calendars. */
export interface ConvertedValue {
  readonly kind: 'converted';
  readonly islamic: CalendarDate;
  readonly gregorian: DateValue;
}

export interface DurationValue {
  readonly kind: 'duration';
  /** Null for "months", "decades". */
  readonly amount: number | null;
  readonly unit: Unit;
}

export type DateValue =
  | CalendarDate
  | DayValue
  | WeekdayValue
  | UnitValue
  | OffsetValue
  | StretchValue
  | PartValue
  | NthValue
  | SeasonValue
  | DecadeValue
  | CenturyValue
  | MillenniumValue
  | RangeValue
  | ListValue
  | ApproximateValue
  | EitherValue
  | ConvertedValue
  | DurationValue;

/** Whether the words around an expression speak of the past or the future; null when they do not say. */
export type Lean = 'past' | 'future' | null;
