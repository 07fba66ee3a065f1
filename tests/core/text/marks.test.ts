import { describe, expect, it } from 'vitest';
import { hasMarks, marksAgree } from '../../../src/core/text/marks.ts';

describe('vowel marks', () => {
  it.each([
    ['عمّان', 'عَمَّان', true],
    ['عَمّان', 'عَمَّان', true],
    ['عمّان', 'عُمَان', false],
    ['عُمان', 'عُمَان', true],
    ['عُمان', 'عَمَّان', false],
    ['عمان', 'عُمَان', true],
    ['عمّا', 'عَمَّان', false],
  ])('%s against %s: %s', (written, full, agree) => {
    expect(marksAgree(written, full)).toBe(agree);
  });

  it('are seen on a letter, not in a plain word', () => {
    expect(hasMarks('عُمان')).toBe(true);
    expect(hasMarks('عمان')).toBe(false);
  });
});
