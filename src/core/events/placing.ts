import type { EventRules } from '../languages/event-rules.ts';
import type { DateExpression } from '../model/date-expression.ts';
import type { EventKind, PlaceRole } from '../model/event.ts';
import type { Mention } from '../model/mention.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';

/** Share of the literal mentions that one place must have to be what the document is about. Chosen on the sample. */
const FOCUS_SHARE = 0.3;
const FOCUS_MIN = 3;

/** Kinds that are placed only by a place in their own clause. */
const UNPLACED: ReadonlySet<EventKind> = new Set(['negotiation', 'agreement', 'visit', 'sanction']);

/** Mentions and dates by passage, and what place the document is about. */
export class Setting {
  readonly mentions: readonly (readonly Mention[])[];
  readonly dates: readonly (readonly DateExpression[])[];
  readonly focus: string | null;
  private readonly seats: ReadonlySet<number>;
  private readonly text: TokenisedText;
  private readonly rules: EventRules;

  constructor(
    text: TokenisedText,
    mentions: readonly Mention[],
    dates: readonly DateExpression[],
    rules: EventRules,
    seats: ReadonlySet<number>,
  ) {
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
  }

  /**
   * The place of a happening: a literal mention in its clause (after the trigger first), in its passage, a definite word
   * for a place named before, the passage before, what the document is about.
   */
  locate(
    passage: number,
    trigger: number,
    start: number,
    end: number,
    happens: boolean,
    kind: EventKind,
    last: string | null,
  ): { placeId: string | null; placeRole: PlaceRole | null } {
    const list = (this.mentions[passage] ?? []).filter(
      (mention) => mention.placeId !== null && !this.seats.has(mention.start),
    );
    const role: PlaceRole = happens ? 'location' : 'topic';
    const points: Point[] = list
      .filter((mention) => mention.sense === 'literal' && mention.kind !== 'polity-historical')
      .map((mention) => ({
        placeId: mention.placeId as string,
        start: mention.start,
        end: mention.end,
        loose:
          this.loose(mention) ||
          /\s(?:بسبب|جراء|نتيجة|إثر)\s/u.test(
            mention.start > trigger ? this.text.text.slice(trigger, mention.start) : '',
          ),
      }));
    points.push(...this.anaphors(passage));
    const best = nearest(
      points.filter((point) => point.start >= start && point.end <= end),
      trigger,
    );
    if (best !== null && (!best.loose || !happens || this.focus === null))
      return { placeId: best.placeId, placeRole: role };
    // "the people of X": where the people are
    const people = list
      .filter(
        (mention) =>
          mention.sense === 'associative' &&
          mention.start >= start &&
          mention.end <= end &&
          mention.kind !== 'country' &&
          mention.kind !== 'organisation-area',
      )
      .map((mention) => ({ placeId: mention.placeId as string, start: mention.start, end: mention.end, loose: false }));
    const owner = nearest(people, trigger);
    if (happens && owner !== null) return { placeId: owner.placeId, placeRole: role };
    const near = nearest(
      points.filter((point) => !point.loose),
      trigger,
    );
    if (near !== null && this.focus === null) return { placeId: near.placeId, placeRole: role };
    // talks may be held anywhere, or by telephone
    if (UNPLACED.has(kind)) return { placeId: null, placeRole: null };
    if (this.focus !== null) return { placeId: this.focus, placeRole: role };
    if (best !== null) return { placeId: best.placeId, placeRole: role };
    if (happens && last !== null) return { placeId: last, placeRole: role };
    return { placeId: null, placeRole: null };
  }

  /** Where something was said, when the sentence opens with it: في جنيف، أدانت … */
  venue(passage: number, trigger: number): { placeId: string; placeRole: PlaceRole } | null {
    for (const mention of this.mentions[passage] ?? []) {
      if (mention.sense !== 'literal' || mention.placeId === null || mention.end > trigger) continue;
      const between = this.text.text.slice(mention.end, trigger);
      if (/^\s*،\s*$/u.test(between)) return { placeId: mention.placeId, placeRole: 'location' };
    }
    return null;
  }

  /** "with X", "from X", "between X and Y": places that a happening only touches. */
  private loose(mention: Mention): boolean {
    const before = this.text.text.slice(Math.max(0, mention.start - 8), mention.start).trimEnd();
    return /(?:^|\s)(?:مع|من|بين|عن|ضد|و)$/u.test(before) || /\s(?:مع|من|بين)\s+\S*$/u.test(` ${before}`);
  }

  /** الإقليم, المدينة: the last place of that kind that was named. */
  private anaphors(passage: number): Point[] {
    const points: Point[] = [];
    const first = this.text.firstToken[passage] ?? 0;
    const limit = this.text.lastToken[passage] ?? first;
    for (let at = first; at < limit; at++) {
      const token = this.text.tokens[at];
      if (token?.type !== 'word' || !token.folded.includes('ال')) continue;
      const kinds =
        this.rules.placeAnaphors.get(token.folded) ??
        (/^[بلوف]/u.test(token.folded) ? this.rules.placeAnaphors.get(token.folded.slice(1)) : undefined);
      if (kinds === undefined) continue;
      // followed by its own name it is no anaphor: المدينة القديمة is, مدينة يفلاخ is not
      if (
        (this.mentions[passage] ?? []).some(
          (mention) => mention.start > token.end && mention.start - token.end <= 2 && mention.sense === 'literal',
        )
      )
        continue;
      const placeId = this.lastOfKind(passage, token.start, kinds);
      if (placeId !== null) points.push({ placeId, start: token.start, end: token.end, loose: false });
    }
    return points;
  }

  private lastOfKind(passage: number, before: number, kinds: readonly string[]): string | null {
    for (let back = passage; back >= 0 && back >= passage - 12; back--) {
      const list = this.mentions[back] ?? [];
      for (let index = list.length - 1; index >= 0; index--) {
        const mention = list[index];
        if (
          mention === undefined ||
          mention.placeId === null ||
          mention.start > before ||
          mention.sense === 'demonym' ||
          mention.sense === 'embedded'
        )
          continue;
        if (mention.kind !== null && kinds.includes(mention.kind)) return mention.placeId;
      }
    }
    return kinds.includes('region') ? this.focus : null;
  }
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
