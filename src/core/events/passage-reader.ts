import type { EventRules } from '../languages/event-rules.ts';
import type { Claim } from '../model/claim.ts';
import type { Event } from '../model/event.ts';
import type { Span } from '../model/span.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import { again } from './again.ts';
import { isDeed, type Surroundings } from './assertion.ts';
import type { Cue } from './cue.ts';
import { PassageDates } from './dating.ts';
import { denials } from './denials.ts';
import type { Draft } from './draft.ts';
import { EventBuilder } from './event-builder.ts';
import { type Built, type EventSource, type PassageFacts, SPEECH } from './event-facts.ts';
import { eventWordsOf } from './event-word.ts';
import { type Hit, signOf } from './hit.ts';
import { findHits } from './hits.ts';
import { mergeHits } from './merge.ts';
import type { NameContext } from './names.ts';
import { tokenAt } from './place-points.ts';
import type { Setting } from './placing.ts';
import { spread } from './reach.ts';
import { speechActs } from './speech-acts.ts';
import { toldHits } from './told-hits.ts';

/** Reads the events of a document, passage by passage, in order. */
export class PassageReader {
  private readonly source: EventSource;
  private readonly text: TokenisedText;
  private readonly rules: EventRules;
  private readonly setting: Setting;
  private readonly context: NameContext;
  private readonly claims: readonly Claim[];
  private readonly builder: EventBuilder;
  private claimFrom = 0;

  constructor(source: EventSource) {
    this.source = source;
    this.text = source.text;
    this.rules = source.rules;
    this.setting = source.setting;
    this.context = source.context;
    this.claims = [...source.claims].sort((a, b) => a.start - b.start || b.end - a.end);
    this.builder = new EventBuilder(source);
  }

  read(index: number, cues: readonly Cue[]): Event[] {
    const { text, rules } = this;
    const passage = text.passages[index];
    if (passage === undefined) return [];
    const first = text.firstToken[index] ?? 0;
    const limit = text.lastToken[index] ?? first;
    while (this.claimFrom < this.claims.length && (this.claims[this.claimFrom]?.end ?? 0) < passage.start)
      this.claimFrom++;
    const claims: Claim[] = [];
    for (let at = this.claimFrom; at < this.claims.length && (this.claims[at]?.start ?? 0) < passage.end; at++) {
      const claim = this.claims[at];
      if (claim !== undefined && claim.end > passage.start) claims.push(claim);
    }
    const dates = this.setting.dates[index] ?? [];
    const dateTokens = tokensOf(text, dates, first, limit);
    const offset = (at: number) => text.tokens[at]?.start ?? passage.end;
    const hits = findHits(text, first, limit, rules, (at) => dateTokens.has(at));
    const around: Surroundings = {
      deeds: new Set(hits.filter((hit) => hit.use.form === 'noun' && isDeed(hit.trigger)).map((hit) => hit.at)),
      text,
      rules,
      first,
      limit,
      heading: passage.heading,
      dated: (from, to) =>
        dates.some(
          (date) =>
            date.type !== 'duration' &&
            date.start >= offset(from) &&
            date.start < (to >= limit ? passage.end : offset(to)),
        ),
      counted: (from, to) => {
        for (let at = from; at < to; at++)
          if (!dateTokens.has(at) && (text.tokens[at]?.type === 'number' || this.isNumber(at))) return true;
        return false;
      },
    };
    const { told, speech } = toldHits({ text, rules, context: this.context, cues, claims, around, hits });
    const happenings = mergeHits(text, told, rules);
    const drafts = spread(text, rules, index, first, limit, happenings, claims, cues, dateTokens);
    drafts.push(...denials(this.context, cues, drafts, claims));
    const acts = speechActs({
      text,
      rules,
      context: this.context,
      index,
      first,
      limit,
      cues,
      claims,
      drafts,
      nouns: speech,
    });
    // what someone only asks for is told by the demand
    const kept = drafts.filter(
      (draft) =>
        !(
          draft.factuality === 'possible' &&
          acts.some((act) => act.kind === 'demand' && act.first <= draft.first && act.last >= draft.last)
        ),
    );
    // laid mines are no blast
    const happened = kept.filter(
      (draft) => draft.kind !== 'landmine' || draft.hits.some((hit) => hit.trigger.weight !== 'background'),
    );
    const facts = this.facts(cues, new PassageDates(text, rules, dates, hits, cues, first, limit), dateTokens, hits);
    const built: Built[] = [];
    for (const draft of [...happened, ...acts].sort((a, b) => a.first - b.first || a.triggerAt - b.triggerAt)) {
      const event = this.builder.build(draft, facts, built);
      const finite = draft.trigger === null ? draft.use?.form === 'verb' : draft.trigger.use.form === 'verb';
      const within = draft.trigger !== null && !finite && this.within(draft);
      built.push({ draft, event, spreads: within ? 'all' : finite && !this.subordinate(draft) ? 'joined' : null });
    }
    const events = built.map((one) => one.event);
    events.push(...events.flatMap((one) => (SPEECH.has(one.kind) ? [] : again(this.source, one, dates))));
    events.splice(0, events.length, ...events.map((one) => withWordsOf(one, events)));
    this.builder.remember(events, index);
    return events;
  }

  private facts(
    cues: readonly Cue[],
    dates: PassageDates,
    dateTokens: ReadonlySet<number>,
    hits: readonly Hit[],
  ): PassageFacts {
    const { tokens } = this.text;
    const introductions: [number, number][] = [];
    for (const cue of cues) {
      if (cue.type === 'heading' || (cue.name === null && cue.type === 'bare')) continue;
      const from = tokens[Math.min(cue.start, cue.name?.first ?? cue.start)]?.start ?? 0;
      const named = cue.name?.last ?? cue.at + 1;
      const to = cue.type === 'source' || cue.type === 'bare' ? named : Math.max(cue.content, named);
      introductions.push([from, tokens[to - 1]?.end ?? from]);
    }
    const accusations = cues.filter((cue) => cue.verb?.act === 'accuse' && cue.content >= 0);
    return {
      dates,
      dateTokens,
      hits,
      introductions,
      accused: (at) => accusations.some((cue) => cue.content <= at),
    };
  }

  /** "in the war that …,": a noun that the rest of the sentence lies in. */
  private within(draft: Draft): boolean {
    const { text, rules } = this;
    return (
      signOf(text, draft.last) === '،' && rules.placePrepositions.has(text.tokens[draft.triggerAt - 1]?.folded ?? '')
    );
  }

  /** Told in a clause that only refers to it: بعد أن, التي. */
  private subordinate(draft: Draft): boolean {
    const { text, rules } = this;
    for (let at = draft.triggerAt - 1; at >= draft.triggerAt - 3 && at >= (text.firstToken[draft.passage] ?? 0); at--) {
      const folded = text.tokens[at]?.folded ?? '';
      if (rules.backgrounds.has(folded) || rules.speech.relatives.has(folded)) return true;
    }
    return false;
  }

  /** What can be said only when all is read. */
  finish(events: readonly Event[]): Event[] {
    return this.builder.finish(events);
  }

  private isNumber(at: number): boolean {
    const token = this.text.tokens[at];
    return token !== undefined && eventWordsOf(this.rules)(token).isNumber;
  }
}

/** The tokens of a passage that lie in spans. */
function tokensOf(text: TokenisedText, spans: readonly Span[], first: number, limit: number): ReadonlySet<number> {
  const inside = new Set<number>();
  for (const { start, end } of spans)
    for (let at = Math.max(first, tokenAt(text, start)); at < limit && (text.tokens[at]?.start ?? end) < end; at++)
      if ((text.tokens[at]?.end ?? 0) > start) inside.add(at);
  return inside;
}

/** A deed is also called what its accuser calls it in the same sentence. */
function withWordsOf(event: Event, events: readonly Event[]): Event {
  if (event.kind !== 'offensive' && event.kind !== 'attack') return event;
  const words = events
    .filter((one) => one.kind === 'accusation' && (event.speakerId === null || one.speakerId === event.speakerId))
    .flatMap((one) => one.framing);
  return words.length === 0 ? event : { ...event, framing: [...new Set([...event.framing, ...words])] };
}
