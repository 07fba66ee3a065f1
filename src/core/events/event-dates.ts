import type { EventRules } from '../languages/event-rules.ts';
import type { Event, EventKind } from '../model/event.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import type { Draft } from './draft.ts';
import { isPluperfect, joined, pointsBack } from './draft-time.ts';
import { type Built, type EventSource, type PassageFacts, SPEECH } from './event-facts.ts';
import { isHarm, kindFamily } from './families.ts';
import type { Setting } from './placing.ts';
import type { ToldDates } from './told-dates.ts';

/** So many sentences at the head of a report tell the news of its day. */
const LEAD = 1;
/** Deeds of which an operation is made. */
const OPERATIONAL: ReadonlySet<EventKind> = new Set([
  'shelling',
  'attack',
  'casualties',
  'territorial-change',
  'displacement',
]);

/** Kinds that go on or are repeated: "since May" dates them. */
const LASTING: ReadonlySet<EventKind> = new Set([
  'displacement',
  'blockade',
  'protest',
  'negotiation',
  'aid',
  'casualties',
  'detention',
]);
const lasting = (draft: Draft): boolean => LASTING.has(draft.kind) && draft.factuality !== 'negated';

/** Whether what is told may be part of what was told before it: the same sort of thing, its toll, a call in which it was said. */
const goesOn = (draft: Draft, before: Event): boolean =>
  kindFamily(before.kind) === kindFamily(draft.kind) ||
  (draft.kind === 'casualties' && isHarm(before.kind)) ||
  (before.kind === 'casualties' && kindFamily(draft.kind) === 'attack') ||
  (draft.kind === 'negotiation' && draft.claim !== null && SPEECH.has(before.kind) && before.dateBasis === 'passage');

/** Dates happenings. */
export class EventDates {
  private readonly text: TokenisedText;
  private readonly rules: EventRules;
  private readonly setting: Setting;
  private readonly documentDate: string | null;
  /** Last passage of the report's lead. */
  private readonly leadEnd: number;
  private readonly told: ToldDates;

  constructor(source: EventSource, told: ToldDates) {
    this.told = told;
    this.text = source.text;
    this.rules = source.rules;
    this.setting = source.setting;
    this.documentDate = source.documentDate;
    const body = source.text.passages.filter((passage) => !passage.furniture && !passage.heading);
    this.leadEnd = body[Math.min(LEAD, body.length) - 1]?.index ?? 0;
  }

  /** The date of a happening: by the words of its sentence, by what was told before it, by the report's own day. */
  dateOf(
    draft: Draft,
    passage: PassageFacts,
    built: readonly Built[],
    start: number,
    end: number,
    trigger: number,
    placeId: string | null,
  ): { date: string | null; dateBasis: Event['dateBasis'] } {
    const { dates } = passage;
    const pluperfect = isPluperfect(this.text, this.rules, draft);
    const since = lasting(draft) ? dates.since(start, end) : null;
    const now = this.documentDate !== null && /^[\d-]+$/u.test(this.documentDate) ? this.documentDate : null;
    // a toll since a day is that of all days since
    if (draft.kind === 'casualties' && since !== null && now !== null && /^[\d-]+$/u.test(since) && since < now)
      return { date: `${since}/${now}`, dateBasis: 'passage' };
    const chosen = dates.choose(draft, start, end, trigger);
    if (chosen !== null) return { date: chosen, dateBasis: 'passage' };
    if (since !== null && now !== null && /^[\d-]+$/u.test(since) && since < now)
      return { date: `${since}/${now}`, dateBasis: 'passage' };
    if (lasting(draft) && now !== null && dates.ledUpTo(draft.triggerAt))
      return { date: `/${now}`, dateBasis: 'passage' };
    // "before the invasion it had imposed": until the day of what was told
    const until = pluperfect ? this.precedes(draft) : null;
    if (until !== null) return { date: until, dateBasis: 'context' };
    const last = this.told.last(draft.passage, 1);
    if (last !== null && pointsBack(this.text, this.rules, draft)) return { date: last, dateBasis: 'context' };
    // a second deed of the same sentence: killed on Monday … and wounded; in the war of 2020 … took
    const before = built[built.length - 1];
    const earlier = before?.event;
    if (
      before !== undefined &&
      earlier !== undefined &&
      !pluperfect &&
      draft.factuality === 'reported' &&
      earlier.factuality === 'reported' &&
      earlier.date !== null &&
      earlier.dateBasis !== 'document' &&
      (before.spreads === 'all' ||
        earlier.kind === draft.kind ||
        ((before.spreads === 'joined' || joined(this.text, this.rules, draft) === 'verb') &&
          joined(this.text, this.rules, draft) !== null &&
          (SPEECH.has(earlier.kind) || before.draft.claim === draft.claim)))
    )
      return { date: earlier.date, dateBasis: 'context' };
    const told =
      draft.trigger !== null &&
      !pluperfect &&
      draft.factuality === 'reported' &&
      !(
        draft.trigger.use.form === 'noun' &&
        draft.trigger.use.article &&
        draft.hits.length === 1 &&
        draft.trigger.trigger.weight !== 'toll'
      ) &&
      !draft.hits.some((hit) => hit.trigger.weight === 'background' && hit.use.form === 'noun');
    if (!told) return { date: null, dateBasis: null };
    if (draft.trigger?.use.form === 'verb') this.told.leaveUndated(draft.kind, start);
    const { operation } = this.told;
    if (dates.saidOn(draft, start, end) && operation === null) {
      // the report's first sentence says on its own day what is new
      const said =
        draft.passage <= this.leadEnd && dates.said() === this.documentDate && !passage.accused(draft.triggerAt);
      return said ? { date: this.documentDate, dateBasis: 'document' } : { date: null, dateBasis: null };
    }
    // deeds of an operation that goes on: between its first day and the report's
    if (
      operation !== null &&
      now !== null &&
      OPERATIONAL.has(draft.kind) &&
      this.onlyNews(draft.passage) &&
      !passage.accused(draft.triggerAt) &&
      (placeId === operation.placeId || this.setting.staysAt(operation.placeId, draft.passage, start, end))
    )
      return { date: operation.since === now ? now : `${operation.since}/${now}`, dateBasis: 'context' };
    const retold = this.retold(draft, placeId, start, end, built);
    if (retold !== null) return { date: retold, dateBasis: 'context' };
    const count = draft.kind === 'casualties' && draft.trigger?.use.form === 'noun';
    // a day that was only guessed from the text dates no lead
    if (!count && draft.passage <= this.leadEnd && now !== null && !passage.accused(draft.triggerAt))
      return { date: now, dateBasis: 'document' };
    return { date: null, dateBasis: null };
  }

  /** The day of the news that the sentence before told, when this one goes on with it: its toll, the other side's word for it. */
  private retold(
    draft: Draft,
    placeId: string | null,
    start: number,
    end: number,
    built: readonly Built[],
  ): string | null {
    const before = built.map(({ event }) => event).filter((one) => one.date !== null && one.factuality === 'reported');
    const near = this.told.before(draft.passage);
    for (const one of draft.kind === 'casualties' ? [...before, ...near] : near)
      if (
        this.told.isNews(one.date) &&
        goesOn(draft, one) &&
        (placeId === one.placeId || this.setting.staysAt(one.placeId, draft.passage, start, end))
      )
        return one.date;
    return null;
  }

  /** "before the invasion": until the day of what the sentence sets itself before. */
  private precedes(draft: Draft): string | null {
    const first = this.text.firstToken[draft.passage] ?? 0;
    for (let at = first; at < Math.min(first + 2, draft.triggerAt); at++) {
      if (!this.rules.context.before.has(this.text.tokens[at]?.folded ?? '')) continue;
      for (const found of this.rules.triggers.find(this.text.tokens[at + 1]?.folded ?? '')) {
        const known = this.told.lastOf(found.entry.kind)?.split('/')[0];
        if (known !== undefined && known !== '') return `/${known}`;
      }
    }
    return null;
  }

  /** Whether a passage names no date but of the last days. */
  private onlyNews(passage: number): boolean {
    return (this.setting.dates[passage] ?? []).every(
      (date) => date.type === 'duration' || date.edtf === null || this.told.isNews(date.edtf),
    );
  }
}
