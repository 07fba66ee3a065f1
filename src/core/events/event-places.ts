import { edtfDays } from '../calendar/edtf.ts';
import type { EventRules } from '../languages/event-rules.ts';
import type { Event, EventKind, PlaceRole } from '../model/event.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import type { Draft } from './draft.ts';
import { type Built, type EventSource, type PassageFacts, SPEECH } from './event-facts.ts';
import { eventWordsOf } from './event-word.ts';
import { isHarm } from './families.ts';
import type { Setting } from './placing.ts';

/** Deeds done on the ground: undated and unplaced they follow on from each other. */
const ON_SITE: ReadonlySet<EventKind> = new Set([
  'shelling',
  'attack',
  'casualties',
  'territorial-change',
  'displacement',
  'offensive',
  'landmine',
  'disaster',
  'accident',
  'detention',
  'blockade',
  'protest',
]);

/** Days back to which "the attack" may reach. */
const RECENT_DAYS = 45;

/** People from which on a toll or a flight without a place is of a country. */
const TOTAL = 1000;

/** Places drafts, and remembers the last place told for what follows without its own. */
export class EventPlaces {
  private readonly text: TokenisedText;
  private readonly rules: EventRules;
  private readonly setting: Setting;
  /** Ids of places that the document names: a government's id is its place's. */
  private readonly states: ReadonlySet<string>;
  private lastPlace: string | null = null;
  private lastPlacePassage = -9;
  private lastPlaceKind: EventKind | null = null;
  /** Where people were harmed in these days, with how often it is told; the latest last. */
  private readonly harmed = new Map<string, number>();
  private readonly now: number | null;

  constructor(source: EventSource) {
    this.text = source.text;
    this.rules = source.rules;
    this.setting = source.setting;
    this.now = source.documentDate === null ? null : (edtfDays(source.documentDate)?.[1] ?? null);
    const states = new Set<string>();
    for (const passage of source.setting.mentions)
      for (const { placeId } of passage) if (placeId !== null) states.add(source.context.stateOf(placeId));
    this.states = states;
  }

  remember(events: readonly Event[], passage: number): void {
    for (const one of events) {
      if (SPEECH.has(one.kind)) continue;
      if (one.placeId !== null && one.factuality === 'reported' && isHarm(one.kind) && this.isRecent(one.date))
        this.countHarm(one.placeId);
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
    }
  }

  /** Whether what a date tells is of the weeks before the report; undated is. */
  private isRecent(date: string | null): boolean {
    const days = date === null ? null : edtfDays(date);
    return days === null || this.now === null || this.now - days[1] <= RECENT_DAYS;
  }

  /** Where "the attack" was that someone condemns, denies or owns up to: a definite noun of harm without a place of its own. */
  private referred(draft: Draft, hits: PassageFacts['hits']): string | null {
    // "… condemned the attack, calling for an inquiry": of the attack
    const aside = draft.use?.form === 'participle';
    const from = aside ? (this.text.firstToken[draft.passage] ?? 0) : (draft.content ?? draft.first);
    const wordOf = eventWordsOf(this.rules);
    const told = this.text.tokens.slice(from, draft.last).some((token) => wordOf(token).refers);
    const meant =
      told ||
      hits.some(
        ({ at, use, trigger }) =>
          at >= from && at < draft.last && use.form === 'noun' && use.article && isHarm(trigger.kind),
      );
    return meant && (SPEECH.has(draft.kind) || draft.factuality === 'negated') ? this.mainHarm() : null;
  }

  private countHarm(placeId: string): void {
    const known = this.harmed.get(placeId) ?? 0;
    this.harmed.delete(placeId);
    this.harmed.set(placeId, known + 1);
  }

  /** What "the attack" means: where most is told of, the latest of several. */
  private mainHarm(): string | null {
    let best: string | null = null;
    let most = 0;
    for (const [placeId, times] of this.harmed)
      if (times >= most) {
        best = placeId;
        most = times;
      }
    return best;
  }

  /** Where a draft happened, or what place it is about. `from` and `end` are the offsets of its span. */
  placeOf(
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
    const total = this.isTotal(draft);
    const start =
      draft.kind === 'casualties' && !total && draft.factuality === 'reported'
        ? built.find(({ event }) => isHarm(event.kind) && event.placeRole === 'location')
        : undefined;
    if (start !== undefined && this.setting.staysAt(null, draft.passage, from, end))
      return { placeId: start.event.placeId, placeRole: 'location' };
    const near = draft.passage - this.lastPlacePassage;
    const found = this.setting.locate({
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
      referred: this.referred(draft, passage.hits),
      denied: draft.factuality === 'negated',
      skip: passage.introductions,
      hits: passage.hits,
      total,
      onSite: ON_SITE.has(draft.kind),
      own: draft.hits,
    });
    return found.placeId === null && !happens ? this.placeOfSpeech(draft) : found;
  }

  /** What is said or threatened without a word of where it is about has the seat of who says it. */
  private placeOfSpeech(draft: Draft): { placeId: string | null; placeRole: PlaceRole | null } {
    const said = (draft.kind === 'statement' || draft.kind === 'threat') && draft.use?.past !== false;
    const seat = said && draft.claim !== null ? this.setting.seatIn(draft.claim.speaker) : null;
    return seat === null ? { placeId: null, placeRole: null } : { placeId: seat, placeRole: 'seat' };
  }

  /** "45 thousand killed since October": people counted in thousands, or from some day on. */
  private isTotal(draft: Draft): boolean {
    if (draft.kind !== 'casualties' && draft.kind !== 'displacement') return false;
    const { context, numbers } = this.rules;
    for (let at = draft.first; at < draft.last; at++) {
      const folded = this.text.tokens[at]?.folded ?? '';
      if (context.since.has(folded)) return true;
      // "thousands of people" flee a town; 90 thousand are counted over a country
      const before = this.text.tokens[at - 1];
      const counted = before?.type === 'number' || numbers.values.has(before?.folded ?? '');
      if (counted && (numbers.multipliers.get(folded) ?? 0) >= TOTAL) return true;
    }
    return false;
  }

  /** "in areas under its control": the ground of the government that says so. */
  private ownGround(draft: Draft): string | null {
    if (draft.claim === null || !this.states.has(draft.claim.speakerId)) return null;
    for (let at = draft.first; at < draft.last; at++)
      if (this.rules.context.ownGround.has(this.text.tokens[at]?.folded ?? '')) return draft.claim.speakerId;
    return null;
  }
}
