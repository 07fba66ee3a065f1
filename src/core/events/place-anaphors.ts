import type { EventRules } from '../languages/event-rules.ts';
import type { Mention } from '../model/mention.ts';
import type { Token } from '../text/tokenise.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import type { Focus } from './document-focus.ts';
import { eventWordsOf } from './event-word.ts';
import { signOf } from './hit.ts';
import { type Point, tokenAt } from './place-points.ts';

/** Sentences back in which the place that a definite word stands for is looked for. */
const FAR = 12;

/** Letters from the start of a verb to its object. */
const OBJECT = 12;

/** Mentions by passage with what reading a definite word for a place needs. */
export interface PlaceContext {
  readonly text: TokenisedText;
  readonly rules: EventRules;
  readonly mentions: readonly (readonly Mention[])[];
  readonly focus: Focus;
  /** Offsets of mentions that are only the seat of a body. */
  readonly seats: ReadonlyMap<number, boolean>;
  /** The words of a passage that may stand for a place. */
  readonly pointing: (passage: number) => readonly Pointing[];
}

/** A word that may stand for a place of some kinds: الإقليم, المدينة. */
export interface Pointing {
  readonly token: Token;
  readonly kinds: readonly string[];
}

/** The words that may stand for a place, by passage; each passage is looked through once. */
export function pointingWords(text: TokenisedText, rules: EventRules): PlaceContext['pointing'] {
  const wordOf = eventWordsOf(rules);
  const found: Pointing[][] = [];
  const inPassage = (passage: number): Pointing[] => {
    const first = text.firstToken[passage] ?? 0;
    return text.tokens.slice(first, text.lastToken[passage] ?? first).flatMap((token) => {
      const kinds = token.type === 'word' ? wordOf(token).pointsTo : null;
      return kinds === null ? [] : [{ token, kinds }];
    });
  };
  return (passage) => (found[passage] ??= inPassage(passage));
}

/** الإقليم, المدينة: the last place of that kind that was named, one named with the same word before all others. */
export function anaphors(context: PlaceContext, passage: number, happens: boolean, trigger: number): Point[] {
  const { rules } = context;
  const points: Point[] = [];
  const here = context.mentions[passage] ?? [];
  for (const { token, kinds } of context.pointing(passage)) {
    // followed by its own name it is no anaphor: المدينة القديمة is, مدينة يفلاخ is not
    if (
      here.some((mention) => mention.start > token.end && mention.start - token.end <= 2 && mention.sense !== 'demonym')
    )
      continue;
    const found = lastOfKind(context, passage, token.start, kinds, nounOf(rules, token.folded));
    if (found === null) continue;
    // "In Nasiriyah, … near the building of the governorate": the sentence has told where it is
    if (found.passage !== passage && opensWithPlace(context, passage, token.start)) continue;
    // what is said of a country is seldom said of its ground, unless the verb is right by it: وصفت البلاد بأنها
    const object = token.start > trigger && token.start - trigger <= OBJECT;
    points.push({
      placeId: found.placeId,
      start: token.start,
      end: token.end,
      loose: !happens && !object && kinds.includes('country'),
    });
  }
  return points;
}

/** The noun of an anaphor, without article and particles. */
function nounOf(rules: EventRules, folded: string): string {
  for (const stem of rules.speech.stems(folded)) {
    const bare = rules.bare(stem);
    if (bare !== stem) return bare;
  }
  return rules.bare(folded);
}

/** Whether a literal place after a preposition opens the sentence, closed off by a comma. */
function opensWithPlace(context: PlaceContext, passage: number, before: number): boolean {
  const { text, rules } = context;
  const first = text.firstToken[passage] ?? 0;
  const head = (context.mentions[passage] ?? [])[0];
  if (head === undefined || head.sense !== 'literal' || head.placeId === null || head.end >= before) return false;
  const at = tokenAt(text, head.start);
  if (at - first > 2) return false;
  const opener = text.tokens[first]?.folded ?? '';
  if (!rules.speech.stems(opener).some((stem) => rules.placePrepositions.has(stem))) return false;
  const after = tokenAt(text, head.end - 1) + 1;
  return signOf(text, after) === '،' || signOf(text, after) === ',';
}

function lastOfKind(
  context: PlaceContext,
  passage: number,
  before: number,
  kinds: readonly string[],
  noun: string,
): { placeId: string; passage: number } | null {
  const { focus, text, rules } = context;
  if (focus.placeId !== null && focus.kind !== null && kinds.includes(focus.kind))
    return { placeId: focus.placeId, passage };
  let last: { placeId: string; passage: number } | null = null;
  for (let back = passage; back >= 0 && back >= passage - FAR; back--) {
    const list = context.mentions[back] ?? [];
    for (let index = list.length - 1; index >= 0; index--) {
      const mention = list[index];
      if (mention === undefined || mention.placeId === null || mention.start > before) continue;
      if (mention.sense === 'demonym' || mention.sense === 'embedded') continue;
      if (mention.kind === null || !kinds.includes(mention.kind)) continue;
      // مدينة الفاشر … المدينة: the town that was called a town
      const named = text.tokens[tokenAt(text, mention.start) - 1]?.folded ?? '';
      if (noun !== '' && rules.speech.stems(named).includes(noun)) return { placeId: mention.placeId, passage: back };
      if (last === null && !context.seats.has(mention.start)) last = { placeId: mention.placeId, passage: back };
    }
  }
  if (last !== null) return last;
  return kinds.includes('region') && focus.placeId !== null ? { placeId: focus.placeId, passage } : null;
}
