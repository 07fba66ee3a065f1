import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Candidate, Mention, Sense } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import { type Draft, overlap, same, within } from './draft.ts';

/** Gives the words a place, or takes it from them; the events that were put there by them move along. */
export function setPlace(draft: Draft, span: Span, placeId: string | null, sense?: Sense): boolean {
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
  const rejected = new Map<string, Candidate>();
  if (old && old.placeId !== null) {
    const country = countryOf(gazetteer, old.placeId);
    rejected.set(old.placeId, { placeId: old.placeId, name: old.name, country, confidence: 0 });
  }
  for (const candidate of old?.candidates ?? []) rejected.set(candidate.placeId, { ...candidate, confidence: 0 });
  rejected.delete(place.id);
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
    candidates: [...rejected.values()],
  };
}

function countryOf(gazetteer: Gazetteer, id: string): string {
  const at = gazetteer.indexOf(id);
  return at < 0 ? '' : gazetteer.country(at);
}

export function passageAt({ passages }: Analysis, offset: number): number {
  return (
    (
      passages.find(({ start, end }) => start <= offset && offset < end) ??
      passages.findLast(({ start }) => start <= offset) ??
      passages[0]
    )?.index ?? 0
  );
}
