import type { EventRules } from '../languages/event-rules.ts';
import type { DateExpression } from '../model/date-expression.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import type { Cue } from './cue.ts';
import type { Draft } from './draft.ts';
import { type Hit, isHard, signOf } from './hit.ts';

/** Words between a noun and the date of its attribute: وقف إطلاق النار [المبرم في] نوفمبر. */
const ATTRIBUTE = 4;
/** Letters of a preposition or "day" before the date that opens what is said: في تموز, يوم الخميس. */
const LEAD_IN = 6;
/** How far back the word that opens a "since" or "after" clause is looked for. */
const CLAUSE = 14;

/** A date that can date something, with what it belongs to. */
interface Dated {
  readonly date: DateExpression;
  readonly edtf: string;
  readonly first: number;
  /** The noun that it dates: هجوم الثلاثاء, وقف إطلاق النار المبرم في نوفمبر. */
  readonly noun: Hit | null;
  /** The speech that it dates: قال الثلاثاء إن. */
  readonly speech: Cue | null;
  /** `since`: from then on; `aside`: before or after it. */
  readonly turn: 'on' | 'since' | 'aside';
  /** The word that says so. */
  readonly turnAt: number;
}

/** Which date of a passage dates which of its happenings. */
export class PassageDates {
  private readonly dated: Dated[] = [];
  /** Durations that lead to a happening: بعد أشهر من المفاوضات. */
  private readonly durations: { readonly last: number; readonly start: number }[] = [];
  /** First finite verb: a date before it dates the sentence. */
  private readonly firstVerb: number;
  private readonly text: TokenisedText;
  private readonly rules: EventRules;

  constructor(
    text: TokenisedText,
    rules: EventRules,
    dates: readonly DateExpression[],
    hits: readonly Hit[],
    cues: readonly Cue[],
    first: number,
    limit: number,
  ) {
    this.text = text;
    this.rules = rules;
    let verb = limit;
    for (const hit of hits) if (hit.use.form === 'verb') verb = Math.min(verb, hit.at);
    for (const cue of cues) if (cue.use?.form === 'verb') verb = Math.min(verb, cue.at);
    this.firstVerb = verb;
    let at = first;
    for (const date of dates) {
      while (at < limit && (text.tokens[at]?.end ?? 0) <= date.start) at++;
      let last = at;
      while (last < limit && (text.tokens[last]?.start ?? 0) < date.end) last++;
      if (date.type === 'duration') this.durations.push({ last, start: at });
      if (date.type === 'duration' || date.edtf === null) continue;
      this.dated.push({
        date,
        edtf: date.edtf.replace(/\/\.\.$/, ''),
        first: at,
        noun: nounBefore(text, rules, hits, at, first),
        speech:
          cues.find(
            (cue) =>
              cue.verb !== null &&
              cue.verb.act !== 'demand' &&
              cue.type !== 'after' &&
              cue.start <= at &&
              at < (cue.type === 'source' ? (cue.name?.last ?? cue.at) + 2 : cue.content),
          ) ?? null,
        ...turnOf(text, rules, at, first),
      });
    }
  }

  /** The date of a happening by the words of its passage: that of its own noun, in its clause, at the head of the sentence. */
  choose(draft: Draft, start: number, end: number, trigger: number): string | null {
    const of = (list: readonly Dated[]) => nearest(list, trigger)?.edtf ?? null;
    const own = of(this.dated.filter((one) => one.noun !== null && draft.hits.includes(one.noun)));
    if (own !== null) return own;
    const usable = this.dated.filter(
      (one) =>
        one.noun === null &&
        // "since the conflict of 2020": the date of the conflict
        (one.turn === 'on' || (one.turnAt < draft.triggerAt && draft.triggerAt < one.first)) &&
        (one.speech === null || !completed(draft)),
    );
    // "lost in a war of the nineties": the date of what it happened in
    const opens = this.rules.placePrepositions.has(this.text.tokens[draft.last - 1]?.folded ?? '');
    const inside = of(
      usable.filter(
        (one) => one.date.start >= start && (one.date.end <= end || (opens && one.first - draft.last <= CLAUSE)),
      ),
    );
    if (inside !== null) return inside;
    const before = usable.filter((one) => one.date.end <= start);
    const speech = before.filter((one) => one.speech !== null);
    if (speech.length > 0 && draft.claim !== null) return of(speech);
    return this.broken(draft.triggerAt) ? null : of(before.filter((one) => one.first < this.firstVerb));
  }

  /** Whether the sentence takes a turn before a token: إلا أن, لكن, فيما. */
  private broken(at: number): boolean {
    for (let look = this.firstVerb; look < at; look++) {
      const token = this.text.tokens[look];
      if (
        token?.type === 'word' &&
        (this.rules.speech.breaks.has(token.folded) || this.rules.clauseOpeners.has(token.folded)) &&
        signOf(this.text, look - 1) === '،'
      )
        return true;
    }
    return false;
  }

  /** The date of an act of speech: one that stands before what is said, after nothing else that happened. */
  chooseSpeech(start: number, content: number, trigger: number): string | null {
    let until = content;
    for (const one of this.dated)
      if (one.date.start >= content - 1 && one.date.start - content <= LEAD_IN) until = Math.max(until, one.date.end);
    const usable = this.dated.filter((one) => one.noun === null && one.turn !== 'aside' && one.date.end <= until);
    const inside = nearest(
      usable.filter((one) => one.date.start >= start),
      trigger,
    );
    if (inside !== null) return inside.edtf;
    return (
      nearest(
        usable.filter((one) => one.first < this.firstVerb),
        trigger,
      )?.edtf ?? null
    );
  }

  /** Whether a date of its speech stands before a happening: the report is dated, what it reports is not. */
  saidOn(draft: Draft, start: number, end: number): boolean {
    return this.dated.some(
      (one) =>
        one.speech !== null &&
        draft.claim !== null &&
        (one.date.end <= start || one.date.start >= end || (one.date.start >= start && one.date.end <= end)),
    );
  }

  /** The day of the sentence's speech, when there is one. */
  said(): string | null {
    return this.dated.find((one) => one.speech !== null)?.edtf ?? null;
  }

  /** The date from which on something went on: منذ السادس من مايو, ومنذ الحرب عام 2020. */
  since(start: number, end: number): string | null {
    for (const one of this.dated)
      if (one.turn === 'since' && ((one.date.start >= start && one.date.end <= end) || one.first < this.firstVerb))
        return one.edtf;
    return null;
  }

  /** Whether months or weeks lead up to this trigger: بعد أشهر من المفاوضات. */
  ledUpTo(at: number): boolean {
    return this.durations.some((one) => at - one.last >= 0 && at - one.last <= 2);
  }
}

/** What is told as done, not as planned or going on. */
function completed(draft: Draft): boolean {
  const use = draft.trigger?.use;
  if (use === undefined) return true;
  if (use.form === 'verb') return use.past;
  return draft.trigger?.trigger.weight === 'toll' || draft.kind === 'territorial-change';
}

/** The noun of an event that a date stands right by. */
function nounBefore(
  text: TokenisedText,
  rules: EventRules,
  hits: readonly Hit[],
  at: number,
  first: number,
): Hit | null {
  let back = at - 1;
  let attributes = 0;
  for (let steps = 0; back >= first && steps <= ATTRIBUTE; steps++, back--) {
    const hit = hits.find((one) => one.last === back + 1 && one.use.form === 'noun');
    if (hit !== undefined) return steps === 0 || attributes > 0 ? hit : null;
    const token = text.tokens[back];
    if (token === undefined || isHard(text, back)) return null;
    if (token.type === 'sign') continue;
    if (rules.context.attribute(token.folded)) attributes++;
    else if (!rules.speech.nameEnds.has(token.folded) && !rules.context.dateLinks.has(token.folded)) return null;
  }
  return null;
}

function turnOf(
  text: TokenisedText,
  rules: EventRules,
  at: number,
  first: number,
): { readonly turn: Dated['turn']; readonly turnAt: number } {
  const { context } = rules;
  for (let back = at - 1; back >= first && back >= at - CLAUSE; back--) {
    const token = text.tokens[back];
    if (token === undefined || isHard(text, back)) break;
    if (token.type !== 'word') continue;
    if (context.since.has(token.folded)) return { turn: 'since', turnAt: back };
    if (
      context.beforeAfter.has(token.folded) &&
      (back === at - 1 || context.subjunctive.has(text.tokens[back + 1]?.folded ?? ''))
    )
      return { turn: 'aside', turnAt: back };
    if (rules.triggers.find(token.folded).some((found) => found.use.form === 'verb' && found.use.conjunction)) break;
  }
  return { turn: 'on', turnAt: at };
}

function nearest(dates: readonly Dated[], trigger: number): Dated | null {
  let best: Dated | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const one of dates) {
    const gap = one.date.start >= trigger ? one.date.start - trigger : (trigger - one.date.end) * 1.5;
    if (gap < least) {
      least = gap;
      best = one;
    }
  }
  return best;
}
