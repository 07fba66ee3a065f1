import { stableId } from '../events/families.ts';
import type { CorrectionAction } from '../model/correction.ts';
import { EVENT_KINDS, type Event } from '../model/event.ts';
import type { Span } from '../model/span.ts';
import { foldName } from '../text/fold.ts';
import { type Draft, overlap, same } from './draft.ts';
import { passageAt } from './mend-place.ts';

export function setDate(draft: Draft, span: Span, edtf: string | null): boolean {
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
export function eventAt({ events }: Draft, span: Span, was: Event['kind'] | undefined): number {
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

export function mendEvent(draft: Draft, span: Span, action: Extract<CorrectionAction, { type: 'event' }>): boolean {
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
