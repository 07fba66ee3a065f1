import { edtfDays } from '../calendar/edtf.ts';
import type { EventRules } from '../languages/event-rules.ts';
import type { Event, EventKind } from '../model/event.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import type { Draft } from './draft.ts';
import { type Built, type EventSource, type PassageFacts, SPEECH } from './event-facts.ts';
import { isHarm, kindFamily } from './families.ts';
import type { Setting } from './placing.ts';

/** So many sentences at the head of a report tell the news of its day. */
const LEAD = 1;
/** Passages over which a date of the last days is kept for what follows undated. */
const NEAR = 1;
const NEWS_DAYS = 10;

/** Deeds of which an operation is made. */
const OPERATIONAL: ReadonlySet<EventKind> = new Set([
  'shelling',
  'attack',
  'casualties',
  'territorial-change',
  'displacement',
]);

/** Kinds of which a report of one day tells one. */
const RETOLD: ReadonlySet<EventKind> = new Set(['ceasefire', 'negotiation', 'offensive', 'election', 'agreement']);
const keyOf = (event: Event): string => `${event.kind} ${event.start}`;

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

/** Dates drafts, and remembers the dates told for what follows without its own. */
export class EventDates {
  private readonly text: TokenisedText;
  private readonly rules: EventRules;
  private readonly setting: Setting;
  private readonly documentDate: string | null;
  /** Last passage of the report's lead. */
  private readonly leadEnd: number;
  /** When each speaker last spoke, where the text says so. */
  private readonly spoke = new Map<string, { readonly date: string; readonly passage: number }>();
  private lastDate: string | null = null;
  private lastPassage = -1;
  /** What the last sentence that dates something tells. */
  private told: readonly Event[] = [];
  private toldPassage = -9;
  /** First day of an offensive of the last days that the report tells. */
  private operation: string | null = null;
  private operationPlace: string | null = null;
  /** Happenings that may be told with their date elsewhere. */
  private readonly undated = new Set<string>();
  /** The last date told of each kind. */
  private readonly dateOfKind = new Map<EventKind, string>();
  /** First passage that names the report's own day. */
  private readonly today: number;

  constructor(source: EventSource) {
    this.text = source.text;
    this.rules = source.rules;
    this.setting = source.setting;
    this.documentDate = source.documentDate;
    const body = source.text.passages.filter((passage) => !passage.furniture && !passage.heading);
    this.leadEnd = body[Math.min(LEAD, body.length) - 1]?.index ?? 0;
    this.today = source.setting.dates.findIndex((list) => list.some((date) => date.edtf === source.documentDate));
  }

  /** Keeps the dates told in a passage. */
  remember(events: readonly Event[], passage: number): void {
    const dated = events.filter(
      (one) => one.date !== null && one.dateBasis !== 'document' && one.factuality === 'reported',
    );
    if (dated.length > 0) {
      this.told = dated;
      this.toldPassage = passage;
    }
    for (const one of events) {
      if (SPEECH.has(one.kind) || one.date === null || one.dateBasis !== 'passage') continue;
      this.lastDate = one.date;
      this.lastPassage = passage;
      this.dateOfKind.set(one.kind, one.date);
    }
  }

  /** Keeps the first day and the place of an offensive of these days: what it is made of is dated by it. */
  rememberOffensive(date: string, placeId: string | null): void {
    if (!this.isNews(date)) return;
    const first = date.split('/')[0] ?? '';
    if (/^\d{4}-\d\d-\d\d$/u.test(first) && (this.operation === null || first < this.operation)) {
      this.operation = first;
      this.operationPlace = placeId;
    }
  }

  /**
   * A second look, once all is read: an undated happening that the report tells with a date elsewhere has that date, when
   * all dates it gives for that kind are of the last days and the same.
   */
  finish(events: readonly Event[]): Event[] {
    const known = new Map<EventKind, string | null>();
    for (const one of events) {
      if (!RETOLD.has(one.kind) || one.date === null || one.factuality !== 'reported' || !this.isNews(one.date))
        continue;
      const before = known.get(one.kind);
      known.set(one.kind, before === undefined || before === one.date ? one.date : null);
    }
    return events.map((one) => {
      const date = one.date === null && one.factuality === 'reported' ? (known.get(one.kind) ?? null) : null;
      return date !== null && this.undated.has(keyOf(one)) ? { ...one, date, dateBasis: 'context' } : one;
    });
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
    const pluperfect = this.isPluperfect(draft);
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
    const recent = this.lastPassage >= 0 && draft.passage - this.lastPassage <= 1;
    if (recent && this.lastDate !== null && this.pointsBack(draft))
      return { date: this.lastDate, dateBasis: 'context' };
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
        ((before.spreads === 'joined' || this.joined(draft) === 'verb') &&
          this.joined(draft) !== null &&
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
    if (draft.trigger?.use.form === 'verb') this.undated.add(`${draft.kind} ${start}`);
    if (dates.saidOn(draft, start, end) && this.operation === null) {
      // the report's first sentence says on its own day what is new
      const said =
        draft.passage <= this.leadEnd && dates.said() === this.documentDate && !passage.accused(draft.triggerAt);
      return said ? { date: this.documentDate, dateBasis: 'document' } : { date: null, dateBasis: null };
    }
    // deeds of an operation that goes on: between its first day and the report's
    if (
      this.operation !== null &&
      now !== null &&
      OPERATIONAL.has(draft.kind) &&
      this.onlyNews(draft.passage) &&
      !passage.accused(draft.triggerAt) &&
      (placeId === this.operationPlace || this.setting.staysAt(this.operationPlace, draft.passage, start, end))
    )
      return { date: this.operation === now ? now : `${this.operation}/${now}`, dateBasis: 'context' };
    const retold = this.retold(draft, placeId, start, end, built);
    if (retold !== null) return { date: retold, dateBasis: 'context' };
    const count = draft.kind === 'casualties' && draft.trigger?.use.form === 'noun';
    if (!count && draft.passage <= this.leadEnd && this.documentDate !== null && !passage.accused(draft.triggerAt))
      return { date: this.documentDate, dateBasis: 'document' };
    return { date: null, dateBasis: null };
  }

  /** The date of an act of speech: its own, or the day of what its speaker said just before. */
  dateOfSpeech(
    draft: Draft,
    passage: PassageFacts,
    start: number,
    end: number,
    trigger: number,
  ): { date: string | null; dateBasis: Event['dateBasis'] } {
    const content = this.text.tokens[draft.content ?? draft.last]?.start ?? end;
    const own = passage.dates.chooseSpeech(start, content, trigger);
    const speaker = draft.claim?.speakerId ?? '';
    if (own !== null) {
      if (draft.claim !== null) this.spoke.set(speaker, { date: own, passage: draft.passage });
      return { date: own, dateBasis: 'passage' };
    }
    const before = draft.claim === null ? undefined : this.spoke.get(speaker);
    if (before !== undefined && draft.passage - before.passage <= 4 && !this.isPluperfect(draft)) {
      this.spoke.set(speaker, { date: before.date, passage: draft.passage });
      return { date: before.date, dateBasis: 'context' };
    }
    // "… visited the country in July. And she called it …": goes on with what the sentence before told
    const opens = draft.claim !== null && draft.claim.speaker.start < (this.text.passages[draft.passage]?.start ?? 0);
    if (
      opens &&
      draft.use?.conjunction === true &&
      this.lastDate !== null &&
      draft.passage - this.lastPassage === 1 &&
      !this.isPluperfect(draft)
    )
      return { date: this.lastDate, dateBasis: 'context' };
    // in a report that names its own day and tells of an operation of these days, what is said of it is said on that day
    const use = draft.use;
    if (
      this.documentDate !== null &&
      this.today >= 0 &&
      this.operation !== null &&
      draft.passage >= this.today &&
      (draft.kind === 'statement' || draft.kind === 'accusation') &&
      use !== undefined &&
      use.form === 'verb' &&
      use.past &&
      !use.first &&
      !this.isPluperfect(draft)
    )
      return { date: this.documentDate, dateBasis: 'context' };
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
    const near = draft.passage - this.toldPassage <= NEAR ? this.told : [];
    for (const one of draft.kind === 'casualties' ? [...before, ...near] : near)
      if (
        this.isNews(one.date) &&
        goesOn(draft, one) &&
        (placeId === one.placeId || this.setting.staysAt(one.placeId, draft.passage, start, end))
      )
        return one.date;
    return null;
  }

  private isPluperfect(draft: Draft): boolean {
    for (let at = draft.triggerAt - 1; at >= draft.first && at >= draft.triggerAt - 8; at--)
      if (this.rules.pluperfect.has(this.text.tokens[at]?.folded ?? '')) return true;
    return false;
  }

  /** How a happening is joined to the one before: by its own conjunction, or by a verb that leads to it (وانتهى بهدنة). */
  private joined(draft: Draft): 'own' | 'verb' | null {
    if (draft.trigger?.use.conjunction === true) return 'own';
    for (let at = draft.triggerAt - 1; at >= draft.triggerAt - 2 && at >= 0; at--) {
      const folded = this.text.tokens[at]?.folded ?? '';
      if (
        this.rules.happening.find(folded).some((one) => one.use.form === 'verb' && one.use.conjunction) ||
        this.rules.causes.find(folded).some((one) => one.use.form === 'verb' && one.use.conjunction)
      )
        return 'verb';
    }
    return null;
  }

  /** "before the invasion": until the day of what the sentence sets itself before. */
  private precedes(draft: Draft): string | null {
    const first = this.text.firstToken[draft.passage] ?? 0;
    for (let at = first; at < Math.min(first + 2, draft.triggerAt); at++) {
      if (!this.rules.context.before.has(this.text.tokens[at]?.folded ?? '')) continue;
      for (const found of this.rules.triggers.find(this.text.tokens[at + 1]?.folded ?? '')) {
        const known = this.dateOfKind.get(found.entry.kind)?.split('/')[0];
        if (known !== undefined && known !== '') return `/${known}`;
      }
    }
    return null;
  }

  /** Whether a date lies in the days before the document: what goes on undated is of those days. */
  private isNews(date: string | null): boolean {
    const days = date === null ? null : edtfDays(date);
    const now = this.documentDate === null ? null : edtfDays(this.documentDate);
    return (
      days !== null &&
      now !== null &&
      days[1] - days[0] <= NEWS_DAYS &&
      now[0] - days[0] <= NEWS_DAYS &&
      days[0] <= now[1]
    );
  }

  /** Whether a passage names no date but of the last days. */
  private onlyNews(passage: number): boolean {
    return (this.setting.dates[passage] ?? []).every(
      (date) => date.type === 'duration' || date.edtf === null || this.isNews(date.edtf),
    );
  }

  /** هذه الهجمات, خلالها: what was told just before. */
  private pointsBack(draft: Draft): boolean {
    for (let at = draft.first; at < draft.last; at++)
      if (this.rules.context.pointers.has(this.text.tokens[at]?.folded ?? '')) return true;
    return false;
  }
}
