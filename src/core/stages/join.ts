import { differencesOf } from '../events/differences.ts';
import { kindFamily, stableId } from '../events/families.ts';
import { daysOf, overlapDays } from '../events/spans-of-days.ts';
import { speakerAliases } from '../events/speaker-aliases.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Event, JoinedEvent } from '../model/event.ts';

/** Where a place lies: ids of what contains it, nearest first. */
export interface Containment {
  readonly ancestors: (placeId: string) => readonly string[];
}

interface Telling {
  readonly documentId: string;
  readonly documentDate: string | null;
  readonly event: Event;
  readonly days: readonly [number, number] | null;
  readonly key: string;
  readonly family: string;
}

interface Group {
  readonly tellings: { readonly telling: Telling; sure: boolean }[];
}

/** Days that two tellings of one happening may lie apart: a report of the night, a time zone. */
const SLACK = 1;
/** A date wider than this many days says a period (the nineties): it meets only another period. */
const WIDE = 62;
/** Days that a battle or a campaign may go on between two tellings of it. */
const CAMPAIGN = 3;
/** How far before its document an undated telling may lie: news of the week, a siege of a year. */
const RECENT = 7;
const LASTING = 370;
/** A telling over more months than this is looked for among those without a date. */
const MAX_MONTHS = 14;
/** How many groups of one family and month are looked at before giving up: keeps the whole near linear. */
const LOOK = 400;

/**
 * Joins the tellings of one event over and within documents: by family of kinds, place (with containment), time and
 * actors. Cautious: what is only possibly the same is joined with `sure: false`; what differs is listed, never averaged.
 * The result does not depend on the order of the documents, and tellings of different families never meet: a caller that
 * gives the `aliases` of speakers over the whole corpus may join family by family. Cost: near linear, by buckets of family and month.
 */
export function join(
  analyses: readonly Analysis[],
  places: Containment,
  aliases: ReadonlyMap<string, string> = speakerAliases(namedSpeakers(analyses)),
): JoinedEvent[] {
  const tellings: Telling[] = [];
  for (const analysis of analyses)
    for (const original of analysis.events) {
      const alias = original.speakerId === null ? undefined : aliases.get(original.speakerId);
      const event = alias === undefined ? original : { ...original, speakerId: alias };
      const family = kindFamily(event.kind);
      tellings.push({
        documentId: analysis.id,
        documentDate: analysis.date,
        event,
        days: event.date === null ? null : daysOf(event.date),
        key: `${analysis.id}\u0000${String(event.start).padStart(9, '0')}\u0000${event.id}`,
        family,
      });
    }
  // dated tellings first: they make the groups that undated ones may join
  tellings.sort(
    (a, b) =>
      rank(a) - rank(b) || (a.days?.[0] ?? 0) - (b.days?.[0] ?? 0) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  );
  const inside = new Map<string, Set<Group>>();
  const exact = new Map<string, Set<Group>>();
  const groups: Group[] = [];
  for (const telling of tellings) {
    const { placeId } = telling.event;
    const ancestors = placeId === null ? [] : places.ancestors(placeId);
    const times = timeKeys(telling);
    let best: { group: Group; sure: boolean; score: number } | null = null;
    if (joinable(telling.event)) {
      const seen = new Set<Group>();
      for (const time of times) {
        const here =
          placeId === null
            ? [inside.get(time)]
            : [inside.get(`${time} ${placeId}`), exact.get(time), ...ancestors.map((id) => exact.get(`${time} ${id}`))];
        for (const bucket of here)
          for (const group of bucket ?? []) {
            if (seen.has(group)) continue;
            if (seen.size > LOOK) break;
            seen.add(group);
            const fit = fits(telling, group, places);
            if (fit !== null && (best === null || fit.score > best.score)) best = { group, ...fit };
          }
      }
    }
    const group: Group = best?.group ?? { tellings: [] };
    group.tellings.push({ telling, sure: best?.sure ?? true });
    if (best === null) groups.push(group);
    for (const time of times) {
      put(exact, placeId === null ? time : `${time} ${placeId}`, group);
      put(inside, time, group);
      if (placeId !== null) for (const id of [placeId, ...ancestors]) put(inside, `${time} ${id}`, group);
    }
  }
  return groups
    .map(joined)
    .sort((a, b) =>
      (a.date ?? '~') < (b.date ?? '~') ? -1 : (a.date ?? '~') > (b.date ?? '~') ? 1 : a.id < b.id ? -1 : 1,
    );
}

function* namedSpeakers(analyses: readonly Analysis[]): Generator<{ speakerId: string; attributedTo: string }> {
  for (const analysis of analyses)
    for (const { speakerId, attributedTo } of analysis.events)
      if (speakerId !== null && attributedTo !== null) yield { speakerId, attributedTo };
}

/** Precise dates before wide ones before none: the sharpest telling founds the group. */
function rank(telling: Telling): number {
  if (telling.days === null) return 3;
  const width = telling.days[1] - telling.days[0];
  return width <= 1 ? 0 : width <= WIDE ? 1 : 2;
}

/** Acts of speech are single: each is its own event, unless the same speaker says the same. */
function joinable(event: Event): boolean {
  return event.factuality !== 'negated' && event.kind !== 'other';
}

function put(buckets: Map<string, Set<Group>>, key: string, group: Group): void {
  const bucket = buckets.get(key);
  if (bucket === undefined) buckets.set(key, new Set([group]));
  else bucket.add(group);
}

/** Family and month of a telling; the months next to it when it is near their edge; `any` for what an undated telling may meet. */
function timeKeys(telling: Telling): string[] {
  const { family, days } = telling;
  if (days === null) return [`${family} any`];
  const from = Math.floor((days[0] - CAMPAIGN) / 31);
  const to = Math.floor((days[1] + CAMPAIGN) / 31);
  const keys = [`${family} any`];
  if (to - from > MAX_MONTHS) return [...keys, `${family} wide`];
  for (let month = from; month <= to; month++) keys.push(`${family} ${month}`);
  return keys;
}

/** Families of which there is seldom more than one in a place and time. */
const BROAD = new Set([
  'war',
  'ceasefire',
  'blockade',
  'casualties',
  'territorial-change',
  'political-status',
  'election',
  'disaster',
]);
/** Figures of the same thing further apart than this factor are not of the same happening. */
const FAR = 8;

/** The dead are the dead, whoever they were. */
const countOf = (what: string): string => (what.endsWith('-killed') ? 'killed' : what);

/** The largest figure of each count: a total stands for its parts. */
function totals(event: Event): Map<string, number> {
  const out = new Map<string, number>();
  for (const figure of event.figures) {
    const count = countOf(figure.what);
    out.set(count, Math.max(out.get(count) ?? 0, figure.value));
  }
  return out;
}

function farApart(a: Event, b: Event): boolean {
  if (a.figures.length === 0 || b.figures.length === 0) return false;
  const other = totals(b);
  for (const [count, value] of totals(a)) {
    const theirs = other.get(count);
    if (theirs !== undefined && Math.max(value, theirs) > FAR * Math.max(1, Math.min(value, theirs))) return true;
  }
  return false;
}

const SPEECH = new Set(['statement', 'accusation', 'demand', 'threat']);

function fits(telling: Telling, group: Group, places: Containment): { sure: boolean; score: number } | null {
  const founder = group.tellings[0]?.telling;
  if (founder === undefined || founder.family !== telling.family) return null;
  const a = telling.event;
  const b = founder.event;
  if ((a.factuality === 'possible') !== (b.factuality === 'possible')) return null;
  if ((a.several ?? false) !== (b.several ?? false)) return null;
  // two sides of one report that count their own dead in different places tell of two happenings
  if (telling.documentId === founder.documentId && a.placeId !== b.placeId && a.speakerId !== b.speakerId) return null;
  if (b.factuality === 'negated') return null;
  if (SPEECH.has(a.kind)) {
    if (a.kind !== b.kind || a.speakerId === null || a.speakerId !== b.speakerId) return null;
    if (group.tellings.some((one) => one.telling.documentId === telling.documentId)) return null;
  }
  const place = placeFit(a.placeId, b.placeId, places);
  if (place === 0) return null;
  const time = timeFit(telling, founder);
  if (time === 0) return null;
  // a truce and its breach are two sides of one matter only within days of each other
  const split = a.kind !== b.kind && telling.family === 'ceasefire';
  if (split && (time < 1 || !(narrow(telling) || telling.days === null) || !narrow(founder))) return null;
  const broad = BROAD.has(telling.family);
  // one of many of its kind: only on the same days
  if (
    !broad &&
    a.date !== b.date &&
    !(narrow(telling) && narrow(founder)) &&
    telling.days !== null &&
    founder.days !== null
  )
    return null;
  const actors = sharedActors(a, b, telling.documentId === founder.documentId);
  if (!broad && place <= 1 && !countedAlike(a, b) && !SPEECH.has(a.kind)) return null;
  // a telling without a place is the same only when someone in it is
  if (place <= 1 && actors < 1) return null;
  // the same place and days of the same sort of deed: enough for a campaign or a truce, not for one of many attacks
  let score = place + time + actors;
  if (SPEECH.has(a.kind)) score -= 1;
  if (!broad && actors < 1) return null;
  if (farApart(a, b)) return null;
  const threshold = broad ? 3 : 3.5;
  if (a.kind === b.kind && countedAlike(a, b)) score += 1;
  if (score < threshold) return null;
  const sure = time >= 2 && place >= 2 && score >= threshold && !SPEECH.has(a.kind) && !split;
  return { sure, score };
}

const narrow = (telling: Telling): boolean => telling.days !== null && telling.days[1] - telling.days[0] <= CAMPAIGN;

/** 2 the same place, 1.5 one in the other, 1 one unknown, 0 elsewhere. */
function placeFit(a: string | null, b: string | null, places: Containment): number {
  if (a === null || b === null) return a === b ? 0.5 : 1;
  if (a === b) return 2;
  return places.ancestors(a).includes(b) || places.ancestors(b).includes(a) ? 1.5 : 0;
}

/** 2 the same days, 1 days that may be the same, 0.5 one unknown, 0 apart. */
function timeFit(a: Telling, b: Telling): number {
  if (a.days === null || b.days === null) return a.days === null && b.days === null ? 0.5 : undatedFit(a, b);
  const widthA = a.days[1] - a.days[0];
  const widthB = b.days[1] - b.days[0];
  const campaign = a.family === 'war' || a.family === 'blockade' ? CAMPAIGN : SLACK;
  if (!overlapDays(a.days, b.days, campaign)) return 0;
  // "in 2020" may be any day of 2020; a decade meets only what is as wide
  const narrow = Math.min(widthA, widthB);
  const wide = Math.max(widthA, widthB);
  if (wide > 800 && narrow < 300) return 0.5;
  if (wide > WIDE && narrow <= WIDE) return 1.5;
  return 2;
}

/** An undated telling belongs to a dated one of the days around its document. */
function undatedFit(a: Telling, b: Telling): number {
  const undated = a.days === null ? a : b;
  const dated = a.days === null ? b : a;
  const written = undated.documentDate === null ? null : daysOf(undated.documentDate);
  if (written === null || dated.days === null) return 0.25;
  const back = undated.family === 'blockade' ? LASTING : RECENT;
  if (!overlapDays([written[0] - back, written[1]], dated.days, 0)) return 0;
  // "in September" may be before or after what is told undated
  return undated.family === 'blockade' || dated.days[1] - dated.days[0] <= CAMPAIGN ? 1 : 0.25;
}

/** 1 when an actor is named alike on both sides (whole, or by two of its words), 0.5 when one side names none. */
function sharedActors(a: Event, b: Event, sameDocument: boolean): number {
  if (sameDocument && a.speakerId !== null && a.speakerId === b.speakerId) return 1;
  if (a.actors.length === 0 || b.actors.length === 0) return 0.5;
  for (const actor of a.actors)
    for (const other of b.actors) {
      const [short, long] = actor.length <= other.length ? [actor, other] : [other, actor];
      if (short.length > 4 && long.includes(short)) return 1;
      const words = new Set(actor.split(/\s+/).filter((word) => word.length > 3));
      if (other.split(/\s+/).filter((word) => words.has(word)).length >= 2) return 1;
    }
  return 0;
}

function countedAlike(a: Event, b: Event): boolean {
  return a.figures.some((figure) =>
    b.figures.some((other) => other.what === figure.what && other.value === figure.value),
  );
}

function joined(group: Group): JoinedEvent {
  const order = (one: { telling: Telling }) => `${one.telling.documentDate ?? '~'}\u0000${one.telling.key}`;
  const sorted = [...group.tellings].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  const founder = group.tellings[0]?.telling as Telling;
  const place = group.tellings.map((one) => one.telling.event.placeId).find((id) => id !== null) ?? null;
  const dated = group.tellings.map((one) => one.telling.event.date).find((date) => date !== null) ?? null;
  return {
    id: stableId(sorted.map((one) => one.telling.key)),
    kind: founder.event.kind,
    placeId: founder.event.placeId ?? place,
    date: founder.event.date ?? dated,
    tellings: sorted.map((one) => ({
      documentId: one.telling.documentId,
      eventId: one.telling.event.id,
      sure: one.sure,
    })),
    differences: sorted.length > 1 ? differencesOf(sorted.map((one) => one.telling.event)) : [],
  };
}
