import { isSpeech, type Telling } from './telling.ts';
import { isNarrow, timeFit } from './time-fit.ts';

export interface Fit {
  /** Whether it is the same happening, not only possibly so. */
  readonly sure: boolean;
  readonly score: number;
}

/** Families of which there is seldom more than one in a place and time. */
const BROAD: ReadonlySet<string> = new Set([
  'war',
  'ceasefire',
  'blockade',
  'casualties',
  'territorial-change',
  'political-status',
  'election',
  'disaster',
]);
/** Of these, those that are counted or held anew in the next place and on the next day. */
const LOCAL: ReadonlySet<string> = new Set(['casualties', 'disaster', 'election']);
/** Who meets says which meeting it was. */
const MEETINGS: ReadonlySet<string> = new Set(['negotiation', 'agreement', 'visit']);
/** What happens over and over in a place: strikes of one day are not one strike. */
const REPEATED: ReadonlySet<string> = new Set(['attack', 'landmine', 'detention', 'aid']);
/** Figures of the same thing further apart than this factor are not of the same happening; beyond the second it is in doubt. */
const FAR = 8;
const NEAR = 1.5;
/** The same number in two reports is no accident when it is at least this. */
const TELLING_FIGURE = 3;

/** Whether a telling may be of the happening that another founded; null when it is not. Both of one shape, or by their figures of one harm. */
export function fits(telling: Telling, founder: Telling): Fit | null {
  const a = telling.event;
  const b = founder.event;
  const sameDocument = telling.documentId === founder.documentId;
  // two sides of one report that count their own dead in different places tell of two happenings
  if (sameDocument && a.placeId !== b.placeId && a.speakerId !== b.speakerId) return null;
  const speech = isSpeech(a);
  if (speech && (sameDocument || a.speakerId === null)) return null;
  const place = placeFit(telling, founder);
  if (place === 0) return null;
  const time = timeFit(telling, founder);
  if (time.value === 0) return null;
  const figures = figuresFit(telling, founder);
  if (figures.apart) return null;
  if (telling.family !== founder.family) return byFigures(telling, founder, place, time.value, figures.alike);
  // a truce and its breach are two sides of one matter only within days of each other
  const split = a.kind !== b.kind && telling.family === 'ceasefire';
  if (split && (time.value < 1 || !(isNarrow(telling) || telling.days === null) || !isNarrow(founder))) return null;
  const broad = BROAD.has(telling.family);
  const shared = sharedActors(telling, founder, sameDocument);
  const actors = shared > 0 ? 1 : telling.actors.length === 0 || founder.actors.length === 0 ? 0.5 : 0;
  const bothNarrow = isNarrow(telling) && isNarrow(founder);
  const meeting = MEETINGS.has(telling.family) && shared >= 2 && isNarrow(telling) === isNarrow(founder);
  const single = !broad && !meeting;
  // one of many of its kind: only on the same days
  const wider = a.date !== b.date && !bothNarrow && telling.days !== null && founder.days !== null;
  if (wider && single) return null;
  // what is counted over a month is of a happening of that month only in the same place
  const local = LOCAL.has(telling.family);
  if (wider && local && !figures.alike && (place < 2 || time.value < 2)) return null;
  if (time.statedApart && !figures.alike && (single || local)) return null;
  if (single && place <= 1 && !figures.alike && !speech) return null;
  // a telling without a place is the same only when someone in it is
  if (place <= 1 && actors < 1) return null;
  // an unnamed actor is enough on one day in one town
  const spot = place === 2 && telling.isSpot && bothNarrow && time.value === 2;
  if (single && actors < 1 && !(spot && actors > 0)) return null;
  let score = place + time.value + actors - (speech ? 1 : 0) + (meeting ? 1 : 0);
  if (a.kind === b.kind && figures.alike) score += 1;
  if (score < (broad ? 3 : 3.5)) return null;
  const crowded = REPEATED.has(telling.family) || (telling.family === 'casualties' && !figures.compared);
  const inferred = a.dateBasis === 'document' && b.dateBasis === 'document';
  const doubtful =
    speech ||
    split ||
    figures.unlike ||
    (time.shifted && telling.isCountry && !sameDocument) ||
    // without a figure in common, one of many of its kind
    (!figures.alike &&
      ((single && (actors < 1 || inferred)) ||
        (wider && local) ||
        time.value < 2 ||
        (crowded && !sameDocument && !spot)));
  return { sure: place >= 2 && time.value >= 1.5 && !doubtful, score };
}

/** An attack and a count of its dead are one happening when the numbers are: the same place, days and figure. */
function byFigures(a: Telling, b: Telling, place: number, time: number, alike: boolean): Fit | null {
  if (!alike || place < 1.5 || time < 1.5) return null;
  return { sure: place === 2 && time === 2 && isNarrow(a) && isNarrow(b), score: place + time };
}

/** 2 the same place, 1.5 one in the other, 1 one unknown, 0.5 both unknown, 0 elsewhere. */
export function placeFit(a: Telling, b: Telling): number {
  const [one, other] = [a.event.placeId, b.event.placeId];
  if (one === null || other === null) return one === other ? 0.5 : 1;
  if (one === other) return 2;
  return a.ancestors.includes(other) || b.ancestors.includes(one) ? 1.5 : 0;
}

/** How many actors two tellings share. In one document, what one speaker says in two sentences is of one matter. */
function sharedActors(a: Telling, b: Telling, sameDocument: boolean): number {
  let shared = sameDocument && a.event.speakerId !== null && a.event.speakerId === b.event.speakerId ? 1 : 0;
  // both lists are sorted
  let at = 0;
  for (const key of a.actors) {
    while (at < b.actors.length && (b.actors[at] as string) < key) at++;
    if (b.actors[at] === key) shared++;
  }
  return shared;
}

interface FiguresFit {
  /** Both count the same thing. */
  readonly compared: boolean;
  /** One figure is the same, and too large to be so by accident, or two are. */
  readonly alike: boolean;
  /** Figures that cannot be of one happening, or hardly. */
  readonly apart: boolean;
  readonly unlike: boolean;
}

function figuresFit(a: Telling, b: Telling): FiguresFit {
  let same = 0;
  let compared = false;
  let apart = false;
  let unlike = false;
  for (const [count, value] of a.counts) {
    const theirs = b.counts.get(count);
    if (theirs === undefined) continue;
    compared = true;
    const factor = Math.max(value, theirs) / Math.max(1, Math.min(value, theirs));
    if (factor > FAR) apart = true;
    if (factor > NEAR) unlike = true;
    if (value === theirs) same += value >= TELLING_FIGURE ? 2 : 1;
  }
  return { compared, alike: same >= 2, apart, unlike };
}
