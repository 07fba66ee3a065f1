import { expect, test } from 'vitest';
import type { Digest } from '../../src/core/assembly/digest.ts';
import { TakenIds } from '../../src/worker/analysis-taken-ids.ts';

const digests = (...ids: string[]) => ids.map((id) => ({ document: { id } }) as Digest);

test('an id that another tab has given meanwhile is not given again', () => {
  const ids = new TakenIds();
  ids.meet(digests('one'));
  expect(ids.unique('two').id).toBe('two');
  ids.meet(digests('one', 'two', 'three'));
  expect(ids.unique('three').id).toBe('three-2');
  expect(ids.unique('two').id).toBe('two-2');
});

test('documents are told from those that this addition brought', () => {
  const ids = new TakenIds();
  ids.meet(digests('one', 'one-2', 'other'));
  expect(ids.ordersOf('one')).toEqual([0, 1]);
  expect(ids.unique('new').id).toBe('new');
  ids.meet(digests('one', 'one-2', 'other', 'new'));
  expect(ids.ordersOf('new')).toEqual([]);
});
