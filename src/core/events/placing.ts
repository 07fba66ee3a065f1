import type { StateOf } from '../gazetteer/seats.ts';
import type { EventRules } from '../languages/event-rules.ts';
import type { DateExpression } from '../model/date-expression.ts';
import type { EventKind, PlaceRole } from '../model/event.ts';
import type { Mention } from '../model/mention.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import { type Hit, signOf } from './hit.ts';

/** Share of the literal mentions that one place must have to be what the document is about. Chosen on the sample. */
const FOCUS_SHARE = 0.3;
const FOCUS_MIN = 3;

/** Kinds that are placed only by a place in their own clause. */
const UNPLACED: ReadonlySet<EventKind> = new Set(['negotiation', 'agreement', 'visit', 'sanction']);

/** Kinds in which people leave a place, which then is where it happens. */
const LEAVING: ReadonlySet<EventKind> = new Set(['territorial-change', 'displacement']);

/** Mentions and dates by passage, and what place the document is about. */
export class Setting {
  readonly mentions: readonly (readonly Mention[])[];
  readonly dates: readonly (readonly DateExpression[])[];
  readonly focus: string | null;
  private readonly focusKind: string | null;
  private readonly seats: ReadonlySet<number>;
  private readonly stateOf: StateOf;
  private readonly text: TokenisedText;
  private readonly rules: EventRules;

  constructor(
    text: TokenisedText,
    mentions: readonly Mention[],
    dates: readonly DateExpression[],
    rules: EventRules,
    seats: ReadonlySet<number>,
    stateOf: StateOf,
  ) {
    this.stateOf = stateOf;
    this.text = text;
    this.rules = rules;
    this.seats = seats;
    const byPassage: Mention[][] = text.passages.map(() => []);
    const datesBy: DateExpression[][] = text.passages.map(() => []);
    const passageAt = passageFinder(text);
    const counts = new Map<string, number>();
    let literal = 0;
    for (const mention of mentions) {
      byPassage[passageAt(mention.start)]?.push(mention);
      if (mention.placeId === null || mention.sense === 'demonym' || mention.sense === 'embedded') continue;
      if (mention.sense !== 'literal' && !(mention.sense === 'associative' && mention.kind !== 'country')) continue;
      literal++;
      counts.set(mention.placeId, (counts.get(mention.placeId) ?? 0) + 1);
    }
    for (const date of dates) datesBy[passageAt(date.start)]?.push(date);
    for (const list of byPassage) list.sort((a, b) => a.start - b.start);
    for (const list of datesBy) list.sort((a, b) => a.start - b.start);
    this.mentions = byPassage;
    this.dates = datesBy;
    let focus: string | null = null;
    let most = 0;
    for (const [place, count] of counts)
      if (count > most || (count === most && focus !== null && place < focus)) {
        focus = place;
        most = count;
      }
    this.focus = most >= FOCUS_MIN && most >= literal * FOCUS_SHARE ? focus : null;
    this.focusKind =
      mentions.find((mention) => mention.placeId !== null && mention.placeId === this.focus)?.kind ?? null;
  }

  /**
   * The place of a happening: a literal mention in its clause (after the trigger first), a definite word for a place named
   * before, where the people are whom it befell, the head of its sentence, what the document is about, the passage before.
   */
  locate(of: Located): { placeId: string | null; placeRole: PlaceRole | null } {
    const { happens, kind, trigger, start, end } = of;
    const role: PlaceRole = happens ? 'location' : 'topic';
    const list = this.mentions[of.passage] ?? [];
    const points: Point[] = [];
    for (const mention of list) {
      if (mention.placeId === null || mention.sense !== 'literal' || mention.kind === 'polity-historical') continue;
      if (this.seats.has(mention.start)) continue;
      // a demand's hearer and topic may stand in its introduction; where something happened does not
      if (happens && of.skip.some(([from, to]) => mention.start >= from && mention.end <= to)) continue;
      const loose = this.loose(mention, of);
      points.push({ placeId: mention.placeId, start: mention.start, end: mention.end, loose });
    }
    this.anaphors(of.passage, points, happens);
    const inside = points.filter((point) => point.start >= start && point.end <= end);
    // "in the region of X, battles raged near Y": the head of the sentence only frames it
    const framed = happens && inside.some((point) => this.frames(point, of));
    // a deed joined by a conjunction has its place after it; what stands before is of the deed before
    const conjoined = of.own[0]?.use.conjunction === true;
    const after =
      conjoined || framed
        ? inside.filter((point) => point.start > trigger && !(framed && !conjoined && point.loose))
        : [];
    const best = nearest(after.length > 0 ? after : inside, trigger);
    if (best !== null && (!best.loose || this.focus === null)) return { placeId: best.placeId, placeRole: role };
    // "the people of X": where the people are; what is said of a state's sovereignty is said of the state
    const owners: Point[] = [];
    for (const mention of list) {
      if (mention.placeId === null || mention.sense !== 'associative' || mention.kind === 'organisation-area') continue;
      if (mention.start < (happens ? start : of.content) || mention.end > end) continue;
      if (happens && (mention.kind === 'country' || this.stateOf(mention.placeId) !== mention.placeId)) continue;
      owners.push({ placeId: mention.placeId, start: mention.start, end: mention.end, loose: false });
    }
    const owner = nearest(owners, trigger);
    if (owner !== null) return { placeId: owner.placeId, placeRole: role };
    // talks may be held anywhere
    if (UNPLACED.has(kind))
      return kind === 'agreement' && of.last !== null
        ? { placeId: of.last, placeRole: role }
        : { placeId: null, placeRole: null };
    if (this.focus !== null) return { placeId: this.focus, placeRole: role };
    const head = nearest(
      points.filter((point) => !point.loose && point.end <= start),
      trigger,
    );
    // "to disperse thousands who had gathered before the parliament in Tbilisi"
    const tail = nearest(
      points.filter((point) => !point.loose && point.start >= end && !this.comma(end, point.start)),
      trigger,
    );
    if (tail !== null && happens) return { placeId: tail.placeId, placeRole: role };
    if (head !== null && happens) return { placeId: head.placeId, placeRole: role };
    if (best !== null) return { placeId: best.placeId, placeRole: role };
    if (happens && of.last !== null) return { placeId: of.last, placeRole: role };
    const earlier = happens && of.onSite ? this.earlier(of.passage) : null;
    if (earlier !== null) return { placeId: earlier, placeRole: role };
    return { placeId: null, placeRole: null };
  }

  /** Whether a comma lies between two offsets. */
  private comma(from: number, to: number): boolean {
    for (let at = tokenAt(this.text, from); (this.text.tokens[at]?.start ?? to) < to; at++) {
      const sign = signOf(this.text, at);
      if (sign === '،' || sign === ',') return true;
    }
    return false;
  }

  /** The place that the sentence before is about: a town before all else that it names. */
  private earlier(passage: number): string | null {
    for (let back = passage - 1; back >= 0 && back >= passage - EARLIER; back--) {
      const known = (this.mentions[back] ?? []).filter(
        (mention) => mention.sense === 'literal' && mention.placeId !== null && !this.seats.has(mention.start),
      );
      const town = known.find((mention) => mention.kind === 'city' || mention.kind === 'village') ?? known[0];
      if (town !== undefined) return town.placeId;
    }
    return null;
  }

  /** Whether a place opens the clause of a trigger and a comma follows it. */
  private frames(point: Point, of: Located): boolean {
    if (point.end > of.trigger || point.loose) return false;
    const at = tokenAt(this.text, point.end);
    for (let look = at; look <= at + 2; look++) {
      const token = this.text.tokens[look];
      if (token === undefined || token.start > of.trigger) return false;
      if (signOf(this.text, look) === '،' && token.start >= point.end) return true;
    }
    return false;
  }

  /** Whether a place before a trigger lies in a clause that a comma and a conjunction close before it. */
  private otherClause(mention: Mention, of: Located): boolean {
    if (mention.end > of.trigger) return false;
    for (let look = tokenAt(this.text, mention.end); (this.text.tokens[look]?.start ?? of.trigger) < of.trigger; look++)
      if (signOf(this.text, look) === '،' && this.rules.speech.breaks.has(this.text.tokens[look + 1]?.folded ?? ''))
        return true;
    return false;
  }

  /** Whether a stretch names no other place. */
  staysAt(placeId: string | null, passage: number, start: number, end: number): boolean {
    return (this.mentions[passage] ?? []).every(
      (mention) =>
        mention.sense !== 'literal' ||
        mention.start < start ||
        mention.end > end ||
        mention.placeId === null ||
        mention.placeId === placeId,
    );
  }

  /** Where something was said, when the sentence opens with it: في جنيف، أدانت … */
  venue(passage: number, trigger: number): { placeId: string; placeRole: PlaceRole } | null {
    for (const mention of this.mentions[passage] ?? []) {
      if (mention.sense !== 'literal' || mention.placeId === null || mention.end > trigger) continue;
      if (/^\s*[،,]\s*$/u.test(this.text.text.slice(mention.end, trigger)))
        return { placeId: mention.placeId, placeRole: 'location' };
    }
    return null;
  }

  /** "with X", "from X", "after the invasion of X", "because of what X does": places that a happening only touches. */
  private loose(mention: Mention, of: Located): boolean {
    const { tokens } = this.text;
    const { loosely } = this.rules.context;
    const at = tokenAt(this.text, mention.start);
    const before = tokens[at - 1]?.folded ?? '';
    // between X and Y
    if (
      mention.start > (tokens[at]?.start ?? 0) &&
      loosely.has(tokens[at - 2]?.folded ?? '') &&
      tokens[at - 1]?.type === 'word'
    )
      return !LEAVING.has(of.kind);
    // one leaves a place where one was: انسحاب من, نزح من … باتجاه
    if (of.kind === 'displacement' && this.rules.context.towards.has(before)) return true;
    if (loosely.has(before)) return !LEAVING.has(of.kind) || mention.start < of.trigger;
    // what another clause of the sentence names
    if (this.otherClause(mention, of)) return true;
    // the place of something else that is only named: بعد غزو أوكرانيا
    for (const hit of of.hits)
      if (
        hit.use.form === 'noun' &&
        !of.own.includes(hit) &&
        hit.last <= at &&
        at - hit.last <= 1 &&
        this.rules.backgrounds.has(tokens[hit.at - 1]?.folded ?? '')
      )
        return true;
    if (mention.start < of.trigger) return false;
    const { reasons, since, beforeAfter } = this.rules.context;
    for (let look = at - 1; look >= 0 && (tokens[look]?.start ?? 0) > of.trigger; look--) {
      const folded = tokens[look]?.folded ?? '';
      if (reasons.has(folded) || since.has(folded) || beforeAfter.has(folded)) return true;
    }
    return false;
  }

  /** الإقليم, المدينة: the last place of that kind that was named. */
  private anaphors(passage: number, points: Point[], happens: boolean): void {
    if (this.rules.placeAnaphors.size === 0) return;
    const first = this.text.firstToken[passage] ?? 0;
    const limit = this.text.lastToken[passage] ?? first;
    for (let at = first; at < limit; at++) {
      const token = this.text.tokens[at];
      if (token?.type !== 'word') continue;
      const kinds = this.rules.placeAnaphors.get(token.folded);
      if (kinds === undefined) continue;
      // followed by its own name it is no anaphor: المدينة القديمة is, مدينة يفلاخ is not
      if (
        (this.mentions[passage] ?? []).some(
          (mention) => mention.start > token.end && mention.start - token.end <= 2 && mention.sense !== 'demonym',
        )
      )
        continue;
      const placeId = this.lastOfKind(passage, token.start, kinds);
      // what is said of a country is seldom said of its ground
      if (placeId !== null)
        points.push({ placeId, start: token.start, end: token.end, loose: !happens && kinds.includes('country') });
    }
  }

  private lastOfKind(passage: number, before: number, kinds: readonly string[]): string | null {
    if (this.focusKind !== null && kinds.includes(this.focusKind)) return this.focus;
    for (let back = passage; back >= 0 && back >= passage - 12; back--) {
      const list = this.mentions[back] ?? [];
      for (let index = list.length - 1; index >= 0; index--) {
        const mention = list[index];
        if (
          mention === undefined ||
          mention.placeId === null ||
          mention.start > before ||
          mention.sense === 'demonym' ||
          mention.sense === 'embedded' ||
          this.seats.has(mention.start)
        )
          continue;
        if (mention.kind !== null && kinds.includes(mention.kind)) return mention.placeId;
      }
    }
    return kinds.includes('region') ? this.focus : null;
  }
}

/** Sentences back in which the place of a deed without its own is looked for. */
const EARLIER = 2;

/** What is to be placed. Offsets. */
export interface Located {
  /** Whether it is done on the ground, so that it follows on from what was told of the place before. */
  readonly onSite: boolean;
  readonly passage: number;
  readonly trigger: number;
  readonly start: number;
  readonly end: number;
  /** For speech: where what is said begins. */
  readonly content: number;
  readonly happens: boolean;
  readonly kind: EventKind;
  /** Where the same sort of thing was last told to have happened, near before. */
  readonly last: string | null;
  readonly skip: readonly (readonly [number, number])[];
  readonly hits: readonly Hit[];
  readonly own: readonly Hit[];
}

/** The token that holds an offset, by bisection. */
function tokenAt(text: TokenisedText, offset: number): number {
  let low = 0;
  let high = text.tokens.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((text.tokens[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

interface Point {
  readonly placeId: string;
  readonly start: number;
  readonly end: number;
  readonly loose: boolean;
}

/** What a loose place must be nearer by to win, in characters. */
const LOOSE = 80;

/** The place nearest to the trigger; one after it counts as nearer than one before it. */
function nearest(points: readonly Point[], trigger: number): Point | null {
  let best: Point | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const point of points) {
    const gap =
      (point.start >= trigger ? point.start - trigger : (trigger - point.end) * 1.5 + 10) + (point.loose ? LOOSE : 0);
    if (gap < least) {
      least = gap;
      best = point;
    }
  }
  return best;
}

export function passageFinder(text: TokenisedText): (offset: number) => number {
  return (offset) => {
    let low = 0;
    let high = text.passages.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((text.passages[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
}
