import { describe, expect, it } from 'vitest';
import { FoldedNames } from '../../src/worker/folded-names.ts';

const LIST = new FoldedNames([
  ['Stepanakert', 'Xankəndi', 'خانكندي', 'ستيباناكيرت', 'Ստեփանակերտ'],
  ['الشارقة', 'Sharjah'],
  ['أم القيوين', 'Umm al-Quwain'],
  ['Şuşa', 'شوشا', 'شوشي', 'Shushi'],
  ['New Shushi'],
]);

describe('a list that is narrowed by typing', () => {
  it.each([
    ['xankendi', [0]],
    ['Xankəndi', [0]],
    ['خانكندى', [0]],
    ['STEPAN', [0]],
    ['Ստեփան', [0]],
    ['الشارقه', [1]],
    ['شارقة', [1]],
    ['ام القيوين', [2]],
    ['susa', [3]],
    ['shushi', [3, 4]],
    ['أُمّ', [2]],
    ['  ', []],
    ['Paris', []],
  ])('finds what is meant by %s', (typed, found) => {
    expect(LIST.find(typed)).toEqual(found);
  });
});
