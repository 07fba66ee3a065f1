import { describe, expect, it } from 'vitest';
import { combineGazetteers } from '../../../src/core/gazetteer/combine.ts';
import { compileGazetteer } from '../../../src/core/gazetteer/compile.ts';
import { openGazetteer } from '../../../src/core/gazetteer/gazetteer.ts';
import { entriesOf, smallGazetteer } from '../small-gazetteer.ts';

const own = openGazetteer(
  compileGazetteer(
    entriesOf(`
# source: made up
# licence: MIT
id;kind;lat;lon;rank;ar;en;demonym_ar;parents
baku;city;1;1;3;باكو القديمة;Old Baku;;
al-hara;village;39.8;46.8;2;الحارة السابعة عشرة | باكو;Hara;حاري;nagorno-karabakh
`),
  ),
);
const both = combineGazetteers([smallGazetteer, own]);
const ids = (postings: readonly { place: number }[]) => postings.map(({ place }) => both.place(place).id);

describe('several gazetteers as one', () => {
  it('answers as the first where there is only one', () => {
    expect(combineGazetteers([smallGazetteer])).toBe(smallGazetteer);
  });

  it('knows the places of all, and the first rules where an id stands twice', () => {
    expect(both.size).toBe(smallGazetteer.size + own.size);
    expect(both.indexOf('baku')).toBe(smallGazetteer.indexOf('baku'));
    expect(both.lat(both.indexOf('baku'))).toBeCloseTo(40.4093, 4);
    const hara = both.indexOf('al-hara');
    expect(both.place(hara).names.en).toEqual(['Hara']);
    expect(both.kind(hara)).toBe('village');
    expect(both.indexOf('nowhere')).toBe(-1);
  });

  it('finds names in all of them', () => {
    expect(ids(both.find('باكو'))).toEqual(['baku', 'al-hara']);
    expect(ids(both.findPeople('حاري'))).toEqual(['al-hara']);
    expect(ids(both.findPeople('اذربيجاني'))).toEqual(['azerbaijan']);
    expect(both.longest('الحاره')).toBe(3);
    expect(both.longest('جمهوريه')).toBeGreaterThanOrEqual(4);
  });

  it('follows parents from one into another', () => {
    expect(both.ancestors(both.indexOf('al-hara')).map((place) => both.place(place).id)).toEqual([
      'nagorno-karabakh',
      'azerbaijan',
      'caucasus',
    ]);
  });
});
