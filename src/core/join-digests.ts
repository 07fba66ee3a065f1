import type { Digest } from './assemble.ts';
import type { Gazetteer } from './gazetteer/gazetteer.ts';
import type { Analysis } from './model/analysis.ts';
import type { JoinedEvent } from './model/event.ts';
import { type Containment, join } from './stages/join.ts';

/** What lies in what, as the gazetteer knows it; chains are remembered, for places come again and again. */
export function containmentOf(gazetteer: Gazetteer): Containment {
  const chains = new Map<string, readonly string[]>();
  return {
    ancestors(id) {
      const known = chains.get(id);
      if (known) return known;
      const at = gazetteer.indexOf(id);
      const chain = at < 0 ? [] : gazetteer.ancestors(at).map((ancestor) => gazetteer.place(ancestor).id);
      chains.set(id, chain);
      return chain;
    },
  };
}

/** Puts the tellings of one event over the whole corpus together. */
export function joinDigests(digests: readonly Digest[], gazetteer: Gazetteer): JoinedEvent[] {
  return join(digests.map(asAnalysis), containmentOf(gazetteer));
}

/** A digest in the form of an analysis, with its events alone: what joining and the layers ask of one. */
export function asAnalysis({ document, lang, date, dateBasis, dateEvidence, events }: Digest): Analysis {
  return {
    id: document.id,
    lang,
    date,
    dateBasis,
    dateEvidence,
    passages: [],
    mentions: [],
    dates: [],
    claims: [],
    events,
    notices: [],
  };
}
