import type { EventRules } from '../languages/event-rules.ts';
import type { Claim } from '../model/claim.ts';
import type { DateExpression } from '../model/date-expression.ts';
import { EVENT_KINDS, type Event, type EventKind, type Figure } from '../model/event.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import { dateOf } from './dating.ts';
import type { Draft } from './draft.ts';
import { findFigures } from './figures.ts';
import { type Name, type NameContext, nameSurface } from './names.ts';
import type { Setting } from './placing.ts';
import { stateOf } from './seats.ts';
import { daysOf } from './spans-of-days.ts';

/** Kinds that are acts of speech: their place is their topic. */
export const SPEECH: ReadonlySet<EventKind> = new Set(['statement', 'accusation', 'demand', 'threat']);

/** So many sentences at the head of a report tell the news of its day. */
const LEAD = 2;
/** Passages over which a date of the last days is kept for what follows undated. */
const NEAR = 1;
const NEWS_DAYS = 10;

/** What is known of a document while its events are made. */
export interface EventSource {
  readonly text: TokenisedText;
  readonly rules: EventRules;
  readonly setting: Setting;
  readonly context: NameContext;
  readonly names: readonly Name[];
  readonly claims: readonly Claim[];
  readonly documentDate: string | null;
}

/** Makes events of drafts: reads their place, date, figures and actors, and remembers them for what follows. */
export class EventBuilder {
  private readonly text: TokenisedText;
  private readonly rules: EventRules;
  private readonly setting: Setting;
  private readonly context: NameContext;
  private readonly names: readonly Name[];
  private readonly documentDate: string | null;
  /** Ids of places that the document names: a government's id is its place's. */
  private readonly states: ReadonlySet<string>;
  /** Last passage of the report's lead. */
  private readonly leadEnd: number;
  private nameFrom = 0;
  private lastPlace: string | null = null;
  private lastPlacePassage = -9;
  private lastPlaceKind: EventKind | null = null;
  /** When each speaker last spoke, where the text says so. */
  private readonly spoke = new Map<string, { readonly date: string; readonly passage: number }>();
  private lastDate: string | null = null;
  private lastPassage = -1;

  constructor(source: EventSource) {
    this.text = source.text;
    this.rules = source.rules;
    this.setting = source.setting;
    this.context = source.context;
    this.names = source.names;
    this.documentDate = source.documentDate;
    const body = source.text.passages.filter((passage) => !passage.furniture && !passage.heading);
    this.leadEnd = body[Math.min(LEAD, body.length) - 1]?.index ?? 0;
    this.states = new Set(
      source.setting.mentions.flat().flatMap((mention) => (mention.placeId === null ? [] : [stateOf(mention.placeId)])),
    );
  }

  /** Keeps the last place and date told, for what follows without its own. */
  remember(events: readonly Event[], passage: number): void {
    for (const one of events) {
      if (SPEECH.has(one.kind)) continue;
      if (one.placeId !== null && one.placeRole === 'location') {
        this.lastPlace = one.placeId;
        this.lastPlacePassage = passage;
        this.lastPlaceKind = one.kind;
      }
      if (one.date !== null && one.dateBasis === 'passage') {
        this.lastDate = one.date;
        this.lastPassage = passage;
      }
    }
  }

  build(draft: Draft, dates: readonly DateExpression[], dateTokens: ReadonlySet<number>): Event {
    const { text, rules } = this;
    const start = text.tokens[draft.first]?.start ?? 0;
    const end = text.tokens[draft.last - 1]?.end ?? start;
    const triggerStart = text.tokens[draft.triggerAt]?.start ?? start;
    const triggerEnd = text.tokens[draft.triggerEnd - 1]?.end ?? triggerStart;
    const happens = !SPEECH.has(draft.kind);
    // who declares independence does it: it is no claim
    const performed =
      draft.kind === 'political-status' &&
      draft.claim !== null &&
      draft.claim.direct === false &&
      draft.claim.end >= end &&
      draft.trigger?.use.form === 'verb' &&
      Math.abs(draft.claim.start - triggerStart) < 40;
    const claim = performed ? null : draft.claim;
    const place =
      (happens ? null : this.setting.venue(draft.passage, triggerStart)) ??
      this.setting.locate(
        draft.passage,
        triggerStart,
        start,
        end,
        happens,
        draft.kind,
        draft.passage - this.lastPlacePassage <= 2 && this.lastPlaceKind === draft.kind ? this.lastPlace : null,
      );
    const ground = happens ? this.ownGround(draft, start, end) : null;
    const definite =
      draft.trigger !== null &&
      draft.trigger.use.form === 'noun' &&
      draft.trigger.use.article &&
      draft.hits.length === 1;
    const pluperfect = this.isPluperfect(draft);
    const recent = draft.passage - this.lastPassage <= 1 && this.lastPassage >= 0;
    const pointing = happens && recent && this.pointsBack(draft);
    const spoken = !happens && draft.claim !== null ? this.spoke.get(draft.claim.speakerId) : undefined;
    let contentAt = text.tokens[draft.content ?? draft.last]?.start ?? end;
    if (!happens)
      for (const date of dates) if (date.start >= contentAt - 1 && date.start - contentAt <= 2) contentAt = date.end;
    const fresh =
      happens &&
      !definite &&
      !pluperfect &&
      draft.factuality !== 'possible' &&
      !draft.hits.some((hit) => hit.trigger.weight === 'background' && hit.use.form === 'noun');
    const told =
      fresh && this.lastPassage >= 0 && draft.passage - this.lastPassage <= NEAR && this.isNews(this.lastDate)
        ? this.lastDate
        : null;
    const dated = dateOf(
      happens ? dates.filter((date) => !this.since(date)) : dates.filter((date) => date.end <= contentAt),
      triggerStart,
      start,
      end,
      {
        context: pointing
          ? this.lastDate
          : happens
            ? told
            : spoken !== undefined && draft.passage - spoken.passage <= 4
              ? spoken.date
              : null,
        document: this.documentDate,
        fresh: fresh && draft.passage <= this.leadEnd,
        taken: new Set(),
      },
    );
    if (draft.claim !== null && dated.date !== null && dated.dateBasis !== 'document' && !happens)
      this.spoke.set(draft.claim.speakerId, { date: dated.date, passage: draft.passage });
    const figures: Figure[] = [];
    if (happens)
      for (const [from, to] of [[draft.first, draft.last] as const, ...(draft.more ?? [])])
        for (const figure of findFigures(
          text,
          from,
          to,
          rules,
          (at) => dateTokens.has(at),
          (a, b) => this.fate({ ...draft, first: from, last: to }, a, b),
        ))
          if (!figures.some((other) => other.what === figure.what && other.value === figure.value))
            figures.push(figure);
    const actors = [...draft.actors];
    for (const surface of this.actorsIn(draft))
      if (!actors.includes(surface) && actors.length < 5) actors.push(surface);
    const range = happens ? this.sinceRange(dates, dated.date, start, end) : null;
    return {
      id: '',
      start,
      end,
      passage: draft.passage,
      kind: draft.kind,
      plover: draft.plover !== undefined ? draft.plover : EVENT_KINDS[draft.kind],
      trigger: { start: triggerStart, end: triggerEnd },
      placeId: ground ?? place.placeId,
      placeRole: ground !== null ? 'location' : place.placeRole,
      date: range ?? dated.date,
      dateBasis: range !== null ? 'passage' : dated.dateBasis,
      actors,
      attributedTo: claim?.attributedTo ?? null,
      speakerId: claim?.speakerId ?? null,
      figures,
      factuality: draft.factuality,
      framing: this.framings(draft),
    };
  }

  /** What became of people counted near a trigger: the trigger before them, else the one right after. */
  private fate(draft: Draft, first: number, last: number): Figure['what'] | null {
    const { text, rules } = this;
    const of = (at: number): Figure['what'] | null => {
      const folded = text.tokens[at]?.folded ?? '';
      if (folded === '') return null;
      for (const found of rules.triggers.find(folded)) {
        const what = rules.tolls.get(found.entry.lemma);
        if (what !== undefined) return what;
      }
      for (const found of rules.causes.find(folded)) {
        const what = rules.tolls.get(found.entry);
        if (what !== undefined) return what;
      }
      return null;
    };
    if (last >= 0)
      for (let at = last; at < last + 2 && at < draft.last; at++) {
        if (text.tokens[at]?.type !== 'word') break;
        const verb = rules.triggers
          .find(text.tokens[at]?.folded ?? '')
          .some((found) => found.use.form === 'verb' && !found.use.conjunction);
        if (verb) {
          const what = of(at);
          if (what !== null) return what;
        }
      }
    for (let at = first - 1; at >= draft.first && at >= first - (last < 0 ? 3 : 14); at--) {
      const what = of(at);
      if (what !== null) return what;
    }
    return null;
  }

  private isPluperfect(draft: Draft): boolean {
    for (let at = draft.triggerAt - 1; at >= draft.first && at >= draft.triggerAt - 8; at--)
      if (this.rules.pluperfect.has(this.text.tokens[at]?.folded ?? '')) return true;
    return false;
  }

  /** "since the fall of … in 1991": not the date of what happened since. */
  private since(date: DateExpression): boolean {
    return (
      /(?:^|\s)(?:و?منذ)\s+(?:\S+\s+){0,4}$/u.test(this.text.text.slice(Math.max(0, date.start - 40), date.start)) &&
      date.type !== 'relative'
    );
  }

  /** "since 6 May": from then to the document's day. */
  private sinceRange(
    dates: readonly DateExpression[],
    chosen: string | null,
    start: number,
    end: number,
  ): string | null {
    const now = this.documentDate;
    if (now === null || !/^[\dX-]+$/u.test(now)) return null;
    for (const date of dates) {
      if (date.start < start || date.end > end || date.edtf === null || !/^[\d-]+$/u.test(date.edtf)) continue;
      if (!/(?:^|\s)منذ\s+(?:يوم\s+)?$/u.test(this.text.text.slice(Math.max(0, date.start - 12), date.start))) continue;
      if (chosen === null || chosen === date.edtf) return date.edtf < now ? `${date.edtf}/${now}` : null;
    }
    return null;
  }

  /** Whether a date lies in the days before the document: what goes on undated is of those days. */
  private isNews(date: string | null): boolean {
    const days = date === null ? null : daysOf(date);
    const now = this.documentDate === null ? null : daysOf(this.documentDate);
    return (
      days !== null &&
      now !== null &&
      days[1] - days[0] <= NEWS_DAYS &&
      now[0] - days[0] <= NEWS_DAYS &&
      days[0] <= now[1]
    );
  }

  /** "in areas under its control": the ground of the government that says so. */
  private ownGround(draft: Draft, start: number, end: number): string | null {
    if (draft.claim === null || !this.states.has(draft.claim.speakerId)) return null;
    return /(?:لسيطرتها|لسيطرته|أراضيها|أراضيه)/u.test(this.text.text.slice(start, end)) ? draft.claim.speakerId : null;
  }

  /** هذه الهجمات, خلالها: what was told just before. */
  private pointsBack(draft: Draft): boolean {
    for (let at = draft.first; at < draft.last; at++)
      if (/^(?:هذه|هذا|تلك|ذلك|خلالها|خلاله|بهذه|لهذه)$/u.test(this.text.tokens[at]?.folded ?? '')) return true;
    return false;
  }

  /** "… on the 13th and once more on the 28th": the same again on another day. */
  again(told: Event, dates: readonly DateExpression[]): Event[] {
    const found = /(?:مرة|مرات) أخرى/u.exec(this.text.text.slice(told.start, told.end));
    if (found === null) return [];
    const start = told.start + found.index;
    const date = dates.find(
      (one) => one.start >= start && one.start - start < 24 && one.end <= told.end && one.edtf !== null,
    );
    if (date === undefined || date.edtf === told.date || start < told.trigger.end) return [];
    return [
      {
        ...told,
        start,
        end: date.end,
        trigger: { start, end: start + found[0].length },
        date: date.edtf,
        dateBasis: 'passage',
        figures: [],
      },
    ];
  }

  private actorsIn(draft: Draft): string[] {
    const { text } = this;
    const out: string[] = [];
    while (
      this.nameFrom < this.names.length &&
      (this.names[this.nameFrom]?.last ?? 0) <= (text.firstToken[draft.passage] ?? 0)
    )
      this.nameFrom++;
    for (let index = this.nameFrom; index < this.names.length; index++) {
      const name = this.names[index];
      if (name === undefined || name.first >= draft.last) break;
      if (name.first < draft.first) continue;
      out.push(nameSurface(this.context, name).surface);
    }
    return out;
  }

  private framings(draft: Draft): string[] {
    const { text, rules } = this;
    const out: string[] = [];
    for (let at = draft.first; at < draft.last; at++) {
      const token = text.tokens[at];
      if (token?.type !== 'word') continue;
      for (const spellings of rules.framings)
        for (const spelling of spellings) {
          if (spelling[0] !== token.folded) continue;
          let look = at + 1;
          let fits = true;
          for (const word of spelling.slice(1)) {
            if (text.tokens[look]?.folded !== word) {
              fits = false;
              break;
            }
            look++;
          }
          if (!fits || look > draft.last) continue;
          const surface = text.text.slice(token.start, text.tokens[look - 1]?.end ?? token.end);
          if (!out.includes(surface)) out.push(surface);
        }
    }
    return out;
  }
}
