import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, SearchIndex } from '../../src/worker/search-index.ts';

const index = new SearchIndex(
  [
    {
      id: 'nagorno-karabakh',
      names: ['ناغورنو كاراباخ', 'قره باغ', 'Nagorno-Karabakh', 'Լեռնային Ղարաբաղ'],
      weight: 30,
    },
    { id: 'stepanakert', names: ['ستيباناكيرت', 'Stepanakert', 'Xankəndi'], weight: 2 },
    { id: 'karaj', names: ['كرج', 'Karaj'], weight: 0 },
  ],
  [{ id: 'e1', text: 'Accusation اتهام قره باغ 2023-09-19' }],
);
index.addText('a', 'في مدينةِ يفلاخ.\nوقالت السلطات في «قرة باغ» إن ٢٥ شخصًا قُتلوا.');

describe('the search', () => {
  it.each([
    ['قرة باغ', 'nagorno-karabakh'],
    ['قَرَه', 'nagorno-karabakh'],
    ['karabakh', 'nagorno-karabakh'],
    ['nagorno karabakh', 'nagorno-karabakh'],
    ['xankendi', 'stepanakert'],
    ['XANKƏNDİ', 'stepanakert'],
    ['լեռնային', 'nagorno-karabakh'],
  ])('finds %s', (query, id) => expect(index.places(query)[0]?.id).toBe(id));

  it('puts places of the corpus first', () =>
    expect(index.places('kar').map(({ id }) => id)).toEqual(['nagorno-karabakh', 'karaj']));
  it('finds events by all their words', () => {
    expect(index.events('اتهام قره')).toEqual([{ id: 'e1' }]);
    expect(index.events('اتهام باكو')).toEqual([]);
  });

  it('shows the match as it is written', () => {
    const [hit] = index.texts('قره باغ');
    expect(hit?.snippet.slice(hit.start, hit.end)).toBe('قرة باغ');
    expect(index.texts('25 شخصا')[0]?.document).toBe('a');
    expect(index.texts('مدينة يفلاخ')).toHaveLength(1);
  });

  it('never loses an offset', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { folded, offsets } = foldText(text);
        expect(offsets.length).toBe(folded.length + 1);
        for (let at = 1; at < offsets.length; at++) expect(offsets[at]).toBeGreaterThanOrEqual(offsets[at - 1]!);
        expect(offsets.at(-1)).toBe(text.length);
      }),
    );
  });
});
