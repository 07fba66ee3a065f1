import { computed } from '@preact/signals';
import { NO_DAY } from '../../core/model/atlas.ts';
import { filters } from './app-state.ts';
import { columns, results } from './counts.ts';
import { CrossFilter } from './cross-filter.ts';

const timeOf = computed(() => filters.value.timeOf);

/** Rows of the events that have no date, those of one event beside each other. */
const undatedRows = computed<Int32Array>(() => {
  const table = columns.value?.events;
  if (!table) return new Int32Array(0);
  const day = timeOf.value === 'publication' ? table.publishedFirst : table.firstDay;
  return table.byJoined.filter((row) => day[row] === NO_DAY);
});

/** How many events only the stretch of time leaves out because they have no date; 0 where none is set, or they are kept. */
export const undatedLeft = computed<number>(() => {
  const { when } = filters.value;
  const table = columns.value?.events;
  if (!table || !when || when.undated) return 0;
  const { eventMask } = results.value;
  const keep = ~CrossFilter.bit('when');
  let count = 0;
  let before = -1;
  for (const row of undatedRows.value) {
    const joined = table.joined[row]!;
    if (joined === before || (eventMask[row]! & keep) !== 0) continue;
    before = joined;
    count++;
  }
  return count;
});

/** The same stretch of time, and what has no date with it. */
export const withUndated = () => {
  const { when } = filters.peek();
  return when ? { when: { ...when, undated: true } } : {};
};
