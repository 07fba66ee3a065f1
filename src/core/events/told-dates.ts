import { edtfDays } from '../calendar/edtf.ts';
import type { Event, EventKind } from '../model/event.ts';
import { SPEECH } from './event-facts.ts';

/** Passages over which a date of the last days is kept for what follows undated. */
const NEAR = 1;
const NEWS_DAYS = 10;

/** Kinds of which a report of one day tells one. */
const RETOLD: ReadonlySet<EventKind> = new Set(['ceasefire', 'negotiation', 'offensive', 'election', 'agreement']);
const keyOf = (kind: EventKind, start: number): string => `${kind} ${start}`;

/** The dates that a document has told so far, for what follows without its own. */
export class ToldDates {
  private readonly documentDate: string | null;
  private date: string | null = null;
  private passage = -1;
  /** What the last sentence that dates something tells. */
  private told: readonly Event[] = [];
  private toldPassage = -9;
  /** First day of an offensive of the last days that the report tells, and its place. */
  private first: string | null = null;
  private firstPlace: string | null = null;
  /** Happenings that may be told with their date elsewhere. */
  private readonly undated = new Set<string>();
  /** The last date told of each kind. */
  private readonly dateOfKind = new Map<EventKind, string>();

  constructor(documentDate: string | null) {
    this.documentDate = documentDate;
  }

  get operation(): { readonly since: string; readonly placeId: string | null } | null {
    return this.first === null ? null : { since: this.first, placeId: this.firstPlace };
  }

  /** The last date that was told no more than some passages before. */
  last(passage: number, passages: number): string | null {
    return this.passage >= 0 && passage - this.passage <= passages ? this.date : null;
  }

  lastOf(kind: EventKind): string | undefined {
    return this.dateOfKind.get(kind);
  }

  /** What was dated right before a passage. */
  before(passage: number): readonly Event[] {
    return passage - this.toldPassage <= NEAR ? this.told : [];
  }

  leaveUndated(kind: EventKind, start: number): void {
    this.undated.add(keyOf(kind, start));
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
      this.date = one.date;
      this.passage = passage;
      this.dateOfKind.set(one.kind, one.date);
    }
  }

  /** Keeps the first day and the place of an offensive of these days: what it is made of is dated by it. */
  rememberOffensive(date: string, placeId: string | null): void {
    if (!this.isNews(date)) return;
    const first = date.split('/')[0] ?? '';
    if (/^\d{4}-\d\d-\d\d$/u.test(first) && (this.first === null || first < this.first)) {
      this.first = first;
      this.firstPlace = placeId;
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
      return date !== null && this.undated.has(keyOf(one.kind, one.start))
        ? { ...one, date, dateBasis: 'context' }
        : one;
    });
  }

  /** Whether a date lies in the days before the document: what goes on undated is of those days. */
  isNews(date: string | null): boolean {
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
}
