import type { EventRules } from '../languages/event-rules.ts';
import type { Event } from '../model/event.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import type { Draft } from './draft.ts';
import { isPluperfect } from './draft-time.ts';
import type { EventSource, PassageFacts } from './event-facts.ts';
import type { ToldDates } from './told-dates.ts';

/** Dates acts of speech, and remembers when each speaker spoke. */
export class SpeechDates {
  private readonly text: TokenisedText;
  private readonly rules: EventRules;
  private readonly documentDate: string | null;
  private readonly told: ToldDates;
  /** When each speaker last spoke, where the text says so. */
  private readonly spoke = new Map<string, { readonly date: string; readonly passage: number }>();
  /** First passage that names the report's own day. */
  private readonly today: number;

  constructor(source: EventSource, told: ToldDates) {
    this.text = source.text;
    this.rules = source.rules;
    this.documentDate = source.documentDate;
    this.told = told;
    this.today = source.setting.dates.findIndex((list) => list.some((date) => date.edtf === source.documentDate));
  }

  /** The date of an act of speech: its own, or the day of what its speaker said just before. */
  dateOf(
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
    if (before !== undefined && draft.passage - before.passage <= 4 && !isPluperfect(this.text, this.rules, draft)) {
      this.spoke.set(speaker, { date: before.date, passage: draft.passage });
      return { date: before.date, dateBasis: 'context' };
    }
    // "… visited the country in July. And she called it …": goes on with what the sentence before told
    const opens = draft.claim !== null && draft.claim.speaker.start < (this.text.passages[draft.passage]?.start ?? 0);
    const last = this.told.last(draft.passage, 1);
    if (
      opens &&
      draft.use?.conjunction === true &&
      last !== null &&
      this.told.last(draft.passage, 0) === null &&
      !isPluperfect(this.text, this.rules, draft)
    )
      return { date: last, dateBasis: 'context' };
    // in a report that names its own day and tells of an operation of these days, what is said of it is said on that day
    const use = draft.use;
    if (
      this.documentDate !== null &&
      this.today >= 0 &&
      this.told.operation !== null &&
      draft.passage >= this.today &&
      (draft.kind === 'statement' || draft.kind === 'accusation') &&
      use !== undefined &&
      use.form === 'verb' &&
      use.past &&
      !use.first &&
      !isPluperfect(this.text, this.rules, draft)
    )
      return { date: this.documentDate, dateBasis: 'context' };
    return { date: null, dateBasis: null };
  }

  /**
   * The day of a report that tells an undated act of speech as its news: in its own words, in the past or the present, of a
   * report of one day. What a quotation says of itself, or what had been said before, stays open.
   */
  reportedOn(draft: Draft): string | null {
    const { use } = draft;
    const told = use !== undefined && use.form !== 'noun' && !use.first && draft.factuality === 'reported';
    const day = /^\d{4}-\d\d-\d\d/u.exec(this.documentDate ?? '')?.[0] ?? null;
    if (!told || day === null || this.documentDate?.includes('/') || isPluperfect(this.text, this.rules, draft))
      return null;
    return `${day}~`;
  }
}
