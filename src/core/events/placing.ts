import type { EventRules } from '../languages/event-rules.ts';
import type { DateExpression } from '../model/date-expression.ts';
import type { PlaceRole } from '../model/event.ts';
import type { Mention } from '../model/mention.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';

/** Share of the literal mentions that one place must have to be what the document is about. Chosen on the sample. */
const FOCUS_SHARE = 0.3;
const FOCUS_MIN = 3;

/** Mentions and dates by passage, and what place the document is about. */
export class Setting {
  readonly mentions: readonly (readonly Mention[])[];
  readonly dates: readonly (readonly DateExpression[])[];
  readonly focus: string | null;
  private readonly text: TokenisedText;
  private readonly rules: EventRules;

  constructor(text: TokenisedText, mentions: readonly Mention[], dates: readonly DateExpression[], rules: EventRules) {
    this.text = text;
    this.rules = rules;
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
    last: string | null,
  ): { placeId: string | null; placeRole: PlaceRole | null } {
    const list = (this.mentions[passage] ?? []).filter((mention) => mention.placeId !== null);
    const literal = list.filter((mention) => mention.sense === 'literal');
    const role: PlaceRole = happens ? 'location' : 'topic';
    const inside = literal.filter((mention) => mention.start >= start && mention.end <= end);
    const best = nearest(inside, trigger, this.text.text);
    if (best !== null) return { placeId: best.placeId, placeRole: role };
    // "the people of X", "the forces in X": where the people are
    const people = list.filter(
      (mention) =>
        mention.sense === 'associative' &&
        mention.start >= start &&
        mention.end <= end &&
        mention.kind !== 'country' &&
        mention.kind !== 'organisation-area',
    );
    const anaphor = this.anaphor(passage, start, end);
    if (anaphor !== null) return { placeId: anaphor, placeRole: role };
    if (happens && people.length > 0)
      return { placeId: nearest(people, trigger, this.text.text)?.placeId ?? null, placeRole: role };
    const near = nearest(literal, trigger, this.text.text);
    if (near !== null && happens) return { placeId: near.placeId, placeRole: role };
    if (near !== null) return { placeId: near.placeId, placeRole: 'topic' };
    if (this.focus !== null) return { placeId: this.focus, placeRole: role };
    if (happens && last !== null) return { placeId: last, placeRole: role };
    return { placeId: null, placeRole: null };
  }

  /** الإقليم, المدينة: the last place of that kind that was named. */
  private anaphor(passage: number, start: number, end: number): string | null {
    const first = this.text.firstToken[passage] ?? 0;
    const limit = this.text.lastToken[passage] ?? first;
    for (let at = first; at < limit; at++) {
      const token = this.text.tokens[at];
      if (token === undefined || token.start < start || token.end > end) continue;
      const kinds =
        this.rules.placeAnaphors.get(token.folded) ??
        (/^[بلوف]/u.test(token.folded) ? this.rules.placeAnaphors.get(token.folded.slice(1)) : undefined);
      if (kinds === undefined || !token.folded.includes('ال')) continue;
      for (let back = passage; back >= 0 && back >= passage - 12; back--) {
        const list = this.mentions[back] ?? [];
        for (let index = list.length - 1; index >= 0; index--) {
          const mention = list[index];
          if (
            mention === undefined ||
            mention.placeId === null ||
            mention.start > token.start ||
            mention.sense === 'demonym' ||
            mention.sense === 'embedded'
          )
            continue;
          if (mention.kind !== null && kinds.includes(mention.kind)) return mention.placeId;
        }
      }
      if (this.focus !== null && kinds.includes('region')) return this.focus;
    }
    return null;
  }
}

/** The mention nearest to the trigger; one after it counts as nearer than one before it. */
function nearest(mentions: readonly Mention[], trigger: number, text: string): Mention | null {
  let best: Mention | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const mention of mentions) {
    const gap = mention.start >= trigger ? mention.start - trigger : (trigger - mention.end) * 1.5 + 10;
    // a narrower place follows a wider one or stands before it: في مدينة X في Y; the first named is the narrower
    if (gap < least) {
      least = gap;
      best = mention;
    }
  }
  void text;
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
