import { locate } from './anchor.ts';
import { parseEdtf } from './calendar/edtf.ts';
import { stableId } from './events/families.ts';
import type { Entry } from './gazetteer/entry.ts';
import type { Gazetteer } from './gazetteer/gazetteer.ts';
import { geometryOf } from './gazetteer/geometry-of.ts';
import type { Analysis } from './model/analysis.ts';
import type { Correction, CorrectionAction, OwnGeometry, OwnPlace } from './model/correction.ts';
import { EVENT_KINDS, type Event } from './model/event.ts';
import type { Mention, Sense } from './model/mention.ts';
import type { Notice } from './model/notice.ts';
import type { Span } from './model/span.ts';
import { foldName } from './text/fold.ts';

/** An analysis after correction, what no longer fits, and which corrections (in their order) were applied. */
export interface Corrected {
  readonly analysis: Analysis;
  readonly notices: readonly Notice[];
  readonly applied: readonly boolean[];
}

/** The corrections that concern a document, with their numbers in the list. */
export function correctionsFor(
  documentId: string,
  corrections: readonly Correction[],
): { readonly index: number; readonly correction: Correction }[] {
  const mine: { index: number; correction: Correction }[] = [];
  corrections.forEach((correction, index) => {
    if (correction.document === documentId || correction.scope === 'corpus') mine.push({ index, correction });
  });
  return mine;
}

/**
 * Applies corrections to the analysis of one document, in their order. What was made in this document and does not fit
 * any more is told in a notice; what was made elsewhere for the whole corpus and has nothing to do here is passed over.
 * Only what a correction speaks of changes: its mention, date or event, and the events that were put where it put them.
 */
export function applyCorrections(
  analysis: Analysis,
  text: string,
  corrections: readonly Correction[],
  gazetteer: Gazetteer,
): Corrected {
  const draft: Draft = {
    text,
    gazetteer,
    mentions: [...analysis.mentions],
    dates: [...analysis.dates],
    events: [...analysis.events],
    analysis,
  };
  const notices: Notice[] = [];
  const applied = corrections.map((correction) => {
    const fault = faultOf(correction, gazetteer);
    const own = correction.document === analysis.id;
    const spans = fault === null ? spansOf(draft, correction, own) : [];
    const fits = spans.map((span) => apply(draft, span, correction.action)).some(Boolean);
    if (!fits && own)
      notices.push(
        lost(
          correction,
          fault ??
            (spans.length === 0 ? 'its words are not in the text any more' : 'nothing of this kind was found there'),
        ),
      );
    return fits;
  });
  return {
    analysis: {
      ...analysis,
      mentions: draft.mentions.sort((a, b) => a.start - b.start || a.end - b.end),
      dates: draft.dates.sort((a, b) => a.start - b.start || a.end - b.end),
      events: draft.events,
    },
    notices,
    applied,
  };
}

interface Draft {
  readonly text: string;
  readonly gazetteer: Gazetteer;
  readonly analysis: Analysis;
  mentions: Mention[];
  dates: Analysis['dates'][number][];
  events: Event[];
}

function lost(correction: Correction, reason: string): Notice {
  const quote = correction.quote.length > 60 ? `${correction.quote.slice(0, 59)}…` : correction.quote;
  return {
    code: 'correction-lost',
    severity: 'warning',
    message: `The correction of "${quote}" (${correction.action.type}) was not applied: ${reason}.`,
  };
}

function faultOf({ action }: Correction, gazetteer: Gazetteer): string | null {
  const placeId = action.type === 'new-place' ? action.place.id : 'placeId' in action ? action.placeId : undefined;
  if (typeof placeId === 'string' && gazetteer.indexOf(placeId) < 0) return `the gazetteer has no place "${placeId}"`;
  const edtf = action.type === 'date' ? action.edtf : action.type === 'event' ? action.date : undefined;
  if (typeof edtf === 'string' && parseEdtf(edtf) === null) return `"${edtf}" is no date in EDTF`;
  return null;
}

/** Where a correction applies: at its words, and with the scope of the corpus wherever a name is spelt like them. */
function spansOf(draft: Draft, correction: Correction, own: boolean): Span[] {
  const here = own ? locate(draft.text, correction) : null;
  const spans = here ? [here] : [];
  if (correction.scope === 'here') return spans;
  const { type } = correction.action;
  const folded = foldName(correction.quote);
  const add = (span: Span) => {
    if (!spans.some((known) => overlap(known, span))) spans.push({ start: span.start, end: span.end });
  };
  if (type === 'place' || type === 'new-place' || type === 'not-a-place') {
    for (const mention of draft.mentions) if (foldName(mention.surface) === folded) add(mention);
    if (type !== 'not-a-place') for (const span of named(draft, correction.quote)) add(span);
  } else if (type === 'date') {
    for (const date of draft.dates) if (date.surface === correction.quote) add(date);
  } else
    for (const event of draft.events) if (draft.text.slice(event.start, event.end) === correction.quote) add(event);
  return spans;
}

const LETTER = /[\p{L}\p{M}\p{N}]/u;
/** Particles that Arabic writes together with the next word; a name after them is still that name. */
const ATTACHED = /^(?:[وف]?[بلك]?)$/u;

/** The places where a name stands as words of its own and no mention covers it. */
function named({ text, mentions }: Draft, name: string): Span[] {
  const found: Span[] = [];
  for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length)) {
    const end = start + name.length;
    let word = start;
    while (word > 0 && start - word < 3 && LETTER.test(text[word - 1] ?? '')) word--;
    const alone =
      !LETTER.test(text[end] ?? '') && !LETTER.test(text[word - 1] ?? '') && ATTACHED.test(text.slice(word, start));
    if (alone && !mentions.some((mention) => overlap(mention, { start, end }))) found.push({ start, end });
  }
  return found;
}

const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end;
const same = (a: Span, b: Span) => a.start === b.start && a.end === b.end;
const within = (inner: Span, outer: Span) => outer.start <= inner.start && inner.end <= outer.end;

function apply(draft: Draft, span: Span, action: CorrectionAction): boolean {
  switch (action.type) {
    case 'place':
      return setPlace(draft, span, action.placeId, action.sense);
    case 'new-place':
      return setPlace(draft, span, action.place.id, action.sense);
    case 'not-a-place':
      return setPlace(draft, span, null);
    case 'date':
      return setDate(draft, span, action.edtf);
    case 'event':
      return mendEvent(draft, span, action);
    case 'not-an-event': {
      const at = eventAt(draft, span, action.was);
      if (at < 0) return false;
      draft.events.splice(at, 1);
      return true;
    }
  }
}

/** Gives the words a place, or takes it from them; the events that were put there by them move along. */
function setPlace(draft: Draft, span: Span, placeId: string | null, sense?: Sense): boolean {
  const exact = draft.mentions.filter((mention) => same(mention, span));
  const old = exact.length > 0 ? exact : draft.mentions.filter((mention) => overlap(mention, span));
  if (placeId === null && old.length === 0) return false;
  draft.mentions = draft.mentions.filter((mention) => !overlap(mention, span));
  if (placeId !== null) draft.mentions.push(mentionAt(draft, span, placeId, sense, old[0]));
  for (const before of old) {
    if (before.placeId === null || before.placeId === placeId) continue;
    draft.events = draft.events.map((event) =>
      event.placeId === before.placeId &&
      within(before, event) &&
      !draft.mentions.some((mention) => mention.placeId === before.placeId && within(mention, event))
        ? { ...event, placeId, placeRole: placeId === null ? null : event.placeRole }
        : event,
    );
  }
  return true;
}

function mentionAt(
  { text, gazetteer, analysis }: Draft,
  { start, end }: Span,
  placeId: string,
  sense: Sense | undefined,
  old?: Mention,
): Mention {
  const place = gazetteer.place(gazetteer.indexOf(placeId));
  const surface = text.slice(start, end);
  const rejected = old ? [old.placeId, ...old.candidates.map((candidate) => candidate.placeId)] : [];
  return {
    start,
    end,
    surface,
    sense: sense ?? old?.sense ?? 'literal',
    passage: passageAt(analysis, start),
    placeId: place.id,
    name: place.names.en?.[0] ?? place.names.ar?.[0] ?? surface,
    kind: place.kind,
    lat: place.lat,
    lon: place.lon,
    confidence: 1,
    evidence: ['correction'],
    candidates: [...new Set(rejected)].flatMap((id) =>
      id === null || id === place.id ? [] : [{ placeId: id, confidence: 0 }],
    ),
  };
}

function passageAt({ passages }: Analysis, offset: number): number {
  return (
    (
      passages.find(({ start, end }) => start <= offset && offset < end) ??
      passages.findLast(({ start }) => start <= offset) ??
      passages[0]
    )?.index ?? 0
  );
}

function setDate(draft: Draft, span: Span, edtf: string | null): boolean {
  const { text, analysis } = draft;
  const old = draft.dates.find((date) => same(date, span)) ?? draft.dates.find((date) => overlap(date, span));
  if (!old && edtf === null) return false;
  const { start, end } = old ?? span;
  const passage = old?.passage ?? passageAt(analysis, start);
  draft.dates = draft.dates.filter((date) => date !== old);
  if (edtf !== null)
    draft.dates.push({ ...(old ?? { start, end, surface: text.slice(start, end), passage, type: 'explicit' }), edtf });
  if (old?.edtf)
    draft.events = draft.events.map((event) =>
      event.passage === passage && event.dateBasis === 'passage' && event.date === old.edtf
        ? { ...event, date: edtf, dateBasis: edtf === null ? null : 'passage' }
        : event,
    );
  return true;
}

/** The event that a span means: of the kind that is named, where one is, and sharing the most with it. */
function eventAt({ events }: Draft, span: Span, was: Event['kind'] | undefined): number {
  let chosen = -1;
  let most = 0;
  events.forEach((event, at) => {
    const shared = Math.min(event.end, span.end) - Math.max(event.start, span.start);
    if (shared > most && (was === undefined || event.kind === was)) {
      chosen = at;
      most = shared;
    }
  });
  return chosen;
}

function mendEvent(draft: Draft, span: Span, action: Extract<CorrectionAction, { type: 'event' }>): boolean {
  const at = eventAt(draft, span, action.was);
  const event = draft.events[at];
  if (!event) return false;
  const { kind = event.kind, date, placeId, attributedTo, factuality = event.factuality } = action;
  draft.events[at] = {
    ...event,
    kind,
    plover: EVENT_KINDS[kind],
    factuality,
    ...(date === undefined ? {} : { date, dateBasis: date === null ? null : 'passage' }),
    ...(placeId === undefined ? {} : { placeId, placeRole: placeId === null ? null : (event.placeRole ?? 'location') }),
    ...(attributedTo === undefined
      ? {}
      : { attributedTo, speakerId: attributedTo === null ? null : speakerId(draft, attributedTo) }),
  };
  return true;
}

/** The id of a speaker that the document knows under this name, or one made of the name. */
function speakerId({ analysis }: Draft, name: string): string {
  const known = [...analysis.claims, ...analysis.events].find(({ attributedTo }) => attributedTo === name);
  return known?.speakerId ?? `s${stableId([foldName(name)]).slice(1)}`;
}

/** The places that corrections add, as entries of the corpus's own gazetteer: found by their id, never by their name. */
export function ownEntries(corrections: readonly Correction[]): Entry[] {
  return ownPlaces(corrections).map(({ id, kind, names, geometry, parents = [] }) => {
    const [lon, lat] = middleOf(geometry);
    return {
      id,
      aliases: [],
      kind,
      geometry:
        geometry.type === 'LineString' ? 'line' : geometryOf(kind, true) === 'area' ? 'point' : geometryOf(kind, true),
      lat,
      lon,
      rank: 1,
      seat: false,
      population: 0,
      names,
      parents,
      country: '',
      period: '',
      source: 'A correction of this corpus',
      note: {},
      usage: '',
      keys: [],
    };
  });
}

/** The lines that corrections draw, by the id of their place. */
export function ownLines(
  corrections: readonly Correction[],
): Map<string, Extract<OwnGeometry, { type: 'LineString' }>> {
  const lines = new Map<string, Extract<OwnGeometry, { type: 'LineString' }>>();
  for (const { id, geometry } of ownPlaces(corrections)) if (geometry.type === 'LineString') lines.set(id, geometry);
  return lines;
}

function ownPlaces(corrections: readonly Correction[]): OwnPlace[] {
  const places = new Map<string, OwnPlace>();
  for (const { action } of corrections) if (action.type === 'new-place') places.set(action.place.id, action.place);
  return [...places.values()];
}

function middleOf(geometry: OwnGeometry): readonly [number, number] {
  if (geometry.type === 'Point') return geometry.coordinates;
  return geometry.coordinates[geometry.coordinates.length >> 1] ?? [0, 0];
}
