import { expect, test } from 'vitest';
import type { Correction } from '../../src/core/model/correction.ts';
import { carryOver } from '../../src/worker/analysis-corrections.ts';

const no = (quote: string): Correction => ({
  document: 'one',
  quote,
  start: 0,
  end: quote.length,
  before: '',
  after: '',
  scope: 'here',
  action: { type: 'not-a-place' },
});
const [a, b, c] = [no('Amman'), no('Beirut'), no('Cairo')] as const;
const better: Correction = { ...a, action: { type: 'place', placeId: 'jo:amman' } };
const other: Correction = { ...a, action: { type: 'place', placeId: 'us:amman' } };

test.each([
  ['nothing happened meanwhile', [a, b], [a, b, c], [a, b], [a, b, c]],
  ['another tab added one', [a], [a, b], [a, c], [a, b, c]],
  ['another tab took one back', [a, b], [a, b, c], [b], [b, c]],
  ['one is taken back while another is added', [a, b], [b], [a, b, c], [b, c]],
  ['what was taken back comes back to its place', [b], [a, b], [b], [a, b]],
  ['both speak of the same: the change that comes now holds', [], [better], [other], [better]],
  ['a replaced one comes back', [better], [a], [better, c], [a, c]],
])('corrections of two tabs: %s', (_, seen, made, now, expected) => {
  const carried = carryOver(seen, made, now);
  expect(carried).toHaveLength(expected.length);
  expect(carried).toEqual(expect.arrayContaining([...expected]));
  if (seen.length === now.length && seen.every((one, at) => one === now[at])) expect(carried).toEqual(expected);
});
