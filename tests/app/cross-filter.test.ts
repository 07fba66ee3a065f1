import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { changeFilters, clearAllFilters, clearFilter } from '../../src/app/state/actions.ts';
import { atlas, filters } from '../../src/app/state/app-state.ts';
import { FACTUALITIES } from '../../src/app/state/columns.ts';
import * as counts from '../../src/app/state/counts.ts';
import { dayOf } from '../../src/app/state/days.ts';
import * as facets from '../../src/app/state/facets.ts';
import { ARTICLE, DIMENSIONS, type Filters, NO_FILTERS } from '../../src/app/state/filters.ts';
import { GROUP_IDS, KIND_GROUPS, KIND_IDS } from '../../src/app/state/kind-groups.ts';
import { NO_DAY } from '../../src/core/model/atlas.ts';
import { SENSES, type Sense } from '../../src/core/model/mention.ts';
import { makeFixture } from './fixture.ts';

const corpus = makeFixture().atlas;

/** The same filter, written the slow and plain way. */
function plain(f: Filters): { mentions: number[]; events: number[] } {
  const tellingsOf = (joined: number) => corpus.events.filter((event) => event.joined === joined);
  const joinedDays = (joined: number) => {
    const dated = tellingsOf(joined).filter((event) => event.firstDay !== NO_DAY);
    const best = dated.reduce<(typeof dated)[number] | null>(
      (a, b) => (a && a.lastDay - a.firstDay <= b.lastDay - b.firstDay ? a : b),
      null,
    );
    return best ? ([best.firstDay, best.lastDay] as const) : ([NO_DAY, NO_DAY] as const);
  };
  const placeOf = (joined: number, own: number) => {
    const { placeId } = corpus.joinedEvents[joined]!;
    const index = placeId === null ? -1 : corpus.places.findIndex(({ id }) => id === placeId);
    return index >= 0 ? index : (tellingsOf(joined).find(({ place }) => place >= 0)?.place ?? own);
  };
  const when = (first: number, last: number) => {
    if (!f.when) return true;
    if (first === NO_DAY) return f.when.undated;
    if (!f.when.range) return false;
    return (
      first <= (f.when.range.to ?? Number.POSITIVE_INFINITY) && last >= (f.when.range.from ?? Number.NEGATIVE_INFINITY)
    );
  };
  const where = (place: number) => {
    if (f.where.length === 0) return true;
    const one = corpus.places[place];
    return one !== undefined && [place, ...one.ancestors].some((index) => f.where.includes(corpus.places[index]!.id));
  };
  const who = (speaker: number) =>
    f.who.length === 0 || f.who.includes(speaker < 0 ? ARTICLE : corpus.speakers[speaker]!.id);
  const inDocument = (document: number) =>
    f.documents.length === 0 || f.documents.includes(corpus.documents[document]!.id);
  const sense = (index: number) => (f.senses ? f.senses.includes(SENSES[index]!) : SENSES[index] !== 'demonym');
  const m = corpus.mentions;
  const published = f.timeOf === 'publication';
  const mentions = [...m.document].flatMap((document, row) => {
    const events = m.events[row]!.map((index) => corpus.events[index]!);
    const record = corpus.documents[document]!;
    const ok =
      when(published ? record.firstDay : m.firstDay[row]!, published ? record.lastDay : m.lastDay[row]!) &&
      where(m.place[row]!) &&
      (f.what.length === 0 || events.some((event) => f.what.includes(corpus.joinedEvents[event.joined]!.kind))) &&
      who(m.speaker[row]!) &&
      inDocument(document) &&
      sense(m.sense[row]!) &&
      m.confidence[row]! >= f.minConfidence &&
      (f.factuality.length === 0 || events.some((event) => f.factuality.includes(event.factuality)));
    return ok ? [row] : [];
  });
  const covering = (index: number) => m.events.flatMap((events, row) => (events.includes(index) ? [row] : []));
  const events = new Set<number>();
  corpus.events.forEach((event, index) => {
    const rows = covering(index);
    const [first, last] = joinedDays(event.joined);
    const record = corpus.documents[event.document]!;
    const ok =
      when(published ? record.firstDay : first, published ? record.lastDay : last) &&
      where(placeOf(event.joined, event.place)) &&
      (f.what.length === 0 || f.what.includes(corpus.joinedEvents[event.joined]!.kind)) &&
      who(event.speaker) &&
      inDocument(event.document) &&
      (f.senses === null || rows.some((row) => f.senses!.includes(SENSES[m.sense[row]!]!))) &&
      (f.minConfidence === 0 || rows.some((row) => m.confidence[row]! >= f.minConfidence)) &&
      (f.factuality.length === 0 || f.factuality.includes(event.factuality));
    if (ok) events.add(event.joined);
  });
  return { mentions, events: [...events] };
}

const some = <T>(values: readonly T[], most = 3) =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant<T[]>([]) },
    fc.uniqueArray(fc.constantFrom(...values), { maxLength: most }),
  );
const someFilters: fc.Arbitrary<Filters> = fc.record({
  when: fc.oneof(
    fc.constant(null),
    fc.record({ range: fc.constant(null), undated: fc.boolean() }),
    fc.record({
      range: fc
        .tuple(fc.integer({ min: dayOf(1990), max: dayOf(2024) }), fc.nat(900))
        .map(([from, length]) => ({ from, to: from + length })),
      undated: fc.boolean(),
    }),
  ),
  timeOf: fc.constantFrom('event' as const, 'publication' as const),
  where: some(corpus.places.map(({ id }) => id)),
  area: fc.constant(null),
  what: some(KIND_IDS),
  who: some([ARTICLE, ...corpus.speakers.map(({ id }) => id)]),
  documents: some(corpus.documents.map(({ id }) => id)),
  senses: fc.oneof(fc.constant(null), fc.uniqueArray(fc.constantFrom<Sense>(...SENSES))),
  minConfidence: fc.constantFrom(0, 0, 80, 95),
  factuality: some(FACTUALITIES, 2),
});

beforeEach(() => {
  atlas.value = corpus;
  filters.value = NO_FILTERS;
});

describe('the cross-filter', () => {
  it('passes what the plain definition passes, whatever was set before', () => {
    fc.assert(
      fc.property(fc.array(someFilters, { minLength: 1, maxLength: 4 }), (steps) => {
        for (const step of steps) filters.value = step;
        const expected = plain(steps.at(-1)!);
        const { mentionMask, mentions, events, placeCounts } = counts.results.value;
        expect([...mentionMask.keys()].filter((row) => mentionMask[row] === 0)).toEqual(expected.mentions);
        expect(mentions).toBe(expected.mentions.length);
        expect(events).toBe(expected.events.length);
        const placed = placeCounts.reduce((sum, count) => sum + count, 0);
        expect(placed + counts.results.value.unplaced).toBe(mentions);
      }),
      { numRuns: 150 },
    );
  });

  it('says beside a choice what choosing it leaves', () => {
    fc.assert(
      fc.property(someFilters, fc.nat(), (start, pick) => {
        filters.value = start;
        const speaker = pick % (corpus.speakers.length + 1);
        const place = pick % corpus.places.length;
        const kind = KIND_IDS[pick % KIND_IDS.length]!;
        const group = GROUP_IDS[pick % GROUP_IDS.length]!;
        const document = pick % corpus.documents.length;
        const said = {
          who: at(facets.speakerFacet.value, speaker),
          where: at(facets.regionFacet.value, place),
          what: at(facets.kindFacet.value, KIND_IDS.indexOf(kind)),
          group: at(facets.groupFacet.value, GROUP_IDS.indexOf(group)),
          documents: at(facets.documentFacet.value, document),
          when: facets.rangeLeft(dayOf(2023), dayOf(2024) - 1),
        };
        const choose = (change: Partial<Filters>) => {
          filters.value = { ...start, ...change };
          return { mentions: counts.results.value.mentions, events: counts.results.value.events };
        };
        expect(choose({ who: [corpus.speakers[speaker]?.id ?? ARTICLE] })).toEqual(said.who);
        expect(choose({ where: [corpus.places[place]!.id] })).toEqual(said.where);
        expect(choose({ what: [kind] })).toEqual(said.what);
        expect(choose({ what: [...KIND_GROUPS[group]] })).toEqual(said.group);
        expect(choose({ documents: [corpus.documents[document]!.id] })).toEqual(said.documents);
        expect(choose({ when: { range: { from: dayOf(2023), to: dayOf(2024) - 1 }, undated: false } })).toEqual(
          said.when,
        );
      }),
      { numRuns: 100 },
    );
  });

  it('says what loosening each filter would leave', () => {
    fc.assert(
      fc.property(someFilters, (start) => {
        for (const dimension of DIMENSIONS) {
          filters.value = start;
          const said = counts.loosened.value.get(dimension);
          if (dimension === 'sense' && start.senses === null) continue;
          clearFilter(dimension);
          // Clearing the sense filter goes back to its default, which leaves peoples out.
          if (dimension === 'sense') filters.value = { ...filters.value, senses: [...SENSES] };
          if (dimension === 'sense') continue;
          expect({ mentions: counts.results.value.mentions, events: counts.results.value.events }).toEqual(said);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('lists for a place as many mentions as it counts', () => {
    changeFilters({ when: { range: { from: dayOf(2023, 9, 1), to: dayOf(2023, 9, 30) }, undated: false } });
    const { placeCounts } = counts.results.value;
    for (const place of corpus.places.keys()) expect(counts.passingMentionsOf(place)).toHaveLength(placeCounts[place]!);
    clearAllFilters();
    expect(filters.value).toEqual(NO_FILTERS);
  });
});

const at = ({ mentions, events }: facets.FacetCounts, index: number) => ({
  mentions: mentions[index]!,
  events: events[index]!,
});
