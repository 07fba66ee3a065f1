import { parseEdtf } from './calendar/edtf.ts';
import type { Draft } from './correction/draft.ts';
import { spansOf } from './correction/find-spans.ts';
import { eventAt, mendEvent, setDate } from './correction/mend-event.ts';
import { setPlace } from './correction/mend-place.ts';
import type { Gazetteer } from './gazetteer/gazetteer.ts';
import type { Analysis } from './model/analysis.ts';
import type { Correction, CorrectionAction } from './model/correction.ts';
import type { Notice } from './model/notice.ts';
import type { Span } from './model/span.ts';

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

/** The notice of a correction that was not applied. */
export function lost(correction: Correction, reason: string): Notice {
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
