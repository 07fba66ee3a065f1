import { beforeEach, expect, it } from 'vitest';
import { changeFilters, clearAllFilters } from '../../src/app/state/actions.ts';
import { atlas, filters } from '../../src/app/state/app-state.ts';
import { results } from '../../src/app/state/counts.ts';
import { dayOf } from '../../src/app/state/days.ts';
import { undatedLeft, withUndated } from '../../src/app/state/undated-left.ts';
import { makeFixture } from './fixture.ts';

const corpus = makeFixture().atlas;
const SEPTEMBER = { from: dayOf(2023, 9, 1), to: dayOf(2023, 9, 30) };

beforeEach(() => {
  atlas.value = corpus;
  clearAllFilters();
});

it('counts what a stretch of time leaves out for want of a date, and one step takes it in', () => {
  expect(undatedLeft.value).toBe(0);
  for (const what of [[], ['accusation'], ['statement', 'demand']] as const) {
    clearAllFilters();
    changeFilters({ when: { range: SEPTEMBER, undated: false }, what });
    const left = undatedLeft.value;
    const before = results.value.events;
    changeFilters(withUndated());
    expect(filters.value.when).toEqual({ range: SEPTEMBER, undated: true });
    expect(results.value.events).toBe(before + left);
    expect(undatedLeft.value).toBe(0);
  }
  clearAllFilters();
  changeFilters({ when: { range: SEPTEMBER, undated: false } });
  expect(undatedLeft.value).toBeGreaterThan(0);
});
