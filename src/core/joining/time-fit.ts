import { type Days, OPEN_DAYS, overlapDays } from './days.ts';
import { CAMPAIGN, isSpeech, type Telling, WIDE } from './telling.ts';

/** Days that two tellings of one happening may lie apart: a report of the night, a time zone. */
const SLACK = 1;
/** How far before its document an undated telling may lie, but for a siege, which lasts. */
const RECENT = 7;

export interface TimeFit {
  /** 2 the same days, 1 to 1.5 days that may be the same, 0.25 to 0.5 hardly known, 0 apart. */
  readonly value: number;
  /** Days that do not meet, though near enough. */
  readonly shifted: boolean;
  /** Such days that both passages name. */
  readonly statedApart: boolean;
}

const APART: TimeFit = { value: 0, shifted: false, statedApart: false };
const timed = (value: number, shifted = false, statedApart = false): TimeFit => ({ value, shifted, statedApart });

const GOES_ON: ReadonlySet<string> = new Set(['war', 'blockade']);

export const isNarrow = ({ days }: Telling): boolean => days !== null && days[1] - days[0] <= CAMPAIGN;

/** The days in which an undated telling may lie, by when its document was written; null where that is unknown too. */
export function reachOf({ written, family }: Telling): Days | null {
  return written === null ? null : [written[0] - (family === 'blockade' ? OPEN_DAYS : RECENT), written[1]];
}

/** How well the times of two tellings agree. */
export function timeFit(a: Telling, b: Telling): TimeFit {
  if (a.days === null && b.days === null) return bothUndated(a, b);
  if (a.days === null) return b.days === null ? APART : undated(a, b.days);
  if (b.days === null) return undated(b, a.days);
  const goesOn = GOES_ON.has(a.family) && a.family === b.family;
  if (!overlapDays(a.days, b.days, goesOn ? CAMPAIGN : SLACK)) return APART;
  const widthA = a.days[1] - a.days[0];
  const widthB = b.days[1] - b.days[0];
  // "in 2020" may be any day of 2020; a decade meets only what is as wide
  const narrow = Math.min(widthA, widthB);
  const wide = Math.max(widthA, widthB);
  if (wide > 800 && narrow < 300) return timed(0.5);
  if (wide > WIDE && narrow <= WIDE) return timed(1.5);
  if (overlapDays(a.days, b.days, 0)) return timed(2);
  if (goesOn) return timed(2, true);
  // next to each other: a night may belong to both days, but not where both texts say which day they mean
  const stated = a.event.dateBasis === 'passage' && b.event.dateBasis === 'passage';
  return timed(1.5, true, stated || isSpeech(a.event));
}

/** An undated telling belongs to a dated one of the days around its document. */
function undated(telling: Telling, days: Days): TimeFit {
  const reach = reachOf(telling);
  if (reach === null || !overlapDays(reach, days, 0)) return APART;
  // "in September" may be before or after what is told undated
  return timed(telling.family === 'blockade' || days[1] - days[0] <= CAMPAIGN ? 1 : 0.25);
}

/** Two undated tellings are of one time when their documents are; a summary of several happenings (two wars) has none. */
function bothUndated(a: Telling, b: Telling): TimeFit {
  if (a.event.several) return timed(1);
  if (a.documentId === b.documentId) return timed(0.5);
  const [reachA, reachB] = [reachOf(a), reachOf(b)];
  return reachA !== null && reachB !== null && overlapDays(reachA, reachB, 0) ? timed(0.5) : APART;
}
