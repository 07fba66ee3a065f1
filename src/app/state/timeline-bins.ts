import { NO_DAY } from '../../core/model/atlas.ts';
import { type CivilDate, civilOf, dayOf } from './days.ts';
import type { DayRange } from './filters.ts';

export type BinUnit = 'day' | 'month' | 'year' | 'years';

/** A stretch of time that holds what is dated no more finely than itself. */
export interface Bin {
  readonly unit: BinUnit;
  readonly from: number;
  readonly to: number;
  /** Whether time that holds nothing is left out before it. */
  readonly folded: boolean;
  /** Whether finer bins cover part of the same time: then it holds only what is dated as vaguely as itself. */
  readonly vague: boolean;
}

export interface BinPlan {
  readonly bins: readonly Bin[];
  /** Bin of each span; -1 for undated, -2 for outside the stretch that is looked at. */
  readonly binOf: Int16Array;
}

const WIDE = 38;
const NARROW = 7;
const FOLD_WIDTH = 22;
const FOLD_AFTER_MONTHS = 3;
/** Further from 1970 than this a range has no end on that side. */
const OPEN_DAYS = 2_900_000;

interface Slot {
  readonly unit: BinUnit;
  readonly from: number;
  readonly to: number;
}

/**
 * Bins for a set of spans of days within a width in pixels. Time is divided as finely as the width bears, stretches
 * without anything are folded, and a span that is only known to the year or the decade gets a bin of that size.
 */
export function planBins(first: Int32Array, last: Int32Array, width: number, zoom: DayRange | null): BinPlan {
  const spans = spansOf(first, last);
  if (zoom && zoom.from !== null && zoom.to !== null) return assign(spans, zoomed(zoom.from, zoom.to), zoom);
  let plan: Slot[] = [];
  for (const [step, least] of [
    [0, WIDE],
    [0, NARROW],
    [1, NARROW],
    [5, NARROW],
    [10, NARROW],
    [100, NARROW],
  ] as const) {
    plan = slots(spans, step);
    const folds = withFolds(plan).filter(({ folded }) => folded).length;
    if (plan.length * least + folds * FOLD_WIDTH <= width) break;
  }
  return assign(spans, withFolds(plan), null);
}

/** Where a span is put: by its start, or by its end when its start is open. */
export function anchorOf(first: number, last: number): number {
  return first < -OPEN_DAYS || civilOf(first).year < -4000 ? last : first;
}

/** A span with what decides where it is put, made once for all widths. */
interface Span {
  readonly from: number;
  readonly to: number;
  /** Where it is put, and the year and month of that day. */
  readonly anchor: number;
  readonly year: number;
  readonly month: number;
  /** How many whole years it is; 0 for what begins or ends within one. */
  readonly years: number;
}

function spanOf(from: number, to: number): Span {
  const anchor = anchorOf(from, to);
  const { year, month } = civilOf(anchor);
  const after = civilOf(to + 1);
  const whole = from === dayOf(year) && to !== from && after.month === 1 && after.day === 1;
  return { from, to, anchor, year, month, years: whole ? Math.max(1, after.year - year) : 0 };
}

/** Takes the slot of a span; `step` is 0 for months, else the number of years to a slot. Most spans share theirs, so it is made once. */
function addSlot(found: Map<number, Slot>, { year, month, years: size }: Span, step: number): void {
  if (size >= 10 && size > step) addYears(found, Math.floor(year / 10) * 10, 10);
  else if (size >= 2 && size > step) addYears(found, year, size);
  else if (step > 1) addYears(found, Math.floor(year / step) * step, step);
  else if (step === 1 || size >= 1) addYears(found, year, 1);
  else addMonth(found, year, month);
}

/** Room for the months of a year and for stretches of so many years that begin with it. */
const KEYS_A_YEAR = 2 ** 26;
const MONTHS_OF_A_YEAR = 16;

function addYears(found: Map<number, Slot>, year: number, size: number): void {
  const key = year * KEYS_A_YEAR + MONTHS_OF_A_YEAR + size;
  if (!found.has(key))
    found.set(key, { unit: size === 1 ? 'year' : 'years', from: dayOf(year), to: dayOf(year + size) - 1 });
}

function addMonth(found: Map<number, Slot>, year: number, month: number): void {
  const key = year * KEYS_A_YEAR + month;
  if (!found.has(key)) found.set(key, { unit: 'month', from: dayOf(year, month), to: dayOf(year, month + 1) - 1 });
}

function slots({ different }: Spans, step: number): Slot[] {
  const found = new Map<number, Slot>();
  for (const span of different) addSlot(found, span, step);
  if (step === 0) fillMonths(found);
  return [...found.values()].sort((a, b) => a.from - b.from || b.to - a.to);
}

/** The different spans there are, and the number of each row's; -1 for undated. A large corpus has few of them for its events. */
interface Spans {
  readonly different: readonly Span[];
  readonly numbers: Int32Array;
}

const madeSpans = new WeakMap<Int32Array, Spans>();

/** Made once for the rows of a corpus. */
export function spansOf(first: Int32Array, last: Int32Array): Spans {
  const made = madeSpans.get(first) ?? makeSpans(first, last);
  madeSpans.set(first, made);
  return made;
}

function makeSpans(first: Int32Array, last: Int32Array): Spans {
  const seen = new Map<number, Map<number, number>>();
  const different: Span[] = [];
  const numbers = new Int32Array(first.length).fill(-1);
  for (let at = 0; at < first.length; at++) {
    const from = first[at]!;
    const to = last[at]!;
    if (from === NO_DAY) continue;
    let ends = seen.get(from);
    if (!ends) {
      ends = new Map();
      seen.set(from, ends);
    }
    let number = ends.get(to);
    if (number === undefined) {
      number = different.push(spanOf(from, to)) - 1;
      ends.set(to, number);
    }
    numbers[at] = number;
  }
  return { different, numbers };
}

/** Short gaps between months are kept as empty bins, so that the eye sees the pause. */
function fillMonths(found: Map<number, Slot>): void {
  const months = [...found.values()].filter(({ unit }) => unit === 'month').sort((a, b) => a.from - b.from);
  for (let at = 1; at < months.length; at++) {
    const gap: CivilDate[] = [];
    let next = months[at - 1]!.to + 1;
    while (next < months[at]!.from && gap.length <= FOLD_AFTER_MONTHS) {
      const civil = civilOf(next);
      gap.push(civil);
      next = dayOf(civil.year, civil.month + 1);
    }
    if (gap.length <= FOLD_AFTER_MONTHS) for (const { year, month } of gap) addMonth(found, year, month);
  }
}

function withFolds(plan: readonly Slot[]): Bin[] {
  let covered = Number.NEGATIVE_INFINITY;
  return plan.map((slot, at) => {
    const folded = at > 0 && slot.from > covered + 1;
    covered = Math.max(covered, slot.to);
    const vague = plan.some((other) => other !== slot && other.from >= slot.from && other.to <= slot.to);
    return { ...slot, folded, vague };
  });
}

const MOST_DAYS = 92;

/** Every day, or every month, of a stretch. */
function zoomed(from: number, to: number): Bin[] {
  const bins: Bin[] = [];
  const days = to - from < MOST_DAYS;
  for (let at = from; at <= to; ) {
    const { year, month } = civilOf(at);
    const end = days ? at : Math.min(to, dayOf(year, month + 1) - 1);
    bins.push({ unit: days ? 'day' : 'month', from: at, to: end, folded: false, vague: false });
    at = end + 1;
  }
  return bins;
}

function assign({ different, numbers }: Spans, bins: readonly Bin[], zoom: DayRange | null): BinPlan {
  // The finest bin that holds a span; a span that fits none lies where it starts.
  const fine = bins.map((bin, index) => ({ ...bin, index })).sort((a, b) => a.to - a.from - (b.to - b.from));
  const indices = different.map(({ from, to, anchor }) => {
    const exact = fine.find((bin) => bin.from <= from && bin.to >= to);
    const holder = exact ?? fine.find((bin) => !bin.vague && bin.from <= anchor && bin.to >= anchor);
    return holder?.index ?? (zoom && to >= bins[0]!.from && from <= bins.at(-1)!.to ? 0 : -2);
  });
  return { bins, binOf: Int16Array.from(numbers, (number) => indices[number] ?? -1) };
}
