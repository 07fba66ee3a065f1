import type { Analysis } from './model/analysis.ts';
import type { JoinedEvent } from './model/event.ts';
import type { Span } from './model/span.ts';
import { distanceKm } from './resolution/document-context.ts';

/** Gold for one document: the form of an analysis, with as much or as little of it as was annotated. */
export interface Gold {
  readonly id: string;
  readonly text?: string;
  readonly lang?: string;
  readonly date?: string;
  readonly mentions?: readonly GoldMention[];
  readonly dates?: readonly (Span & {
    readonly surface?: string;
    readonly edtf?: string | null;
    readonly type?: string;
  })[];
  readonly events?: readonly (Span & {
    readonly kind: string;
    readonly placeId?: string | null;
    readonly date?: string | null;
    readonly attributedTo?: string | null;
    readonly speakerId?: string | null;
    readonly factuality?: string;
    /** Equal for tellings of one happening, over documents too; null or absent for one told once. */
    readonly join?: string | null;
  })[];
}

export interface GoldMention extends Span {
  readonly surface?: string;
  readonly sense?: string;
  readonly placeId?: string | null;
  readonly lat?: number | null;
  readonly lon?: number | null;
}

/** One line of the table: a share with the number of cases behind it. */
export interface Score {
  readonly name: string;
  readonly value: number;
  readonly right: number;
  readonly cases: number;
}

export interface Miss {
  readonly document: string;
  readonly what: string;
  readonly text: string;
}

/** Distance above which an error counts as the worst in the area under the error curve (half the earth's girth). */
const WORST_KM = 20_038;
const CLITICS = 3;

/**
 * Scores analyses against gold, with the measures of published geoparsing (Gritta et al. 2018, "What's missing in
 * geographical parsing?": precision, recall, F1 over spans, accuracy@161 km, AUC of the logarithmic error) and the
 * accuracy of senses, places, dates and events on what matches. `pairs` holds a gold document with its analysis,
 * `joined` the joined events of all of them, where joining is to be scored.
 */
export function score(
  pairs: readonly { readonly gold: Gold; readonly analysis: Analysis; readonly text: string }[],
  joined: readonly JoinedEvent[] | null = null,
): {
  scores: Score[];
  misses: Miss[];
} {
  const scores: Score[] = [];
  const misses: Miss[] = [];
  const add = (name: string, right: number, cases: number) => {
    if (cases > 0) scores.push({ name, value: right / cases, right, cases });
  };
  const f1 = (name: string, counts: Counts) => {
    add(`${name}, precision`, counts.hits, counts.hits + counts.extra);
    add(`${name}, recall`, counts.hits, counts.hits + counts.missed);
    add(`${name}, F1`, 2 * counts.hits, 2 * counts.hits + counts.extra + counts.missed);
  };
  const counts = { exact: zero(), overlap: zero(), clitic: zero(), people: zero(), dates: zero(), events: zero() };
  const right = {
    sense: [0, 0],
    place: [0, 0],
    value: [0, 0],
    eventPlace: [0, 0],
    eventDate: [0, 0],
    eventSpeaker: [0, 0],
    eventFactuality: [0, 0],
    within25: [0, 0],
    within161: [0, 0],
    end: [0, 0],
  } satisfies Record<string, [number, number]>;
  const errors: number[] = [];
  const told: Telling[] = [];

  for (const { gold, analysis, text } of pairs) {
    const quote = (span: Span) =>
      `${text.slice(Math.max(0, span.start - 25), span.start)}[${text.slice(span.start, span.end)}]${text.slice(span.end, span.end + 20)}`.replaceAll(
        '\n',
        ' ',
      );
    const miss = (what: string, span: Span) => misses.push({ document: gold.id, what, text: quote(span) });
    if (gold.mentions) {
      const isPeople = (mention: { readonly sense?: string }) => mention.sense === 'demonym';
      const goldPlaces = gold.mentions.filter((mention) => !isPeople(mention));
      const found = analysis.mentions.filter((mention) => !isPeople(mention));
      match(found, goldPlaces, overlapping, counts.overlap);
      match(found, goldPlaces, nearly, counts.clitic);
      match(
        analysis.mentions.filter(isPeople),
        gold.mentions.filter(isPeople),
        same,
        counts.people,
        (span) => miss('demonym missed', span),
        (span) => miss('demonym not in gold', span),
      );
      const pairsHere = match(
        found,
        goldPlaces,
        same,
        counts.exact,
        (span) => miss('place missed', span),
        (span) => miss('place not in gold', span),
      );
      for (const [mine, theirs] of pairsHere) {
        if (theirs.sense !== undefined && tally(right.sense, mine.sense === theirs.sense))
          miss(`sense ${mine.sense}, gold ${theirs.sense}`, mine);
        if (theirs.placeId !== undefined && tally(right.place, mine.placeId === theirs.placeId))
          miss(`place ${mine.placeId}, gold ${theirs.placeId}`, mine);
      }
      for (const theirs of goldPlaces) {
        if (typeof theirs.lat !== 'number' || typeof theirs.lon !== 'number') continue;
        const mine =
          found.find((mention) => nearly(mention, theirs)) ?? found.find((mention) => overlapping(mention, theirs));
        const km =
          mine && mine.lat !== null && mine.lon !== null
            ? distanceKm(mine.lat, mine.lon, theirs.lat, theirs.lon)
            : null;
        tally(right.end, km !== null && km <= 161);
        if (km === null) continue;
        errors.push(km);
        tally(right.within25, km <= 25);
        if (tally(right.within161, km <= 161)) miss(`${Math.round(km)} km off, ${mine?.placeId}`, theirs);
      }
    }
    if (gold.dates) {
      const pairsHere = match(
        analysis.dates,
        gold.dates,
        same,
        counts.dates,
        (span) => miss('date missed', span),
        (span) => miss('date not in gold', span),
      );
      for (const [mine, theirs] of pairsHere)
        if (theirs.edtf !== undefined && tally(right.value, mine.edtf === theirs.edtf))
          miss(`date ${mine.edtf}, gold ${theirs.edtf}`, mine);
    }
    if (gold.events) {
      const alike = (mine: (typeof analysis.events)[number], theirs: NonNullable<Gold['events']>[number]) =>
        mine.kind === theirs.kind && overlapping(mine, theirs);
      const pairsHere = match(
        analysis.events,
        gold.events,
        alike,
        counts.events,
        (event) => miss(`event ${event.kind} missed`, event),
        (event) => miss(`event ${event.kind} not in gold`, event),
        shared,
      );
      for (const [mine, theirs] of pairsHere) {
        if (theirs.placeId !== undefined && tally(right.eventPlace, mine.placeId === theirs.placeId))
          miss(`event place ${mine.placeId}, gold ${theirs.placeId}`, mine.trigger);
        if (theirs.date !== undefined && tally(right.eventDate, mine.date === theirs.date))
          miss(`event date ${mine.date}, gold ${theirs.date}`, mine.trigger);
        if (theirs.attributedTo !== undefined && tally(right.eventSpeaker, mine.attributedTo === theirs.attributedTo))
          miss(`speaker ${mine.attributedTo}, gold ${theirs.attributedTo}`, mine.trigger);
        if (theirs.factuality !== undefined && tally(right.eventFactuality, mine.factuality === theirs.factuality))
          miss(`factuality ${mine.factuality}, gold ${theirs.factuality}`, mine.trigger);
        if (theirs.join !== undefined)
          told.push({
            document: gold.id,
            event: `${gold.id} ${mine.id}`,
            join: theirs.join,
            text: quote(mine.trigger),
            kind: mine.kind,
          });
      }
    }
  }
  f1('places, exact span', counts.exact);
  f1('places, overlapping span', counts.overlap);
  f1('places, clitic-tolerant span', counts.clitic);
  f1('demonyms, exact span', counts.people);
  add('senses right', ...right.sense);
  add('place ids right', ...right.place);
  add('placed within 25 km', ...right.within25);
  add('placed within 161 km', ...right.within161);
  add('found and placed within 161 km', ...right.end);
  if (errors.length > 0) {
    errors.sort((a, b) => a - b);
    const auc = errors.reduce((sum, km) => sum + Math.log1p(km) / Math.log1p(WORST_KM), 0) / errors.length;
    scores.push({ name: 'AUC of the error (0 is best)', value: auc, right: errors.length, cases: errors.length });
    scores.push({
      name: 'median error, km',
      value: errors[errors.length >> 1] ?? 0,
      right: errors.length,
      cases: errors.length,
    });
    scores.push({
      name: 'mean error, km',
      value: errors.reduce((sum, km) => sum + km, 0) / errors.length,
      right: errors.length,
      cases: errors.length,
    });
  }
  f1('dates, span', counts.dates);
  add('date values right', ...right.value);
  f1('events, kind and passage', counts.events);
  add('event places right', ...right.eventPlace);
  add('event dates right', ...right.eventDate);
  add('event speakers right', ...right.eventSpeaker);
  add('event factuality right', ...right.eventFactuality);
  if (joined !== null && told.length > 0) scoreJoins(told, joined, add, misses, scores);
  return { scores, misses };
}

/** A telling that matched gold, with the gold's name of the happening it tells. */
interface Telling {
  readonly document: string;
  /** Document and id of the event found. */
  readonly event: string;
  readonly join: string | null;
  readonly text: string;
  readonly kind: string;
}

/**
 * Joining, on tellings that were found: pairs of tellings in different documents and within one, joined as in gold (pairs
 * joined as "possibly the same" that gold keeps apart count as such, not as wrong); and
 * happenings told in several documents of which tellings of at least two documents stand together.
 */
function scoreJoins(
  told: readonly Telling[],
  joined: readonly JoinedEvent[],
  add: (name: string, right: number, cases: number) => void,
  misses: Miss[],
  scores: Score[],
): void {
  const groupOf = new Map<string, string>();
  const unsure = new Set<string>();
  for (const one of joined)
    for (const telling of one.tellings) {
      groupOf.set(`${telling.documentId} ${telling.eventId}`, one.id);
      if (!telling.sure) unsure.add(`${telling.documentId} ${telling.eventId}`);
    }
  const pairs = { over: zero(), within: zero() };
  let possible = 0;
  const happenings = new Map<string, { documents: Set<string>; together: boolean }>();
  for (const [index, a] of told.entries()) {
    if (a.join !== null) {
      const known = happenings.get(a.join) ?? { documents: new Set(), together: false };
      happenings.set(a.join, known);
      known.documents.add(a.document);
    }
    for (const b of told.slice(index + 1)) {
      const counts = a.document === b.document ? pairs.within : pairs.over;
      const expected = a.join !== null && a.join === b.join;
      const found = groupOf.has(a.event) && groupOf.get(a.event) === groupOf.get(b.event);
      if (!expected && !found) continue;
      if (expected && found) {
        counts.hits++;
        const known = happenings.get(a.join);
        if (known !== undefined && a.document !== b.document) known.together = true;
        continue;
      }
      // "possibly the same" is no claim that it is
      const possibly = found && (unsure.has(a.event) || unsure.has(b.event));
      if (possibly) {
        possible++;
        continue;
      }
      if (found) counts.extra++;
      else counts.missed++;
      misses.push({
        document: a.document,
        what: found
          ? `joined wrongly: ${a.join ?? a.kind} and ${b.join ?? b.kind}`
          : `not joined: ${a.join}${a.document === b.document ? ', within a document' : ''}`,
        text: `${a.text} | ${b.document} ${b.text}`,
      });
    }
  }
  if (possible > 0)
    scores.push({
      name: 'pairs held to be possibly the same, not in gold',
      value: possible,
      right: 0,
      cases: possible,
    });
  const several = [...happenings.values()].filter((one) => one.documents.size > 1);
  add('happenings of several documents joined', several.filter((one) => one.together).length, several.length);
  for (const [name, counts] of [
    ['pairs joined over documents', pairs.over],
    ['pairs joined within documents', pairs.within],
  ] as const) {
    add(`${name}, precision`, counts.hits, counts.hits + counts.extra);
    add(`${name}, recall`, counts.hits, counts.hits + counts.missed);
  }
}

interface Counts {
  hits: number;
  extra: number;
  missed: number;
}

const zero = (): Counts => ({ hits: 0, extra: 0, missed: 0 });
/** Share of the letters of two spans that both cover. */
const shared = (a: Span, b: Span) =>
  (Math.min(a.end, b.end) - Math.max(a.start, b.start)) / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
const same = (a: Span, b: Span) => a.start === b.start && a.end === b.end;
const overlapping = (a: Span, b: Span) => a.start < b.end && b.start < a.end;
/** The same word with or without attached particles: ends alike, starts at most three letters apart. */
const nearly = (a: Span, b: Span) => a.end === b.end && Math.abs(a.start - b.start) <= CLITICS;

/** Counts a case; tells whether it was wrong. */
function tally(pair: number[], ok: boolean): boolean {
  pair[1] = (pair[1] ?? 0) + 1;
  if (ok) pair[0] = (pair[0] ?? 0) + 1;
  return !ok;
}

/** Pairs what was found with gold, one to one: the most alike first where `likeness` tells, else in order of the text. */
function match<Mine extends Span, Theirs extends Span>(
  found: readonly Mine[],
  gold: readonly Theirs[],
  alike: (mine: Mine, theirs: Theirs) => boolean,
  counts: Counts,
  missed?: (span: Theirs) => void,
  extra?: (span: Mine) => void,
  likeness?: (mine: Mine, theirs: Theirs) => number,
): [Mine, Theirs][] {
  const open = new Set(gold.map((_, index) => index));
  const taken = new Map<number, number>();
  if (likeness === undefined)
    for (const [at, mine] of found.entries()) {
      for (const index of open) {
        if (!alike(mine, gold[index] as Theirs)) continue;
        open.delete(index);
        taken.set(at, index);
        break;
      }
    }
  else {
    const possible = found.flatMap((mine, at) =>
      gold.flatMap((theirs, index) => (alike(mine, theirs) ? [{ at, index, value: likeness(mine, theirs) }] : [])),
    );
    possible.sort((a, b) => b.value - a.value || a.at - b.at || a.index - b.index);
    for (const { at, index } of possible) {
      if (taken.has(at) || !open.has(index)) continue;
      open.delete(index);
      taken.set(at, index);
    }
  }
  const pairs: [Mine, Theirs][] = [];
  for (const [at, mine] of found.entries()) {
    const index = taken.get(at);
    if (index === undefined) {
      counts.extra++;
      extra?.(mine);
    } else {
      counts.hits++;
      pairs.push([mine, gold[index] as Theirs]);
    }
  }
  for (const index of open) {
    counts.missed++;
    missed?.(gold[index] as Theirs);
  }
  return pairs;
}
