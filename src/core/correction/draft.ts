import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Event } from '../model/event.ts';
import type { Mention } from '../model/mention.ts';
import type { Span } from '../model/span.ts';

/** An analysis while corrections change it. */
export interface Draft {
  readonly text: string;
  readonly gazetteer: Gazetteer;
  readonly analysis: Analysis;
  mentions: Mention[];
  dates: Analysis['dates'][number][];
  events: Event[];
}

export const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end;
export const same = (a: Span, b: Span) => a.start === b.start && a.end === b.end;
export const within = (inner: Span, outer: Span) => outer.start <= inner.start && inner.end <= outer.end;
