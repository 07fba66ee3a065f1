import { describe, expect, it } from 'vitest';
import { countWords, spansOf } from '../../src/app/compare/side-words.ts';
import { dayOf } from '../../src/app/state/days.ts';
import { periodOf } from '../../src/app/state/sides.ts';

describe('a period of a comparison', () => {
  it.each([
    ['2022', { from: dayOf(2022), to: dayOf(2023) - 1 }],
    ['2023-09', { from: dayOf(2023, 9), to: dayOf(2023, 10) - 1 }],
    ['2022..2023-08', { from: dayOf(2022), to: dayOf(2023, 9) - 1 }],
    ['..2020', { from: null, to: dayOf(2021) - 1 }],
    ['2020..', { from: dayOf(2020), to: null }],
  ])('%s', (text, range) => expect(periodOf(text)).toEqual(range));

  it.each(['', '..', 'soon', '2023..2022', '2022..x', '2023-13'])('“%s” is none', (text) =>
    expect(periodOf(text)).toBeNull(),
  );
});

describe('the words of a speaker', () => {
  const claim = (start: number, end: number, speakerId: string) => ({
    start,
    end,
    speakerId,
    attributedTo: speakerId,
    direct: false,
    speaker: { start, end: start },
  });
  const claims = [claim(10, 50, 'a'), claim(20, 30, 'b')];

  it('are those of the innermost claim', () => {
    expect(spansOf(claims, 60, (id) => id === 'a')).toEqual([
      { start: 10, end: 20 },
      { start: 30, end: 50 },
    ]);
    expect(spansOf(claims, 60, (id) => id === 'b')).toEqual([{ start: 20, end: 30 }]);
  });

  it('are the article’s where nobody else has the word', () => {
    expect(spansOf(claims, 60, (id) => id === null)).toEqual([
      { start: 0, end: 10 },
      { start: 50, end: 60 },
    ]);
    expect(spansOf([], 60, (id) => id === null)).toEqual([{ start: 0, end: 60 }]);
  });

  it('are counted in any script', () => {
    expect(countWords('قالت وزارة الدفاع، الثلاثاء: 25 شخصًا')).toBe(6);
    expect(countWords('')).toBe(0);
  });
});
