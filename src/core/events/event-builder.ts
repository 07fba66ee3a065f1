import { edtfDays } from '../calendar/edtf.ts';
import type { EventRules } from '../languages/event-rules.ts';
import type { Claim } from '../model/claim.ts';
import type { DateExpression } from '../model/date-expression.ts';
import { EVENT_KINDS, type Event, type EventKind, type Figure, type PlaceRole } from '../model/event.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import type { PassageDates } from './dating.ts';
import type { Draft } from './draft.ts';
import { isDeliberate, isHarm, kindFamily } from './families.ts';
import { findFigures } from './figures.ts';
import { type Hit, tellingWords } from './hits.ts';
import { type Name, type NameContext, nameSurface } from './names.ts';
import type { Setting } from './placing.ts';

/** Kinds that are acts of speech: their place is their topic. */
export const SPEECH: ReadonlySet<EventKind> = new Set(['statement', 'accusation', 'demand', 'threat']);

/** Words after a trigger within which two wars are looked for. */
const WARS_AFTER = 10;
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

/** Deeds done on the ground: undated and unplaced they follow on from each other. */
const ON_SITE: ReadonlySet<EventKind> = new Set([
  ...OPERATIONAL,
  'offensive',
  'landmine',
  'disaster',
  'accident',
  'detention',
  'blockade',
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

/** What a passage gives for placing and dating what it tells. */
export interface PassageFacts {
  readonly dates: PassageDates;
  readonly dateTokens: ReadonlySet<number>;
  /** All words of events, told or only named. */
  readonly hits: readonly Hit[];
  /** Stretches (offsets) that introduce a speaker: what they name is not where things happen. */
  readonly introductions: readonly (readonly [number, number])[];
  /** Whether a token lies in what someone is accused of. */
  readonly accused: (at: number) => boolean;
}

/**
 * An event with what it was made of. `spreads`: whether its date holds for a deed of the same sentence that is joined to
 * it, or for all that follows (in the war of 2020, …).
 */
export interface Built {
  readonly draft: Draft;
  readonly event: Event;
  readonly spreads: 'all' | 'joined' | null;
}

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

const framingTables = new WeakMap<EventRules, ReadonlyMap<string, readonly (readonly string[])[]>>();

/** Words for what happened by their first word. */
function framingsOf(rules: EventRules): ReadonlyMap<string, readonly (readonly string[])[]> {
  const known = framingTables.get(rules);
  if (known !== undefined) return known;
  const table = new Map<string, (readonly string[])[]>();
  for (const spelling of rules.framings.flat()) {
    const list = table.get(spelling[0] ?? '');
    if (list === undefined) table.set(spelling[0] ?? '', [spelling]);
    else list.push(spelling);
  }
  framingTables.set(rules, table);
  return table;
}

/** Whether what is told may be part of what was told before it: the same sort of thing, its toll, a call in which it was said. */
const goesOn = (draft: Draft, before: Event): boolean =>
  kindFamily(before.kind) === kindFamily(draft.kind) ||
  (draft.kind === 'casualties' && isHarm(before.kind)) ||
  (before.kind === 'casualties' && kindFamily(draft.kind) === 'attack') ||
  (draft.kind === 'negotiation' && draft.claim !== null && SPEECH.has(before.kind) && before.dateBasis === 'passage');

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
    this.today = source.setting.dates.findIndex((list) => list.some((date) => date.edtf === source.documentDate));
    this.states = new Set(
      source.setting.mentions
        .flat()
        .flatMap((mention) => (mention.placeId === null ? [] : [source.context.stateOf(mention.placeId)])),
    );
  }

  /** Keeps the last place and date told, for what follows without its own. */
  remember(events: readonly Event[], passage: number): void {
    const dated = events.filter(
      (one) => one.date !== null && one.dateBasis !== 'document' && one.factuality === 'reported',
    );
    if (dated.length > 0) {
      this.told = dated;
      this.toldPassage = passage;
    }
    for (const one of events) {
      if (SPEECH.has(one.kind)) continue;
      // the first deed of a sentence is its news; what it came after is not
      if (
        one.placeId !== null &&
        one.placeRole === 'location' &&
        (this.lastPlacePassage !== passage || one.kind !== this.lastPlaceKind)
      ) {
        this.lastPlace = one.placeId;
        this.lastPlacePassage = passage;
        this.lastPlaceKind = one.kind;
      }
      if (one.date !== null && one.dateBasis === 'passage') {
        this.lastDate = one.date;
        this.lastPassage = passage;
        this.dateOfKind.set(one.kind, one.date);
      }
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

  /** @param drafts all happenings and acts of speech of the passage, in order; `built` those made already */
  build(draft: Draft, passage: PassageFacts, built: readonly Built[]): Event {
    const { text, rules } = this;
    const { dateTokens } = passage;
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
    const place = this.placeOf(draft, passage, start, end, triggerStart, happens, built);
    const { date, dateBasis } = happens
      ? this.dateOf(draft, passage, built, start, end, triggerStart, place.placeId)
      : this.dateOfSpeech(draft, passage, start, end, triggerStart);
    if (draft.kind === 'offensive' && draft.factuality === 'reported' && date !== null && this.isNews(date)) {
      const first = date.split('/')[0] ?? '';
      if (/^\d{4}-\d\d-\d\d$/u.test(first) && (this.operation === null || first < this.operation)) {
        this.operation = first;
        this.operationPlace = place.placeId;
      }
    }
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
    return {
      id: '',
      start,
      end,
      passage: draft.passage,
      kind: draft.kind,
      plover: this.mishap(draft, passage) ? null : draft.plover !== undefined ? draft.plover : EVENT_KINDS[draft.kind],
      trigger: this.telling(draft, triggerStart, triggerEnd),
      placeId: place.placeId,
      placeRole: place.placeRole,
      date,
      dateBasis,
      actors,
      attributedTo: claim?.attributedTo ?? null,
      speakerId: claim?.speakerId ?? null,
      figures,
      ...(this.isSeveral(draft) ? { several: true as const } : {}),
      factuality: draft.factuality,
      framing: this.framings(draft),
    };
  }

  /** People hurt by nobody's hand: in an accident, by an illness. Tokens of the whole sentence are looked at. */
  private mishap(draft: Draft, passage: PassageFacts): boolean {
    const wrecked =
      draft.kind === 'attack' && draft.hits.every((hit) => this.rules.context.wrecks.has(hit.trigger.lemma));
    if (draft.kind !== 'casualties' && !wrecked) return false;
    let mishap = passage.hits.some(({ trigger }) => trigger.kind === 'accident' || trigger.kind === 'disaster');
    if (
      passage.hits.some(
        (hit) => hit.trigger.weight !== 'toll' && isDeliberate(hit.trigger.kind) && !draft.hits.includes(hit),
      )
    )
      return false;
    const limit = this.text.lastToken[draft.passage] ?? 0;
    for (let at = this.text.firstToken[draft.passage] ?? 0; at < limit && !mishap; at++) {
      const folded = this.text.tokens[at]?.folded ?? '';
      const { mishaps } = this.rules.context;
      const plain = this.rules.bare(folded);
      mishap =
        mishaps.has(folded) ||
        mishaps.has(plain) ||
        this.rules.speech.stems(folded).some((stem) => mishaps.has(this.rules.bare(stem)));
    }
    return mishap;
  }

  private telling(draft: Draft, start: number, end: number): Event['trigger'] {
    if (draft.trigger === null) return { start, end };
    const { tokens } = this.text;
    const [first, last] = tellingWords(this.text, draft.trigger, this.rules);
    return { start: tokens[first]?.start ?? start, end: tokens[last - 1]?.end ?? end };
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

  private placeOf(
    draft: Draft,
    passage: PassageFacts,
    from: number,
    end: number,
    trigger: number,
    happens: boolean,
    built: readonly Built[],
  ): { placeId: string | null; placeRole: PlaceRole | null } {
    const ground = happens ? this.ownGround(draft) : null;
    if (ground !== null) return { placeId: ground, placeRole: 'location' };
    const venue = happens ? null : this.setting.venue(draft.passage, trigger);
    if (venue !== null) return venue;
    // a call is held nowhere
    if (draft.hits.some((hit) => this.rules.context.remote.has(hit.trigger.lemma)))
      return { placeId: null, placeRole: null };
    // the toll of what the sentence has just told
    const start =
      draft.kind === 'casualties'
        ? built.find(({ event }) => isHarm(event.kind) && event.placeRole === 'location')
        : undefined;
    if (start !== undefined && this.staysAt(null, draft.passage, from, end))
      return { placeId: start.event.placeId, placeRole: 'location' };
    const near = draft.passage - this.lastPlacePassage;
    return this.setting.locate({
      passage: draft.passage,
      trigger,
      start: from,
      end,
      content: this.text.tokens[draft.content ?? draft.triggerAt]?.start ?? trigger,
      happens,
      kind: draft.kind,
      last:
        (near <= 2 && this.lastPlaceKind === draft.kind) ||
        // what was signed on a visit was signed there
        (near <= 1 && this.lastPlaceKind === 'visit' && draft.trigger?.use.conjunction === true) ||
        (near <= 1 && this.lastPlaceKind !== null && ON_SITE.has(draft.kind) && ON_SITE.has(this.lastPlaceKind))
          ? this.lastPlace
          : null,
      skip: passage.introductions,
      hits: passage.hits,
      onSite: ON_SITE.has(draft.kind) || draft.kind === 'protest',
      own: draft.hits,
    });
  }

  /** The date of a happening: by the words of its sentence, by what was told before it, by the report's own day. */
  private dateOf(
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
      draft.factuality !== 'possible' &&
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
      (placeId === this.operationPlace || this.staysAt(this.operationPlace, draft.passage, start, end))
    )
      return { date: this.operation === now ? now : `${this.operation}/${now}`, dateBasis: 'context' };
    const retold = this.retold(draft, placeId, start, end, built);
    if (retold !== null) return { date: retold, dateBasis: 'context' };
    const count = draft.kind === 'casualties' && draft.trigger?.use.form === 'noun';
    if (!count && draft.passage <= this.leadEnd && this.documentDate !== null && !passage.accused(draft.triggerAt))
      return { date: this.documentDate, dateBasis: 'document' };
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
        (placeId === one.placeId || this.staysAt(one.placeId, draft.passage, start, end))
      )
        return one.date;
    return null;
  }

  /** Whether a stretch names no other place. */
  private staysAt(placeId: string | null, passage: number, start: number, end: number): boolean {
    return (this.setting.mentions[passage] ?? []).every(
      (mention) =>
        mention.sense !== 'literal' ||
        mention.start < start ||
        mention.end > end ||
        mention.placeId === null ||
        mention.placeId === placeId,
    );
  }

  /** The date of an act of speech: its own, or the day of what its speaker said just before. */
  private dateOfSpeech(
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
    // in a report that names its own day, what is said of its news is said on that day
    const use = draft.use;
    if (
      this.documentDate !== null &&
      this.today >= 0 &&
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

  /** "in areas under its control": the ground of the government that says so. */
  private ownGround(draft: Draft): string | null {
    if (draft.claim === null || !this.states.has(draft.claim.speakerId)) return null;
    for (let at = draft.first; at < draft.last; at++)
      if (this.rules.context.ownGround.has(this.text.tokens[at]?.folded ?? '')) return draft.claim.speakerId;
    return null;
  }

  /** هذه الهجمات, خلالها: what was told just before. */
  private pointsBack(draft: Draft): boolean {
    for (let at = draft.first; at < draft.last; at++)
      if (this.rules.context.pointers.has(this.text.tokens[at]?.folded ?? '')) return true;
    return false;
  }

  /** "… on the 13th and once more on the 28th": the same again on another day. */
  again(told: Event, dates: readonly DateExpression[]): Event[] {
    const at = this.againAt(told);
    if (at < 0) return [];
    const start = this.text.tokens[at]?.start ?? 0;
    const date = dates.find(
      (one) => one.start >= start && one.start - start < 24 && one.end <= told.end && one.edtf !== null,
    );
    if (date === undefined || date.edtf === told.date || start < told.trigger.end) return [];
    return [
      {
        ...told,
        start,
        end: date.end,
        trigger: { start, end: this.text.tokens[at + 1]?.end ?? date.start },
        date: date.edtf,
        dateBasis: 'passage',
        figures: [],
      },
    ];
  }

  /** "fought two wars". */
  private isSeveral(draft: Draft): boolean {
    if (draft.kind !== 'offensive') return false;
    const { wars } = this.rules.context;
    const from = draft.triggerAt;
    for (let at = from; at < Math.min(draft.last, from + WARS_AFTER); at++)
      for (const found of this.rules.triggers.find(this.text.tokens[at]?.folded ?? ''))
        if (wars.has(found.entry.lemma) && found.use.plural) return true;
    return false;
  }

  private againAt(told: Event): number {
    const { tokens } = this.text;
    const limit = this.text.lastToken[told.passage] ?? 0;
    for (let at = this.text.firstToken[told.passage] ?? 0; at < limit; at++) {
      const token = tokens[at];
      if (token === undefined || token.start < told.start) continue;
      if (token.end > told.end) return -1;
      for (const phrase of this.rules.context.again)
        if (
          phrase.every((word, index) => {
            const folded = tokens[at + index]?.folded ?? '';
            return folded === word || (index === 0 && folded.slice(1) === word);
          })
        )
          return at;
    }
    return -1;
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
      const known = framingsOf(rules).get(token.folded);
      if (known !== undefined)
        for (const spelling of known) {
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
