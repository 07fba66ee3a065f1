import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analysisOf, madePlaces } from '../../../bench/made-corpus.ts';
import { join } from '../../../src/core/stages/join.ts';

/** Documents of one region and two weeks, in which much is told twice. */
const corpus = (seed: number) => analysisOf(12, seed, 2, 14);

describe('joining a made corpus', () => {
  it('gives the same whatever the order of the documents', () => {
    fc.assert(
      fc.property(fc.integer(), fc.shuffledSubarray([...Array(12).keys()], { minLength: 12 }), (seed, order) => {
        const documents = corpus(seed);
        const shuffled = order.map((at) => documents[at]!);
        expect(join(shuffled, madePlaces)).toEqual(join(documents, madePlaces));
      }),
    );
  });

  it('keeps every telling once, under an id of its own', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const documents = corpus(seed);
        const joined = join(documents, madePlaces);
        const told = joined.flatMap(({ tellings }) => tellings.map((one) => `${one.documentId} ${one.eventId}`));
        const given = documents.flatMap(({ id, events }) => events.map((event) => `${id} ${event.id}`));
        expect(told.sort()).toEqual(given.sort());
        expect(new Set(joined.map(({ id }) => id)).size).toBe(joined.length);
      }),
    );
  });

  it('joins some of it', () => {
    const joined = join(corpus(1), madePlaces);
    expect(joined.some(({ tellings }) => new Set(tellings.map(({ documentId }) => documentId)).size > 1)).toBe(true);
  });
});
