import { EVENT_KINDS, type Event, type Figure } from '../model/event.ts';
import { addActors, isActor } from './actors.ts';
import type { Draft } from './draft.ts';
import { EventDates } from './event-dates.ts';
import { type Built, type EventSource, type PassageFacts, SPEECH } from './event-facts.ts';
import { EventPlaces } from './event-places.ts';
import { findFigures } from './figures.ts';
import type { Name } from './names.ts';
import { SpeechDates } from './speech-dates.ts';
import { ToldDates } from './told-dates.ts';
import { fate, framings, isMishap, isSeveral, telling } from './wording.ts';

const MAX_ACTORS = 5;

/** Makes events of drafts: reads their place, date, figures and actors, and remembers them for what follows. */
export class EventBuilder {
  private readonly source: EventSource;
  private readonly places: EventPlaces;
  private readonly told: ToldDates;
  private readonly dates: EventDates;
  private readonly speechDates: SpeechDates;
  private nameFrom = 0;

  constructor(source: EventSource) {
    this.source = source;
    this.places = new EventPlaces(source);
    this.told = new ToldDates(source.documentDate);
    this.dates = new EventDates(source, this.told);
    this.speechDates = new SpeechDates(source, this.told);
  }

  /** Keeps the last place and date told, for what follows without its own. */
  remember(events: readonly Event[], passage: number): void {
    this.places.remember(events, passage);
    this.told.remember(events, passage);
  }

  /** A second look, once all is read. */
  finish(events: readonly Event[]): Event[] {
    return this.told.finish(events);
  }

  /** @param drafts all happenings and acts of speech of the passage, in order; `built` those made already */
  build(draft: Draft, passage: PassageFacts, built: readonly Built[]): Event {
    const { source } = this;
    const { text, rules } = source;
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
    const place = this.places.placeOf(draft, passage, start, end, triggerStart, happens, built);
    const { date, dateBasis } = happens
      ? this.dates.dateOf(draft, passage, built, start, end, triggerStart, place.placeId)
      : this.speechDates.dateOf(draft, passage, start, end, triggerStart);
    const reportedOn = happens || date !== null ? null : this.speechDates.reportedOn(draft);
    if (draft.kind === 'offensive' && draft.factuality === 'reported' && date !== null)
      this.told.rememberOffensive(date, place.placeId);
    const figures: Figure[] = [];
    if (happens)
      for (const [from, to] of [[draft.first, draft.last] as const, ...(draft.more ?? [])])
        for (const figure of findFigures(
          text,
          from,
          to,
          rules,
          (at) => dateTokens.has(at),
          (a, b) => fate(source, { ...draft, first: from, last: to }, a, b),
        ))
          if (!figures.some((other) => other.what === figure.what && other.value === figure.value))
            figures.push(figure);
    const actors = [...draft.actors];
    // of a statement the speaker is who acts, whomever it tells of
    if (draft.kind !== 'statement') addActors(actors, source.context, this.actorsIn(draft), MAX_ACTORS);
    return {
      id: '',
      start,
      end,
      passage: draft.passage,
      kind: draft.kind,
      plover: isMishap(source, draft, passage)
        ? null
        : draft.plover !== undefined
          ? draft.plover
          : EVENT_KINDS[draft.kind],
      trigger: telling(source, draft, triggerStart, triggerEnd),
      placeId: place.placeId,
      placeRole: place.placeRole,
      date,
      dateBasis,
      ...(reportedOn === null ? {} : { reportedOn }),
      actors,
      attributedTo: claim?.attributedTo ?? null,
      speakerId: claim?.speakerId ?? null,
      figures,
      ...(isSeveral(source, draft) ? { several: true as const } : {}),
      factuality: draft.factuality,
      framing: framings(source, draft),
    };
  }

  private actorsIn(draft: Draft): Name[] {
    const { text, names } = this.source;
    const out: Name[] = [];
    while (this.nameFrom < names.length && (names[this.nameFrom]?.last ?? 0) <= (text.firstToken[draft.passage] ?? 0))
      this.nameFrom++;
    for (let index = this.nameFrom; index < names.length; index++) {
      const name = names[index];
      if (name === undefined || name.first >= draft.last) break;
      if (name.first >= draft.first && isActor(this.source, draft, name)) out.push(name);
    }
    return out;
  }
}
