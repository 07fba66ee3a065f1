import type { HomeOf, StateOf } from '../gazetteer/seats.ts';
import type { EventRules } from '../languages/event-rules.ts';
import type { DateExpression } from '../model/date-expression.ts';
import type { EventKind, PlaceRole } from '../model/event.ts';
import type { Mention } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import { datelineOf } from './dateline.ts';
import { type Focus, focusOf } from './document-focus.ts';
import { eventWordsOf } from './event-word.ts';
import { isHarm } from './families.ts';
import { signOf } from './hit.ts';
import { anaphors, type PlaceContext, pointingWords } from './place-anaphors.ts';
import { isGoal, isInside, liesIn, listFrom, opens } from './place-chains.ts';
import { type Located, nearest, type Point, passageFinder, tokenAt } from './place-points.ts';

/** Kinds that are placed only by a place in their own clause. */
const UNPLACED: ReadonlySet<EventKind> = new Set(['negotiation', 'agreement', 'visit', 'sanction']);

/** Kinds of place that a row of towns may be told for. */
const PARTS: ReadonlySet<string> = new Set(['region', 'state', 'district']);

/** Kinds in which people leave a place, which then is where it happens. */
const LEAVING: ReadonlySet<EventKind> = new Set(['territorial-change', 'displacement']);

/** Mentions and dates by passage, and what place the document is about. */
export class Setting {
  readonly mentions: readonly (readonly Mention[])[];
  readonly dates: readonly (readonly DateExpression[])[];
  readonly focus: Focus;
  /** The place of the dateline, for what the report opens with and does not place. */
  private readonly written: { readonly placeId: string; readonly passage: number } | null;
  /** Offsets of places in names that tell where someone sits, and whether it is people (محتجون في المكلا). */
  readonly seats: ReadonlyMap<number, boolean>;
  private readonly stateOf: StateOf;
  private readonly passageAt: (offset: number) => number;
  readonly pointing: PlaceContext['pointing'];
  readonly text: TokenisedText;
  readonly rules: EventRules;

  constructor(
    text: TokenisedText,
    mentions: readonly Mention[],
    dates: readonly DateExpression[],
    rules: EventRules,
    seats: ReadonlyMap<number, boolean>,
    stateOf: StateOf,
    homeOf: HomeOf,
  ) {
    this.stateOf = stateOf;
    this.text = text;
    this.rules = rules;
    this.pointing = pointingWords(text, rules);
    this.seats = seats;
    const dateline = datelineOf(text, mentions);
    const within = (mention: Mention) =>
      dateline !== null && mention.start >= dateline.start && mention.end <= dateline.end;
    const told = mentions.filter((mention) => !within(mention));
    const byPassage: Mention[][] = text.passages.map(() => []);
    const datesBy: DateExpression[][] = text.passages.map(() => []);
    const passageAt = passageFinder(text);
    this.passageAt = passageAt;
    for (const mention of told) byPassage[passageAt(mention.start)]?.push(mention);
    for (const date of dates) datesBy[passageAt(date.start)]?.push(date);
    for (const list of [...byPassage, ...datesBy]) if (list.length > 1) list.sort((a, b) => a.start - b.start);
    this.mentions = byPassage;
    this.dates = datesBy;
    this.focus = focusOf(told, homeOf);
    const place = mentions.find(within)?.placeId ?? null;
    this.written = place === null || dateline === null ? null : { placeId: place, passage: passageAt(dateline.start) };
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
    // "protesters in Mukalla gathered": where those are who do it, if the clause names no other place
    const seated: Point[] = [];
    for (const [index, mention] of list.entries()) {
      if (mention.placeId === null || mention.sense !== 'literal' || mention.kind === 'polity-historical') continue;
      const people = this.seats.get(mention.start);
      if (people === false || (people && !happens)) continue;
      // a demand's hearer and topic may stand in its introduction; where something happened does not
      if (happens && of.skip.some(([from, to]) => mention.start >= from && mention.end <= to)) continue;
      const loose = this.loose(mention, of) || liesIn(this, list, index);
      const goal = loose && isGoal(this, mention);
      const part = mention.kind !== null && PARTS.has(mention.kind);
      (people ? seated : points).push({
        placeId: mention.placeId,
        start: mention.start,
        end: mention.end,
        loose,
        goal,
        part,
      });
    }
    points.push(...anaphors(this, of.passage, happens, trigger));
    const inside = points.filter((point) => point.start >= start && point.end <= end);
    // "in the region of X, battles raged near Y": the head of the sentence only frames it
    const framed = happens && inside.some((point) => this.frames(point, of));
    // a deed joined by a conjunction has its place after it; what stands before is of the deed before
    const conjoined = of.own[0]?.use.conjunction === true;
    const after =
      conjoined || framed
        ? inside.filter((point) => point.start > trigger && !(framed && !conjoined && point.loose))
        : [];
    // what is signed or talked over is held where "in" says
    const held = UNPLACED.has(kind)
      ? inside.filter((point) => point.start > trigger && !point.loose && isInside(this, point))
      : [];
    const best = this.ofList(nearest(held.length > 0 ? held : after.length > 0 ? after : inside, trigger), points, of);
    const follows = happens && of.onSite && of.last !== null;
    // "in X three were killed in the village of Y": what opens the sentence only frames it
    const closer =
      happens && isHarm(kind) && best !== null && !best.loose && opens(this.text, best, of)
        ? nearest(
            inside.filter((point) => point.start > trigger && !point.loose),
            trigger,
          )
        : null;
    if (closer !== null) return { placeId: closer.placeId, placeRole: role };
    if (of.denied && of.referred !== null) return { placeId: of.referred, placeRole: role };
    if (best !== null && (!best.loose || (this.focus.placeId === null && !follows)))
      return { placeId: best.placeId, placeRole: role };
    const seat = nearest(
      seated.filter((point) => point.start >= start && point.end <= end),
      trigger,
    );
    if (seat !== null) return { placeId: seat.placeId, placeRole: role };
    if (of.referred !== null) return { placeId: of.referred, placeRole: role };
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
    // a person or a body is punished for what is told of its country
    if (kind === 'sanction' && this.focus.home !== null) return { placeId: this.focus.home, placeRole: 'topic' };
    // talks may be held anywhere
    if (UNPLACED.has(kind))
      return kind === 'agreement' && of.last !== null
        ? { placeId: of.last, placeRole: role }
        : { placeId: null, placeRole: null };
    if (this.focus.placeId !== null) return { placeId: this.focus.placeId, placeRole: role };
    if (of.total && this.focus.home !== null) return { placeId: this.focus.home, placeRole: role };
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
    // where those who fled went is not where they were
    if (best !== null && !(follows && best.goal)) return { placeId: best.placeId, placeRole: role };
    if (happens && of.last !== null) return { placeId: of.last, placeRole: role };
    const earlier = happens && of.onSite ? this.earlier(of.passage) : null;
    if (earlier !== null) return { placeId: earlier, placeRole: role };
    if (happens && of.onSite && this.written?.passage === of.passage)
      return { placeId: this.written.placeId, placeRole: role };
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

  /** Of a list of places the one around them, where the sentence names it: في قطاع كذا، سلمت أربع قرى هي …, … في ريف حماة. */
  private ofList(best: Point | null, points: readonly Point[], of: Located): Point | null {
    if (best === null || best.start < of.trigger) return best;
    const list = listFrom(this, points, best);
    if (list === null) return best;
    return (
      (list.around !== null && list.around.end <= of.end ? list.around : points.find((one) => this.frames(one, of))) ??
      best
    );
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

  /** Where a speaker sits, by the name: a place that the name has (الديوان الملكي في الرباط), or the state that it is (أنقرة). */
  seatIn(speaker: Span): string | null {
    for (const { placeId, sense, start, end } of this.mentions[this.passageAt(speaker.start)] ?? []) {
      if (placeId === null || start < speaker.start || end > speaker.end) continue;
      if (sense === 'literal') return placeId;
      if (sense === 'metonymic' && start === speaker.start && end === speaker.end) return this.stateOf(placeId);
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
    const wordOf = eventWordsOf(this.rules);
    return tokens.slice(tokenAt(this.text, of.trigger) + 1, at).some((token) => wordOf(token).turns);
  }
}

/** Sentences back in which the place of a deed without its own is looked for. */
const EARLIER = 2;
